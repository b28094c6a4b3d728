import type {
  AcmeOptions,
  AzureDnsOptions,
  CloudDnsOptions,
  CloudflareOptions,
  Route53Options,
  SolverOptions,
} from 'anyhouse';
import fc from 'fast-check';
import type { Made } from './random-made';
import { type Fields, options, seldom } from './random-options';
import { map } from './random-values';

/* Who signs certificates, and how names are proven to them. */

const { constant, constantFrom } = fc;
const make = (factory: Made['make'], ...from: fc.Arbitrary<unknown>[]): fc.Arbitrary<Made> =>
  fc.record({ make: constant(factory), from: fc.tuple(...from) });
const id = constant('11111111-2222-3333-4444-555555555555');
const secret = constantFrom({ name: 'dns-credentials', key: 'api-token' }, { name: 'dns', key: 'key.json' });

const common = {
  zones: constantFrom(['example.com'], ['example.org', 'eu.example.com']),
  cnameStrategy: constantFrom('none', 'follow'),
} satisfies Fields<SolverOptions>;

const dns01 = fc.oneof(
  make(
    'Dns01.route53',
    options({
      ...common,
      region: constant('eu-west-1'),
      hostedZoneId: constant('Z0123456789ABCDEFGHIJ'),
      role: constant('arn:aws:iam::123456789012:role/dns'),
      credentials: options(
        { name: constant('route53-keys'), idKey: constant('id'), secretKey: constant('secret') },
        'name',
      ),
    } satisfies Fields<Route53Options>),
  ),
  make(
    'Dns01.cloudDns',
    options(
      {
        ...common,
        project: constantFrom('company-dns', 'example.com:company-dns'),
        hostedZoneName: constant('example-com'),
        credentials: secret,
      } satisfies Fields<CloudDnsOptions>,
      'project',
    ),
  ),
  make(
    'Dns01.azureDns',
    options(
      {
        ...common,
        subscription: id,
        resourceGroup: constant('dns'),
        zone: constant('example.com'),
        environment: constantFrom('AzurePublicCloud', 'AzureChinaCloud', 'AzureUSGovernmentCloud'),
        managedIdentity: seldom(options({ clientId: id, tenantId: id }, 'clientId')),
        credentials: fc.record({ name: constant('azure'), key: constant('password'), clientId: id, tenantId: id }),
      } satisfies Fields<AzureDnsOptions>,
      'subscription',
      'resourceGroup',
    ),
  ),
  make('Dns01.cloudflare', options({ ...common, apiToken: secret } satisfies Fields<CloudflareOptions>, 'apiToken')),
);

/** An issuer of any kind. */
export const issuer = fc.oneof(
  make('Issuer.selfSigned'),
  make('Issuer.ca', constantFrom({ secret: 'company-ca' }, { secret: 'dns-credentials' })),
  make(
    'Issuer.acme',
    options(
      {
        email: constant('ops@example.com'),
        server: constantFrom('production', 'staging', 'https://acme.example.com/directory'),
        dns01: fc.array(dns01, { minLength: 1, maxLength: 2 }),
        accountKeySecret: constantFrom('account', 'company-ca'),
        preferredChain: constant('ISRG Root X1'),
        profile: constantFrom('tlsserver', 'shortlived'),
        externalAccount: seldom(fc.record({ keyId: constant('kid-1'), key: secret })),
      } satisfies Fields<AcmeOptions>,
      'email',
      'dns01',
    ),
  ),
);

/** Issuers by name, one of which random certificates refer to. */
export const issuers = seldom(map(constantFrom('company-ca', 'letsencrypt', 'clickhouse-ca'), issuer));
