import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookingGrants } from '../../../src/backup/restore/contribution';
import { drillGrants } from '../../../src/backup/restore/drill-contribution';
import {
  countsSql,
  markInsertSql,
  markSql,
  markTableSql,
  replicatedCountsSql,
  replicatedSql,
  sourceRowsSql,
  tablesSql,
} from '../../../src/backup/restore/sql';
import { Engine } from './engine';
import { operatorXml } from './operator-xml';

/** Servers of one test, which end with it. */
const started: { readonly engine: Engine; readonly directory: string }[] = [];
afterEach(() => {
  for (const { engine, directory } of started.splice(0)) {
    engine.end();
    rmSync(directory, { recursive: true });
  }
});

/** An engine knows one user, so that it is the one that is tried; without grants it may do everything. */
function start(grants?: readonly string[]): Engine {
  const directory = mkdtempSync(join(tmpdir(), 'restore-user-'));
  const [users, server] = [join(directory, 'users.xml'), join(directory, 'server.xml')] as const;
  const rights = grants && { 'default/grants/query': [...grants] };
  const user = { 'default/password': '', 'default/networks/ip': '::/0', ...rights };
  writeFileSync(users, operatorXml({ users: user, profiles: { 'default/max_threads': 1 }, quotas: {} }));
  writeFileSync(server, operatorXml({ '': { users_config: users } }));
  const engine = Engine.ofNpm(server);
  started.push({ engine, directory });
  return engine;
}

async function run(engine: Engine, ...statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    const { error } = await engine.ask(statement);
    if (error !== undefined) throw new Error(`${error}\nin: ${statement}`);
  }
}

describe('users of restores and drills may do what is asked of them, and no more', () => {
  const making = ['GRANT CREATE DATABASE, CREATE TABLE, INSERT, TRUNCATE ON shop.*'];
  const made = [
    'CREATE DATABASE shop',
    'CREATE TABLE shop.orders (id UInt64) ENGINE = MergeTree ORDER BY id',
    'INSERT INTO shop.orders SELECT number FROM numbers(5)',
  ];
  const named = (sql: string) => sql.replaceAll(/\{(\w+):String\}/g, "'$1'");
  const refused = async (engine: Engine, sql: string) => /Code: (\d+)/.exec((await engine.ask(sql)).error ?? '')?.[1];

  test('the user of a job looks at tables, and leaves a mark', async () => {
    const engine = start([...lookingGrants, ...making]);
    await run(engine, ...made);
    expect((await engine.ask(tablesSql({}))).rows).toBe('shop.orders\n');
    expect((await engine.ask(tablesSql({ databases: ['other'] }))).rows).toBe('');
    expect((await engine.ask(countsSql({}))).rows).toBe('shop.orders\t5\n');
    expect((await engine.ask(replicatedCountsSql({}))).rows).toBe('');
    expect((await engine.ask(replicatedSql({}))).rows).toBe('');
    await run(engine, markTableSql, markTableSql);
    expect((await engine.ask(named(markSql))).rows).toBe('');
    await run(engine, named(markInsertSql));
    expect((await engine.ask(named(markSql))).rows).toBe('backup\n');
    expect(await refused(engine, 'SELECT * FROM shop.orders')).toBe('497');
    expect(await refused(engine, 'DROP TABLE shop.orders')).toBe('497');
  });

  test('statements that wait for replicas quote names', async () => {
    const engine = start();
    const text = replicatedSql({}).replace(
      'FROM system.replicas',
      "FROM (SELECT 'a`b' AS database, 'c\\\\d' AS table)",
    );
    expect((await engine.ask(text)).rows).toBe('SYSTEM SYNC REPLICA `a\\`b`.`c\\\\d`\n');
  });

  test('the user of a drill counts rows in parts that are older than a backup, and reads none', async () => {
    const engine = start([...drillGrants, ...making]);
    await run(engine, ...made);
    const at = async (time: string) => (await engine.ask(sourceRowsSql({}).replace('{time:String}', `'${time}'`))).rows;
    expect(await at('20990101000000')).toBe('shop.orders\t5\t5\n');
    expect(await at('20200101000000')).toBe('');
    await run(engine, 'INSERT INTO shop.orders SELECT number FROM numbers(2)');
    expect(await at('20990101000000')).toBe('shop.orders\t7\t7\n');
    expect(await refused(engine, 'SELECT * FROM shop.orders')).toBe('497');
  });
});
