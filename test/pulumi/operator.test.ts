import { Provider } from '@pulumi/kubernetes/provider';
import { Operator } from 'anyhouse';
import { OperatorRelease, type OperatorReleaseArgs } from 'anyhouse/pulumi';
import { keptOptions } from '../../src/pulumi/credentials/kept';
import { type Registered, underMocks } from '../support/pulumi-mocks';

type Options = Omit<OperatorReleaseArgs, 'provider'>;

const installed = (options: Options = {}) =>
  underMocks(
    () => new OperatorRelease('operator', { provider: new Provider('cluster', { kubeconfig: '{}' }), ...options }),
  );
const ofType = (resources: readonly Registered[], type: string) =>
  resources.find((resource) => resource.type === type) as Registered;
const secretIn = (resources: readonly Registered[]) => ofType(resources, 'kubernetes:core/v1:Secret');
const releaseIn = (resources: readonly Registered[]) => ofType(resources, 'kubernetes:helm.sh/v3:Release');

/** What the engine is given for a secret. */
interface Wrapped<T> {
  readonly '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270';
  readonly value: T;
}
interface Data {
  readonly username: string;
  readonly password: string;
}

test('an operator is a namespace, a Secret and a release, in this order', async () => {
  const { resources, result } = await installed();
  expect(resources.filter(({ name }) => name !== 'cluster').map(({ type, name }) => `${type} ${name}`)).toEqual([
    'anyhouse:pulumi:OperatorRelease operator',
    'kubernetes:core/v1:Namespace operator-namespace',
    'kubernetes:core/v1:Secret operator-credentials',
    'kubernetes:helm.sh/v3:Release operator-chart',
  ]);
  expect(ofType(resources, 'anyhouse:pulumi:OperatorRelease').inputs).toEqual({});
  expect(result.operator).toMatchObject({ install: 'existing', namespace: 'clickhouse-operator' });
});

test('the namespace lets the Job of the chart run, which has no complete security context', async () => {
  const { resources } = await installed({ operator: Operator.existing({ namespace: 'operators' }) });
  expect(ofType(resources, 'kubernetes:core/v1:Namespace').inputs.metadata).toEqual({
    name: 'operators',
    labels: { 'pod-security.kubernetes.io/audit': 'restricted', 'pod-security.kubernetes.io/enforce': 'baseline' },
  });
});

test('the release installs the chart of the operator, with its values and the Job that updates definitions', async () => {
  const operator = Operator.existing({ version: '0.26.0', watches: ['analytics'] });
  const { resources } = await installed({ operator, images: { registry: 'registry.example.com' } });
  const { inputs } = releaseIn(resources);
  expect(inputs).toMatchObject({
    name: 'clickhouse-operator',
    chart: 'altinity-clickhouse-operator',
    version: '0.26.0',
    namespace: 'clickhouse-operator',
    repositoryOpts: { repo: 'https://helm.altinity.com' },
    atomic: true,
    values: {
      secret: { create: false },
      crdHook: { image: { repository: 'registry.example.com/alpine/kubectl' } },
      operator: { image: { repository: 'registry.example.com/altinity/clickhouse-operator' } },
    },
  });
  expect(JSON.stringify(inputs.values)).toContain('"clickhouse-operator-credentials"');
  expect(inputs).not.toHaveProperty('skipAwait');
  expect(inputs).not.toHaveProperty('skipCrds');
});

test('what Helm is given can be changed', async () => {
  const { resources } = await installed({
    transform: (args) => ({ ...args, repositoryOpts: { repo: 'https://charts.example.com' }, timeout: 60 }),
  });
  expect(releaseIn(resources).inputs).toMatchObject({
    repositoryOpts: { repo: 'https://charts.example.com' },
    timeout: 60,
  });
});

