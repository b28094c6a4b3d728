import type { PrometheusRuleSpec } from '../../../src/monitoring/alert';
import { Monitoring } from '../../../src/monitoring/monitoring';
import { renderScheduleMonitoring } from '../../../src/schedule/alerts';
import type { ResolvedSchedule, Scheduled } from '../../../src/schedule/options';
import { checkRules, testRules } from './promtool';

const schedule: ResolvedSchedule = {
  name: 'nights',
  timeZone: 'Europe/Berlin',
  up: '0 7 * * *',
  down: '0 20 * * *',
  idle: { minutes: 60, check: '*/10 * * * *', ignoreUsers: [] },
  timeoutMinutes: 60,
  latestSeconds: { stop: 600, start: 600 },
  image: 'kubectl:v1',
  downtime: { hoursPerWeek: 77, share: 0.458 },
};
const scheduled = {
  clusters: [{ name: 'events', pods: ['chi-events-main-0-0-0'], sets: ['chi-events-main-0-0'] }],
  keepers: [],
} as unknown as Scheduled;
const monitoring = Monitoring.prometheusOperator().resolved;
const environment = { namespace: 'staging', monitoring } as Parameters<typeof renderScheduleMonitoring>[1];
const rules = renderScheduleMonitoring(schedule, environment, scheduled)?.spec as PrometheusRuleSpec;

const job = (metric: string, name: string, more = '') => `${metric}{namespace="staging",job_name="${name}"${more}}`;
const failed = (name: string, started: string) => ({
  [job('kube_job_status_start_time', name)]: `${started}x200`,
  [job('kube_job_failed', name, ',condition="true"')]: '1x200',
});
const ended = (name: string, time: string) => ({
  [job('kube_job_status_start_time', name)]: `${time}x200`,
  [job('kube_job_status_completion_time', name)]: `${time}x200`,
});
const lastRun = (what: string, time: number) => ({
  [`kube_cronjob_status_last_schedule_time{namespace="staging",cronjob="nights-${what}"}`]: `${time}x200`,
});
const set = (metric: string, value: number) => ({
  [`${metric}{namespace="staging",statefulset="chi-events-main-0-0"}`]: `${value}x200`,
});
const pods = (wanted: number, ready: number) => ({
  ...set('kube_statefulset_replicas', wanted),
  ...set('kube_statefulset_status_replicas_ready', ready),
});

function raised(alert: string) {
  const rule = rules.groups[0]?.rules.find((one) => one.alert === alert);
  if (!rule) throw new Error(`there is no alert ${alert}`);
  const annotations = Object.entries(rule.annotations).map(([key, text]) => [key, text.replace('{{ $value }}', '1')]);
  return [{ exp_labels: { ...rule.labels }, exp_annotations: Object.fromEntries(annotations) }];
}

test('Prometheus takes all rules', () => {
  expect(checkRules(rules)).toBe('');
});

test.each([
  ['ScheduledStartFailed', 'nights-start'],
  ['ScheduledStopFailed', 'nights-stop'],
  ['IdleCheckFailed', 'nights-idle'],
])('%s is raised when the newest Job of %s has failed, until one ends well', (alert, name) => {
  const old = ended(`${name}-100`, '1000');
  const broken = failed(`${name}-200`, '2000');
  expect(testRules(rules, { series: { ...old, ...broken }, at: '5m', alert, raised: raised(alert) })).toBe('');
  expect(testRules(rules, { series: broken, at: '5m', alert, raised: raised(alert) })).toBe('');
  const mended = { ...broken, ...ended(`${name}-300`, '3000') };
  expect(testRules(rules, { series: mended, at: '5m', alert, raised: [] })).toBe('');
  const other = failed('others-start-200', '2000');
  expect(testRules(rules, { series: { ...old, ...other }, at: '5m', alert, raised: [] })).toBe('');
});

test('ScheduledClusterNotUp is raised when pods are missing after a start, and not after a stop', () => {
  const alert = 'ScheduledClusterNotUp';
  const started = { ...lastRun('stop', 1000), ...lastRun('start', 2000) };
  const at = '70m';
  expect(testRules(rules, { series: { ...started, ...pods(1, 0) }, at, alert, raised: raised(alert) })).toBe('');
  expect(testRules(rules, { series: { ...started, ...pods(1, 1) }, at, alert, raised: [] })).toBe('');
  expect(testRules(rules, { series: { ...started, ...pods(0, 0) }, at, alert, raised: [] })).toBe('');
  const stopped = { ...lastRun('start', 1000), ...lastRun('stop', 2000) };
  expect(testRules(rules, { series: { ...stopped, ...pods(1, 0) }, at, alert, raised: [] })).toBe('');
});
