import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClickHouseCluster, Environment, observerGrants, SqlUsers, type SqlUsersProps } from 'anyhouse';
import { App } from 'cdk8s';
import { resolveSqlUsers } from '../../../src/access/users/resolve';
import { renderSql } from '../../../src/access/users/sql';
import { eks } from '../../support/environments';
import { Engine } from './engine';
import { operatorXml } from './operator-xml';

/*
 * The engine keeps users of its configuration only: it has nowhere to put those that SQL makes, and says so last, when all else
 * is right. So a statement is well when it is refused with `nowhere`, or with `readonly` for a user of the configuration.
 */
const nowhere = /no writeable access storage/;
const readonly = /storage is readonly/;

const directory = mkdtempSync(join(tmpdir(), 'anyhouse-sql-'));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;

/** An engine whose queries are those of a user of the configuration, beside which another one stands. */
function engineFor(users: Readonly<Record<string, unknown>>, settings: Readonly<Record<string, unknown>> = {}): Engine {
  files += 1;
  const [config, list] = [join(directory, `config-${files}.xml`), join(directory, `users-${files}.xml`)];
  const usual = { 'default/password': '', 'default/networks/ip': '::/0' };
  writeFileSync(
    list,
    operatorXml({
      users: { ...usual, ...users },
      profiles: { 'default/max_threads': 1, 'web/max_threads': 1 },
      quotas: {},
    }),
  );
  writeFileSync(config, operatorXml({ '': { users_config: list, ...settings } }));
  return Engine.ofNpm(config);
}

const administrator = { 'default/access_management': 1, 'jane/password': 'x', 'jane/networks/ip': '::/0' };
const hash = 'c0ffee'.repeat(10).padEnd(64, '0');

function statementsOf(users: SqlUsersProps['users'], absent: readonly string[] = []): readonly string[] {
  const place = new Environment(new App(), 'analytics', { platform: eks });
  const profiles = { web: { max_threads: 1 } };
  const cluster = new ClickHouseCluster(place, 'events', { storage: { size: '10Gi' }, profiles });
  const resolved = resolveSqlUsers('users', 'users', place.resolved, { cluster, users, absent });
  new SqlUsers(place, 'users', { cluster, users, absent }); // what is resolved can be emitted
  return renderSql(resolved, () => hash);
}

const full: SqlUsersProps['users'][string] = {
  networks: ['10.0.0.0/8', '2001:db8::/32'],
  grants: ['SELECT(a, b), INSERT ON `odd db`.t', 'GRANT SHOW TABLES ON *.*', 'SELECT ON events.*'],
  profile: 'web',
  validUntil: '2027-01-31T18:00:00Z',
  previousPassword: { name: 'old', validUntil: '2026-12-31' },
};

test('a new user passes every check up to where it would be stored', async () => {
  const engine = engineFor(administrator);
  for (const name of ['joe', 'joe.doe-2@example.com']) {
    const [create, , , alter = ''] = statementsOf({ [name]: { ...full, password: { name: 'joe' } } });
    expect((await engine.ask(create ?? '')).error).toMatch(nowhere);
    // The same words make a user: so the whole of ALTER is judged.
    expect((await engine.ask(alter.replace('ALTER', 'CREATE'))).error).toMatch(nowhere);
  }
  engine.end();
});

test('rights, roles and passwords of a user pass every check, and one of the configuration is left alone', async () => {
  const engine = engineFor(administrator);
  for (const users of [{ jane: full }, { jane: { networks: ['10.0.0.0/8'] } }])
    for (const statement of statementsOf(users)) expect((await engine.ask(statement)).error).toMatch(readonly);
  engine.end();
});

test('removing a user who is not there is no mistake', async () => {
  const engine = engineFor(administrator);
  const [drop = ''] = statementsOf({}, ['nobody.here']);
  expect(await engine.ask(drop)).toEqual({ rows: '' });
  engine.end();
});

test('a role or a profile that does not exist is an error, not a user with less', async () => {
  const engine = engineFor(administrator);
  const [, , grant = '', alter = ''] = statementsOf({ jane: { ...full, roles: ['reader'] } });
  expect((await engine.ask(grant)).error).toMatch(/There is no role `reader`/);
  expect((await engine.ask(alter.replace("'web'", "'gone'"))).error).toMatch(/There is no settings profile `gone`/);
  engine.end();
});

