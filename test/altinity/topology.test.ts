import { topologyOf } from '../../src/altinity/topology';
import { chi, chk, hostsOf, laidOut } from '../support/installations';

describe('Keeper', () => {
  const members = { configuration: { clusters: [{ name: 'main', layout: { replicasCount: 3 } }] } };

  test('has members with their own names and ports', () => {
    const topology = topologyOf(chk(members));
    expect(topology.hosts.map(({ object }) => object)).toEqual(
      [0, 1, 2].map((member) => `chk-events-main-0-${member}`),
    );
    expect(topology.hosts[0]?.ports).toEqual({ zk: 2181, raft: 9444 });
    expect(topology.service.name).toBe('keeper-events');
    expect(topology.keeperNodes?.[2]).toEqual({
      host: 'chk-events-main-0-2',
      fqdn: 'chk-events-main-0-2.analytics.svc.cluster.local',
      port: 2181,
    });
  });

  test('has a pod template for each member when the layout says so', () => {
    const replicas = ['a', 'b', 'c'].map((podTemplate) => ({ templates: { podTemplate } }));
    const templates = { podTemplates: ['a', 'b', 'c'].map((name) => ({ name })) };
    const hosts = hostsOf(chk({ configuration: { clusters: [{ name: 'main', layout: { replicas } }] }, templates }));
    expect(hosts.map(({ object, podTemplate }) => [object, podTemplate])).toEqual([
      ['chk-events-main-0-0', 'a'],
      ['chk-events-main-0-1', 'b'],
      ['chk-events-main-0-2', 'c'],
    ]);
  });

  test('with TLS only is reached on the encrypted port', () => {
    const cluster = { name: 'main', secure: 'yes', insecure: 'no' };
    const { hosts, keeperNodes } = topologyOf(chk({ configuration: { clusters: [cluster] } }));
    expect(hosts[0]?.ports).toEqual({ zkSecure: 2281, raft: 9444 });
    expect(keeperNodes?.[0]?.port).toBe(2281);
  });

  test('without secure ignores a port that would need it', () => {
    const layout = { replicas: [{ shards: [{ zkPortSecure: 2282 }] }] };
    expect(hostsOf(chk({ configuration: { clusters: [{ name: 'main', layout }] } }))[0]?.ports).toEqual({
      zk: 2181,
      raft: 9444,
    });
  });

  const accessOf = (zookeeper: unknown, cluster: unknown) =>
    topologyOf(chi({ configuration: { zookeeper, clusters: [{ name: 'main', zookeeper: cluster }] } })).clusters[0]
      ?.keeper;

  test('of a ClickHouse cluster is its own, or that of the installation', () => {
    const shared = { nodes: [{ host: 'shared' }], root: '/shared' };
    expect(accessOf(undefined, undefined)).toBeUndefined();
    expect(accessOf(shared, undefined)).toEqual({
      nodes: [{ host: 'shared', port: 2181, secure: false }],
      root: '/shared',
    });
    expect(accessOf(shared, { root: '/own' })?.root).toBe('/shared');
    expect(accessOf(shared, { nodes: [{ host: 'own', port: 2281, secure: 'yes', availabilityZone: 'a' }] })).toEqual({
      nodes: [{ host: 'own', port: 2281, secure: true, zone: 'a' }],
    });
  });

  test('of a ClickHouse cluster may be named instead of listed', () => {
    expect(accessOf({ keeper: { name: 'keeper', namespace: 'shared' } }, undefined)).toEqual({
      nodes: [],
      reference: { name: 'keeper', namespace: 'shared' },
    });
  });
});

describe('any other object', () => {
  test('has no hosts', () => {
    for (const value of [{ kind: 'Deployment' }, {}, [], null, undefined, 'text', 7]) {
      expect(topologyOf(value)).toMatchObject({ kind: 'other', hosts: [], clusters: [], service: { name: '' } });
    }
  });

  test('is read once', () => {
    const manifest = laidOut({});
    expect(topologyOf(manifest)).toBe(topologyOf(manifest));
  });
});
