import { letsEncrypt } from '../../../src/services/issuers/public-names';
import { files, type RuleCase } from '../rule-case';

const certificate = (spec: string, labels = '{}', namespace = 'analytics') => `
  apiVersion: cert-manager.io/v1
  kind: Certificate
  metadata: { name: events, namespace: ${namespace}, labels: ${labels} }
  spec: { secretName: events, ${spec} }
`;
const named = (names: string, kind = 'ClusterIssuer', name = 'letsencrypt') =>
  certificate(`dnsNames: [${names}], issuerRef: { name: ${name}, kind: ${kind} }`);
const acme = (solvers: string, options: { server?: string; more?: string; kind?: string; namespace?: string } = {}) => {
  const { server = letsEncrypt.production, more = '', kind = 'ClusterIssuer', namespace } = options;
  return `
  apiVersion: cert-manager.io/v1
  kind: ${kind}
  metadata: { name: letsencrypt${namespace ? `, namespace: ${namespace}` : ''} }
  spec:
    acme: { server: "${server}", privateKeySecretRef: { name: key }, solvers: [${solvers}]${more} }
`;
};
const ca = (name: string, namespace = 'analytics') => `
  apiVersion: cert-manager.io/v1
  kind: Issuer
  metadata: { name: ${name}, namespace: ${namespace} }
  spec: { ca: { secretName: company-ca } }
`;
const http01 = '{ http01: { ingress: { ingressClassName: nginx } } }';
const route53 = '{ dns01: { route53: {} } }';
const zone = (name: string) => `{ selector: { dnsZones: [${name}] }, dns01: { route53: {} } }`;
const wildcard = named('"*.example.com"');
const own = (solver: string) => acme(solver, { kind: 'Issuer', namespace: 'analytics' });
const deployment = (args: string) => `
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: cert-manager, namespace: cert-manager }
  spec: { template: { spec: { containers: [{ name: controller, args: [${args}] }] } } }
`;
const provider = '/spec/acme/solvers/0/dns01';

const solverCases: readonly RuleCase[] = [
  {
    rule: 'certificates/no-solver',
    fault: 'a wildcard, and HTTP01 only',
    bad: files(acme(http01), wildcard),
    at: ['/spec/dnsNames/0'],
    good: files(acme(http01), named('www.example.com')),
  },
  {
    rule: 'certificates/no-solver',
    fault: 'zones that do not hold the name',
    bad: files(acme(`${zone('example.org')}, ${zone('sub.example.com')}`), named('a.example.org, "*.example.com"')),
    at: ['/spec/dnsNames/1'],
    good: files(acme(`${zone('example.org')}, ${zone('Example.com')}`), named('a.example.org, "*.example.com"')),
  },
  {
    rule: 'certificates/no-solver',
    fault: 'a wildcard in the zone of HTTP01 only',
    bad: files(acme(`${http01}, ${zone('example.org')}`), wildcard),
    at: ['/spec/dnsNames/0'],
    good: files(acme(`${http01}, ${zone('example.com')}`), wildcard),
  },
  {
    rule: 'certificates/no-solver',
    fault: 'labels that the Certificate does not have',
    bad: files(
      acme('{ selector: { matchLabels: { dns: public } }, dns01: { route53: {} } }'),
      certificate('dnsNames: [a.example.com], issuerRef: { name: letsencrypt, kind: ClusterIssuer }'),
    ),
    at: ['/spec/dnsNames/0'],
    good: files(
      acme('{ selector: { matchLabels: { dns: public } }, dns01: { route53: {} } }'),
      certificate(
        'dnsNames: [a.example.com], issuerRef: { name: letsencrypt, kind: ClusterIssuer }',
        '{ dns: public }',
      ),
    ),
  },
  {
    rule: 'certificates/no-solver',
    fault: 'no solver at all, and a name without a SAN',
    bad: files(
      acme(''),
      certificate('commonName: a.example.com, issuerRef: { name: letsencrypt, kind: ClusterIssuer }'),
    ),
    at: ['/spec/commonName'],
    good: files(
      acme('{ selector: { dnsNames: [a.example.com] }, dns01: { route53: {} } }'),
      certificate('commonName: a.example.com, issuerRef: { name: letsencrypt, kind: ClusterIssuer }'),
    ),
  },
  {
    rule: 'certificates/ambient-credentials',
    fault: 'an Issuer that relies on the role of cert-manager',
    bad: own(route53),
    at: [`${provider}/route53`],
    good: acme(route53),
  },
  {
    rule: 'certificates/ambient-credentials',
    fault: 'a managed identity, and no flag',
    bad: own('{ dns01: { azureDNS: { subscriptionID: a, resourceGroupName: b, managedIdentity: { clientID: c } } } }'),
    at: [`${provider}/azureDNS`],
    good: own('{ dns01: { azureDNS: { subscriptionID: a, resourceGroupName: b, clientID: c } } }'),
  },
  {
    rule: 'certificates/ambient-credentials',
    fault: 'no key file of Google, beside a cert-manager without the flag',
    bad: files(own('{ dns01: { cloudDNS: { project: company-dns } } }'), deployment('"--v=2"')),
    at: [`${provider}/cloudDNS`],
    good: files(own('{ dns01: { cloudDNS: { project: company-dns } } }'), deployment('--issuer-ambient-credentials')),
  },
  {
    rule: 'certificates/ambient-credentials',
    fault: 'no token of a ServiceAccount',
    bad: own('{ dns01: { route53: { role: "arn:aws:iam::123456789012:role/dns" } } }'),
    at: [`${provider}/route53`],
    good: own('{ dns01: { route53: { auth: { kubernetes: { serviceAccountRef: { name: dns } } } } } }'),
  },
];

