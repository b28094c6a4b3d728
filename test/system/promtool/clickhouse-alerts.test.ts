import fc from 'fast-check';
import { type AlertedCluster, clickHouseAlerts } from '../../../src/clickhouse/alerts/alerts';
import { type ClickHouseAlertOptions, resolveClickHouseAlerts } from '../../../src/clickhouse/alerts/options';
import type { AlertSeverity } from '../../../src/monitoring/alert';
import { clusterAlerts } from '../../support/random-alerts';
import { type AlertCase, raisedBy, type Series, testAlerts } from './alert-cases';
import { certificateSeries, podMetric, rulesOf, stateOf, waiting } from './metrics';
import { checkRules, testRules } from './promtool';

const job = 'analytics/clickhouse-events';
const labels = { namespace: 'analytics', clickhouse: 'events' };
const cluster = {
  name: 'events',
  namespace: 'analytics',
  job,
  disks: ['default', 'data_1'],
  replicated: true,
  certificates: ['clickhouse-server'],
};

const rules = (given?: ClickHouseAlertOptions, more?: Partial<AlertedCluster>) =>
  rulesOf(clickHouseAlerts({ ...cluster, ...more, thresholds: resolveClickHouseAlerts(given) }), labels);

const pod = 'chi-events-main-0-0-0';
const metric = (name: string, of = pod) => podMetric(`ClickHouse${name}`, job, of);
const up = (of = pod) => podMetric('up', job, of);
const wanted = (name = 'chi-events-main-0-0') => stateOf('kube_statefulset_replicas', name);
const ready = stateOf('kube_statefulset_status_replicas_ready', 'chi-events-main-0-0');
const longest = 'chi_clickhouse_metric_LongestRunningQuery{chi="events",exported_namespace="analytics",hostname="a"}';
const ends = certificateSeries('clickhouse-server', 'analytics');
const [available, total] = ['Available', 'Total'].map((what) => metric(`AsyncMetrics_Disk${what}_data_1`));
const disk = (free: string): Series => ({ [available as string]: free, [total as string]: '1000x800' });
const day = 86_400;

/** A value that stays, above the threshold and at it. */
const level = (
  alert: string,
  severity: AlertSeverity,
  name: string,
  [quiet, firing]: [number, number],
  after: AlertCase['after'],
  summary: string,
): AlertCase => ({
  alert,
  severity,
  firing: { [metric(name)]: `${firing}x200` },
  quiet: { [metric(name)]: `${quiet}x200` },
  after,
  summary,
  labels: { pod },
});

/** A counter that grows by so much every 30 seconds. */
const counted = (
  alert: string,
  severity: AlertSeverity,
  event: string,
  [quiet, firing]: [number, number],
  after: AlertCase['after'],
  summary: string,
): AlertCase => {
  const name = metric(`ProfileEvents_${event}`);
  return {
    alert,
    severity,
    firing: { [name]: `0+${firing}x200` },
    quiet: { [name]: `5+${quiet}x200` },
    after,
    summary,
    labels: { pod },
  };
};

