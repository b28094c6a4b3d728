import { sidecarScript } from '../../../src/backup/sidecar/script';
import { FakeBackupApi } from '../../support/fake-backup-api';
import { FakePrograms } from '../../support/fake-programs';
import { runScript, shellcheck, shells } from '../../support/run-script';

const login = { username: 'backup', password: 'pa"ss\\word' };
/** The Job of 2026-11-22 03:00 UTC. */
const minute = Date.UTC(2026, 10, 22, 3) / 60_000;
const stamp = '20261122030000';
const created = '2026-11-15 03:00:00';

let fakes: FakePrograms;
let apis: FakeBackupApi[];
beforeEach(() => {
  fakes = new FakePrograms();
  apis = [];
});
afterEach(async () => {
  fakes.remove();
  await Promise.all(apis.map((api) => api.stop()));
});

/** Servers by name; a name with `undefined` does not answer. */
async function servers(...names: readonly string[]): Promise<readonly FakeBackupApi[]> {
  for (const _ of names) apis.push(await FakeBackupApi.start({ login }));
  const places = names.map((name, index) => [`${name}:7171`, `127.0.0.1:${apis[index]?.port}`]);
  fakes.hosts({ 'ev-0-9:7171': '127.0.0.1:1', 'ev-1-9:7171': '127.0.0.1:1', ...Object.fromEntries(places) });
  return apis;
}

const posts = (api: FakeBackupApi | undefined) => api?.requests.filter((request) => request.startsWith('POST'));
const post = (name: string, base?: string) =>
  `POST /backup/create_remote?name=${name}${base === undefined ? '' : `&diff-from-remote=${base}`}`;

test('the script is clean', () => {
  expect(shellcheck(sidecarScript)).toBe('');
});

