import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clickHouseAlerts } from '../../../src/clickhouse/alerts/alerts';
import { resolveClickHouseAlerts } from '../../../src/clickhouse/alerts/options';
import { keeperAlerts } from '../../../src/keeper/alerts/alerts';
import { resolveKeeperAlerts } from '../../../src/keeper/alerts/options';
import type { Alert } from '../../../src/monitoring/alert';
import { Engine } from './engine';

const of = { name: 'x', namespace: 'x', job: 'x/x' };
const cluster = clickHouseAlerts({
  ...of,
  ...{ disks: ['default'], replicated: true, certificates: ['x'], thresholds: resolveClickHouseAlerts() },
});
const keeper = keeperAlerts({ ...of, members: 3, thresholds: resolveKeeperAlerts() });

/** Names of one kind that alerts look at. Several may stand in a regular expression. */
function namesIn(alerts: readonly Alert[], kind: 'Metrics' | 'ProfileEvents' | 'AsyncMetrics'): readonly string[] {
  const found = alerts.flatMap(({ expression }) =>
    [...expression.matchAll(new RegExp(`ClickHouse${kind}_(\\w+)(?:\\((\\w+)\\|(\\w+)\\))?`, 'g'))].flatMap(
      ([, name = '', ...ends]) => (ends[0] === undefined ? [name] : ends.map((end) => `${name}${end}`)),
    ),
  );
  return [...new Set(found)].sort();
}

/** The library that has the engine in it. Values that are measured now and then are in no table there. */
const library = readFileSync(join(__dirname, 'node_modules/@chdb/lib-linux-x64-gnu/libchdb.so'));

let engine: Engine;
beforeAll(() => {
  engine = Engine.ofNpm();
});
afterAll(() => engine.end());

const known = async (column: string, table: string) =>
  new Set((await engine.rows<{ name: string }>(`SELECT ${column} AS name FROM ${table}`)).map(({ name }) => name));

describe.each([
  ['servers', cluster],
  ['Keeper', keeper],
] as const)('alerts of %s', (_, alerts) => {
  test('look at values that ClickHouse has', async () => {
    const names = namesIn(alerts, 'Metrics');
    const metrics = await known('metric', 'system.metrics');
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !metrics.has(name))).toEqual([]);
  });

  test('look at events that ClickHouse counts', async () => {
    const names = namesIn(alerts, 'ProfileEvents');
    const events = await known(
      'event',
      '(SELECT event FROM system.events SETTINGS system_events_show_zero_values = 1)',
    );
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !events.has(name))).toEqual([]);
  });
});

test('alerts of servers look at values that ClickHouse measures now and then', () => {
  const names = namesIn(cluster, 'AsyncMetrics').map((name) => name.replace(/_default$/, '_'));
  expect(names).toContain('DiskAvailable_');
  expect(names.filter((name) => !library.includes(name))).toEqual([]);
  expect(library.includes('MaxPartCountForPartitions')).toBe(false);
});

/**
 * What members of Keeper measure. The engine has no Keeper in it, so these are copied.
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Coordination/KeeperAsynchronousMetrics.cpp
 */
const measured = [
  ...['KeeperIsLeader', 'KeeperIsFollower', 'KeeperIsObserver', 'KeeperIsStandalone'],
  ...['KeeperIsExceedingMemorySoftLimitHit', 'KeeperZnodeCount', 'KeeperWatchCount', 'KeeperEphemeralsCount'],
  ...['KeeperApproximateDataSize', 'KeeperKeyArenaSize', 'KeeperOpenFileDescriptorCount'],
  ...['KeeperMaxFileDescriptorCount', 'KeeperFollowers', 'KeeperSyncedFollowers', 'KeeperZxid'],
  ...['KeeperSessionWithWatches', 'KeeperPathsWatched', 'KeeperLastLogIdx', 'KeeperLastLogTerm'],
  ...['KeeperLastCommittedLogIdx', 'KeeperTargetCommitLogIdx', 'KeeperLastSnapshotIdx'],
  ...['KeeperMinLatency', 'KeeperMaxLatency', 'KeeperAvgLatency', 'KeeperPacketsReceived', 'KeeperPacketsSent'],
];

test('alerts of Keeper look at values that its members measure', () => {
  expect(namesIn(keeper, 'AsyncMetrics').filter((name) => !measured.includes(name))).toEqual([]);
  expect(namesIn(keeper, 'AsyncMetrics')).toContain('KeeperIsStandalone');
});
