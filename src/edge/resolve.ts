import type { ResolvedEnvironment } from '../environment/options';
import { imageIn, type Resources } from '../environment/pods';
import { checkOwnName } from '../kubernetes/own-name';
import { Problems } from '../kubernetes/prop-error';
import { Quantity } from '../kubernetes/quantity';
import { Exposure, type InternalExposureOptions, type PublicExposureOptions } from '../platform/exposure';
import { capabilities } from '../platform/load-balancer/capabilities';
import { type ResolvedExposure, resolveExposure } from '../platform/resolve-exposure';
import { resolveEdgeAlerts } from './alert-options';
import { checkFamily, resolveAllow } from './clients';
import type { EdgeAllow } from './data-plane/model';
import { mostConnections } from './data-plane/render-config';
import { places } from './gateway-objects';
import { edgeImage } from './images';
import type { EdgeGatewayProps, ResolvedEdgeTls, ResolvedGateway } from './options';
import { openFiles } from './process';
import { gatewayProps } from './shapes';

const sizes: Readonly<
  Record<ResolvedEnvironment['profile'], { readonly resources: Resources; readonly connections: number }>
> = {
  laptop: { resources: { cpu: '50m', memory: '64Mi', memoryLimit: '128Mi' }, connections: 500 },
  development: { resources: { cpu: '100m', memory: '256Mi' }, connections: 2000 },
  production: { resources: { cpu: '500m', memory: '512Mi' }, connections: 5000 },
};

/**
 * Memory of a process without clients, and of one connection with TLS on both sides. An idle one has 33 KB
 * (`bench/edge.ts`), a busy one also buffers of 16 KB.
 */
const memory = { process: 48 * 1024 ** 2, connection: 72 * 1024 } as const;

/**
 * Applies defaults.
 * @throws PropError naming every wrong prop
 */
export function resolveGateway(
  path: string,
  id: string,
  environment: ResolvedEnvironment,
  props: EdgeGatewayProps,
): ResolvedGateway {
  const problems = new Problems('EdgeGateway', path);
  const given = problems.check(gatewayProps, props);
  const name = given.name ?? id;
  checkOwnName(problems, id, given.name, { longest: 30, example: 'edge' });
  const usual = sizes[environment.profile];
  const replicas = given.replicas ?? given.autoscaling?.least ?? (environment.profile === 'laptop' ? 1 : 2);
  const limits = {
    connections: given.limits?.connections ?? usual.connections,
    clientConnections: given.limits?.clientConnections ?? 500,
    clientRefusals: given.limits?.clientRefusals ?? 20,
  };
  const resources = given.resources ?? usual.resources;
  const listeners = {
    ...listener('https', given.listeners?.https ?? 8443),
    ...listener('native', given.listeners?.native ?? 9440),
  };
  checkListeners(problems, listeners);
  const family = given.family ?? 'ipv4';
  checkReplicas(problems, given, replicas);
  checkMemory(problems, resources, limits.connections);
  checkFiles(problems, limits.connections);
  const allow = resolveAllow(problems, given);
  const isKnown = !problems.has('trustedLoadBalancers') && !problems.has('family');
  if (isKnown && !given.trustedLoadBalancers) checkFamily(problems, family, allow);
  const exposure = exposureOf(problems, environment, given, allow);
  problems.throwIfAny();
  return {
    name,
    allow,
    exposure: exposure as ResolvedExposure,
    trustedLoadBalancers: given.trustedLoadBalancers,
    listeners,
    tls: resolveEdgeTls(name, environment, given),
    propagation: given.propagation ?? 'mounted',
    replicas,
    ...(given.autoscaling && { autoscaling: { least: replicas, cpuPercent: 60, ...given.autoscaling } }),
    limits,
    resources,
    pool: given.pool,
    family,
    drainSeconds: given.drainSeconds ?? 280,
    image: imageIn(environment, given.image ?? edgeImage),
    alerts: resolveEdgeAlerts(given.alerts),
  };
}

function listener(name: 'https' | 'native', port: number | 'off') {
  return port === 'off' ? {} : { [name]: port };
}

function checkListeners(problems: Problems, listeners: ResolvedGateway['listeners']): void {
  if (problems.has('listeners')) return;
  const { https, native } = listeners;
  if (https !== native) return;
  problems.add({
    rule: 'edge/listeners',
    prop: 'listeners',
    must: https === undefined ? 'have one that is on' : 'have a port each',
    got: https === undefined ? { https: 'off', native: 'off' } : listeners,
    fix: 'write { https: 8443, native: 9440 }.',
  });
}

