import * as pulumi from '@pulumi/pulumi';
import {
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Identity,
  Keeper,
  ObjectStore,
  type Platform,
} from 'anyhouse';
import { asQuantity, asString } from 'anyhouse/pulumi';
import { ApiObject, type App, Chart } from 'cdk8s';
import { examples } from '../../../examples/index';
import { platforms } from '../../../examples/platforms';
import type { Manifest } from '../../../src/kubernetes/manifest';
import { ControlPlane } from '../cluster/control-plane';
import { installCrds } from '../cluster/crds';
import { deploy, destroy, type Handed, handedOver, removeNamespace } from './pulumi-engine';
import { makeNamespace } from './servers';

let plane: ControlPlane;
beforeAll(async () => {
  plane = await ControlPlane.start({ name: 'pulumi' });
  await installCrds(plane.client, '0.27.2');
});
afterAll(() => plane.stop());
beforeEach(() => void jest.spyOn(pulumi.log, 'warn').mockResolvedValue(undefined));

/** Deploys objects into an empty cluster, looks at them, and leaves it empty. */
async function tried(
  objects: readonly Handed[],
  look = async (_: readonly Handed[]) => {},
): Promise<readonly string[]> {
  // Namespaces of operators and of GitOps tools, which are there before.
  const own = new Set(
    objects.filter(({ manifest }) => manifest.kind === 'Namespace').map(({ manifest }) => manifest.metadata.name),
  );
  const others = objects
    .flatMap(({ manifest: { metadata } }) => metadata.namespace ?? [])
    .filter((name) => !own.has(name));
  for (const name of new Set(others)) await makeNamespace(plane.client, name);
  try {
    const complaints = await deploy(plane.client, objects);
    await look(objects);
    return complaints;
  } finally {
    await destroy(plane.client, objects);
    // Another program may bring them itself.
    const removable = others.filter((name) => name !== 'default');
    for (const name of new Set(removable)) await removeNamespace(plane.client, name);
  }
}

const cases = examples.flatMap(({ name, program }) =>
  Object.entries(platforms).map(([platform, place]) => ({ name, platform, place, program })),
);

test.each(cases)('$name on $platform is created and updated', async ({ program, place }) => {
  const objects = await handedOver((app) => program(app, place));
  expect(objects.length).toBeGreaterThan(5);
  expect(await tried(objects)).toEqual([]);
});

/** A value that the engine knows only after something else has been created. */
const late = <T>(value: T) => pulumi.output(new Promise<T>((resolve) => setTimeout(resolve, 1, value)));

const role = 'arn:aws:iam::123456789012:role/clickhouse-archive';

/** Outputs wherever a program may have them: props of ours, inside of text, and objects that nobody here knows. */
function archive(app: App, platform: Platform) {
  new ClusterServices(app, 'services', { platform, labels: { 'example.com/stack': asString(late('production')) } });
  const environment = new Environment(app, 'archive', { platform });
  const keeper = new Keeper(environment, 'keeper', { storage: asQuantity(late('20Gi')) });
  const store = ObjectStore.s3({
    bucket: asString(late('company-archive')),
    endpoint: `https://${asString(late('s3.example.com'))}:443`,
    path: `clickhouse/${asString(late('blue'))}`,
  });
  const cluster = new ClickHouseCluster(environment, 'archive', {
    replication: { replicas: 2, keeper },
    storage: { size: asQuantity(late('1Ti')), cold: { store, cache: '100Gi' } },
    identity: Identity.awsRole(asString(late(role))),
    secretRevision: asString(late('7')),
  });
  const chart = new Chart(app, 'web', { namespace: 'archive', disableResourceNameHashes: true });
  new ApiObject(chart, 'credentials', {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'credentials', labels: { 'example.com/owner': asString(late('web')) } },
    stringData: { password: pulumi.secret(late('not-to-be-seen')), plain: 'known' },
  });
  new ApiObject(chart, 'web', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      replicas: late(3),
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [
            {
              name: 'web',
              image: `registry.example.com/web:${asString(late('1.2.3'))}`,
              ports: [{ containerPort: late(8080) }],
              env: [{ name: 'DATABASE', value: `${cluster.endpoints.http.url}?bucket=${asString(late('company'))}` }],
            },
          ],
        },
      },
    },
  });
  new ApiObject(chart, 'reader', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'reader' },
    rules: [{ apiGroups: [''], resources: late(['nodes']), verbs: [late('get')] }],
  });
}

describe('a program with Outputs in many places', () => {
  const pools = { clickhouse: { labels: { dedicated: 'clickhouse' }, taint: 'dedicated=clickhouse:NoSchedule' } };
  const build = (app: App) => archive(app, platforms.eks.with({ pools }));
  const live = async (apiVersion: string, kind: string, name: string, namespace?: string) =>
    plane.client.get({ apiVersion, kind, metadata: { name, namespace } }) as Promise<Manifest>;

  test('is created and updated with their values', async () => {
    const look = async () => {
      const cluster = await live('clickhouse.altinity.com/v1', 'ClickHouseInstallation', 'archive', 'archive');
      expect(JSON.stringify(cluster.spec)).toContain('"resources":{"requests":{"storage":"1Ti"}}');
      expect(JSON.stringify(cluster.spec)).toContain('https://s3.example.com:443/company-archive/clickhouse/blue');
      const account = await live('v1', 'ServiceAccount', 'clickhouse-archive', 'archive');
      expect(account.metadata.annotations).toMatchObject({ 'eks.amazonaws.com/role-arn': role });
      const { spec } = await live('apps/v1', 'Deployment', 'web', 'archive');
      expect(spec).toMatchObject({
        replicas: 3,
        template: {
          spec: { containers: [{ image: 'registry.example.com/web:1.2.3', ports: [{ containerPort: 8080 }] }] },
        },
      });
      const { rules } = await live('rbac.authorization.k8s.io/v1', 'ClusterRole', 'reader');
      expect(rules).toEqual([{ apiGroups: [''], resources: ['nodes'], verbs: ['get'] }]);
      const { data } = await live('v1', 'Secret', 'credentials', 'archive');
      expect(data).toEqual({ password: btoa('not-to-be-seen'), plain: btoa('known') });
    };
    const objects = await handedOver(build);
    expect(JSON.stringify(objects)).not.toContain('${pulumi.');
    expect(await tried(objects, look)).toEqual([]);
  });

  test('hands over Secrets as secret, and nothing else', async () => {
    const objects = await handedOver(build);
    const secret = objects.flatMap(({ registered: { type, inputs } }) =>
      Object.keys(inputs)
        .filter((key) => pulumi.runtime.isRpcSecret(inputs[key]))
        .map((key) => `${type} ${key}`),
    );
    expect(secret).toEqual(['kubernetes:core/v1:Secret stringData']);
  });
});

test('what a schema lacks gets lost at first, and is refused by the first update', async () => {
  const objects = await handedOver((app) => {
    const chart = new Chart(app, 'chart', { namespace: 'default', disableResourceNameHashes: true });
    new ApiObject(chart, 'settings', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings' },
      dta: { a: 'b' },
    });
  });
  expect(await tried(objects)).toEqual([expect.stringMatching(/^ConfigMap\/settings: not updated: .*dta/)]);
});
