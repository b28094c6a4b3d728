import { late } from '../kubernetes/late';
import { Problems } from '../kubernetes/prop-error';
import { all, type Check, leaf, line, objectName, oneOf, required, shape, when } from '../kubernetes/shape';

/** An Issuer or ClusterIssuer of cert-manager. */
export interface IssuerReference {
  /** Its name. */
  readonly name: string;
  /** Its kind; an Issuer stands in the namespace of the environment. @default 'Issuer' */
  readonly kind?: 'Issuer' | 'ClusterIssuer';
}

/** Options of {@link Tls.certManager}. */
export interface CertManagerOptions {
  /**
   * Who signs certificates. Whoever holds one of its certificates can pass for a server here, so it should sign for
   * nobody else.
   * @default - an authority of the namespace's own
   */
  readonly issuer?: IssuerReference;
  /** How long a certificate is valid, such as `'2160h'`. @default - 90 days, as cert-manager has it */
  readonly duration?: string;
  /** How long before its end a certificate is renewed. Pods take the new one without a restart. @default - a third of it */
  readonly renewBefore?: string;
}

/** Options of {@link Tls.secrets}. */
export interface TlsSecretsOptions {
  /** Secret with `tls.crt`, `tls.key` and, of whoever signed it, `ca.crt`. @default 'clickhouse-tls' */
  readonly server?: string;
}

const hours: Check = leaf((value) => typeof value === 'string' && /^[1-9]\d{0,5}h$/.test(value), {
  rule: 'tls/duration',
  must: 'be a number of hours',
  fix: "write '2160h' for 90 days.",
});

/** Checks of an {@link IssuerReference}. */
export const issuerReference: Check = shape<IssuerReference>({
  name: required(objectName, { must: 'name the issuer', fix: "write { name: 'internal-ca' }." }),
  kind: oneOf(['Issuer', 'ClusterIssuer']),
});

const absent: Check = (value, prop, problems) => {
  if (value === undefined) return;
  problems.add({ rule: 'props/type', prop, must: 'be left out beside a Secret', got: value, fix: 'keep one of them.' });
};

/**
 * Checks of a certificate of its own: a Secret that somebody makes, or an issuer that makes it.
 * @param request what goes with an issuer
 */
export function secretOrIssuer(request: Readonly<Record<string, Check>> = {}): Check {
  const without = Object.fromEntries(Object.keys(request).map((name) => [name, absent]));
  const issuer = required(issuerReference, {
    must: 'name a Secret or an issuer',
    fix: "write { issuer: { name: 'letsencrypt', kind: 'ClusterIssuer' } }.",
  });
  return when(
    (value) => typeof value === 'object' && value !== null && 'secret' in value && value.secret !== undefined,
    shape<Record<string, unknown>>({ secret: late(objectName), issuer: absent, ...without }),
    shape<Record<string, unknown>>({ secret: absent, issuer, ...request }),
  );
}

/** cert-manager refuses less than an hour, and renewals later than the end. */
const inOrder: Check = (value, prop, problems) => {
  if (value === undefined || problems.has('duration') || problems.has('renewBefore')) return;
  const { duration = '2160h', renewBefore } = value as CertManagerOptions;
  if (renewBefore === undefined || Number.parseInt(renewBefore, 10) < Number.parseInt(duration, 10)) return;
  problems.add({
    rule: 'tls/duration',
    prop: `${prop}renewBefore`,
    must: `be shorter than the certificate is valid (${duration})`,
    got: renewBefore,
    fix: "write '720h', or a longer duration.",
  });
};

const options = {
  certManager: all(
    shape<CertManagerOptions>({ issuer: issuerReference, duration: hours, renewBefore: hours }),
    inOrder,
  ),
  secrets: shape<TlsSecretsOptions>({ server: late(objectName) }),
  off: shape<{ reason: string }>({
    reason: required(line, { must: 'say why', fix: "write Tls.off('a service mesh encrypts')." }),
  }),
};

/**
 * Encryption inside of an environment: among servers, and between them, Keeper, the operator and clients.
 *
 * ```ts
 * Tls.certManager();
 * Tls.secrets({ server: 'analytics-tls' });
 * Tls.off('a service mesh encrypts');
 * ```
 */
export class Tls {
  /**
   * cert-manager makes the certificates and renews them.
   * @throws PropError naming every wrong option
   */
  static certManager(given: CertManagerOptions = {}): Tls {
    return new Tls('certManager', given);
  }

  /**
   * Somebody else makes the certificates, as Secrets in the namespace.
   * @throws PropError naming every wrong option
   */
  static secrets(given: TlsSecretsOptions = {}): Tls {
    return new Tls('secrets', given);
  }

  /**
   * Everything is plain text.
   * @param reason why that is right here
   * @throws PropError without a reason
   */
  static off(reason: string): Tls {
    return new Tls('off', { reason });
  }

  private constructor(
    /** Where certificates come from. */
    readonly kind: 'certManager' | 'secrets' | 'off',
    /** As given. */
    readonly options: CertManagerOptions & TlsSecretsOptions & { readonly reason?: string },
  ) {
    const problems = new Problems('Tls', kind);
    problems.check(optionsOf(kind), options);
    problems.throwIfAny();
  }
}

function optionsOf(kind: Tls['kind']): Check {
  return options[kind];
}

/** Checks of TLS in props. */
export const tls: Check = leaf((value) => value instanceof Tls, {
  must: 'be a Tls',
  fix: "write Tls.certManager(), Tls.secrets() or Tls.off('reason').",
});

/** TLS with all defaults applied. */
export interface ResolvedTls {
  /** Secret with `tls.crt`, `tls.key` and `ca.crt`. */
  readonly secret: string;
  /** What cert-manager is asked for. @default - the Secret is made elsewhere */
  readonly certManager?: CertManagerOptions;
}

/** The Secret of the servers; fixed, because its name stands in every pod. */
const serverSecret = 'clickhouse-tls';

/** Applies defaults: everything is encrypted in production, nothing in development. */
export function resolveTls(given: Tls | undefined, stage: 'development' | 'production'): ResolvedTls | undefined {
  const { kind, options } = given ?? (stage === 'production' ? Tls.certManager() : Tls.off('development'));
  if (kind === 'off') return undefined;
  return { secret: options.server ?? serverSecret, ...(kind === 'certManager' && { certManager: options }) };
}
