import { allowUnknown, type altinity, type ClickHouseClusterProps, type HostOverride } from 'anyhouse';
import { checkProgram } from '../../src/checks/synth';
import {
  cluster,
  eks,
  environment,
  messageOf,
  minikube,
  objectOf,
  objectsOf,
  replicatedCluster,
} from '../support/environments';

const image = 'clickhouse/clickhouse-server:26.8.19.9';
const places = [
  ['minikube', () => environment({ platform: minikube })],
  ['EKS for development', () => environment({ stage: 'development' })],
  ['EKS', () => environment()],
] as const;

const six = (overrides: readonly HostOverride[], place = environment(), props: Partial<ClickHouseClusterProps> = {}) =>
  replicatedCluster({ shards: 3, overrides, ...props }, place);

interface Templates {
  readonly templates: { readonly podTemplates: readonly { readonly name: string }[] };
  readonly configuration: { readonly clusters: readonly { readonly layout: unknown }[] };
}
const specOf = (of: ReturnType<typeof cluster>) => objectOf(of, 'ClickHouseInstallation').spec as Templates;
const layoutOf = (of: ReturnType<typeof cluster>) => specOf(of).configuration.clusters[0]?.layout;

/** Everything that decides the StatefulSet and the configuration of each host. */
function hostsOf(of: ReturnType<typeof cluster>): ReadonlyMap<string, string> {
  const { templates } = specOf(of);
  const layout = layoutOf(of) as altinity.ClusterLayout;
  const parts = of.hosts.map((host) => {
    const shard = layout.shards?.[host.shardIndex];
    const pod = templates.podTemplates.find(({ name }) => name === host.podTemplate);
    return [
      host.object,
      JSON.stringify([host, pod, shard?.settings, shard?.replicas?.[host.replicaIndex]?.settings]),
    ] as const;
  });
  return new Map(parts);
}

/** Hosts that an override changes. */
function touched(before: ReturnType<typeof cluster>, after: ReturnType<typeof cluster>): readonly string[] {
  const [old, now] = [hostsOf(before), hostsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => name.replace('chi-events-main-', ''));
}

describe.each(places)('on %s', (_, place) => {
  test.each<readonly [string, HostOverride, readonly string[]]>([
    ['a canary', { shard: 0, replica: 1, image }, ['0-1']],
    ['one replica of every shard', { replica: 1, image }, ['0-1', '1-1', '2-1']],
    ['memory of a shard', { shard: 2, resources: { cpu: '4', memory: '16Gi' } }, ['2-0', '2-1']],
    ['a pool for a host', { shard: 2, replica: 0, pool: { labels: { dedicated: 'canary' } } }, ['2-0']],
    ['settings of a shard', { shard: 1, settings: { max_connections: 100 } }, ['1-0', '1-1']],
    ['settings of a host', { shard: 1, replica: 0, settings: { max_connections: 100 } }, ['1-0']],
    ['a weight', { shard: 1, weight: 0 }, []],
    ['internal replication', { shard: 1, internalReplication: 'no' }, []],
    ['another copy', { shard: 2, replicas: 3 }, ['2-2']],
    ['a copy less', { shard: 2, replicas: 1 }, ['2-1']],
  ])('%s touches the hosts that it names and no other', (_title, override, hosts) => {
    expect(touched(six([], place()), six([override], place()))).toEqual(hosts);
  });

  test('a second override leaves the first one alone', () => {
    const canary = { shard: 0, replica: 1, image };
    const shard = { shard: 1, resources: { cpu: '4', memory: '16Gi' } } as const;
    expect(touched(six([canary], place()), six([shard, canary], place()))).toEqual(['1-0', '1-1']);
  });

  test('a canary that widens is not restarted again', () => {
    const widened = touched(six([{ shard: 0, replica: 1, image }], place()), six([{ replica: 1, image }], place()));
    expect(widened).toEqual(['1-1', '2-1']);
  });
});

