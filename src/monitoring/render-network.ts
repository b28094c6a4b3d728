import type { NetworkPolicyIngressRule } from 'kubernetes-types/networking/v1';
import { podsOf } from '../kubernetes/pods-of';
import type { ResolvedMonitoring } from './monitoring';

/** Lets Prometheus reach a port: no rule where nobody monitors. */
export function prometheusIngress(
  monitoring: ResolvedMonitoring | undefined,
  port: number,
): readonly NetworkPolicyIngressRule[] {
  if (!monitoring) return [];
  const { namespace, podLabels } = monitoring;
  const selector = Object.keys(podLabels).length > 0 ? { matchLabels: { ...podLabels } } : undefined;
  return [{ from: [podsOf(namespace, selector)], ports: [{ protocol: 'TCP', port }] }];
}
