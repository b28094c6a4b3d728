import {
  ClickHouseCluster,
  ClusterServices,
  EdgeGateway,
  Environment,
  Keeper,
  Monitoring,
  type Operator,
  type Platform,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** Two clusters that kube-prometheus-stack looks after: metrics, alerts, and dashboards in a folder of Grafana. */
export function inventory(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const monitoring = Monitoring.prometheusOperator({
    labels: { release: 'kube-prometheus-stack' },
    dashboards: { folder: 'ClickHouse' },
  });
  const environment = new Environment(app, 'inventory', { platform, domain: 'ch.example.com', monitoring });
  const keeper = new Keeper(environment, 'keeper');
  const users = { app: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON stock.*'] } };
  const stock = new ClickHouseCluster(environment, 'stock', {
    replication: { replicas: 2, keeper },
    storage: { size: '100Gi' },
    users,
    databases: ['stock'],
  });
  const history = new ClickHouseCluster(environment, 'history', { storage: { size: '1Ti' }, users });
  new EdgeGateway(environment, 'edge', { clusters: [stock, history], allow: ['10.0.0.0/8'] });
}
