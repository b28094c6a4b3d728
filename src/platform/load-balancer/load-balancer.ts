import type { LoadBalancerKind, PlatformFacts } from '../facts';
import { autoModeLoadBalancer, awsLoadBalancer } from './aws';
import { azureLoadBalancer } from './azure';
import { ciliumLoadBalancer, kubeVipLoadBalancer, metalLbLoadBalancer } from './bare-metal';
import { gkeLoadBalancer } from './gke';
import { octaviaLoadBalancer, ovnLoadBalancer } from './octavia';
import { given, type LoadBalancerParts, sourceRanges, trafficPolicy } from './parts';
import type { LoadBalancerFields, LoadBalancerSpec } from './spec';

const kinds: Readonly<Record<LoadBalancerKind, (facts: PlatformFacts, spec: LoadBalancerSpec) => LoadBalancerParts>> = {
  'aws-lbc': (_, spec) => awsLoadBalancer(spec),
  'eks-auto': (_, spec) => autoModeLoadBalancer(spec),
  gke: (_, spec) => gkeLoadBalancer(spec),
  azure: (_, spec) => azureLoadBalancer(spec),
  octavia: (_, spec) => octaviaLoadBalancer(spec),
  'octavia-ovn': (_, spec) => ovnLoadBalancer(spec),
  metallb: metalLbLoadBalancer,
  cilium: ciliumLoadBalancer,
  'kube-vip': (_, spec) => kubeVipLoadBalancer(spec),
  'node-port': () => ({}),
};

/**
 * How a Service is written so that the load balancer of a platform does what is asked. Pure; {@link checkLoadBalancer}
 * has found before that it can.
 */
export function loadBalancer(facts: PlatformFacts, spec: LoadBalancerSpec): LoadBalancerFields {
  const kind = facts.loadBalancer ?? 'node-port';
  const { class: className, annotations = {}, labels = {}, serviceFields } = kinds[kind](facts, spec);
  const isLoadBalancer = kind !== 'node-port';
  return {
    ...(className !== undefined && { class: className }),
    annotations: { ...given(annotations), ...dnsAnnotations(spec) },
    labels,
    serviceFields: {
      type: isLoadBalancer ? 'LoadBalancer' : 'NodePort',
      externalTrafficPolicy: trafficPolicy(spec),
      ...(isLoadBalancer && given({ loadBalancerSourceRanges: sourceRanges(spec) })),
      ...serviceFields,
    },
  };
}

/** external-dns 0.22 changed its prefix without a fallback, so that both have to be written. */
function dnsAnnotations({ hostname }: LoadBalancerSpec): Record<string, string> {
  if (hostname === undefined) return {};
  return {
    'external-dns.alpha.kubernetes.io/hostname': hostname,
    'external-dns.kubernetes.io/hostname': hostname,
  };
}
