import { Construct } from 'constructs';
import type { EnvVar } from 'kubernetes-types/core/v1';
import { withOwnTaskId } from '../altinity/task-id';
import { type Host, topologyOf } from '../altinity/topology';
import { Environment } from '../environment/environment';
import { ApiObject } from '../kubernetes/api-object';
import { PropError } from '../kubernetes/prop-error';
import { suggest } from '../kubernetes/suggest';
import type { CertificateAuthority } from './connection';
import type { ClusterContribution } from './contribution';
import type { Endpoints } from './endpoints';
import type { ClickHouseClusterProps, ResolvedCluster } from './options';

const clusterSymbol = Symbol.for('anyhouse.ClickHouseCluster');

const parts = () => require('./parts') as typeof import('./parts');

/**
 * A ClickHouse cluster: shards times replicas, with its users, policies and disruption budgets.
 *
 * ```ts
 * const keeper = new Keeper(environment, 'keeper');
 * new ClickHouseCluster(environment, 'events', {
 *   shards: 2,
 *   replication: { replicas: 2, keeper },
 *   storage: { size: '500Gi' },
 *   users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT ON events.*'] } },
 * });
 * ```
 */
export class ClickHouseCluster extends Construct {
  /** Whether a value is a ClickHouseCluster, also one of another copy of this library. */
  static isClickHouseCluster(value: unknown): value is ClickHouseCluster {
    return typeof value === 'object' && value !== null && clusterSymbol in value;
  }

  /** Name of the installation. */
  readonly name: string;
  /** Namespace it runs in. */
  readonly namespace: string;
  /** All replicas, shard by shard, with their names and ports. Frozen at construction. */
  readonly hosts: readonly Host[];
  /** Where clients connect: any replica, or a certain one. */
  readonly endpoints: Endpoints;
  /** What clients believe servers by. @default - the servers speak plain text */
  readonly certificateAuthority?: CertificateAuthority;
  /** Labels that let a pod of the same namespace through the network policies. */
  readonly clientLabels: Readonly<Record<string, string>>;
  /**
   * All defaults applied. Plain data.
   * @internal
   */
  readonly resolved: ResolvedCluster;
  private readonly contributions: ClusterContribution[] = [];
  private readonly watchers: (() => void)[] = [];

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: ClickHouseClusterProps) {
    super(scope, id);
    Object.defineProperty(this, clusterSymbol, { value: true });
    const part = parts();
    const environment = Environment.of(this);
    const { resolved: place } = environment;
    const cluster = part.resolveCluster(this.node.path, id, place, props);
    this.resolved = cluster;
    const origin = part.clusterOrigin(this.node.path, cluster);
    const transform = { installation: same, policy: same, disruptionBudgets: same, ...props.transform };

    // Rendered late: other constructs contribute to the cluster.
    const policy = () => transform.policy(part.renderClusterPolicy(this.current, place, environment.dnsEgress));
    new ApiObject(this, 'policy', policy, { origin });
    new ApiObject(this, 'client-policy', () => part.renderClientPolicy(this.current, place), { origin });
    for (const [shard, budget] of part.renderDisruptionBudgets(cluster, place).entries()) {
      new ApiObject(this, `disruption-budget-${shard}`, transform.disruptionBudgets(budget), { origin });
    }
    this.emitAccount(cluster);
    for (const manifest of part.renderClusterMonitoring(cluster, place))
      new ApiObject(this, manifest.kind.toLowerCase(), manifest, { origin });
    const { hostname } = cluster.exposure?.spec ?? {};
    const { request, secret = '' } = cluster.publicCertificate ?? {};
    if (request) {
      const certificate = part.renderCertificate(place, secret, request.hostnames, request.issuer);
      new ApiObject(this, 'certificate', certificate, { origin });
    } else if (hostname !== undefined && secret === '') environment.addServerName(hostname);
    const render = (current: ResolvedCluster) =>
      withOwnTaskId(origin, cluster.taskId, transform.installation(part.renderInstallation(current, place)));
    const installation = render(cluster);
    const late = () => (this.contributions.length === 0 ? installation : render(this.current));
    this.node.defaultChild = new ApiObject(this, 'installation', late, { origin, chartLabels: 'leave-out' });
    part.showOnDashboards(environment, part.clickhouseDashboard, cluster.name, `clickhouse-${cluster.name}`);
    cluster.keeper?.admit(place.namespace);
    const { worldReason } = cluster.exposure ?? {};
    if (worldReason !== undefined) environment.acknowledge({ 'load-balancer/world': worldReason }, installation);
    environment.acknowledge({ ...part.letThrough(cluster), ...props.acknowledge }, installation);

    this.name = cluster.name;
    this.namespace = place.namespace;
    this.hosts = topologyOf(installation).hosts; // read back, so that a transform cannot make it lie
    this.endpoints = part.endpointsOf(installation);
    if (cluster.tls) this.certificateAuthority = { name: cluster.tls.secret, key: 'ca.crt' };
    this.clientLabels = part.clientLabels(cluster.name);
  }

  /**
   * Adds something to the cluster. Hosts and names stay as they are.
   * @throws PropError when it wants another value for a setting than an earlier contribution
   * @internal for constructs that serve clusters, such as EdgeGateway
   */
  contribute(part: ClusterContribution): void {
    const { path } = this.node;
    const more = parts().withContributions(path, this.resolved, [...this.contributions, part]);
    this.contributions.push(part);
    if (part.identity) this.emitAccount(more);
    for (const changed of this.watchers) changed();
  }

  /**
   * Calls back after each contribution, for what has to make objects of its own then.
   * @internal for ExternalCredentials
   */
  watch(changed: () => void): void {
    this.watchers.push(changed);
  }

  /**
   * The cluster with what was contributed up to now.
   * @internal
   */
  get current(): ResolvedCluster {
    return parts().withContributions(this.node.path, this.resolved, this.contributions);
  }

  /** The ServiceAccount of the servers, which an identity needs. */
  private emitAccount(cluster: ResolvedCluster): void {
    const account = parts().renderServiceAccount(cluster, Environment.of(this).resolved);
    if (!account || this.node.tryFindChild('service-account')) return;
    new ApiObject(this, 'service-account', account, { origin: parts().clusterOrigin(this.node.path, cluster) });
  }

  /**
   * Environment variables with which a pod of the same namespace connects as a user: `CLICKHOUSE_HOST`,
   * `CLICKHOUSE_PORT` (HTTP), `CLICKHOUSE_NATIVE_PORT`, `CLICKHOUSE_USER`, `CLICKHOUSE_PASSWORD`; with TLS also
   * `CLICKHOUSE_SECURE` (`true`) and `CLICKHOUSE_CA`, the certificate of the authority as PEM.
   * The pod also needs {@link clientLabels}.
   * @throws PropError when the cluster has no such user
   */
  connectionEnv(user: string): readonly EnvVar[] {
    const { users } = this.resolved;
    const known = users[user];
    if (!known) {
      const meant = suggest(user, Object.keys(users)) ?? Object.keys(users).at(-1);
      throw new PropError('Cluster', this.node.path, [
        {
          rule: 'users/unknown',
          prop: 'connectionEnv(user)',
          must: `be one of ${Object.keys(users).join(', ')}`,
          got: JSON.stringify(user),
          fix: `write '${meant}', or add the user to users.`,
        },
      ]);
    }
    return parts().connectionEnv(this.endpoints, user, known.password, this.certificateAuthority);
  }
}

function same<T>(manifest: T): T {
  return manifest;
}
