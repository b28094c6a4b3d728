import type {
  AzureDnsOptions,
  CloudDnsOptions,
  CloudflareOptions,
  IssuerSecretKey,
  Route53Options,
  SolverOptions,
} from './solver-options';
import type { solverShapes } from './solver-shapes';

/** The kinds of {@link Dns01}. */
type Provider = keyof typeof solverShapes;

/** What cert-manager reads. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * How cert-manager proves to an ACME authority that names are ours: by a record in their DNS zone. It is the only way to
 * a certificate for `*.example.com`, and needs no port that is open to the internet.
 *
 * ```ts
 * Dns01.route53();
 * Dns01.cloudflare({ apiToken: { name: 'cloudflare', key: 'api-token' }, zones: ['example.org'] });
 * ```
 * @see https://github.com/cert-manager/cert-manager/blob/v1.21.2/pkg/apis/acme/v1/types_issuer.go
 */
export class Dns01 {
  /**
   * A zone of Amazon Route 53. Without options, cert-manager uses the role of its pods (IRSA, Pod Identity).
   * @throws PropError naming every wrong option
   */
  static route53(options: Route53Options = {}): Dns01 {
    return new Dns01('route53', options, () => {
      const { region, hostedZoneId: hostedZoneID, role, credentials } = options;
      const secret = (key: string) => ({ name: credentials?.name, key });
      const keys = credentials && {
        accessKeyIDSecretRef: secret(credentials.idKey ?? 'access_key_id'),
        secretAccessKeySecretRef: secret(credentials.secretKey ?? 'secret_access_key'),
      };
      return { route53: given({ region, hostedZoneID, role, ...keys }) };
    });
  }

  /**
   * A zone of Google Cloud DNS. Without `credentials`, cert-manager uses the identity of its pods (Workload Identity).
   * @throws PropError naming every wrong option
   */
  static cloudDns(options: CloudDnsOptions): Dns01 {
    return new Dns01('cloudDns', options, () => {
      const { project, hostedZoneName, credentials } = options;
      return { cloudDNS: given({ project, hostedZoneName, serviceAccountSecretRef: secretRef(credentials) }) };
    });
  }

  /**
   * A public zone of Azure DNS. Without `credentials`, cert-manager uses the identity of its pods.
   * @throws PropError naming every wrong option
   */
  static azureDns(options: AzureDnsOptions): Dns01 {
    return new Dns01('azureDns', options, () => {
      const { subscription, resourceGroup, zone, environment, managedIdentity, credentials } = options;
      const principal = credentials && {
        clientID: credentials.clientId,
        tenantID: credentials.tenantId,
        clientSecretSecretRef: secretRef(credentials),
      };
      const identity =
        managedIdentity && given({ clientID: managedIdentity.clientId, tenantID: managedIdentity.tenantId });
      return {
        azureDNS: given({
          subscriptionID: subscription,
          resourceGroupName: resourceGroup,
          hostedZoneName: zone,
          environment,
          managedIdentity: identity,
          ...principal,
        }),
      };
    });
  }

  /**
   * Zones of Cloudflare, which knows tokens only.
   * @throws PropError naming every wrong option
   */
  static cloudflare(options: CloudflareOptions): Dns01 {
    return new Dns01('cloudflare', options, () => ({
      cloudflare: { apiTokenSecretRef: secretRef(options.apiToken) },
    }));
  }

  /** Zones whose names it solves; empty where it solves those of no other solver. */
  readonly zones: readonly string[];
  /** Whether it brings credentials, or relies on those that the pods of cert-manager have. */
  readonly credentials: 'own' | 'ambient';
  /**
   * An entry of `spec.acme.solvers`.
   * @internal
   */
  readonly solver: Fields;

  private constructor(
    /** Who serves the zone. */
    readonly provider: Provider,
    options: SolverOptions & { readonly credentials?: unknown; readonly managedIdentity?: unknown },
    fields: () => Fields,
  ) {
    // Loaded for programs that have one.
    (require('./check-solver') as typeof import('./check-solver')).checkSolver(provider, options);
    const { zones = [], cnameStrategy, credentials } = options;
    this.zones = [...zones];
    this.credentials = provider === 'cloudflare' || credentials !== undefined ? 'own' : 'ambient';
    this.solver = {
      ...(zones.length > 0 && { selector: { dnsZones: [...zones] } }),
      dns01: { ...(cnameStrategy === 'follow' && { cnameStrategy: 'Follow' }), ...fields() },
    };
  }
}

function secretRef(secret: IssuerSecretKey | undefined): Fields | undefined {
  return secret && { name: secret.name, key: secret.key };
}

function given(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
