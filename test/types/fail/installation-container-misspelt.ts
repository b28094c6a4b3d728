import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new altinity.ClickHouseInstallation(environment, 'events', {
    spec: {
      templates: {
        podTemplates: [
          {
            name: 'server',
            // expect: TS2353 'imagePolicy' does not exist in type 'Container'
            spec: { containers: [{ name: 'clickhouse', imagePolicy: 'Always' }] },
          },
        ],
      },
    },
  });
}
