import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new altinity.ClickHouseInstallation(environment, 'events', {
    // expect: TS2561 'replicaCount' does not exist in type 'ClusterLayout'
    spec: { configuration: { clusters: [{ name: 'main', layout: { replicaCount: 2 } }] } },
  });
}
