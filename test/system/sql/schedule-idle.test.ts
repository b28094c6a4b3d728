import { idleQuestion } from '../../../src/schedule/idle-query';
import { Engine } from './engine';

/*
 * The engine in process keeps no log of queries and has no queue of asynchronous inserts, and none of its tables fetch parts.
 * The tables of these three are made with the columns of the real ones; everything else is what the engine itself says.
 */
const log = `CREATE TABLE system.query_log
  (event_date Date, event_time DateTime, type Enum8('QueryStart' = 1, 'QueryFinish' = 2), initial_user String, query_id String)
  ENGINE = Memory`;

let engine: Engine;
beforeEach(async () => {
  engine = Engine.ofNpm();
  await done(log);
});
afterEach(() => engine.end());

async function done(sql: string): Promise<void> {
  const { error } = await engine.ask(sql);
  if (error !== undefined) throw new Error(`${error}\nin: ${sql}`);
}

/** The answer; a server that has been up for any time has been up for 0 minutes. */
async function answer(minutes = 0): Promise<string> {
  const [flush = '', question = ''] = idleQuestion({ minutes, ignoredUsers: ['clickhouse_operator', 'backup'] }).split(
    /(?<=LOGS;)\n/,
  );
  await done(flush);
  const { rows, error } = await engine.ask(question.replace(/;\s*$/, ''));
  return rows?.trim() ?? `error: ${error}`;
}

const logged = (user: string, minutesAgo: number) =>
  done(`INSERT INTO system.query_log SELECT toDate(now() - INTERVAL ${minutesAgo} MINUTE),
    now() - INTERVAL ${minutesAgo} MINUTE, 'QueryFinish', '${user}', 'q'`);

/** The answer of a server that has been up for an hour, as far as time is concerned. */
async function answerAfterAnHour(): Promise<string> {
  return (await answer(60)).replace(/,? ?started less than 60 minutes ago/, '').replace(/^busy:\s*$/, 'idle');
}

test('a server that does nothing is idle', async () => {
  expect(await answer()).toBe('idle');
});

test('a server that has just started is busy', async () => {
  expect(await answer(60)).toBe('busy: started less than 60 minutes ago');
});

test('a query of the last minutes is work, an older one is not', async () => {
  await logged('app', 61);
  expect(await answerAfterAnHour()).toBe('idle');
  await logged('app', 59);
  expect(await answerAfterAnHour()).toBe('busy: queries in the last 60 minutes: 1');
});

test('queries of the operator and of backups are no work', async () => {
  await logged('clickhouse_operator', 1);
  await logged('backup', 2);
  expect(await answerAfterAnHour()).toBe('idle');
  await logged('app', 3);
  expect(await answerAfterAnHour()).toBe('busy: queries in the last 60 minutes: 1');
});

test('a query that is dated later than now is work: the clock was put back', async () => {
  await logged('app', -300);
  expect(await answerAfterAnHour()).toBe('busy: queries in the last 60 minutes: 1');
});

test('a server without a log of queries gives no answer', async () => {
  await done('DROP TABLE system.query_log');
  expect(await answer()).toMatch(/^error: .*system\.query_log.*UNKNOWN_TABLE/s);
});

const rows = async () => {
  await done('CREATE DATABASE d');
  await done('CREATE TABLE d.t (x UInt64) ENGINE = MergeTree ORDER BY x');
  await done('INSERT INTO d.t SELECT number FROM numbers(3000000)');
};

test('a backup that runs is work', async () => {
  await rows();
  await done("BACKUP TABLE d.t TO Memory('b') SETTINGS max_backup_bandwidth = 100000 ASYNC");
  expect(await answer()).toContain('a backup or restore runs');
});

test('a backup that has ended is none', async () => {
  await rows();
  await done("BACKUP TABLE d.t TO Memory('b')");
  expect(await answer()).toBe('idle');
});

test('a restore that runs is work', async () => {
  await rows();
  // Enough to last for longer than the question takes.
  await done('INSERT INTO d.t SELECT rand64() FROM numbers(15000000)');
  await done("BACKUP TABLE d.t TO Memory('b')");
  await done("RESTORE TABLE d.t AS d.copy FROM Memory('b') ASYNC");
  expect(await answer()).toContain('a backup or restore runs');
});

test('a query that runs is work', async () => {
  await rows();
  // What runs in the background is the query of its own.
  await done("BACKUP TABLE d.t TO Memory('b') SETTINGS max_backup_bandwidth = 100000 ASYNC");
  expect(await answer()).toContain('queries run: 1');
});

test('a mutation that waits is work, one that is done is not', async () => {
  await rows();
  await done('ALTER TABLE d.t DELETE WHERE x = 1 SETTINGS mutations_sync = 2');
  expect(await answer()).toBe('idle');
  await done('SYSTEM STOP MERGES d.t');
  await done('ALTER TABLE d.t DELETE WHERE x = 2 SETTINGS mutations_sync = 0');
  expect(await answer()).toBe('busy: mutations run: 1');
});

test('a mutation that fails is none: it would hold the cluster for ever', async () => {
  await rows();
  await done("ALTER TABLE d.t DELETE WHERE throwIf(x = 5, 'never') SETTINGS mutations_sync = 0");
  const failed = "SELECT count() FROM system.mutations WHERE latest_fail_reason != ''";
  while ((await engine.ask(failed)).rows?.trim() === '0') await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await answer()).toBe('idle');
});

test('tables that consume by themselves are work for ever', async () => {
  await done('CREATE DATABASE d');
  await done("CREATE TABLE d.k (x UInt64) ENGINE = Kafka('localhost:9092', 'a', 'b', 'JSONEachRow')");
  expect(await answer()).toBe('busy: has tables that consume by themselves: Kafka');
});

test('a refreshable view is work for ever', async () => {
  await done('CREATE DATABASE d ENGINE = Atomic');
  await done(
    'CREATE MATERIALIZED VIEW d.v REFRESH EVERY 1 YEAR ENGINE = MergeTree ORDER BY x AS SELECT 1::UInt64 AS x',
  );
  expect(await answer()).toMatch(/has refreshable views/);
});

test.each([
  ['asynchronous_inserts', 'asynchronous inserts wait'],
  ['replicated_fetches', 'parts are copied from another replica'],
])('a row of system.%s is work', async (table, told) => {
  await done(`DROP TABLE system.${table}`);
  await done(`CREATE TABLE system.${table} (table String) ENGINE = Memory`);
  expect(await answer()).toBe('idle');
  await done(`INSERT INTO system.${table} VALUES ('t')`);
  expect(await answer()).toBe(`busy: ${told}`);
});

test('several kinds of work are told together', async () => {
  await done('CREATE DATABASE d');
  await done("CREATE TABLE d.k (x UInt64) ENGINE = Kafka('localhost:9092', 'a', 'b', 'JSONEachRow')");
  await logged('app', 1);
  expect(await answer(60)).toBe(
    'busy: has tables that consume by themselves: Kafka, queries in the last 60 minutes: 1, started less than 60 minutes ago',
  );
});
