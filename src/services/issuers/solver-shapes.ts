import { late } from '../../kubernetes/late';
import { isDnsSubdomain } from '../../kubernetes/names';
import {
  all,
  type Check,
  dataKey,
  leaf,
  line,
  listOf,
  objectName,
  oneOf,
  required,
  shape,
} from '../../kubernetes/shape';
import { awsRoleArn, azureId } from '../../platform/cloud-ids';
import type {
  AzureDnsCredentials,
  AzureDnsIdentity,
  AzureDnsOptions,
  CloudDnsOptions,
  CloudflareOptions,
  IssuerSecretKey,
  Route53Credentials,
  Route53Options,
  SolverOptions,
} from './solver-options';

const matching = (pattern: RegExp, must: string, fix: string): Check =>
  leaf((value) => typeof value === 'string' && pattern.test(value), { must, fix });
const needed = (check: Check, must: string, fix: string): Check => required(check, { must, fix });

const zone: Check = leaf((value) => typeof value === 'string' && value.includes('.') && isDnsSubdomain(value), {
  must: 'be a DNS zone: a full name without "*" and without a dot at its end',
  fix: "write a zone such as 'example.com'; it holds for '*.example.com', too.",
  decides: 'names that are compared',
});

const common: { readonly [Key in keyof Required<SolverOptions>]: Check } = {
  zones: listOf(zone, { least: 1 }),
  cnameStrategy: oneOf(['none', 'follow']),
};

/** Names a Secret; a text here would be the secret itself, which is never printed. */
const secret = (fields: Check, fix: string): Check =>
  all((value, prop, problems) => {
    if (value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value))) return;
    problems.add({
      rule: 'certificates/plain-credentials',
      prop,
      must: 'name a Secret, never hold what is in it',
      gotText: 'no object (not printed)',
      fix,
    });
  }, fields);

const secretName = needed(late(objectName), 'name the Secret', "write name: 'dns-credentials'.");
const secretKey = needed(dataKey, 'name the key of the Secret', "write key: 'api-token'.");

/** Checks of an {@link IssuerSecretKey}. */
export const issuerSecretKey: Check = secret(
  shape<IssuerSecretKey>({ name: secretName, key: secretKey }),
  "write { name: 'dns-credentials', key: 'api-token' }.",
);

const anId = "'11111111-2222-3333-4444-555555555555'";
const azure = (must: string): Check => late(matching(azureId, must, `write ${anId}.`));

/** Checks of the options of each solver. */
export const solverShapes = {
  route53: shape<Route53Options>({
    ...common,
    region: late(matching(/^[a-z]{2,}(-[a-z]+)+-\d$/, 'be a region', "write region: 'eu-west-1'.")),
    hostedZoneId: late(
      matching(/^Z[A-Z0-9]{4,31}$/, 'be the id of a hosted zone', "write the id alone: 'Z0123456789ABCDEFGHIJ'."),
    ),
    role: late(matching(awsRoleArn, 'be the ARN of a role', "write 'arn:aws:iam::123456789012:role/cert-manager'.")),
    credentials: secret(
      shape<Route53Credentials>({ name: secretName, idKey: dataKey, secretKey: dataKey }),
      "write { name: 'route53-keys' }.",
    ),
  }),
  cloudDns: shape<CloudDnsOptions>({
    ...common,
    project: needed(
      late(
        matching(
          /^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
          'be the id of a project',
          "write project: 'company-dns'.",
        ),
      ),
      'name the project of the zone',
      "write project: 'company-dns'.",
    ),
    hostedZoneName: late(
      matching(
        /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
        'be the name of a managed zone, not of its domain',
        "write hostedZoneName: 'example-com'.",
      ),
    ),
    credentials: issuerSecretKey,
  }),
  azureDns: shape<AzureDnsOptions>({
    ...common,
    subscription: needed(
      azure('be the id of a subscription'),
      'name the subscription of the zone',
      `write subscription: ${anId}.`,
    ),
    resourceGroup: needed(
      late(matching(/^[-\w.()]{0,89}[-\w()]$/, 'be the name of a resource group', "write resourceGroup: 'dns'.")),
      'name the resource group of the zone',
      "write resourceGroup: 'dns'.",
    ),
    zone,
    environment: oneOf(['AzurePublicCloud', 'AzureChinaCloud', 'AzureUSGovernmentCloud']),
    managedIdentity: shape<AzureDnsIdentity>({
      clientId: needed(azure('be a client id'), 'say which identity', `write clientId: ${anId}.`),
      tenantId: azure('be a tenant id'),
    }),
    credentials: secret(
      shape<AzureDnsCredentials>({
        name: secretName,
        key: secretKey,
        clientId: needed(azure('be a client id'), 'say whose password it is', `write clientId: ${anId}.`),
        tenantId: needed(azure('be a tenant id'), 'say which tenant', `write tenantId: ${anId}.`),
      }),
      "write { name: 'azure-dns', key: 'password', clientId: '...', tenantId: '...' }.",
    ),
  }),
  cloudflare: shape<CloudflareOptions>({
    ...common,
    apiToken: needed(
      issuerSecretKey,
      'name the Secret of the token',
      "write apiToken: { name: 'cloudflare', key: 'api-token' }.",
    ),
  }),
} as const;

/** Checks of the parts of an ACME issuer that are plain text. */
export const acmeTexts = {
  email: needed(
    late(matching(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/, 'be one address', "write email: 'ops@example.com'.")),
    'give an address for the account',
    "write email: 'ops@example.com'.",
  ),
  preferredChain: all(
    line,
    leaf((value) => String(value).length <= 64, {
      must: 'be at most 64 characters',
      fix: "write the common name of a root: 'ISRG Root X1'.",
    }),
  ),
  profile: matching(/^[a-z][a-z0-9-]{0,63}$/, 'be the name of a profile', "write profile: 'tlsserver'."),
};
