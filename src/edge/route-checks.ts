import { administrator } from '../clickhouse/resolve-users';
import { type Problem, Problems } from '../kubernetes/prop-error';
import { suggest } from '../kubernetes/suggest';
import { checkEdgeData } from './data-plane/check-data';
import { objectNames } from './gateway-objects';
import type { EdgeRouteOptions } from './options';
import type { EdgeAuthoritySource, ResolvedRoute, RoutedCluster, RoutingGateway, Target } from './route-types';

/** Reports a cluster that the gateway cannot reach, or that has no name for clients. */
export function checkPlace(
  problems: Problems,
  { environment }: RoutingGateway,
  { environment: other }: RoutedCluster,
): void {
  if (other.platform.cluster !== environment.platform.cluster)
    problems.add({
      rule: 'edge/cluster',
      prop: 'cluster',
      must: `run in the Kubernetes cluster of the gateway, ${environment.platform.cluster}`,
      gotText: other.platform.cluster,
      fix: 'make a gateway in each Kubernetes cluster.',
    });
  if (other.domain === undefined)
    problems.add({
      rule: 'edge/domain',
      prop: 'cluster',
      must: 'stand in an environment with a domain, which the names of its clusters are made of',
      gotText: `environment '${other.path}' without one`,
      fix: "write new Environment(app, 'analytics', { domain: 'ch.example.com', ... }).",
    });
}

/**
 * With forwarded addresses, whoever reaches a port for HTTP can claim any address. So only the operator and the servers
 * may reach one, and it takes enforced policies to keep the others away.
 */
export function checkForwarding(
  problems: Problems,
  { cluster, environment }: RoutedCluster,
  given: EdgeRouteOptions,
): void {
  if (given.clientAddress !== 'forwarded') return;
  const { networkPolicy, name } = environment.platform;
  const refuse = (must: string, fix: string) =>
    problems.add({ rule: 'edge/forwarded', prop: 'clientAddress', must, got: given.clientAddress, fix });
  if (networkPolicy !== 'enforced')
    refuse(
      `be 'gateway' on ${name}, where nobody said that network policies are enforced: every pod could claim any address`,
      "remove it, or write networkPolicy: 'enforced' at the platform once `anyhouse doctor` has shown it.",
    );
  if (cluster.exposure)
    refuse(
      "be 'gateway' for a cluster with an exposure of its own: clients who come that way could claim any address",
      'remove it, or the exposure of the cluster.',
    );
  if (given.users !== undefined)
    problems.add({
      rule: 'edge/forwarded',
      prop: 'users',
      must: "be left out with clientAddress: 'forwarded', where the networks of users decide",
      got: given.users,
      fix: 'remove it.',
    });
}

/** Reports servers that would get no certificate for their public names. */
export function checkCertificate(
  problems: Problems,
  { gateway, environment }: RoutingGateway,
  { environment: other }: RoutedCluster,
  given: EdgeRouteOptions,
): void {
  const { issuer } = gateway.tls;
  if (given.tls !== 'passthrough' || other.namespace === environment.namespace) return;
  if (issuer === undefined || issuer.kind === 'ClusterIssuer') return;
  problems.add({
    rule: 'edge/issuer',
    prop: 'tls',
    must: `be 'terminate', because Issuer '${issuer.name}' makes no certificates in namespace '${other.namespace}'`,
    got: given.tls,
    fix: "give the gateway a ClusterIssuer: tls: { issuer: { name: 'letsencrypt', kind: 'ClusterIssuer' } }.",
  });
}

/** Services of single replicas have the ports of their load balancers only, where they have some. */
export function checkReplicas(problems: Problems, { cluster }: RoutedCluster, { replicas }: EdgeRouteOptions): void {
  if (replicas !== 'each' || !cluster.exposure?.eachReplica) return;
  problems.add({
    rule: 'edge/replicas',
    prop: 'replicas',
    must: "be 'shared' for a cluster whose replicas have a load balancer each",
    got: replicas,
    fix: "remove it, or write replicas: 'shared' in the exposure of the cluster.",
  });
}

/** Users that may come through the gateway; reports those that the cluster does not have. */
export function resolveUsers(
  problems: Problems,
  { cluster }: RoutedCluster,
  given: EdgeRouteOptions,
): readonly string[] {
  const known = Object.keys(cluster.users).filter((user) => user !== administrator);
  for (const [index, user] of (given.users ?? []).entries()) {
    if (known.includes(user)) continue;
    const meant = suggest(user, known) ?? known[0];
    problems.add({
      rule: 'users/unknown',
      prop: `users[${index}]`,
      must: mustOfUser(user, known),
      got: user,
      fix:
        meant === undefined ? 'add the user to users of the cluster.' : `write '${meant}', or add the user to users.`,
    });
  }
  return given.clientAddress === 'forwarded' ? [] : (given.users ?? known);
}

function mustOfUser(user: string, known: readonly string[]): string {
  if (user === administrator) return 'not be the administrator, who stays inside';
  return known.length > 0 ? `be one of ${known.join(', ')}` : 'be a user of the cluster, which has none';
}

