import { type AlertedCluster, type ClickHouseAlert, gauge, happened, titleOf } from './alerts';

/** Alerts of clusters that use a Keeper. */
export function replicationAlerts(cluster: AlertedCluster): readonly ClickHouseAlert[] {
  const { replicationDelaySeconds, replicationQueue, failedFetches } = cluster.thresholds;
  const title = titleOf(cluster);
  const most = (name: string) => `max by (pod) (${gauge(cluster, name)})`;
  return [
    {
      name: 'ClickHouseReplicaReadOnly',
      expression: `${most('Metrics_ReadonlyReplica')} > 0`,
      for: '5m',
      severity: 'critical',
      summary: `{{ $value }} tables of server {{ $labels.pod }} of the ${title} are read-only.`,
      description: 'They take no inserts, because their server has no Keeper or does not agree with it.',
    },
    {
      name: 'ClickHouseReplicationDelayed',
      expression: `${most('AsyncMetrics_ReplicasMaxAbsoluteDelay')} > ${replicationDelaySeconds}`,
      for: '10m',
      severity: 'warning',
      summary: `Server {{ $labels.pod }} of the ${title} is {{ $value | humanizeDuration }} behind its other replicas.`,
      description: 'Queries that it answers miss the latest data.',
    },
    {
      name: 'ClickHouseReplicationQueueLong',
      expression: `${most('AsyncMetrics_ReplicasMaxQueueSize')} > ${replicationQueue}`,
      for: '30m',
      severity: 'warning',
      summary: `A table of server {{ $labels.pod }} of the ${title} has {{ $value }} entries in its replication queue.`,
      description: 'An entry at its front may fail again and again, or the replica cannot keep up.',
    },
    {
      name: 'ClickHouseFetchesFail',
      expression: `${happened(cluster, 'ReplicatedPartFailedFetches', '15m')} > ${failedFetches}`,
      for: '15m',
      severity: 'warning',
      summary: `Server {{ $labels.pod }} of the ${title} cannot fetch parts from other replicas.`,
      description: 'It stays behind, and the shard has one copy less of the latest data.',
    },
    {
      name: 'ClickHouseDataLost',
      expression: `${happened(cluster, 'ReplicatedDataLoss', '1h')} > 0`,
      for: '1m',
      severity: 'critical',
      summary: `Server {{ $labels.pod }} of the ${title} found parts that no replica has.`,
      description: 'Data that was inserted is lost, unless a backup or a replica that is gone still has it.',
    },
    {
      name: 'ClickHouseKeeperErrors',
      expression: `${happened(cluster, 'ZooKeeperHardwareExceptions', '5m')} > 0`,
      for: '10m',
      severity: 'warning',
      summary: `Server {{ $labels.pod }} of the ${title} loses its connection to Keeper again and again.`,
      description: 'Each time its replicated tables are read-only for a while, and inserts fail.',
    },
    {
      name: 'ClickHouseKeeperSessionLost',
      expression: `${most('Metrics_ZooKeeperSession')} == 0`,
      for: '5m',
      severity: 'critical',
      summary: `Server {{ $labels.pod }} of the ${title} has no session with Keeper.`,
      description: 'Its replicated tables take no inserts, and ON CLUSTER statements hang.',
    },
    {
      name: 'ClickHouseKeeperSessionsMany',
      expression: `${most('Metrics_ZooKeeperSession')} > 1`,
      for: '15m',
      severity: 'warning',
      summary: `Server {{ $labels.pod }} of the ${title} has {{ $value }} sessions with Keeper.`,
      description: 'It may read from one what it has not yet written through another.',
    },
  ];
}
