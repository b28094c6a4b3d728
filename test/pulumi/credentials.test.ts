import { createHash } from 'node:crypto';
import { Provider } from '@pulumi/kubernetes/provider';
import { ClickHouseCluster, Environment, Platform } from 'anyhouse';
import { addCredentials, Cdk8sApp } from 'anyhouse/pulumi';
import { ApiObject, App, Chart } from 'cdk8s';
import { analytics } from '../../examples/quickstart/analytics';
import { keptOptions, keptOptionsOf } from '../../src/pulumi/credentials/kept';
import { type Registered, underMocks } from '../support/pulumi-mocks';

const deployed = (build: (app: App) => unknown) =>
  underMocks(() => new Cdk8sApp('app', { provider: new Provider('cluster', { kubeconfig: '{}' }), build }));
const secretsIn = (resources: readonly Registered[]) =>
  resources.filter(({ type }) => type === 'kubernetes:core/v1:Secret');
/** Data of a Secret as the engine gets it, which has to be wrapped as secret. */
function dataOf(secret: Registered | undefined): Readonly<Record<string, string>> {
  const { data } = secret?.inputs as {
    data: { '4dabf18193072939515e22adb298388d'?: string; value: Record<string, string> };
  };
  expect(data['4dabf18193072939515e22adb298388d']).toBe('1b47061264138c4ac30d75fd1eb44270');
  return Object.fromEntries(
    Object.entries(data.value).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]),
  );
}

const quickstart = (app: App) => {
  analytics(app, Platform.minikube());
  return addCredentials(app);
};

test('a program gets what it needs and nobody provides, in its own namespace', async () => {
  const { result, resources } = await deployed(quickstart);
  expect(result.result).toEqual(['analytics/events-admin', 'analytics/events-app', 'analytics/edge-tls']);
  expect(secretsIn(resources).map(({ name, inputs }) => [name, inputs.metadata, inputs.type])).toEqual(
    expect.arrayContaining([
      ['app:analytics/events-admin-credentials', { name: 'events-admin', namespace: 'analytics' }, 'Opaque'],
      ['app:analytics/events-app-credentials', { name: 'events-app', namespace: 'analytics' }, 'Opaque'],
      ['app:analytics/edge-tls-credentials', { name: 'edge-tls', namespace: 'analytics' }, 'kubernetes.io/tls'],
    ]),
  );
  expect(secretsIn(resources)).toHaveLength(3);
});

test('a password comes with the hash that ClickHouse compares with, other for each user', async () => {
  const { resources } = await deployed(quickstart);
  const [admin, app] = ['admin', 'app'].map((user) =>
    dataOf(secretsIn(resources).find(({ name }) => name === `app:analytics/events-${user}-credentials`)),
  );
  expect(app?.password).toMatch(/^[A-Za-z0-9]{32}$/);
  expect(app?.password_sha256_hex).toBe(
    createHash('sha256')
      .update(app?.password ?? '')
      .digest('hex'),
  );
  expect(admin?.password).not.toBe(app?.password);
});

test('a certificate of development is for the names of its gateway', async () => {
  const { resources } = await deployed(quickstart);
  const data = dataOf(secretsIn(resources).find(({ name }) => name.includes('edge-tls')));
  expect(Object.keys(data).sort()).toEqual(['ca.crt', 'tls.crt', 'tls.key']);
  expect(data['tls.key']).toMatch(/^-----BEGIN PRIVATE KEY-----/);
});

test('the Secrets are there before the pods that read them', async () => {
  const { resources } = await underMocks(
    () => new Cdk8sApp('app', { provider: new Provider('cluster', { kubeconfig: '{}' }), build: quickstart }),
    { delay: ({ type }) => (type === 'kubernetes:core/v1:Secret' ? 30 : 0) },
  );
  const pods = resources.filter(({ type }) => /:ClickHouse(Keeper)?Installation$|:Deployment$/.test(type));
  const last = Math.max(...secretsIn(resources).map(({ ended }) => ended));
  expect(pods).toHaveLength(3);
  expect(pods.filter(({ started }) => started < last)).toEqual([]);
});

test('values of the first deployment stay; a Secret of the program itself follows the program', () => {
  const app = new App();
  analytics(app, Platform.minikube());
  addCredentials(app);
  const objects = app.charts.flatMap((chart) => [...chart.node.findAll()]) as ApiObject[];
  const secrets = objects.filter(({ kind }) => kind === 'Secret');
  expect(secrets.map(keptOptionsOf)).toEqual([keptOptions, keptOptions, keptOptions]);
  expect(objects.filter(({ kind }) => kind !== 'Secret').map(keptOptionsOf)).not.toContain(keptOptions);
});

test('no password stands in anything but the data of its Secret', async () => {
  const { resources } = await deployed(quickstart);
  const secrets = secretsIn(resources);
  const values = secrets.flatMap((secret) => Object.values(dataOf(secret)));
  const others = JSON.stringify(
    resources.filter((resource) => !secrets.includes(resource)).map(({ inputs }) => inputs),
  );
  expect(values).toHaveLength(7);
  expect(values.filter((value) => others.includes(value))).toEqual([]);
});

test('a preview shows every Secret', async () => {
  const { resources } = await underMocks(
    () => new Cdk8sApp('app', { provider: new Provider('cluster', { kubeconfig: '{}' }), build: quickstart }),
    { preview: 'preview' },
  );
  expect(secretsIn(resources)).toHaveLength(3);
});

test('what only the user has is left out, and told', () => {
  const app = new App();
  const images = { pullSecrets: ['mirror'] };
  const environment = new Environment(app, 'analytics', { platform: Platform.minikube(), images });
  new ClickHouseCluster(environment, 'events', { storage: { size: '10Gi' } });
  const warned = jest.spyOn(console, 'warn').mockImplementation();
  expect(addCredentials(app)).toEqual(['analytics/events-admin']);
  expect(warned.mock.calls.join()).toContain(
    'Secret analytics/mirror is not made: only you have the account of the registry (needed by ClickHouseInstallation/events).',
  );
});

test('a program that needs nothing more gets nothing, so that it can be called again', () => {
  const app = new App();
  analytics(app, Platform.minikube());
  expect(addCredentials(app)).toHaveLength(3);
  expect(addCredentials(app)).toEqual([]);
});

test('charts do not come to depend on each other, where only objects of them do', () => {
  const app = new App();
  analytics(app, Platform.minikube());
  const other = new Chart(app, 'other');
  const object = new ApiObject(other, 'map', { apiVersion: 'v1', kind: 'ConfigMap' });
  const namespace = app.node.findChild('analytics').node.findChild('namespace');
  object.node.addDependency(namespace);
  expect(addCredentials(app)).toContain('analytics/events-app');
  expect(other.node.dependencies).toEqual([]);
});
