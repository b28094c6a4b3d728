import { type LoadBalancerParts, listed } from './parts';
import type { LoadBalancerSpec } from './spec';

/** A regional passthrough load balancer, chosen by class, which wins over every older annotation. */
export function gkeLoadBalancer({ scope, staticAddresses, subnets }: LoadBalancerSpec): LoadBalancerParts {
  return {
    class: `networking.gke.io/l4-regional-${scope === 'internal' ? 'internal' : 'external'}`,
    annotations: {
      'networking.gke.io/load-balancer-ip-addresses': listed(staticAddresses),
      'networking.gke.io/load-balancer-subnet': listed(subnets),
    },
  };
}
