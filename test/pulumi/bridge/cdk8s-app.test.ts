import { Provider } from '@pulumi/kubernetes/provider';
import * as pulumi from '@pulumi/pulumi';
import { ClickHouseCluster, Environment, Keeper, Platform } from 'anyhouse';
import { Cdk8sApp } from 'anyhouse/pulumi';
import { App } from 'cdk8s';
import { platforms } from '../../../examples/platforms';
import { analytics } from '../../../examples/quickstart/analytics';
import { synthesizeManifests } from '../../../src/synth/synthesize-manifests';
import { treeOf, underMocks, valueIn } from '../../support/pulumi-mocks';
import { isSecret } from '../../support/pulumi-secrets';
import { bridged, objectsIn } from './run';

test.each(Object.entries(platforms))(
  'on %s every object of the program is a resource, as cdk8s writes it',
  async (_, platform) => {
    const app = new App();
    analytics(app, platform);
    const { objects } = await bridged((it) => analytics(it, platform));
    const plain = synthesizeManifests(app);
    expect(objects.size).toBe(plain.length);
    for (const { inputs } of objects.values()) {
      const { spec, ...rest } = inputs as { spec?: Record<string, unknown> };
      const { taskID, ...own } = spec ?? {};
      const written = { ...rest, ...(spec && { spec: own }) };
      expect(plain).toContainEqual(JSON.parse(JSON.stringify(written)));
      expect(typeof taskID).toBe(/^ClickHouse/.test(String(inputs.kind)) ? 'string' : 'undefined');
    }
  },
);

test('names are paths of constructs, tokens those of the typed classes', async () => {
  const { resources } = await bridged((app) => analytics(app, Platform.minikube()));
  expect(treeOf(resources)).toMatchSnapshot();
});

test('objects without a namespace get none, also of kinds that the program itself defines', async () => {
  const metadata = { namespace: 'a' };
  const names = { kind: 'Thing' };
  const { objects } = await bridged(
    objectsIn({
      class: { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', provisioner: 'x', metadata },
      crd: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        spec: { group: 'x.io', scope: 'Cluster', names },
      },
      thing: { apiVersion: 'x.io/v1', kind: 'Thing', metadata },
      map: { kind: 'ConfigMap', metadata },
    }),
  );
  const namespaceOf = (path: string) => (objects.get(path)?.inputs.metadata as { namespace?: string }).namespace;
  expect(['class', 'thing', 'map'].map((id) => namespaceOf(`chart/${id}`))).toEqual([undefined, undefined, 'a']);
});

test('a Secret is secret in all that it holds, other objects are not', async () => {
  const { objects } = await bridged(
    objectsIn({
      secret: { kind: 'Secret', data: { a: 'eA==' }, stringData: { password: 'x' } },
      map: { kind: 'ConfigMap', data: { a: 'x' } },
    }),
  );
  const { data, stringData } = objects.get('chart/secret')!.inputs;
  expect([data, stringData].map(isSecret)).toEqual([true, true]);
  expect(isSecret(objects.get('chart/map')!.inputs.data)).toBe(false);
});

test('constructs that build returned lead to their resources and their status', async () => {
  const { app } = await bridged((it) => analytics(it, Platform.minikube()), {
    outputs: ({ type }) => (type.endsWith(':ClickHouseInstallation') ? { status: { status: 'Completed' } } : {}),
  });
  expect(await valueIn(app.statusOf(app.result))).toMatchObject({ value: { status: 'Completed' }, known: true });
  expect(app.resourceOf('analytics/events/installation')).toBe(app.resourceOf(app.result));
  expect(app.result.hosts).toHaveLength(4);
  expect(() => app.resourceOf('analytics/event')).toThrow(
    /^Cdk8sApp 'it': there is no object 'analytics\/event'\. There is .*analytics\/events\/installation/,
  );
  expect(() => app.resourceOf(app.result.node.scope!)).toThrow(
    "Cdk8sApp 'it': 'analytics' has 2 objects: name one by its path.",
  );
});

test('a transform sees the path, and changes what it returns; aliases are asked for by path', async () => {
  const paths: string[] = [];
  const { objects } = await bridged(objectsIn({ a: { kind: 'ConfigMap' }, b: { kind: 'ConfigMap' } }), {
    args: {
      aliases: (path) => (path === 'chart/a' ? [{ name: 'old' }] : []),
      transform: (path, args, opts) => {
        paths.push(`${path} ${JSON.stringify(opts.aliases)}`);
        return path === 'chart/b' ? { args: { ...args, data: { x: 'y' } } } : undefined;
      },
    },
  });
  expect(paths).toEqual(['chart/a [{"name":"old"}]', 'chart/b []']);
  expect(objects.get('chart/b')?.inputs.data).toEqual({ x: 'y' });
  expect(objects.get('chart/a')?.inputs.data).toBeUndefined();
});

beforeEach(() => {
  // What rules have to say about these programs is not the question here.
  jest.spyOn(pulumi.log, 'warn').mockResolvedValue();
  jest.spyOn(pulumi.log, 'info').mockResolvedValue();
});

const guarded = (resource: pulumi.Resource) => {
  const { __protect: protect } = resource as unknown as { __protect: boolean };
  return protect;
};

