import { join } from 'node:path';
import { ClusterServices, type ClusterServicesProps, Dns01, Environment, Issuer, type Manifest, Tls } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { eks, environment, messageOf } from '../support/environments';
import { expectGolden } from '../support/golden';
import { allIssuers } from '../support/issuers';

const id = '11111111-2222-3333-4444-555555555555';
const email = 'ops@example.com';
const apiToken = { name: 'cloudflare', key: 'api-token' };

function issuersOf(props: Omit<ClusterServicesProps, 'platform'>): readonly Manifest[] {
  const services = new ClusterServices(new App(), 'services', { platform: eks, ...props });
  return (Testing.synth(services) as Manifest[]).filter(({ kind }) => kind === 'ClusterIssuer');
}

test('every issuer is written as cert-manager reads it', () => {
  expectGolden(join(__dirname, 'issuers.golden.yaml'), issuersOf({ issuers: allIssuers }));
});

test('issuers of the cluster are kept by GitOps tools, whatever happens to an environment', () => {
  const issuers = { internal: Issuer.selfSigned() };
  expect(issuersOf({ issuers, gitops: 'argocd' })[0]?.metadata.annotations).toEqual({
    'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
    'argocd.argoproj.io/sync-wave': '-40',
  });
  expect(issuersOf({ issuers, gitops: 'flux' })[0]?.metadata.annotations).toEqual({
    'kustomize.toolkit.fluxcd.io/prune': 'disabled',
  });
});

test('an environment has issuers of its own, which stand before its certificates', () => {
  const place = environment({ gitops: 'argocd', issuers: { internal: Issuer.ca({ secret: 'company-ca' }) } });
  expect((Testing.synth(place) as Manifest[]).filter(({ kind }) => kind === 'Issuer')).toEqual([
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Issuer',
      metadata: { name: 'internal', namespace: 'analytics', annotations: { 'argocd.argoproj.io/sync-wave': '-20' } },
      spec: { ca: { secretName: 'company-ca' } },
    },
  ]);
});

test('an environment takes an Issuer that brings its credentials', () => {
  const issuers = { letsencrypt: Issuer.acme({ email, dns01: [Dns01.cloudflare({ apiToken })] }) };
  expect(() => Testing.synth(environment({ issuers }))).not.toThrow();
});

test('whoever runs cert-manager with the flag acknowledges the rule, and no other error of the kind is hidden', () => {
  const issuers = { letsencrypt: Issuer.acme({ email, dns01: [Dns01.route53()] }) };
  const acknowledge = { 'certificates/ambient-credentials': 'cert-manager runs with --issuer-ambient-credentials' };
  const place = environment({ issuers, acknowledge });
  expect((Testing.synth(place) as Manifest[]).filter(({ kind }) => kind === 'Issuer')).toHaveLength(1);
});

test('what changes after an issuer is made does not change the issuer', () => {
  const zones = ['example.com'];
  const dns01: [Dns01] = [Dns01.route53({ zones })];
  const made = Issuer.acme({ email, dns01 });
  zones.push('example.org');
  (dns01 as Dns01[]).push(Dns01.route53());
  const [manifest] = issuersOf({ issuers: { letsencrypt: made } });
  expect(manifest?.spec).toMatchObject({
    acme: { solvers: [{ selector: { dnsZones: ['example.com'] }, dns01: { route53: {} } }] },
  });
  expect((manifest?.spec as { acme: { solvers: unknown[] } }).acme.solvers).toHaveLength(1);
});

test('a certificate for names inside is refused where a public authority should sign it', () => {
  const app = new App();
  new ClusterServices(app, 'services', {
    platform: eks,
    issuers: { letsencrypt: Issuer.acme({ email, dns01: [Dns01.route53()] }) },
  });
  const issuer = { name: 'letsencrypt', kind: 'ClusterIssuer' } as const;
  new Environment(app, 'analytics', { platform: eks, tls: Tls.certManager({ issuer }) });
  expect(() => app.synth()).toThrow(
    "Environment 'analytics' tls: 'letsencrypt' cannot sign '*.analytics.svc.cluster.local'. Fix: use Issuer.ca or the authority of the environment for names inside. [certificates/not-public]",
  );
});

