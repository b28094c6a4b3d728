import { ClickHouseCluster, ClusterServices, Environment, Keeper, type Operator, type Platform } from 'anyhouse';
import type { App } from 'cdk8s';

/** Two shards with two copies, one of which tries the next release. */
export function orders(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'orders', { platform });
  const keeper = new Keeper(environment, 'keeper');
  return new ClickHouseCluster(environment, 'orders', {
    shards: 2,
    replication: { replicas: 2, keeper },
    storage: { size: '500Gi' },
    image: 'clickhouse/clickhouse-server:26.3.33.24',
    overrides: [{ shard: 0, replica: 1, image: 'clickhouse/clickhouse-server:26.8.19.9' }],
    users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON orders.*'] } },
    databases: ['orders'],
  });
}
