import { type ClickHouseCluster, type ClickHouseClusterProps, Keeper, type Placement, type Platform } from 'anyhouse';
import { comparePlatforms } from '../../src/tools/compare/compare';
import {
  cluster,
  eks,
  environment,
  gke,
  messageOf,
  minikube,
  objectOf,
  objectsOf,
  replicatedCluster,
} from '../support/environments';

const [clickhouse, keeper] = ['clickhouse', 'keeper'].map((dedicated) => ({
  labels: { dedicated },
  taint: `dedicated=${dedicated}:NoSchedule`,
}));
const pools = { clickhouse: clickhouse!, keeper: keeper! };
const toleration = (value: string) => ({ key: 'dedicated', operator: 'Equal', value, effect: 'NoSchedule' });
const on = (platform: Platform) => environment({ platform });

interface Template {
  readonly zone?: { readonly values: readonly string[] };
  readonly spec: {
    readonly nodeSelector?: Record<string, string>;
    readonly tolerations?: object[];
    readonly affinity?: { readonly podAntiAffinity: object };
    readonly containers: readonly { readonly resources: object }[];
  };
}

function templatesOf(construct: ClickHouseCluster | Keeper): readonly Template[] {
  const kind = 'nodesFor' in construct ? 'ClickHouseKeeperInstallation' : 'ClickHouseInstallation';
  return (objectOf(construct, kind).spec as { templates: { podTemplates: Template[] } }).templates.podTemplates;
}

const podOf = (construct: ClickHouseCluster | Keeper) => templatesOf(construct)[0]!.spec;

const withPools = eks.with({ pools });
const ofMachines = eks.with({ pools: { clickhouse: { ...pools.clickhouse, instanceType: 'm7g.2xlarge' } } });
const inTwoZones = eks.with({ pools: { clickhouse: { ...pools.clickhouse, zones: ['eu-west-1b', 'eu-west-1c'] } } });

test('servers go to the nodes that the platform has for them, each to one of its own', () => {
  const pod = podOf(cluster({}, on(withPools)));
  expect(pod.nodeSelector).toEqual({ dedicated: 'clickhouse' });
  expect(pod.tolerations).toEqual([toleration('clickhouse')]);
  expect(pod.affinity?.podAntiAffinity).toHaveProperty('requiredDuringSchedulingIgnoredDuringExecution');
  expect(pod.containers).toEqual(podOf(cluster({}, on(eks))).containers);
});

test('a pool of the platform gives what the same pool of the user gives', () => {
  const [own, ofPlatform] = [
    replicatedCluster({ placement: { pool: pools.clickhouse } }, on(eks)),
    replicatedCluster({}, on(eks.with({ pools: { clickhouse: pools.clickhouse } }))),
  ];
  expect(objectsOf(ofPlatform)).toEqual(objectsOf(own));
});

test('Keeper goes to its own nodes, and stays where it was without them', () => {
  const pod = podOf(new Keeper(on(withPools), 'keeper'));
  expect(pod.nodeSelector).toEqual({ dedicated: 'keeper' });
  expect(pod.tolerations).toEqual([toleration('keeper')]);
  expect(pod.affinity?.podAntiAffinity).not.toHaveProperty('preferredDuringSchedulingIgnoredDuringExecution');
  const elsewhere = new Keeper(on(inTwoZones), 'keeper');
  expect(templatesOf(elsewhere)).toEqual(templatesOf(new Keeper(on(eks), 'keeper')));
});

test('a Keeper without zones of its own uses those of its pool', () => {
  const platform = eks.with({ pools: { keeper: { ...pools.keeper, zones: ['eu-west-1c'] } } });
  expect(templatesOf(new Keeper(on(platform), 'keeper')).map(({ zone }) => zone?.values)).toEqual(
    Array(3).fill(['eu-west-1c']),
  );
});

test('replicas are pinned to the zones of the pool, or to some of them', () => {
  const zonesOf = (placement?: Placement) =>
    templatesOf(replicatedCluster({ placement }, on(inTwoZones))).map(({ zone }) => zone?.values);
  expect(zonesOf()).toEqual([['eu-west-1b'], ['eu-west-1c']]);
  expect(zonesOf({ zones: ['eu-west-1c', 'eu-west-1b'] })).toEqual([['eu-west-1c'], ['eu-west-1b']]);
});

