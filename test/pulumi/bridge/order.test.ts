import { ClusterServices, Operator } from 'anyhouse';
import { type App, Chart } from 'cdk8s';
import { platforms } from '../../../examples/platforms';
import { analytics } from '../../../examples/quickstart/analytics';
import { bridged, objectsIn } from './run';

/** Registrations that take differently long show who really waited: the engine itself orders nothing. */
const delay = ({ name }: { readonly name: string }) => (name.length * 7) % 23;

const everything = (app: App) => {
  const cluster = analytics(app, platforms.eks, Operator.argoCd());
  const crd = (group: string, kind: string) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: { group, scope: 'Namespaced', names: { kind } },
  });
  objectsIn({
    chi: crd('clickhouse.altinity.com', 'ClickHouseInstallation'),
    chk: crd('clickhouse-keeper.altinity.com', 'ClickHouseKeeperInstallation'),
    secret: { kind: 'Secret', metadata: { namespace: 'analytics' }, stringData: { a: 'b' } },
  })(app);
  return cluster;
};

/** From first to last; destruction goes from last to first. */
const chain = [
  'analytics/namespace',
  'chart/chi',
  'services/operator-application',
  'chart/secret',
  'analytics/keeper/installation',
  'analytics/events/installation',
  'analytics/edge/deployment',
];

test('namespace, definitions, operator, secrets, Keeper, ClickHouse, edge: each is there before what needs it', async () => {
  const { objects } = await bridged(everything, { delay });
  const at = (path: string) => objects.get(path)!;
  const pairs = [
    ['analytics/namespace', 'chart/secret'],
    ['analytics/namespace', 'analytics/networkpolicy-default-deny'],
    ['analytics/networkpolicy-default-deny', 'analytics/keeper/installation'],
    ['chart/chk', 'analytics/keeper/installation'],
    ['chart/chi', 'analytics/events/installation'],
    ['services/storage-class', 'analytics/keeper/installation'],
    ['services/operator-application', 'analytics/keeper/installation'],
    ['services/operator-application', 'analytics/events/installation'],
    ['chart/secret', 'analytics/keeper/installation'],
    ['analytics/keeper/installation', 'analytics/events/installation'],
    ['analytics/events/installation', 'analytics/edge/deployment'],
    ['analytics/events/installation', 'analytics/edge/entry'],
  ] as const;
  const late = pairs.filter(([first, then]) => !(at(first).ended < at(then).started));
  expect(late).toEqual([]);
  // Destruction is the same order backwards: whoever depends goes first.
  const order = chain.map((path) => at(path).ended);
  expect(Math.max(...order.slice(0, 4))).toBeLessThan(order[4] as number);
  expect(order.slice(4)).toEqual([...order.slice(4)].sort((a, b) => a - b));
});

test('two environments do not wait for each other', async () => {
  const { objects } = await bridged(
    (app) => {
      analytics(app, platforms.minikube);
      objectsIn({
        namespace: { kind: 'Namespace', metadata: { name: 'other' } },
        workload: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { namespace: 'other' } },
      })(app);
    },
    { delay: ({ name }) => (name.includes('keeper/installation') ? 60 : 0) },
  );
  expect(objects.get('chart/workload')!.ended).toBeLessThan(objects.get('analytics/events/installation')!.started);
});

test('what a program says goes before the natural order, and circles never come of the two', async () => {
  const { objects } = await bridged(
    (app) => {
      const made = objectsIn({
        policy: { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { namespace: 'a' } },
        map: { kind: 'ConfigMap', metadata: { namespace: 'a' } },
        job: { apiVersion: 'batch/v1', kind: 'Job', metadata: { namespace: 'a' } },
      })(app);
      made.policy!.addDependency(made.job!);
    },
    { delay },
  );
  expect(objects.get('chart/job')!.ended).toBeLessThan(objects.get('chart/policy')!.started);
  expect(objects.get('chart/map')!.ended).toBeLessThan(objects.get('chart/job')!.started);
});

test('a dependency on a chart means every object of it', async () => {
  const { objects } = await bridged(
    (app) => {
      const first = new Chart(app, 'first');
      const second = new Chart(app, 'second');
      objectsIn({ a: { kind: 'ConfigMap' } })(first as unknown as App);
      objectsIn({ b: { kind: 'ConfigMap' } })(second as unknown as App);
      first.addDependency(second);
    },
    { delay: ({ name }) => (name.includes('second') ? 40 : 0) },
  );
  expect(objects.get('second/chart/b')!.ended).toBeLessThan(objects.get('first/chart/a')!.started);
});

test('what every cluster has once is there before installations, wherever the program puts it', async () => {
  const { objects } = await bridged(
    (app) => {
      const cluster = analytics(app, platforms.minikube);
      expect(ClusterServices.find(cluster, platforms.minikube)).toBeDefined();
    },
    { delay: ({ name }) => (name.includes('storage-class') ? 60 : 0) },
  );
  const [storageClass, keeper] = ['services/storage-class', 'analytics/keeper/installation'].map(
    (path) => objects.get(path)!,
  );
  expect(storageClass!.ended).toBeLessThan(keeper!.started);
});
