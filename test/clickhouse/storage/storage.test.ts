import { Identity, Keeper, ObjectStore, type Platform } from 'anyhouse';
import { cluster, eks, environment, gke, messageOf, minikube, objectOf, objectsOf } from '../../support/environments';

type Props = Parameters<typeof cluster>[0];
const on = (platform: Platform) => environment({ platform });
const specOf = (construct: ReturnType<typeof cluster>) =>
  objectOf(construct, 'ClickHouseInstallation').spec as {
    configuration: { files?: Record<string, string> };
    templates: { volumeClaimTemplates: { name: string; metadata?: object; spec: object }[]; podTemplates: Pod[] };
  };
interface Pod {
  metadata?: { labels?: object };
  spec: { serviceAccountName?: string; containers: { env?: object[]; volumeMounts?: object[] }[] };
}
const fileOf = (props: Props, platform = eks) =>
  specOf(cluster(props, on(platform))).configuration.files?.['config.d/storage.xml'];
const egressOf = (construct: ReturnType<typeof cluster>) =>
  (objectOf(construct, 'NetworkPolicy', 'clickhouse-events').spec as { egress: object[] }).egress;

const size = '10Gi';
const role = Identity.awsRole('arn:aws:iam::123456789012:role/clickhouse');
const s3 = ObjectStore.s3({ bucket: 'company-cold', region: 'eu-west-1' });
const minio = ObjectStore.s3({ bucket: 'cold', endpoint: 'http://minio.minio:9000', keys: { name: 'minio' } });

test('one volume needs no configuration', () => {
  const { configuration, templates } = specOf(cluster());
  expect(configuration.files).toBeUndefined();
  expect(templates.volumeClaimTemplates.map(({ name }) => name)).toEqual(['data']);
  expect(templates.podTemplates[0]!.spec.containers[0]!.volumeMounts).toBeUndefined();
});

test('several volumes are claims of fixed names, mounted and filled side by side', () => {
  const { configuration, templates } = specOf(cluster({ storage: { size, volumes: 3 }, logs: { size } }));
  expect(templates.volumeClaimTemplates.map(({ name }) => name)).toEqual(['data', 'data-1', 'data-2', 'logs']);
  expect(templates.podTemplates[0]!.spec.containers[0]!.volumeMounts).toEqual([
    { name: 'data-1', mountPath: '/var/lib/clickhouse-1' },
    { name: 'data-2', mountPath: '/var/lib/clickhouse-2' },
  ]);
  const file = configuration.files?.['config.d/storage.xml'];
  expect(file).toContain('<disk>default</disk>\n            <disk>data_1</disk>\n            <disk>data_2</disk>');
  expect(file).not.toContain('tiered');
});

test('tables stay on the volumes until they ask for the tiered policy', () => {
  const file = fileOf({ storage: { size, cold: { store: s3 } }, identity: role })!;
  const [usual = '', tiered = ''] = file.split('<tiered>');
  expect(usual.split('<policies>')[1]).not.toContain('cold');
  expect(tiered).toMatch(/<disk>default<\/disk>[\s\S]*<disk>cold<\/disk>/);
});

test('every replica has a folder of its own', () => {
  expect([s3.url, minio.url]).toEqual([
    'https://company-cold.s3.eu-west-1.amazonaws.com/clickhouse/{replica}/',
    'http://minio.minio:9000/cold/clickhouse/{replica}/',
  ]);
  expect(ObjectStore.s3({ bucket: 'abc', region: 'cn-north-1', path: 'a/b' }).url).toBe(
    'https://abc.s3.cn-north-1.amazonaws.com.cn/a/b/{replica}/',
  );
  expect(ObjectStore.azure({ account: 'acc', container: 'cold' }).url).toBe(
    'https://acc.blob.core.windows.net/cold/clickhouse/{replica}/',
  );
});

test('keys reach the server through its environment, and stand in no configuration', () => {
  const construct = cluster({ storage: { size, cold: { store: minio } } }, on(minikube));
  const { configuration, templates } = specOf(construct);
  const ref = (name: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: 'minio', key } } });
  expect(templates.podTemplates[0]!.spec.containers[0]!.env).toEqual([
    ref('COLD_STORAGE_ID', 'access_key_id'),
    ref('COLD_STORAGE_SECRET', 'secret_access_key'),
  ]);
  expect(configuration.files?.['config.d/storage.xml']).toContain(
    '<secret_access_key from_env="COLD_STORAGE_SECRET"/>',
  );
  expect(egressOf(construct)).toContainEqual({ ports: [{ protocol: 'TCP', port: 9000 }] });
});

test('an identity is a ServiceAccount, pods that use it, configuration, and a way to the store', () => {
  const construct = cluster({ storage: { size, cold: { store: s3 } }, identity: role });
  expect(objectOf(construct, 'ServiceAccount')).toMatchObject({
    metadata: {
      name: 'clickhouse-events',
      namespace: 'analytics',
      annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/clickhouse' },
    },
    automountServiceAccountToken: false,
  });
  const { configuration, templates } = specOf(construct);
  expect(templates.podTemplates.map(({ spec }) => spec.serviceAccountName)).toEqual(['clickhouse-events']);
  expect(configuration.files?.['config.d/storage.xml']).toContain('<use_environment_credentials>true<');
  expect(egressOf(construct)).toContainEqual({ ports: [{ protocol: 'TCP', port: 443 }] });
});

