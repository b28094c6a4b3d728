import type { LabelSelector } from 'kubernetes-types/meta/v1';
import type { NetworkPolicyPeer } from 'kubernetes-types/networking/v1';

/** Pods of a namespace; all of them without a selector. */
export function podsOf(namespace: string, podSelector?: LabelSelector): NetworkPolicyPeer {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    ...(podSelector && { podSelector }),
  };
}