const server = `Server ${pod} of the cluster analytics/events`;
// biome-ignore format: one case a line is easier to read
const cases: readonly AlertCase[] = [
  { alert: 'ClickHouseShardDown', severity: 'critical', firing: { [wanted()]: '1x60', [up()]: '0x60', [wanted('chi-events-main-1-0')]: '1x60', [up('chi-events-main-1-0-0')]: '1x60' }, quiet: { [wanted()]: '1x60', [wanted('chi-events-main-0-1')]: '1x60', [up()]: '0x60', [up('chi-events-main-0-1-0')]: '1x60' }, after: ['4m', '6m'], summary: 'No server of shard 0 of the cluster analytics/events answers.', labels: { shard: '0' } },
  { alert: 'ClickHouseShardDown', severity: 'critical', firing: { [wanted()]: '1x60' }, quiet: { [wanted()]: '0x60' }, after: ['4m', '6m'], summary: 'No server of shard 0 of the cluster analytics/events answers.', labels: { shard: '0' } },
  { alert: 'ClickHouseServerDown', severity: 'warning', firing: { [up()]: '0x60', [up('chi-events-main-0-1-0')]: '1x60' }, quiet: { [up()]: '1x60' }, after: ['4m', '6m'], summary: `${server} does not answer.`, labels: { pod } },
  { alert: 'ClickHousePodNotReady', severity: 'warning', firing: { [wanted()]: '1x60', [ready]: '0x60' }, quiet: { [wanted()]: '0x60', [ready]: '0x60' }, after: ['14m', '16m'], summary: 'The pod of chi-events-main-0-0 in the cluster analytics/events is missing or not ready.', labels: { statefulset: 'chi-events-main-0-0' } },
  { alert: 'ClickHouseVolumeNotAttached', severity: 'warning', firing: { [waiting(pod, 'ContainerCreating')]: '1x60' }, quiet: { [waiting(pod, 'CrashLoopBackOff')]: '1x60' }, after: ['9m', '11m'], summary: `Pod ${pod} of the cluster analytics/events has a node, and waits for its volume.`, labels: { pod } },
  { alert: 'ClickHouseStateUnknown', severity: 'info', firing: {}, quiet: { [wanted()]: '0x60' }, after: ['14m', '16m'], summary: 'Nobody tells how many pods the cluster analytics/events should have.' },
  { alert: 'ClickHouseMemoryNearLimit', severity: 'warning', firing: { [metric('AsyncMetrics_MemoryResident')]: '950x60', [metric('AsyncMetrics_CGroupMemoryTotal')]: '1000x60' }, quiet: { [metric('AsyncMetrics_MemoryResident')]: '900x60', [metric('AsyncMetrics_CGroupMemoryTotal')]: '1000x60', [metric('AsyncMetrics_MemoryResident', 'chi-events-main-0-1-0')]: '900x60', [metric('AsyncMetrics_CGroupMemoryTotal', 'chi-events-main-0-1-0')]: '0x60' }, after: ['9m', '11m'], summary: `${server} uses 95% of its memory.`, labels: { pod } },
  { alert: 'ClickHouseQueryLong', severity: 'warning', firing: { [longest]: '4000x60' }, quiet: { [longest]: '3600x60' }, after: ['4m', '6m'], summary: 'A query of a in the cluster analytics/events has run for 1h 6m 40s.', labels: { hostname: 'a' } },
  counted('ClickHouseDnsErrors', 'warning', 'DNSError', [0, 1], ['14m', '17m'], `${server} cannot look up names.`),
  level('ClickHousePartsMany', 'warning', 'AsyncMetrics_MaxPartCountForPartition', [500, 501], ['14m', '16m'], `A partition of server ${pod} of the cluster analytics/events has 501 parts.`),
  counted('ClickHouseInsertsDelayed', 'warning', 'DelayedInserts', [0, 1], ['9m', '12m'], `${server} slows inserts down.`),
  counted('ClickHouseInsertsRejected', 'critical', 'RejectedInserts', [0, 1], ['1m', '3m'], `${server} rejects inserts.`),
  level('ClickHouseDistributedFilesMany', 'warning', 'Metrics_DistributedFilesToInsert', [50, 51], ['14m', '16m'], `${server} has 51 files to send to other shards.`),
  level('ClickHouseReplicaReadOnly', 'critical', 'Metrics_ReadonlyReplica', [0, 2], ['4m', '6m'], `2 tables of server ${pod} of the cluster analytics/events are read-only.`),
  level('ClickHouseReplicationDelayed', 'warning', 'AsyncMetrics_ReplicasMaxAbsoluteDelay', [300, 400], ['9m', '11m'], `${server} is 6m 40s behind its other replicas.`),
  level('ClickHouseReplicationQueueLong', 'warning', 'AsyncMetrics_ReplicasMaxQueueSize', [1000, 1001], ['29m', '31m'], `A table of server ${pod} of the cluster analytics/events has 1001 entries in its replication queue.`),
  { ...counted('ClickHouseFetchesFail', 'warning', 'ReplicatedPartFailedFetches', [0, 1], ['14m', '25m'], `${server} cannot fetch parts from other replicas.`) },
  counted('ClickHouseDataLost', 'critical', 'ReplicatedDataLoss', [0, 1], ['1m', '3m'], `${server} found parts that no replica has.`),
  counted('ClickHouseKeeperErrors', 'warning', 'ZooKeeperHardwareExceptions', [0, 1], ['9m', '12m'], `${server} loses its connection to Keeper again and again.`),
  level('ClickHouseKeeperSessionLost', 'critical', 'Metrics_ZooKeeperSession', [1, 0], ['4m', '6m'], `${server} has no session with Keeper.`),
  level('ClickHouseKeeperSessionsMany', 'warning', 'Metrics_ZooKeeperSession', [1, 2], ['14m', '16m'], `${server} has 2 sessions with Keeper.`),
  { alert: 'ClickHouseDiskNearlyFull', severity: 'warning', firing: disk('150x60'), quiet: disk('200x60'), after: ['14m', '16m'], summary: `Disk data_1 of server ${pod} of the cluster analytics/events is 85% full.`, labels: { pod, disk: 'data_1' } },
  { alert: 'ClickHouseDiskNearlyFull', severity: 'critical', firing: disk('50x60'), quiet: disk('100x60'), after: ['4m', '6m'], summary: `Disk data_1 of server ${pod} of the cluster analytics/events is 95% full.`, labels: { pod, disk: 'data_1' } },
  { alert: 'ClickHouseDiskFills', severity: 'warning', firing: disk('400-0.2x400'), quiet: disk('400-0.1x400'), after: ['59m', '62m'], summary: `Disk data_1 of server ${pod} of the cluster analytics/events will be full within 24 hours.`, labels: { pod, disk: 'data_1' } },
  { alert: 'ClickHousePartsDetached', severity: 'warning', firing: { [metric('AsyncMetrics_NumberOfDetachedParts')]: '7x60', [metric('AsyncMetrics_NumberOfDetachedByUserParts')]: '4x60' }, quiet: { [metric('AsyncMetrics_NumberOfDetachedParts')]: '4x60', [metric('AsyncMetrics_NumberOfDetachedByUserParts')]: '4x60' }, after: ['14m', '16m'], summary: `${server} has put 3 parts aside.`, labels: { pod } },
  level('ClickHouseMutationsMany', 'warning', 'AsyncMetrics_NumberOfPendingMutations', [100, 101], ['29m', '31m'], `${server} has 101 mutations that are not done.`),
  { alert: 'ClickHouseCertificateExpires', severity: 'warning', firing: { [ends]: `${13 * day}x200` }, quiet: { [ends]: `${15 * day}x200` }, after: ['59m', '61m'], summary: 'Certificate clickhouse-server of the cluster analytics/events is valid for 13.0 more days.', labels: { name: 'clickhouse-server' } },
  { alert: 'ClickHouseCertificateExpires', severity: 'critical', firing: { [ends]: `${2 * day}x200` }, quiet: { [ends]: '0x200' }, after: ['14m', '16m'], summary: 'Certificate clickhouse-server of the cluster analytics/events is valid for 2.0 more days.', labels: { name: 'clickhouse-server' } },
  { alert: 'ClickHouseCertificateUnknown', severity: 'info', firing: {}, quiet: { [ends]: '0x200' }, after: ['59m', '61m'], summary: 'Nobody tells when certificates of the cluster analytics/events end.' },
];

