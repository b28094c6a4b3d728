import type { Operator, Platform } from 'anyhouse';
import { ClickHouseCluster, ClusterServices, EdgeGateway, Environment, Keeper } from 'anyhouse';
import type { App } from 'cdk8s';

export function analytics(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'analytics', { platform, domain: 'ch.example.com' });
  const keeper = new Keeper(environment, 'keeper');
  const events = new ClickHouseCluster(environment, 'events', {
    shards: 2,
    replication: { replicas: 2, keeper },
    storage: { size: '50Gi' },
    users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON events.*'] } },
    databases: ['events'],
  });
  new EdgeGateway(environment, 'edge', { clusters: [events], allow: ['10.0.0.0/8'] });
  return events;
}
