import { type Check, shape, wholeNumber } from '../kubernetes/shape';
import { minutes } from '../monitoring/thresholds';

/** When alerts of the operator are raised. */
export interface OperatorAlertOptions {
  /** Minutes that the operator, its exporter or an answer of a server may be away. @default 10 */
  readonly downMinutes?: number;
  /** Changes of one installation that it may give up within an hour. @default 0 */
  readonly abortedReconciles?: number;
  /** Hosts of one installation that it may fail to bring up within an hour. @default 0 */
  readonly failedHosts?: number;
}

/** Thresholds with all defaults applied. */
export type ResolvedOperatorAlerts = Required<OperatorAlertOptions>;

/** Checks of {@link OperatorAlertOptions}. */
export const operatorAlertOptions: Check = shape<OperatorAlertOptions>({
  downMinutes: minutes,
  abortedReconciles: wholeNumber(0, 1_000_000),
  failedHosts: wholeNumber(0, 1_000_000),
});

/** Applies defaults. */
export function resolveOperatorAlerts(given: OperatorAlertOptions = {}): ResolvedOperatorAlerts {
  return {
    downMinutes: given.downMinutes ?? 10,
    abortedReconciles: given.abortedReconciles ?? 0,
    failedHosts: given.failedHosts ?? 0,
  };
}
