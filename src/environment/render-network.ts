import type { NetworkPolicyEgressRule, NetworkPolicyPeer, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest, ManifestOf } from '../kubernetes/manifest';
import type { ResolvedEnvironment } from './options';

/** DNS queries to whoever answers them on the platform. */
export function dnsEgress(peers: readonly NetworkPolicyPeer[]): NetworkPolicyEgressRule {
  return {
    to: [...peers],
    ports: [
      { protocol: 'UDP', port: 53 },
      { protocol: 'TCP', port: 53 },
    ],
  };
}

/** A NetworkPolicy of this environment. */
export function renderPolicy(
  environment: ResolvedEnvironment,
  name: string,
  spec: NetworkPolicySpec,
): ManifestOf<NetworkPolicySpec> {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name,
      namespace: environment.namespace,
      annotations: gitopsAnnotations(environment.gitops, 'access', 'replaceable'),
    },
    spec,
  };
}

/** Nothing may talk to anything, except for DNS, until another policy allows it. */
export function renderNamespacePolicies(environment: ResolvedEnvironment): readonly Manifest[] {
  const { dns } = environment.platform;
  return [
    renderPolicy(environment, 'default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
    renderPolicy(environment, 'allow-dns', { podSelector: {}, policyTypes: ['Egress'], egress: [dnsEgress(dns)] }),
  ];
}
