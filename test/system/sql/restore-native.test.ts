import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupCollection } from '../../../src/backup/native/collection';
import { nativeContribution } from '../../../src/backup/native/contribution';
import { backedUp } from '../../../src/backup/native/script';
import type { ResolvedBackup } from '../../../src/backup/options';
import { restoringGrants } from '../../../src/backup/restore/contribution';
import { nativeFiles } from '../../../src/backup/restore/files';
import { nativeShards } from '../../../src/backup/restore/native-sql';
import { nativeScript } from '../../../src/backup/restore/scripts/native-script';
import { BackupStore } from '../../../src/backup/store';
import { shardPath } from '../../../src/backup/store-paths';
import { storeCollection, storeSql } from '../../../src/backup/store-sql';
import { FakeClickHouseHttp } from '../../support/fake-clickhouse-http';
import { FakePrograms } from '../../support/fake-programs';
import { runScript, shellcheck } from '../../support/run-script';
import { type S3Server, startS3 } from '../../support/s3-server';
import { Engine } from './engine';
import { operatorXml } from './operator-xml';

/* The script and all its statements against real servers: two shards, of which the first has two replicas. */

const source = { namespace: 'analytics', name: 'events' };
const collection = backupCollection;
const directory = mkdtempSync(join(tmpdir(), 'restore-native-'));
const hosts = ['a0', 'a1', 'b0'] as const;

let s3: S3Server;
let store: ReturnType<typeof BackupStore.s3>['resolved'];
let config: string;
let settings: Record<string, string>;

beforeAll(async () => {
  s3 = await startS3();
  store = BackupStore.s3({ bucket: s3.bucket, endpoint: s3.url, keys: { name: 'reader' } }).resolved;
  const secrets = [s3.key, s3.secret];
  settings = Object.fromEntries(
    Object.entries(storeCollection(store, collection)).map(([path, value]) => [
      path,
      typeof value === 'string' ? value : (secrets.shift() as string),
    ]),
  );
  config = join(directory, 'config.xml');
  writeFileSync(config, operatorXml({ '': settings }));
  for (const [name, text] of Object.entries(
    nativeFiles({}, nativeShards(store, source, collection, 2, {}, 'elsewhere')),
  ))
    writeFileSync(join(directory, name), text);
});
afterAll(async () => {
  await s3?.stop();
  rmSync(directory, { recursive: true });
});

/** The engine knows one user, so that it is the one that is tried. */
function configOf(grants: readonly string[]): string {
  const [users, server] = ['users', 'server'].map((name) =>
    join(mkdtempSync(join(tmpdir(), 'restore-user-')), `${name}.xml`),
  );
  const user = { 'default/password': '', 'default/networks/ip': '::/0', 'default/grants/query': [...grants] };
  writeFileSync(users as string, operatorXml({ users: user, profiles: { 'default/max_threads': 1 }, quotas: {} }));
  writeFileSync(server as string, operatorXml({ '': { ...settings, users_config: users as string } }));
  return server as string;
}

/** Servers of one test, which end with it. */
const started: Engine[] = [];
function start(grants?: readonly string[]): Engine {
  const engine = Engine.ofNpm(grants ? configOf(grants) : config);
  started.push(engine);
  return engine;
}
afterEach(() => {
  for (const engine of started.splice(0)) engine.end();
});

async function run(engine: Engine, ...statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    const { error } = await engine.ask(statement);
    if (error !== undefined) throw new Error(`${error}\nin: ${statement}`);
  }
}

/** The rights of the user `backup`, and those to make what is backed up. */
function backupGrants(): readonly string[] {
  const backup = { name: 'backup', store, cluster: source } as unknown as ResolvedBackup;
  const { users } = nativeContribution('test', backup, { name: 'events' } as never);
  return [
    ...(users?.backup?.grants ?? []),
    'GRANT CREATE DATABASE, CREATE TABLE, CREATE VIEW, SELECT, INSERT ON shop.*',
  ];
}

/** Backs up two shards of different contents as the user `backup`: a full backup, and an increment of the same minute for both. */
async function backUp(): Promise<void> {
  for (const [shard, rows] of [5, 7].entries()) {
    const engine = start(backupGrants());
    const to = (name: string) => storeSql(store, source, collection, shard, `events-shard${shard}-${name}`);
    await run(
      engine,
      'CREATE DATABASE shop',
      'CREATE TABLE shop.orders (id UInt64) ENGINE = MergeTree ORDER BY id',
      'CREATE MATERIALIZED VIEW shop.by_id (id UInt64) ENGINE = MergeTree ORDER BY id AS SELECT id FROM shop.orders',
      'CREATE VIEW shop.an_aggregate AS SELECT count() AS orders FROM shop.by_id',
      `INSERT INTO shop.orders SELECT number FROM numbers(${rows})`,
      `BACKUP ${backedUp} TO ${to('full-20260131020000')}`,
      `INSERT INTO shop.orders SELECT number FROM numbers(${rows * 10})`,
      `BACKUP ${backedUp} TO ${to('increment-20260131030000-1')} SETTINGS base_backup = ${to('full-20260131020000')}`,
    );
  }
}

