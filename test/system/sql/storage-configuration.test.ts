import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClickHouseClusterProps, Identity, ObjectStore } from 'anyhouse';
import { cluster, environment, objectOf } from '../../support/environments';
import { Engine } from './engine';

const keys = { name: 'keys' };
const on = (name: string) => {
  const place = environment();
  return Object.assign(place, { resolved: { ...place.resolved, platform: { ...place.resolved.platform, name } } });
};
const client = Identity.azureClient('11111111-2222-3333-4444-555555555555');
const google = Identity.googleServiceAccount('clickhouse@company-data.iam.gserviceaccount.com');
const cache = '10Gi';

/** Every kind of storage that there is: platform, further props, names of disks. */
const cases: readonly (readonly [string, string, Partial<ClickHouseClusterProps>, readonly string[]])[] = [
  ['three volumes', 'eks', { storage: { size: '1Gi', volumes: 3 } }, ['data_1', 'data_2', 'default']],
  [
    'S3 with a role',
    'eks',
    cold(ObjectStore.s3({ bucket: 'abc', region: 'eu-west-1' }), Identity.eksPodIdentity()),
    ['cold', 'data_1', 'default', 'objects'],
  ],
  [
    'S3 with keys',
    'eks',
    cold(ObjectStore.s3({ bucket: 'abc', region: 'eu-west-1', keys })),
    ['cold', 'data_1', 'default', 'objects'],
  ],
  [
    'MinIO',
    'eks',
    cold(ObjectStore.s3({ bucket: 'abc', endpoint: 'http://minio:9000', keys })),
    ['cold', 'data_1', 'default', 'objects'],
  ],
  [
    'Google with its identity',
    'gke',
    cold(ObjectStore.gcs({ bucket: 'abc' }), google),
    ['cold', 'data_1', 'default', 'objects'],
  ],
  ['Google with keys', 'gke', cold(ObjectStore.gcs({ bucket: 'abc', keys })), ['cold', 'data_1', 'default', 'objects']],
  [
    'Azure with its identity',
    'aks',
    cold(ObjectStore.azure({ account: 'acc', container: 'abc' }), client),
    ['cold', 'data_1', 'default', 'objects'],
  ],
  [
    'Azure with keys',
    'aks',
    cold(ObjectStore.azure({ account: 'acc', container: 'abc', keys })),
    ['cold', 'data_1', 'default', 'objects'],
  ],
];

function cold(store: ObjectStore, identity?: Identity): Partial<ClickHouseClusterProps> {
  return { storage: { size: '1Gi', volumes: 2, cold: { store, cache } }, identity };
}

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'anyhouse-sql-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Answers of a ClickHouse that has started with a configuration. */
async function answers(xml: string, ...queries: readonly string[]): Promise<readonly string[]> {
  for (const name of ['-1/', '-2/']) mkdirSync(join(directory, `disk${name}`));
  const placed = xml
    .replaceAll('/var/lib/clickhouse-', join(directory, 'disk-'))
    // What only a cluster has: macros from the operator, and a network.
    .replaceAll('</endpoint>', '</endpoint><skip_access_check>true</skip_access_check>')
    .replace('<clickhouse>', '<clickhouse><macros><replica>chi-events-main-0-0</replica></macros>');
  writeFileSync(join(directory, 'config.xml'), placed);
  const env = {
    COLD_STORAGE_ID: 'account',
    COLD_STORAGE_SECRET: 'c2VjcmV0',
    AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.com/',
    AZURE_CLIENT_ID: '11111111-2222-3333-4444-555555555555',
    AZURE_FEDERATED_TOKEN_FILE: join(directory, 'token'),
    AZURE_TENANT_ID: '11111111-2222-3333-4444-555555555555',
  };
  const engine = Engine.ofNpm(join(directory, 'config.xml'), env);
  const said = await Promise.all(queries.map((query) => engine.ask(query)));
  engine.end();
  return said.map(({ rows, error }) => rows?.trim() ?? error ?? '');
}

test.each(cases)('ClickHouse takes the disks and policies: %s', async (_, platform, props, disks) => {
  const installation = objectOf(cluster(props, on(platform)), 'ClickHouseInstallation');
  const { files } = (installation.spec as { configuration: { files: Record<string, string> } }).configuration;
  const [found, policies] = await answers(
    files['config.d/storage.xml'] ?? '',
    'SELECT name FROM system.disks ORDER BY name',
    "SELECT policy_name, volume_name, arrayStringConcat(disks, ',') FROM system.storage_policies ORDER BY ALL",
  );
  expect(found?.split('\n')).toEqual(disks);
  const local = ['default', ...disks.filter((disk) => disk.startsWith('data'))].join(',');
  expect(policies?.split('\n')).toEqual([
    `default\tdefault\t${local}`,
    ...(disks.includes('cold') ? ['tiered\tcold\tcold', `tiered\tdefault\t${local}`] : []),
  ]);
});
