import type { ClickHouseCluster } from 'anyhouse';

export function drop(cluster: ClickHouseCluster) {
  // expect: TS2339 Property 'pop' does not exist on type 'readonly Host[]'
  cluster.hosts.pop();
}
