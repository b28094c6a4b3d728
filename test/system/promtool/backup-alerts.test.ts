import { Monitoring } from 'anyhouse';
import { backupAlerts } from '../../../src/backup/alerts';
import { type PrometheusRuleSpec, renderAlerts } from '../../../src/monitoring/alert';
import { checkRules, testRules } from './promtool';

const hour = 3600;
const backup = {
  namespace: 'analytics',
  cluster: 'events',
  jobs: ['backup-full', 'backup-increment'],
  // Short, so that two cycles are few samples.
  fullGap: 2 * hour,
  thresholds: { age: 2 * hour, sizeFactor: 2 },
};
const job = 'analytics/backup';
const environment = { namespace: 'analytics', monitoring: Monitoring.prometheusOperator().resolved } as never;
const specOf = (sidecarJob?: string): PrometheusRuleSpec =>
  renderAlerts(
    'backup',
    environment,
    { backup: 'backup', clickhouse: 'events' },
    backupAlerts({ ...backup, sidecarJob }),
  ).spec;
const rules = { sidecar: specOf(job), native: specOf() };

const pod = (shard: number, replica: number) => `chi-events-main-${shard}-${replica}-0`;
const at = (name: string, shard = 0, replica = 0, of = job) =>
  `${name}{job="${of}",namespace="${of.split('/')[0]}",pod="${pod(shard, replica)}",container="backup",endpoint="backup",instance="${pod(shard, replica)}:7171"}`;
const metric = (name: string, shard = 0, replica = 0, of = job) => at(`clickhouse_backup_${name}`, shard, replica, of);
const cron = (name: string, which: string, namespace = 'analytics') =>
  `${name}{namespace="${namespace}",cronjob="${which}"}`;
const ofJob = (name: string, which: string, more = '') => `${name}{namespace="analytics",job_name="${which}"${more}}`;
const failed = (which: string) => ofJob('kube_job_failed', which, ',condition="true"');

type Series = Readonly<Record<string, string>>;
interface Case {
  readonly of: keyof typeof rules;
  readonly alert: string;
  readonly firing: Series;
  readonly quiet: Series;
  /** When neither, and when the first is raised. */
  readonly before: string;
  readonly after: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly severity?: string;
  readonly summary: string;
}

