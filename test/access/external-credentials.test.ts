import {
  ClickHouseCluster,
  type ClickHouseClusterProps,
  ExternalCredentials,
  type ExternalCredentialsProps,
  type Manifest,
} from 'anyhouse';
import { findingsOf } from 'anyhouse/testing';
import type { App } from 'cdk8s';
import { neededSecrets } from '../../src/tools/credentials/needed';
import { environment, messageOf, objectsOf } from '../support/environments';

const users: ClickHouseClusterProps['users'] = { app: { networks: ['10.0.0.0/8'] }, web: { networks: ['10.0.0.0/8'] } };

function clusterOf(props: Partial<ClickHouseClusterProps> = {}, place = environment(), id = 'events') {
  return new ClickHouseCluster(place, id, { storage: { size: '10Gi' }, users, ...props });
}

/** Credentials of one cluster, beside it. */
function credentials(props: Partial<ExternalCredentialsProps> = {}, of: Partial<ClickHouseClusterProps> = {}) {
  const place = environment();
  const events = clusterOf(of, place);
  return new ExternalCredentials(place, 'credentials', { clusters: [events], ...props });
}

/** What the API server would fill in, in every entry of a list. */
const defaults = { conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' };

const made = (construct: ExternalCredentials, kind = 'ExternalSecret'): readonly Manifest[] =>
  objectsOf(construct).filter((object) => object.kind === kind);

test('every user of a cluster, and the administrator, gets the Secret that the cluster refers to', () => {
  const construct = credentials({ generate: {} });
  expect(construct.secrets).toEqual(['events-admin', 'events-app', 'events-web']);
  const sources = [{ name: 'program', manifests: objectsOf(construct).map((manifest) => ({ manifest })) }] as never;
  expect(neededSecrets(sources).filter(({ namespace }) => namespace === 'analytics')).toEqual([]);
});

test('a generated password is made once, never again, and outlives what made it', () => {
  const construct = credentials({ generate: { length: 40 }, users: ['app'] });
  expect(made(construct)).toEqual([
    expect.objectContaining({
      apiVersion: 'external-secrets.io/v1',
      metadata: expect.objectContaining({ name: 'events-app', namespace: 'analytics' }),
      spec: {
        refreshPolicy: 'CreatedOnce',
        target: {
          name: 'events-app',
          creationPolicy: 'Orphan',
          deletionPolicy: 'Retain',
          immutable: true,
          template: { data: { password: '{{ .password }}', password_sha256_hex: '{{ .password | sha256sum }}' } },
        },
        dataFrom: [
          {
            sourceRef: {
              generatorRef: {
                apiVersion: 'generators.external-secrets.io/v1alpha1',
                kind: 'Password',
                name: 'credentials',
              },
            },
          },
        ],
      },
    }),
  ]);
  expect(made(construct, 'Password').map(({ spec }) => spec)).toEqual([
    { length: 40, digits: 10, symbols: 0, noUpper: false, allowRepeat: true },
  ]);
});

test('a store is asked for each password, under the keys that the cluster names', () => {
  const construct = credentials(
    {
      store: {
        name: 'vault',
        kind: 'ClusterSecretStore',
        key: ({ namespace, cluster, user }) => ({ key: `db/${namespace}/${cluster}`, property: user }),
        secrets: {
          'archive-keys': { access_key_id: 'db/archive-id', secret_access_key: { key: 'db/archive', property: 's' } },
        },
      },
    },
    {
      admin: { password: { name: 'root', hashKey: 'sha256', passwordKey: 'plain' } },
      users: {},
    },
  );
  const store = { refreshInterval: '1h0m0s', secretStoreRef: { name: 'vault', kind: 'ClusterSecretStore' } };
  expect(made(construct).map(({ spec }) => spec)).toEqual([
    {
      ...store,
      target: {
        name: 'root',
        creationPolicy: 'Orphan',
        deletionPolicy: 'Retain',
        template: {
          data: { plain: expect.stringContaining('trimSuffix'), sha256: expect.stringContaining('sha256sum }}') },
        },
      },
      data: [{ secretKey: 'password', remoteRef: { ...defaults, key: 'db/analytics/events', property: 'admin' } }],
    },
    {
      ...store,
      target: { name: 'archive-keys', creationPolicy: 'Orphan', deletionPolicy: 'Retain' },
      data: [
        { secretKey: 'access_key_id', remoteRef: { ...defaults, key: 'db/archive-id' } },
        { secretKey: 'secret_access_key', remoteRef: { ...defaults, key: 'db/archive', property: 's' } },
      ],
    },
  ]);
  expect(made(construct, 'Password')).toEqual([]);
});

test('clusters may share the Secret of a user', () => {
  const place = environment();
  const shared = { admin: { password: { name: 'company-admin' } }, users: {} };
  const clusters = [clusterOf(shared, place), clusterOf(shared, place, 'orders')];
  expect(new ExternalCredentials(place, 'credentials', { clusters, generate: {} }).secrets).toEqual(['company-admin']);
});

test('what it emits breaks no rule', () => {
  const findings = findingsOf(credentials({ generate: {} }).node.root as App);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

const elsewhere = () => {
  const other = environment({ namespace: { name: 'orders' } });
  return new ExternalCredentials(other, 'credentials', { clusters: [clusterOf()], generate: {} });
};

test.each<[string, () => unknown, string]>([
  [
    'no source',
    () => credentials(),
    "ExternalCredentials 'analytics/credentials': store must be given, or generate, got nothing. Fix: write store: { name: 'vault' }, or generate: {}; for some users this and for others that, create two. [credentials/source]",
  ],
  [
    'two sources',
    () => credentials({ store: { name: 'vault' }, generate: {} }),
    "ExternalCredentials 'analytics/credentials': generate must be left out beside store, got {}. Fix: write store: { name: 'vault' }, or generate: {}; for some users this and for others that, create two. [credentials/source]",
  ],
  [
    'a kind of store that nobody has',
    () => credentials({ store: { name: 'vault', kind: 'ClusterStore' as 'SecretStore' } }),
    `ExternalCredentials 'analytics/credentials': store.kind must be "SecretStore" or "ClusterSecretStore", got "ClusterStore". Fix: write "SecretStore". [credentials/store-kind]`,
  ],
  [
    'a store that is never asked again',
    () => credentials({ store: { name: 'vault', refreshInterval: '0' } }),
    `ExternalCredentials 'analytics/credentials': store.refreshInterval must be a duration of at least a minute, as Go writes it, got "0". Fix: write '1h0m0s'. [credentials/refresh-interval]`,
  ],
  [
    'a short password',
    () => credentials({ generate: { length: 8 } }),
    "ExternalCredentials 'analytics/credentials': generate.length must be a whole number from 20 to 72, got 8. Fix: write 32, which are 190 bits. [credentials/length]",
  ],
  [
    'a user that no cluster has',
    () => credentials({ generate: {}, users: ['ap'] }),
    `ExternalCredentials 'analytics/credentials': users[0] must be one of admin, app, web, got "ap". Fix: write 'app', or add the user to the cluster. [users/unknown]`,
  ],
  [
    'a cluster of another namespace',
    elsewhere,
    "ExternalCredentials 'analytics/credentials': clusters[0] must stand in the same environment (namespace 'orders'), where its Secrets are made, got \"analytics/events\". Fix: create one ExternalCredentials in each environment. [credentials/namespace]",
  ],
  [
    'one Secret for two users',
    () =>
      credentials(
        { generate: {} },
        { users: { app: { networks: ['10.0.0.0/8'], password: { name: 'events-admin' } } } },
      ),
    `ExternalCredentials 'analytics/credentials': clusters[0] must have a Secret for 'app' alone; 'events-admin' is that of 'admin', too, got "events-admin". Fix: give password: { name: 'events-app' } to the user of the cluster. [credentials/shared-secret]`,
  ],
  [
    'a place in the store that is none',
    () => credentials({ store: { name: 'vault', key: (() => 7) as never }, users: ['app'] }),
    "ExternalCredentials 'analytics/credentials': store.key must answer where the password of 'app' lies: a name, or { key, property }, got 7. Fix: write key: ({ user }) => 'databases/' + user. [credentials/remote-key]",
  ],
  [
    'a further Secret that is made already',
    () => credentials({ store: { name: 'vault', secrets: { 'events-app': { password: 'x' } } } }),
    `ExternalCredentials 'analytics/credentials': store.secrets.events-app must not be the Secret of a user, which is made already, got "events-app". Fix: remove it; store.key says where the password of a user lies. [credentials/provided-twice]`,
  ],
])('%s is refused', (_, run, message) => {
  expect(messageOf(run)).toBe(message);
});
