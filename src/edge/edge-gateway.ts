import { Construct } from 'constructs';
import type { ClickHouseCluster } from '../clickhouse/clickhouse-cluster';
import { Environment } from '../environment/environment';
import { ApiObject } from '../kubernetes/api-object';
import type { Manifest } from '../kubernetes/manifest';
import type { Origin } from '../kubernetes/origin';
import type { EdgeEndpoints } from './endpoints';
import type { EdgeGatewayProps, EdgeRouteOptions, ResolvedGateway } from './options';
import type { GatewayFiles } from './render-config-maps';
import type { ResolvedRoute, RoutingGateway } from './route-types';

const parts = () => require('./parts') as typeof import('./parts');

/**
 * One load balancer and one small proxy in front of any number of clusters. Clients connect with TLS to
 * `<cluster>.<domain>`; the proxy tells clusters apart by that name, and lets in who is listed.
 *
 * ```ts
 * const environment = new Environment(app, 'analytics', { platform, domain: 'ch.example.com' });
 * const events = new ClickHouseCluster(environment, 'events', { ... });
 * new EdgeGateway(environment, 'edge', { clusters: [events], allow: ['10.0.0.0/8'] });
 * ```
 *
 * A gateway opens two ports on each of its clusters. Adding the first one to a running cluster therefore restarts its
 * servers, one after the other.
 */
