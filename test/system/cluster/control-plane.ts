import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiClient } from './api-client';
import { hasCondition } from './condition';
import type { Connection } from './connection';
import { fakeNodes } from './fake-nodes';
import { startApiServer, startControllers, startKwok, startScheduler } from './parts';
import { ProcessGroup } from './process-group';
import { until } from './until';

/** Parts of a control plane besides etcd and the API server, which always run. */
export type Part =
  /** Makes pods of StatefulSets and Deployments, binds volumes, deletes namespaces. */
  | 'controllers'
  /** Gives pods a node. */
  | 'scheduler'
  /** Six nodes in three zones that report everything as running. Nothing runs in their pods. */
  | 'nodes';

/** Options of {@link ControlPlane.start}. */
export interface ControlPlaneOptions {
  /** Name of the context in the kubeconfig file. @default 'test' */
  readonly name?: string;
  /** What runs besides etcd and the API server. @default - nothing: enough for dry runs */
  readonly parts?: readonly Part[];
}

/** A real Kubernetes control plane on the loopback interface, with ports and a directory of its own. */
export class ControlPlane {
  /**
   * Starts one and waits until it answers.
   * @throws when a part cannot be built or does not start, with the end of its log
   */
  static async start({ name = 'test', parts = [] }: ControlPlaneOptions = {}): Promise<ControlPlane> {
    const processes = new ProcessGroup(name);
    try {
      const plane = new ControlPlane(await startApiServer(processes, name), processes);
      await plane.ready();
      if (parts.includes('controllers')) await startControllers(processes, plane.connection);
      if (parts.includes('scheduler')) await startScheduler(processes, plane.connection);
      if (parts.includes('nodes')) await plane.startNodes();
      processes.assertRunning();
      return plane;
    } catch (error) {
      await processes.stop();
      throw error;
    }
  }

  /** A client with the rights of an administrator. */
  readonly client: ApiClient;

  private constructor(
    /** How to reach it. */
    readonly connection: Connection,
    private readonly processes: ProcessGroup,
  ) {
    this.client = new ApiClient(connection);
  }

  /** Certificates that the API server is trusted by, as pods get them. */
  get authority(): string {
    return readFileSync(join(this.processes.directory, 'certificates', 'apiserver.crt'), 'utf8');
  }

  /** Kills the API server. What it has stored stays. */
  killApiServer(): Promise<void> {
    return this.processes.kill('kube-apiserver');
  }

  /** Starts the API server that was killed, and waits until it answers. */
  async startApiServer(): Promise<void> {
    this.processes.startAgain('kube-apiserver');
    await this.ready();
  }

  /** Kills all parts and removes their files. */
  async stop(): Promise<void> {
    this.client.close();
    await this.processes.stop();
  }

  private async ready(): Promise<void> {
    // The default namespace comes a moment after the server says that it is ready.
    for (const path of ['/readyz', '/api/v1/namespaces/default']) {
      await this.until(async () => (await this.client.send({ method: 'GET', path })).status === 200);
    }
  }

  private async startNodes(): Promise<void> {
    await startKwok(this.processes, this.connection);
    for (const node of fakeNodes()) {
      await this.client.apply(node);
    }
    await this.until(async () => (await this.client.list('v1', 'Node')).every((node) => hasCondition(node, 'Ready')));
  }

  /** Waits until something holds that becomes true only while all parts run. */
  private async until(holds: () => Promise<boolean>): Promise<void> {
    const ask = async () => {
      this.processes.assertRunning();
      return (await holds().catch(() => false)) || undefined;
    };
    await until(ask, () => `The control plane is not ready:\n${this.processes.tail('kube-apiserver')}`, 120);
  }
}
