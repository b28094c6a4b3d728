import type { ExposureScope } from './load-balancer/spec';

/** What internal and public exposure have in common. */
export interface ExposureOptions {
  /**
   * What ClickHouse sees as the address of a client: its own, or with `any` that of a node or of the load balancer.
   * Networks of users are compared with it.
   * @default - 'preserve', where the load balancer of the platform can do that, else 'any'
   */
  readonly clientAddress?: 'preserve' | 'any';
  /**
   * With `clientAddress: 'any'`, the ranges of nodes and load balancers. The network policy has to let them in, for it
   * never sees the client; the allowlist is then up to the load balancer alone.
   * @default - none
   */
  readonly through?: readonly string[];
  /**
   * Seconds without a packet after which a connection may be cut.
   * @default - an hour, or as long as the platform can
   */
  readonly idleTimeoutSeconds?: number;
  /** Addresses, or names of reserved ones, that the load balancer takes. @default - whichever it is given */
  readonly staticAddresses?: readonly string[];
  /** Subnets that the load balancer stands in. @default - those that the controller finds */
  readonly subnets?: readonly string[];
  /** Name in DNS, made by external-dns where that runs. @default - none */
  readonly hostname?: string;
  /** Whether every replica gets a load balancer of its own, too. Each one costs. @default 'shared' */
  readonly replicas?: 'shared' | 'each';
}

/** Options of `Exposure.internal`. */
export interface InternalExposureOptions extends ExposureOptions {
  /** Ranges that may connect. @default - all private addresses: 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 */
  readonly allow?: readonly string[];
}

/** Options of `Exposure.public`: who may connect has to be said, one way or the other. */
export type PublicExposureOptions = ExposureOptions &
  (
    | { readonly allow: readonly string[]; readonly allowWorld?: never }
    | { readonly allowWorld: string; readonly allow?: never }
  );

/**
 * How clients outside of the Kubernetes cluster reach a database.
 *
 * ```ts
 * Exposure.internal();
 * Exposure.public({ allow: ['203.0.113.0/24'] });
 * ```
 */
export class Exposure {
  /** A load balancer inside of the private network. */
  static internal(options: InternalExposureOptions = {}): Exposure {
    return new Exposure('internal', options);
  }

  /** A load balancer on the internet. `allowWorld` opens it to everybody, with the reason, which reports print. */
  static public(options: PublicExposureOptions): Exposure {
    return new Exposure('public', options);
  }

  private constructor(
    /** Whether clients come from the private network or from anywhere. */
    readonly scope: ExposureScope,
    /** As given; judged by the construct that is exposed, which knows its platform. */
    readonly options: InternalExposureOptions | PublicExposureOptions,
  ) {}
}
