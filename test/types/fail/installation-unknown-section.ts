import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new altinity.ClickHouseInstallation(environment, 'events', {
    spec: {
      // expect: TS2353 'config' does not exist in type 'ClickHouseInstallationSpec'
      config: { clusters: [{ name: 'main' }] },
    },
  });
}
