import { sidecarFiles } from '../../../src/backup/restore/files';
import { sidecarScript } from '../../../src/backup/restore/scripts/sidecar-script';
import { shellcheck, shells } from '../../support/run-script';
import { passwords, RestoreScene } from './restore-scene';

const files = sidecarFiles({});
const full = { name: 'full-20260131020000' };
const increment = { name: 'increment-20260131030000' };
const twoShards = 'a0 a1\nb0 b1';

let scene: RestoreScene;
afterEach(() => scene?.end());

/** Two shards of two replicas with one backup each. */
async function ready(): Promise<RestoreScene> {
  scene = await RestoreScene.start(twoShards, files);
  scene.put(0, full);
  scene.put(1, full);
  for (const [host, pod] of scene.pods) {
    const rows = host.startsWith('a') ? 'shop.orders\t5\n' : 'shop.orders\t7\n';
    pod.tables = {
      'counts.sql': rows,
      'replicated-counts.sql': rows,
      'replicated.sql': 'SYSTEM SYNC REPLICA `shop`.`orders`\n',
    };
  }
  return scene;
}

/** What was asked of clickhouse-backup to change something. */
const changes = (host: string) => scene.pod(host).api.requests.filter((request) => request.startsWith('POST'));

test('shellcheck has nothing to say', () => expect(shellcheck(sidecarScript)).toBe(''));