const referenceCases: readonly RuleCase[] = [
  {
    rule: 'certificates/issuer-place',
    fault: 'a ClusterIssuer taken for an Issuer',
    bad: files(acme(route53), certificate('dnsNames: [a.example.com], issuerRef: { name: letsencrypt }')),
    at: ['/spec/issuerRef/kind'],
    good: files(acme(route53), named('a.example.com')),
  },
  {
    rule: 'certificates/issuer-place',
    fault: 'an Issuer taken for a ClusterIssuer',
    bad: files(ca('internal'), named('a.example.com', 'ClusterIssuer', 'internal')),
    at: ['/spec/issuerRef/kind'],
    good: files(ca('internal'), named('a.example.com', 'ClusterIssuer', 'unknown')),
  },
  {
    rule: 'certificates/issuer-place',
    fault: 'an Issuer of another namespace',
    bad: files(ca('internal', 'other'), named('a.example.com', 'Issuer', 'internal')),
    at: ['/spec/issuerRef/name'],
    good: files(ca('internal', 'other'), ca('internal'), named('a.example.com', 'Issuer', 'internal')),
  },
  {
    rule: 'certificates/issuer-place',
    fault: 'the same, where another group has issuers of that name',
    bad: files(
      ca('internal', 'other'),
      certificate('dnsNames: [a], issuerRef: { name: internal, group: cert-manager.io }'),
    ),
    at: ['/spec/issuerRef/name'],
    good: files(
      ca('internal', 'other'),
      certificate('dnsNames: [a], issuerRef: { name: internal, kind: Issuer, group: awspca.cert-manager.io }'),
    ),
  },
  {
    rule: 'certificates/issuer-name',
    fault: 'a letter too few',
    bad: files(acme(route53), named('a.example.com', 'ClusterIssuer', 'letsencryt')),
    at: ['/spec/issuerRef/name'],
    good: files(acme(route53), named('a.example.com', 'ClusterIssuer', 'company-ca')),
  },
];

const termCases: readonly RuleCase[] = [
  {
    rule: 'certificates/staging',
    fault: 'the staging server in production',
    context: { stage: 'production' },
    bad: files(acme(route53, { server: letsEncrypt.staging }), named('a.example.com')),
    at: ['/spec/issuerRef'],
    good: files(acme(route53), named('a.example.com')),
  },
  {
    rule: 'certificates/not-public',
    fault: 'names of Services',
    bad: files(acme(route53), named('"*.analytics.svc.cluster.local", events.analytics.svc, localhost, a.example.com')),
    at: ['/spec/dnsNames/0', '/spec/dnsNames/1', '/spec/dnsNames/2'],
    good: files(
      acme(route53, { server: 'https://acme.company.internal/directory' }),
      named('"*.analytics.svc.cluster.local"'),
    ),
  },
  {
    rule: 'certificates/not-public',
    fault: 'names of a company, from the staging server',
    bad: files(acme(route53, { server: letsEncrypt.staging }), named('db.corp.internal, nas.home.arpa')),
    at: ['/spec/dnsNames/0', '/spec/dnsNames/1'],
    good: files(ca('letsencrypt'), named('db.corp.internal', 'Issuer')),
  },
  {
    rule: 'certificates/duration',
    fault: 'half an hour',
    bad: certificate('duration: 30m'),
    at: ['/spec/duration'],
    good: certificate('duration: 1h0m0s'),
  },
  {
    rule: 'certificates/duration',
    fault: 'renewed when it is over, or a moment before',
    bad: files(certificate('renewBefore: 2160h'), certificate('duration: 2h, renewBefore: 1m')),
    at: ['/spec/renewBefore', '/spec/renewBefore'],
    good: files(certificate('renewBefore: 2159h'), certificate('duration: 2h, renewBefore: 5m')),
  },
  {
    rule: 'certificates/duration',
    fault: 'renewal said twice, and a percentage that leaves nothing',
    bad: files(
      certificate('renewBefore: 720h, renewBeforePercentage: 30'),
      certificate('duration: 2160h, renewBeforePercentage: 100'),
    ),
    at: ['/spec/renewBefore', '/spec/renewBeforePercentage'],
    good: certificate('renewBeforePercentage: 30'),
  },
  {
    rule: 'certificates/acme-duration',
    fault: 'a duration that Let’s Encrypt is never asked for',
    bad: files(acme(route53), certificate('duration: 720h, issuerRef: { name: letsencrypt, kind: ClusterIssuer }')),
    at: ['/spec/duration'],
    good: files(
      acme(route53, { server: 'https://acme.example.com/directory', more: ', enableDurationFeature: true' }),
      certificate('duration: 720h, issuerRef: { name: letsencrypt, kind: ClusterIssuer }'),
    ),
  },
];

export const certificateCases: readonly RuleCase[] = [...solverCases, ...referenceCases, ...termCases];
