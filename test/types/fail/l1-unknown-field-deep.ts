import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new altinity.ClickHouseInstallation(environment, 'events', {
    spec: {
      configuration: {
        // expect: TS2561 'shardCount' does not exist in type 'ClusterLayout'. Did you mean to write 'shardsCount'?
        clusters: [{ name: 'main', layout: { shardCount: 2 } }],
      },
    },
  });
}
