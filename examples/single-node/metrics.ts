import { ClickHouseCluster, ClusterServices, Environment, type Operator, type Platform } from 'anyhouse';
import type { App } from 'cdk8s';

/** One server in production, without a Keeper: for data that can wait while its node is replaced. */
export function metrics(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'metrics', { platform });
  return new ClickHouseCluster(environment, 'metrics', {
    instanceType: { eks: 'm7g.xlarge', gke: 'n2-standard-4' },
    storage: { size: '200Gi' },
    users: { grafana: { networks: ['10.0.0.0/8'], grants: ['SELECT ON metrics.*'] } },
    databases: ['metrics'],
    acknowledge: { 'replication/single': 'collectors keep a day of measurements and send them again' },
  });
}
