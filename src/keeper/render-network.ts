import type { NetworkPolicyEgressRule, NetworkPolicyPeer, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import { anyClickHouse, keeperLabels } from '../altinity/labels';
import { usualPorts } from '../altinity/usual-ports';
import type { ResolvedEnvironment } from '../environment/options';
import { renderPolicy } from '../environment/render-network';
import type { ManifestOf } from '../kubernetes/manifest';
import { podsOf } from '../kubernetes/pods-of';
import { metricsPort } from '../monitoring/endpoint';
import { prometheusIngress } from '../monitoring/render-network';
import { speaksTls } from './tls';

const tcp = (port: number) => ({ protocol: 'TCP', port });
const raft = tcp(9444);

/**
 * Who may reach the members of a quorum. The operator is among them: it creates root paths itself, in plain text.
 * @param clientNamespaces namespaces whose ClickHouse pods use the quorum
 */
export function renderKeeperPolicy(
  name: string,
  environment: ResolvedEnvironment,
  dns: readonly NetworkPolicyEgressRule[],
  clientNamespaces: ReadonlySet<string>,
): ManifestOf<NetworkPolicySpec> {
  const matchLabels = keeperLabels(name);
  const secure = speaksTls(environment);
  const client = tcp(secure ? usualPorts.zkSecure : usualPorts.zk);
  const members: NetworkPolicyPeer = { podSelector: { matchLabels } };
  const clients = [...clientNamespaces]
    .sort()
    .map((namespace) =>
      namespace === environment.namespace ? { podSelector: anyClickHouse } : podsOf(namespace, anyClickHouse),
    );
  const { operator } = environment;
  const operatorPods = secure ? [] : [podsOf(operator.namespace, { matchLabels: operator.podLabels })];
  return renderPolicy(environment, `keeper-${name}`, {
    podSelector: { matchLabels },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      { from: [members], ports: [client, raft] },
      { from: [...clients, ...operatorPods], ports: [client] },
      ...prometheusIngress(environment.monitoring, metricsPort.containerPort),
    ],
    egress: [...dns, { to: [members], ports: [client, raft] }],
  });
}
