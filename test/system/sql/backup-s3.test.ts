import { type S3Server, startS3 } from '../../support/s3-server';
import { Engine } from './engine';

/* What backups, increments and restores take for granted about ClickHouse and an S3-compatible store. */

let s3: S3Server;
let engine: Engine;

beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3?.stop());
beforeEach(async () => {
  engine = Engine.ofNpm();
  await run(
    'CREATE DATABASE events',
    'CREATE TABLE events.hits (id UInt64, text String) ENGINE = MergeTree ORDER BY id',
    'CREATE TABLE events.users (id UInt64) ENGINE = MergeTree ORDER BY id',
    'INSERT INTO events.hits SELECT number, toString(number) FROM numbers(1000)',
    'INSERT INTO events.users SELECT number FROM numbers(10)',
  );
});
afterEach(() => engine.end());

/** Runs statements that must succeed. */
async function run(...statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    const { error } = await engine.ask(statement);
    if (error !== undefined) throw new Error(`${error}\nin: ${statement}`);
  }
}

const at = (path: string) => `S3('${s3.url}/${s3.bucket}/${path}', '${s3.key}', '${s3.secret}')`;
const refused = async (statement: string) => /Code: (\d+)/.exec((await engine.ask(statement)).error ?? '')?.[1];
const counts = (database: string) =>
  engine.rows(
    `SELECT (SELECT count() FROM ${database}.hits) AS hits, (SELECT count() FROM ${database}.users) AS users`,
  );

test('a full backup and an increment are restored as a clone with equal counts', async () => {
  await run(`BACKUP DATABASE events TO ${at('clone/full')}`);
  await run('INSERT INTO events.hits SELECT number, toString(number) FROM numbers(1000, 500)');
  await run(`BACKUP DATABASE events TO ${at('clone/more')} SETTINGS base_backup = ${at('clone/full')}`);
  await run(`RESTORE DATABASE events AS copy FROM ${at('clone/more')}`);
  expect(await counts('copy')).toEqual(await counts('events'));
  expect(await counts('copy')).toEqual([{ hits: 1500, users: 10 }]);

  const data = async (backup: string) => (await s3.objects(`clone/${backup}/data`)).map((key) => key.split('/')[5]);
  expect(new Set(await data('full'))).toEqual(new Set(['all_1_1_0']));
  // An increment has the new parts only, and cannot be read without its base.
  expect(new Set(await data('more'))).toEqual(new Set(['all_2_2_0']));
});

test('a large part goes up in several pieces and comes back', async () => {
  await run('INSERT INTO events.hits SELECT number, randomString(100) FROM numbers(500000)');
  await run(`BACKUP DATABASE events TO ${at('large')}`);
  expect(s3.requests.filter((request) => request.includes('/large/') && request.includes('partNumber=2'))).not.toEqual(
    [],
  );
  await run(`RESTORE DATABASE events AS copy FROM ${at('large')}`);
  const sums = await engine.rows('SELECT sum(cityHash64(*)) AS sum FROM copy.hits');
  expect(sums).toEqual(await engine.rows('SELECT sum(cityHash64(*)) AS sum FROM events.hits'));
});

test('nothing is written where a backup is', async () => {
  await run(`BACKUP DATABASE events TO ${at('taken')}`);
  const before = await s3.objects('taken/');
  expect(await refused(`BACKUP DATABASE events TO ${at('taken')}`)).toBe('598');
  expect(await s3.objects('taken/')).toEqual(before);
});

test('nothing is restored onto tables with data, and what is there stays', async () => {
  await run(`BACKUP DATABASE events TO ${at('onto')}`, 'INSERT INTO events.users SELECT 77');
  expect(await refused(`RESTORE DATABASE events FROM ${at('onto')}`)).toBe('608');
  expect(await counts('events')).toEqual([{ hits: 1000, users: 11 }]);
  await run('TRUNCATE TABLE events.users', 'TRUNCATE TABLE events.hits', `RESTORE DATABASE events FROM ${at('onto')}`);
  expect(await counts('events')).toEqual([{ hits: 1000, users: 10 }]);
});

test('a table of another shape is not restored onto, not even when it is empty', async () => {
  await run(`BACKUP DATABASE events TO ${at('shape')}`, 'DROP TABLE events.users SYNC');
  await run('CREATE TABLE events.users (other String) ENGINE = MergeTree ORDER BY other');
  expect(await refused(`RESTORE DATABASE events FROM ${at('shape')}`)).toBe('608');
});

test('an increment whose base is gone cannot be restored, nor one of a base that was never there', async () => {
  await run(`BACKUP DATABASE events TO ${at('chain/full')}`);
  await run(`BACKUP DATABASE events TO ${at('chain/more')} SETTINGS base_backup = ${at('chain/full')}`);
  await s3.remove('chain/full/');
  expect(await refused(`RESTORE DATABASE events AS copy FROM ${at('chain/more')}`)).toBe('599');
  expect(
    await refused(`BACKUP DATABASE events TO ${at('chain/next')} SETTINGS base_backup = ${at('chain/none')}`),
  ).toBe('599');
});