const tested = {
  rules: rules(),
  cases,
  labels,
  healthy: { [wanted()]: '0x200', [ends]: '0x200' },
  // Of a cluster whose name begins alike, of the same name elsewhere, and of another job.
  ofOthers: (series: string) => [
    series
      .replaceAll('chi-events-main', 'chi-events-main-0-main')
      .replaceAll('"events"', '"events2"')
      .replaceAll(job, `${job}2`)
      .replaceAll('clickhouse-server', 'other'),
    series.replaceAll('"analytics"', '"team"').replaceAll(job, 'team/clickhouse-events'),
  ],
};
testAlerts(tested);

test('Prometheus takes the rules with any thresholds that are allowed', () => {
  fc.assert(
    fc.property(clusterAlerts, (given) => checkRules(rules(given)) === ''),
    { numRuns: 20 },
  );
});

describe('an installation that is stopped', () => {
  const alerts = [...new Set(tested.rules.groups.flatMap((group) => group.rules.map(({ alert }) => alert)))];
  // The operator scales its StatefulSets to zero: pods end, and Prometheus forgets them.
  const stopped: Series = {
    [wanted()]: '1x20 0x200',
    [ready]: '1x20 0x200',
    [up()]: '1x20 0x1 stale',
    [metric('Metrics_ZooKeeperSession')]: '1x20 stale',
    [ends]: `${90 * day}x220`,
  };

  test.each(alerts)('raises no %s', (alert) => {
    expect(testRules(tested.rules, { series: stopped, alert, at: '1h50m', raised: [] })).toBe('');
  });

  test('and started again, is not called down while it starts', () => {
    const started = { [wanted()]: '0x20 1x40', [up()]: '_x26 1x40' };
    for (const at of ['13m', '20m'])
      expect(testRules(tested.rules, { series: started, alert: 'ClickHouseShardDown', at, raised: [] })).toBe('');
  });
});

