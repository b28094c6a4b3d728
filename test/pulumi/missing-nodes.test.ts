import type { Platform } from 'anyhouse';
import { ClickHouseCluster, Environment, Keeper } from 'anyhouse';
import type { App } from 'cdk8s';
import { analytics } from '../../examples/quickstart/analytics';
import { Cdk8sApp, EksCluster, type EksClusterArgs, GkeCluster, type NodePoolArgs } from '../../src/pulumi';
import { underAws } from '../support/eks';

const eks = { zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'], network: { nat: 'single' } } as const;

/** What a cluster warns of that gets the program of the quickstart. */
async function warnings(makeCluster: () => EksCluster | GkeCluster, build = analytics) {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
  await underAws(() => {
    const { provider, platform } = makeCluster();
    new Cdk8sApp('analytics', { provider, build: (app: App) => void build(app, platform) });
  });
  const texts = warn.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('Pending'));
  warn.mockRestore();
  return texts.map((text) => text.slice(text.search(/\d+ nodes? /)));
}

const warningsOn = (args: Partial<EksClusterArgs>) => warnings(() => new EksCluster('prod', { ...eks, ...args }));

const pool = (role: NodePoolArgs['role'], nodesPerZone: NodePoolArgs['nodesPerZone'] = 1): NodePoolArgs => ({
  role,
  instanceType: 'm7g.xlarge',
  nodesPerZone,
});
const reason = 'no two of their pods share one, so some would stay Pending.';

test('servers without a node are told before anything is made, with the way out', async () => {
  expect(await warningsOn({})).toEqual([
    `2 nodes for clickhouse are needed in eu-west-1b, and the cluster has 1: ${reason} Fix: write nodesPerZone: 2 at pool 'clickhouse', or ask for fewer shards or replicas.`,
  ]);
  const gke = { project: 'my-project', zones: ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'] };
  expect(await warnings(() => new GkeCluster('prod', gke))).toEqual([
    expect.stringMatching('^2 nodes for clickhouse are needed in europe-west4-b, and the cluster has 1: '),
  ]);
});

test('nothing is said where there are enough, counted as an autoscaler may', async () => {
  const pools = {
    system: pool('system'),
    keeper: pool('keeper'),
    clickhouse: pool('clickhouse', { least: 0, most: 2 }),
  };
  expect(await warningsOn({ pools })).toEqual([]);
  // No pool for a role: its pods share the nodes for everything.
  expect(await warningsOn({ pools: { system: pool('system', 2) } })).toEqual([]);
});

test('nodes that are set apart for others do not count', async () => {
  const pools = { system: { ...pool('system'), zones: ['eu-west-1a'] }, clickhouse: pool('clickhouse', 2) };
  expect(await warningsOn({ pools, stage: 'development' })).toEqual([
    `3 nodes are needed, and the cluster has 1: ${reason} Fix: write nodesPerZone: 3 at pool 'system', or ask for fewer shards or replicas.`,
  ]);
});

test('pools of a role count together, zone by zone', async () => {
  const more = { ...pool('clickhouse'), zones: ['eu-west-1b'] };
  const pools = { system: pool('system'), keeper: pool('keeper'), clickhouse: pool('clickhouse'), more };
  expect(await warningsOn({ pools })).toEqual([]);
  const third = { ...pools, more: { ...more, zones: ['eu-west-1a'] }, again: { ...more, zones: ['eu-west-1a'] } };
  expect(await warningsOn({ pools: third })).toEqual([
    `2 nodes for clickhouse are needed in eu-west-1b, and the cluster has 1: ${reason} Fix: write nodesPerZone: 2 at pool 'clickhouse', or ask for fewer shards or replicas.`,
  ]);
});

test('a machine that there is none of is told, and labels of which nothing is known count as there', async () => {
  const build = (labels: Readonly<Record<string, string>>) => (app: App, platform: Platform) => {
    const environment = new Environment(app, 'analytics', { platform });
    const keeper = new Keeper(environment, 'keeper');
    const replication = { replicas: 2, keeper } as const;
    return new ClickHouseCluster(environment, 'events', {
      replication,
      storage: { size: '50Gi' },
      placement: { pool: { labels } },
    });
  };
  const on = (labels: Readonly<Record<string, string>>) =>
    warnings(() => new EksCluster('prod', eks), build(labels) as typeof analytics);
  expect(await on({ dedicated: 'clickhouse', 'kubernetes.io/os': 'linux' })).toEqual([]);
  expect(await on({ dedicated: 'clickhouse', 'anyhouse.dev/pool': 'canary' })).toEqual(
    ['eu-west-1a', 'eu-west-1b'].map(
      (zone) =>
        `1 node for clickhouse is needed in ${zone}, and the cluster has 0: its pods would stay Pending. Fix: add nodes to a pool there, or ask for fewer shards or replicas.`,
    ),
  );
});

test('development has room for the quickstart, in one zone and in three', async () => {
  expect(await warningsOn({ stage: 'development' })).toEqual([]);
  expect(await warningsOn({ stage: 'development', zones: ['eu-west-1a'] })).toEqual([]);
});
