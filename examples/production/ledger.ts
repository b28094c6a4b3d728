import {
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Exposure,
  Keeper,
  type Operator,
  type Platform,
  Tls,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** Zones, TLS everywhere, and a certificate that clients outside trust. On a laptop the same program is for development. */
export function ledger(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'ledger', {
    platform,
    // The default of production, and so of EKS and GKE; here on a laptop, too.
    tls: Tls.certManager({ duration: '720h', renewBefore: '240h' }),
  });
  const keeper = new Keeper(environment, 'keeper');
  return new ClickHouseCluster(environment, 'books', {
    shards: 2,
    replication: { replicas: 3, keeper },
    storage: { size: '200Gi' },
    logs: { size: '10Gi' },
    users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON ledger.*'] } },
    databases: ['ledger'],
    exposure: Exposure.internal({ allow: ['10.0.0.0/8'], hostname: 'books.example.com' }),
    publicCertificate: { issuer: { name: 'letsencrypt', kind: 'ClusterIssuer' } },
  });
}
