import { type ChildProcess, execFileSync, type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyScript } from '../../../src/edge/data-plane/apply-script';
import { checkEdgeData } from '../../../src/edge/data-plane/check-data';
import { checkEdgeProcess } from '../../../src/edge/data-plane/check-process';
import type { EdgeData, EdgeProcess } from '../../../src/edge/data-plane/model';
import { renderConfig } from '../../../src/edge/data-plane/render-config';
import { edgeFiles, edgeTables } from '../../../src/edge/data-plane/render-data';
import { refusedBackends } from '../../../src/edge/data-plane/special-addresses';
import { Problems } from '../../../src/kubernetes/prop-error';
import { type Listening, startNameServer, testCertificates } from './backends';
import { freePorts, httpGet, until } from './machine';

/** Programs that these tests run. */
for (const [command, argument] of [
  ['haproxy', '-v'],
  ['socat', '-V'],
] as const) {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' });
  } catch {
    throw new Error(`${command} is missing, which the tests of the edge run. Fix: apt-get install haproxy socat`);
  }
}

/** Programs that the applying script finds: those of this machine, as in Debian, or those of Alpine. */
export interface Tools {
  readonly shell: string;
  readonly path: string;
}

/** A running HAProxy with the rendered files. Only ports, paths, name servers and the ban of loopback differ from a pod. */
export class Edge {
  private output = '';

  private constructor(
    readonly process: EdgeProcess,
    /** Where a pod has its ConfigMaps mounted. */
    readonly source: string,
    private readonly root: string,
    private readonly names: Listening,
    private readonly tools: Tools,
    private proxy: ChildProcess | undefined,
  ) {}

  /** Starts HAProxy the way a pod does: the applying script prepares the files first. */
  static async start(data: EdgeData, changes: Partial<EdgeProcess> = {}, tools = machineTools): Promise<Edge> {
    const root = mkdtempSync(join(tmpdir(), 'edge-'));
    const { server } = await testCertificates();
    mkdirSync(join(root, 'certificate'));
    mkdirSync(join(root, 'run'));
    writeCertificate(join(root, 'certificate'), server);
    writeFileSync(join(root, 'apply.sh'), applyScript);
    const names = await startNameServer();
    const [https = 0, native = 0, metrics = 0] = await freePorts(3);
    const process: EdgeProcess = {
      directory: join(root, 'run'),
      ports: { https, native, metrics },
      family: 'ipv4',
      clientAddress: data.clientAddress === 'direct' ? 'direct' : 'proxyProtocol',
      certificates: [join(root, 'certificate')],
      authorities: [],
      threads: 2,
      maxConnections: 2000,
      openFiles: 16_000,
      drainSeconds: 30,
      abuse: { refusals: 100_000, connections: 100_000 },
      nameServers: [`127.0.0.1:${names.port}`],
      clusterDomain: 'cluster.local',
      refusedBackends: refusedBackends.filter((range) => range !== '127.0.0.0/8'),
      chainDepth: 8,
      ...changes,
    };
    const edge = new Edge(process, join(root, 'source'), root, names, tools, undefined);
    try {
      edge.write(data);
      const { status, stderr } = edge.runScript('init');
      if (status !== 0) throw new Error(`the applying script failed: ${stderr}`);
      await edge.startProxy();
    } catch (error) {
      await edge.stop();
      throw error;
    }
    return edge;
  }

  /** Checks data and puts its files where a pod has them mounted, in one step, as the kubelet does. */
  write(data: EdgeData, process = this.process): void {
    const problems = new Problems('EdgeGateway', 'test');
    checkEdgeProcess(process, problems);
    checkEdgeData(data, process, problems);
    problems.throwIfAny();
    this.writeFiles(edgeFiles(renderConfig(process), edgeTables(data)));
  }

