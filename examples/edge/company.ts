import {
  ClickHouseCluster,
  ClusterServices,
  EdgeGateway,
  Environment,
  Keeper,
  type Operator,
  type Platform,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** Three clusters behind one load balancer: for everybody, for one team with every replica by name, and end to end encrypted. */
export function company(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'company', { platform, domain: 'ch.example.com' });
  const replication = { replicas: 2, keeper: new Keeper(environment, 'keeper') };
  const everybody = ['10.0.0.0/8'];
  const finance = ['10.20.0.0/16', '10.31.8.0/24'];

  const events = new ClickHouseCluster(environment, 'events', {
    replication,
    storage: { size: '200Gi' },
    users: { app: { networks: everybody, grants: ['SELECT, INSERT ON events.*'] } },
    databases: ['events'],
  });
  const reports = new ClickHouseCluster(environment, 'reports', {
    shards: 2,
    replication,
    storage: { size: '50Gi' },
    users: {
      analyst: { networks: finance, grants: ['SELECT ON reports.*'] },
      loader: { networks: finance, grants: ['INSERT ON reports.*'] },
    },
    databases: ['reports'],
  });
  const payroll = new ClickHouseCluster(environment, 'payroll', {
    replication,
    storage: { size: '20Gi' },
    users: { clerk: { networks: finance, grants: ['SELECT ON payroll.*'] } },
    databases: ['payroll'],
  });

  const edge = new EdgeGateway(environment, 'edge', { clusters: [events], allow: everybody });
  edge.route(reports, {
    allow: finance,
    replicas: 'each',
    users: ['analyst'],
    limits: { connections: 200, newPerSecond: 20 },
  });
  edge.route(payroll, { allow: finance, tls: 'passthrough' });
  return edge;
}
