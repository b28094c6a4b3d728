import { Construct } from 'constructs';
import { withOwnTaskId } from '../altinity/task-id';
import { type Host, topologyOf } from '../altinity/topology';
import { usualPorts } from '../altinity/usual-ports';
import { Environment } from '../environment/environment';
import { ApiObject } from '../kubernetes/api-object';
import { ExternalKeeper } from './external-keeper';
import type { IKeeper, KeeperNode, KeeperProps } from './options';

const parts = () => require('./parts') as typeof import('./parts');

/** A ClickHouse Keeper quorum. Every cluster that replicates needs one; several clusters can share it. */
export class Keeper extends Construct implements IKeeper {
  /**
   * A quorum that somebody else runs; emits nothing.
   * @throws PropError naming every wrong node
   */
  static fromNodes(nodes: readonly KeeperNode[]): IKeeper {
    return new ExternalKeeper(nodes);
  }

  /** Name of the installation. */
  readonly name: string;
  /** Namespace it runs in. */
  readonly namespace: string;
  /** All members. Frozen at construction. */
  readonly hosts: readonly Host[];
  private readonly clientMembers: number;
  private readonly clientNamespaces = new Set<string>();
  private readonly secure: boolean;

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: KeeperProps = {}) {
    super(scope, id);
    const part = parts();
    const environment = Environment.of(this);
    const { resolved: place, dnsEgress } = environment;
    const keeper = part.resolveKeeper(this.node.path, id, place, props);
    const origin = part.keeperOrigin(this.node.path, keeper);
    const transform = { installation: same, policy: same, disruptionBudget: same, ...props.transform };

    this.clientNamespaces.add(place.namespace);
    // Rendered late: clusters of other namespaces may join.
    const policy = () =>
      transform.policy(part.renderKeeperPolicy(keeper.name, place, dnsEgress, this.clientNamespaces));
    new ApiObject(this, 'policy', policy, { origin });
    const budget = part.renderDisruptionBudget(keeper, place);
    if (budget) new ApiObject(this, 'disruption-budget', transform.disruptionBudget(budget), { origin });
    for (const manifest of part.renderKeeperMonitoring(keeper, place))
      new ApiObject(this, manifest.kind.toLowerCase(), manifest, { origin });
    const changed = transform.installation(part.renderInstallation(keeper, place));
    const installation = withOwnTaskId(origin, keeper.taskId, changed);
    this.node.defaultChild = new ApiObject(this, 'installation', installation, { origin, chartLabels: 'leave-out' });
    part.showOnDashboards(environment, part.keeperDashboard, keeper.name, `keeper-${keeper.name}`);
    environment.acknowledge({ ...part.underWay(keeper), ...props.acknowledge }, installation);

    this.name = keeper.name;
    this.namespace = place.namespace;
    this.secure = part.speaksTls(place);
    this.hosts = topologyOf(installation).hosts; // read back, so that a transform cannot make it lie
    this.clientMembers = keeper.clientMembers;
  }

  /**
   * Members that clients use, as seen from a namespace: by short names inside of it, by full names from others and with
   * TLS.
   */
  nodesFor(namespace: string): readonly KeeperNode[] {
    const stay = this.hosts.slice(0, this.clientMembers);
    return stay.map(({ object, fqdn, ports }) =>
      this.secure
        ? { host: fqdn, port: ports.zkSecure ?? usualPorts.zkSecure, secure: true }
        : { host: namespace === this.namespace ? object : fqdn, port: usualPorts.zk },
    );
  }

  /** Lets the ClickHouse pods of a namespace in. Clusters call it for themselves. */
  admit(namespace: string): void {
    this.clientNamespaces.add(namespace);
  }
}

function same<T>(manifest: T): T {
  return manifest;
}
