import { sidecarFiles } from '../../../src/backup/restore/files';
import { drillScript } from '../../../src/backup/restore/scripts/drill-script';
import { sourceRowsSql } from '../../../src/backup/restore/sql';
import { type Shell, shellcheck, shells } from '../../support/run-script';
import { FakeKubernetes } from './fake-kubernetes';
import { passwords, RestoreScene } from './restore-scene';

const script = drillScript('sidecar');
const sourceRows = sourceRowsSql({});
const files = {
  ...sidecarFiles({}),
  'source-rows.sql': sourceRows,
  'installation.yaml':
    'kind: ClickHouseInstallation\nmetadata:\n  ownerReferences:\n    - name: "@OWNER@"\n      uid: "@OWNER_ID@"\n',
};

let scene: RestoreScene;
let kubernetes: FakeKubernetes;
afterEach(async () => {
  await scene?.end();
  await kubernetes?.stop();
});

/** Two scratch hosts, and the source as a third one, which stands for both of its shards. */
async function ready(rows = 'shop.orders\t100\t180\n'): Promise<void> {
  kubernetes = await FakeKubernetes.start();
  scene = await RestoreScene.start('d0\nd1', files, 'source');
  for (const shard of [0, 1]) scene.put(shard, { name: 'full-20260131020000' });
  for (const host of ['d0', 'd1']) scene.pod(host).tables = { 'counts.sql': 'shop.orders\t120\n' };
  scene.pod('source').tables = { 'source-rows.sql': rows };
  scene.reach('kubernetes:443', kubernetes.place);
}

const run = (shell: Shell, env: Readonly<Record<string, string>> = {}) =>
  scene.run(script, shell, {
    JOB: 'events-drill',
    NAMESPACE: 'drill',
    SCRATCH: 'events-drill',
    OWNER: 'events-drill-29500000',
    OWNER_ID: '11111111-2222-3333-4444-555555555555',
    SOURCE_REPLICAS: 'source\nsource',
    SOURCE_SCHEME: 'http',
    SOURCE_PORT: '8123',
    SOURCE_USER: 'drill',
    SOURCE_PASSWORD: passwords.source,
    ACCOUNT: kubernetes.account,
    KUBERNETES_SERVICE_HOST: 'kubernetes',
    KUBERNETES_SERVICE_PORT: '443',
    ...env,
  });
const changes = () => kubernetes.requests.filter((request) => !request.startsWith('GET'));
const path = '/apis/clickhouse.altinity.com/v1/namespaces/drill/clickhouseinstallations';

test('shellcheck has nothing to say', () => {
  expect(shellcheck(script)).toBe('');
  expect(shellcheck(drillScript('native'))).toBe('');
});

describe.each(shells)('in %s', (shell) => {
  test('restores into a scratch installation, compares, and removes it with its volumes', async () => {
    await ready();
    const { status, stdout, stderr } = await run(shell);
    expect(stderr).toBe('');
    expect(stdout.replaceAll('events-drill: ', '').trim().split('\n')).toEqual([
      'made events-drill',
      'restores the backup of 20260131020000',
      'd0 has the schema of events-shard0-full-20260131020000',
      'd1 has the schema of events-shard1-full-20260131020000',
      'd0 has the data of events-shard0-full-20260131020000',
      'd1 has the data of events-shard1-full-20260131020000',
      'shard 0: shop.orders has 120 rows',
      'shard 1: shop.orders has 120 rows',
      'shard 0: shop.orders: 120 rows restored, at least 100 expected, 180 in the source now',
      'shard 1: shop.orders: 120 rows restored, at least 100 expected, 180 in the source now',
      'the backup of 20260131020000 can be restored',
    ]);
    expect(status).toBe(0);
    expect(changes()).toEqual([`DELETE ${path}/events-drill`, `POST ${path}`, `DELETE ${path}/events-drill`]);
    expect(kubernetes.created[0]).toContain(
      'name: "events-drill-29500000"\n      uid: "11111111-2222-3333-4444-555555555555"',
    );
    expect(kubernetes.exists).toBe(false);
    const asked = scene.pod('source').sql.statements.find(({ sql }) => sql === sourceRows);
    expect(asked?.query.get('param_time')).toBe('20260131020000');
  });

  test('a backup that is short of rows fails, names tables, and leaves nothing', async () => {
    await ready('shop.orders\t100\t180\nshop.people\t7\t7\n');
    const { status, stderr } = await run(shell);
    expect(stderr).toBe(
      'events-drill: the backup of 20260131020000 is short of rows of: 0:shop.people 1:shop.people\n',
    );
    expect(status).toBe(17);
    expect(kubernetes.exists).toBe(false);
  });

  test('what an earlier drill has left is removed first', async () => {
    await ready();
    kubernetes.exists = true;
    expect((await run(shell)).status).toBe(0);
    expect(changes()).toHaveLength(3);
  });

  test('an installation of that name that no drill has made is left alone', async () => {
    await ready();
    kubernetes.exists = true;
    kubernetes.owner = 'Application';
    const { status, stderr } = await run(shell);
    expect(stderr).toBe(
      'events-drill: refused, nothing was changed: events-drill is an installation that no drill has made\n',
    );
    expect(status).toBe(10);
    expect(changes()).toEqual([]);
    expect(kubernetes.exists).toBe(true);
  });

  test('a failed restore leaves nothing either', async () => {
    await ready();
    scene.pod('d1').api.next('restore_remote', { does: 'fail', error: 'no such host' });
    const { status, stderr } = await run(shell);
    expect(stderr).toBe(
      'events-drill: d1 could not restore the schema of events-shard1-full-20260131020000: no such host\n',
    );
    expect(status).toBe(13);
    expect(kubernetes.exists).toBe(false);
    expect(changes()).toHaveLength(3);
  });

  test('servers that never start end it, and are removed', async () => {
    await ready();
    scene.pod('d0').sql.drops = 1_000_000;
    const { status, stderr } = await run(shell, { POLL: '600' });
    expect(stderr).toMatch(/^events-drill: gave up after 3600 s: d0 does not answer: curl: .*\n$/);
    expect(status).toBe(14);
    expect(kubernetes.exists).toBe(false);
  });

  test('an API server that refuses is quoted', async () => {
    await ready();
    kubernetes.refuses = 403;
    const { status, stderr } = await run(shell);
    expect(stderr).toContain('events-drill: the API server does not create events-drill: 403 {');
    expect(stderr).toContain('admission webhook denied it');
    expect(status).toBe(15);
  });
});
