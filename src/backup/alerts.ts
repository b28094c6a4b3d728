import type { Alert } from '../monitoring/alert';
import type { ResolvedBackupAlerts } from './alert-options';

/** What the alerts of one schedule are about. */
export interface AlertedBackup {
  readonly namespace: string;
  /** Name of the installation. */
  readonly cluster: string;
  /** Names of the CronJobs. */
  readonly jobs: readonly string[];
  /** Label `job` of the metrics beside the servers. @default - there is nothing beside them */
  readonly sidecarJob?: string;
  /** Seconds between two full backups at most. */
  readonly fullGap: number;
  readonly thresholds: ResolvedBackupAlerts;
}

/**
 * Alerts of backups. Those about jobs look at kube-state-metrics, which comes with kube-prometheus-stack; those about single
 * shards at clickhouse-backup itself.
 * @see https://github.com/Altinity/clickhouse-backup/blob/v2.8.0/pkg/server/metrics/metrics.go
 * @see https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/cronjob-metrics.md
 */
export function backupAlerts(backup: AlertedBackup): readonly Alert[] {
  const { sidecarJob } = backup;
  if (sidecarJob === undefined) return [jobsTooOld(backup), jobFailed(backup)];
  const [age, ...others] = sidecarAlerts(backup, sidecarJob);
  return [age, jobFailed(backup), ...others];
}

/** Hours for people. */
const hours = (seconds: number) => `${Math.round(seconds / 360) / 10} hours`;

function lastSuccess({ namespace, jobs }: AlertedBackup, metric: string): string {
  return `${metric}{namespace="${namespace}",cronjob=~"${jobs.join('|')}"}`;
}

function jobsTooOld(backup: AlertedBackup): Alert {
  const success = lastSuccess(backup, 'kube_cronjob_status_last_successful_time');
  const { cluster, thresholds } = backup;
  return {
    ...tooOld(backup),
    // A new job has had no success yet.
    expression: `time() - max(${success} or ${lastSuccess(backup, 'kube_cronjob_created')}) > ${thresholds.age}`,
    summary: `The last backup of ${cluster} is {{ $value | humanizeDuration }} old.`,
  };
}

function tooOld({ cluster, thresholds }: AlertedBackup) {
  return {
    name: 'BackupTooOld',
    for: '5m',
    severity: 'critical' as const,
    description: `A loss of ${cluster} would cost more than was agreed: backups are to be no older than ${hours(thresholds.age)}.`,
    runbook: 'backup' as const,
  };
}

/** A Job that failed after the last one that did not; older ones are history. */
function jobFailed(backup: AlertedBackup): Alert {
  const { namespace, jobs, cluster } = backup;
  const selector = `namespace="${namespace}",job_name=~"(${jobs.join('|')})-.+"`;
  const failed = `kube_job_created{${selector}} and on (job_name) kube_job_failed{${selector},condition="true"} == 1`;
  const success = lastSuccess(backup, 'kube_cronjob_status_last_successful_time');
  return {
    name: 'BackupJobFailed',
    expression: `max(${failed}) > (max(${success}) or vector(0))`,
    for: '5m',
    severity: 'warning',
    summary: `The last backup job of ${cluster} failed.`,
    description: 'At least one shard has no new backup. The log of the job says which, and why.',
    runbook: 'backup',
  };
}

function sidecarAlerts(backup: AlertedBackup, job: string): readonly [Alert, ...Alert[]] {
  const { cluster, fullGap, thresholds } = backup;
  const metric = (name: string) => `clickhouse_backup_${name}{job="${job}"}`;
  const byShard = (expression: string) =>
    `max by (shard) (label_replace(${expression}, "shard", "$1", "pod", "chi-.+-([0-9]+)-[0-9]+-0"))`;
  // The end of an operation counts also when it failed; before the first one, the start of the program does.
  const good = `(${metric('last_create_remote_finish')} unless ${metric('last_create_remote_status')} == 0) > 0`;
  const largest = (offset: string) =>
    byShard(`max_over_time(${metric('last_backup_size_remote')}[${fullGap}s]${offset})`);
  const ratio = `${largest('')} / (${largest(` offset ${fullGap}s`)} > 0)`;
  const { sizeFactor } = thresholds;
  return [
    {
      ...tooOld(backup),
      expression: `time() - ${byShard(`${good} or process_start_time_seconds{job="${job}"}`)} > ${thresholds.age}`,
      summary: `The last backup of shard {{ $labels.shard }} of ${cluster} is {{ $value | humanizeDuration }} old.`,
    },
    {
      name: 'BackupFailed',
      expression: `max by (pod) (${metric('last_create_remote_status')}) == 0`,
      for: '30m',
      severity: 'warning',
      summary: `The last backup of {{ $labels.pod }} of ${cluster} failed.`,
      description: 'The store refuses it, or the server does. Backups before it are as they were.',
      runbook: 'backup',
    },
    {
      name: 'BackupSizeJump',
      expression: `${ratio} > ${sizeFactor} or ${ratio} < ${1 / sizeFactor}`,
      for: '15m',
      severity: 'warning',
      summary: `Backups of shard {{ $labels.shard }} of ${cluster} are {{ $value | humanize }} times as large as those of the cycle before.`,
      description:
        'Much data came or went. If nobody meant to delete it, keep the older backups before they are removed.',
      runbook: 'backup',
    },
    {
      name: 'BackupSidecarDown',
      expression: `max by (pod) (up{job="${job}"}) == 0`,
      for: '15m',
      severity: 'warning',
      summary: `clickhouse-backup beside {{ $labels.pod }} of ${cluster} does not answer.`,
      description: 'While no replica of a shard has one, there are no backups of it. The database itself goes on.',
      runbook: 'backup',
    },
  ];
}
