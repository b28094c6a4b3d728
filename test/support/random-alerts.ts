import type { ClickHouseAlertOptions, KeeperAlertOptions, OperatorAlertOptions, UsedShares } from 'anyhouse';
import fc from 'fast-check';
import { certificateDays } from './random-monitoring';
import { type Fields, options } from './random-options';

const { constantFrom, integer } = fc;

const share = fc.double({ min: 1e-7, max: 0.999, noNaN: true });
const stateMetrics = constantFrom('kube-state-metrics' as const, 'none' as const);

/** Thresholds of the alerts of a cluster. */
export const clusterAlerts = options({
  stateMetrics,
  startMinutes: integer({ min: 1, max: 1440 }),
  partsInPartition: constantFrom(1, 500, 1_000_000_000),
  replicationDelaySeconds: constantFrom(1, 300),
  replicationQueue: constantFrom(1, 1000),
  failedFetches: constantFrom(0, 10),
  distributedFiles: constantFrom(1, 50),
  pendingMutations: constantFrom(1, 100),
  detachedParts: constantFrom(0, 5),
  querySeconds: constantFrom(1, 3600),
  memoryUsed: share,
  diskUsed: options({
    warning: constantFrom(0.5, 0.8, 0.95),
    critical: constantFrom(0.96, 0.99),
  } satisfies Fields<UsedShares>),
  diskFullHours: constantFrom(1, 24, 720),
  certificateDays,
} satisfies Fields<ClickHouseAlertOptions>);

/** Thresholds of the alerts of a quorum. */
export const keeperAlerts = options({
  stateMetrics,
  startMinutes: integer({ min: 1, max: 1440 }),
  latencyMilliseconds: fc.double({ min: 0.001, max: 60_000, noNaN: true }),
  outstandingRequests: constantFrom(1, 10),
  filesUsed: share,
} satisfies Fields<KeeperAlertOptions>);

/** Thresholds of the alerts of the operator. */
export const operatorAlerts = options({
  downMinutes: integer({ min: 1, max: 1440 }),
  abortedReconciles: constantFrom(0, 3),
  failedHosts: constantFrom(0, 3),
} satisfies Fields<OperatorAlertOptions>);
