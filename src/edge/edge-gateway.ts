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

    this.emitAccess(props);
    this.emitFiles();
    this.emitPods(props);
    part.showOnDashboards(this.environment, part.edgeDashboard, this.name, this.name);
    this.acknowledge(props);
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

  /** Who may do what: policies, certificates, rights at the API server. */
  private emitAccess({ transform }: EdgeGatewayProps): void {
    const part = parts();
    const { gateway, environment } = this;
    const { resolved: place } = environment;
    const policy = part.renderGatewayPolicy(gateway, place, environment.dnsEgress);
    this.emit('policy', (transform?.policy ?? same)(policy));
    for (const manifest of part.renderGatewayAuthority(gateway, place))
      this.emit(`${manifest.kind.toLowerCase()}-${manifest.metadata.name}`, manifest);
    if (place.domain !== undefined) this.emitCertificate();
    for (const manifest of part.renderGatewayAccess(gateway, place)) this.emit(manifest.kind.toLowerCase(), manifest);
  }

  /** What pods read. It is asked anew when all routes are known. */
  private emitFiles(): void {
    const part = parts();
    const { gateway } = this;
    const { resolved: place } = this.environment;
    this.emit('configuration', () => part.renderConfiguration(gateway, place, this.files()));
    this.emitData(0);
    this.emit('scripts', part.renderScripts(gateway, place));
  }

  /** Pods, ways to them, and who looks after them. */
  private emitPods({ transform: given }: EdgeGatewayProps): void {
    const part = parts();
    const { gateway } = this;
    const { resolved: place } = this.environment;
    const transform = { deployment: same, service: same, disruptionBudget: same, ...given };
    const pod = () => ({
      pieces: this.files().data.length,
      authorities: part.authoritiesOf(this.routes),
      certificateNames: this.certificateNames(),
    });
    this.emit('pod-addresses', part.renderGatewayAddresses(gateway, place));
    const budget = part.renderDisruptionBudget(gateway, place);
    if (budget) this.emit('disruption-budget', transform.disruptionBudget(budget));
    const deployment = () => transform.deployment(part.renderDeployment(gateway, place, pod()));
    this.node.defaultChild = this.emit('deployment', deployment);
    const autoscaler = part.renderAutoscaler(gateway, place);
    if (autoscaler) this.emit('autoscaler', autoscaler);
    this.emit('entry', () => transform.service(part.renderEntry(gateway, place, this.certificateNames())));
    for (const manifest of part.renderGatewayMonitoring(gateway, place))
      this.emit(manifest.kind.toLowerCase(), manifest);
  }

  /** Silences rules for what was emitted up to now; objects of single routes come later. */
  private acknowledge({ acknowledge }: EdgeGatewayProps): void {
    const objects = this.node.children as unknown as readonly ApiObject[];
    this.environment.acknowledge(acknowledge, ...objects.map(({ kind, name }) => ({ kind, metadata: { name } })));
    const { worldReason } = this.gateway.exposure;
    if (worldReason === undefined) return;
    const entry = { kind: 'Service', metadata: { name: this.name } };
    this.environment.acknowledge({ 'load-balancer/world': worldReason }, entry);
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
    const { resolved: place } = this.environment;
    if (!this.gateway.tls.issuer || this.node.tryFindChild('certificate')) return;
    this.emit('certificate', () => parts().renderCertificate(this.gateway, place, this.certificateNames()));
  }

  private certificateNames(): readonly string[] {
    return parts().certificateNames(this.environment.resolved, this.routes);
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