/** Samples of a cycle. */
const cycle = 240;
const cases: readonly Case[] = [
  {
    of: 'sidecar',
    alert: 'BackupTooOld',
    severity: 'critical',
    firing: {
      [metric('last_create_remote_finish')]: `60x${2 * cycle}`,
      [metric('last_create_remote_status')]: `1x${2 * cycle}`,
    },
    quiet: {
      [metric('last_create_remote_finish')]: `60x${2 * cycle}`,
      [metric('last_create_remote_finish', 0, 1)]: `6000x${2 * cycle}`,
    },
    before: '2h5m',
    after: '2h8m',
    labels: { shard: '0' },
    summary: 'The last backup of shard 0 of events is 2h 7m 0s old.',
  },
  {
    // An operation that failed has ended, too.
    of: 'sidecar',
    alert: 'BackupTooOld',
    severity: 'critical',
    firing: {
      [metric('last_create_remote_finish')]: `7000x${2 * cycle}`,
      [metric('last_create_remote_status')]: `0x${2 * cycle}`,
      [at('process_start_time_seconds')]: `60x${2 * cycle}`,
    },
    quiet: {
      [metric('last_create_remote_finish')]: `7000x${2 * cycle}`,
      [metric('last_create_remote_status')]: `2x${2 * cycle}`,
    },
    before: '2h5m',
    after: '2h8m',
    labels: { shard: '0' },
    summary: 'The last backup of shard 0 of events is 2h 7m 0s old.',
  },
  {
    of: 'native',
    alert: 'BackupTooOld',
    severity: 'critical',
    firing: { [cron('kube_cronjob_status_last_successful_time', 'backup-full')]: `60x${2 * cycle}` },
    quiet: {
      [cron('kube_cronjob_status_last_successful_time', 'backup-full')]: `60x${2 * cycle}`,
      [cron('kube_cronjob_status_last_successful_time', 'backup-increment')]: `6000x${2 * cycle}`,
    },
    before: '2h5m',
    after: '2h8m',
    summary: 'The last backup of events is 2h 7m 0s old.',
  },
  {
    of: 'native',
    alert: 'BackupJobFailed',
    firing: { [ofJob('kube_job_created', 'backup-full-29')]: '600x60', [failed('backup-full-29')]: '1x60' },
    quiet: {
      [ofJob('kube_job_created', 'backup-full-29')]: '600x60',
      [failed('backup-full-29')]: '1x60',
      [cron('kube_cronjob_status_last_successful_time', 'backup-increment')]: '700x60',
    },
    before: '4m',
    after: '6m',
    summary: 'The last backup job of events failed.',
  },
  {
    of: 'sidecar',
    alert: 'BackupFailed',
    firing: { [metric('last_create_remote_status')]: '0x120' },
    quiet: { [metric('last_create_remote_status')]: '2x120', [metric('last_create_remote_status', 0, 1)]: '1x120' },
    before: '29m',
    after: '31m',
    labels: { pod: pod(0, 0) },
    summary: `The last backup of ${pod(0, 0)} of events failed.`,
  },
  {
    of: 'sidecar',
    alert: 'BackupSizeJump',
    firing: { [metric('last_backup_size_remote', 1)]: `100x${cycle} 300x${cycle}` },
    quiet: { [metric('last_backup_size_remote', 1)]: `100x${cycle} 190x${cycle}` },
    before: '2h10m',
    after: '2h30m',
    labels: { shard: '1' },
    summary: 'Backups of shard 1 of events are 3 times as large as those of the cycle before.',
  },
  {
    of: 'sidecar',
    alert: 'BackupSizeJump',
    firing: { [metric('last_backup_size_remote')]: `100x${cycle} 20x${2 * cycle}` },
    quiet: { [metric('last_backup_size_remote')]: `100x${cycle} 60x${2 * cycle}` },
    before: '3h50m',
    after: '4h30m',
    labels: { shard: '0' },
    summary: 'Backups of shard 0 of events are 200m times as large as those of the cycle before.',
  },
  {
    of: 'sidecar',
    alert: 'BackupSidecarDown',
    firing: { [at('up')]: '0x60', [at('up', 0, 1)]: '1x60' },
    quiet: { [at('up')]: '1x60', [at('up', 0, 0, 'other/backup')]: '0x60' },
    before: '14m',
    after: '16m',
    labels: { pod: pod(0, 0) },
    summary: `clickhouse-backup beside ${pod(0, 0)} of events does not answer.`,
  },
];

test.each(Object.entries(rules))('promtool takes all alerts of the engine %s', (_, spec) => {
  expect(checkRules(spec)).toBe('');
});

test.each(cases.map((one) => [`${one.alert} (${one.of}: ${one.summary})`, one] as const))(
  '%s',
  (_, { of, alert, firing, quiet, before, after, labels = {}, severity = 'warning', summary }) => {
    const spec = rules[of];
    const description = spec.groups[0]?.rules.find((rule) => rule.alert === alert)?.annotations.description ?? '';
    const raised = {
      exp_labels: { severity, namespace: 'analytics', backup: 'backup', clickhouse: 'events', ...labels },
      exp_annotations: {
        summary,
        description,
        runbook_url: `https://github.com/anyhouse/anyhouse/blob/main/docs/runbooks/backup.md#${alert.toLowerCase()}`,
      },
    };
    expect(testRules(spec, { series: firing, at: before, alert, raised: [] })).toBe('');
    expect(testRules(spec, { series: firing, at: after, alert, raised: [raised] })).toBe('');
    expect(testRules(spec, { series: quiet, at: after, alert, raised: [] })).toBe('');
  },
);