test.each([
  [
    'production',
    'production',
    undefined,
    ['analytics/namespace', 'analytics/events/installation', 'analytics/keeper/installation'],
  ],
  ['development', 'development', undefined, []],
  ['production that may be deleted', 'production', 'moved to eu-west-3', []],
] as const)('in %s what holds data is protected', async (_, stage, allowDeletion, expected) => {
  const { app } = await bridged(
    (it) => {
      const environment = new Environment(it, 'analytics', { platform: platforms.eks, stage });
      const keeper = new Keeper(environment, 'keeper', { resources: { cpu: '1', memory: '1Gi' } });
      const resources = { cpu: '1', memory: '4Gi' } as const;
      new ClickHouseCluster(environment, 'events', {
        storage: { size: '10Gi' },
        replication: { replicas: 2, keeper },
        resources,
      });
    },
    { args: { allowDeletion } },
  );
  const held = [...app.resources].filter(([, resource]) => guarded(resource)).map(([path]) => path);
  expect(held.sort()).toEqual([...expected].sort());
});

test("volumes that the program gives up with onDelete: 'delete' are not held", async () => {
  const { app } = await bridged((it) => {
    const environment = new Environment(it, 'analytics', { platform: platforms.eks });
    const resources = { cpu: '1', memory: '4Gi' } as const;
    new ClickHouseCluster(environment, 'scratch', { storage: { size: '10Gi' }, resources, onDelete: 'delete' });
  });
  expect([...app.resources.values()].filter(guarded)).toEqual([]);
});

test('a Job is waited for as long as it may take, and one of many hours not at all', async () => {
  const job = (activeDeadlineSeconds?: number) =>
    ({ kind: 'Job', apiVersion: 'batch/v1', spec: activeDeadlineSeconds ? { activeDeadlineSeconds } : {} }) as const;
  const own = { ...job(86_400), metadata: { annotations: { 'pulumi.com/skipAwait': 'false' } } };
  const { objects } = await bridged(objectsIn({ users: job(1200), restore: job(86_400), endless: job(), own }));
  const waits = ['users', 'restore', 'endless', 'own'].map(
    (id) => (objects.get(`chart/${id}`)?.inputs.metadata as { annotations?: object }).annotations,
  );
  expect(waits).toEqual([
    { 'pulumi.com/timeoutSeconds': '1260' },
    { 'pulumi.com/skipAwait': 'true' },
    undefined,
    { 'pulumi.com/skipAwait': 'false' },
  ]);
});

test('a load balancer that nobody makes is not waited for', async () => {
  const service = { kind: 'Service', spec: { type: 'LoadBalancer' } } as const;
  const on = async (platform: Platform) => {
    const { objects } = await bridged((app) => {
      new Environment(app, 'analytics', { platform, stage: 'development' });
      objectsIn({ entry: service, inside: { kind: 'Service', spec: {} } })(app);
    });
    return ['entry', 'inside'].map((id) => objects.get(`chart/${id}`)?.inputs.metadata as object);
  };
  expect(await on(Platform.minikube())).toEqual([
    { name: 'entry', annotations: { 'pulumi.com/skipAwait': 'true' } },
    { name: 'inside' },
  ]);
  expect(await on(platforms.eks)).toEqual([{ name: 'entry' }, { name: 'inside' }]);
});

const provider = () => new Provider('cluster', { kubeconfig: 'none' });
const nothing = () => undefined;

test.each<readonly [string, () => unknown, string]>([
  [
    'no provider',
    () => new Cdk8sApp('it', { build: nothing } as never),
    "Cdk8sApp 'it': provider must say where the objects go: the current context of kubectl may be anything, got nothing. " +
      'Fix: write provider: cluster.provider. [pulumi/provider]',
  ],
  [
    'a provider among the options',
    () => new Cdk8sApp('it', { provider: provider(), build: nothing }, { provider: provider() }),
    "Cdk8sApp 'it': opts.provider must be left out: the provider is an argument, got a provider. " +
      'Fix: write new Cdk8sApp(name, { provider, build }). [pulumi/provider]',
  ],
  [
    'a program that comes later',
    () => new Cdk8sApp('it', { provider: provider(), build: async () => {} }),
    'build must return at once: objects that are made later would be missing from the preview.',
  ],
  [
    'a wait without a cluster to look at',
    () => new Cdk8sApp('it', { provider: provider(), build: nothing, waitMinutes: 5 }),
    "Cdk8sApp 'it': kubeconfig must be given where waitMinutes is: waiting looks at the cluster, got nothing. " +
      "Fix: give the kubeconfig of the provider, or write waitMinutes: 'none'. [pulumi/kubeconfig]",
  ],
  [
    'production without protection',
    () =>
      new Cdk8sApp('it', { provider: provider(), build: (app) => analytics(app, platforms.eks) }, { protect: false }),
    "Cdk8sApp 'it': opts.protect must be left out: 'analytics/namespace' holds data of production, got false. " +
      "Fix: leave it out; before a destroy, write allowDeletion: 'why' and deploy that first. [pulumi/protection]",
  ],
  [
    'a misspelt argument',
    () => new Cdk8sApp('it', { provider: provider(), build: nothing, waitMinuts: 5 } as never),
    'Cdk8sApp \'it\': waitMinuts must not be set: there is no such prop, got "waitMinuts". ' +
      'Fix: write "waitMinutes". [props/unknown]',
  ],
])('%s is refused', async (_, program, message) => {
  await expect(underMocks(program)).rejects.toThrow(message);
});

test('a program that breaks a rule is refused with the finding', async () => {
  const twice = objectsIn({
    a: { kind: 'ConfigMap', metadata: { name: 'same', namespace: 'x' } },
    b: { kind: 'ConfigMap', metadata: { name: 'same', namespace: 'x' } },
  });
  const build = (app: App) => {
    new Environment(app, 'x', { platform: Platform.minikube() });
    twice(app);
  };
  await expect(bridged(build)).rejects.toThrow(/\[names\/duplicate\]/);
});
