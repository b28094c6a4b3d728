import { type AlertedCluster, type ClickHouseAlert, gauge, happened, titleOf } from './alerts';

/** Alerts on inserts that are slow or lost. */
export function insertAlerts(cluster: AlertedCluster): readonly ClickHouseAlert[] {
  const { partsInPartition, distributedFiles } = cluster.thresholds;
  const title = titleOf(cluster);
  return [
    {
      name: 'ClickHousePartsMany',
      expression: `max by (pod) (${gauge(cluster, 'AsyncMetrics_MaxPartCountForPartition')}) > ${partsInPartition}`,
      for: '15m',
      severity: 'warning',
      summary: `A partition of server {{ $labels.pod }} of the ${title} has {{ $value }} parts.`,
      description: 'Merges do not keep up with inserts. Queries get slower, and inserts are delayed and rejected next.',
    },
    {
      name: 'ClickHouseInsertsDelayed',
      expression: `${happened(cluster, 'DelayedInserts', '5m')} > 0`,
      for: '10m',
      severity: 'warning',
      summary: `Server {{ $labels.pod }} of the ${title} slows inserts down.`,
      description: 'A partition has too many parts. Inserts are rejected when it gets more.',
    },
    {
      name: 'ClickHouseInsertsRejected',
      expression: `${happened(cluster, 'RejectedInserts', '5m')} > 0`,
      for: '1m',
      severity: 'critical',
      summary: `Server {{ $labels.pod }} of the ${title} rejects inserts.`,
      description: 'A partition has far too many parts. Data is lost unless clients try again later.',
    },
    {
      name: 'ClickHouseDistributedFilesMany',
      expression: `max by (pod) (${gauge(cluster, 'Metrics_DistributedFilesToInsert')}) > ${distributedFiles}`,
      for: '15m',
      severity: 'warning',
      summary: `Server {{ $labels.pod }} of the ${title} has {{ $value }} files to send to other shards.`,
      description:
        'Rows that were inserted into Distributed tables do not arrive, and are not in the answers of queries.',
    },
  ];
}
