import { Platform, type PlatformPools } from 'anyhouse';
import { eks, gke, messageOf, minikube } from '../support/environments';

const clickhouse = { labels: { dedicated: 'clickhouse' }, taint: 'dedicated=clickhouse:NoSchedule' };
const pools: PlatformPools = { clickhouse: { ...clickhouse, zones: ['a-1'] }, keeper: { labels: { role: 'keeper' } } };
const storage = { className: 'ceph', expandable: true };

test.each([
  ['eks', Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a'], pools: { clickhouse } })],
  ['gke', Platform.gke({ region: 'europe-west4', zones: ['europe-west4-a'], pools: { clickhouse } })],
  ['aks', Platform.aks({ region: 'westeurope', zones: ['westeurope-1'], pools: { clickhouse } })],
  ['openstack', Platform.openstack({ zones: ['nova'], pools: { clickhouse } })],
  ['bareMetal', Platform.bareMetal({ loadBalancer: 'metallb', storage, pools: { clickhouse } })],
  ['custom', Platform.custom({ name: 'metal', storage, pools: { clickhouse } })],
  ['with', minikube.with({ pools: { clickhouse } })],
])('%s has the pools that it was given', (_, platform) => {
  expect(platform.facts.pools).toEqual({ clickhouse });
});

test('a platform without pools knows nothing about any', () => {
  for (const platform of [eks, gke, minikube, Platform.bareMetal({ loadBalancer: 'metallb', storage })]) {
    expect(Object.keys(platform.facts)).not.toContain('pools');
  }
});

test('pools that are replaced leave nothing of the former ones', () => {
  const first = eks.with({ pools: { clickhouse } });
  expect(first.with({ pools: { keeper: { labels: { role: 'keeper' } } } }).facts.pools).toEqual({
    keeper: { labels: { role: 'keeper' } },
  });
  expect(first.with({ stage: 'development' }).facts.pools).toEqual({ clickhouse });
});

// biome-ignore format: one case a line is easier to read
const refused: readonly (readonly [string, () => unknown, string])[] = [
  ['a pool of another kind', () => eks.with({ pools: { edge: clickhouse } as never }), `Platform 'eks': pools.edge must not be set: there is no such prop, got "edge". Fix: use one of clickhouse, keeper. [props/unknown]`],
  ['a pool without labels', () => eks.with({ pools: { clickhouse: {} as never } }), `Platform 'eks': pools.clickhouse.labels must name the labels of the nodes, got nothing. Fix: write labels: { dedicated: 'clickhouse' }. [props/required]`],
  ['a taint without effect', () => eks.with({ pools: { clickhouse: { ...clickhouse, taint: 'dedicated=clickhouse' } } }), `Platform 'eks': pools.clickhouse.taint must be a taint as kubectl writes it, got "dedicated=clickhouse". Fix: write taint: 'dedicated=clickhouse:NoSchedule'. [placement/taint]`],
  ['a pool without zones', () => eks.with({ pools: { clickhouse: { ...clickhouse, zones: [] } } }), `Platform 'eks': pools.clickhouse.zones must be a list with at least 1 entry, got []. Fix: leave it out for all zones of the platform. [props/type]`],
  ['a zone that the platform lacks', () => Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a'], pools: { keeper: { ...clickhouse, zones: ['eu-west-1b'] } } }), `Platform 'eks': pools.keeper.zones[0] must be one of eu-west-1a, got "eu-west-1b". Fix: use zones of the platform, or add it there. [platform/zone]`],
  ['a zone that was taken from the platform', () => eks.with({ pools: { clickhouse: { ...clickhouse, zones: ['eu-west-1c'] } } }).with({ zones: ['eu-west-1a'] }), `Platform 'eks': pools.clickhouse.zones[0] must be one of eu-west-1a, got "eu-west-1c". Fix: use zones of the platform, or add it there. [platform/zone]`],
  ['a zone that is listed twice', () => eks.with({ pools: { clickhouse: { ...clickhouse, zones: ['eu-west-1a', 'eu-west-1a'] } } }), `Platform 'eks': pools.clickhouse.zones[1] must be listed once, got "eu-west-1a". Fix: remove it. [platform/zone]`],
  ['zones on a platform without any', () => minikube.with({ pools: { clickhouse: { ...clickhouse, zones: ['a'] } } }), `Platform 'minikube': pools.clickhouse.zones[0] must be left out: minikube has no zones, got "a". Fix: use zones of the platform, or add it there. [platform/zone]`],
  ['a misspelt machine', () => eks.with({ pools: { clickhouse: { ...clickhouse, instanceType: 'm7i.2xlage' } } }), `Platform 'eks': pools.clickhouse.instanceType must be a machine of eks that is known, got "m7i.2xlage". Fix: write 'm7i.2xlarge'. [sizes/unknown]`],
  ['a machine that is like no other', () => eks.with({ pools: { clickhouse: { ...clickhouse, instanceType: 'quantum' } } }), `Platform 'eks': pools.clickhouse.instanceType must be a machine of eks that is known, got "quantum". Fix: leave it out, and give resources at the clusters; docs/sizes.md has the list. [sizes/unknown]`],
  ['a machine of another cloud', () => gke.with({ pools: { keeper: { ...clickhouse, instanceType: 'm7i.large' } } }), `Platform 'gke': pools.keeper.instanceType must be a machine of gke; this one is of eks, got "m7i.large". Fix: write 'n2-standard-8', or whatever the nodes are. [sizes/cloud]`],
  ['a machine that leaves nothing', () => eks.with({ pools: { clickhouse: { ...clickhouse, instanceType: 'c7g.medium' } } }), `Platform 'eks': pools.clickhouse.instanceType must leave at least 0.5 processors and 1Gi to the database; this one leaves 500m and 256Mi, got "c7g.medium". Fix: choose a larger machine. [sizes/too-small]`],
  ['a machine that takes other disks', () => gke.with({ pools: { clickhouse: { ...clickhouse, instanceType: 'c4-standard-8' } } }), `Platform 'gke': pools.clickhouse.instanceType must take the disks of the platform; this one takes hyperdisks only, got "c4-standard-8". Fix: write Platform.gke({ disk: 'hyperdisk-balanced' }), or choose a machine such as n2-standard-8. [sizes/disk]`],
  ['a machine of hardware that nobody lists', () => minikube.with({ pools: { clickhouse: { ...clickhouse, instanceType: 'm7i.large' } } }), `Platform 'minikube': pools.clickhouse.instanceType must be left out on minikube, whose machines nobody lists, got "m7i.large". Fix: leave it out, and write resources: { cpu: '7', memory: '28Gi' } at the clusters. [sizes/platform]`],
  ['a machine that the labels call by another name', () => eks.with({ pools: { clickhouse: { labels: { 'node.kubernetes.io/instance-type': 'm7i.large' }, instanceType: 'm7i.xlarge' } } }), `Platform 'eks': pools.clickhouse.instanceType must be the machine of the labels, 'm7i.large', got "m7i.xlarge". Fix: leave node.kubernetes.io/instance-type out of the labels. [sizes/pool]`],
];

test.each(refused)('%s is refused with the way out', (_, make, message) => {
  expect(messageOf(make)).toBe(message);
});

test('all faults of all pools are told at once', () => {
  const zones = ['room-x'];
  const make = () =>
    Platform.custom({
      name: 'metal',
      storage,
      zones: ['room-a'],
      pools: { clickhouse: { ...clickhouse, zones }, keeper: { ...clickhouse, zones } },
    });
  expect(messageOf(make)).toContain("2 problems in Platform 'custom'");
});

test('zones of a pool may be some of those of the platform', () => {
  expect(Platform.openstack({ zones: ['a-1', 'a-2'], pools }).facts.pools).toEqual(pools);
});
