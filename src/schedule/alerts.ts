import type { ResolvedEnvironment } from '../environment/options';
import type { Manifest } from '../kubernetes/manifest';
import { type Alert, renderAlerts } from '../monitoring/alert';
import type { ResolvedSchedule, Scheduled } from './options';

/** What the alerts of a schedule are about. */
export interface AlertedSchedule {
  readonly namespace: string;
  readonly schedule: ResolvedSchedule;
  readonly scheduled: Scheduled;
}

/**
 * Alerts of a schedule, from kube-state-metrics, which somebody else installs.
 * @see https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/job-metrics.md
 */
export function scheduleAlerts({ namespace, schedule, scheduled }: AlertedSchedule): readonly Alert[] {
  const { name, idle, down, timeoutMinutes } = schedule;
  return [
    jobFailed(namespace, `${name}-start`, {
      name: 'ScheduledStartFailed',
      severity: 'critical',
      summary: `Schedule ${name} of ${namespace} could not start its clusters.`,
      description: 'Clients cannot connect: databases that should be up are stopped, or not ready.',
    }),
    ...(down === undefined
      ? []
      : [
          jobFailed(namespace, `${name}-stop`, {
            name: 'ScheduledStopFailed',
            severity: 'warning',
            summary: `Schedule ${name} of ${namespace} could not stop its clusters.`,
            description: 'They go on to cost what they cost, or some of them are stopped and others are not.',
          }),
        ]),
    ...(idle
      ? [
          jobFailed(namespace, `${name}-idle`, {
            name: 'IdleCheckFailed',
            severity: 'warning',
            summary: `Schedule ${name} of ${namespace} cannot tell whether its clusters are idle.`,
            description: 'They are not stopped, for nobody knows whether they are in use.',
          }),
        ]
      : []),
    {
      name: 'ScheduledClusterNotUp',
      // The last start was later than the last stop, and some pods are still missing.
      expression: notUp(namespace, schedule, scheduled),
      for: `${timeoutMinutes}m`,
      severity: 'critical',
      summary: `Pods of clusters that schedule ${name} of ${namespace} has started are missing: {{ $value }}.`,
      description: 'Shards or replicas of databases that should be up do not answer.',
      runbook: 'schedule',
    },
  ];
}

/**
 * The newest Job of a CronJob has failed. Jobs that ended well later make it quiet, also those that somebody made by hand from it
 * and named as the runbook says.
 */
function jobFailed(
  namespace: string,
  cronJob: string,
  alert: Pick<Alert, 'name' | 'severity' | 'summary' | 'description'>,
): Alert {
  const of = `namespace="${namespace}",job_name=~"${cronJob}-([0-9]+|now.*)"`;
  return {
    ...alert,
    expression:
      `max(kube_job_status_start_time{${of}} * on (namespace, job_name) group_left () ` +
      `(max by (namespace, job_name) (kube_job_failed{${of},condition="true"}) == 1)) ` +
      `> (max(kube_job_status_completion_time{${of}}) or vector(0))`,
    for: '1m',
    runbook: 'schedule',
  };
}

/**
 * Pods that should be ready and are not, while the last thing that the schedule did was to start them. A check that stopped
 * them since has made them want no pods.
 */
function notUp(namespace: string, { name, down }: ResolvedSchedule, { clusters, keepers }: Scheduled): string {
  const names = [...clusters, ...keepers].flatMap(({ sets }) => sets);
  const of = `namespace="${namespace}",statefulset=~"${names.join('|')}"`;
  const started = lastRun(namespace, `${name}-start`);
  const missing = `sum(kube_statefulset_replicas{${of}} - on (namespace, statefulset) kube_statefulset_status_replicas_ready{${of}}) > 0`;
  const since =
    down === undefined ? `${started} > 0` : `${started} > (${lastRun(namespace, `${name}-stop`)} or vector(0))`;
  return `(${missing}) and on () (${since})`;
}

function lastRun(namespace: string, cronJob: string): string {
  return `max(kube_cronjob_status_last_schedule_time{namespace="${namespace}",cronjob="${cronJob}"})`;
}

/** The alerts of a schedule: nothing where nobody monitors. */
export function renderScheduleMonitoring(
  schedule: ResolvedSchedule,
  { namespace, gitops, monitoring }: ResolvedEnvironment,
  scheduled: Scheduled,
): Manifest | undefined {
  if (!monitoring) return undefined;
  const { name } = schedule;
  const alerts = scheduleAlerts({ namespace, schedule, scheduled });
  return renderAlerts(`schedule-${name}`, { namespace, gitops, monitoring }, { schedule: name }, alerts);
}