test('a machine of the pool gives requests and the architecture', () => {
  const pod = podOf(cluster({}, on(ofMachines)));
  expect(pod).toEqual(podOf(cluster({ instanceType: 'm7g.2xlarge' }, on(withPools))));
  expect(pod.nodeSelector).toMatchObject({ 'kubernetes.io/arch': 'arm64', dedicated: 'clickhouse' });
  expect(pod.containers[0]!.resources).toMatchObject({ requests: { cpu: '7500m' } });
});

test('numbers of the user win over the machine of the pool, which still tells the architecture', () => {
  const pod = podOf(cluster({ resources: { cpu: '3', memory: '12Gi' } }, on(ofMachines)));
  expect(pod.containers[0]!.resources).toMatchObject({ requests: { cpu: '3', memory: '12Gi' } });
  expect(pod.nodeSelector).toEqual({
    dedicated: 'clickhouse',
    'kubernetes.io/arch': 'arm64',
    'node.kubernetes.io/instance-type': 'm7g.2xlarge',
  });
});

test('a Keeper asks for all of the machine of its pool', () => {
  const platform = eks.with({ pools: { keeper: { ...pools.keeper, instanceType: 'm7g.large' } } });
  const pod = podOf(new Keeper(on(platform), 'keeper'));
  expect(pod.containers[0]!.resources).toMatchObject({ requests: { cpu: '1500m', memory: '5632Mi' } });
});

test("a pool of the user's own takes the place of the platform's as a whole", () => {
  const platform = inTwoZones.with({
    pools: { clickhouse: { ...pools.clickhouse, zones: ['eu-west-1b'], instanceType: 'm7g.2xlarge' } },
  });
  const placement = { pool: { labels: { team: 'billing' } } };
  expect(templatesOf(replicatedCluster({ placement }, on(platform)))).toEqual(
    templatesOf(replicatedCluster({ placement }, on(eks))),
  );
});

test("'any' means nodes that are not set apart", () => {
  const placement = { pool: 'any', disruption: 'never' } as const;
  const place = () => on(ofMachines.with({ pools }));
  expect(templatesOf(replicatedCluster({ placement }, place()))).toEqual(
    templatesOf(replicatedCluster({ placement: { disruption: 'never' } }, on(eks))),
  );
  expect(podOf(new Keeper(place(), 'keeper', { placement }))).toEqual(
    podOf(new Keeper(on(eks), 'keeper', { placement: { disruption: 'never' } })),
  );
});

test('a host with a pool of its own has nothing of the pool of the platform but its requests', () => {
  const overrides = [{ replica: 1, pool: { labels: { dedicated: 'canary' } } }];
  const own = templatesOf(replicatedCluster({ overrides, shards: 1 }, on(ofMachines))).at(-1)!.spec;
  expect(own.nodeSelector).toEqual({ dedicated: 'canary' });
  expect(own.tolerations).toBeUndefined();
  expect(own.containers).toEqual(podOf(cluster({}, on(ofMachines))).containers);
});

test('a host with other numbers stays in the pool', () => {
  const overrides = [{ replica: 1, resources: { cpu: '3', memory: '12Gi' } as const }];
  const own = templatesOf(replicatedCluster({ overrides, shards: 1 }, on(ofMachines))).at(-1)!.spec;
  expect(own.nodeSelector).toEqual(podOf(cluster({}, on(ofMachines))).nodeSelector);
  expect(own.containers[0]!.resources).toMatchObject({ requests: { cpu: '3', memory: '12Gi' } });
});

const replicated = (replicas: number, platform: Platform, props: Partial<ClickHouseClusterProps> = {}) => {
  const place = on(platform);
  return cluster({ replication: { replicas, keeper: new Keeper(place, 'keeper') }, ...props }, place);
};

