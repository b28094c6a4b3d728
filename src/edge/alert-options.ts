import { all, type Check, leaf, shape, wholeNumber } from '../kubernetes/shape';

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

/** Whole days that a certificate is still valid. */
export interface CertificateDays {
  /** Fewer days than this raise a warning, from 2 to 255. Renewal has to come earlier. @default 14 */
  readonly warning?: number;
  /** Fewer days than this are critical, from 1. @default 3, or one less than warning */
  readonly critical?: number;
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

const ordered: Check = (value, prop, problems) => {
  const { warning, critical } = resolveDays(value as CertificateDays | undefined);
  if (critical < warning) return;
  problems.add({
    rule: 'edge/alerts',
    prop: `${prop}.critical`,
    must: `be less than warning (${warning})`,
    got: critical,
    fix: `write critical: ${warning - 1}, or raise warning.`,
  });
};

/** Checks of {@link EdgeAlertOptions}. */
export const edgeAlertOptions: Check = shape<EdgeAlertOptions>({
  refusedPerSecond: perSecond,
  limitedPerSecond: perSecond,
  failedPerSecond: perSecond,
  connectionsUsed: leaf((value) => typeof value === 'number' && value > 0 && value < 1, {
    must: 'be a share above 0 and below 1',
    fix: 'write 0.8 for four fifths.',
  }),
  certificateDays: all(
    shape<CertificateDays>({ warning: wholeNumber(2, 255), critical: wholeNumber(1, 254) }),
    ordered,
  ),
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

function resolveDays({ warning = 14, critical = Math.min(3, warning - 1) }: CertificateDays = {}) {
  return { warning, critical };
}