describe('the password', () => {
  const dataOf = (resources: readonly Registered[]) => secretIn(resources).inputs.data as Wrapped<Data>;

  test('is random, and marked as secret', async () => {
    const [first, second] = await Promise.all([
      dataOf((await installed()).resources),
      dataOf((await installed()).resources),
    ]);
    expect(first['4dabf18193072939515e22adb298388d']).toBe('1b47061264138c4ac30d75fd1eb44270');
    expect(Buffer.from(first.value.username, 'base64').toString()).toBe('clickhouse_operator');
    expect(Buffer.from(first.value.password, 'base64').toString()).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(first.value.password).not.toBe(second.value.password);
  });

  test('stands in no other input, neither as it is nor encoded', async () => {
    const { resources } = await installed({ passwordRevision: '2' });
    const { password } = dataOf(resources).value;
    const others = resources.filter((resource) => resource !== secretIn(resources)).map(({ inputs }) => inputs);
    const { data: _data, ...rest } = secretIn(resources).inputs;
    const printed = JSON.stringify([others, rest]);
    expect(printed).not.toContain(password);
    expect(printed).not.toContain(Buffer.from(password, 'base64').toString());
  });

  test('of the first deployment stays: what later runs make up is ignored', () => {
    expect(keptOptions).toEqual({
      ignoreChanges: ['data'],
      replaceOnChanges: ['metadata.annotations'],
      deleteBeforeReplace: true,
    });
  });

  test('is replaced with a new revision, which restarts the operator, too', async () => {
    const { resources } = await installed({ passwordRevision: '2026-11' });
    const annotations = { 'anyhouse.dev/password-revision': '2026-11' };
    expect(secretIn(resources).inputs.metadata).toMatchObject({ name: 'clickhouse-operator-credentials', annotations });
    expect(releaseIn(resources).inputs.values).toMatchObject({ podAnnotations: annotations });
    const { resources: plain } = await installed();
    expect(secretIn(plain).inputs.metadata).not.toHaveProperty('annotations');
    expect(releaseIn(plain).inputs.values).not.toHaveProperty('podAnnotations');
  });
});

test('a preview shows everything, and nothing of it is unknown but what the cluster makes up', async () => {
  const { resources } = await underMocks(
    () => new OperatorRelease('operator', { provider: new Provider('cluster', { kubeconfig: '{}' }) }),
    { preview: 'preview' },
  );
  expect(resources).toHaveLength(5);
  expect(JSON.stringify(resources.map(({ inputs }) => inputs))).not.toContain('__pulumiUnknown');
});

test('the release waits for the Secret, and the Secret for its namespace', async () => {
  const { resources } = await underMocks(
    () => new OperatorRelease('operator', { provider: new Provider('cluster', { kubeconfig: '{}' }) }),
    { delay: ({ type }) => (type.startsWith('kubernetes:core') ? 20 : 0) },
  );
  const [namespace, secret, release] = ['core/v1:Namespace', 'core/v1:Secret', 'helm.sh/v3:Release'].map((kind) =>
    ofType(resources, `kubernetes:${kind}`),
  );
  expect(secret?.started).toBeGreaterThan(namespace?.ended ?? Number.NaN);
  expect(release?.started).toBeGreaterThan(secret?.ended ?? Number.NaN);
});

describe('what is refused', () => {
  const message = async (args: object) => {
    const { result } = await underMocks(() => {
      const provider = new Provider('cluster', { kubeconfig: '{}' });
      try {
        return new OperatorRelease('operator', { provider, ...args } as OperatorReleaseArgs);
      } catch (error) {
        return (error as Error).message;
      }
    });
    return result;
  };

  // biome-ignore format: one case a line is easier to read
  test.each([
    ['no provider', { provider: undefined }, "OperatorRelease 'operator': provider must say where the objects go: the current context of kubectl may be anything, got nothing. Fix: write provider: cluster.provider. [pulumi/provider]"],
    ['a provider by name', { provider: 'prod' }, `OperatorRelease 'operator': provider must be a provider of @pulumi/kubernetes, got "prod". Fix: write provider: cluster.provider, or new Provider(...) of @pulumi/kubernetes. [pulumi/provider]`],
    ['an operator that GitOps installs', { operator: Operator.argoCd() }, "OperatorRelease 'operator': operator must be one that nobody else installs, got Operator.argoCd. Fix: write Operator.existing({ ... }), or leave OperatorRelease out. [operator/installed-twice]"],
    ['a chart that never updates definitions', { operator: Operator.existing({ version: '0.25.5' }) }, `OperatorRelease 'operator': operator.version must be 0.25.6 or later: earlier charts never update the resource definitions, got "0.25.5". Fix: write Operator.existing({ version: '0.25.6' }). [operator/definitions]`],
    ['a registry with a scheme', { images: { registry: 'https://r.example.com' } }, `OperatorRelease 'operator': images.registry must be a registry host with an optional path, without scheme or trailing slash, got "https://r.example.com". Fix: write registry: 'registry.example.com/mirror'. [images/registry]`],
    ['a password', { password: 'x' }, `OperatorRelease 'operator': password must not be set: there is no such prop, got "password". Fix: use one of provider, operator, images, passwordRevision, transform. [props/unknown]`],
  ])('%s', async (_, args, expected) => {
    expect(await message(args)).toBe(expected);
  });
});
