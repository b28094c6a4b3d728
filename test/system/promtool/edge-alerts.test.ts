import fc from 'fast-check';
import type { EdgeAlertOptions } from '../../../src/edge/alert-options';
import { resolveEdgeAlerts } from '../../../src/edge/alert-options';
import { renderEdgeMonitoring } from '../../../src/edge/render-monitoring';
import type { PrometheusRuleSpec } from '../../../src/monitoring/alert';
import { Monitoring } from '../../../src/monitoring/monitoring';
import { edgeAlerts } from '../../support/random-monitoring';
import { type AlertCase, raisedBy, testAlerts } from './alert-cases';
import { checkRules, type RaisedAlert, testRules } from './promtool';

const job = 'analytics/edge';
const monitoring = Monitoring.prometheusOperator().resolved;

function rulesOf(alerts: EdgeAlertOptions = {}): PrometheusRuleSpec {
  const target = { name: 'edge', podLabels: { app: 'edge' }, port: 'metrics' };
  const edge = { ...target, drainSeconds: 280, alerts: resolveEdgeAlerts(alerts) };
  const manifests = renderEdgeMonitoring(edge, { namespace: 'analytics', monitoring });
  return manifests.find(({ kind }) => kind === 'PrometheusRule')?.spec as PrometheusRuleSpec;
}

const rules = rulesOf();
const all = rules.groups.flatMap((group) => group.rules);

/** Labels that a PodMonitor gives to a metric of a pod. */
const labels = (pod: string, of = job) =>
  `job="${of}",namespace="${of.split('/')[0]}",pod="${pod}",container="haproxy",endpoint="metrics",instance="${pod}:8404"`;
const series = (name: string, own: string, pod = 'edge-a', of = job) =>
  `${name}{${labels(pod, of)}${own && `,${own}`}}`;
const proxy = (name: string) => `proxy="${name}"`;
const refused = (reason: string) => series('haproxy_backend_sessions_total', proxy(`be_refused_${reason}`));
const maintenance = series('haproxy_server_status', 'proxy="be_applied",server="files",state="MAINT"');
const days = series('haproxy_server_weight', 'proxy="be_certificates",server="wildcard"');
const current = series('haproxy_frontend_current_sessions', proxy('fe_edge'));
const limit = series('haproxy_frontend_limit_sessions', proxy('fe_edge'));
const frontend = (what: string) => series(`haproxy_frontend_${what}_total`, proxy('fe_edge'));
const errors = (name: string) => series('haproxy_backend_connection_errors_total', proxy(name));

/** Counters in steps of 30 seconds: 60 is two per second. */
const counted = (
  alert: string,
  severity: AlertCase['severity'],
  counter: string,
  steps: [number, number],
  at: [string, string],
  summary: string,
): AlertCase => ({
  alert,
  severity,
  firing: { [counter]: `0+${steps[1]}x60` },
  quiet: { [counter]: `0+${steps[0]}x60` },
  after: at,
  summary,
});

const perSecond = 'At the edge analytics/edge, 2 connections per second';
const long: [string, string] = ['14m', '19m'];
const short: [string, string] = ['4m', '7m'];
// biome-ignore format: one case a line is easier to read
const cases: readonly AlertCase[] = [
  { alert: 'EdgeDown', severity: 'critical', firing: { [series('up', '')]: '0x60' }, quiet: { [series('up', '')]: '0x60', [series('up', '', 'edge-b')]: '1x60' }, after: ['2m', '4m'], summary: 'No pod of the edge analytics/edge answers.' },
  { alert: 'EdgeDown', severity: 'critical', firing: {}, quiet: { [series('up', '')]: '1x60' }, after: ['2m', '4m'], summary: 'No pod of the edge analytics/edge answers.' },
  { alert: 'EdgePodDown', severity: 'warning', firing: { [series('up', '')]: '0x60', [series('up', '', 'edge-b')]: '1x60' }, quiet: { [series('up', '')]: '1x60' }, after: long, summary: 'Pod edge-a of the edge analytics/edge does not answer.', labels: { pod: 'edge-a' } },
  { alert: 'EdgeChangeNotApplied', severity: 'warning', firing: { [maintenance]: '1x60' }, quiet: { [maintenance]: '0x60' }, after: short, summary: 'Pod edge-a of the edge analytics/edge cannot apply a change.', labels: { pod: 'edge-a' } },
  { alert: 'EdgeConnectionsNearLimit', severity: 'warning', firing: { [current]: '1700x60', [limit]: '2000x60' }, quiet: { [current]: '1600x60', [limit]: '2000x60' }, after: short, summary: 'Pod edge-a of the edge analytics/edge has 85% of its connections in use.', labels: { pod: 'edge-a' } },
  { alert: 'EdgeCertificateExpires', severity: 'warning', firing: { [days]: '13x200' }, quiet: { [days]: '14x200' }, after: ['59m', '61m'], summary: 'Certificate wildcard of the edge analytics/edge is valid for 13 more days.', labels: { server: 'wildcard' } },
  { alert: 'EdgeCertificateExpires', severity: 'critical', firing: { [days]: '2x60' }, quiet: { [days]: '3x60' }, after: ['14m', '16m'], summary: 'Certificate wildcard of the edge analytics/edge is valid for 2 more days.', labels: { server: 'wildcard' } },
  counted('EdgeClientsRefused', 'warning', refused('client'), [30, 60], long, `${perSecond} are refused because the client is not allowed.`),
  counted('EdgeNamesUnknown', 'warning', refused('name'), [30, 60], long, `${perSecond} are refused because nothing has the name that they ask for.`),
  counted('EdgeGarbage', 'info', refused('garbage'), [30, 60], long, `${perSecond} are refused because they do not begin with TLS that has a name.`),
  counted('EdgeLimitReached', 'warning', refused('limit'), [3, 60], short, `${perSecond} are refused because a limit of their route is reached.`),
  counted('EdgeServersUnknown', 'warning', refused('backend'), [1, 60], short, `${perSecond} are refused because the name of the server has no address, or a forbidden one.`),
  counted('EdgeRefusedOther', 'warning', refused('other'), [1, 60], short, `${perSecond} are refused for a reason that should not occur.`),
  counted('EdgeLoadBalancerNotTrusted', 'warning', frontend('denied_connections'), [30, 60], long, `${perSecond} are refused because they do not come from a trusted load balancer.`),
  { alert: 'EdgeProxyHeaderMissing', severity: 'warning', firing: { [frontend('connections')]: '0+180x60', [frontend('sessions')]: '0+60x60', [frontend('denied_connections')]: '0+30x60', [frontend('denied_sessions')]: '0+30x60' }, quiet: { [frontend('connections')]: '0+180x60', [frontend('sessions')]: '0+90x60', [frontend('denied_connections')]: '0+30x60', [frontend('denied_sessions')]: '0+30x60' }, after: long, summary: `${perSecond} end before their PROXY header is read.` },
  counted('EdgeClientsHeldOff', 'info', frontend('denied_sessions'), [30, 60], long, `${perSecond} are refused because their client tries too often.`),
  counted('EdgeServersUnreachable', 'warning', errors('be_tcp_none'), [1, 60], short, 'The edge analytics/edge cannot connect to servers: 2 connections per second fail.'),
  counted('EdgeServersUnreachable', 'warning', errors('be_tls_v1_internal'), [1, 60], short, 'The edge analytics/edge cannot connect to servers: 2 connections per second fail.'),
];

