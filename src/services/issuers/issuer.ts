import type { Dns01 } from './dns01';
import type { IssuerSecretKey } from './solver-options';

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

/** Checks, for programs that have an issuer. */
const resolved = () => require('./resolve-issuer') as typeof import('./resolve-issuer');

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
    return new Issuer('acme', options);
  }

  /**
   * An authority whose key is in a Secret.
   * @throws PropError naming every wrong option
   */
  static ca(options: CaIssuerOptions): Issuer {
    return new Issuer('ca', options);
  }

  /** Every certificate signs itself: for the first certificate of an authority of one's own, and for trials. */
  static selfSigned(): Issuer {
    return new Issuer('selfSigned', {});
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
    readonly kind: 'acme' | 'ca' | 'selfSigned',
    options: Partial<AcmeOptions & CaIssuerOptions>,
  ) {
    const { ambient, spec } = resolved().resolveIssuer(kind, options);
    this.ambient = ambient;
    this.spec = spec;
  }
}

/** What cert-manager reads. */
export type Fields = Readonly<Record<string, unknown>>;

/** Rule about credentials that cert-manager does not give to Issuers. */
export const ambientRule = 'certificates/ambient-credentials';

/** What the name of an issuer gets for its account key. */
export const accountKeySuffix = '-account-key';
