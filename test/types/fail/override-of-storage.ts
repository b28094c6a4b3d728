import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '500Gi' },
    // expect: TS2353 'storage' does not exist in type 'HostOverride'
    overrides: [{ shard: 0, storage: { size: '1Ti' } }],
  });
}
