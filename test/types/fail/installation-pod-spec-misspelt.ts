import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new altinity.ClickHouseInstallation(environment, 'events', {
    spec: {
      templates: {
        podTemplates: [
          {
            name: 'server',
            // expect: TS2561 'nodeSelectors' does not exist in type 'PodSpec'. Did you mean to write 'nodeSelector'?
            spec: { containers: [{ name: 'clickhouse' }], nodeSelectors: { pool: 'databases' } },
          },
        ],
      },
    },
  });
}
