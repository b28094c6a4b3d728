import {
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Keeper,
  Monitoring,
  type Operator,
  type Platform,
  UptimeSchedule,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** A staging environment that is up on working days, and stops earlier when nobody has used it for an hour. */
export function staging(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'staging', {
    platform,
    stage: 'development',
    monitoring: Monitoring.prometheusOperator({ labels: { release: 'kube-prometheus-stack' } }),
  });
  const keeper = new Keeper(environment, 'keeper');
  const events = new ClickHouseCluster(environment, 'events', {
    replication: { replicas: 2, keeper },
    storage: { size: '100Gi' },
    users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON events.*'] } },
    databases: ['events'],
  });
  return new UptimeSchedule(environment, 'nights', {
    clusters: [events],
    up: '0 7 * * 1-5',
    down: '0 20 * * 1-5',
    timeZone: 'Europe/Berlin',
    idle: { minutes: 60 },
  });
}
