import { type Host, topologyOf } from '../../src/altinity/topology';

const metadata = { name: 'events', namespace: 'analytics' };

/** A ClickHouse installation with the given spec. */
function chi(spec: unknown, name = 'events') {
  return {
    apiVersion: 'clickhouse.altinity.com/v1',
    kind: 'ClickHouseInstallation',
    metadata: { ...metadata, name },
    spec,
  };
}

/** A Keeper installation with the given spec. */
function chk(spec: unknown) {
  return {
    apiVersion: 'clickhouse-keeper.altinity.com/v1',
    kind: 'ClickHouseKeeperInstallation',
    metadata,
    spec,
  };
}

/** A ClickHouse installation with one cluster named `main`. */
function laidOut(layout: unknown, rest: Record<string, unknown> = {}) {
  return chi({ configuration: { clusters: [{ name: 'main', layout }] }, ...rest });
}

const hostsOf = (manifest: unknown) => topologyOf(manifest).hosts;
const objectsOf = (manifest: unknown) => hostsOf(manifest).map(({ object }) => object);
const prefix = 'chi-events-main-';

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

describe('names', () => {
  test('everything about one host', () => {
    const [host] = hostsOf(
      laidOut(
        { shardsCount: 1 },
        {
          defaults: { templates: { podTemplate: 'server', dataVolumeClaimTemplate: 'data' } },
          templates: {
            podTemplates: [{ name: 'server', spec: { containers: [{ name: 'clickhouse' }] } }],
            volumeClaimTemplates: [{ name: 'data' }],
          },
        },
      ),
    );
    expect(host).toEqual({
      cluster: 'main',
      shard: '0',
      replica: '0',
      shardIndex: 0,
      replicaIndex: 0,
      index: 0,
      name: '0-0',
      object: 'chi-events-main-0-0',
      service: 'chi-events-main-0-0',
      pod: 'chi-events-main-0-0-0',
      fqdn: 'chi-events-main-0-0.analytics.svc.cluster.local',
      ports: { http: 8123, tcp: 9000, interserver: 9009 },
      secure: false,
      insecure: true,
      podTemplate: 'server',
      dataClaimTemplate: 'data',
      claims: ['data-chi-events-main-0-0-0'],
      templates: { podTemplate: 'server', dataVolumeClaimTemplate: 'data' },
    } satisfies Host);
  });

  test('the installation has a headless service of its own', () => {
    expect(topologyOf(laidOut({})).service).toEqual({
      name: 'clickhouse-events',
      fqdn: 'clickhouse-events.analytics.svc.cluster.local',
    });
  });

  test('a namespace that is left open is default', () => {
    const manifest = { ...laidOut({}), metadata: { name: 'events' } };
    expect(hostsOf(manifest)[0]?.fqdn).toBe('chi-events-main-0-0.default.svc.cluster.local');
  });

  test('a pattern moves the names to another domain', () => {
    const fqdnOf = (namespaceDomainPattern: unknown) => hostsOf(laidOut({}, { namespaceDomainPattern }))[0]?.fqdn;
    expect(fqdnOf('%s.svc.my.test')).toBe('chi-events-main-0-0.analytics.svc.my.test');
    expect(fqdnOf('%s.%s.test')).toBe('chi-events-main-0-0.analytics.svc.cluster.local');
    expect(fqdnOf(7)).toBe('chi-events-main-0-0.analytics.svc.cluster.local');
  });

  test('macros fill the patterns of templates', () => {
    const [, host] = hostsOf(
      laidOut(
        { shards: [{ name: 'hot', replicasCount: 2 }] },
        {
          defaults: { templates: { podTemplate: 'pod', replicaServiceTemplate: 'host' } },
          templates: {
            podTemplates: [{ name: 'pod', generateName: '{chi}-{cluster}-{shard}-{replica}-{hostID}' }],
            serviceTemplates: [{ name: 'host', generateName: 'h-{shardIndex}-{replicaIndex}-{chiScopeIndex}-{host}' }],
          },
        },
      ),
    );
    expect(host).toMatchObject({
      object: 'events-main-hot-1-{hostID}',
      pod: 'events-main-hot-1-{hostID}-0',
      service: 'h-0-1-1-hot-1',
      fqdn: 'h-0-1-1-hot-1.analytics.svc.cluster.local',
    });
  });

  test('macros of a Keeper are named after its own kind', () => {
    const templates = { podTemplates: [{ name: 'pod', generateName: '{chk}-{chi}-{chkScopeIndex}-{chiScopeIndex}' }] };
    const [host] = hostsOf(chk({ defaults: { templates: { podTemplate: 'pod' } }, templates }));
    expect(host?.object).toBe('events-{chi}-0-{chiScopeIndex}');
  });

  test('linked service templates rename services, and make those of clusters and shards', () => {
    const topology = topologyOf(
      laidOut(
        {},
        {
          defaults: {
            templates: {
              serviceTemplate: 'entry',
              serviceTemplates: ['extra'],
              clusterServiceTemplate: 'extra',
              shardServiceTemplate: 'shard',
            },
          },
          templates: {
            serviceTemplates: [
              { name: 'entry' },
              { name: 'extra', generateName: 'extra-{chi}' },
              { name: 'shard', generateName: '{cluster}-{shard}' },
            ],
          },
        },
      ),
    );
    expect(topology.services.map(({ name, template }) => [name, template])).toEqual([
      ['clickhouse-events', 'entry'],
      ['extra-events', 'extra'],
    ]);
    expect(topology.clusters[0]?.service?.name).toBe('extra-events');
    expect(topology.clusters[0]?.shards[0]?.service?.name).toBe('main-0');
  });

  test('one service template that does not exist brings the usual service back', () => {
    const topology = topologyOf(
      laidOut(
        {},
        {
          defaults: { templates: { serviceTemplate: 'entry', serviceTemplates: ['missing'] } },
          templates: { serviceTemplates: [{ name: 'entry', generateName: 'entry' }] },
        },
      ),
    );
    expect(topology.services).toEqual([
      { name: 'clickhouse-events', fqdn: 'clickhouse-events.analytics.svc.cluster.local' },
    ]);
  });
});

