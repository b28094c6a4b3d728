import { type LoadBalancerParts, listed } from './parts';
import type { LoadBalancerSpec } from './spec';

const key = (name: string) => `service.beta.kubernetes.io/azure-${name}`;

/** The standard load balancer of Azure. */
export function azureLoadBalancer(spec: LoadBalancerSpec): LoadBalancerParts {
  const { scope, allow, subnets, staticAddresses, idleTimeoutSeconds = 1800 } = spec;
  const internal = scope === 'internal';
  return {
    annotations: {
      // Without it a rule of the network lets the whole virtual network in, whatever the ranges say.
      ...(internal && allow !== 'world' && { [key('deny-all-except-load-balancer-source-ranges')]: 'true' }),
      ...(internal && { [key('load-balancer-internal')]: 'true' }),
      [key('load-balancer-internal-subnet')]: internal ? listed(subnets) : undefined,
      [key('load-balancer-ipv4')]: listed(staticAddresses),
      [key('load-balancer-tcp-idle-timeout')]: String(Math.ceil(idleTimeoutSeconds / 60)),
    },
  };
}