// biome-ignore format: one case a line is easier to read
const refused: readonly (readonly [string, () => unknown, string])[] = [
  ['more replicas than zones of the pool', () => replicated(3, inTwoZones), `Cluster 'analytics/events': replication.replicas must be at most the number of zones (2) of pool 'clickhouse' of the platform when replicas are spread over zones, got 3. Fix: add a zone to pools.clickhouse of the platform, or set placement.spread to 'preferred'. [placement/replicas-exceed-zones]`],
  ['more copies of one shard than zones of the pool', () => replicated(2, inTwoZones, { overrides: [{ shard: 0, replicas: 3 }] }), `Cluster 'analytics/events': overrides[0].replicas must be at most the number of zones (2) of pool 'clickhouse' of the platform when replicas are spread over zones, got 3. Fix: add a zone to pools.clickhouse of the platform, or set placement.spread to 'preferred'. [placement/replicas-exceed-zones]`],
  ['more replicas than zones of a platform whose pool is everywhere', () => replicated(4, withPools), `Cluster 'analytics/events': replication.replicas must be at most the number of zones (3) when replicas are spread over zones, got 4. Fix: add a zone to the platform, or set placement.spread to 'preferred'. [placement/replicas-exceed-zones]`],
  ['a zone without nodes of the pool', () => cluster({ placement: { zones: ['eu-west-1a'] } }, on(inTwoZones)), `Cluster 'analytics/events': placement.zones[0] must be one of eu-west-1b, eu-west-1c, the zones of pool 'clickhouse' of the platform, got "eu-west-1a". Fix: use zones of the pool, or add it there. [platform/zone]`],
  ['a machine that the nodes of the pool are not', () => cluster({ instanceType: 'm7i.2xlarge' }, on(ofMachines)), `Cluster 'analytics/events': instanceType must be the machine of pool 'clickhouse' of the platform, 'm7g.2xlarge', got "m7i.2xlarge". Fix: leave it out, or name nodes of its own with placement.pool. [sizes/pool]`],
  ['a host on a machine that the nodes of the pool are not', () => cluster({ overrides: [{ shard: 0, replica: 0, instanceType: 'm7i.2xlarge' }] }, on(ofMachines)), `Cluster 'analytics/events': overrides[0].instanceType must be the machine of pool 'clickhouse' of the platform, 'm7g.2xlarge', got "m7i.2xlarge". Fix: leave it out, or name nodes of its own with placement.pool. [sizes/pool]`],
  ['another word for no pool', () => cluster({ placement: { pool: 'none' as never } }), `Cluster 'analytics/events': placement.pool must be 'any', or labels and taint of nodes, got "none". Fix: write pool: 'any' for nodes that are not set apart, or pool: { labels: { dedicated: 'clickhouse' } }. [props/type]`],
  ['zones in a pool of the user', () => cluster({ placement: { pool: { ...pools.clickhouse, zones: ['eu-west-1a'] } as never } }), `Cluster 'analytics/events': placement.pool.zones must not be set: there is no such prop, got "zones". Fix: use one of labels, taint. [props/unknown]`],
  ['local disks on machines without any', () => replicated(2, ofMachines, { storage: { size: '1Ti', local: { backup: 'clickhouse-backup, daily' }, storageClass: 'nvme' } }), `Cluster 'analytics/events': instanceType must have local disks, got "m7g.2xlarge". Fix: choose a machine such as 'i4i.2xlarge', 'c3-standard-8-lssd' or 'Standard_L8s_v3', here or for the pool of the platform. [storage/local-machine]`],
];

test.each(refused)('%s is refused with the way out', (_, make, message) => {
  expect(messageOf(make)).toBe(message);
});

test('a spread that is only preferred needs no zone for each replica', () => {
  expect(replicated(3, inTwoZones, { placement: { spread: 'preferred' } }).hosts).toHaveLength(3);
});

test('compare tells that nodes are chosen differently', () => {
  const output = (name: string, platform: Platform) => ({
    name,
    manifests: objectsOf(replicatedCluster({}, on(platform))),
    lines: 0,
  });
  const nodes = { name: 'nodes', why: 'every platform has its own machines, and may have nodes set apart' };
  expect(comparePlatforms([output('a', gke), output('b', withPools)]).differs).toContainEqual(nodes);
  expect(comparePlatforms([output('a', ofMachines), output('b', withPools)]).differs).toContainEqual(nodes);
  expect(comparePlatforms([output('a', withPools), output('b', gke.with({ pools }))]).same).toContain('nodes');
  const without = comparePlatforms([output('a', minikube), output('b', gke)]);
  expect([...without.same, ...without.differs.map(({ name }) => name)]).not.toContain('nodes');
});