describe('ports', () => {
  const portsOf = (cluster: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
    hostsOf(
      chi({ ...rest, configuration: { clusters: [{ name: 'main', ...cluster }], ...record(rest.configuration) } }),
    ).map(({ ports }) => ports);
  const record = (value: unknown) => (value ?? {}) as Record<string, unknown>;

  test('secure opens the encrypted ones, insecure closes the plain ones', () => {
    expect(portsOf({ secure: 'yes' })[0]).toEqual({
      http: 8123,
      tcp: 9000,
      https: 8443,
      tcpSecure: 9440,
      interserver: 9009,
    });
    expect(portsOf({ secure: 'On', insecure: 'no' })[0]).toEqual({ https: 8443, tcpSecure: 9440, interserver: 9009 });
    expect(portsOf({ secure: true, insecure: false })[0]).toEqual({ https: 8443, tcpSecure: 9440, interserver: 9009 });
  });

  test('a host decides for itself', () => {
    const layout = { shards: [{ replicas: [{ secure: 'yes', insecure: 'no', tlsPort: 9441 }, {}] }] };
    expect(portsOf({ layout })).toEqual([
      { https: 8443, tcpSecure: 9441, interserver: 9009 },
      { http: 8123, tcp: 9000, interserver: 9009 },
    ]);
  });

  test('settings give ports, the nearest first', () => {
    const layout = {
      shards: [{ settings: { '/tcp_port/': '9001' }, replicas: [{ settings: { http_port: 8124 } }, {}] }],
    };
    const configuration = { settings: { http_port: 8125, tcp_port: 9002 } };
    expect(portsOf({ layout, settings: { https_port: 8444 } }, { configuration })).toEqual([
      { http: 8124, tcp: 9001, https: 8444, interserver: 9009 },
      { http: 8125, tcp: 9001, https: 8444, interserver: 9009 },
    ]);
  });

  test('a host template gives ports before settings do', () => {
    const rest = {
      defaults: { templates: { hostTemplate: 'ports' } },
      configuration: { settings: { tcp_port: 9002 } },
      templates: { hostTemplates: [{ name: 'ports', spec: { tcpPort: 9100, secure: 'yes' } }] },
    };
    expect(portsOf({}, rest)[0]).toMatchObject({ tcp: 9100, tcpSecure: 9440 });
  });

  test('ports can count up over the hosts of a cluster', () => {
    const rest = {
      defaults: { templates: { hostTemplate: 'ports' } },
      templates: {
        hostTemplates: [{ name: 'ports', portDistribution: [{ type: 'ClusterScopeIndex' }], spec: { tcpPort: 9100 } }],
      },
    };
    expect(portsOf({ layout: { shardsCount: 2 } }, rest)).toEqual([
      { http: 8123, tcp: 9100, https: 8443, tcpSecure: 9440, interserver: 9009 },
      { http: 8124, tcp: 9101, https: 8444, tcpSecure: 9441, interserver: 9010 },
    ]);
  });

  test('pods in the network of their node count up on their own', () => {
    const rest = {
      defaults: { templates: { podTemplate: 'host' } },
      templates: { podTemplates: [{ name: 'host', spec: { hostNetwork: true } }] },
    };
    expect(portsOf({ layout: { replicasCount: 2 } }, rest).map(({ http }) => http)).toEqual([8123, 8124]);
  });
});

describe('templates', () => {
  const templates = {
    hostTemplates: [{ name: 'host', spec: { templates: { podTemplate: 'by-host', logVolumeClaimTemplate: 'logs' } } }],
    podTemplates: ['default', 'cluster', 'shard', 'replica', 'by-host'].map((name) => ({ name })),
    volumeClaimTemplates: ['data', 'logs', 'old', 'other'].map((name) => ({ name })),
  };
  const podOf = (layout: unknown, rest: Record<string, unknown> = {}) =>
    hostsOf(laidOut(layout, { templates, ...rest })).map(({ podTemplate }) => podTemplate);
  const defaults = { templates: { podTemplate: 'default' } };

  test('come from the nearest level that names one', () => {
    const cluster = {
      name: 'main',
      templates: { podTemplate: 'cluster' },
      layout: {
        shards: [
          { templates: { podTemplate: 'shard' }, replicas: [{ templates: { podTemplate: 'replica' } }, {}] },
          { replicasCount: 1 },
        ],
      },
    };
    const hosts = hostsOf(chi({ defaults, templates, configuration: { clusters: [cluster, { name: 'b' }] } }));
    expect(hosts.map(({ podTemplate }) => podTemplate)).toEqual(['replica', 'shard', 'cluster', 'default']);
  });

  test('of replicas count only while no shards are listed', () => {
    const replicas = [{ templates: { podTemplate: 'replica' } }];
    expect(podOf({ replicas }, { defaults })).toEqual(['replica']);
    expect(podOf({ replicas, shards: [{}] }, { defaults })).toEqual(['default']);
  });

  test('of a host template fill what is still open', () => {
    const layout = { shards: [{ templates: { hostTemplate: 'host' } }] };
    expect(podOf(layout)).toEqual(['by-host']);
    expect(podOf(layout, { defaults })).toEqual(['default']);
    expect(hostsOf(laidOut(layout, { templates }))[0]).toMatchObject({ logClaimTemplate: 'logs' });
  });

  test('that do not exist count for nothing, but are told', () => {
    const rest = { defaults: { templates: { podTemplate: 'misspelt', dataVolumeClaimTemplate: 'dta' } } };
    const [host] = hostsOf(laidOut({}, { templates, ...rest }));
    expect(host).not.toHaveProperty('podTemplate');
    expect(host).not.toHaveProperty('dataClaimTemplate');
    expect(host?.claims).toEqual([]);
    expect(host?.templates).toEqual(rest.defaults.templates);
  });

  test('the old name of the data template still works', () => {
    const rest = { defaults: { templates: { volumeClaimTemplate: 'old' } } };
    expect(hostsOf(laidOut({}, { templates, ...rest }))[0]?.dataClaimTemplate).toBe('old');
    const layout = { shards: [{ templates: { dataVolumeClaimTemplate: 'data' } }] };
    expect(hostsOf(laidOut(layout, { templates, ...rest }))[0]?.dataClaimTemplate).toBe('data');
  });
});

describe('claims', () => {
  const claimsOf = (references: Record<string, string>, pod: unknown, kind = laidOut) =>
    hostsOf(
      kind(
        {},
        {
          defaults: { templates: { podTemplate: 'pod', ...references } },
          templates: {
            podTemplates: [{ name: 'pod', spec: pod }],
            volumeClaimTemplates: ['data', 'logs', 'jbod'].map((name) => ({ name })),
          },
        },
      ),
    )[0]?.claims.map((claim) => claim.replace(/-ch[ik]-.*/, ''));
  const both = { dataVolumeClaimTemplate: 'data', logVolumeClaimTemplate: 'logs' };

  test('are made for the data and log templates', () => {
    expect(claimsOf(both, {})).toEqual(['data', 'logs']);
  });

  test('are made for mounts with the name of a template', () => {
    const container = { name: 'clickhouse', volumeMounts: [{ name: 'jbod', mountPath: '/jbod' }, { name: 'tmp' }] };
    expect(claimsOf(both, { containers: [container] })).toEqual(['jbod', 'data', 'logs']);
  });

  test('are not made where the pod has a volume of that name', () => {
    expect(claimsOf(both, { volumes: [{ name: 'data', emptyDir: {} }] })).toEqual(['logs']);
  });

  test('are not made where every container mounts something else in its place', () => {
    const container = { name: 'clickhouse', volumeMounts: [{ name: 'jbod', mountPath: '/var/lib/clickhouse' }] };
    const log = { ...container, name: 'clickhouse-log' };
    expect(claimsOf(both, { containers: [container, log] })).toEqual(['jbod', 'logs']);
    // The log container that the operator adds has its place still free.
    expect(claimsOf(both, { containers: [container] })).toEqual(['jbod', 'logs', 'data']);
  });

  test('of a Keeper follow its own paths and container name', () => {
    const container = { volumeMounts: [{ name: 'jbod', mountPath: '/var/lib/clickhouse-keeper' }] };
    const keeper = (_: unknown, spec: Record<string, unknown>) => chk(spec) as ReturnType<typeof chi>;
    const data = { dataVolumeClaimTemplate: 'data' };
    expect(claimsOf(data, { containers: [{ ...container, name: 'clickhouse-keeper' }] }, keeper)).toEqual(['jbod']);
    // Any other name gets a second container beside it.
    expect(claimsOf(data, { containers: [{ ...container, name: 'keeper' }] }, keeper)).toEqual(['jbod', 'data']);
  });
});

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
