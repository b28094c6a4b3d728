import { Problems } from '../../kubernetes/prop-error';
import { all, type Check, leaf, listOf, mapOf, objectName, required, shape } from '../../kubernetes/shape';
import { Dns01 } from './dns01';
import { isPublicAuthority, isPublicName, letsEncrypt } from './public-names';
import type { IssuerSecretKey } from './solver-options';
import { acmeTexts, issuerSecretKey } from './solver-shapes';

/** An account at an authority that was made before, such as ZeroSSL or Google Trust Services want it. */
export interface ExternalAccount {
  /** Id of its key. */
  readonly keyId: string;
  /** Its HMAC key, in base64 without padding. */
  readonly key: IssuerSecretKey;
}

/** Options of `Issuer.acme`. */
export interface AcmeOptions {
  /** Address of whoever is responsible. */
  readonly email: string;
  /**
   * Let's Encrypt, its staging server, whose certificates nobody trusts, or the directory of another authority.
   * @default 'production'
   */
  readonly server?: 'production' | 'staging' | `https://${string}`;
  /** How names are proven. Several ones share the work by their `zones`. */
  readonly dns01: readonly [Dns01, ...Dns01[]];
  /**
   * Secret for the key of the account, which cert-manager makes: in its own namespace for a ClusterIssuer, else in that
   * of the Issuer.
   * @default - the name of the issuer with '-account-key'
   */
  readonly accountKeySecret?: string;
  /** Common name of the root that the chain should end in. @default - the first chain that the authority offers */
  readonly preferredChain?: string;
  /** Profile of the authority. Let's Encrypt has `classic`, `tlsserver` and `shortlived`. @default - that of the authority */
  readonly profile?: string;
  /** An account that exists already. @default - cert-manager makes one */
  readonly externalAccount?: ExternalAccount;
}

/** Options of `Issuer.ca`. */
export interface CaIssuerOptions {
  /**
   * Secret with `tls.crt` and `tls.key` of the authority: in the namespace of cert-manager
   * (`--cluster-resource-namespace`) for a ClusterIssuer, else in that of the Issuer.
   */
  readonly secret: string;
}

const servers = Object.keys(letsEncrypt);

const acme: Check = shape<AcmeOptions>({
  email: acmeTexts.email,
  server: leaf((value) => servers.includes(value as string) || /^https:\/\/[\w.-]+(:\d+)?\/\S*$/.test(String(value)), {
    must: "be 'production', 'staging' or the directory of an authority",
    fix: "write server: 'production', or 'https://acme.example.com/directory'.",
  }),
  dns01: required(
    listOf(
      leaf((value) => value instanceof Dns01, { must: 'be a Dns01', fix: 'write Dns01.route53().' }),
      { least: 1, fix: 'write dns01: [Dns01.route53()].' },
    ),
    { must: 'say how names are proven', fix: 'write dns01: [Dns01.route53()].' },
  ),
  accountKeySecret: objectName,
  preferredChain: acmeTexts.preferredChain,
  profile: acmeTexts.profile,
  externalAccount: shape<ExternalAccount>({
    keyId: required(
      leaf((value) => typeof value === 'string' && /^\S+$/.test(value), {
        must: 'be an id',
        fix: 'copy it from the authority.',
      }),
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
    secret: required(objectName, { must: 'name the Secret of the authority', fix: "write { secret: 'company-ca' }." }),
  }),
  selfSigned: shape({}),
} as const;

/**
 * Who signs certificates, for cert-manager. It becomes a ClusterIssuer in `issuers` of ClusterServices, for all
 * namespaces, and an Issuer in those of an Environment, for its own. Its Secrets lie in the namespace of cert-manager
 * (`--cluster-resource-namespace`) in the first case, in that of the environment in the second.
 *
 * ```ts
 * Issuer.acme({ email: 'ops@example.com', dns01: [Dns01.route53()] });
 * Issuer.ca({ secret: 'company-ca' });
 * ```
 */
export class Issuer {
  /**
   * An ACME authority, such as Let's Encrypt. Names are proven by records in DNS only: the other way, HTTP01, cannot
   * prove `*.example.com`, and needs port 80 open to the internet.
   * @throws PropError naming every wrong option
   */
  static acme(options: AcmeOptions): Issuer {
    return new Issuer('acme', options, () => acmeSpec(options));
  }

  /**
   * An authority whose key is in a Secret.
   * @throws PropError naming every wrong option
   */
  static ca(options: CaIssuerOptions): Issuer {
    return new Issuer('ca', options, () => ({ ca: { secretName: options.secret } }));
  }

  /** Every certificate signs itself: for the first certificate of an authority of one's own, and for trials. */
  static selfSigned(): Issuer {
    return new Issuer('selfSigned', {}, () => ({ selfSigned: {} }));
  }

  /** Solvers that rely on credentials of the pods of cert-manager, by provider: `route53`. */
  readonly ambient: readonly Dns01['provider'][];

  /**
   * Its specification. An account key without a name gets that of the issuer.
   * @internal
   */
  readonly spec: Fields;

  private constructor(
    /** What it is. */
    readonly kind: keyof typeof shapes,
    options: Partial<AcmeOptions & CaIssuerOptions>,
    spec: () => Fields,
  ) {
    const problems = new Problems('Issuer', kind);
    problems.check(shapes[kind], options);
    problems.throwIfAny();
    const { dns01 = [], server } = options;
    checkSolvers(problems, dns01, isPublicAuthority(directoryOf(server)));
    problems.throwIfAny();
    this.ambient = dns01.filter(({ credentials }) => credentials === 'ambient').map(({ provider }) => provider);
    this.spec = spec();
  }
}

/** What cert-manager reads. */
type Fields = Readonly<Record<string, unknown>>;

/** Rule about credentials that cert-manager does not give to Issuers. */
export const ambientRule = 'certificates/ambient-credentials';

/** What the name of an issuer gets for its account key. */
export const accountKeySuffix = '-account-key';

/** Checks of issuers by name, in props. */
export const issuers: Check = mapOf(
  all(
    objectName,
    leaf((name) => String(name).length <= 253 - accountKeySuffix.length, {
      rule: 'names/too-long',
      must: `leave room for '${accountKeySuffix}' in 253 characters`,
      fix: 'shorten it.',
    }),
  ),
  leaf((value) => value instanceof Issuer, {
    must: 'be an Issuer',
    fix: 'write Issuer.acme({ ... }), Issuer.ca({ ... }) or Issuer.selfSigned().',
  }),
);

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