test('VALID UNTIL behind HOST, where one would look for it, is a mistake', async () => {
  const engine = engineFor(administrator);
  const statement = `CREATE USER joe IDENTIFIED WITH sha256_hash BY '${hash}' HOST IP '10.0.0.0/8' VALID UNTIL '2027-01-31'`;
  expect((await engine.ask(statement)).error).toMatch(/Syntax error.*VALID UNTIL/);
  engine.end();
});

test.each(['hunter2', '', `${hash}0`])('a server takes no hash that the Job would refuse: %j', async (wrong) => {
  const engine = engineFor(administrator);
  const [create = ''] = statementsOf({ joe: full });
  expect((await engine.ask(create.replaceAll(hash, wrong))).error).toMatch(/[Pp]assword hash/);
  engine.end();
});

test('an administrator of the configuration has the rights that the statements need, and others do not', async () => {
  const engine = engineFor({ 'default/grants/query': ['GRANT SELECT ON *.*'] });
  const [create = ''] = statementsOf({ joe: full });
  expect((await engine.ask(create)).error).toMatch(/Not enough privileges/);
  engine.end();
});

describe('an observer', () => {
  // Tables of logs appear with their first row, on a server that keeps them; the engine has no asynchronous metrics.
  const logs = [
    'asynchronous_metrics',
    'asynchronous_metric_log',
    'distributed_ddl_queue',
    'metric_log',
    'part_log',
    'query_log',
  ];
  let engine: Engine;
  beforeAll(() => {
    const grants = observerGrants.map((grant) => `GRANT ${grant}`);
    engine = engineFor({ 'default/grants/query': grants }, { 'named_collections/bucket/secret_access_key': 'hunter2' });
  });
  afterAll(() => engine.end());

  const watched = observerGrants.flatMap((grant) => /^SELECT ON (system\.\w+)$/.exec(grant)?.[1] ?? []);

  test.each(watched.filter((table) => !logs.includes(table.replace('system.', ''))))('reads %s', async (table) => {
    expect((await engine.ask(`SELECT count() FROM ${table}`)).error).toBeUndefined();
  });

  test('may read logs once there are any', async () => {
    for (const table of logs)
      expect((await engine.ask(`SELECT count() FROM system.${table}`)).error ?? '').not.toMatch(/privileges/);
  });

  test.each([
    'SELECT * FROM system.users',
    'SELECT * FROM system.grants',
    'CREATE TABLE t (a Int8) ENGINE = Memory',
    'CREATE USER joe',
    "SELECT * FROM url('http://example.com', TSV)",
    "SELECT * FROM file('/etc/passwd', LineAsString)",
    'SYSTEM SHUTDOWN',
    'SYSTEM FLUSH LOGS',
    'DROP DATABASE system',
    "SELECT * FROM remote('127.0.0.1', system.one)",
  ])('may not: %s', async (statement) => {
    expect((await engine.ask(statement)).error).toMatch(/ACCESS_DENIED|Not enough privileges/);
  });

  test('sees no secret of a named collection', async () => {
    const { rows = '' } = await engine.ask('SELECT * FROM system.named_collections');
    expect(rows).not.toContain('hunter2');
  });
});

test('an observer reads no rows of tables, whose names it sees', async () => {
  const path = mkdtempSync(join(directory, 'data-'));
  const owner = engineFor(administrator, { path: `${path}/` });
  await owner.ask('CREATE DATABASE payments');
  expect(await owner.ask('CREATE TABLE payments.cards (n String) ENGINE = MergeTree ORDER BY n')).toEqual({ rows: '' });
  await owner.ask("INSERT INTO payments.cards VALUES ('4111')");
  const statement = 'SELECT * FROM payments.cards';
  expect((await owner.ask(statement)).rows).toBe('4111\n');
  // The engine has one user; what another one may do is asked as if it was that one.
  const grants = observerGrants.map((grant) => `GRANT ${grant}`);
  // A copy, for the owner holds on to its own until it has ended.
  cpSync(path, `${path}-copy`, { recursive: true, verbatimSymlinks: true });
  rmSync(`${path}-copy/status`, { force: true });
  owner.end();
  const observer = engineFor({ 'default/grants/query': grants }, { path: `${path}-copy/` });
  expect((await observer.ask(statement)).error).toMatch(/Not enough privileges/);
  observer.end();
});
