import { Problems } from '../../src/kubernetes/prop-error';
import { nodePools } from '../../src/pulumi/clusters/pool-shape';
import type { NodePoolArgs } from '../../src/pulumi/clusters/pools';
import { type ClusterCloud, platformPools, resolvePools } from '../../src/pulumi/clusters/resolve-pools';

const zones = ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'];
const system: NodePoolArgs = { role: 'system', instanceType: 'n2-standard-4' };
const clickhouse: NodePoolArgs = { role: 'clickhouse', instanceType: 'n2-highmem-8' };

function resolve(pools: unknown, cloud: ClusterCloud = 'google', of = zones) {
  const problems = new Problems('Cluster', 'prod');
  nodePools(pools, 'pools', problems);
  const resolved = resolvePools(problems, { cloud, zones: of }, pools as Record<string, NodePoolArgs>);
  problems.throwIfAny();
  return resolved;
}

function message(pools: unknown, cloud?: ClusterCloud, of?: string[]): string {
  try {
    resolve(pools, cloud, of);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

test('a pool is one group of nodes in each zone, with labels, a taint and the architecture of its machine', () => {
  const pools = resolve({
    system,
    db: { role: 'clickhouse', instanceType: 'c4a-highmem-8', nodesPerZone: { least: 0, most: 4 }, diskGibibytes: 80 },
  });
  expect(pools.map(({ key }) => key)).toEqual([
    'system-europe-west4-a',
    'db-europe-west4-a',
    'system-europe-west4-b',
    'db-europe-west4-b',
    'system-europe-west4-c',
    'db-europe-west4-c',
  ]);
  const { machine, ...first } = pools[0]!;
  expect(machine.architecture).toBe('amd64');
  expect(first).toEqual({
    key: 'system-europe-west4-a',
    pool: 'system',
    zone: 'europe-west4-a',
    role: 'system',
    labels: { 'anyhouse.dev/pool': 'system' },
    least: 1,
    most: 1,
    diskGibibytes: 50,
  });
  const { machine: arm, ...last } = pools[5]!;
  expect(arm).toMatchObject({ name: 'c4a-highmem-8', architecture: 'arm64', hyperdisksOnly: true });
  expect(last).toEqual({
    key: 'db-europe-west4-c',
    pool: 'db',
    zone: 'europe-west4-c',
    role: 'clickhouse',
    labels: { dedicated: 'clickhouse', 'anyhouse.dev/pool': 'db' },
    taint: { key: 'dedicated', value: 'clickhouse' },
    least: 0,
    most: 4,
    diskGibibytes: 80,
  });
});

test('keys stay the same whatever comes before or after', () => {
  const one = resolve({ system, db: clickhouse }).map(({ key }) => key);
  const other = resolve({ db: clickhouse, more: { ...clickhouse, zones: ['europe-west4-b'] }, system });
  expect(other.map(({ key }) => key)).toEqual(expect.arrayContaining(one));
  expect(other).toHaveLength(one.length + 1);
});

test('the platform knows zones of a role in the order of the cluster, and the machine where there is one', () => {
  const pools = resolve({
    second: { ...clickhouse, zones: ['europe-west4-c'] },
    system,
    first: { ...clickhouse, zones: ['europe-west4-a'] },
    quorum: { role: 'keeper', instanceType: 'n2-standard-2' },
    spare: { role: 'keeper', instanceType: 'n2-standard-4', zones: ['europe-west4-b'] },
  });
  expect(platformPools(pools)).toEqual({
    clickhouse: {
      labels: { dedicated: 'clickhouse' },
      taint: 'dedicated=clickhouse:NoSchedule',
      zones: ['europe-west4-a', 'europe-west4-c'],
      instanceType: 'n2-highmem-8',
    },
    keeper: { labels: { dedicated: 'keeper' }, taint: 'dedicated=keeper:NoSchedule', zones },
  });
  expect(platformPools(resolve({ system }))).toEqual({});
});

test.each<[string, unknown, string]>([
  [
    'an unknown role',
    { system, db: { ...clickhouse, role: 'database' } },
    'Cluster \'prod\': pools.db.role must be "clickhouse", "keeper" or "system", got "database". ' +
      "Fix: write role: 'clickhouse', 'keeper' or 'system'. [props/type]",
  ],
  [
    'no role',
    { system, clickhouse: { instanceType: 'n2-highmem-8' } },
    "Cluster 'prod': pools.clickhouse.role must say what the nodes are for, got nothing. " +
      "Fix: write role: 'clickhouse', 'keeper' or 'system'. [props/required]",
  ],
  [
    'a misspelt machine',
    { system, db: { ...clickhouse, instanceType: 'n2-himem-8' } },
    'Cluster \'prod\': pools.db.instanceType must be a machine of gke that is known, got "n2-himem-8". ' +
      "Fix: write 'n2-highmem-8'. [sizes/unknown]",
  ],
  [
    'a machine that is like no other',
    { system, db: { ...clickhouse, instanceType: 'mainframe' } },
    'Cluster \'prod\': pools.db.instanceType must be a machine of gke that is known, got "mainframe". ' +
      "Fix: write 'n2-standard-8'; docs/sizes.md has the list. [sizes/unknown]",
  ],
  [
    'a machine of another cloud',
    { system, db: { ...clickhouse, instanceType: 'm7g.2xlarge' } },
    'Cluster \'prod\': pools.db.instanceType must be a machine of gke; this one is of eks, got "m7g.2xlarge". ' +
      "Fix: write 'n2-standard-8'. [sizes/cloud]",
  ],
  [
    'a zone that the cluster does not have',
    { system, db: { ...clickhouse, zones: ['europe-west4-a', 'europe-west4-d'] } },
    "Cluster 'prod': pools.db.zones[1] must be a zone of the cluster: europe-west4-a, europe-west4-b, europe-west4-c, " +
      'got "europe-west4-d". Fix: choose one of these, or add the zone at the end of zones of the cluster. [clusters/pool-zones]',
  ],
  [
    'no zone',
    { system, db: { ...clickhouse, zones: [] } },
    "Cluster 'prod': pools.db.zones must be a list with at least 1 entry, got []. " +
      'Fix: name zones of the cluster, or leave it out for all of them. [clusters/pool-zones]',
  ],
  [
    'a zone twice',
    { system, db: { ...clickhouse, zones: ['europe-west4-a', 'europe-west4-a'] } },
    'Cluster \'prod\': pools.db.zones[1] must be listed once, got "europe-west4-a". Fix: remove it. [platform/zone]',
  ],
  [
    'half a node',
    { system, db: { ...clickhouse, nodesPerZone: 1.5 } },
    "Cluster 'prod': pools.db.nodesPerZone must be a whole number from 1 to 1000, got 1.5. " +
      'Fix: write 3, or { least: 1, most: 3 } for an autoscaler. [clusters/nodes]',
  ],
  [
    'no node at most',
    { system, db: { ...clickhouse, nodesPerZone: { least: 0, most: 0 } } },
    "Cluster 'prod': pools.db.nodesPerZone.most must be a whole number from 1 to 1000, got 0. " +
      'Fix: write 3, or { least: 1, most: 3 } for an autoscaler. [clusters/nodes]',
  ],
  [
    'bounds the wrong way round',
    { system, db: { ...clickhouse, nodesPerZone: { least: 3, most: 1 } } },
    "Cluster 'prod': pools.db.nodesPerZone must have at least as many nodes at most as at least, " +
      'got {"least":3,"most":1}. Fix: write { least: 1, most: 3 }. [clusters/nodes]',
  ],
  [
    'a name that is no label',
    { system, Click_House: clickhouse },
    'Cluster \'prod\': pools.Click_House must have a name of lower case letters, digits and "-" that starts with a letter, ' +
      'got "Click_House". Fix: rename it to "click-house". [names/invalid]',
  ],
  [
    'a name too long for its cloud',
    { system, 'clickhouse-for-all-of-the-analytics': clickhouse },
    "Cluster 'prod': pools.clickhouse-for-all-of-the-analytics must have a name of at most 25 letters: with a zone it is " +
      'the name of nodes, which have 40, got "clickhouse-for-all-of-the-analytics". ' +
      'Fix: rename it to "clickhouse-for-all-of-the". [names/too-long]',
  ],
  [
    'nothing for the system',
    { db: clickhouse },
    'Cluster \'prod\': pools must have a pool with role "system", got ["db"]. ' +
      "Fix: add system: { role: 'system', instanceType: 'n2-standard-8' }; other pools let nothing else in. [clusters/system-pool]",
  ],
  [
    'pools that are no object',
    'n2-standard-8',
    'Cluster \'prod\': pools must be an object, got "n2-standard-8". Fix: write { name: value }. [props/type]',
  ],
])('%s is refused', (_, pools, expected) => {
  expect(message(pools)).toBe(expected);
});

test('machines of Google are refused on AWS, and those of AWS have an architecture', () => {
  const pools = { system: { role: 'system', instanceType: 'm7g.large' } };
  expect(resolve(pools, 'aws', ['eu-west-1a']).map(({ machine }) => machine.architecture)).toEqual(['arm64']);
  expect(message({ system }, 'aws', ['eu-west-1a'])).toBe(
    'Cluster \'prod\': pools.system.instanceType must be a machine of eks; this one is of gke, got "n2-standard-4". ' +
      "Fix: write 'm7i.2xlarge'. [sizes/cloud]",
  );
});

test('faults of all pools are told at once', () => {
  const text = message({ a: { ...system, instanceType: 'x' }, b: { ...clickhouse, zones: ['mars'], role: 'db' } });
  expect(text).toContain('2 problems in Cluster');
  expect(text).toContain('pools.a.instanceType');
  expect(text).toContain('pools.b.role');
});
