import { FakeBackupApi } from './fake-backup-api';

/* What scripts are tested against must answer as clickhouse-backup does. */

let api: FakeBackupApi;
beforeEach(async () => {
  api = await FakeBackupApi.start();
});
afterEach(() => api.stop());

async function ask(call: string, body?: string): Promise<readonly [number, string]> {
  const [method = 'GET', path = '/'] = call.split(' ');
  const response = await fetch(`${api.url}${path}`, { method, ...(body !== undefined && { body }) });
  return [response.status, await response.text()];
}

const id = '00000000-0000-1000-8000-000000000001';

test('an operation is acknowledged, runs on, and ends', async () => {
  expect(await ask('POST /backup/create_remote?name=a&diff_from_remote=')).toEqual([
    201,
    `{"status":"acknowledged","operation":"create_remote","backup_name":"a","operation_id":"${id}"}\n`,
  ]);
  api.store.remote.set('', { name: '', created: '' });
  expect((await ask(`GET /backup/status?operationid=${id}`))[1]).toContain('"status":"in progress"');
  expect(JSON.parse((await ask(`GET /backup/status?operationid=${id}`))[1])).toEqual({
    command: 'create_remote --diff-from-remote="" a',
    status: 'success',
    start: '2026-01-31 00:00:01',
    finish: '2026-01-31 00:00:03',
    operation_id: id,
  });
  expect([...api.store.local.keys()]).toEqual(['a']);
});

test('backups are listed as lines, with what an increment needs', async () => {
  api.put('remote', { name: 'full', created: '2026-01-01 00:00:00', size: 7 });
  api.put('remote', { name: 'more', created: '2026-01-02 00:00:00', required: 'full' });
  expect(await ask('GET /backup/list/local')).toEqual([200, '']);
  expect((await ask('GET /backup/list/remote'))[1].split('\n')).toEqual([
    '{"name":"full","created":"2026-01-01 00:00:00","size":7,"data_size":7,"metadata_size":0,"location":"remote","required":"","desc":"tar, regular"}',
    '{"name":"more","created":"2026-01-02 00:00:00","metadata_size":0,"location":"remote","required":"full","desc":"tar, regular"}',
    '',
  ]);
});

test('while an operation runs others are locked out, by 423, and by 500 as commands of the list of actions', async () => {
  api.begin('upload other', { does: 'hang' });
  const error = 'another operation is currently running';
  expect(await ask('POST /backup/create?name=a')).toEqual([
    423,
    `{"status":"error","operation":"create","error":"${error}"}\n`,
  ]);
  expect(await ask('POST /backup/delete/remote/a')).toEqual([
    423,
    `{"status":"error","operation":"delete","error":"${error}"}\n`,
  ]);
  expect(await ask('POST /backup/actions', '{"command":"create a"}')).toEqual([
    500,
    `{"status":"error","operation":"create a","error":"${error}"}\n`,
  ]);
  expect(await ask('POST /backup/kill')).toEqual([
    200,
    '{"status":"success","operation":"kill","command":"upload other"}\n',
  ]);
  expect(await ask('POST /backup/actions', '{"command":"create a"}\n{"command":"delete remote a"}\n')).toEqual([
    500,
    `{"status":"error","operation":"delete remote a","error":"${error}"}\n`,
  ]);
});

test('operations fail as they are told to', async () => {
  api.next('upload', { does: 'fail', error: 'no space', after: 0 });
  api.put('local', { name: 'a', created: '' });
  expect((await ask('POST /backup/upload/a'))[1]).toContain('"diff":false,"operation_id"');
  expect((await ask('GET /backup/actions?last=1'))[1]).toMatch(/"status":"error",.*"error":"no space"/);
  await ask('POST /backup/upload/a');
  await ask('GET /backup/status');
  expect((await ask('GET /backup/status'))[1]).toContain('"status":"success"');
});

test('after a restart an operation id is not known, which is 200 and nothing, and the upload goes on by itself', async () => {
  api.next('create_remote', { does: 'restart', after: 1, drops: 2 });
  await ask('POST /backup/create_remote?name=a');
  expect((await ask(`GET /backup/status?operationid=${id}`))[1]).toContain('in progress');
  await expect(ask(`GET /backup/status?operationid=${id}`)).rejects.toThrow('fetch failed');
  await expect(ask(`GET /backup/status?operationid=${id}`)).rejects.toThrow('fetch failed');
  expect(await ask(`GET /backup/status?operationid=${id}`)).toEqual([200, '']);
  expect((await ask('GET /backup/actions'))[1]).toContain('"command":"upload --resumable=1 a","status":"success"');
  expect([...api.store.remote.keys()]).toEqual(['a']);
});

test('a name that is taken is overwritten silently, unless use_resumable_state is off', async () => {
  for (const resumes of ['yes', 'no'] as const) {
    await api.stop();
    api = await FakeBackupApi.start({ resumes });
    api.put('remote', { name: 'a', created: 'old' });
    await ask('POST /backup/create_remote?name=a');
    await ask('GET /backup/status');
    const [, row] = await ask('GET /backup/status');
    const taken = `"status":"error","start":"2026-01-31 00:00:01","finish":"2026-01-31 00:00:03","error":"'a' already exists on remote storage"`;
    expect(row).toContain(resumes === 'yes' ? '"status":"success"' : taken);
  }
});

test('what is not there cannot be restored or deleted', async () => {
  await ask('POST /backup/restore_remote/a?rm');
  await ask('GET /backup/status');
  const complaint = "RestoreFromRemote Download: 'a' is not found on remote storage";
  expect(JSON.parse((await ask('GET /backup/status'))[1])).toMatchObject({
    command: 'restore_remote --rm a',
    error: complaint,
  });
  expect(await ask('POST /backup/delete/remote/a')).toEqual([
    500,
    `{"status":"error","operation":"delete","error":"'a' is not found on remote storage"}\n`,
  ]);
  api.put('remote', { name: 'a', created: '' });
  await ask('POST /backup/restore_remote/a');
  await ask('GET /backup/status');
  expect((await ask('GET /backup/status'))[1]).toContain('"status":"success"');
  expect(api.store.restored).toEqual(['a']);
});

test('an address that there is not, and a method that it does not have, are refused', async () => {
  const error = (operation: string, text: string) => JSON.stringify({ status: 'error', operation, error: text });
  const missing = error('/backup/none', 'GET /backup/none?a=1 404 Not Found');
  expect(await ask('GET /backup/none?a=1')).toEqual([404, `${missing}\n`]);
  expect(await ask('GET /backup/create')).toEqual([405, `${error('/backup/create', '405 Method GET Not Allowed')}\n`]);
  expect(await ask('POST /backup/list')).toEqual([405, `${error('/backup/list', '405 Method POST Not Allowed')}\n`]);
});

test('a wrong password is refused before anything else', async () => {
  await api.stop();
  api = await FakeBackupApi.start({ login: { username: 'backup', password: 'a:b' } });
  const login = (text: string) => ({ headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` } });
  const statuses = ['backup:a', 'backup:a:b'].map(
    async (text) => (await fetch(`${api.url}/health`, login(text))).status,
  );
  expect(await Promise.all(statuses)).toEqual([401, 200]);
  expect(await ask('GET /metrics')).toEqual([401, '401 Unauthorized\n']);
  expect((await ask('GET /metrics?user=backup&pass=a:b'))[1]).toContain('clickhouse_backup_number_backups_remote 0\n');
});
