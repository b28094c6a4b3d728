import type {
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  NetworkPolicyPeer,
  NetworkPolicySpec,
} from 'kubernetes-types/networking/v1';
import { clickhouseLabels, keeperLabels } from '../altinity/labels';
import { usualPorts } from '../altinity/usual-ports';
import type { ResolvedEnvironment } from '../environment/options';
import { renderPolicy } from '../environment/render-network';
import type { IKeeper } from '../keeper/options';
import { parseCidr } from '../kubernetes/cidr';
import type { ManifestOf } from '../kubernetes/manifest';
import { podsOf } from '../kubernetes/pods-of';
import { metricsPort } from '../monitoring/endpoint';
import { prometheusIngress } from '../monitoring/render-network';
import type { ResolvedCluster } from './options';
import { serverPorts } from './render-tls';
import { renderStorageEgress } from './storage/render-storage';

const tcp = (...ports: number[]) => ports.map((port) => ({ protocol: 'TCP', port }));

/** Labels that let a pod of the same namespace connect. */
export function clientLabels(cluster: string): Record<string, string> {
  return { [`anyhouse.dev/${cluster}-client`]: 'true' };
}

/** Who may reach the pods of a cluster, and what they may reach. */
export function renderClusterPolicy(
  cluster: ResolvedCluster,
  environment: ResolvedEnvironment,
  dns: readonly NetworkPolicyEgressRule[],
): ManifestOf<NetworkPolicySpec> {
  const { operator } = environment;
  const ports = serverPorts(cluster);
  const clusterPorts = tcp(ports.http, ports.native, ports.interserver);
  const own: NetworkPolicyPeer = { podSelector: { matchLabels: clickhouseLabels(cluster.name) } };
  const operatorPods = podsOf(operator.namespace, { matchLabels: operator.podLabels });
  const clients: NetworkPolicyPeer[] = [
    { podSelector: { matchLabels: clientLabels(cluster.name) } },
    ...cluster.clients,
    ...cluster.contributed.clients,
    ...userRanges(cluster).map((cidr) => ({ ipBlock: { cidr } })),
  ];
  const ingress: NetworkPolicyIngressRule[] = [
    { from: [own], ports: clusterPorts },
    { from: [operatorPods], ports: tcp(ports.http) },
    { from: clients, ports: tcp(...clientPorts(cluster), ...ports.public) },
    ...prometheusIngress(cluster.monitoring, metricsPort.containerPort),
    ...cluster.contributed.ingress,
  ];
  const egress: NetworkPolicyEgressRule[] = [
    ...dns,
    { to: [own], ports: clusterPorts },
    ...renderStorageEgress(cluster),
    ...cluster.contributed.egress,
    ...(cluster.keeper ? [keeperEgress(cluster.keeper, environment.namespace)] : []),
  ];
  return renderPolicy(environment, `clickhouse-${cluster.name}`, {
    podSelector: { matchLabels: clickhouseLabels(cluster.name) },
    policyTypes: ['Ingress', 'Egress'],
    ingress,
    egress,
  });
}

/** What pods with the client labels may reach, where the namespace denies everything else. */
export function renderClientPolicy(
  cluster: ResolvedCluster,
  environment: ResolvedEnvironment,
): ManifestOf<NetworkPolicySpec> {
  return renderPolicy(environment, `clickhouse-${cluster.name}-clients`, {
    podSelector: { matchLabels: clientLabels(cluster.name) },
    policyTypes: ['Egress'],
    egress: [
      { to: [{ podSelector: { matchLabels: clickhouseLabels(cluster.name) } }], ports: tcp(...clientPorts(cluster)) },
    ],
  });
}

/** Where servers believe forwarded addresses, whoever reaches a port for HTTP can log in from any address it names. */
function clientPorts(cluster: ResolvedCluster): readonly number[] {
  const { http, native } = serverPorts(cluster);
  return cluster.contributed.http === 'trusted-only' ? [native] : [http, native];
}

/** Ranges that users connect from: a user that the network keeps out could as well not exist. */
function userRanges({ users }: ResolvedCluster): string[] {
  const ranges = Object.values(users).flatMap(({ networks }) => networks);
  return [...new Set(ranges)].filter((range) => !isLoopback(range)).sort();
}

/** Whether a range is that of the pod itself, which no policy concerns. */
export function isLoopback(range: string): boolean {
  const network = parseCidr(range)?.network ?? '';
  return network.startsWith('127.') || network === '::1/128';
}

function keeperEgress(keeper: IKeeper, namespace: string): NetworkPolicyEgressRule {
  const ports = tcp(...new Set(keeper.nodesFor(namespace).map(({ port = usualPorts.zk }) => port)));
  if (keeper.name === undefined || keeper.namespace === undefined) return { ports };
  const matchLabels = keeperLabels(keeper.name);
  return {
    to: [keeper.namespace === namespace ? { podSelector: { matchLabels } } : podsOf(keeper.namespace, { matchLabels })],
    ports,
  };
}