test('names of hosts are the same, however much differs', () => {
  const names = (overrides: readonly HostOverride[]) =>
    six(overrides, environment({ platform: minikube })).hosts.map(({ object }) => object);
  expect(
    names([
      { shard: 0, weight: 2 },
      { replica: 1, image },
    ]),
  ).toEqual(names([]));
});

test('the topology tells image, memory, weight and pod template of each host', () => {
  const of = six(
    [{ shard: 1, replica: 0, image, resources: { cpu: '1', memory: '3Gi' } }],
    environment({ platform: minikube }),
  );
  expect(
    of.hosts.map(({ name, podTemplate, image: run, memory }) => [name, podTemplate, run?.split(':')[1], memory]),
  ).toEqual([
    ['0-0', 'server', '26.3.33.24', '2Gi'],
    ['0-1', 'server', '26.3.33.24', '2Gi'],
    ['1-0', 'host-1-0', '26.8.19.9', '3Gi'],
    ['1-1', 'server', '26.3.33.24', '2Gi'],
    ['2-0', 'server', '26.3.33.24', '2Gi'],
    ['2-1', 'server', '26.3.33.24', '2Gi'],
  ]);
});

test('a layout lists what differs, and every count', () => {
  const overrides: readonly HostOverride[] = [
    { shard: 0, weight: 0, internalReplication: 'no' },
    { shard: 1, settings: { mark_cache_size: 1 } },
    { replica: 1, settings: { merge_tree: { max_suspicious_broken_parts: 5 } } },
    { shard: 2, replicas: 1 },
  ];
  const host = { templates: { podTemplate: 'server' } };
  const second = { settings: { 'merge_tree/max_suspicious_broken_parts': 5 }, ...host };
  expect(layoutOf(six(overrides, environment({ platform: minikube })))).toEqual({
    shards: [
      { internalReplication: 'no', replicasCount: 2, replicas: [host, second], weight: 0 },
      { replicasCount: 2, replicas: [host, second], settings: { mark_cache_size: 1 } },
      { replicasCount: 1 },
    ],
  });
});

test('a host of its own keeps the zone, the registry and the rest of its pod', () => {
  const place = environment({ images: { registry: 'registry.example.com/mirror' } });
  const { podTemplates } = specOf(six([{ shard: 1, replica: 1, image }], place)).templates;
  const [zone, own] = ['zone-2', 'host-1-1'].map((name) => podTemplates.find((template) => template.name === name));
  const replaced = JSON.stringify(zone)
    .replace('zone-2', 'host-1-1')
    .replace(/clickhouse-server:[\d.]+/, 'clickhouse-server:26.8.19.9');
  expect(JSON.stringify(own)).toBe(replaced);
  expect(replaced).toContain('registry.example.com/mirror/clickhouse/clickhouse-server:26.8.19.9');
});

test('copies of a shard in a cluster without copies stand apart', () => {
  const of = replicatedCluster({ shards: 2 }, environment({ stage: 'development' }));
  expect(JSON.stringify(specOf(of).templates.podTemplates)).toContain('ShardAntiAffinity');
  const place = environment({ stage: 'development' });
  const keeper = { nodesFor: () => [{ host: 'zk' }], namespace: 'analytics', admit: () => undefined };
  const uneven = cluster(
    { shards: 2, replication: { replicas: 1, keeper }, overrides: [{ shard: 1, replicas: 2 }] },
    place,
  );
  const apart = specOf(uneven).templates.podTemplates.map((template) => [
    template.name,
    JSON.stringify(template).includes('ShardAntiAffinity'),
  ]);
  expect(apart).toEqual([
    ['server', false],
    ['host-1-0', true],
    ['host-1-1', true],
  ]);
});

test('a shard with copies has a disruption budget, one without has none', () => {
  const budgets = objectsOf(six([{ shard: 1, replicas: 1 }])).filter(({ kind }) => kind === 'PodDisruptionBudget');
  const ofClusters = budgets
    .map(({ metadata }) => metadata.name)
    .filter((name) => name.startsWith('clickhouse-events'));
  expect(ofClusters).toEqual(['clickhouse-events-0', 'clickhouse-events-2']);
});

