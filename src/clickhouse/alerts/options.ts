import { type Check, shape, wholeNumber } from '../../kubernetes/shape';
import {
  type CertificateDays,
  certificateDays,
  minutes,
  resolveDays,
  resolveShares,
  type StateMetrics,
  share,
  stateMetrics,
  type UsedShares,
  usedShares,
} from '../../monitoring/thresholds';

/** When alerts of a cluster are raised. They are about single servers unless said otherwise. */
export interface ClickHouseAlertOptions {
  /** Who tells how many pods there should be, which is none while the cluster is stopped. @default 'kube-state-metrics' */
  readonly stateMetrics?: StateMetrics;
  /** Minutes that a server may take to start, with its node and volume: until then it is not called down. @default 5 */
  readonly startMinutes?: number;
  /**
   * Parts of the fullest partition. ClickHouse delays inserts from 1000 on, and rejects them from 3000 on.
   * @default 500
   * @see https://clickhouse.com/docs/operations/settings/merge-tree-settings#parts_to_delay_insert
   */
  readonly partsInPartition?: number;
  /** Seconds that a replica is behind. @default 300 */
  readonly replicationDelaySeconds?: number;
  /** Entries of the longest replication queue, after half an hour. @default 1000 */
  readonly replicationQueue?: number;
  /** Parts that could not be fetched from another replica, within 15 minutes. @default 10 */
  readonly failedFetches?: number;
  /** Files of Distributed tables that wait to be sent. @default 50 */
  readonly distributedFiles?: number;
  /** Mutations that are not done, after half an hour. @default 100 */
  readonly pendingMutations?: number;
  /** Parts that the server has put aside, such as broken ones. @default 0 */
  readonly detachedParts?: number;
  /** Seconds that the longest query has run. Known where the exporter of the operator is looked at. @default 3600 */
  readonly querySeconds?: number;
  /** Memory of the process, as a share of what the pod may have: above 0, below 1. @default 0.9 */
  readonly memoryUsed?: number;
  /** How full a disk is. @default - 0.8 for a warning, 0.9 is critical */
  readonly diskUsed?: UsedShares;
  /** Hours until a disk is full, if it goes on as in the last six hours. @default 24 */
  readonly diskFullHours?: number;
  /**
   * When a certificate of the servers is about to end. Known where cert-manager is looked at.
   * @default - 14 days for a warning, 3 are critical
   */
  readonly certificateDays?: CertificateDays;
}

/** Thresholds with all defaults applied. */
export type ResolvedClickHouseAlerts = Required<ClickHouseAlertOptions> & {
  readonly certificateDays: Required<CertificateDays>;
  readonly diskUsed: Required<UsedShares>;
};

const count = (least: number) => wholeNumber(least, 1_000_000_000);

/** Checks of {@link ClickHouseAlertOptions}. */
export const clickHouseAlertOptions: Check = shape<ClickHouseAlertOptions>({
  stateMetrics,
  startMinutes: minutes,
  partsInPartition: count(1),
  replicationDelaySeconds: count(1),
  replicationQueue: count(1),
  failedFetches: count(0),
  distributedFiles: count(1),
  pendingMutations: count(1),
  detachedParts: count(0),
  querySeconds: count(1),
  memoryUsed: share,
  diskUsed: usedShares,
  diskFullHours: wholeNumber(1, 720),
  certificateDays,
});

/** Applies defaults. */
export function resolveClickHouseAlerts(given: ClickHouseAlertOptions = {}): ResolvedClickHouseAlerts {
  return {
    stateMetrics: given.stateMetrics ?? 'kube-state-metrics',
    startMinutes: given.startMinutes ?? 5,
    partsInPartition: given.partsInPartition ?? 500,
    replicationDelaySeconds: given.replicationDelaySeconds ?? 300,
    replicationQueue: given.replicationQueue ?? 1000,
    failedFetches: given.failedFetches ?? 10,
    distributedFiles: given.distributedFiles ?? 50,
    pendingMutations: given.pendingMutations ?? 100,
    detachedParts: given.detachedParts ?? 0,
    querySeconds: given.querySeconds ?? 3600,
    memoryUsed: given.memoryUsed ?? 0.9,
    diskUsed: resolveShares(given.diskUsed),
    diskFullHours: given.diskFullHours ?? 24,
    certificateDays: resolveDays(given.certificateDays),
  };
}
