import type { Alert } from '../../monitoring/alert';
import { certificateAlerts } from './certificates';
import { insertAlerts } from './inserts';
import type { ResolvedClickHouseAlerts } from './options';
import { replicationAlerts } from './replication';
import { serverAlerts } from './servers';
import { storageAlerts } from './storage';

/** What the alerts of one cluster are about. */
export interface AlertedCluster {
  readonly name: string;
  readonly namespace: string;
  /** Label `job` of its metrics, which no other one has: `analytics/clickhouse-events`. */
  readonly job: string;
  /** Names of the disks of each server. */
  readonly disks: readonly string[];
  /** Whether it uses a Keeper. */
  readonly replicated: boolean;
  /** Names of the Certificates of its servers that cert-manager renews. */
  readonly certificates: readonly string[];
  readonly thresholds: ResolvedClickHouseAlerts;
}

/** An alert of this room. */
export type ClickHouseAlert = Omit<Alert, 'runbook'>;

/**
 * Alerts of one cluster, from the metrics that its servers have themselves.
 * @see https://clickhouse.com/docs/operations/server-configuration-parameters/settings#prometheus
 * @see https://github.com/Altinity/clickhouse-operator/blob/0.26.0/deploy/prometheus/prometheus-alert-rules-clickhouse.yaml
 */
export function clickHouseAlerts(cluster: AlertedCluster): readonly Alert[] {
  const alerts = [
    ...serverAlerts(cluster),
    ...insertAlerts(cluster),
    ...(cluster.replicated ? replicationAlerts(cluster) : []),
    ...storageAlerts(cluster),
    ...(cluster.certificates.length > 0 ? certificateAlerts(cluster) : []),
  ];
  return alerts.map((alert) => ({ ...alert, runbook: 'clickhouse' }));
}

/** A value that a server has now. */
export function gauge({ job }: AlertedCluster, name: string): string {
  return `ClickHouse${name}{job="${job}"}`;
}

/** How often something has happened in a server; the largest of what is seen of one pod. */
export function happened({ job }: AlertedCluster, event: string, window: string): string {
  return `max by (pod) (increase(ClickHouseProfileEvents_${event}{job="${job}"}[${window}]))`;
}

/** The cluster, in a sentence. */
export function titleOf({ namespace, name }: Pick<AlertedCluster, 'namespace' | 'name'>): string {
  return `cluster ${namespace}/${name}`;
}
