import { drillAlerts } from '../../../src/backup/restore/alerts';
import { type PrometheusRuleSpec, renderAlerts } from '../../../src/monitoring/alert';
import { Monitoring } from '../../../src/monitoring/monitoring';
import { checkRules, testRules } from './promtool';

const monitoring = Monitoring.prometheusOperator().resolved;
const day = 86_400;
const alerts = drillAlerts({ namespace: 'drill', job: 'events-drill', source: 'events', age: 2 * day });
const rules: PrometheusRuleSpec = renderAlerts(
  'events-drill',
  { namespace: 'drill', monitoring, gitops: undefined },
  { drill: 'events-drill', clickhouse: 'events' },
  alerts,
).spec;

const cronJob = (metric: string, name = 'events-drill') =>
  `kube_cronjob_${metric}{namespace="drill",cronjob="${name}"}`;
const job = (metric: string, name: string, more = '') =>
  `kube_job_${metric}{namespace="drill",job_name="${name}"${more}}`;
const failed = (name: string, time: number) => ({
  [job('created', name)]: `${time}x400`,
  [job('failed', name, ',condition="true"')]: '1x400',
});
const success = (time: number) => ({ [cronJob('status_last_successful_time')]: `${time}x400` });

function raised(name: string, summary: string) {
  const alert = alerts.find((one) => one.name === name);
  const labels = { severity: alert?.severity ?? '', namespace: 'drill', drill: 'events-drill', clickhouse: 'events' };
  return {
    exp_labels: labels,
    exp_annotations: {
      summary,
      description: alert?.description ?? '',
      runbook_url: `https://github.com/anyhouse/anyhouse/blob/main/docs/runbooks/restore.md#${name.toLowerCase()}`,
    },
  };
}

const failure = raised(
  'RestoreDrillFailed',
  'The last drill could not restore the backups of events, or they are short of rows.',
);

test('promtool takes the rules', () => expect(checkRules(rules)).toBe(''));

test('a drill that fails is told after five minutes, whether or not one went well before', () => {
  const alert = 'RestoreDrillFailed';
  const first = failed('events-drill-29500000', 1000);
  expect(testRules(rules, { series: first, at: '6m', alert, raised: [failure] })).toBe('');
  expect(testRules(rules, { series: first, at: '4m', alert, raised: [] })).toBe('');
  expect(testRules(rules, { series: { ...first, ...success(900) }, at: '6m', alert, raised: [failure] })).toBe('');
});

test('a failure before the last success, of another job, or none at all is quiet', () => {
  const alert = 'RestoreDrillFailed';
  const old = { ...failed('events-drill-29500000', 1000), ...success(1100) };
  expect(testRules(rules, { series: old, at: '30m', alert, raised: [] })).toBe('');
  const other = failed('events-drill-again-29500000', 1000);
  expect(testRules(rules, { series: other, at: '30m', alert, raised: [] })).toBe('');
  expect(testRules(rules, { series: success(0), at: '30m', alert, raised: [] })).toBe('');
});

test('drills that do not go well for too long are told, also when none ever has', () => {
  const alert = 'RestoreDrillTooOld';
  const since = (seconds: number) => ({ [cronJob('status_last_successful_time')]: `${-seconds}x400` });
  const summary = 'The last good drill with the backups of events is 2d 0h 16m 0s ago.';
  const late = { series: since(2 * day), at: '16m', alert, raised: [raised(alert, summary)] };
  expect(testRules(rules, late)).toBe('');
  const never = { [cronJob('created')]: `${-2 * day}x400` };
  expect(testRules(rules, { ...late, series: never })).toBe('');
  expect(testRules(rules, { series: since(day), at: '16m', alert, raised: [] })).toBe('');
});