/** The authority by which the gateway believes the servers, where it encrypts towards them. */
export function resolveAuthority(
  problems: Problems,
  { environment }: RoutingGateway,
  { environment: other }: RoutedCluster,
  given: EdgeRouteOptions,
): EdgeAuthoritySource | undefined {
  const { authority, tls = 'terminate' } = given;
  const needed = tls === 'terminate' && other.tls !== undefined;
  const near = other.namespace === environment.namespace;
  if (authority !== undefined && (!needed || near))
    problems.add({
      rule: 'edge/authority',
      prop: 'authority',
      must: needed
        ? 'be left out for a cluster in the namespace of the gateway, whose authority is known'
        : 'be left out where the gateway does not encrypt towards servers',
      got: authority,
      fix: 'remove it.',
    });
  if (!needed) return undefined;
  if (near) return { name: 'servers', kind: 'Secret', object: other.tls?.secret ?? '' };
  if (authority === undefined && !problems.has('authority'))
    problems.add({
      rule: 'edge/authority',
      prop: 'authority',
      must: `name a ConfigMap in namespace '${environment.namespace}' with the authority of environment '${other.path}', by which the gateway believes its servers`,
      got: authority,
      fix: `copy ca.crt of Secret '${other.namespace}/${other.tls?.secret}' into ConfigMap '${other.namespace}-ca' (docs/edge.md) and write authority: '${other.namespace}-ca', or tls: 'passthrough'.`,
    });
  return { name: authority ?? 'servers', kind: 'ConfigMap', object: authority ?? '' };
}

/** Reports a name that two clusters have, or one twice. */
export function checkNames(
  problems: Problems,
  { taken }: RoutingGateway,
  { path }: RoutedCluster,
  targets: readonly Target[],
): void {
  const [shared] = targets;
  if (shared && taken.get(shared.name) === path) {
    problems.add({
      rule: 'edge/cluster',
      prop: 'cluster',
      must: 'be routed once: this gateway leads to it already',
      gotText: path,
      fix: 'write all options in one route(cluster, { ... }), and leave the cluster out of clusters.',
    });
    return;
  }
  const seen = new Map(taken);
  for (const { name } of targets) {
    const owner = seen.get(name);
    if (owner !== undefined)
      problems.add({
        rule: 'edge/name-twice',
        prop: 'hosts',
        must:
          owner === path
            ? 'not repeat a name that the cluster has already'
            : `be names of one cluster only; ${owner} has ${name} already`,
        gotText: name,
        fix: owner === path ? 'remove it.' : "rename the cluster, or leave out the name or replicas: 'each'.",
      });
    seen.set(name, owner ?? path);
  }
}

/** Reports a cluster whose name does not fit into that of its Service. */
export function checkLength(problems: Problems, { gateway }: RoutingGateway, { cluster }: RoutedCluster): void {
  const service = objectNames(gateway.name).backend(cluster.name);
  if (service.length <= 63) return;
  problems.add({
    rule: 'names/too-long',
    prop: 'cluster',
    must: `have a name of at most ${63 - gateway.name.length - 1} characters, because Service '${service}' (${service.length} of 63) is made of it`,
    gotText: `${cluster.name.length} characters`,
    fix: 'give the cluster or the gateway a shorter name.',
  });
}

/** Reports bounds that a connection never gets to. */
export function checkLimits(problems: Problems, { gateway }: RoutingGateway, { limits }: EdgeRouteOptions): void {
  const { connections } = limits ?? {};
  if (connections === undefined || connections <= gateway.limits.connections) return;
  problems.add({
    rule: 'edge/limits',
    prop: 'limits.connections',
    must: `be at most ${gateway.limits.connections}, the connections of the whole gateway`,
    got: connections,
    fix: 'leave it out, or raise limits.connections of the gateway.',
  });
}

/** Checks the rows of this route as those that look at the data of a gateway do, in the words of its options. */
export function checkData(
  problems: Problems,
  { path, gateway }: RoutingGateway,
  given: Pick<ResolvedRoute, 'domain' | 'extraHosts' | 'routes' | 'authority'>,
): void {
  if (['cluster', 'hosts', 'allow', 'limits', 'authority'].some((prop) => problems.has(prop))) return;
  const rows = new Problems('EdgeGateway', path);
  const { domain, extraHosts, routes, authority } = given;
  const clientAddress = gateway.trustedLoadBalancers ? { loadBalancers: gateway.trustedLoadBalancers } : 'direct';
  const context = {
    certificates: ['/certificate'],
    authorities: authority ? [{ name: authority.name, file: '/ca.crt' }] : [],
    clusterDomain: 'cluster.local',
    clientAddress: gateway.trustedLoadBalancers ? 'proxyProtocol' : 'direct',
    chainDepth: 160,
  } as const;
  checkEdgeData({ environments: [{ domain, extraHosts, allow: gateway.allow, routes }], clientAddress }, context, rows);
  for (const { got, ...problem } of faultsOf(rows)) problems.add({ ...problem, gotText: got });
}

/** Faults of rows in the words of options, each once. */
function faultsOf(rows: Problems): readonly Problem[] {
  const inOptions = rows.all.map((problem) => ({
    ...problem,
    prop: problem.prop.replace(/^environments\[0\]\.routes\[\d+\]\./, '').replace(/^host$/, 'hosts'),
  }));
  return [...new Map(inOptions.map((problem) => [`${problem.rule} ${problem.prop} ${problem.got}`, problem])).values()];
}
