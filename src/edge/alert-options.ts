import { type Check, leaf, shape } from '../kubernetes/shape';
import { type CertificateDays, certificateDays, resolveDays, share } from '../monitoring/thresholds';

/** When alerts of an edge are raised. Rates are those of all its pods together, as averages over five minutes. */
export interface EdgeAlertOptions {
  /**
   * Connections per second that are refused for one reason: the client is not allowed, the name has no route, it is no
   * TLS, a client is held off, or a load balancer is not trusted.
   * @default 1
   */
  readonly refusedPerSecond?: number;
  /** Connections per second that are refused because a limit of their route is reached. @default 0.1 */
  readonly limitedPerSecond?: number;
  /** Connections per second that fail because of the server: it has no address, or does not answer. @default 0.05 */
  readonly failedPerSecond?: number;
  /** Connections of the fullest pod, as a share of those that it takes: above 0, below 1. @default 0.8 */
  readonly connectionsUsed?: number;
  /** When a certificate that clients see is about to end. @default - 14 days for a warning, 3 are critical */
  readonly certificateDays?: CertificateDays;
}

/** Thresholds with all defaults applied. */
export type ResolvedEdgeAlerts = Required<EdgeAlertOptions> & { readonly certificateDays: Required<CertificateDays> };

/** What the alerts of one edge are about. */
export interface AlertedEdge {
  /** Label `job` of its metrics, which no other edge has: `analytics/edge`. */
  readonly job: string;
  /** How long a pod that ends keeps its open streams, and does not answer. */
  readonly drainSeconds: number;
  readonly thresholds: ResolvedEdgeAlerts;
}

const perSecond: Check = leaf((value) => typeof value === 'number' && value > 0 && value <= 1_000_000, {
  must: 'be connections per second, above 0 and at most 1000000',
  fix: 'write a number such as 0.1, which is one in ten seconds.',
});

/** Checks of {@link EdgeAlertOptions}. */
export const edgeAlertOptions: Check = shape<EdgeAlertOptions>({
  refusedPerSecond: perSecond,
  limitedPerSecond: perSecond,
  failedPerSecond: perSecond,
  connectionsUsed: share,
  certificateDays,
});

/** Applies defaults. */
export function resolveEdgeAlerts(given: EdgeAlertOptions = {}): ResolvedEdgeAlerts {
  return {
    refusedPerSecond: given.refusedPerSecond ?? 1,
    limitedPerSecond: given.limitedPerSecond ?? 0.1,
    failedPerSecond: given.failedPerSecond ?? 0.05,
    connectionsUsed: given.connectionsUsed ?? 0.8,
    certificateDays: resolveDays(given.certificateDays),
  };
}
