import { askedBy, dashboards } from '../../support/dashboards';
import { checkRules, testExpression } from './promtool';

/** Expressions as recording rules, which promtool judges. */
function judged(expressions: readonly string[]): string {
  const rules = expressions.map((expr, index) => ({ record: `dashboard:expression:${index}`, expr }));
  return checkRules({ groups: [{ name: 'dashboard', rules }] });
}

test.each(dashboards)('Prometheus takes every expression of dashboard %s', (_, dashboard) => {
  const asked = askedBy(dashboard);
  expect(asked.length).toBeGreaterThan(8);
  expect(asked.filter(({ expression }) => expression.includes('$') && !expression.includes('"$1"'))).toEqual([]);
  expect(judged([...new Set(asked.map(({ expression }) => expression))])).toBe('');
});

test('promtool is believed only because it finds what is wrong', () => {
  expect(judged(['sum(rate(x[2m])'])).toContain('unclosed left parenthesis');
  expect(judged(['label_replace(x, "disk", "$1")'])).toContain('expected 5 argument(s)');
});

/** What the panel of the overview shows. */
function shown(panel: string): string {
  const [, overview] = dashboards.find(([name]) => name === 'overview') ?? [];
  const asked = overview ? askedBy(overview).filter(({ panel: title }) => title === panel) : [];
  expect(asked).toHaveLength(1);
  return asked[0]?.expression ?? '';
}

const events = 'job="analytics/clickhouse-events"';
const keeper = 'job="analytics/keeper-keeper"';
const edge = 'job="analytics/edge"';
const backup = 'job="analytics/nightly"';
const disk = (what: string, pod: string, name: string) =>
  `ClickHouseAsyncMetrics_Disk${what}_${name}{${events},pod="${pod}"}`;
const leads = (value: number) => ({
  [`ClickHouseAsyncMetrics_KeeperIsLeader{${keeper},pod="a"}`]: `${value}x60`,
  [`ClickHouseAsyncMetrics_KeeperIsLeader{${keeper},pod="b"}`]: '0x60',
  [`ClickHouseAsyncMetrics_KeeperIsStandalone{${keeper},pod="a"}`]: '0x60',
  [`ClickHouseAsyncMetrics_KeeperIsStandalone{${keeper},pod="b"}`]: '0x60',
});
const alert = (severity: string, namespace = 'analytics', state = 'firing') =>
  `ALERTS{alertname="A",alertstate="${state}",severity="${severity}",namespace="${namespace}"}`;
const created = (what: string) => `clickhouse_backup_last_create_remote_${what}{${backup},pod="a"}`;

// biome-ignore format: one case a line is easier to read
test.each<readonly [string, string, Readonly<Record<string, string>>, number | undefined]>([
  ['Critical', 'is 0 while nothing is wrong', {}, 0],
  ['Critical', 'counts alerts of its own namespace that are raised', { [alert('critical')]: '1x60', [alert('critical', 'analytics', 'pending')]: '1x60', [alert('critical', 'other')]: '1x60', [alert('warning')]: '1x60' }, 1],
  ['Servers that answer', 'counts those that do', { [`up{${events},pod="a"}`]: '1x60', [`up{${events},pod="b"}`]: '0x60', 'up{job="other/clickhouse-events"}': '1x60' }, 1],
  ['Servers that do not', 'counts those that do not', { [`up{${events},pod="a"}`]: '1x60', [`up{${events},pod="b"}`]: '0x60' }, 1],
  ['Servers that do not', 'has no value while clusters are stopped', {}, undefined],
  ['Queries', 'adds all up', { [`ClickHouseProfileEvents_Query{${events},pod="a"}`]: '0+60x60', [`ClickHouseProfileEvents_Query{${events},pod="b"}`]: '0+30x60' }, 3],
  ['Fullest disk', 'is the fullest of all', { [disk('Used', 'a', 'default')]: '40x60', [disk('Total', 'a', 'default')]: '100x60', [disk('Used', 'a', 'data_1')]: '150x60', [disk('Total', 'a', 'data_1')]: '200x60', [disk('Used', 'b', 'default')]: '50x60', [disk('Total', 'b', 'default')]: '100x60' }, 0.75],
  ['Keepers without a leader', 'is 0 with one', leads(1), 0],
  ['Keepers without a leader', 'is 1 when nobody leads', leads(0), 1],
  ['Keepers without a leader', 'is 0 for one that is alone', { ...leads(0), [`ClickHouseAsyncMetrics_KeeperIsStandalone{${keeper},pod="a"}`]: '1x60' }, 0],
  ['Refused', 'adds all reasons up', { [`haproxy_backend_sessions_total{${edge},pod="a",proxy="be_refused_client"}`]: '0+30x60', [`haproxy_backend_sessions_total{${edge},pod="b",proxy="be_refused_name"}`]: '0+30x60', [`haproxy_backend_sessions_total{${edge},pod="a",proxy="be_tcp_none"}`]: '0+30x60' }, 2],
  ['Next certificate ends in', 'is the first of all', { [`haproxy_server_weight{${edge},proxy="be_certificates",server="x",pod="a"}`]: '70x60', [`haproxy_server_weight{${edge},proxy="be_certificates",server="y",pod="a"}`]: '13x60' }, 13],
  ['Last backup ended', 'is its age', { [created('finish')]: '600x60' }, 600],
  ['Last backup ended', 'is unknown when it failed', { [created('finish')]: '600x60', [created('status')]: '0x60' }, undefined],
  ['Last backup ended', 'is unknown after a restart', { [created('finish')]: '0x60' }, undefined],
  ['Failed', 'counts failures', { [created('status')]: '0x60' }, 1],
  ['Failed', 'does not count what is unknown', { [created('status')]: '2x60' }, 0],
])('%s %s', (panel, _, series, value) => {
  expect(testExpression(series, { expression: shown(panel), at: '20m', value })).toBe('');
});
