import { createHash } from 'node:crypto';
import type { Manifest } from 'anyhouse';
import { stringify } from 'yaml';
import { makeCredentials } from '../../../src/tools/credentials/credentials';
import { fakeCluster, type Holdings, readManifests } from '../fake-cluster';

const sourcesOf = (...objects: readonly object[]) =>
  readManifests(['-'], () => objects.map((object) => `---\n${stringify(object)}`).join(''));
const from = (name: string, key: string) => ({ valueFrom: { secretKeyRef: { name, key } } });
const installation = (users: object, more: object = {}) => ({
  apiVersion: 'clickhouse.altinity.com/v1',
  kind: 'ClickHouseInstallation',
  metadata: { name: 'events', namespace: 'data' },
  spec: { configuration: { users, clusters: [{ name: 'main', ...more }] } },
});
const namespace = (context?: object) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: 'data',
    labels: { team: 'a' },
    ...(context && { annotations: { 'anyhouse.dev/context': JSON.stringify(context) } }),
  },
});
const operator = { version: '0.27.2', namespace: 'clickhouse-operator', watches: ['.*'] };
const secret = (name: string, data: object) => ({ metadata: { name, namespace: 'data' }, data });

const make = (objects: readonly object[], holdings?: Holdings) =>
  makeCredentials(sourcesOf(...objects), holdings && fakeCluster(() => holdings));
const dataOf = (objects: readonly Manifest[], name: string) =>
  objects.find(({ kind, metadata }) => kind === 'Secret' && metadata.name === name)?.stringData as
    | Record<string, string>
    | undefined;
const sha256 = (text = '') => createHash('sha256').update(text).digest('hex');

test('a user gets a random password and its hash', async () => {
  const { objects } = await make([
    installation({ 'app/password_sha256_hex': from('events-app', 'password_sha256_hex') }),
  ]);
  const data = dataOf(objects, 'events-app');
  expect(Object.keys(data ?? {}).sort()).toEqual(['password', 'password_sha256_hex']);
  expect(data?.password).toMatch(/^[A-Za-z0-9]{32}$/);
  expect(data?.password_sha256_hex).toBe(sha256(data?.password));
});

test('no two passwords are alike', async () => {
  const users = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `u${index}/password_sha256_hex`,
      from(`s${index}`, 'password_sha256_hex'),
    ]),
  );
  const { objects } = await make([installation(users)]);
  expect(new Set(objects.map(({ stringData }) => (stringData as { password: string }).password)).size).toBe(20);
});

test.each([
  ['plain', { 'app/password': from('s', 'pw') }, ['pw']],
  ['nested', { app: { password: from('s', 'pw') } }, ['pw']],
  ['double SHA-1', { 'app/password_double_sha1_hex': from('s', 'hash') }, ['hash', 'password']],
  ['addressed', { 'app/k8s_secret_password': 's/pw' }, ['pw']],
])('passwords that are %s are found', async (_, users, keys) => {
  expect(Object.keys(dataOf((await make([installation(users)])).objects, 's') ?? {}).sort()).toEqual(keys);
});

test('the old address of a Secret may name another namespace', async () => {
  const { objects } = await make([installation({ 'app/k8s_secret_password_sha256_hex': 'other/s/hash' })]);
  expect(objects[0]?.metadata).toEqual({ name: 's', namespace: 'other' });
});

test('the password stands under the key that the workload reads', async () => {
  const env = [
    { name: 'USER', ...from('s', 'username') },
    { name: 'PASS', ...from('s', 'secret-word') },
  ];
  const workload = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', namespace: 'data' },
    spec: { template: { spec: { containers: [{ name: 'shop', env }] } } },
  };
  const users = { 'app/password_sha256_hex': from('s', 'hash') };
  const data = dataOf((await make([installation(users), workload])).objects, 's');
  expect(data).toEqual({ username: 'app', 'secret-word': expect.any(String), hash: sha256(data?.['secret-word']) });
});

test('two users in one Secret have a password each', async () => {
  const users = {
    'a/password_sha256_hex': from('s', 'a_sha256_hex'),
    'b/password_sha256_hex': from('s', 'hash-of-b'),
  };
  const data = dataOf((await make([installation(users)])).objects, 's');
  expect(Object.keys(data ?? {}).sort()).toEqual(['a', 'a_sha256_hex', 'b_password', 'hash-of-b']);
  expect(data?.['hash-of-b']).toBe(sha256(data?.b_password));
});

test('what hosts trust each other by is made up', async () => {
  const { objects } = await make([installation({}, { secret: from('trust', 'secret') })]);
  expect(dataOf(objects, 'trust')).toEqual({ secret: expect.any(String) });
});

test('the operator gets an account where the manifests say which operator is meant', async () => {
  const { objects } = await make([namespace({ operator }), installation({})]);
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Namespace clickhouse-operator',
    'Secret clickhouse-operator-credentials',
  ]);
  expect(dataOf(objects, 'clickhouse-operator-credentials')).toEqual({
    username: 'clickhouse_operator',
    password: expect.any(String),
  });
});

