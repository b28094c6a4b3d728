import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  // expect: TS2345 Property 'storage' is missing in type '{ shards: number; }'
  new ClickHouseCluster(environment, 'events', { shards: 2 });
}
