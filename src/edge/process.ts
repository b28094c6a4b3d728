import { processors } from '../environment/pods';
import type { EdgeProcess } from './data-plane/model';
import { refusedBackends } from './data-plane/special-addresses';
import { authorityFile, places, podPorts } from './gateway-objects';
import type { ResolvedGateway } from './options';

/** Nested ranges that the configuration is always made for, so that a new allowlist is a change of data. */
const usualDepth = 8;

/** Hard limit of open files that containers have: that of systemd, which containerd leaves alone since release 2. */
export const openFiles = 524_288;

/** The fixed part of a gateway. */
export function processOf(
  gateway: ResolvedGateway,
  { depth, authorities }: { readonly depth: number; readonly authorities: readonly string[] },
): EdgeProcess {
  return {
    directory: places.run,
    ports: podPorts,
    family: gateway.family,
    clientAddress: gateway.trustedLoadBalancers ? 'proxyProtocol' : 'direct',
    certificates: [places.certificate],
    authorities: authorities.map((name) => ({ name, file: authorityFile(name) })),
    // One more than it is promised, for what is free on the node.
    threads: Math.min(64, Math.ceil(processors(gateway.resources.cpu)) + 1),
    maxConnections: gateway.limits.connections,
    openFiles,
    drainSeconds: gateway.drainSeconds,
    abuse: { refusals: gateway.limits.clientRefusals, connections: gateway.limits.clientConnections },
    nameServers: 'resolv.conf',
    clusterDomain: 'cluster.local',
    refusedBackends,
    chainDepth: Math.max(usualDepth, depth),
  };
}
