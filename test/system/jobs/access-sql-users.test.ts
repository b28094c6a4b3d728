import { ClickHouseCluster, Environment, SqlUsers, type SqlUsersProps, Tls } from 'anyhouse';
import { App } from 'cdk8s';
import { eks, objectOf } from '../../support/environments';
import { FakePrograms } from '../../support/fake-programs';
import { runScript, shellcheck, shells } from '../../support/run-script';

const [first, second] = ['chi-events-main-0-0', 'chi-events-main-1-0'].map(
  (host) => `${host}.analytics.svc.cluster.local`,
);
const hash = 'c0ffee'.repeat(10).padEnd(64, '0');
const secrets = { CLICKHOUSE_USER: 'admin', CLICKHOUSE_PASSWORD: 'S3cret-of-admin', HASH_0: hash, HASH_1: hash };

function scriptOf(props: Partial<SqlUsersProps> = {}, tls = Tls.off('not what is tested')): string {
  const place = new Environment(new App(), 'analytics', { platform: eks, tls });
  const cluster = new ClickHouseCluster(place, 'events', { storage: { size: '10Gi' }, shards: 2 });
  const jane = { networks: ['10.0.0.0/8'], grants: ['SELECT ON `a$b`.*'] };
  const users = new SqlUsers(place, 'analysts', { cluster, users: { jane }, ...props });
  const { data } = objectOf(users, 'ConfigMap', 'analysts-scripts') as { data?: Record<string, string> };
  return data?.['sql-users.sh'] ?? '';
}

const jane = { networks: ['10.0.0.0/8'] };
const dated = (validUntil: string) => ({ users: { jane: { ...jane, validUntil } } });

test.each<[string, string]>([
  ['plain text', scriptOf()],
  ['TLS', scriptOf({}, Tls.certManager())],
  ['dates', scriptOf(dated('2027-01-31'))],
  ['nobody', scriptOf({ users: {}, absent: ['joe'] })],
])('shellcheck finds nothing: %s', (_, script) => {
  expect(shellcheck(script)).toBe('');
});

let fakes: FakePrograms;
beforeEach(() => {
  fakes = new FakePrograms().clock(Date.UTC(2026, 10, 21) / 1000);
});
afterEach(() => fakes.remove());

