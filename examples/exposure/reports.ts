import {
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Exposure,
  Keeper,
  type Operator,
  type Platform,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** Two clusters with a load balancer each: one for the private network, one for a partner on the internet. */
export function reports(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'reports', { platform });
  const keeper = new Keeper(environment, 'keeper');
  const office = ['10.0.0.0/8'];
  const partner = ['203.0.113.0/24'];
  new ClickHouseCluster(environment, 'internal', {
    replication: { replicas: 2, keeper },
    storage: { size: '100Gi' },
    users: { analyst: { networks: office, grants: ['SELECT ON reports.*'] } },
    exposure: Exposure.internal({ allow: office, hostname: 'reports.internal.example.com' }),
  });
  new ClickHouseCluster(environment, 'shared', {
    replication: { replicas: 2, keeper },
    storage: { size: '20Gi' },
    users: { partner: { networks: partner, grants: ['SELECT ON shared.*'] } },
    exposure: Exposure.public({ allow: partner, replicas: 'each' }),
  });
}
