import type { PlatformFacts } from '../facts';
import { type LoadBalancerParts, listed } from './parts';
import type { LoadBalancerSpec } from './spec';

/** MetalLB. Node ports are not given out: they would be open to everybody, for kube-proxy filters the address only. */
export function metalLbLoadBalancer({ addressPools }: PlatformFacts, spec: LoadBalancerSpec): LoadBalancerParts {
  return {
    annotations: {
      'metallb.io/address-pool': addressPools?.[spec.scope],
      'metallb.io/loadBalancerIPs': listed(spec.staticAddresses),
    },
    serviceFields: { allocateLoadBalancerNodePorts: false },
  };
}

/** Cilium, whose pools choose Services by label. */
export function ciliumLoadBalancer({ addressPools }: PlatformFacts, spec: LoadBalancerSpec): LoadBalancerParts {
  const pool = addressPools?.[spec.scope];
  return {
    annotations: { 'lbipam.cilium.io/ips': listed(spec.staticAddresses) },
    labels: { ...(pool !== undefined && { 'anyhouse.dev/address-pool': pool }) },
  };
}

/** kube-vip. */
export function kubeVipLoadBalancer({ staticAddresses }: LoadBalancerSpec): LoadBalancerParts {
  return { annotations: { 'kube-vip.io/loadbalancerIPs': listed(staticAddresses) } };
}
