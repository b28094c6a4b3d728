import {
  ClickHouseCluster,
  ClusterServices,
  Dns01,
  Environment,
  Exposure,
  Issuer,
  Keeper,
  type Operator,
  type Platform,
  Tls,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** Who signs for clients outside: Let's Encrypt, where the DNS of the cloud proves whose name it is. */
function outside(platform: Platform): Issuer {
  const email = 'ops@example.com';
  switch (platform.name) {
    case 'eks':
      return Issuer.acme({ email, dns01: [Dns01.route53()] });
    case 'gke':
      return Issuer.acme({ email, dns01: [Dns01.cloudDns({ project: 'company-dns' })] });
    default:
      return Issuer.selfSigned();
  }
}

/** Two authorities: a public one for clients outside, one of the company for everything inside. */
export function sales(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', {
    platform,
    operator,
    issuers: { public: outside(platform) },
  });
  const environment = new Environment(app, 'sales', {
    platform,
    issuers: { inside: Issuer.ca({ secret: 'company-ca' }) },
    tls: Tls.certManager({ issuer: { name: 'inside' } }),
  });
  const keeper = new Keeper(environment, 'keeper');
  return new ClickHouseCluster(environment, 'sales', {
    replication: { replicas: 2, keeper },
    storage: { size: '100Gi' },
    users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT ON sales.*'] } },
    exposure: Exposure.internal({ allow: ['10.0.0.0/8'], hostname: 'sales.example.com' }),
    publicCertificate: {
      issuer: { name: 'public', kind: 'ClusterIssuer' },
      hostnames: ['sales.example.com', '*.sales.example.com'],
    },
  });
}
