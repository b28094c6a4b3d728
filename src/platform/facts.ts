import type { NetworkPolicyPeer } from 'kubernetes-types/networking/v1';
import type { PlatformPools } from './pools';

/** What an environment is for. Decides how strict the defaults are. */
export type Stage = 'development' | 'production';

/** Whether NetworkPolicies have an effect. `unknown` is treated as `off` wherever safety would rely on them. */
export type NetworkPolicyEnforcement = 'enforced' | 'off' | 'unknown';

/** Who answers for Services of type LoadBalancer. `node-port` stands for nobody: Services open ports of the nodes. */
export type LoadBalancerKind = (typeof loadBalancerKinds)[number];

/** All kinds of load balancers that this library knows. */
export const loadBalancerKinds = [
  'aws-lbc',
  'eks-auto',
  'gke',
  'azure',
  'octavia',
  'octavia-ovn',
  'metallb',
  'cilium',
  'kube-vip',
  'node-port',
] as const;

/** The disk that ClickHouse and Keeper get unless told otherwise. */
export interface PlatformStorage {
  /** Name of the StorageClass. */
  readonly className: string;
  /** Whether volumes of the class can grow. */
  readonly expandable: boolean;
  /** The class to create; absent when it exists already. */
  readonly create?: StorageClassTemplate;
}

/** The part of a StorageClass that differs between clouds. */
export interface StorageClassTemplate {
  /** CSI driver. */
  readonly provisioner: string;
  /** Parameters of the driver. They can never be changed on an existing class. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** When the volume is made. `Immediate` deadlocks with pods pinned to a zone. */
  readonly volumeBindingMode: 'WaitForFirstConsumer' | 'Immediate';
}

/** Everything that differs between places to run. Plain data. */
export interface PlatformFacts {
  /** Name of the platform: `eks`. */
  readonly name: string;
  /** Kubernetes cluster; two platforms of the same name in one program are told apart by it. */
  readonly cluster: string;
  /** Region, where the platform has one. */
  readonly region?: string;
  /** Zones that nodes stand in; empty where there are none. */
  readonly zones: readonly string[];
  /** Default stage of environments. */
  readonly stage: Stage;
  /** Size of defaults: `laptop` is one small machine. */
  readonly size: 'laptop' | 'cloud';
  /** The disk of databases. */
  readonly storage: PlatformStorage;
  /** Whether NetworkPolicies have an effect. */
  readonly networkPolicy: NetworkPolicyEnforcement;
  /** Who answers DNS queries of pods. */
  readonly dns: readonly NetworkPolicyPeer[];
  /** Who answers for Services of type LoadBalancer. @default - nobody knows, so nothing can be exposed */
  readonly loadBalancer?: LoadBalancerKind;
  /** Pools that addresses of load balancers come from. @default - whichever pool the controller takes first */
  readonly addressPools?: { readonly internal?: string; readonly public?: string };
  /** Nodes set apart for databases. @default - none */
  readonly pools?: PlatformPools;
}

/**
 * What all clouds have in common. Whether policies are enforced is for their administrators to say.
 * @param name also that of the Kubernetes cluster unless it has one of its own
 */
export function cloudFacts(
  name: string,
  {
    region,
    zones,
    cluster = name,
    networkPolicy = 'unknown',
    pools,
  }: Partial<Pick<PlatformFacts, 'region' | 'cluster' | 'networkPolicy' | 'pools'>> & Pick<PlatformFacts, 'zones'>,
) {
  return {
    ...({ name, cluster, region, zones, stage: 'production', size: 'cloud', networkPolicy } as const),
    ...(pools && { pools }),
  };
}

/** Node label that names the zone; the same on all platforms. */
export const zoneLabel = 'topology.kubernetes.io/zone';

/** Node label that names the node; the same on all platforms. */
export const hostLabel = 'kubernetes.io/hostname';

/** The cluster DNS of every platform here: CoreDNS or kube-dns, both under this label. */
export const clusterDns: NetworkPolicyPeer = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
};

/** NodeLocal DNSCache listens on this address of each node, outside of the pod network. */
export const nodeLocalDns: NetworkPolicyPeer = { ipBlock: { cidr: '169.254.20.10/32' } };