test('a machine of its own replaces numbers, and numbers replace a machine', () => {
  const machine = six([{ shard: 0, replica: 0, instanceType: 'r7i.2xlarge' }]);
  expect(machine.hosts[0]?.memory).toBe(cluster({ instanceType: 'r7i.2xlarge' }).hosts[0]?.memory);
  const numbers = six([{ shard: 0, replica: 0, resources: { cpu: '1', memory: '4Gi' } }], environment(), {
    instanceType: 'm7i.2xlarge',
  });
  const own = specOf(numbers).templates.podTemplates.find(({ name }) => name === 'host-0-0');
  expect(JSON.stringify(own)).not.toContain('node.kubernetes.io/instance-type');
  expect(numbers.hosts.map(({ memory }) => memory === '4Gi')).toEqual([true, false, false, false, false, false]);
});

/** Findings of a program with these overrides, one line each. */
function findings(overrides: readonly HostOverride[], props: Partial<ClickHouseClusterProps> = {}): readonly string[] {
  const place = environment({ platform: eks.with({ networkPolicy: 'enforced' }) });
  six(overrides, place, props);
  return checkProgram(place.node.root as never).findings.map(
    ({ rule, message }) => `${rule.severity} ${rule.id}: ${message}`,
  );
}

test('a canary is advised about, and a release too far away refused', () => {
  expect(findings([{ shard: 0, replica: 1, image }])).toEqual([
    "advice images/mixed: 'clickhouse/clickhouse-server:26.8.19.9' runs on 0-1, 'clickhouse/clickhouse-server:26.3.33.24' on 5 hosts.",
  ]);
  expect(findings([{ shard: 0, replica: 1, image: 'clickhouse/clickhouse-server:24.8.14.39' }])).toContain(
    "error images/release-gap: 'clickhouse/clickhouse-server:24.8.14.39' and 'clickhouse/clickhouse-server:26.3.33.24' are too far apart to work in one cluster.",
  );
});

test('a cluster in which every host differs breaks no rule', () => {
  for (const platform of [minikube, eks.with({ networkPolicy: 'enforced' as const })]) {
    const place = environment({ platform });
    six(
      [0, 1, 2].map((shard) => ({ shard, image })),
      place,
    );
    expect(checkProgram(place.node.root as never).findings).toEqual([]);
  }
});

test('findings name the override', () => {
  const place = environment({ platform: eks.with({ networkPolicy: 'enforced' }) });
  const settings = { max_connections: 100 };
  six(
    [
      { replica: 1, image },
      { shard: 2, settings, weight: 0 },
      { shard: 0, weight: 0 },
      { shard: 1, weight: 0, resources: { cpu: '2', memory: '9Gi' } },
      { shard: 1, replica: 0, settings: { mark_cache_size: 5 } },
    ],
    place,
    {
      settings: { max_connections: 1000, mark_cache_size: 7 },
    },
  );
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const message = messageOf(() => objectsOf(place as never) && (place.node.root as never as { synth(): void }).synth());
  written.mockRestore();
  for (const prop of ['overrides[1].settings', 'overrides[4].settings', 'overrides[2].weight'])
    expect(message).toContain(prop);
});

test('settings that are let through are not warned about', () => {
  expect(findings([{ shard: 0, settings: allowUnknown({ setting_of_tomorrow: 1 }) as never }])).toEqual([]);
});

test('profiles have to suit every release', () => {
  const profiles = { web: { setting_of_tomorrow: 1 } } as never;
  expect(messageOf(() => six([{ replica: 1, image }], environment(), { profiles }))).toMatch(
    /^Cluster 'analytics\/events': profiles\.web\.setting_of_tomorrow /,
  );
});