  /** Like {@link write}, with any files. */
  writeFiles(files: Readonly<Record<string, string>>): void {
    const directory = mkdtempSync(join(this.root, 'files-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    rmSync(`${this.source}.new`, { force: true });
    symlinkSync(directory, `${this.source}.new`);
    renameSync(`${this.source}.new`, this.source);
  }

  /** Starts the applying script. */
  startScript(task: 'init' | 'watch', stdio: StdioOptions, { detached = false } = {}): ChildProcess {
    return spawn(this.tools.shell, this.scriptArguments(task), { stdio, detached, env: this.environment });
  }

  /** Runs the applying script to its end. */
  runScript(task: string) {
    return spawnSync(this.tools.shell, this.scriptArguments(task), { encoding: 'utf8', env: this.environment });
  }

  private scriptArguments(task: string): string[] {
    const { directory, certificates, authorities } = this.process;
    const believed = authorities.map(({ name, file }) => `${name}=${file}`);
    return [join(this.root, 'apply.sh'), task, this.source, directory, '0.1', ...believed, ...certificates];
  }

  private get environment() {
    return { ...process.env, PATH: this.tools.path };
  }

  async startProxy(): Promise<void> {
    const { directory } = this.process;
    const options = ['-W', '-db', '-S', `${directory}/master.sock,mode,600`, '-f', `${directory}/live/haproxy.cfg`];
    this.proxy = spawn('haproxy', options, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.proxy.stdout, this.proxy.stderr]) {
      stream?.on('data', (text) => {
        this.output = (this.output + text).slice(-20_000);
      });
    }
    await until(
      `HAProxy to start:\n${this.output}`,
      async () => (await this.status('/healthz')) === '200' && (await this.masterAnswers()),
    );
  }

  /** Before 3.1 a master starts a second time once it has a new worker. Until then it is silent, and signals kill it. */
  private async masterAnswers(): Promise<boolean> {
    return (await this.ask('show proc', 'master.sock')).includes('worker');
  }

  /** Lines that HAProxy has written, the newest last. */
  get log(): string {
    return this.output;
  }

  /** Answer to a command of a runtime socket. */
  async ask(command: string, name: 'admin.sock' | 'master.sock' = 'admin.sock'): Promise<string> {
    const socket = connect(join(this.process.directory, name));
    socket.setTimeout(name === 'master.sock' ? 300 : 10_000, () => socket.destroy());
    socket.end(`${command}\n`);
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  }

  /** Lines of a running table, sorted. */
  async table(name: string, kind: 'map' | 'acl' = 'map'): Promise<readonly string[]> {
    const lines = (await this.ask(`show ${kind} ${name}`)).split('\n').filter((line) => line.startsWith('0x'));
    return lines.map((line) => line.replace(/^0x\w+ /, '').trim()).sort();
  }

  /** Replaces one table, and no other: a state in the middle of an update. */
  async fill(name: string, lines: readonly string[]): Promise<void> {
    const version = /\d+/.exec(await this.ask(`prepare map ${name}`))?.[0];
    for (let at = 0; at < lines.length; at += 50) {
      await this.ask(`add map @${version} ${name} <<\n${lines.slice(at, at + 50).join('\n')}\n`);
    }
    await this.ask(`commit map @${version} ${name}`);
  }

  /**
   * Runs the applying script until it has applied what is mounted, or has said why not. It waits so many seconds for files
   * of one revision, instead of two minutes.
   */
  async apply(patience = 0): Promise<string> {
    const impatient = applyScript.replace('patience=120', `patience=${patience}`);
    writeFileSync(join(this.root, 'apply.sh'), impatient);
    const script = this.startScript('watch', ['ignore', 'pipe', 'ignore']);
    const ended = once(script, 'close');
    let said = '';
    for await (const text of script.stdout ?? []) {
      said += text;
      if (/applied|failed|waits/.test(said)) break;
    }
    script.kill('SIGTERM');
    await ended;
    return said;
  }

  /** Lets the applying script run beside some work, as a pod does. */
  async watching(work: () => Promise<void>): Promise<void> {
    const script = this.startScript('watch', 'ignore');
    const ended = once(script, 'close');
    try {
      await work();
    } finally {
      script.kill('SIGTERM');
      await ended;
    }
  }

  /** Runs the applying script and kills it, and what it has started, after some milliseconds. */
  async killed(milliseconds: number): Promise<void> {
    // A group of its own, so that what the script has started dies with it.
    const script = this.startScript('watch', 'ignore', { detached: true });
    const ended = once(script, 'close');
    await sleep(milliseconds);
    process.kill(-(script.pid ?? 0), 'SIGKILL');
    await ended;
  }

  async metric(line: string): Promise<number> {
    const text = await httpGet(this.process.ports.metrics, '/metrics');
    return Number(
      text
        .split('\n')
        .find((found) => found.startsWith(line))
        ?.split(' ')
        .at(-1),
    );
  }

  replaceCertificate(pair: { readonly certificate: string; readonly key: string }): void {
    writeCertificate(join(this.root, 'certificate'), pair);
  }

  /** Status of a path of the health port, or `refused` where nobody listens. */
  async status(path: string): Promise<string> {
    const answer = await httpGet(this.process.ports.metrics, path).catch(() => '');
    return answer.split(' ')[1] ?? 'refused';
  }

  /** Sends a signal to the master and tells its exit code once it has ended. */
  async signal(signal: 'SIGUSR1' | 'SIGTERM'): Promise<number | null> {
    const { proxy } = this;
    if (!proxy) throw new Error('HAProxy does not run');
    await until('the master of HAProxy to answer', () => this.masterAnswers());
    const ended = once(proxy, 'close');
    proxy.kill(signal);
    const [code] = await ended;
    return code;
  }

  async worker(): Promise<number> {
    return Number(/^Pid: (\d+)/m.exec(await this.ask('show info'))?.[1]);
  }

  async stopProxy(): Promise<void> {
    const { proxy } = this;
    if (!proxy || proxy.exitCode !== null || proxy.signalCode !== null) return;
    const ended = once(proxy, 'close');
    proxy.kill('SIGTERM');
    await ended;
  }

  async stop(): Promise<void> {
    await this.stopProxy();
    this.names.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}

const machineTools: Tools = { shell: 'sh', path: process.env.PATH ?? '' };

function writeCertificate(directory: string, { certificate, key }: { certificate: string; key: string }): void {
  writeFileSync(join(directory, 'tls.crt'), certificate);
  writeFileSync(join(directory, 'tls.key'), key);
}
