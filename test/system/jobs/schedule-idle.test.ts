import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idleScript } from '../../../src/schedule/idle-script';
import { type FakeAnswer, FakePrograms } from '../../support/fake-programs';
import { runScript, shellcheck, shells } from '../../support/run-script';

let fakes: FakePrograms;
let here: string;
let answer: string;
beforeEach(() => {
  fakes = new FakePrograms().clock();
  here = mkdtempSync(join(tmpdir(), 'anyhouse-idle-'));
  answer = join(here, 'answer');
  mkdirSync(answer);
});
afterEach(() => {
  fakes.remove();
  rmSync(here, { recursive: true });
});

test('shellcheck has nothing to say', () => {
  expect(shellcheck(idleScript)).toBe('');
});

describe.each(shells)('the idle check in %s', (shell) => {
  async function check(client: readonly FakeAnswer[], env: Readonly<Record<string, string>> = {}) {
    const files = { 'keep.json': '{}\n', 'stop.json': 'stop\n', 'pods.json': 'pods\n', 'nothing.json': 'nothing\n' };
    // The script finds its files beside itself, so they lie where it is run from.
    for (const [name, text] of Object.entries(files)) writeFileSync(join(here, name), text);
    fakes.set('clickhouse-client', client);
    const text = idleScript.replace('here=$(dirname "$0")', `here=${here}`);
    const { status, stdout, stderr } = await runScript(text, {
      shell,
      path: [fakes.directory],
      env: {
        CLUSTER: 'events',
        HOSTS: 'host-0 host-1',
        PORT: '9000',
        CLICKHOUSE_USER: 'uptime',
        CLICKHOUSE_PASSWORD: 'quite secret',
        ANSWER: answer,
        ...env,
      },
    });
    return { status, stdout, stderr };
  }

  const left = () =>
    ['patch.json', 'gone.json'].map((name) => {
      try {
        return readFileSync(join(answer, name), 'utf8').trim();
      } catch {
        return 'missing';
      }
    });
  const resolves = () => fakes.set('getent', [{ stdout: '10.0.0.1 host\n' }]);

  test('says to stop when every server is idle', async () => {
    resolves();
    const { status, stdout } = await check([{ stdout: 'idle\n' }]);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'events: host-0 is idle.\nevents: host-1 is idle.\n',
    });
    expect(left()).toEqual(['stop', 'pods']);
  });

  test('says to do nothing when one server is busy, and which, and with what', async () => {
    resolves();
    const busy = { stdout: 'busy: has tables that consume by themselves: Kafka\n', when: '*host-1*' };
    const { status, stdout } = await check([busy, { stdout: 'idle\n' }]);
    expect(status).toBe(0);
    expect(stdout).toBe(
      'events: host-0 is idle.\n' +
        'events: busy: host-1 is has tables that consume by themselves: Kafka. Nothing is stopped.\n',
    );
    expect(left()).toEqual(['{}', 'nothing']);
  });

  test('says to do nothing while a server has no address', async () => {
    fakes.set('getent', [{ when: '*host-1*', status: 2 }, { stdout: '10.0.0.1 host\n' }]);
    const { status, stdout } = await check([{ stdout: 'idle\n' }]);
    expect(status).toBe(0);
    expect(stdout).toContain('host-1 has no address: it is stopped, or not started yet. Nothing is stopped.');
    expect(left()).toEqual(['{}', 'nothing']);
  });

  test('asks again while the server does not know its pod yet', async () => {
    resolves();
    const refused = { stderr: 'Code: 516. Authentication failed\n', status: 4, times: 3 };
    const { status } = await check([refused, { stdout: 'idle\n' }]);
    expect(status).toBe(0);
    expect(left()).toEqual(['stop', 'pods']);
  });

  test('fails, and leaves nothing, when a server gives no answer', async () => {
    resolves();
    const { status, stderr } = await check([{ stderr: 'Code: 60. UNKNOWN_TABLE\n', status: 60 }]);
    expect(status).toBe(1);
    expect(stderr).toBe('events: host-0 gave no answer, so nothing is stopped: Code: 60. UNKNOWN_TABLE\n');
    expect(left()).toEqual(['missing', 'missing']);
  });

  test('does not ask a cluster after another one that is busy', async () => {
    resolves();
    writeFileSync(join(answer, 'patch.json'), '{}\n');
    const { status, stdout } = await check([{ stdout: 'idle\n' }]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'events: not asked, for another cluster is busy.\n' });
    expect(fakes.calls()).toEqual([]);
    expect(left()[0]).toBe('{}');
  });

  test('speaks TLS where servers do, and never shows the password', async () => {
    resolves();
    await check([{ stdout: 'idle\n' }], { SECURE: 'yes', PORT: '9440' });
    const said = fakes.lines().join('\n');
    expect(said).toMatch(/--host host-0 --port 9440 --secure --config-file \S*client\.xml/);
    expect(said).not.toContain('quite secret');
  });
});
