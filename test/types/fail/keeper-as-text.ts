import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '500Gi' },
    // expect: TS2322 Type 'string' is not assignable to type 'IKeeper'
    replication: { replicas: 2, keeper: 'keeper.example.com:2181' },
  });
}
