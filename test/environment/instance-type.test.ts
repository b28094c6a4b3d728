import { Keeper, Platform } from 'anyhouse';
import { cluster, eks, environment, gke, messageOf, minikube, objectOf } from '../support/environments';

const on = (platform: Platform) => environment({ platform });
const metal = Platform.custom({ name: 'metal', storage: { className: 'ceph', expandable: true } });

function podOf(construct: ReturnType<typeof cluster> | Keeper, kind = 'ClickHouseInstallation') {
  const { templates } = objectOf(construct, kind).spec as { templates: { podTemplates: { spec: never }[] } };
  return templates.podTemplates[0]!.spec as {
    nodeSelector?: Record<string, string>;
    affinity?: object;
    containers: { resources: object }[];
  };
}

test('a machine gives requests, a memory limit, and the nodes that have them', () => {
  const pod = podOf(cluster({ instanceType: 'm7i.2xlarge' }));
  expect(pod.nodeSelector).toEqual({ 'node.kubernetes.io/instance-type': 'm7i.2xlarge' });
  expect(pod.containers[0]!.resources).toEqual({
    requests: { cpu: '7500m', memory: '28160Mi' },
    limits: { memory: '28160Mi' },
  });
  expect(pod.affinity).toHaveProperty('podAntiAffinity');
});

test('one definition names a machine for each platform', () => {
  const instanceType = { eks: 'm7g.2xlarge', gke: 'n2-standard-8' };
  expect(podOf(cluster({ instanceType }, on(eks))).nodeSelector).toEqual({
    'kubernetes.io/arch': 'arm64',
    'node.kubernetes.io/instance-type': 'm7g.2xlarge',
  });
  expect(podOf(cluster({ instanceType }, on(gke))).nodeSelector).toEqual({
    'node.kubernetes.io/instance-type': 'n2-standard-8',
  });
  const small = podOf(cluster({ instanceType }, on(minikube)));
  expect(small.nodeSelector).toBeUndefined();
  expect(small.containers).toEqual(podOf(cluster({}, on(minikube))).containers);
});

test('a Keeper takes a machine, and keeps labels of its pool', () => {
  const pod = podOf(
    new Keeper(on(eks), 'keeper', {
      instanceType: 'm7g.large',
      placement: { pool: { labels: { dedicated: 'keeper' } } },
    }),
    'ClickHouseKeeperInstallation',
  );
  expect(pod.nodeSelector).toMatchObject({ dedicated: 'keeper', 'kubernetes.io/arch': 'arm64' });
  expect(pod.containers[0]!.resources).toMatchObject({ requests: { cpu: '1500m', memory: '5632Mi' } });
});

// biome-ignore format: one case a line is easier to read
const refused: readonly (readonly [string, Parameters<typeof cluster>[0], Platform, string])[] = [
  ['a machine beside numbers', { instanceType: 'm7i.2xlarge', resources: { cpu: '2', memory: '8Gi' } }, eks, `instanceType must not be set beside resources, got "m7i.2xlarge". Fix: keep one of the two. [sizes/both]`],
  ['a misspelt machine', { instanceType: 'm7i.2xlage' }, eks, `instanceType must be a machine of eks that is known, got "m7i.2xlage". Fix: write 'm7i.2xlarge'. [sizes/unknown]`],
  ['a machine that is like no other', { instanceType: 'quantum' }, eks, `instanceType must be a machine of eks that is known, got "quantum". Fix: give resources instead, with placement.pool for the nodes; docs/sizes.md has the list. [sizes/unknown]`],
  ['a machine of another cloud', { instanceType: 'm7i.2xlarge' }, gke, `instanceType must be a machine of gke; this one is of eks, got "m7i.2xlarge". Fix: write instanceType: { eks: 'm7i.2xlarge', gke: 'n2-standard-8' }. [sizes/cloud]`],
  ['a platform without a machine', { instanceType: { eks: 'm7i.2xlarge' } }, gke, `instanceType.gke must name a machine for gke, got nothing. Fix: write gke: 'n2-standard-8'. [sizes/platform]`],
  ['a machine of a cloud on a laptop', { instanceType: 'm7i.2xlarge' }, minikube, `instanceType must be left out on minikube, whose machines nobody lists, got "m7i.2xlarge". Fix: write instanceType: { eks: 'm7i.2xlarge' } to keep it for that platform, with small defaults here. [sizes/platform]`],
  ['a machine of hardware that nobody lists', { instanceType: { eks: 'm7i.2xlarge' } }, metal, `instanceType must be left out on metal, whose machines nobody lists, got {"eks":"m7i.2xlarge"}. Fix: write resources: { cpu: '7', memory: '28Gi' }, and placement.pool for the nodes. [sizes/platform]`],
  ['a machine that leaves nothing', { instanceType: 'c7g.medium' }, eks, `instanceType must leave at least 0.5 processors and 1Gi to the database; this one leaves 500m and 256Mi, got "c7g.medium". Fix: choose a larger machine. [sizes/too-small]`],
  ['a machine that takes other disks', { instanceType: { gke: 'c4-standard-8' } }, gke, `instanceType.gke must take the disks of the platform; this one takes hyperdisks only, got "c4-standard-8". Fix: write Platform.gke({ disk: 'hyperdisk-balanced' }), or choose a machine such as n2-standard-8. [sizes/disk]`],
  ['a pool of other machines', { instanceType: 'm7i.2xlarge', placement: { pool: { labels: { 'node.kubernetes.io/instance-type': 'm7i.large' } } } }, eks, `instanceType must be the machine of placement.pool, 'm7i.large', got "m7i.2xlarge". Fix: leave node.kubernetes.io/instance-type out of placement.pool.labels. [sizes/pool]`],
  ['a misspelt platform', { instanceType: { esk: 'm7i.large' } as never }, eks, `instanceType.esk must not be set: there is no such prop, got "esk". Fix: write "eks". [props/unknown]`],
];

test.each(refused)('%s is refused with the way out', (_, props, platform, message) => {
  expect(messageOf(() => cluster(props, on(platform)))).toContain(message);
});

test('hyperdisks make the machine fit', () => {
  const { region = '', zones } = gke.facts;
  const platform = Platform.gke({ region, zones, disk: 'hyperdisk-balanced' });
  expect(podOf(cluster({ instanceType: 'c4-standard-8' }, on(platform))).nodeSelector).toBeDefined();
});
