import { topologyOf } from '../../src/altinity/topology';
import { chi, hostsOf, laidOut } from '../support/installations';

const prefix = 'chi-events-main-';
const objectsOf = (manifest: unknown) => hostsOf(manifest).map(({ object }) => object);

describe('hosts of a layout', () => {
  const layouts: readonly [string, unknown, readonly string[]][] = [
    ['nothing gives one host', undefined, ['0-0']],
    ['counts give a rectangle, shard by shard', { shardsCount: 2, replicasCount: 2 }, ['0-0', '0-1', '1-0', '1-1']],
    ['zero and negative counts count as one', { shardsCount: 0, replicasCount: -3 }, ['0-0']],
    ['a count that is no whole number counts as one', { shardsCount: '2', replicasCount: 1.5 }, ['0-0']],
    ['a list of shards raises the count', { shardsCount: 1, shards: [{}, {}, {}] }, ['0-0', '1-0', '2-0']],
    ['a count adds shards behind the list', { shardsCount: 3, shards: [{ name: 'a' }] }, ['a-0', '1-0', '2-0']],
    [
      'a shard without a count takes the width of the widest',
      { shards: [{ replicasCount: 3 }, {}] },
      ['0-0', '0-1', '0-2', '1-0', '1-1', '1-2'],
    ],
    [
      'a shard that lists replicas has as many as it lists',
      { replicasCount: 3, shards: [{ replicas: [{}, {}] }, { replicasCount: 1 }] },
      ['0-0', '0-1', '1-0'],
    ],
    [
      'a count of a shard below its list leaves the rest out',
      { shards: [{ replicasCount: 1, replicas: [{}, {}] }] },
      ['0-0'],
    ],
    [
      'replicas can be listed instead',
      { replicas: [{}, {}, {}], shardsCount: 2 },
      ['0-0', '0-1', '0-2', '1-0', '1-1', '1-2'],
    ],
    [
      'the shards of a replica raise the count for all',
      { replicas: [{ shards: [{}, {}] }, { shardsCount: 1 }] },
      ['0-0', '0-1', '1-0', '1-1'],
    ],
    [
      'shards and replicas can be named at once',
      { shards: [{ name: 'hot' }, { name: 'cold' }], replicas: [{ name: 'x' }, { name: 'y' }] },
      ['hot-x', 'hot-y', 'cold-x', 'cold-y'],
    ],
    ['a name equal to its index is no name', { shards: [{ name: '0' }, { name: '0' }] }, ['0-0', '0-0']],
    [
      'the name of a host replaces its whole name',
      { shards: [{ replicas: [{ name: 'alpha' }, {}] }] },
      ['alpha', '0-1'],
    ],
    [
      'names of hosts that an older operator made up are made up anew',
      { shards: [{ name: 'a', replicas: [{ name: '0' }, { name: '0-1' }] }] },
      ['a-0', 'a-1'],
    ],
    [
      'hosts of both lists end up in one grid',
      {
        shards: [{ replicasCount: 2, replicas: [{ name: 'first' }] }],
        replicas: [{}, { shards: [{ name: 'second' }] }],
      },
      ['first', 'second'],
    ],
    [
      'parts of a name are cut to 15 characters, without separators at the end',
      { shards: [{ name: 'a-long-shard-x' }], replicas: [{ name: 'replica' }] },
      ['a-long-shard-x'],
    ],
  ];

  test.each(layouts)('%s', (_, layout, expected) => {
    expect(objectsOf(laidOut(layout))).toEqual(expected.map((host) => `${prefix}${host}`));
  });

  test('names beyond 15 characters collide, while the host keeps its whole name', () => {
    const hosts = hostsOf(laidOut({ shards: [{ name: 'frankfurt-hot1' }], replicasCount: 12 }));
    expect(hosts[1]).toMatchObject({ name: 'frankfurt-hot1-1', object: `${prefix}frankfurt-hot1` });
    expect(hosts[11]).toMatchObject({ name: 'frankfurt-hot1-11', object: `${prefix}frankfurt-hot1` });
  });

  test('an installation without clusters has one named cluster', () => {
    for (const clusters of [undefined, [], [null]]) {
      expect(objectsOf(chi({ configuration: { clusters } }))).toEqual(['chi-events-cluster-0-0']);
    }
  });

  test('several clusters follow each other', () => {
    const manifest = chi({ configuration: { clusters: [{ name: 'a', layout: { shardsCount: 2 } }, { name: 'b' }] } });
    expect(objectsOf(manifest)).toEqual(['chi-events-a-0-0', 'chi-events-a-1-0', 'chi-events-b-0-0']);
    expect(hostsOf(manifest).map(({ index }) => index)).toEqual([0, 1, 0]);
  });

  test('shards tell their weight and who replicates', () => {
    const shards = topologyOf(laidOut({ shards: [{ weight: 0, replicasCount: 2 }, { internalReplication: 'yes' }] }))
      .clusters[0]?.shards;
    expect(shards?.[0]).toMatchObject({ index: 0, name: '0', weight: 0, internalReplication: true });
    expect(shards?.[1]).toMatchObject({ index: 1, internalReplication: true });
    expect(shards?.[1]).not.toHaveProperty('weight');
  });

  test('an absurd count neither throws nor exhausts the memory', () => {
    expect(hostsOf(laidOut({ shardsCount: 1e12, replicasCount: 1e12 }))).toHaveLength(10_000);
  });
});
