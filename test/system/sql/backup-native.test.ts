import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { destinationFormat, listingFormat } from '../../../src/backup/native/collection';
import { nativeContribution } from '../../../src/backup/native/contribution';
import { backedUp } from '../../../src/backup/native/script';
import type { ResolvedBackup } from '../../../src/backup/options';
import { sidecarContribution } from '../../../src/backup/sidecar/contribution';
import { BackupStore } from '../../../src/backup/store';
import type { ClusterContribution } from '../../../src/clickhouse/contribution';
import { type S3Server, startS3 } from '../../support/s3-server';
import { Engine } from './engine';
import { operatorXml } from './operator-xml';

/* What the user of backups may do and asks for. The engine knows one user, so that it is this one, with rights to make data. */

const source = { namespace: 'analytics', name: 'events' };
const preparing = ['GRANT CREATE DATABASE, CREATE TABLE, INSERT ON events.*'];
let s3: S3Server;
let engine: Engine;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3?.stop());
afterEach(() => engine.end());

/** A server with what a schedule contributes, and its user. Keys stand where the operator fills them in from a Secret. */
async function serverWith({ settings = {}, users = {} }: ClusterContribution): Promise<void> {
  const filled = Object.entries(settings).map(([path, value]) => {
    if (typeof value !== 'object') return [path, value];
    return [path, path.endsWith('id') ? s3.key : s3.secret];
  });
  const user = {
    'default/password': '',
    'default/networks/ip': '::/0',
    'default/grants/query': [...(users.backup?.grants ?? []), ...preparing],
  };
  const directory = mkdtempSync(join(tmpdir(), 'anyhouse-backup-'));
  const [usersFile, configFile] = ['users.xml', 'config.xml'].map((name) => join(directory, name)) as [string, string];
  writeFileSync(usersFile, operatorXml({ users: user, profiles: { 'default/max_threads': 1 }, quotas: {} }));
  writeFileSync(configFile, operatorXml({ '': { users_config: usersFile, ...Object.fromEntries(filled) } }));
  engine = Engine.ofNpm(configFile);
  await run(
    'CREATE DATABASE events',
    'CREATE TABLE events.hits (id UInt64) ENGINE = MergeTree ORDER BY id',
    'INSERT INTO events.hits SELECT number FROM numbers(1000)',
  );
}

/** Runs statements that must succeed; gives what the last one says. */
async function run(...statements: readonly string[]): Promise<string> {
  let said = '';
  for (const statement of statements) {
    const { error, rows = '' } = await engine.ask(statement);
    if (error !== undefined) throw new Error(`${error}\nin: ${statement}`);
    said = rows;
  }
  return said;
}

const refused = async (statement: string) => /Code: (\d+)/.exec((await engine.ask(statement)).error ?? '')?.[1];

describe('the user of the native engine', () => {
  const store = () =>
    BackupStore.s3({ bucket: s3.bucket, endpoint: s3.url, keys: { name: 'keys' }, path: 'prod' }).resolved;
  const backup = () => ({ name: 'backup', store: store(), cluster: source }) as unknown as ResolvedBackup;
  const at = (name: string) => destinationFormat(store(), source).replace('%s', '0').replace('%s', name);
  const listing = () => listingFormat(store(), source).replace('%s', '0');
  const states = "SELECT status FROM system.backups WHERE id LIKE 'events-shard0-%-20261122030000-%'";

  test('writes a full backup and an increment, follows and lists them', async () => {
    await serverWith(nativeContribution('test', backup(), { name: 'events' } as never));
    expect(await run(listing())).toBe('');
    const [full, more] = ['events-shard0-full-20261122030000-1', 'events-shard0-increment-20261123030000-2'];
    await run(
      `BACKUP ${backedUp} TO ${at(full)} SETTINGS id = '${full}', max_backup_bandwidth = 104857600`,
      'INSERT INTO events.hits SELECT number FROM numbers(1000, 500)',
      `BACKUP ${backedUp} TO ${at(more)} SETTINGS id = '${more}', base_backup = ${at(full)}`,
    );
    expect(await run(states)).toBe('BACKUP_CREATED\n');
    expect((await run(listing())).trim().split('\n').sort()).toEqual([full, more]);
    const parts = (await s3.objects(`prod/analytics/events/shard-0/${more}/data`)).map((key) => key.split('/')[8]);
    expect(new Set(parts)).toEqual(new Set(['all_2_2_0']));
  });

  test('is told at once of a backup that runs in the background', async () => {
    await serverWith(nativeContribution('test', backup(), { name: 'events' } as never));
    const name = 'events-shard0-full-20261124030000-3';
    expect(await run(`BACKUP ${backedUp} TO ${at(name)} SETTINGS id = '${name}' ASYNC`)).toContain(name);
  });

  test('reads no table, sees no key, and writes over no backup', async () => {
    await serverWith(nativeContribution('test', backup(), { name: 'events' } as never));
    expect(await refused('SELECT count() FROM events.hits')).toBe('497');
    expect(await refused('DROP TABLE events.hits')).toBe('497');
    const seen = await engine.ask('SELECT * FROM system.named_collections');
    expect(JSON.stringify(seen)).not.toContain(s3.secret);
    await run(`BACKUP ${backedUp} TO ${at('taken')}`);
    expect(await refused(`BACKUP ${backedUp} TO ${at('taken')}`)).toBe('598');
  });
});

test('the user of clickhouse-backup sees tables and freezes them, and does nothing else', async () => {
  const store = BackupStore.s3({ bucket: s3.bucket, endpoint: s3.url, keys: { name: 'keys' } }).resolved;
  const backup = { name: 'backup', store, cluster: { ...source, coldStorage: 'none' }, resources: {} } as never;
  const cluster = { name: 'events', storage: { volumes: 1 } } as never;
  await serverWith(sidecarContribution('test', backup, cluster, {} as never));
  // What clickhouse-backup 2.8.0 asks for: pkg/clickhouse/clickhouse.go.
  expect(await run("SELECT name FROM system.tables WHERE database = 'events'")).toBe('hits\n');
  await run(
    'SHOW CREATE DATABASE events',
    'SHOW CREATE TABLE events.hits',
    'SELECT name, path, type FROM system.disks',
    'SELECT macro, substitution FROM system.macros',
    'SELECT name, lower(hash_of_all_files) FROM system.parts WHERE active',
    'SELECT mutation_id, command FROM system.mutations WHERE is_done = 0',
    'SELECT name, create_query FROM system.functions LIMIT 1',
    "SELECT JSONExtractString(params, 'path') FROM system.user_directories",
    'SELECT database, table, column, min(type) FROM system.parts_columns GROUP BY database, table, column',
    "ALTER TABLE events.hits FREEZE WITH NAME 'a'",
    "ALTER TABLE events.hits UNFREEZE WITH NAME 'a'",
  );
  expect(await refused('SELECT count() FROM events.hits')).toBe('497');
  expect(await refused('DROP TABLE events.hits')).toBe('497');
});