function checkReplicas(problems: Problems, { replicas, autoscaling }: EdgeGatewayProps, usual: number): void {
  if (!autoscaling) return;
  const { least = usual, most } = autoscaling;
  if (replicas !== undefined && autoscaling.least !== undefined)
    problems.add({
      rule: 'edge/autoscaling',
      prop: 'replicas',
      must: 'be left out beside autoscaling.least, which says the same',
      got: replicas,
      fix: 'keep one of the two.',
    });
  if (most <= least)
    problems.add({
      rule: 'edge/autoscaling',
      prop: 'autoscaling.most',
      must: `be more than the fewest pods (${least})`,
      got: most,
      fix: `write ${least + 1} or more, or leave autoscaling out.`,
    });
}

function checkMemory(problems: Problems, resources: Resources, connections: number): void {
  if (problems.has('resources') || problems.has('limits')) return;
  const most = Math.floor(
    (Quantity.bytes(resources.memoryLimit ?? resources.memory) - memory.process) / memory.connection,
  );
  if (connections <= most) return;
  problems.add({
    rule: 'edge/memory',
    prop: 'limits.connections',
    must: `fit the memory of the pod, which has room for ${Math.max(0, most)}`,
    got: connections,
    fix: `write at most ${Math.max(1, most)}, or more memory: resources: { cpu: '${resources.cpu}', memory: '${enough(connections)}' }.`,
  });
}

function enough(connections: number): string {
  return `${Math.ceil((memory.process + connections * memory.connection) / 1024 ** 2 / 64) * 64}Mi`;
}

/** HAProxy finds such a configuration valid, and does not start with it. */
function checkFiles(problems: Problems, connections: number): void {
  if (problems.has('limits') || problems.has('resources')) return;
  const most = mostConnections(openFiles, [places.certificate]);
  if (connections <= most) return;
  problems.add({
    rule: 'edge/open-files',
    prop: 'limits.connections',
    must: `need no more open files than containers have (${openFiles})`,
    got: connections,
    fix: `write at most ${most}, and more replicas.`,
  });
}

const leftOut = {
  clientAddress: 'the gateway needs the address of clients; trustedLoadBalancers says how it learns it',
  through: 'the gateway needs the address of clients; trustedLoadBalancers says how it learns it',
  hostname: 'names come from the domains of the environments',
  replicas: 'replicas have names at the gateway: route(cluster, { replicas: "each" })',
} as const;

function exposureOf(
  problems: Problems,
  { platform }: ResolvedEnvironment,
  given: EdgeGatewayProps,
  allow: EdgeAllow,
): ResolvedExposure | undefined {
  if (problems.has('exposure')) return undefined;
  const exposure = given.exposure ?? Exposure.internal();
  for (const [option, why] of Object.entries(leftOut)) {
    const got = exposure.options[option as keyof typeof leftOut];
    if (got === undefined || got === 'shared') continue;
    const prop = `exposure.${option}`;
    problems.add({ rule: 'edge/exposure', prop, must: `be left out: ${why}`, got, fix: 'remove it.' });
  }
  if (problems.has('exposure')) return undefined;
  const { trustedLoadBalancers: through } = given;
  const clientAddress = through ? 'proxy' : 'preserve';
  checkClientAddress(problems, platform, through);
  if (problems.has('trustedLoadBalancers')) return undefined;
  return resolveExposure(platform, narrowed(exposure, allow), 'exposure', problems, { clientAddress, through });
}

/** The load balancer lets in whom the gateway does, unless it was told something else. */
function narrowed(exposure: Exposure, allow: EdgeAllow): Exposure {
  const { scope, options } = exposure;
  if (scope === 'public') return Exposure.public(options as PublicExposureOptions);
  const usual = allow === 'open' || allow.length === 0 ? {} : { allow };
  return Exposure.internal({ ...usual, ...(options as InternalExposureOptions) });
}

function checkClientAddress(
  problems: Problems,
  { loadBalancer: kind }: ResolvedEnvironment['platform'],
  given: readonly string[] | undefined,
): void {
  if (kind === undefined || problems.has('trustedLoadBalancers')) return; // resolveExposure says so
  const can = capabilities[kind];
  const wanted = given ? 'proxy' : 'preserve';
  if (can.clientAddress.includes(wanted)) return;
  problems.add({
    rule: 'edge/client-address',
    prop: 'trustedLoadBalancers',
    must: given
      ? `be left out with ${can.title}, which does not send the PROXY protocol`
      : `name the ranges of load balancers, because ${can.title} hides the address of clients and tells it with the PROXY protocol`,
    got: given,
    fix: given ? 'remove it.' : "write the subnet of the load balancers: ['10.0.1.0/24'].",
  });
}

function resolveEdgeTls(name: string, { tls }: ResolvedEnvironment, given: EdgeGatewayProps): ResolvedEdgeTls {
  const { secret = `${name}-tls`, issuer } = given.tls ?? {};
  if (given.tls || !tls?.certManager) return { secret, ...(issuer && { issuer }), ownAuthority: false };
  return { secret, issuer: { name: `${name}-ca` }, ownAuthority: true };
}
