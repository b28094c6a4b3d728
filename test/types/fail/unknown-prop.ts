import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '500Gi' },
    // expect: TS2561 'shard' does not exist in type 'ClickHouseClusterProps'. Did you mean to write 'shards'?
    shard: 2,
  });
}
