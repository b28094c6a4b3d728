import { type Check, leaf, shape, wholeNumber } from '../../kubernetes/shape';
import { minutes, type StateMetrics, share, stateMetrics } from '../../monitoring/thresholds';

/** When alerts of a quorum are raised. */
export interface KeeperAlertOptions {
  /** Who tells how many members there should be, which is none while it is stopped. @default 'kube-state-metrics' */
  readonly stateMetrics?: StateMetrics;
  /** Minutes that a member may take to start, with its node and volume: until then it is not called down. @default 5 */
  readonly startMinutes?: number;
  /** Mean time of a request, in milliseconds, over five minutes. @default 100 */
  readonly latencyMilliseconds?: number;
  /** Requests that a member has received and not answered. @default 10 */
  readonly outstandingRequests?: number;
  /** Open files of a member, as a share of those that it may have: above 0, below 1. @default 0.8 */
  readonly filesUsed?: number;
}

/** Thresholds with all defaults applied. */
export type ResolvedKeeperAlerts = Required<KeeperAlertOptions>;

/** Checks of {@link KeeperAlertOptions}. */
export const keeperAlertOptions: Check = shape<KeeperAlertOptions>({
  stateMetrics,
  startMinutes: minutes,
  latencyMilliseconds: leaf((value) => typeof value === 'number' && value >= 0.001 && value <= 60_000, {
    must: 'be milliseconds from 0.001 to 60000',
    fix: 'write 100.',
  }),
  outstandingRequests: wholeNumber(1, 1_000_000),
  filesUsed: share,
});

/** Applies defaults. */
export function resolveKeeperAlerts(given: KeeperAlertOptions = {}): ResolvedKeeperAlerts {
  return {
    stateMetrics: given.stateMetrics ?? 'kube-state-metrics',
    startMinutes: given.startMinutes ?? 5,
    latencyMilliseconds: given.latencyMilliseconds ?? 100,
    outstandingRequests: given.outstandingRequests ?? 10,
    filesUsed: given.filesUsed ?? 0.8,
  };
}