// biome-ignore format: one case a line is easier to read
test.each<readonly [string, readonly object[], string]>([
  ['nobody', [{ image }], `overrides[0] must name a shard, a replica, or both, got {"image":"clickhouse/clickhouse-server:26.8.19.9"}. Fix: write shard: 0; what holds for all hosts stands at the cluster itself. [overrides/target]`],
  ['a shard that is not there', [{ shard: 3, image }], `overrides[0].shard must be from 0 to 2: there are 3, got 3. Fix: count from 0. [overrides/range]`],
  ['a replica that is not there', [{ replica: 2, image }], `overrides[0].replica must be from 0 to 1: there are 2, got 2. Fix: count from 0. [overrides/range]`],
  ['a replica that a shard gave up', [{ shard: 1, replicas: 1 }, { shard: 1, replica: 1, image }], `overrides[1].replica must be 0: there is one, got 1. Fix: count from 0. [overrides/range]`],
  ['a shard below zero', [{ shard: -1, image }], `overrides[0].shard must be a whole number from 0 to 998, got -1. Fix: write a number such as 0. [props/type]`],
  ['nothing that differs', [{ shard: 1 }], `overrides[0] must say what is different, got {"shard":1}. Fix: remove it, or write what its hosts have: image, weight, settings. [overrides/empty]`],
  ['the weight of a host', [{ shard: 1, replica: 0, weight: 2 }], `overrides[0].weight must be said about a whole shard, got 2. Fix: name one shard, and no replica. [overrides/whole-shard]`],
  ['the same twice', [{ replica: 1, image }, { shard: 2, image }], `overrides[1].image must be said once for each host, got another one for 2-1 in overrides[0]. Fix: let the two name different hosts, or merge them. [overrides/twice]`],
  ['a machine and numbers in two places', [{ shard: 2, instanceType: 'm7i.2xlarge' }, { replica: 1, resources: { cpu: '2', memory: '8Gi' } }], `overrides[1].resources must be said once for each host, got another one for 2-1 in overrides[0]. Fix: let the two name different hosts, or merge them. [overrides/twice]`],
  ['a setting twice', [{ shard: 2, settings: { merge_tree: { max_suspicious_broken_parts: 1 } } }, { shard: 2, replica: 0, settings: { merge_tree: { max_suspicious_broken_parts: 2 } } }], `overrides[1].settings.merge_tree.max_suspicious_broken_parts must be said once for each host, got another one for 2-0 in overrides[0]. Fix: let the two name different hosts, or merge them. [overrides/twice]`],
  ['more copies than zones', [{ shard: 2, replicas: 4 }], `overrides[0].replicas must be at most the number of zones (3) when replicas are spread over zones, got 4. Fix: add a zone to the platform, or set placement.spread to 'preferred'. [placement/replicas-exceed-zones]`],
  ['a floating image', [{ shard: 0, image: 'clickhouse/clickhouse-server:latest' }], `overrides[0].image must have a tag other than latest, or a digest, got "clickhouse/clickhouse-server:latest". Fix: pin a release, such as 'clickhouse/clickhouse-server:26.3.33.24'. [images/pinned]`],
  ['a machine that nobody knows', [{ shard: 0, instanceType: 'm7i.2xlage' }], `overrides[0].instanceType must be a machine of eks that is known, got "m7i.2xlage". Fix: write 'm7i.2xlarge'. [sizes/unknown]`],
  ['a misspelt setting', [{ shard: 0, settings: { max_conections: 1 } }], `overrides[0].settings.max_conections must be a setting of ClickHouse 26.3, got "max_conections". Fix: write "max_connections". [settings/unknown]`],
  ['a disk', [{ shard: 0, storage: { size: '1Gi' } }], `overrides[0].storage must not be set: there is no such prop, got "storage". Fix: use one of shard, replica, image, resources, instanceType, pool, settings, replicas, weight, internalReplication. [props/unknown]`],
])('an override of %s is refused', (_, overrides, message) => {
  expect(messageOf(() => six(overrides as readonly HostOverride[]))).toBe(`Cluster 'analytics/events': ${message}`);
});

test('copies without a Keeper are refused', () => {
  expect(messageOf(() => cluster({ shards: 2, overrides: [{ shard: 1, replicas: 2 }] }))).toBe(
    "Cluster 'analytics/events': overrides[0].replicas must be 1 in a cluster without a Keeper, got 2. Fix: write replication: { replicas: 1, keeper }. [replication/keeper]",
  );
});