/**
 * Restores into new servers; the first one is the only one that an earlier run may have filled.
 * @param forged what servers say to statements with a text, in place of what they would
 */
async function restore(
  into: readonly Engine[],
  env: Readonly<Record<string, string>> = {},
  forged: readonly [text: string, rows: string] | readonly [] = [],
) {
  const fakes = new FakePrograms();
  const servers = await Promise.all(
    into.map((engine) =>
      FakeClickHouseHttp.start(async ({ sql, query }) => {
        const text = sql.replaceAll(/\{(\w+):String\}/g, (_, name) => `'${query.get(`param_${name}`)}'`);
        const [forgedText, forgedRows = ''] = forged;
        if (forgedText !== undefined && text.includes(forgedText)) return forgedRows;
        const { rows, error } = await engine.ask(text);
        return rows ?? { error: error ?? '' };
      }),
    ),
  );
  const places = servers.map(({ place }, index) => [`${hosts[index]}:8123`, place]);
  fakes.hosts(Object.fromEntries(places));
  const ran = await runScript(nativeScript, {
    path: [fakes.directory],
    env: {
      ...fakes.env,
      JOB: 'copy-1a2b3c4d',
      BACKUP: 'latest',
      INSTALLATION: 'events',
      REPLICAS: 'a0 a1\nb0',
      SCRIPTS: directory,
      SCHEME: 'http',
      SQL_PORT: '8123',
      SQL_USER: 'restore',
      SQL_PASSWORD: 'secret',
      PATIENCE: '60',
      POLL: '0.2',
      ...env,
    },
  });
  for (const server of servers) await server.stop();
  fakes.remove();
  return { ...ran, said: ran.stdout.replaceAll('copy-1a2b3c4d: ', '').trim().split('\n') };
}

const counts = async (engine: Engine) =>
  (
    await engine.ask(
      'SELECT (SELECT count() FROM shop.orders), (SELECT count() FROM shop.by_id), (SELECT * FROM shop.an_aggregate)',
    )
  ).rows;

test('shellcheck has nothing to say', () => expect(shellcheck(nativeScript)).toBe(''));

test('a full backup and an increment of two shards come back with equal counts, once', async () => {
  await backUp();
  const engines = hosts.map(() => start(restoringGrants));
  const [a0, a1, b0] = engines as [Engine, Engine, Engine];

  const { status, stderr, said } = await restore(engines);
  expect(stderr).toBe('');
  expect(said).toEqual([
    'restores the backup of 20260131030000',
    'a0 has the structure of events-shard0-increment-20260131030000-1',
    'a1 has the structure of a0',
    'b0 has the structure of events-shard1-increment-20260131030000-1',
    'a0 has the data of events-shard0-increment-20260131030000-1',
    'b0 has the data of events-shard1-increment-20260131030000-1',
    'shard 0: shop.by_id has 55 rows',
    'shard 0: shop.orders has 55 rows',
    'shard 1: shop.by_id has 77 rows',
    'shard 1: shop.orders has 77 rows',
    'done',
  ]);
  expect(status).toBe(0);
  expect(await counts(a0)).toBe('55\t55\t55\n');
  expect(await counts(b0)).toBe('77\t77\t77\n');
  expect(await counts(a1)).toBe('0\t0\t0\n'); // these tables are not replicated
  const uuids = "SELECT uuid FROM system.tables WHERE database = 'shop' AND name NOT LIKE '.inner%' ORDER BY name";
  expect(await a1.ask(uuids)).toEqual(await a0.ask(uuids)); // which are a part of paths in Keeper

  const again = await restore(engines);
  expect(again.said).toEqual(['nothing to do: a0 says that the backup of 20260131030000 has been restored']);
  expect(again.status).toBe(0);
  const other = await restore(engines, { JOB: 'another' });
  expect(other.stderr).toBe('another: refused, nothing was changed: a0 is not empty, it has shop.an_aggregate\n');
  expect(other.status).toBe(10);
  expect(await counts(a0)).toBe('55\t55\t55\n');
});