const tested = {
  rules,
  cases,
  labels: { namespace: 'analytics', edge: 'edge' },
  healthy: { [series('up', '')]: '1x200' },
  ofOthers: (name: string) =>
    ['analytics/edge2', 'team/edge', 'monitoring/haproxy'].map((other) =>
      name.replace(labels('edge-a'), labels('edge-a', other)).replace(labels('edge-b'), labels('edge-b', other)),
    ),
};
const raised = (one: AlertCase) => raisedBy(tested, one);

testAlerts(tested);

test('Prometheus takes the rules with any thresholds that are allowed', () => {
  fc.assert(
    fc.property(edgeAlerts, (alerts) => checkRules(rulesOf(alerts)) === ''),
    { numRuns: 20 },
  );
});

test('refusals of all pods count together', () => {
  const counter = (pod: string) => series('haproxy_backend_sessions_total', proxy('be_refused_client'), pod);
  const two = { [counter('edge-a')]: '0+24x60', [counter('edge-b')]: '0+24x60' };
  const summary =
    'At the edge analytics/edge, 1.6 connections per second are refused because the client is not allowed.';
  const expected = raised({ ...(cases.find(({ alert }) => alert === 'EdgeClientsRefused') as AlertCase), summary });
  expect(testRules(rules, { series: two, alert: 'EdgeClientsRefused', at: '19m', raised: [expected] })).toBe('');
});

test('a reload, after which counters begin anew, raises nothing', () => {
  const reloaded = { [refused('client')]: '1000000x20 0x40' };
  expect(testRules(rules, { series: reloaded, alert: 'EdgeClientsRefused', at: '19m', raised: [] })).toBe('');
});

test('the last days of a certificate are critical', () => {
  const warning = cases.find(({ alert }) => alert === 'EdgeCertificateExpires') as AlertCase;
  const summary = 'Certificate wildcard of the edge analytics/edge is valid for 2 more days.';
  const both = (['critical', 'warning'] as const).map((severity) => raised({ ...warning, severity, summary }));
  const at = (time: string, alerts: readonly RaisedAlert[]) =>
    testRules(rules, { series: { [days]: '2x200' }, alert: warning.alert, at: time, raised: alerts });
  expect(at('16m', both.slice(0, 1))).toBe('');
  expect(at('61m', both)).toBe('');
});

test('thresholds are those that were given', () => {
  const patient = rulesOf({ refusedPerSecond: 3 });
  const counter = { [refused('client')]: '0+60x60' };
  expect(testRules(patient, { series: counter, alert: 'EdgeClientsRefused', at: '19m', raised: [] })).toBe('');
});

test('promtool is believed only because it finds what is wrong', () => {
  const wrong = { groups: [{ name: 'edge', rules: [{ ...all[0]!, expr: 'sum(rate(x[5m])' }] }] };
  expect(checkRules(wrong)).toContain('unclosed left parenthesis');
  const counter = { [refused('client')]: '0+60x60' };
  expect(testRules(rules, { series: counter, alert: 'EdgeClientsRefused', at: '19m', raised: [] })).toContain('FAILED');
});
