import type { NetworkPolicyPeer } from 'kubernetes-types/networking/v1';
import type { LoadBalancerKind, NetworkPolicyEnforcement, PlatformStorage, Stage } from './facts';
import type { PlatformPools } from './pools';

/** Options of a platform in a public cloud. */
export interface CloudOptions {
  /** Region of the cloud: `eu-west-1`, `europe-west4`. */
  readonly region: string;
  /** Zones that the nodes stand in. The list decides where replicas go, and disks do not follow: once there is data, give clusters their `placement.zones` before it changes. */
  readonly zones: readonly string[];
  /** Name of the Kubernetes cluster, to tell several of one cloud apart. @default - the name of the platform */
  readonly cluster?: string;
  /** Whether NetworkPolicies are enforced; `anyhouse doctor` finds out. @default 'unknown' */
  readonly networkPolicy?: NetworkPolicyEnforcement;
  /** Nodes set apart for databases: servers go there without being told. @default - none */
  readonly pools?: PlatformPools;
}

/** Options of `Platform.gke`. */
export interface GkeOptions extends CloudOptions {
  /**
   * Type of disk. Newer machine series take hyperdisks only.
   * @default 'pd-ssd'
   * @see https://cloud.google.com/compute/docs/disks/hyperdisks
   */
  readonly disk?: 'pd-ssd' | 'pd-balanced' | 'hyperdisk-balanced';
}

/** Options of `Platform.eks`. */
export interface EksOptions extends CloudOptions {
  /**
   * Who runs nodes, disks and load balancers: `standard` clusters have the EBS CSI driver and the AWS Load Balancer
   * Controller installed; in `auto` EKS brings its own, under other names, and volumes of the two do not mix.
   * @default 'standard'
   * @see https://docs.aws.amazon.com/eks/latest/userguide/automode.html
   */
  readonly mode?: 'standard' | 'auto';
}

/** Options of `Platform.aks`. */
export interface AksOptions extends CloudOptions {
  /**
   * Type of disk. `PremiumV2_LRS` is faster for the money, and not offered in every region.
   * @default 'Premium_LRS'
   * @see https://learn.microsoft.com/azure/virtual-machines/disks-types
   */
  readonly disk?: 'Premium_LRS' | 'PremiumV2_LRS' | 'StandardSSD_LRS';
}

/** Options of `Platform.openstack`. */
export interface OpenStackOptions {
  /** Availability zones that the nodes stand in. The list decides where replicas go, and disks do not follow: once there is data, give clusters their `placement.zones` before it changes. */
  readonly zones: readonly string[];
  /** Region, for reports. @default - none */
  readonly region?: string;
  /** Cinder volume type. @default - the default type of the cloud */
  readonly volumeType?: string;
  /**
   * Provider of Octavia load balancers: `amphora` is a proxy with timeouts and allowlists, `ovn` passes packets on and
   * can do neither.
   * @default 'amphora'
   */
  readonly octavia?: 'amphora' | 'ovn';
  /** Name of the Kubernetes cluster, to tell several of one cloud apart. @default 'openstack' */
  readonly cluster?: string;
  /** Whether NetworkPolicies are enforced; `anyhouse doctor` finds out. @default 'unknown' */
  readonly networkPolicy?: NetworkPolicyEnforcement;
  /** Nodes set apart for databases: servers go there without being told. @default - none */
  readonly pools?: PlatformPools;
}

/** Address pools of load balancers, by exposure. */
export interface AddressPools {
  /** Pool of internal addresses. @default - whichever pool the controller takes first */
  readonly internal?: string;
  /** Pool of public addresses. @default - whichever pool the controller takes first */
  readonly public?: string;
}

/** Options of `Platform.bareMetal`. */
export interface BareMetalOptions {
  /** Who answers for Services of type LoadBalancer. */
  readonly loadBalancer: 'metallb' | 'cilium' | 'kube-vip';
  /** The StorageClass of databases. There is no disk driver that every machine has. */
  readonly storage: PlatformStorage;
  /**
   * Pools that addresses come from: names of MetalLB pools; for Cilium the values of the label
   * `anyhouse.dev/address-pool`, which the pool selects Services by. kube-vip has no such choice.
   * @default - whichever pool the controller takes first
   */
  readonly addressPools?: AddressPools;
  /** Zones, racks or rooms: values of the zone label of nodes. @default - none */
  readonly zones?: readonly string[];
  /** Name of the Kubernetes cluster, to tell several apart. @default 'bare-metal' */
  readonly cluster?: string;
  /** Whether NetworkPolicies are enforced; `anyhouse doctor` finds out. @default - 'enforced' with Cilium, else 'unknown' */
  readonly networkPolicy?: NetworkPolicyEnforcement;
  /** Nodes set apart for databases: servers go there without being told. @default - none */
  readonly pools?: PlatformPools;
}

/** What `Platform.with` can change. */
export interface PlatformOverrides {
  /** Name of the Kubernetes cluster, to tell several of one kind apart. */
  readonly cluster?: string;
  /** Zones that the nodes stand in; none for a platform without. */
  readonly zones?: readonly string[];
  /** Default stage of environments. */
  readonly stage?: Stage;
  /** The disk that databases get unless told otherwise. */
  readonly storage?: PlatformStorage;
  /** Whether NetworkPolicies are enforced. */
  readonly networkPolicy?: NetworkPolicyEnforcement;
  /** Who answers DNS queries of pods, as peers of a NetworkPolicy. */
  readonly dns?: readonly NetworkPolicyPeer[];
  /** Who answers for Services of type LoadBalancer. `node-port` stands for nobody: Services open ports of the nodes. */
  readonly loadBalancer?: LoadBalancerKind;
  /** Pools that addresses of load balancers come from. */
  readonly addressPools?: AddressPools;
  /** Nodes set apart for databases: servers go there without being told. Replaces those that were known. */
  readonly pools?: PlatformPools;
}

/** Options of `Platform.custom`. */
export interface CustomPlatformOptions extends PlatformOverrides {
  /** Name of the platform, used in reports. */
  readonly name: string;
  readonly storage: PlatformStorage;
}
