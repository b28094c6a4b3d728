import type { NetworkPolicyEgressRule } from 'kubernetes-types/networking/v1';
import type { ResolvedEnvironment } from './options';

/**
 * Lets pods reach the API server. It has another address in each cluster, so that only ports are said; who may do what there is
 * up to its roles. Policies look at the port behind the Service `kubernetes`: 443 in clouds, 6443 of kubeadm, 8443 of minikube.
 * @see https://minikube.sigs.k8s.io/docs/commands/start/ (apiserver-port)
 */
export function apiServerEgress({ platform }: Pick<ResolvedEnvironment, 'platform'>): NetworkPolicyEgressRule {
  const ports = [443, 6443, ...(platform.name === 'minikube' ? [8443] : [])];
  return { ports: ports.map((port) => ({ protocol: 'TCP', port })) };
}