test('namespaces come first and are those of the manifests', async () => {
  const users = { 'app/password_sha256_hex': from('s', 'h') };
  const { objects } = await make([installation(users), namespace()]);
  expect(objects[0]).toEqual(namespace());
  expect(objects[1]?.kind).toBe('Secret');
});

test.each([
  ['a Secret', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's', namespace: 'data' } }],
  [
    'an ExternalSecret',
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'x', namespace: 'data' },
      spec: { target: { name: 's' } },
    },
  ],
  [
    'a SealedSecret',
    { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata: { name: 's', namespace: 'data' } },
  ],
])('what %s provides is not made again', async (_, provider) => {
  const users = { 'app/password_sha256_hex': from('s', 'h') };
  expect((await make([installation(users), provider])).objects).toEqual([]);
});

test('what cannot be made up is named, with who needs it', async () => {
  const { objects, notes } = await make([
    installation({ 'app/password_sha256_hex': from('s', 'h') }, { settings: { key: from('s3', 'id') } }),
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'load', namespace: 'data' },
      spec: {
        template: { spec: { imagePullSecrets: [{ name: 'mirror' }], volumes: [{ secret: { secretName: 'tls' } }] } },
      },
    },
  ]);
  expect(objects.map(({ metadata }) => metadata.name)).toEqual(['s']);
  expect(notes).toEqual([
    'Secret data/s3 is not made: only you have id (needed by ClickHouseInstallation/events).',
    'Secret data/mirror is not made: only you have the account of the registry (needed by Job/load).',
    'Secret data/tls is not made: only you have its content (needed by Job/load).',
  ]);
});

test('Secrets of issuers are looked for where cert-manager reads them', async () => {
  const issuer = (kind: string, name: string, spec: object) => ({
    apiVersion: 'cert-manager.io/v1',
    kind,
    metadata: { name, ...(kind === 'Issuer' && { namespace: 'data' }) },
    spec,
  });
  const token = { apiTokenSecretRef: { name: 'cloudflare', key: 'api-token' } };
  const solvers = [{ dns01: { cloudflare: token } }];
  const acme = { privateKeySecretRef: { name: 'letsencrypt-account-key' }, solvers };
  const { objects, notes } = await make([
    issuer('ClusterIssuer', 'letsencrypt', { acme }),
    issuer('Issuer', 'internal', { ca: { secretName: 'company-ca' } }),
  ]);
  expect(objects).toEqual([]);
  expect(notes).toEqual([
    'Secret cert-manager/cloudflare is not made: only you have api-token (needed by ClusterIssuer/letsencrypt).',
    'Secret data/company-ca is not made: only you have tls.crt, tls.key (needed by Issuer/internal).',
  ]);
});

test('optional references are left alone', async () => {
  const env = [{ name: 'A', valueFrom: { secretKeyRef: { name: 'a', key: 'b', optional: true } } }];
  const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'j' }, spec: { template: { spec: { env } } } };
  expect(await make([job])).toEqual({ objects: [], notes: [], faults: [] });
});

describe('with a cluster', () => {
  const objects = [
    namespace(),
    installation({ 'a/password_sha256_hex': from('a', 'h'), 'b/password_sha256_hex': from('b', 'h') }),
  ];

  test('Secrets that exist are neither printed nor changed', async () => {
    const made = await make(objects, { Secret: [secret('a', { h: 'eA==' })] });
    expect(made.objects.map(({ metadata }) => metadata.name)).toEqual(['data', 'b']);
    expect(made.notes).toEqual(['1 Secret exists already and stays as it is.']);
    expect(made.faults).toEqual([]);
  });

  test('a Secret without a key that is read is told', async () => {
    const { faults } = await make(objects, { Secret: [secret('a', { password: 'eA==' }), secret('b', { h: 'eA==' })] });
    expect(faults).toEqual([
      'Secret data/a exists, but has no h. Add what is missing, or delete it and run this again.',
    ]);
  });

  test('the namespaces are printed also when all Secrets exist, because kubectl refuses to apply nothing', async () => {
    const made = await make(objects, { Secret: [secret('a', { h: 'eA==' }), secret('b', { h: 'eA==' })] });
    expect(made.objects).toEqual([namespace()]);
  });

  test('the namespace of the operator is left alone when it exists', async () => {
    const with_ = [namespace({ operator }), installation({})];
    const made = await make(with_, { Namespace: [{ metadata: { name: 'clickhouse-operator' } }] });
    expect(made.objects.map(({ kind }) => kind)).toEqual(['Secret']);
  });
});

test('an installation that a drill makes needs Secrets, too', async () => {
  const users = { 'app/password_sha256_hex': from('scratch-app', 'password_sha256_hex') };
  const { objects } = await make([
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'drill-scripts', namespace: 'data' },
      data: { 'installation.yaml': stringify(installation(users)), 'drill.sh': 'exit 0' },
    },
  ]);
  expect(Object.keys(dataOf(objects, 'scratch-app') ?? {}).sort()).toEqual(['password', 'password_sha256_hex']);
});

test('values of a chart are not taken for volumes', async () => {
  const values = { secret: { name: 'not-here' } };
  const application = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'operator', namespace: 'argocd' },
    spec: { source: { helm: { valuesObject: values } } },
  };
  expect(await make([application])).toMatchObject({ objects: [], notes: [] });
});
