import { nativeScript } from '../../../src/backup/native/script';
import { type FakeAnswer, FakePrograms } from '../../support/fake-programs';
import { runScript, shellcheck } from '../../support/run-script';

/** The Job of 2026-11-22 03:00 UTC, in seconds. */
const job = Date.UTC(2026, 10, 22, 3) / 1000;
const name = `ev-shard0-full-20261122030000-${job}`;
const password = 'hidden-word';

let fakes: FakePrograms;
beforeEach(() => {
  fakes = new FakePrograms();
  fakes.clock(job);
});
afterEach(() => fakes.remove());

const states = '*FROM system.backups*';
const listing = '*SELECT names*';
const started: FakeAnswer = { when: '*ASYNC', stdout: 'id\tCREATING_BACKUP\n' };

/** The client of the image of ClickHouse, which is Debian's. */
const run = (kind: 'full' | 'increment', replicas: string, answers: readonly FakeAnswer[], env = {}) => {
  fakes.set('clickhouse-client', answers);
  return runScript(nativeScript, {
    path: [fakes.directory],
    env: {
      INSTALLATION: 'ev',
      KIND: kind,
      REPLICAS: replicas,
      FULL_AGE: String(8 * 86_400),
      PATIENCE: '900',
      DEADLINE: '3600',
      POLL: '60',
      JOB_NAME: `ev-backup-${kind}-${job / 60}`,
      PORT: '9440',
      CONFIG: '/scripts/client.xml',
      DESTINATION: "S3(store, 'path/shard-%s/%s')",
      LISTING: 'SELECT names %s',
      CLICKHOUSE_USER: 'backup',
      CLICKHOUSE_PASSWORD: password,
      ...env,
    },
  });
};
const backups = () => fakes.lines().filter((line) => line.includes('BACKUP ALL'));

test('the script is clean', () => {
  expect(shellcheck(nativeScript)).toBe('');
});

test('makes a full backup, follows it, and shows the password to nobody', async () => {
  const { status, stdout, stderr } = await run('full', 'ev-0-0', [
    { when: states, times: 2 },
    { when: states, stdout: 'in progress\n', times: 2 },
    { when: states, stdout: 'success\n' },
    { when: listing, times: 3 },
    { when: listing, stdout: `${name}\n` },
    started,
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`shard 0: ${name} is in the store\n`);
  expect(backups()).toEqual([
    expect.stringContaining(
      `--config-file /scripts/client.xml --secure --host ev-0-0 --port 9440 --connect_timeout 5 --query BACKUP ALL EXCEPT DATABASES system, INFORMATION_SCHEMA, information_schema TO S3(store, 'path/shard-0/${name}') SETTINGS id = '${name}' ASYNC`,
    ),
  ]);
  expect(fakes.lines().join() + stdout).not.toContain(password);
});

test('puts an increment on the newest full backup, slowly when it is asked to', async () => {
  const base = 'ev-shard0-full-20261121030000-1795237200';
  const { status } = await run(
    'increment',
    'ev-0-0',
    [
      { when: states, times: 2 },
      { when: states, stdout: 'success\n' },
      {
        when: listing,
        stdout: `ev-shard0-full-20261115030000-1\n${base}\nev-shard0-increment-20261121040000-2\n`,
        times: 1,
      },
      { when: listing, stdout: `ev-shard0-increment-20261122030000-${job}\n` },
      started,
    ],
    { THROTTLE: '1048576' },
  );
  expect(status).toBe(0);
  expect(backups()[0]).toContain(
    `base_backup = S3(store, 'path/shard-0/${base}'), max_backup_bandwidth = 1048576 ASYNC`,
  );
});

test('makes a full backup instead of an increment when the last one is too old', async () => {
  const { status, stdout } = await run('increment', 'ev-0-0', [
    { when: states, times: 2 },
    { when: states, stdout: 'success\n' },
    { when: listing, stdout: 'ev-shard0-full-20261101030000-1\n', times: 1 },
    { when: listing, stdout: `${name}\n` },
    started,
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain('there is no full backup to build on: makes one');
  expect(backups()[0]).toContain(`id = '${name}'`);
});

test('takes another replica when the first one is down, and follows what a first pod began', async () => {
  const { status } = await run('full', 'ev-0-0 ev-0-1', [
    { when: '*--host ev-0-0 *', status: 210, stderr: 'Connection refused\n' },
    { when: states, stdout: 'in progress\n', times: 3 },
    { when: states, stdout: 'success\n' },
    { when: listing, stdout: `${name}\n` },
  ]);
  expect(status).toBe(0);
  expect(backups()).toEqual([]);
});

test('tries three times, each in a folder of its own, and says what the server said', async () => {
  const { status, stdout, stderr } = await run('full', 'ev-0-0', [
    { when: '*SELECT error FROM system.backups*', stdout: 'Access Denied\n' },
    { when: states, times: 2 },
    { when: states, stdout: 'BACKUP_FAILED\n' },
    { when: listing },
    started,
  ]);
  expect(status).toBe(1);
  expect(stdout).toContain('shard 0: ev-0-0: Access Denied\n');
  expect(stderr).toBe('shard 0: has no backup: tried three times\nno backup of shard: 0\n');
  expect(new Set(backups()).size).toBe(3);
});

test('fails when the server refuses, and when no replica answers', async () => {
  const refused = await run('full', 'ev-0-0', [
    { when: '*ASYNC', stderr: 'Code: 497. Not enough privileges\n', status: 241 },
    { when: '*' },
  ]);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain('shard 0: ev-0-0 refuses: Code: 497. Not enough privileges\n');
  const down = await run('full', 'ev-0-0', [{ status: 210 }]);
  expect(down.status).toBe(1);
  expect(down.stderr).toContain('shard 0: no replica has answered for 900 s\n');
});

test('makes the other shards when one fails, and says which', async () => {
  const { status, stderr } = await run('full', 'ev-0-0\nev-1-0', [
    { when: '*--host ev-0-0 *ASYNC', stderr: 'Code: 497. Not enough privileges\n', status: 241 },
    { when: '*--host ev-0-0 *' },
    { when: states, times: 1 },
    { when: states, stdout: 'success\n' },
    { when: listing, times: 1 },
    { when: listing, stdout: `${name.replace('shard0', 'shard1')}\n` },
    started,
  ]);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'shard 0: has no backup: tried three times\nno backup of shard: 0\n',
  });
  expect(backups().filter((line) => line.includes('ev-1-0'))).toHaveLength(1);
});

test('ends in time when a backup does not, and leaves it alone', async () => {
  const { status, stderr } = await run(
    'full',
    'ev-0-0',
    [{ when: states, times: 1 }, { when: states, stdout: 'in progress\n' }, { when: listing }, started],
    { DEADLINE: '600' },
  );
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'shard 0: did not end within 600 s; what runs goes on\nno backup of shard: 0\n',
  });
  expect(fakes.lines().filter((line) => line.includes('KILL'))).toEqual([]);
});

test('begins again when a server was restarted in the middle and has forgotten', async () => {
  const { status, stdout } = await run('full', 'ev-0-0', [
    { when: states, times: 2 },
    { when: states, stdout: 'in progress\n', times: 1 },
    { when: states, times: 2 },
    { when: states, stdout: 'success\n' },
    { when: listing, times: 4 },
    { when: listing, stdout: `${name}\n` },
    started,
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain('shard 0: ev-0-0 has been restarted and forgot it\n');
  expect(new Set(backups()).size).toBe(2);
});
