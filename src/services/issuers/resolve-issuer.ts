import { late } from '../../kubernetes/late';
import { Problems } from '../../kubernetes/prop-error';
import { type Check, leaf, listOf, objectName, required, shape, when } from '../../kubernetes/shape';
import { isToken } from '../../kubernetes/token';
import { Dns01 } from './dns01';
import type { AcmeOptions, CaIssuerOptions, ExternalAccount, Fields, Issuer } from './issuer';
import { isPublicAuthority, isPublicName, letsEncrypt } from './public-names';
import { acmeTexts, issuerSecretKey } from './solver-shapes';

const servers = Object.keys(letsEncrypt);

const acme: Check = shape<AcmeOptions>({
  email: acmeTexts.email,
  server: when(
    // What is not known could be the word for one of the directories.
    (value) => isToken(value) && value.startsWith('https://'),
    () => {},
    leaf((value) => servers.includes(value as string) || /^https:\/\/[\w.-]+(:\d+)?\/\S*$/.test(String(value)), {
      must: "be 'production', 'staging' or the directory of an authority",
      fix: "write server: 'production', or 'https://acme.example.com/directory'.",
      decides: 'which authority signs, unless it starts with https://',
    }),
  ),
  dns01: required(
    listOf(
      leaf((value) => value instanceof Dns01, { must: 'be a Dns01', fix: 'write Dns01.route53().' }),
      { least: 1, fix: 'write dns01: [Dns01.route53()].' },
    ),
    { must: 'say how names are proven', fix: 'write dns01: [Dns01.route53()].' },
  ),
  accountKeySecret: late(objectName),
  preferredChain: acmeTexts.preferredChain,
  profile: acmeTexts.profile,
  externalAccount: shape<ExternalAccount>({
    keyId: required(
      late(
        leaf((value) => typeof value === 'string' && /^\S+$/.test(value), {
          must: 'be an id',
          fix: 'copy it from the authority.',
        }),
      ),
      { must: 'name the account', fix: 'copy the id of its key from the authority.' },
    ),
    key: required(issuerSecretKey, {
      must: 'name the Secret of the key',
      fix: "write key: { name: 'acme-account', key: 'hmac' }.",
    }),
  }),
});

const shapes = {
  acme,
  ca: shape<CaIssuerOptions>({
    secret: required(late(objectName), {
      must: 'name the Secret of the authority',
      fix: "write { secret: 'company-ca' }.",
    }),
  }),
  selfSigned: shape({}),
} as const;

/**
 * What an issuer amounts to.
 * @throws PropError naming every wrong option
 */
export function resolveIssuer(
  kind: Issuer['kind'],
  options: Partial<AcmeOptions & CaIssuerOptions>,
): Pick<Issuer, 'ambient' | 'spec'> {
  const problems = new Problems('Issuer', kind);
  problems.check(shapes[kind], options);
  problems.throwIfAny();
  const { dns01 = [], server } = options;
  checkSolvers(problems, dns01, isPublicAuthority(directoryOf(server)));
  problems.throwIfAny();
  return {
    ambient: dns01.filter(({ credentials }) => credentials === 'ambient').map(({ provider }) => provider),
    spec: specOf(kind, options),
  };
}

function specOf(kind: Issuer['kind'], options: Partial<AcmeOptions & CaIssuerOptions>): Fields {
  if (kind === 'acme') return acmeSpec(options as AcmeOptions);
  return kind === 'ca' ? { ca: { secretName: options.secret } } : { selfSigned: {} };
}

function directoryOf(server: AcmeOptions['server'] = 'production'): string {
  return server === 'production' || server === 'staging' ? letsEncrypt[server] : server;
}

function acmeSpec(options: AcmeOptions): Fields {
  const { email, server, dns01, accountKeySecret, preferredChain, profile, externalAccount } = options;
  return {
    acme: {
      email,
      server: directoryOf(server),
      ...(accountKeySecret !== undefined && { privateKeySecretRef: { name: accountKeySecret } }),
      ...(preferredChain !== undefined && { preferredChain }),
      ...(profile !== undefined && { profile }),
      ...(externalAccount && {
        externalAccountBinding: { keyID: externalAccount.keyId, keySecretRef: { ...externalAccount.key } },
      }),
      solvers: dns01.map(({ solver }) => solver),
    },
  };
}

/** cert-manager takes the first of two solvers that match alike, and never tells that the other one is idle. */
function checkSolvers(problems: Problems, dns01: readonly Dns01[], isPublic: boolean): void {
  const taken = new Map<string, number>();
  for (const [index, { zones }] of dns01.entries()) {
    for (const zone of zones.length > 0 ? zones : ['']) {
      const other = taken.get(zone);
      if (other === undefined) taken.set(zone, index);
      else
        problems.add({
          rule: 'certificates/solver-zones',
          prop: `dns01[${index}].zones`,
          must: zone === '' ? `be given, because dns01[${other}] has none either` : `leave ${zone} to dns01[${other}]`,
          got: zone === '' ? undefined : zone,
          fix: 'give every solver zones of its own; one of them may have none, and solves the rest.',
        });
      if (isPublic && zone !== '' && !isPublicName(zone))
        problems.add({
          rule: 'certificates/not-public',
          prop: `dns01[${index}].zones`,
          must: 'be public names, because a public authority signs no others',
          got: zone,
          fix: 'use Issuer.ca for names inside of the cluster or company.',
        });
    }
  }
}
