import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followScript } from '../../../src/edge/data-plane/follow-script';
import { busyboxIn } from '../../support/busybox';

/** Shells of the images of HAProxy: `dash` on Debian, `busybox` on Alpine, where it is all other programs, too. */
export type Shell = 'dash' | 'busybox';

/** What a script needs to know of an API server. */
export interface ApiServerAddress {
  readonly host: string;
  readonly port: number;
  /** Certificates of authorities. */
  readonly authority: string;
  readonly token: string;
}

/** The following script, as a pod runs it. */
export class Follower {
  /** Where the copy is. */
  readonly directory: string;
  private readonly root = mkdtempSync(join(tmpdir(), 'edge-follow-'));
  private script: ChildProcess | undefined;
  private output = '';

  constructor(
    private readonly address: ApiServerAddress,
    private readonly shell: Shell = 'dash',
    private readonly object = { namespace: 'edge', name: 'edge-data' },
    directory?: string,
  ) {
    this.directory = directory ?? join(this.root, 'followed');
    mkdirSync(this.directory, { recursive: true });
    writeFileSync(join(this.root, 'follow.sh'), followScript);
    writeFileSync(join(this.root, 'ca.crt'), address.authority);
    this.replaceToken(address.token);
  }

  start(): void {
    const { host, port } = this.address;
    const { namespace, name } = this.object;
    const environment = {
      PATH: process.env.PATH,
      KUBERNETES_SERVICE_HOST: host,
      KUBERNETES_SERVICE_PORT: String(port),
    };
    const PATH = this.shell === 'dash' ? environment.PATH : busyboxIn(join(this.root, 'bin'), ['socat']);
    const script = spawn(
      this.shell === 'dash' ? 'dash' : join(this.root, 'bin', 'sh'),
      [join(this.root, 'follow.sh'), this.directory, namespace, name, this.root],
      // A group of its own, so that what the script has started dies with it.
      { env: { ...environment, PATH }, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
    );
    for (const stream of [script.stdout, script.stderr]) {
      stream.on('data', (text) => {
        this.output += text;
      });
    }
    this.script = script;
  }

  /** Ends it at once, wherever it is, or as a kubelet does. */
  async stop(signal: 'SIGKILL' | 'SIGTERM' | 'SIGUSR1' = 'SIGKILL'): Promise<number | null> {
    const { script } = this;
    if (script?.pid === undefined || script.exitCode !== null || script.signalCode !== null) return null;
    const ended = once(script, 'exit');
    process.kill(signal === 'SIGKILL' ? -script.pid : script.pid, signal);
    await ended;
    return script.exitCode;
  }

  replaceToken(token: string): void {
    writeFileSync(join(this.root, 'token'), token);
  }

  /** Lines that it has written. */
  get log(): readonly string[] {
    return this.output.split('\n').slice(0, -1);
  }

  /** Files of the copy. */
  get files(): Readonly<Record<string, string>> {
    const live = join(this.directory, 'live');
    if (!existsSync(live)) return {};
    return Object.fromEntries(readdirSync(live).map((name) => [name, readFileSync(join(live, name), 'utf8')]));
  }

  /** Second in which the copy was known to be the newest. */
  get contact(): number {
    const file = join(this.directory, 'contact');
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}
