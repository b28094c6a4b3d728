import { setTimeout as sleep } from 'node:timers/promises';
import { topologyOf } from '../../../src/altinity/topology';
import type { Manifest } from '../../../src/kubernetes/manifest';
import type { ApiClient } from '../cluster/api-client';

const groups = {
  ClickHouseInstallation: ['clickhouse.altinity.com/v1', 'clickhouseinstallations'],
  ClickHouseKeeperInstallation: ['clickhouse-keeper.altinity.com/v1', 'clickhousekeeperinstallations'],
} as const;

/** What the fake operator does wrong. */
export interface Faults {
  /** Hosts, as StatefulSets are named, that it leaves out although it says that it is done. */
  readonly forgets?: readonly string[];
  /** Makes it give up on everything, with this reason. */
  readonly aborts?: string;
  /** Node selector of all pods. */
  readonly nodeSelector?: Readonly<Record<string, string>>;
}

/**
 * Does what the operator of ClickHouse does as far as waiting can see it: a StatefulSet for each host, one host after
 * the other, and a status on the installation.
 */
export class FakeOperator {
  private stopped = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly server: ApiClient,
    private readonly namespace: string,
    private readonly faults: Faults = {},
  ) {
    this.running = this.run();
  }

  /** Ends it. Throws what went wrong in it. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    const done = new Set<string>();
    while (!this.stopped) {
      for (const kind of Object.keys(groups) as (keyof typeof groups)[]) {
        for (const installation of await this.server.list(groups[kind][0], kind, this.namespace)) {
          const { generation } = installation.metadata as unknown as { generation: number };
          const version = `${kind}/${installation.metadata.name}/${generation}`;
          if (!done.has(version)) await this.reconcile({ ...installation, apiVersion: groups[kind][0], kind });
          done.add(version);
        }
      }
      await sleep(300);
    }
  }

  private async reconcile(installation: Manifest): Promise<void> {
    const { forgets = [], aborts } = this.faults;
    if (aborts !== undefined) {
      await this.setStatus(installation, { status: 'Aborted', error: aborts });
      return;
    }
    await this.setStatus(installation, { status: 'InProgress' });
    for (const host of topologyOf(installation).hosts) {
      if (this.stopped) return;
      if (!forgets.includes(host.object)) await this.server.apply(this.statefulSet(host.object));
      await sleep(300);
    }
    await this.setStatus(installation, { status: 'Completed' });
  }

  private statefulSet(name: string): Manifest {
    const labels = { app: name };
    const restricted = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
    const containers = [{ name: 'clickhouse', image: 'clickhouse-server:26.3', securityContext: restricted }];
    const securityContext = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
    return {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name, namespace: this.namespace },
      spec: {
        replicas: 1,
        serviceName: name,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers, securityContext, nodeSelector: this.faults.nodeSelector },
        },
      },
    };
  }

  private async setStatus({ kind, metadata }: Manifest, status: Readonly<Record<string, unknown>>): Promise<void> {
    const [version, plural] = groups[kind as keyof typeof groups];
    await this.server.send({
      method: 'PATCH',
      path: `/apis/${version}/namespaces/${metadata.namespace}/${plural}/${metadata.name}/status`,
      body: { status },
      contentType: 'application/merge-patch+json',
    });
  }
}
