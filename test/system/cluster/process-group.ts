import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Reads process groups until its input ends, which it does however the test run ends, and then kills them all. */
const reaper = `
groups=()
while read -r group; do groups+=("-$group"); done
[ \${#groups[@]} -eq 0 ] || kill -9 -- "\${groups[@]}" 2>/dev/null
rm -rf "$1"`;

/**
 * Programs that run together in a directory of their own. They and the directory are gone after {@link stop}, and also
 * when this process crashes or is killed: a shell outside of it waits for that.
 */
export class ProcessGroup {
  /** Where the programs keep their state and logs. */
  readonly directory: string;
  private readonly reaper: ChildProcess;
  private readonly ended = new Map<string, string>();
  private readonly started = new Map<string, { readonly child: ChildProcess; readonly again: () => void }>();

  constructor(name: string) {
    this.directory = mkdtempSync(join(tmpdir(), `anyhouse-${name}-`));
    this.reaper = spawn('bash', ['-c', reaper, 'reaper', this.directory], {
      detached: true,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    this.reaper.unref();
  }

  /** Starts a program; what it prints goes to `<name>.log`. */
  start(name: string, program: string, args: readonly string[]): void {
    const log = openSync(join(this.directory, `${name}.log`), 'w');
    const child = spawn(program, args, { cwd: this.directory, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    child.unref();
    child.on('error', (error) => this.ended.set(name, error.message));
    child.on('exit', (code, signal) => this.ended.set(name, `ended with ${signal ?? code}`));
    this.started.set(name, { child, again: () => this.start(name, program, args) });
    if (child.pid !== undefined) this.reaper.stdin?.write(`${child.pid}\n`);
  }

  /** Kills one program and waits until it is gone. */
  async kill(name: string): Promise<void> {
    const child = this.started.get(name)?.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** Starts a program that was killed, as it was started before. */
  startAgain(name: string): void {
    this.ended.delete(name);
    this.started.get(name)?.again();
  }

  /** @throws when a program has ended, with the last lines of its log */
  assertRunning(): void {
    for (const [name, reason] of this.ended) {
      throw new Error(`${name} ${reason}. Its last words:\n${this.tail(name)}`);
    }
  }

  /** Last lines of the log of a program. */
  tail(name: string): string {
    return readFileSync(join(this.directory, `${name}.log`), 'utf8')
      .split('\n')
      .slice(-20)
      .join('\n');
  }

  /** Kills the programs and removes the directory. */
  async stop(): Promise<void> {
    if (this.reaper.exitCode !== null) return;
    this.reaper.ref(); // nothing else may keep this process alive until then
    const gone = new Promise((resolve) => this.reaper.once('exit', resolve));
    this.reaper.stdin?.end();
    await gone;
  }
}
