import type { DashboardDefinition } from '../monitoring/dashboards/definition';

const chosen = 'job=~"$backup",pod=~"$pod"';

/**
 * Backups, from the metrics of clickhouse-backup. After a restart it knows nothing about the last backup: states are
 * `unknown` and times are 0, so those of 0 are left out.
 * @see https://github.com/Altinity/clickhouse-backup/blob/master/pkg/server/metrics/metrics.go
 */
export const backupDashboard: DashboardDefinition = {
  name: 'backup',
  title: 'Backups',
  description: 'Age, state, size and number of backups.',
  choice: { name: 'backup', label: 'Backup' },
  variables: [{ name: 'pod', label: 'Pod', metric: 'up{job=~"$backup"}', of: 'pod' }],
  rows: [
    {
      title: 'Last backup',
      panels: [
        {
          type: 'table',
          title: 'Last backup of each pod',
          description: 'One replica of each shard makes backups; the others stay unknown. Bad: failed, or old.',
          width: 24,
          labels: { pod: 'Pod' },
          columns: [
            {
              title: 'State',
              expression: `max by (pod) (clickhouse_backup_last_create_remote_status{${chosen}})`,
              thresholds: { worse: 'lower', critical: 1 },
              words: { 0: 'failed', 1: 'done', 2: 'unknown' },
            },
            {
              title: 'Ended',
              expression: `max by (pod) (${lastEnd(chosen)}) * 1000`,
              unit: 'dateTimeFromNow',
            },
            {
              title: 'Took',
              expression: `max by (pod) (clickhouse_backup_last_create_remote_duration{${chosen}} > 0)`,
              unit: 'ns',
            },
            {
              title: 'Size',
              expression: `max by (pod) (clickhouse_backup_last_backup_size_remote{${chosen}} > 0)`,
              unit: 'bytes',
            },
            {
              title: 'Backups kept',
              expression: `max by (pod) (clickhouse_backup_number_backups_remote{${chosen}})`,
            },
            {
              title: 'Failed since start',
              expression: `max by (pod) (clickhouse_backup_failed_create_remotes{${chosen}})`,
              thresholds: { worse: 'higher', warning: 1, critical: 3 },
            },
          ],
        },
      ],
    },
    {
      title: 'Over time',
      panels: [
        {
          type: 'timeseries',
          title: 'Age of the last backup',
          description:
            'Good: it goes back to 0 with each run of the schedule. What was written since is lost in a disaster.',
          width: 8,
          unit: 's',
          queries: [{ expression: `time() - (${lastEnd(chosen)})`, legend: '{{pod}}' }],
        },
        {
          type: 'timeseries',
          title: 'Size',
          description: 'Of the last backup. A jump down may mean that tables are missing, one up that data doubled.',
          width: 8,
          unit: 'bytes',
          queries: [
            { expression: `clickhouse_backup_last_backup_size_remote{${chosen}} > 0`, legend: '{{pod}} backup' },
            { expression: `clickhouse_backup_local_data_size{${chosen}}`, legend: '{{pod}} tables' },
          ],
        },
        {
          type: 'timeseries',
          title: 'Running',
          description: 'Commands at work. Bad: one that never ends; then the next backup does not begin.',
          width: 8,
          queries: [{ expression: `clickhouse_backup_in_progress_commands{${chosen}}`, legend: '{{pod}}' }],
        },
      ],
    },
  ],
  overview: (jobs) => ({
    title: 'Backups',
    panels: [
      {
        type: 'stat',
        title: 'Last backup ended',
        description: 'The latest of all. Good: not longer ago than the schedule says.',
        width: 8,
        unit: 's',
        query: { expression: `min(time() - (${lastEnd(jobs)}))` },
        nothing: 'unknown',
      },
      {
        type: 'stat',
        title: 'Failed',
        description: 'Pods whose last backup failed. Good: 0.',
        width: 8,
        thresholds: { worse: 'higher', critical: 1 },
        query: { expression: `count(clickhouse_backup_last_create_remote_status{${jobs}} == 0) or vector(0)` },
      },
      {
        type: 'stat',
        title: 'Fewest backups kept',
        description: 'Of the pods that keep some. Bad: fewer than the plan says.',
        width: 8,
        query: { expression: `min(clickhouse_backup_number_backups_remote{${jobs}} > 0)` },
        nothing: 'unknown',
      },
    ],
  }),
};

function lastEnd(matchers: string): string {
  return `clickhouse_backup_last_create_remote_finish{${matchers}} > 0`;
}
