import { capabilities } from './capabilities';
import { type LoadBalancerParts, listed } from './parts';
import type { LoadBalancerSpec } from './spec';

const key = (name: string) => `service.beta.kubernetes.io/aws-load-balancer-${name}`;

/**
 * A Network Load Balancer. With the client's own address it leads to ports of the nodes, whose health checks need no
 * opening in the policies of pods; with PROXY protocol it leads to pods.
 */
export function awsLoadBalancer(spec: LoadBalancerSpec): LoadBalancerParts {
  const proxy = spec.clientAddress === 'proxy';
  return {
    class: 'service.k8s.aws/nlb',
    annotations: {
      ...common(spec, proxy ? 'ip' : 'instance'),
      ...(proxy && {
        [key('proxy-protocol')]: '*',
        // Whoever reads the header believes it from the load balancer only, so that must be the peer.
        [key('target-group-attributes')]: 'preserve_client_ip.enabled=false',
      }),
      ...idleTimeouts(spec),
    },
  };
}

/** The same in Auto Mode, which knows fewer annotations. */
export function autoModeLoadBalancer(spec: LoadBalancerSpec): LoadBalancerParts {
  return { class: 'eks.amazonaws.com/nlb', annotations: common(spec, 'instance') };
}

function common({ scope, subnets, staticAddresses }: LoadBalancerSpec, targets: 'ip' | 'instance') {
  const addresses = scope === 'internal' ? 'private-ipv4-addresses' : 'eip-allocations';
  return {
    [key('nlb-target-type')]: targets,
    // Written always: a load balancer that exists keeps its scheme when the annotation is gone.
    [key('scheme')]: scope === 'internal' ? 'internal' : 'internet-facing',
    [key('subnets')]: listed(subnets),
    [key(addresses)]: listed(staticAddresses),
  };
}

function idleTimeouts({ ports, idleTimeoutSeconds }: LoadBalancerSpec): Record<string, string> {
  const { idleTimeout } = capabilities['aws-lbc'];
  const seconds = idleTimeoutSeconds ?? (idleTimeout as { usual: number }).usual;
  const entries = ports.map((port) => [key(`listener-attributes.TCP-${port}`), `tcp.idle_timeout.seconds=${seconds}`]);
  return Object.fromEntries(entries);
}