describe.each(shells)('the program of the Job, in %s', (shell) => {
  const run = (script: string, env: Readonly<Record<string, string>> = {}) =>
    runScript(script, { shell, env: { ...secrets, ...env }, path: [fakes.directory] });
  const sent = () => fakes.calls('clickhouse-client').filter(({ stdin }) => stdin !== 'SELECT 1\n');
  const hostOf = ({ args }: { readonly args: readonly string[] }) => args[args.indexOf('--host') + 1];

  test('sends the statements to every server, the hash on standard input only', async () => {
    fakes.set('clickhouse-client', [{ stdout: '1\n' }]);
    expect(await run(scriptOf())).toEqual({ status: 0, stdout: `${first}: done\n${second}: done\n`, stderr: '' });
    expect(sent().map(hostOf)).toEqual([first, second]);
    expect(sent()[0]?.stdin).toBe(
      [
        `CREATE USER IF NOT EXISTS "jane" IDENTIFIED WITH sha256_hash BY '${hash}' HOST NONE;`,
        'GRANT SELECT ON `a$b`.* TO "jane" WITH REPLACE OPTION;',
        'REVOKE ALL FROM "jane";',
        `ALTER USER "jane" IDENTIFIED WITH sha256_hash BY '${hash}' HOST IP '10.0.0.0/8' SETTINGS PROFILE 'default';`,
        '',
      ].join('\n'),
    );
    expect(sent()[1]?.stdin).toBe(sent()[0]?.stdin);
    const lines = fakes.lines().join('\n');
    expect(lines).not.toContain(hash);
    expect(lines).not.toContain(secrets.CLICKHOUSE_PASSWORD);
  });

  test('does the same when it runs again', async () => {
    fakes.set('clickhouse-client', [{ stdout: '1\n' }]);
    await run(scriptOf());
    const before = sent();
    expect((await run(scriptOf())).status).toBe(0);
    expect(sent().slice(before.length)).toEqual(before);
  });

  test('waits until servers know its address', async () => {
    const unknown = 'Code: 516. DB::Exception: admin: Authentication failed (AUTHENTICATION_FAILED)\n';
    fakes.set('clickhouse-client', [{ when: `*${first}*`, times: 6, status: 4, stderr: unknown }, { stdout: '1\n' }]);
    const { now } = fakes;
    expect(await run(scriptOf())).toMatchObject({ status: 0, stderr: '' });
    expect(fakes.now - now).toBe(30);
  });

  test('goes on when a server does not answer, and names it', async () => {
    const gone = 'Code: 210. DB::NetException: Connection refused\n';
    fakes.set('clickhouse-client', [{ when: `*${first}*`, status: 210, stderr: gone }, { stdout: '1\n' }]);
    const { now } = fakes;
    expect(await run(scriptOf())).toEqual({
      status: 1,
      stdout: `${second}: done\n`,
      stderr: `${first}: ${gone}These servers may have other users than the rest: ${first}. What was sent can be sent again.\n`,
    });
    expect(sent().map(hostOf)).toEqual([second]);
    expect(fakes.now - now).toBe(115);
  });

  test('names a server that refuses a statement, without the hash that the client repeats', async () => {
    const complaint = `Code: 511. DB::Exception: There is no role \`x\`.\n(query: ALTER USER "jane" IDENTIFIED WITH sha256_hash BY '${hash}')\n`;
    fakes.set('clickhouse-client', [
      { when: `*${first}*`, times: 1, stdout: '1\n' },
      { when: `*${first}*`, status: 255, stderr: complaint },
      { stdout: '1\n' },
    ]);
    const { status, stdout, stderr } = await run(scriptOf());
    expect({ status, stdout }).toEqual({ status: 1, stdout: `${second}: done\n` });
    expect(stderr).toContain(`BY '[HIDDEN]')`);
    expect(stderr).not.toContain(hash);
  });

  test.each([['hunter2'], [''], [`${hash}0`], [`${hash.slice(1)}'`], [`${hash}\n`]])(
    'changes nothing when a Secret holds no hash: %j',
    async (value) => {
      fakes.set('clickhouse-client', [{ stdout: '1\n' }]);
      expect(await run(scriptOf(), { HASH_0: value })).toEqual({
        status: 1,
        stdout: '',
        stderr: "User 'jane': Secret events-jane holds no SHA-256 in hexadecimal. Nothing was changed.\n",
      });
      expect(fakes.calls()).toEqual([]);
    },
  );

  test('changes nothing for a user whose time is over', async () => {
    fakes.set('clickhouse-client', [{ stdout: '1\n' }]);
    expect((await run(scriptOf(dated('2026-11-22')))).status).toBe(0);
    expect(sent()[0]?.stdin).toContain("VALID UNTIL '2026-11-22 00:00:00 UTC' HOST IP");
    const before = fakes.calls('clickhouse-client').length;
    expect(await run(scriptOf(dated('2026-11-20T23:59:59Z')))).toEqual({
      status: 1,
      stdout: '',
      stderr:
        "User 'jane': validUntil is over (2026-11-20T23:59:59Z). Nothing was changed. Move it, or list the user in absent.\n",
    });
    expect(fakes.calls('clickhouse-client')).toHaveLength(before);
  });

  test('sends two passwords while one takes over from the other, which may be over by then', async () => {
    fakes.set('clickhouse-client', [{ stdout: '1\n' }]);
    const previousPassword = { name: 'events-jane-1', validUntil: '2026-11-01' };
    const other = hash.replace('c', 'd');
    const users = { jane: { ...jane, password: { name: 'events-jane-2' }, previousPassword } };
    expect((await run(scriptOf({ users }), { HASH_1: other })).status).toBe(0);
    expect(sent()[0]?.stdin).toContain(
      `sha256_hash BY '${hash}', sha256_hash BY '${other}' VALID UNTIL '2026-11-01 00:00:00 UTC' HOST IP`,
    );
  });
});
