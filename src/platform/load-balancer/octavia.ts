import type { LoadBalancerParts } from './parts';
import type { LoadBalancerSpec } from './spec';

const key = (name: string) => `loadbalancer.openstack.org/${name}`;

/** Octavia with amphora: a proxy whose connections end after 50 seconds of silence unless told otherwise. */
export function octaviaLoadBalancer(spec: LoadBalancerSpec): LoadBalancerParts {
  const milliseconds = String((spec.idleTimeoutSeconds ?? 3600) * 1000);
  return {
    ...common(spec),
    annotations: {
      ...common(spec).annotations,
      // The first version: ClickHouse reads no other.
      ...(spec.clientAddress === 'proxy' && { [key('proxy-protocol')]: 'v1' }),
      [key('timeout-client-data')]: milliseconds,
      [key('timeout-member-data')]: milliseconds,
    },
  };
}

/** Octavia with OVN, which passes packets on. */
export function ovnLoadBalancer(spec: LoadBalancerSpec): LoadBalancerParts {
  return common(spec);
}

function common({ scope, clientAddress, subnets, staticAddresses }: LoadBalancerSpec): LoadBalancerParts {
  const [address] = staticAddresses ?? [];
  return {
    annotations: {
      'service.beta.kubernetes.io/openstack-internal-load-balancer': scope === 'internal' ? 'true' : 'false',
      // Otherwise nodes without a pod get traffic, too, and drop it.
      ...(clientAddress === 'preserve' && { [key('enable-health-monitor')]: 'true' }),
      [key('subnet-id')]: subnets?.[0],
    },
    serviceFields: { ...(address !== undefined && { loadBalancerIP: address }) },
  };
}