test('EKS Pod Identity and GKE hand out tokens at addresses of the node', () => {
  const pod = cluster({ identity: Identity.eksPodIdentity() });
  expect(objectOf(pod, 'ServiceAccount').metadata.annotations).toBeUndefined();
  expect(JSON.stringify(egressOf(pod))).toContain('169.254.170.23/32');
  const store = ObjectStore.gcs({ bucket: 'company-cold' });
  const identity = Identity.googleServiceAccount('clickhouse@company-data.iam.gserviceaccount.com');
  const google = cluster({ identity, storage: { size, cold: { store } } }, on(gke));
  expect(JSON.stringify(egressOf(google))).toContain('169.254.169.252/32');
  expect(fileOf({ identity, storage: { size, cold: { store } } }, gke)).toContain('<http_client>gcp_oauth<');
});

test('Azure needs a label on the pods', () => {
  const identity = Identity.azureClient('11111111-2222-3333-4444-555555555555');
  const store = ObjectStore.azure({ account: 'company', container: 'cold' });
  const aks = minikube.with({ cluster: 'aks' });
  Object.assign(aks, { facts: { ...aks.facts, name: 'aks' } });
  const { templates, configuration } = specOf(cluster({ identity, storage: { size, cold: { store } } }, on(aks)));
  expect(templates.podTemplates[0]!.metadata?.labels).toEqual({ 'azure.workload.identity/use': 'true' });
  expect(configuration.files?.['config.d/storage.xml']).toContain('<use_workload_identity>true<');
});

test('without an identity there is no ServiceAccount', () => {
  expect(objectsOf(cluster()).filter(({ kind }) => kind === 'ServiceAccount')).toEqual([]);
});

test('local disks carry what was said about their backup, and new volumes their attributes', () => {
  const place = environment();
  const { templates } = specOf(
    cluster(
      {
        replication: { replicas: 2, keeper: new Keeper(place, 'keeper') },
        instanceType: 'i4i.2xlarge',
        storage: { size, storageClass: 'local-nvme', attributesClass: 'fast', local: { backup: 'nightly to s3://b' } },
      },
      place,
    ),
  );
  expect(templates.volumeClaimTemplates[0]).toMatchObject({
    metadata: { annotations: { 'anyhouse.dev/backup': 'nightly to s3://b' } },
    spec: { storageClassName: 'local-nvme', volumeAttributesClassName: 'fast' },
  });
});

// biome-ignore format: one case a line is easier to read
const refused: readonly (readonly [string, () => unknown, string])[] = [
  ['one replica on local disks', () => cluster({ storage: { size, storageClass: 'l', local: { backup: 'nightly to s3://b' } } }), 'replication.replicas must be at least 2 on local disks: a lost node takes its data along, got 1. Fix: write replication: { replicas: 2, keeper }. [storage/local-replicas]'],
  ['local disks of the platform', () => cluster({ storage: { size, local: { backup: 'nightly to s3://b' } } }), '[storage/local-class]'],
  ['local disks without a statement', () => cluster({ storage: { size, storageClass: 'l', local: { backup: 'no' } } }), 'storage.local.backup must say where the data is backed up, or why it need not be, got "no".'],
  ['local disks of a machine without', () => cluster({ instanceType: 'm7i.2xlarge', storage: { size, storageClass: 'l', local: { backup: 'nightly to s3://b' } } }), '[storage/local-machine]'],
  ['a store that nobody may write to', () => cluster({ storage: { size, cold: { store: s3 } } }), 'storage.cold.store must have keys, or a cluster with an identity of its cloud, got s3 without keys, no identity.'],
  ['a store of another cloud', () => cluster({ storage: { size, cold: { store: ObjectStore.gcs({ bucket: 'abc' }) } }, identity: role }), 'got gcs without keys, aws-role.'],
  ['an identity of another cloud', () => cluster({ identity: role }, on(gke)), "identity must be an identity of gke, got Identity of eks (aws-role). Fix: write Identity.googleServiceAccount('clickhouse@my-project.iam.gserviceaccount.com'). [identity/platform]"],
  ['an identity on a laptop', () => cluster({ identity: role }, on(minikube)), 'identity must be left out on minikube, which gives pods no identity'],
  ['a role that is none', () => Identity.awsRole('clickhouse'), `Identity 'awsRole': arn must be the ARN of a role, got "clickhouse". Fix: write Identity.awsRole('arn:aws:iam::123456789012:role/clickhouse'). [identity/value]`],
  ['a service account that is none', () => Identity.googleServiceAccount('me@example.com'), '[identity/value]'],
  ['a client that is none', () => Identity.azureClient('app'), '[identity/value]'],
  ['keys in the program', () => ObjectStore.gcs({ bucket: 'abc', keys: 'AKIA' as never }), "keys must name a Secret, never hold keys, got no object (not printed). Fix: write keys: { name: 'my-secret' }. [storage/plain-keys]"],
  ['a bucket with dots', () => ObjectStore.gcs({ bucket: 'a.b.c' }), '[storage/bucket]'],
  ['a bucket without a region', () => ObjectStore.s3({ bucket: 'abc' }), 'region must be given, or endpoint, got nothing.'],
  ['a zone as region', () => ObjectStore.s3({ bucket: 'abc', region: 'eu-west-1a' }), '[storage/region]'],
  ['an endpoint with a path', () => ObjectStore.s3({ bucket: 'abc', endpoint: 'https://a/b' }), '[storage/endpoint]'],
  ['a folder with a slash in front', () => ObjectStore.s3({ bucket: 'abc', region: 'eu-west-1', path: '/a' }), '[storage/path]'],
  ['an identity as text', () => cluster({ identity: 'role' as never }), 'identity must be an Identity, got "role".'],
  ['no volumes', () => cluster({ storage: { size, volumes: 0 } }), 'storage.volumes must be a whole number from 1 to 16, got 0.'],
];

test.each(refused)('%s is refused with the way out', (_, run, message) => {
  expect(messageOf(run)).toContain(message);
});