describe.each(shells)('in %s', (shell) => {
  test('brings back the schema everywhere and the data once, waits for replicas, counts, and leaves a mark', async () => {
    await ready();
    const { status, stdout, stderr } = await scene.run(sidecarScript, shell);
    expect(stderr).toBe('');
    expect(stdout.replaceAll('after-incident-1a2b3c4d: ', '').trim().split('\n')).toEqual([
      'restores the backup of 20260131020000',
      'a0 has the schema of events-shard0-full-20260131020000',
      'a1 has the schema of events-shard0-full-20260131020000',
      'b0 has the schema of events-shard1-full-20260131020000',
      'b1 has the schema of events-shard1-full-20260131020000',
      'a0 has the data of events-shard0-full-20260131020000',
      'b0 has the data of events-shard1-full-20260131020000',
      'shard 0: shop.orders has 5 rows',
      'shard 1: shop.orders has 7 rows',
      'done',
    ]);
    expect(status).toBe(0);
    const name = 'events-shard1-full-20260131020000';
    expect(changes('b0')).toEqual([
      `POST /backup/restore_remote/${name}?schema`,
      `POST /backup/delete/local/${name}`, // or the copy, which holds the schema alone, would be taken for all
      `POST /backup/restore_remote/${name}?data`,
      `POST /backup/delete/local/${name}`,
    ]);
    expect(changes('b1')).toEqual([`POST /backup/restore_remote/${name}?schema`, `POST /backup/delete/local/${name}`]);
    expect(scene.pod('b1').asked).toContain('SYSTEM SYNC REPLICA `shop`.`orders`');
    expect(scene.pod('b0').asked).not.toContain('SYSTEM SYNC REPLICA `shop`.`orders`');
    for (const { sql } of scene.pods.values()) {
      const mark = sql.statements.find((statement) => statement.sql === files['mark-insert.sql']);
      expect(mark?.query.get('param_job')).toBe('after-incident-1a2b3c4d');
      expect(mark?.query.get('param_backup')).toBe('20260131020000');
    }
  });

  test('a second run of the same job changes nothing and ends well', async () => {
    await ready();
    scene.pod('b0').tables = { 'mark.sql': '20260131020000\n', 'tables.sql': 'shop.orders\n' };
    const { status, stdout } = await scene.run(sidecarScript, shell);
    expect(stdout).toBe(
      'after-incident-1a2b3c4d: nothing to do: b0 says that the backup of 20260131020000 has been restored\n',
    );
    expect(status).toBe(0);
    expect([...scene.pods.keys()].flatMap(changes)).toEqual([]);
  });

  test('refuses a target that has a table, even on one replica only', async () => {
    await ready();
    scene.pod('b1').tables = { 'tables.sql': 'shop.orders\nshop.people\n' };
    const { status, stderr } = await scene.run(sidecarScript, shell);
    expect(stderr).toBe('after-incident-1a2b3c4d: refused, nothing was changed: b1 is not empty, it has shop.orders\n');
    expect(status).toBe(10);
    expect([...scene.pods.keys()].flatMap(changes)).toEqual([]);
  });

  test('takes the newest backup that every shard has completely', async () => {
    await ready();
    scene.put(0, increment, { name: 'increment-20260131040000' });
    scene.put(1, increment, { name: 'increment-20260131040000', broken: "broken (can't stat metadata.json)" });
    const { status, stdout } = await scene.run(sidecarScript, shell);
    expect(stdout).toContain('there is no complete backup of 20260131040000 of shard: 1\n');
    expect(stdout).toContain('restores the backup of 20260131030000\n');
    expect(stdout).toContain('b0 has the data of events-shard1-increment-20260131030000\n');
    expect(status).toBe(0);
  });

  test('one that was asked for has to be there for every shard', async () => {
    await ready();
    scene.put(0, increment);
    const { status, stdout, stderr } = await scene.run(sidecarScript, shell, { BACKUP: '20260131030000' });
    expect(stdout).toContain('there is no complete backup of 20260131030000 of shard: 1\n');
    expect(stderr).toBe(
      'after-incident-1a2b3c4d: found no backup of events that is complete for all shards: 20260131030000\n',
    );
    expect(status).toBe(11);
  });

  test('a shard that fails is named, with the reason, and there is no mark', async () => {
    await ready();
    scene
      .pod('b0')
      .api.next(
        'restore_remote',
        { does: 'succeed' },
        { does: 'fail', error: 'one of restoreDataRegular go-routine return error: NO_SPACE' },
      );
    const { status, stderr } = await scene.run(sidecarScript, shell);
    expect(stderr).toBe(
      'after-incident-1a2b3c4d: b0 could not restore the data of events-shard1-full-20260131020000: one of restoreDataRegular go-routine return error: NO_SPACE\n',
    );
    expect(status).toBe(13);
    expect(scene.pod('a0').asked).not.toContain('mark-insert.sql');
  });

  test('a restore that never ends is given up after the time that it has', async () => {
    await ready();
    scene.pod('a0').api.next('restore_remote', { does: 'succeed' }, { does: 'hang' });
    const { status, stderr } = await scene.run(sidecarScript, shell, { PATIENCE: '600', POLL: '100' });
    expect(stderr).toBe(
      'after-incident-1a2b3c4d: gave up after 600 s: a0 has not restored the data of events-shard0-full-20260131020000 yet, and goes on with it\n',
    );
    expect(status).toBe(14);
  });

  test('a restart of clickhouse-backup in the middle is a failure that says so, and the next run refuses', async () => {
    await ready();
    scene
      .pod('a0')
      .api.next('restore_remote', { does: 'succeed' }, { does: 'restart', after: 1, drops: 3, resumes: 'no' });
    const { status, stderr } = await scene.run(sidecarScript, shell);
    expect(stderr).toBe(
      'after-incident-1a2b3c4d: a0 has forgotten that it restores the data of events-shard0-full-20260131020000: clickhouse-backup was restarted in the middle\n',
    );
    expect(status).toBe(13);
    scene.pod('a0').tables = { 'tables.sql': 'shop.orders\n' };
    expect((await scene.run(sidecarScript, shell)).status).toBe(10);
  });

  test('waits while another operation runs, and while servers start', async () => {
    await ready();
    scene.pod('a1').sql.drops = 3;
    scene.pod('a0').api.begin('create_remote events-shard0-full-20260131050000', { does: 'succeed', after: 8 });
    const { status, stderr } = await scene.run(sidecarScript, shell);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('a server that never answers ends it', async () => {
    await ready();
    scene.pod('b1').sql.drops = 1_000_000;
    const { status, stderr } = await scene.run(sidecarScript, shell, { POLL: '600' });
    expect(stderr).toMatch(/^after-incident-1a2b3c4d: gave up after 3600 s: b1 does not answer: curl: .*\n$/);
    expect(status).toBe(14);
  });

  test('replicas that differ at the end are a failure', async () => {
    await ready();
    const pod = scene.pod('a1');
    pod.tables = { ...pod.tables, 'replicated-counts.sql': 'shop.orders\t4\n' };
    const { status, stderr } = await scene.run(sidecarScript, shell);
    expect(stderr).toBe('after-incident-1a2b3c4d: replicas of shard 0 differ: a1 has shop.orders 4;\n');
    expect(status).toBe(16);
  });

  test('tables are passed on, and no password stands on a command line or in what is printed', async () => {
    await ready();
    const run = await scene.run(sidecarScript, shell, { TABLES: '&table=shop.*' });
    expect(run.status).toBe(0);
    expect(changes('a1')).toContain(
      'POST /backup/restore_remote/events-shard0-full-20260131020000?schema&table=shop.*',
    );
    for (const secret of Object.values(passwords)) expect(`${run.stdout}${run.stderr}`).not.toContain(secret);
  });
});
