import { Problems } from '../kubernetes/prop-error';
import { required } from '../kubernetes/shape';
import { backendPorts } from './clickhouse-layers';
import { checkRouteClients } from './clients';
import { type EdgeRoute, edgeListeners } from './data-plane/model';
import { objectNames } from './gateway-objects';
import type { EdgeRouteOptions, ResolvedGateway } from './options';
import {
  checkCertificate,
  checkData,
  checkForwarding,
  checkLength,
  checkLimits,
  checkNames,
  checkPlace,
  checkReplicas,
  resolveAuthority,
  resolveUsers,
} from './route-checks';
import type { EdgeAuthoritySource, ResolvedRoute, RoutedCluster, RoutingGateway, Target } from './route-types';
import { cluster, routeOptions } from './shapes';

/**
 * Applies defaults.
 * @throws PropError naming every wrong option
 */
export function resolveRoute(on: RoutingGateway, routed: RoutedCluster, options: EdgeRouteOptions): ResolvedRoute {
  const problems = new Problems('Route', `${on.path} to ${routed.path}`);
  const given = problems.check(routeOptions, options);
  const { domain } = routed.environment;
  checkPlace(problems, on, routed);
  if (domain === undefined) problems.throwIfAny();
  const zone = domain as string;
  checkForwarding(problems, routed, given);
  checkCertificate(problems, on, routed, given);
  checkReplicas(problems, routed, given);
  checkLength(problems, on, routed);
  checkLimits(problems, on, given);
  checkRouteClients(problems, on, given);
  const users = resolveUsers(problems, routed, given);
  const authority = resolveAuthority(problems, on, routed, given);
  const targets = targetsOf(on.gateway, routed, zone, given);
  checkNames(problems, on, routed, targets);
  const routes = renderRoutes(on.gateway, targets, given, authority);
  const extraHosts = (given.hosts ?? []).filter((host) => !isBelow(host, zone));
  checkData(problems, on, { domain: zone, extraHosts, routes, authority });
  problems.throwIfAny();
  return {
    routed,
    domain: zone,
    names: targets.map(({ name }) => name),
    extraHosts,
    routes,
    mode: given.tls ?? 'terminate',
    clientAddress: given.clientAddress ?? 'gateway',
    users,
    ...(authority && { authority }),
  };
}

/** @throws PropError unless a value is a cluster */
export function checkCluster(path: string, value: unknown): void {
  const problems = new Problems('EdgeGateway', path);
  const demand = { rule: 'edge/cluster', must: 'be a ClickHouseCluster', fix: 'write edge.route(events, { ... }).' };
  required(cluster, demand)(value, 'route(cluster)', problems);
  problems.throwIfAny();
}

function targetsOf(
  gateway: ResolvedGateway,
  { cluster, hosts, environment }: RoutedCluster,
  domain: string,
  { replicas, hosts: further = [] }: EdgeRouteOptions,
): readonly Target[] {
  const shared = `${objectNames(gateway.name).backend(cluster.name)}.${environment.namespace}.svc.cluster.local`;
  const each = replicas === 'each' ? hosts : [];
  return [
    ...[`${cluster.name}.${domain}`, ...further].map((name) => ({ name, host: shared })),
    ...each.map(({ shardIndex, replicaIndex, fqdn }) => ({
      name: `${cluster.name}-${shardIndex}-${replicaIndex}.${domain}`,
      host: fqdn,
    })),
  ];
}

function renderRoutes(
  { listeners, limits }: ResolvedGateway,
  targets: readonly Target[],
  options: EdgeRouteOptions,
  authority: EdgeAuthoritySource | undefined,
): readonly EdgeRoute[] {
  const open = edgeListeners.filter((listener) => listeners[listener] !== undefined);
  const { connections = limits.connections, newPerSecond = 500 } = options.limits ?? {};
  return targets.flatMap(({ name, host }) =>
    open.map((listener) => ({
      listener,
      host: name,
      mode: options.tls ?? 'terminate',
      backend: {
        host,
        port: backendPorts[listener],
        proxyProtocol: options.clientAddress === 'forwarded' ? ('v1' as const) : ('none' as const),
        ...(authority && { authority: authority.name }),
      },
      // The data are checked against the list of the gateway, which everybody has to be in anyway.
      allow: options.allow ?? 'open',
      limits: { connections, newPerSecond },
    })),
  );
}

function isBelow(host: string, domain: string): boolean {
  return host.slice(host.indexOf('.') + 1) === domain;
}
