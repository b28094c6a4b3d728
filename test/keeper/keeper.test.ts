import { Environment, Keeper, type KeeperProps } from 'anyhouse';
import { App } from 'cdk8s';
import { eks, environment, minikube, objectOf, objectsOf } from '../support/environments';

interface Template {
  name: string;
  zone?: { values: string[] };
  spec: {
    affinity?: { podAntiAffinity: Record<string, unknown[]> };
    containers: { name: string; image: string }[];
    nodeSelector?: unknown;
    tolerations?: unknown;
  };
}
interface Spec {
  configuration: { clusters: { name: string; layout: { replicas: unknown[] }; pdbManaged: string }[] };
  defaults: { storageManagement: unknown };
  templates: { podTemplates: Template[]; volumeClaimTemplates: unknown[] };
}

const keeperIn = (place: Environment, props: KeeperProps = {}) => new Keeper(place, 'keeper', props);
const specOf = (props: KeeperProps = {}, place = environment()) =>
  objectOf(keeperIn(place, props), 'ClickHouseKeeperInstallation').spec as Spec;

test('production gets three members, one in each zone', () => {
  expect(specOf().templates.podTemplates.map(({ zone }) => zone?.values)).toEqual([
    ['eu-west-1a'],
    ['eu-west-1b'],
    ['eu-west-1c'],
  ]);
});

test('a laptop gets one member without a disruption budget', () => {
  const place = environment({ platform: minikube });
  keeperIn(place);
  expect(objectsOf(place).map(({ kind }) => kind)).not.toContain('PodDisruptionBudget');
  expect((objectOf(place, 'ClickHouseKeeperInstallation').spec as Spec).templates.podTemplates).toHaveLength(1);
});

test('every member has a pod template of its own, so that an image can move member by member', () => {
  const { configuration, templates } = specOf({ replicas: 5 });
  expect(configuration.clusters[0]?.layout.replicas).toEqual(
    [0, 1, 2, 3, 4].map((member) => ({ templates: { podTemplate: `member-${member}` } })),
  );
  expect(templates.podTemplates.map(({ name }) => name)).toEqual([
    'member-0',
    'member-1',
    'member-2',
    'member-3',
    'member-4',
  ]);
});

test('the container has the name that the operator looks for', () => {
  for (const { spec } of specOf().templates.podTemplates) {
    expect(spec.containers.map(({ name }) => name)).toEqual(['clickhouse-keeper']);
  }
});

test('members never share a node, also in development', () => {
  const { podTemplates } = specOf({}, environment({ stage: 'development' })).templates;
  expect(podTemplates[0]?.spec.affinity?.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution).toEqual([
    {
      labelSelector: { matchLabels: { 'clickhouse-keeper.altinity.com/chk': 'keeper' } },
      topologyKey: 'kubernetes.io/hostname',
    },
  ]);
});

test('disks are kept, in the claim and in the defaults', () => {
  const { defaults, templates } = specOf({ storage: '20Gi', storageClass: 'fast' });
  expect(defaults.storageManagement).toEqual({ provisioner: 'Operator', reclaimPolicy: 'Retain' });
  expect(templates.volumeClaimTemplates).toEqual([
    {
      name: 'data',
      provisioner: 'Operator',
      reclaimPolicy: 'Retain',
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } }, storageClassName: 'fast' },
    },
  ]);
});

test("one member at a time may be drained, by a budget that is not the operator's", () => {
  const keeper = keeperIn(environment());
  expect(objectOf(keeper, 'PodDisruptionBudget').spec).toEqual({
    minAvailable: 2,
    selector: { matchLabels: { 'clickhouse-keeper.altinity.com/chk': 'keeper' } },
  });
  expect((objectOf(keeper, 'ClickHouseKeeperInstallation').spec as Spec).configuration.clusters[0]?.pdbManaged).toBe(
    'no',
  );
});

test('ClickHouse of the namespace, members and the operator reach it, nobody else', () => {
  const { ingress } = objectOf(keeperIn(environment()), 'NetworkPolicy', 'keeper-keeper').spec as {
    ingress: { from: unknown[]; ports: { port: number }[] }[];
  };
  expect(ingress.map(({ ports }) => ports.map(({ port }) => port))).toEqual([[2181, 9444], [2181]]);
  expect(ingress[1]?.from).toEqual([
    { podSelector: { matchExpressions: [{ key: 'clickhouse.altinity.com/chi', operator: 'Exists' }] } },
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'clickhouse-operator' } },
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'altinity-clickhouse-operator' } },
    },
  ]);
});

test('members have short names inside the namespace and full names outside', () => {
  const keeper = keeperIn(environment());
  expect(keeper.nodesFor('analytics')[0]).toEqual({ host: 'chk-keeper-main-0-0', port: 2181 });
  expect(keeper.nodesFor('other')[2]).toEqual({ host: 'chk-keeper-main-0-2.analytics.svc.cluster.local', port: 2181 });
});

test('clusters of other namespaces are let in when they use it', () => {
  const app = new App();
  const place = new Environment(app, 'analytics', { platform: eks });
  const keeper = keeperIn(place);
  keeper.admit('billing');
  const { ingress } = objectOf(keeper, 'NetworkPolicy', 'keeper-keeper').spec as { ingress: { from: unknown[] }[] };
  expect(ingress[1]?.from).toContainEqual({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'billing' } },
    podSelector: { matchExpressions: [{ key: 'clickhouse.altinity.com/chi', operator: 'Exists' }] },
  });
});

test('a pool of nodes is selected and its taint tolerated', () => {
  const { spec } = specOf({
    placement: { pool: { labels: { dedicated: 'keeper' }, taint: 'dedicated=keeper:NoSchedule' } },
  }).templates.podTemplates[0] as Template;
  expect(spec.nodeSelector).toEqual({ dedicated: 'keeper' });
  expect(spec.tolerations).toEqual([{ key: 'dedicated', operator: 'Equal', value: 'keeper', effect: 'NoSchedule' }]);
});

test('images come from the registry of the environment', () => {
  const place = environment({ images: { registry: 'registry.example.com/mirror' } });
  expect(specOf({}, place).templates.podTemplates[0]?.spec.containers[0]?.image).toMatch(
    /^registry\.example\.com\/mirror\/clickhouse\/clickhouse-keeper:\d/,
  );
});

test('members read back from a transformed manifest', () => {
  const transform: KeeperProps['transform'] = {
    installation: (manifest) => {
      const configuration = { clusters: [{ name: 'main', layout: { replicasCount: 2 } }] };
      return { ...manifest, spec: { ...manifest.spec, configuration } };
    },
  };
  expect(keeperIn(environment(), { transform }).hosts).toHaveLength(2);
});

test('a quorum that somebody else runs emits nothing', () => {
  expect(Keeper.fromNodes([{ host: 'zk-0.example.com' }]).nodesFor('analytics')).toEqual([
    { host: 'zk-0.example.com' },
  ]);
});
