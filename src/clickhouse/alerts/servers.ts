import { podAlerts, wantedPods } from '../../monitoring/pod-alerts';
import { type AlertedCluster, type ClickHouseAlert, gauge, happened, titleOf } from './alerts';

/** Alerts on servers that are missing, or at the end of what they have. */
export function serverAlerts(cluster: AlertedCluster): readonly ClickHouseAlert[] {
  const { name, namespace, job, thresholds } = cluster;
  const { startMinutes, memoryUsed, querySeconds, stateMetrics } = thresholds;
  const title = titleOf(cluster);
  // The operator calls them so, and `main` is the name of the only cluster of each installation of ours.
  const statefulSets = `chi-${name}-main-[0-9]+-[0-9]+`;
  const used = `${gauge(cluster, 'AsyncMetrics_MemoryResident')} / (${gauge(cluster, 'AsyncMetrics_CGroupMemoryTotal')} > 0)`;
  return [
    {
      name: 'ClickHouseShardDown',
      expression: shardDown(cluster, statefulSets),
      for: `${startMinutes}m`,
      severity: 'critical',
      summary: `No server of shard {{ $labels.shard }} of the ${title} answers.`,
      description: 'Its part of the data cannot be read or written, or Prometheus does not reach its pods.',
    },
    {
      name: 'ClickHouseServerDown',
      expression: `max by (pod) (up{job="${job}"}) == 0`,
      for: `${startMinutes}m`,
      severity: 'warning',
      summary: `Server {{ $labels.pod }} of the ${title} does not answer.`,
      description: 'Other replicas of its shard, if there are any, carry its load.',
    },
    ...podAlerts({
      ...{
        prefix: 'ClickHouse',
        runbook: 'clickhouse',
        title: `the ${title}`,
        namespace,
        statefulSets,
        startMinutes,
        stateMetrics,
      },
    }),
    {
      name: 'ClickHouseMemoryNearLimit',
      expression: `max by (pod) (${used}) > ${memoryUsed}`,
      for: '10m',
      severity: 'warning',
      summary: `Server {{ $labels.pod }} of the ${title} uses {{ $value | humanizePercentage }} of its memory.`,
      description: 'Queries fail for want of memory, and the kernel may end the server.',
    },
    {
      name: 'ClickHouseQueryLong',
      expression: `max by (hostname) (${ofExporter('chi_clickhouse_metric_LongestRunningQuery', cluster)}) > ${querySeconds}`,
      for: '5m',
      severity: 'warning',
      summary: `A query of {{ $labels.hostname }} in the ${title} has run for {{ $value | humanizeDuration }}.`,
      description: 'It holds memory and threads that others need. Nobody may be waiting for it any more.',
    },
    {
      name: 'ClickHouseDnsErrors',
      expression: `${happened(cluster, 'DNSError', '5m')} > 0`,
      for: '15m',
      severity: 'warning',
      summary: `Server {{ $labels.pod }} of the ${title} cannot look up names.`,
      description: 'It may not find its Keeper, other servers or the hosts that users may connect from.',
    },
  ];
}

/**
 * Shards that should have a server, and have none. Stopped ones should not: the operator scales them to zero. Names of
 * StatefulSets and pods have the number of the shard in them.
 */
function shardDown({ name, namespace, job, thresholds }: AlertedCluster, statefulSets: string): string {
  const byShard = (series: string, label: string) =>
    `label_replace(${series}, "shard", "$1", "${label}", "chi-${name}-main-([0-9]+)-[0-9]+.*")`;
  const answer = `max by (shard) (${byShard(`up{job="${job}"}`, 'pod')})`;
  if (thresholds.stateMetrics === 'none')
    return `${answer} == 0 or max by (shard) (label_replace(absent(up{job="${job}"}), "shard", "any", "", ""))`;
  const wanted = byShard(wantedPods({ namespace, statefulSets }), 'statefulset');
  return `sum by (shard) (${wanted}) > 0 unless on (shard) ${answer} == 1`;
}

/**
 * A metric of the exporter of the operator. It looks at all installations and has their namespace as a label, which
 * Prometheus keeps as `exported_namespace` unless it is told to honour labels.
 */
function ofExporter(metric: string, { name, namespace }: AlertedCluster): string {
  return ['exported_namespace', 'namespace']
    .map((label) => `${metric}{chi="${name}",${label}="${namespace}"}`)
    .join(' or ');
}