describe.each(shells)('the script of a backup, in %s', (shell) => {
  const run = (kind: 'full' | 'increment', replicas: string, env: Readonly<Record<string, string>> = {}) =>
    runScript(sidecarScript, {
      shell,
      path: [fakes.directory],
      env: {
        ...fakes.env,
        INSTALLATION: 'ev',
        KIND: kind,
        REPLICAS: replicas,
        SCHEME: 'http',
        FULL_AGE: String(8 * 86_400),
        PATIENCE: '900',
        DEADLINE: '3600',
        POLL: '0',
        JOB_NAME: `ev-backup-${kind}-${minute}`,
        API_USERNAME: login.username,
        API_PASSWORD: login.password,
        ...env,
      },
    });

  test('backs up the first replica that answers of each shard, and says nothing of the password', async () => {
    const [first, second] = await servers('ev-0-1', 'ev-1-0');
    const { status, stdout, stderr } = await run('full', 'ev-0-9 ev-0-1\nev-1-0 ev-1-9');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(posts(first)).toEqual([post(`ev-shard0-full-${stamp}`)]);
    expect(posts(second)).toEqual([post(`ev-shard1-full-${stamp}`)]);
    expect(stdout).toContain(`shard 0: ev-shard0-full-${stamp} is in the store\n`);
    expect(stdout).toContain('all shards of ev are in the store\n');
    expect(stdout + fakes.lines().join()).not.toContain('word');
  });

  test('puts an increment on the newest good backup of the shard', async () => {
    const [api] = await servers('ev-0-0');
    api?.put(
      'remote',
      { name: 'ev-shard0-full-20261115030000', created },
      { name: 'ev-shard0-increment-20261120030000', created, required: 'ev-shard0-full-20261115030000' },
      { name: 'ev-shard0-increment-20261121030000', created, broken: "broken (can't stat metadata.json)" },
      { name: 'ev-shard1-increment-20261121030000', created },
      { name: 'by-hand-99999999999999', created },
    );
    const { status } = await run('increment', 'ev-0-0');
    expect(status).toBe(0);
    expect(posts(api)).toEqual([post(`ev-shard0-increment-${stamp}`, 'ev-shard0-increment-20261120030000')]);
    expect(api?.store.remote.get(`ev-shard0-increment-${stamp}`)?.required).toBe('ev-shard0-increment-20261120030000');
  });

  test.each([
    ['there is none', []],
    ['the last one is too old', [{ name: 'ev-shard0-full-20261101030000', created }]],
    [
      'the chain is not whole',
      [{ name: 'ev-shard0-increment-20261120030000', created, required: 'ev-shard0-full-20261115030000' }],
    ],
  ])('makes a full backup instead of an increment when %s', async (_, there) => {
    const [api] = await servers('ev-0-0');
    api?.put('remote', ...there);
    const { status, stdout } = await run('increment', 'ev-0-0');
    expect(status).toBe(0);
    expect(posts(api)).toEqual([post(`ev-shard0-full-${stamp}`)]);
    expect(stdout).toContain('shard 0: there is no full backup to build on: makes one\n');
  });

  test('tries the other shards when one fails, and says which', async () => {
    const [first, second] = await servers('ev-0-0', 'ev-1-0');
    const failure = { does: 'fail', error: 'can not upload: AccessDenied' } as const;
    first?.next('create_remote', failure, failure, failure);
    const { status, stdout, stderr } = await run('full', 'ev-0-0\nev-1-0');
    expect(status).toBe(1);
    expect(stdout).toContain('AccessDenied');
    expect(stderr).toBe('shard 0: has no backup: tried three times\nno backup of shard: 0\n');
    expect([...(second?.store.remote.keys() ?? [])]).toEqual([`ev-shard1-full-${stamp}`]);
  });

  test('tries again after a failure', async () => {
    const [api] = await servers('ev-0-0');
    api?.next('create_remote', { does: 'fail', error: 'connection reset' });
    expect((await run('full', 'ev-0-0')).status).toBe(0);
    expect(posts(api)).toHaveLength(2);
  });

  test('a second pod of the same Job follows what the first one began, and starts nothing', async () => {
    const [first, second] = await servers('ev-0-0', 'ev-0-1');
    second?.begin(`create_remote ev-shard0-full-${stamp}`, { does: 'succeed', after: 6 });
    second?.put('remote', { name: `ev-shard0-full-${stamp}`, created });
    const { status } = await run('full', 'ev-0-0 ev-0-1');
    expect(status).toBe(0);
    expect([posts(first), posts(second)]).toEqual([[], []]);
  });

  test('a second pod starts nothing when the backup is there already', async () => {
    const [api] = await servers('ev-0-0');
    api?.put('remote', { name: `ev-shard0-full-${stamp}`, created });
    expect((await run('increment', 'ev-0-0')).status).toBe(0);
    expect(posts(api)).toEqual([]);
  });

  test('follows an upload that goes on after a restart', async () => {
    const [api] = await servers('ev-0-0');
    api?.next('create_remote', { does: 'restart', after: 2, drops: 3 });
    const { status, stdout } = await run('full', 'ev-0-0');
    expect(status).toBe(0);
    expect(stdout).toContain('shard 0: ev-0-0 does not answer\n');
    expect(posts(api)).toHaveLength(1);
  });

  test('starts again when a restart has forgotten the operation', async () => {
    const [api] = await servers('ev-0-0');
    api?.next('create_remote', { does: 'restart', after: 2, drops: 1, resumes: 'no' });
    const { status, stdout } = await run('full', 'ev-0-0');
    expect(status).toBe(0);
    expect(stdout).toContain('shard 0: ev-0-0 has been restarted and forgot it\n');
    expect(posts(api)).toHaveLength(2);
  });

  test('waits while another operation runs', async () => {
    const [api] = await servers('ev-0-0');
    api?.begin('upload another', { does: 'succeed', after: 8 });
    const { status, stdout } = await run('full', 'ev-0-0');
    expect(status).toBe(0);
    expect(stdout).toContain('shard 0: ev-0-0 is busy with another operation: waits\n');
  });

  test('ends in time when an operation does not, and leaves it alone', async () => {
    const [api] = await servers('ev-0-0');
    fakes.clock();
    api?.next('create_remote', { does: 'hang' });
    const { status, stderr } = await run('full', 'ev-0-0', { POLL: '60' });
    expect(status).toBe(1);
    expect(stderr).toBe('shard 0: did not end within 3600 s; what runs goes on\nno backup of shard: 0\n');
    expect(api?.requests.filter((request) => request.includes('kill'))).toEqual([]);
  });

  test('fails when no replica of a shard answers', async () => {
    await servers();
    fakes.clock();
    const { status, stdout, stderr } = await run('full', 'ev-0-9', { POLL: '60' });
    expect(status).toBe(1);
    expect(stdout).toBe('shard 0: no replica answers: ev-0-9\n');
    expect(stderr).toBe('shard 0: no replica has answered for 900 s\nno backup of shard: 0\n');
  });

  test('goes to another replica when the first one stays away', async () => {
    const [first, second] = await servers('ev-0-0', 'ev-0-1');
    fakes.clock();
    first?.next('create_remote', { does: 'restart', after: 1, drops: 10_000 });
    const { status } = await run('full', 'ev-0-0 ev-0-1', { POLL: '60' });
    expect(status).toBe(0);
    expect(posts(second)).toEqual([post(`ev-shard0-full-${stamp}`)]);
  });

  test('does not believe a success whose backup is not in the store', async () => {
    const [api] = await servers('ev-0-0');
    const remote = api?.store.remote;
    if (remote) remote.set = () => remote;
    const { status } = await run('full', 'ev-0-0');
    expect(status).toBe(1);
  });

  test('gives a Job that was made by hand the time of its start', async () => {
    const [api] = await servers('ev-0-0');
    fakes.clock(minute * 60 + 7);
    expect((await run('full', 'ev-0-0', { JOB_NAME: 'before-upgrade' })).status).toBe(0);
    expect(posts(api)).toEqual([post('ev-shard0-full-20261122030007')]);
  });

  test('ends with 2 when something is not set', async () => {
    const { status, stderr } = await run('full', '', {});
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'REPLICAS is not set\n' });
  });
});