test('an older backup is restored by its time, and an unknown one is refused', async () => {
  const engines = hosts.map(() => start(restoringGrants));
  const unknown = await restore(engines, { BACKUP: '20260131023000' });
  expect(unknown.stderr).toBe(
    'copy-1a2b3c4d: found no backup of events that is complete for all shards: 20260131023000\n',
  );
  expect(unknown.status).toBe(11);
  const { status } = await restore(engines, { BACKUP: '20260131020000' });
  expect(status).toBe(0);
  expect(await counts(engines[2] as Engine)).toBe('7\t7\t7\n');
});

test('a server that is restarted in the middle has forgotten, which is a failure, and the next run refuses', async () => {
  const engines = hosts.map(() => start(restoringGrants));
  const { status, stderr } = await restore(engines, {}, ["'copy-1a2b3c4d-data-1'", '']);
  expect(stderr).toBe('copy-1a2b3c4d: b0 has forgotten that it restores the data: it was restarted in the middle\n');
  expect(status).toBe(13);
  const next = await restore(engines);
  expect(next.stderr).toMatch(/^copy-1a2b3c4d: refused, nothing was changed: a0 is not empty/);
  expect(next.status).toBe(10);
});

test('a restore that never ends is given up after the time that it has', async () => {
  const engines = hosts.map(() => start(restoringGrants));
  const forged = ["'copy-1a2b3c4d-structure-0'", 'RESTORING\n'] as const;
  const { status, stderr } = await restore(engines, { PATIENCE: '2' }, forged);
  expect(stderr).toBe('copy-1a2b3c4d: gave up after 2 s: a0 has not restored the structure yet, and goes on with it\n');
  expect(status).toBe(14);
});

test('a backup that lost a part is a failure that names the server, and leaves no mark', async () => {
  const lost = (await s3.objects(shardPath(store, source, 1))).filter((key) => key.endsWith('data.bin'));
  expect(lost).not.toEqual([]);
  for (const key of lost) await s3.remove(key);
  const engines = hosts.map(() => start(restoringGrants));
  const { status, stderr } = await restore(engines);
  expect(stderr).toMatch(/^copy-1a2b3c4d: b0 could not restore the data: RESTORE_FAILED\t/);
  expect(status).toBe(13);
  expect((await (engines[0] as Engine).ask('SELECT count() FROM system.finished_restores')).rows).toBe('0\n');
});

test('a copy of tables that consume is refused before it creates one, also where only the base has them', async () => {
  const bus = { namespace: 'analytics', name: 'bus' };
  const to = (name: string) => storeSql(store, bus, collection, 0, `bus-shard0-${name}`);
  const topic =
    "kafka_broker_list = '127.0.0.1:1', kafka_topic_list = 't', kafka_group_name = 'g', kafka_format = 'JSONEachRow'";
  await run(
    start(),
    'CREATE DATABASE shop',
    'CREATE TABLE shop.orders (id UInt64) ENGINE = MergeTree ORDER BY id',
    `CREATE TABLE shop.incoming (id UInt64) ENGINE = Kafka SETTINGS ${topic}`,
    'CREATE MATERIALIZED VIEW shop.taken TO shop.orders AS SELECT id FROM shop.incoming',
    `BACKUP DATABASE shop TO ${to('full-20260131020000-1')}`,
    'INSERT INTO shop.orders VALUES (1)',
    `BACKUP DATABASE shop TO ${to('increment-20260131030000-2')} SETTINGS base_backup = ${to('full-20260131020000-1')}`,
  );
  const files = mkdtempSync(join(directory, 'bus-'));
  for (const [name, text] of Object.entries(nativeFiles({}, nativeShards(store, bus, collection, 1, {}, 'elsewhere'))))
    writeFileSync(join(files, name), text);
  const engine = start(restoringGrants);
  const { status, stderr } = await restore([engine], { SCRIPTS: files, INSTALLATION: 'bus', REPLICAS: 'a0' });
  expect(stderr).toBe(
    'copy-1a2b3c4d: refused, nothing was changed: bus-shard0-increment-20260131030000-2 has tables that would take messages from the source: shop.incoming \n',
  );
  expect(status).toBe(18);
  expect((await engine.ask("SELECT count() FROM system.databases WHERE name = 'shop'")).rows).toBe('0\n');
  const inPlace = nativeFiles({}, nativeShards(store, bus, collection, 1, {}, 'in-place'));
  expect(Object.keys(inPlace)).not.toContain('consumers-0.sql');
});
