import type { Alert } from '../../monitoring/alert';

/** What the alerts of one drill are about. */
export interface AlertedDrill {
  readonly namespace: string;
  /** Name of the CronJob. */
  readonly job: string;
  /** Name of the installation whose backups are tried out. */
  readonly source: string;
  /** Seconds after which no drill has gone well for too long. */
  readonly age: number;
}

/**
 * Alerts of drills, from kube-state-metrics.
 * @see https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/cronjob-metrics.md
 * @see https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/job-metrics.md
 */
export function drillAlerts({ namespace, job, source, age }: AlertedDrill): readonly Alert[] {
  const cronJob = (metric: string) => `kube_cronjob_${metric}{namespace="${namespace}",cronjob="${job}"}`;
  const selector = `namespace="${namespace}",job_name=~"${job}-[0-9]+"`;
  const success = cronJob('status_last_successful_time');
  const failed = `kube_job_created{${selector}} and on (job_name) kube_job_failed{${selector},condition="true"} == 1`;
  return [
    {
      name: 'RestoreDrillFailed',
      // A Job that failed after the last one that did not.
      expression: `max(${failed}) > (max(${success}) or vector(0))`,
      for: '5m',
      severity: 'critical',
      summary: `The last drill could not restore the backups of ${source}, or they are short of rows.`,
      description:
        'Until somebody has found out why, nobody knows whether there is a backup. The log of the job says what failed.',
      runbook: 'restore',
    },
    {
      name: 'RestoreDrillTooOld',
      // A new job has had no success yet.
      expression: `time() - max(${success} or ${cronJob('created')}) > ${age}`,
      for: '15m',
      severity: 'warning',
      summary: `The last good drill with the backups of ${source} is {{ $value | humanizeDuration }} ago.`,
      description: 'Drills do not run, or do not end well. Backups that nobody restores fail when they are needed.',
      runbook: 'restore',
    },
  ];
}
