import { Dns01, Issuer } from 'anyhouse';

const id = '11111111-2222-3333-4444-555555555555';
const email = 'ops@example.com';
const apiToken = { name: 'cloudflare', key: 'api-token' };

/** One issuer of every kind, and every option of each. */
export const allIssuers: Readonly<Record<string, Issuer>> = {
  letsencrypt: Issuer.acme({
    email,
    dns01: [Dns01.route53(), Dns01.cloudflare({ apiToken, zones: ['example.org'] })],
  }),
  aws: Issuer.acme({
    email,
    server: 'staging',
    profile: 'tlsserver',
    preferredChain: 'ISRG Root X1',
    accountKeySecret: 'account',
    dns01: [
      Dns01.route53({
        region: 'eu-west-1',
        hostedZoneId: 'Z0123456789ABCDEFGHIJ',
        role: 'arn:aws:iam::123456789012:role/dns',
        credentials: { name: 'route53-keys' },
        zones: ['example.com', 'example.net'],
        cnameStrategy: 'follow',
      }),
    ],
  }),
  'aws-by-role': Issuer.acme({ email, dns01: [Dns01.route53({ role: 'arn:aws:iam::123456789012:role/dns' })] }),
  google: Issuer.acme({
    email,
    server: 'https://dv.acme-v02.api.pki.goog/directory',
    externalAccount: { keyId: 'key-1', key: { name: 'google-account', key: 'hmac' } },
    dns01: [
      Dns01.cloudDns({
        project: 'company-dns',
        hostedZoneName: 'example-com',
        credentials: { name: 'dns-admin', key: 'key.json' },
      }),
    ],
  }),
  'google-by-role': Issuer.acme({ email, dns01: [Dns01.cloudDns({ project: 'company-dns', cnameStrategy: 'none' })] }),
  azure: Issuer.acme({
    email,
    dns01: [
      Dns01.azureDns({
        subscription: id,
        resourceGroup: 'dns',
        zone: 'example.com',
        environment: 'AzurePublicCloud',
        credentials: { name: 'azure-dns', key: 'password', clientId: id, tenantId: id },
        zones: ['eu.example.com'],
      }),
    ],
  }),
  'azure-by-role': Issuer.acme({
    email,
    dns01: [
      Dns01.azureDns({ subscription: id, resourceGroup: 'dns', managedIdentity: { clientId: id, tenantId: id } }),
    ],
  }),
  internal: Issuer.ca({ secret: 'company-ca' }),
  'self-signed': Issuer.selfSigned(),
};
