import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeploymentSpec } from 'kubernetes-types/apps/v1';
import type { Container } from 'kubernetes-types/core/v1';
import { type Manifest, record } from '../../../src/kubernetes/manifest';
import { manifestNamed } from '../../../src/testing/manifest-named';
import { freePorts, httpGet, until } from './machine';

/** Files that a pod has from Secrets, by their path. */
export type Mounted = Readonly<Record<string, string>>;

/**
 * A pod of a gateway, from the manifests of a program: its ConfigMaps as files, and the commands of its containers. Only
 * paths, ports, the name server and the ban of loopback addresses are replaced.
 */
export class Pod {
  private readonly children: ChildProcess[] = [];
  private output = '';

  private constructor(
    private readonly root: string,
    /** Ports of this machine in place of those of the pod. */
    readonly ports: { readonly https: number; readonly native: number; readonly metrics: number },
  ) {}

  static async start(manifests: readonly Manifest[], mounted: Mounted, nameServer: number): Promise<Pod> {
    const [https = 0, native = 0, metrics = 0] = await freePorts(3);
    const pod = new Pod(mkdtempSync(join(tmpdir(), 'pod-')), { https, native, metrics });
    try {
      await pod.run(manifests, mounted, nameServer);
    } catch (error) {
      await pod.stop();
      throw error;
    }
    return pod;
  }

  async stop(): Promise<void> {
    for (const child of this.children.filter(({ exitCode }) => exitCode === null)) {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.root, { recursive: true, force: true });
  }

  private async run(manifests: readonly Manifest[], mounted: Mounted, nameServer: number): Promise<void> {
    const file = (path: string, text: string) => {
      mkdirSync(join(this.root, path, '..'), { recursive: true });
      writeFileSync(join(this.root, path), text);
    };
    for (const [path, text] of Object.entries(mounted)) file(path, text);
    const data = (name: string) => record(manifestNamed(manifests, 'ConfigMap', name).data) as Record<string, string>;
    const files = { ...data('edge-data'), ...data('edge-config') };
    files['haproxy.cfg'] = this.here(files['haproxy.cfg'] ?? '', nameServer);
    for (const [name, text] of Object.entries({ ...files, sums: sumsOf(files) })) file(`/etc/edge/files/${name}`, text);
    for (const [name, text] of Object.entries(data('edge-scripts'))) file(`/etc/edge/scripts/${name}`, text);
    mkdirSync(join(this.root, '/run/edge'), { recursive: true });

    const { template } = manifestNamed(manifests, 'Deployment', 'edge').spec as DeploymentSpec;
    const { initContainers = [], containers = [] } = template.spec ?? {};
    for (const container of initContainers)
      execFileSync('/bin/sh', ['-c', this.commandOf(container)], { stdio: 'pipe' });
    for (const container of containers) this.children.push(this.spawned(container));
    const ready = async () => (await httpGet(this.ports.metrics, '/readyz')).includes(' 200 ');
    await until('the pod to be ready', ready).catch((error) => {
      throw new Error(`${error}\n${this.output}`);
    });
  }

  private spawned(container: Container): ChildProcess {
    const child = spawn('/bin/sh', ['-c', `exec ${this.commandOf(container)}`], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => {
        this.output = (this.output + text).slice(-20_000);
      });
    return child;
  }

  private commandOf({ command = [] }: Container): string {
    return command.map((word) => `'${this.moved(word)}'`).join(' ');
  }

  private here(configuration: string, nameServer: number): string {
    const { https, native, metrics } = this.ports;
    return this.moved(configuration)
      .replaceAll('0.0.0.0:8443 ', `127.0.0.1:${https} `)
      .replaceAll('0.0.0.0:9440 ', `127.0.0.1:${native} `)
      .replaceAll('0.0.0.0:8404', `127.0.0.1:${metrics}`)
      .replace('parse-resolv-conf', `nameserver here 127.0.0.1:${nameServer}`)
      .split('\n')
      .filter((line) => !line.includes('-m ip 127.0.0.0/8'))
      .join('\n');
  }

  private moved(text: string): string {
    return text
      .replaceAll('/etc/edge', join(this.root, '/etc/edge'))
      .replaceAll('/run/edge', join(this.root, '/run/edge'));
  }
}

function sumsOf(files: Readonly<Record<string, string>>): string {
  return Object.entries(files)
    .filter(([name]) => name !== 'sums')
    .map(([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`)
    .join('');
}
