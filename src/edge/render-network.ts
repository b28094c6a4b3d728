import type {
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  NetworkPolicySpec,
} from 'kubernetes-types/networking/v1';
import { anyClickHouse } from '../altinity/labels';
import { apiServerEgress } from '../environment/api-server';
import type { ResolvedEnvironment } from '../environment/options';
import { renderPolicy } from '../environment/render-network';
import type { ManifestOf } from '../kubernetes/manifest';
import { podsOf } from '../kubernetes/pods-of';
import { prometheusIngress } from '../monitoring/render-network';
import { backendPorts } from './clickhouse-layers';
import { gatewayLabels, podPorts } from './gateway-objects';
import type { ResolvedGateway } from './options';

const tcp = (...ports: number[]) => ports.map((port) => ({ protocol: 'TCP', port }));
const toServers = tcp(backendPorts.https, backendPorts.native);

/**
 * Who may reach the pods of a gateway, and what they may reach. It names all servers of the namespace, so that a new
 * cluster does not change it.
 */
export function renderGatewayPolicy(
  gateway: ResolvedGateway,
  environment: ResolvedEnvironment,
  dns: readonly NetworkPolicyEgressRule[],
): ManifestOf<NetworkPolicySpec> {
  const { exposure, listeners } = gateway;
  const ports = [
    ...(listeners.https === undefined ? [] : [podPorts.https]),
    ...(listeners.native === undefined ? [] : [podPorts.native]),
  ];
  const clients: NetworkPolicyIngressRule = {
    from: exposure.ingress.map((cidr) => ({ ipBlock: { cidr } })),
    ports: tcp(...ports),
  };
  return renderPolicy(environment, gateway.name, {
    podSelector: { matchLabels: gatewayLabels(gateway.name) },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [clients, ...prometheusIngress(environment.monitoring, podPorts.metrics)],
    egress: [
      ...dns,
      { to: [{ podSelector: anyClickHouse }], ports: toServers },
      ...(gateway.propagation === 'watch' ? [apiServerEgress(environment)] : []),
    ],
  });
}

/** What the pods of a gateway may reach in the namespace of another environment. */
export function renderNeighbourPolicy(
  { name }: ResolvedGateway,
  environment: ResolvedEnvironment,
  namespace: string,
): ManifestOf<NetworkPolicySpec> {
  return renderPolicy(environment, `${name}-to-${namespace}`, {
    podSelector: { matchLabels: gatewayLabels(name) },
    policyTypes: ['Egress'],
    egress: [{ to: [podsOf(namespace, anyClickHouse)], ports: toServers }],
  });
}

/** Lets the pods of a gateway into those of a cluster, as seen from the namespace of the cluster. */
export function gatewayIngress(
  { name }: ResolvedGateway,
  gatewayNamespace: string,
  namespace: string,
): NetworkPolicyIngressRule {
  const matchLabels = gatewayLabels(name);
  const peer =
    gatewayNamespace === namespace ? { podSelector: { matchLabels } } : podsOf(gatewayNamespace, { matchLabels });
  return { from: [peer], ports: toServers };
}