describe('without kube-state-metrics', () => {
  const alone = rules({ stateMetrics: 'none' });
  const one = (shard: string): AlertCase => ({
    ...(cases[0] as AlertCase),
    summary: `No server of shard ${shard} of the cluster analytics/events answers.`,
    labels: { shard },
  });
  const raised = (shard: string) => [raisedBy({ ...tested, rules: alone }, one(shard))];

  test.each([
    ['a shard that does not answer', { [up()]: '0x60', [up('chi-events-main-1-0-0')]: '1x60' }, '0'],
    ['a cluster without metrics, stopped or down,', {}, 'any'],
  ] as const)('%s is called down', (_, series, shard) => {
    expect(testRules(alone, { series, alert: 'ClickHouseShardDown', at: '6m', raised: raised(shard) })).toBe('');
  });

  test('alerts that need it are left out', () => {
    const names = alone.groups.flatMap((group) => group.rules.map(({ alert }) => alert));
    expect(names).not.toContain('ClickHousePodNotReady');
    expect(names).not.toContain('ClickHouseStateUnknown');
  });
});

test('the forecast of a pod that was restarted is that of the new one', () => {
  const old = metric('AsyncMetrics_DiskAvailable_data_1').replace('instance="', 'instance="old-');
  const series = { ...disk('_x60 900x200'), [old]: '400-4x59 stale' };
  expect(testRules(tested.rules, { series, alert: 'ClickHouseDiskFills', at: '1h50m', raised: [] })).toBe('');
});

test('metrics of the exporter and of cert-manager are found when labels are honoured, too', () => {
  const honoured = {
    [longest.replace('exported_namespace', 'namespace')]: '4000x60',
    [ends.replace(',namespace="cert-manager"', '').replace('exported_namespace', 'namespace')]: `${2 * day}x60`,
  };
  const find = (alert: string, severity: string) =>
    raisedBy(tested, cases.find((one) => one.alert === alert && one.severity === severity) as AlertCase);
  const long = find('ClickHouseQueryLong', 'warning');
  expect(testRules(tested.rules, { series: honoured, alert: 'ClickHouseQueryLong', at: '6m', raised: [long] })).toBe(
    '',
  );
  const expiring = find('ClickHouseCertificateExpires', 'critical');
  expect(
    testRules(tested.rules, { series: honoured, alert: 'ClickHouseCertificateExpires', at: '16m', raised: [expiring] }),
  ).toBe('');
});

test('a cluster without Keeper and certificates has no alerts about them', () => {
  const names = rules({}, { replicated: false, certificates: [] }).groups.flatMap((group) =>
    group.rules.map(({ alert }) => alert),
  );
  expect(names.filter((name) => /Keeper|Replica|Fetch|Lost|Certificate/.test(name))).toEqual([]);
});
