import type { DashboardDefinition } from '../monitoring/dashboards/definition';
import { diskShare, event, metric } from './dashboard-metrics';
import { queryRows } from './dashboard-queries';
import { serverRows } from './dashboard-servers';

/**
 * Servers of ClickHouse, from their own metrics.
 * @see https://clickhouse.com/docs/operations/server-configuration-parameters/settings#prometheus
 */
export const clickhouseDashboard: DashboardDefinition = {
  name: 'clickhouse',
  title: 'ClickHouse',
  description: 'Servers, queries, inserts, replication and disks of the clusters.',
  choice: { name: 'cluster', label: 'Cluster' },
  variables: [{ name: 'server', label: 'Server', metric: 'up{job=~"$cluster"}', of: 'pod' }],
  rows: [...serverRows('job=~"$cluster",pod=~"$server"'), ...queryRows('job=~"$cluster",pod=~"$server"')],
  overview: (jobs) => ({
    title: 'ClickHouse',
    panels: [
      {
        type: 'stat',
        title: 'Servers that answer',
        description: 'Good: as many as there should be. None while clusters are stopped.',
        width: 4,
        query: { expression: `sum(up{${jobs}})` },
        nothing: 'none',
      },
      {
        type: 'stat',
        title: 'Servers that do not',
        description: 'Good: 0. A server that restarts is counted for a short time.',
        width: 4,
        thresholds: { worse: 'higher', critical: 1 },
        query: { expression: `sum(1 - up{${jobs}})` },
        nothing: 'none',
      },
      {
        type: 'stat',
        title: 'Queries',
        description: 'Queries in each second, of all clusters together. What is usual is good.',
        width: 4,
        unit: 'ops',
        query: { expression: `sum(${event('Query', jobs)})` },
      },
      {
        type: 'stat',
        title: 'Fullest disk',
        description: 'Good: below 80%. Merges need room for new parts; a full disk stops inserts.',
        width: 4,
        unit: 'percentunit',
        thresholds: { worse: 'higher', warning: 0.8, critical: 0.9 },
        query: { expression: `max(${diskShare(jobs)})` },
      },
      {
        type: 'stat',
        title: 'Replicas behind',
        description: 'How far the slowest replica is behind. Good: seconds. Bad: it grows.',
        width: 4,
        unit: 's',
        thresholds: { worse: 'higher', warning: 60, critical: 300 },
        query: { expression: `max(${metric('AsyncMetrics', 'ReplicasMaxAbsoluteDelay', jobs)})` },
      },
      {
        type: 'stat',
        title: 'Read-only tables',
        description: 'Good: 0. Tables refuse inserts until their server finds Keeper again.',
        width: 4,
        thresholds: { worse: 'higher', critical: 1 },
        query: { expression: `sum(${metric('Metrics', 'ReadonlyReplica', jobs)})` },
      },
    ],
  }),
};