type Given = readonly [what: string, run: () => unknown, message: string];

const dns01 = [Dns01.route53()] as const;
const acme = (options: object) => Issuer.acme({ email, dns01, ...options });

// biome-ignore format: one line each
const refused: readonly Given[] = [
  ['no solver', () => Issuer.acme({ email } as never), `Issuer 'acme': dns01 must say how names are proven, got nothing. Fix: write dns01: [Dns01.route53()]. [props/required]`],
  ['an empty list of solvers', () => acme({ dns01: [] }), `Issuer 'acme': dns01 must be a list with at least 1 entry, got []. Fix: write dns01: [Dns01.route53()]. [props/type]`],
  ['a solver as data', () => acme({ dns01: [{ route53: {} }] }), `Issuer 'acme': dns01[0] must be a Dns01, got {"route53":{}}. Fix: write Dns01.route53(). [props/type]`],
  ['HTTP01', () => acme({ http01: {} }), `Issuer 'acme': http01 must not be set: there is no such prop, got "http01". Fix: use one of email, server, dns01, accountKeySecret, preferredChain, profile, externalAccount. [props/unknown]`],
  ['no address', () => Issuer.acme({ dns01 } as never), `Issuer 'acme': email must give an address for the account, got nothing. Fix: write email: 'ops@example.com'. [props/required]`],
  ['two addresses', () => acme({ email: 'a@example.com, b@example.com' }), `Issuer 'acme': email must be one address, got "a@example.com, b@example.com". Fix: write email: 'ops@example.com'. [props/type]`],
  ['a server without encryption', () => acme({ server: 'http://acme.example.com/directory' }), `Issuer 'acme': server must be 'production', 'staging' or the directory of an authority, got "http://acme.example.com/directory". Fix: write server: 'production', or 'https://acme.example.com/directory'. [props/type]`],
  ['a chain that is too long', () => acme({ preferredChain: 'x'.repeat(65) }), `Issuer 'acme': preferredChain must be at most 64 characters, got "${'x'.repeat(56)}.... Fix: write the common name of a root: 'ISRG Root X1'. [props/type]`],
  ['two solvers for everything', () => acme({ dns01: [Dns01.route53(), Dns01.cloudflare({ apiToken })] }), `Issuer 'acme': dns01[1].zones must be given, because dns01[0] has none either, got nothing. Fix: give every solver zones of its own; one of them may have none, and solves the rest. [certificates/solver-zones]`],
  ['two solvers for one zone', () => acme({ dns01: [Dns01.route53({ zones: ['example.com'] }), Dns01.cloudflare({ apiToken, zones: ['example.org', 'example.com'] })] }), `Issuer 'acme': dns01[1].zones must leave example.com to dns01[0], got "example.com". Fix: give every solver zones of its own; one of them may have none, and solves the rest. [certificates/solver-zones]`],
  ['a private zone at a public authority', () => acme({ dns01: [Dns01.route53({ zones: ['corp.internal'] })] }), `Issuer 'acme': dns01[0].zones must be public names, because a public authority signs no others, got "corp.internal". Fix: use Issuer.ca for names inside of the cluster or company. [certificates/not-public]`],
  ['a wildcard as zone', () => Dns01.route53({ zones: ['*.example.com'] }), `Dns01 'route53': zones[0] must be a DNS zone: a full name without "*" and without a dot at its end, got "*.example.com". Fix: write a zone such as 'example.com'; it holds for '*.example.com', too. [props/type]`],
  ['an access key in the program', () => Dns01.route53({ credentials: 'AKIAIOSFODNN7EXAMPLE' as never }), `Dns01 'route53': credentials must name a Secret, never hold what is in it, got no object (not printed). Fix: write { name: 'route53-keys' }. [certificates/plain-credentials]`],
  ['a token in the program', () => Dns01.cloudflare({ apiToken: 'secret' as never }), `Dns01 'cloudflare': apiToken must name a Secret, never hold what is in it, got no object (not printed). Fix: write { name: 'dns-credentials', key: 'api-token' }. [certificates/plain-credentials]`],
  ['the path of a hosted zone', () => Dns01.route53({ hostedZoneId: '/hostedzone/Z0123456789ABCDEFGHIJ' }), `Dns01 'route53': hostedZoneId must be the id of a hosted zone, got "/hostedzone/Z0123456789ABCDEFGHIJ". Fix: write the id alone: 'Z0123456789ABCDEFGHIJ'. [props/type]`],
  ['a role by name', () => Dns01.route53({ role: 'dns' }), `Dns01 'route53': role must be the ARN of a role, got "dns". Fix: write 'arn:aws:iam::123456789012:role/cert-manager'. [props/type]`],
  ['no project', () => Dns01.cloudDns({} as never), `Dns01 'cloudDns': project must name the project of the zone, got nothing. Fix: write project: 'company-dns'. [props/required]`],
  ['a domain as managed zone', () => Dns01.cloudDns({ project: 'company-dns', hostedZoneName: 'example.com' }), `Dns01 'cloudDns': hostedZoneName must be the name of a managed zone, not of its domain, got "example.com". Fix: write hostedZoneName: 'example-com'. [props/type]`],
  ['two kinds of credentials', () => Dns01.azureDns({ subscription: id, resourceGroup: 'dns', managedIdentity: { clientId: id }, credentials: { name: 'azure', key: 'password', clientId: id, tenantId: id } }), `Dns01 'azureDns': managedIdentity must be left out beside credentials: cert-manager takes one of them, got {"clientId":"${id}"}. Fix: keep one of them. [certificates/credentials]`],
  ['a zone that records are not written to', () => Dns01.azureDns({ subscription: id, resourceGroup: 'dns', zone: 'example.com', zones: ['eu.example.com', 'example.org'] }), `Dns01 'azureDns': zones must lie in example.com, the zone that records are written to, got "example.org". Fix: give that zone a Dns01.azureDns of its own. [certificates/solver-zones]`],
  ['the cloud of Azure that is gone', () => Dns01.azureDns({ subscription: id, resourceGroup: 'dns', environment: 'AzureGermanCloud' as never }), `Dns01 'azureDns': environment must be "AzurePublicCloud", "AzureChinaCloud" or "AzureUSGovernmentCloud", got "AzureGermanCloud". Fix: write "AzurePublicCloud". [props/type]`],
  ['an issuer as data', () => issuersOf({ issuers: { internal: { ca: {} } as never } }), `ClusterServices 'services': issuers.internal must be an Issuer, got {"ca":{}}. Fix: write Issuer.acme({ ... }), Issuer.ca({ ... }) or Issuer.selfSigned(). [props/type]`],
  ['a name that is none', () => issuersOf({ issuers: { 'Lets Encrypt': Issuer.selfSigned() } }), `ClusterServices 'services': issuers["Lets Encrypt"] must be a Kubernetes name: lower case letters, digits, "-" and ".", got "Lets Encrypt". Fix: write a name such as "my-name". [names/invalid]`],
  ['an Issuer without credentials', () => environment({ issuers: { letsencrypt: Issuer.acme({ email, dns01 }) } }), `Environment 'analytics': issuers.letsencrypt must bring credentials, because cert-manager gives those of its own pods to ClusterIssuers only, got Dns01.route53 without them. Fix: move it to issuers of ClusterServices, or write Dns01.route53({ credentials: { name: '...' } }). [certificates/ambient-credentials]`],
  ['an Issuer that tls makes', () => environment({ tls: Tls.certManager(), issuers: { 'clickhouse-ca': Issuer.selfSigned() } }), `Environment 'analytics': issuers.clickhouse-ca must have another name, because tls makes an Issuer of this one, got "clickhouse-ca". Fix: choose another name, or write tls: Tls.certManager({ issuer: { name: '...' } }). [names/duplicate]`],
];

test.each(refused)('is refused: %s', (_, run, message) => {
  expect(messageOf(run)).toBe(message);
});
