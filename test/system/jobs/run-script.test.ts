import { FakeBackupApi } from '../../support/fake-backup-api';
import { FakePrograms } from '../../support/fake-programs';
import { runScript, shellcheck, shells } from '../../support/run-script';

let fakes: FakePrograms;
beforeEach(() => {
  fakes = new FakePrograms();
});
afterEach(() => fakes.remove());

describe.each(shells)('a script in %s', (shell) => {
  const run = (text: string, env: Readonly<Record<string, string>> = {}) =>
    runScript(text, { shell, env, path: [fakes.directory] });

  test('gives its exit code and what it says, and sees only what it is given', async () => {
    const { status, stdout, stderr } = await run(
      'set -eu\nenv | grep -c ^USER= || true; echo "$A"; echo oh >&2; exit 3',
      { A: 'b c' },
    );
    expect({ status, stdout, stderr }).toEqual({ status: 3, stdout: '0\nb c\n', stderr: 'oh\n' });
  });

  test('finds fake programs first, which answer from a table and write down their calls', async () => {
    fakes
      .set('kubectl', [
        { when: 'get chi *', stdout: 'events\n', times: 1 },
        { when: 'get chi *', stderr: 'gone\n', status: 1 },
        { when: 'apply -f -', stdout: 'applied\n' },
      ])
      .set('clickhouse-client', [{ stdout: '7\n' }]);
    const text = `printf '%s\\n' one two | while read -r line; do
  kubectl get chi "$line x" || echo "code $?"
done
echo '{"a": 1}' | kubectl apply -f -
echo 'SELECT 7' | clickhouse-client
kubectl delete || echo "code $?"`;
    const { stdout, stderr } = await run(text);
    expect(stdout).toBe('events\ncode 1\napplied\n7\ncode 97\n');
    expect(stderr).toBe('gone\nfake kubectl has no answer to: delete\n');
    expect(fakes.calls()).toEqual([
      { program: 'kubectl', args: ['get', 'chi', 'one x'], stdin: '' },
      { program: 'kubectl', args: ['get', 'chi', 'two x'], stdin: '' },
      { program: 'kubectl', args: ['apply', '-f', '-'], stdin: '{"a": 1}\n' },
      { program: 'clickhouse-client', args: [], stdin: 'SELECT 7\n' },
      { program: 'kubectl', args: ['delete'], stdin: '' },
    ]);
  });

  test('sleeps without losing time, and its clock goes on', async () => {
    fakes.clock(1_000_000);
    const { stdout } = await run('date +%s; sleep 3600; date +%s');
    expect(stdout).toBe('1000000\n1003600\n');
    expect(fakes.now).toBe(1_003_600);
  });

  test('reaches a fake server by the name of a pod', async () => {
    const api = await FakeBackupApi.start();
    fakes.hosts({ 'chi-events-main-0-0:7171': `127.0.0.1:${api.port}` });
    const { stdout } = await run('curl -sS http://chi-events-main-0-0:7171/backup/version', fakes.env);
    await api.stop();
    expect(stdout).toBe('{"version":"2.8.0"}\n');
  });

  test('is ended with all that it has started when it is stuck', async () => {
    const text = 'echo begun; cat /dev/zero | cat >/dev/null';
    await expect(runScript(text, { shell, patienceSeconds: 1 })).rejects.toThrow('did not end within 1 s:\nbegun\n');
  });
});

test('shellcheck finds what is not quoted and not POSIX', () => {
  expect(shellcheck('set -eu\necho "$1"\n')).toBe('');
  expect(shellcheck('echo $1\n')).toContain('SC2086');
  expect(shellcheck('x=(a b)\n')).toContain('SC3030');
});