export class EdgeGateway extends Construct {
  /** Name of its Deployment. */
  readonly name: string;
  /** Namespace that it runs in. */
  readonly namespace: string;
  private readonly environment: Environment;
  private readonly gateway: ResolvedGateway;
  private readonly origin: Origin;
  private readonly routes: ResolvedRoute[] = [];
  private readonly taken = new Map<string, string>();
  private rowBytes = 0;
  private rendered?: { readonly routes: number; readonly files: GatewayFiles };

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: EdgeGatewayProps) {
    super(scope, id);
    const part = parts();
    this.environment = Environment.of(this);
    this.gateway = part.resolveGateway(this.node.path, id, this.environment.resolved, props);
    this.origin = part.gatewayOrigin(this.node.path);
    this.name = this.gateway.name;
    this.namespace = this.environment.resolved.namespace;

    this.emitObjects(props);
    for (const cluster of props.clusters ?? []) this.route(cluster);
  }

  /**
   * Adds a cluster. It may stand in another environment of the same Kubernetes cluster, under the domain of that one.
   * @throws PropError naming every wrong option at once
   */
  route(cluster: ClickHouseCluster, options: EdgeRouteOptions = {}): void {
    const part = parts();
    part.checkCluster(this.node.path, cluster);
    const { resolved: environment } = Environment.of(cluster);
    const { path } = cluster.node;
    const routed = { path, cluster: cluster.resolved, hosts: cluster.hosts, environment };
    const route = part.resolveRoute(this.routing(), routed, options);
    cluster.contribute(part.contributionOf(this.routing(), route));
    this.routes.push(route);
    for (const name of route.names) this.taken.set(name, path);
    this.rowBytes += part.rowBytes(route);
    this.emitBeside(cluster, 'backend', part.renderBackend(this.gateway, routed));
    this.emitBeside(cluster, 'certificate', part.renderPassthroughCertificate(this.gateway, route));
    this.emitNeighbour(environment.namespace);
    this.emitCertificate();
    for (let piece = 1; piece < part.mostPieces(this.rowBytes); piece++) this.emitData(piece);
  }

  /**
   * Where clients outside of the Kubernetes cluster find a cluster.
   * @throws PropError when the gateway has no route to it
   */
  endpoints(cluster: ClickHouseCluster): EdgeEndpoints {
    return parts().endpointsOf(this.node.path, this.gateway, this.routes, cluster.node.path);
  }

  /** What does not depend on routes, and what is asked anew when all of them are known. */
  private emitObjects({ transform: given, acknowledge, exposure }: EdgeGatewayProps): void {
    const part = parts();
    const { gateway, environment } = this;
    const place = environment.resolved;
    const transform = { deployment: same, service: same, policy: same, disruptionBudget: same, ...given };
    const names = () => part.certificateNames(place, this.routes);

    this.emit('policy', transform.policy(part.renderGatewayPolicy(gateway, place, environment.dnsEgress)));
    for (const manifest of part.renderGatewayAuthority(gateway, place))
      this.emit(`${manifest.kind.toLowerCase()}-${manifest.metadata.name}`, manifest);
    if (place.domain !== undefined) this.emitCertificate();
    this.emit('configuration', () => part.renderConfiguration(gateway, place, this.files()));
    this.emitData(0);
    this.emit('scripts', part.renderScripts(gateway, place));
    const access = { name: gateway.name, namespace: place.namespace, gitops: place.gitops };
    if (gateway.propagation === 'watch')
      for (const manifest of part.renderEdgeAccess({ ...access, configMap: part.objectNames(gateway.name).data(0) }))
        this.emit(manifest.kind.toLowerCase(), manifest);
    this.emit('pod-addresses', part.renderPodAddresses(gateway, place));
    const budget = part.renderDisruptionBudget(gateway, place);
    if (budget) this.emit('disruption-budget', transform.disruptionBudget(budget));
    const pod = () => ({
      pieces: this.files().data.length,
      authorities: part.authoritiesOf(this.routes),
      certificateNames: names(),
    });
    this.node.defaultChild = this.emit('deployment', () =>
      transform.deployment(part.renderDeployment(gateway, place, pod())),
    );
    const autoscaler = part.renderAutoscaler(gateway, place);
    if (autoscaler) this.emit('autoscaler', autoscaler);
    const entry = () => transform.service(part.renderEntry(gateway, place, names()));
    this.emit('entry', entry);
    const { name, drainSeconds, alerts } = gateway;
    const monitored = { name, podLabels: part.gatewayLabels(name), port: 'metrics', drainSeconds, alerts };
    for (const manifest of part.renderEdgeMonitoring(monitored, place))
      this.emit(manifest.kind.toLowerCase(), manifest);
    // Those of single routes come later.
    const objects = this.node.children as unknown as readonly ApiObject[];
    environment.acknowledge(acknowledge, ...objects.map(({ kind, name }) => ({ kind, metadata: { name } })));
    const { worldReason } = gateway.exposure;
    if (exposure && worldReason !== undefined) environment.acknowledge({ 'load-balancer/world': worldReason }, entry());
  }

  private emit(id: string, manifest: Manifest | (() => Manifest)): ApiObject {
    return new ApiObject(this, id, manifest, { origin: this.origin });
  }

  private emitData(piece: number): void {
    const id = piece === 0 ? 'data' : `data-${piece}`;
    if (this.node.tryFindChild(id)) return;
    this.emit(id, () => parts().renderData(this.gateway, this.environment.resolved, this.files(), piece));
  }

  /** There is no certificate without a name. */
  private emitCertificate(): void {
    const part = parts();
    const place = this.environment.resolved;
    if (!this.gateway.tls.issuer || this.node.tryFindChild('certificate')) return;
    const names = () => part.certificateNames(place, this.routes);
    this.emit('certificate', () => part.renderCertificate(this.gateway, place, names()));
  }

  /** An object that goes and stays with a cluster. */
  private emitBeside(cluster: ClickHouseCluster, what: string, manifest: Manifest | undefined): void {
    const id = `${this.node.path.replaceAll('/', '-')}-${what}`;
    if (manifest) new ApiObject(cluster, id, manifest, { origin: this.origin });
  }

  private emitNeighbour(namespace: string): void {
    const id = `policy-to-${namespace}`;
    if (namespace === this.namespace || this.node.tryFindChild(id)) return;
    this.emit(id, parts().renderNeighbourPolicy(this.gateway, this.environment.resolved, namespace));
  }

  /** The gateway as a route sees it. */
  private routing(): RoutingGateway {
    const { resolved: environment } = this.environment;
    return { path: this.node.path, gateway: this.gateway, environment, taken: this.taken };
  }

  /** Files for the routes up to now. Several objects ask for them. */
  private files(): GatewayFiles {
    if (this.rendered?.routes !== this.routes.length) {
      const files = parts().filesOf(this.node.path, this.gateway, this.routes);
      this.rendered = { routes: this.routes.length, files };
    }
    return this.rendered.files;
  }
}

function same<T>(manifest: T): T {
  return manifest;
}
