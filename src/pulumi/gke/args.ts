import type * as pulumi from '@pulumi/pulumi';
import type { NodePoolArgs } from '../clusters/pools';
import type { ProtectionArgs } from '../clusters/protection';

/** Arguments of `GkeCluster`. */
export interface GkeClusterArgs extends ProtectionArgs {
  /** Project that everything is made in: `my-project`. Named here, so that no ambient default decides. */
  readonly project: pulumi.Input<string>;
  /**
   * Zones of one region, which is that of the cluster: `['europe-west4-a', 'europe-west4-b', 'europe-west4-c']`. The
   * list decides where replicas go, and disks do not follow: once there is data, give clusters their `placement.zones`
   * before it changes.
   */
  readonly zones: readonly string[];
  /**
   * Nodes, by the name of their pool. Each pool is one node pool in each of its zones. A change of `instanceType` or
   * `diskGibibytes` replaces the nodes one by one; to move on your own terms, add a pool and remove the old one.
   * @default - in production in each zone one n2d-highmem-4 for ClickHouse, one n2d-standard-2 for Keeper and one for the
   * rest; in development n2d-standard-4 for everything, three in all at least
   */
  readonly pools?: Readonly<Record<string, NodePoolArgs>>;
  /**
   * Disks of databases. One class serves all of them, so all machines with databases have to take it.
   * @default - 'hyperdisk-balanced' where machines take nothing else, such as c4a and n4, otherwise 'pd-ssd'
   */
  readonly disk?: GkeDisk;
  /** Network of nodes, pods and Services. @default - a network of its own, with Cloud NAT */
  readonly network?: GkeNetworkArgs;
  /** How the API server is reached. @default - by its DNS name, from everywhere, after a check by IAM */
  readonly access?: GkeAccessArgs;
  /**
   * How early new versions of Kubernetes come.
   * @default 'regular'
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/release-channels
   */
  readonly releaseChannel?: 'rapid' | 'regular' | 'stable' | 'extended';
  /**
   * Key of Cloud KMS that encrypts Secrets once more: `projects/p/locations/europe-west4/keyRings/r/cryptoKeys/k`. It
   * has to lie in the region of the cluster. GKE is granted its use here.
   * @default - Google's own encryption at rest
   */
  readonly encryptionKey?: pulumi.Input<string>;
  /** Bucket for backups. @default - a bucket in the region of the cluster */
  readonly backups?: GkeBackupArgs | 'none';
  /** Logs of containers, which cost by volume, or of the system alone. @default 'workloads' */
  readonly logs?: 'workloads' | 'system';
}

/** Type of disk that databases can have on GKE. */
export type GkeDisk = 'pd-ssd' | 'pd-balanced' | 'hyperdisk-balanced';

/** Network of a `GkeCluster`: one of its own, or one that exists. */
export interface GkeNetworkArgs {
  /** A network that somebody else made. @default - a network of its own */
  readonly existing?: GkeExistingNetwork;
  /** Addresses of the network of its own. @default - see there */
  readonly ranges?: GkeRanges;
}

/**
 * A network that exists. Nodes have no public addresses: it has to have Private Google Access in the subnetwork, and
 * Cloud NAT for images from elsewhere.
 */
export interface GkeExistingNetwork {
  /** Network, by name or self link. */
  readonly network: pulumi.Input<string>;
  /** Subnetwork in the region of the cluster, by name or self link. */
  readonly subnetwork: pulumi.Input<string>;
  /** Name of the secondary range of the subnetwork that pods are in. */
  readonly podsRange: pulumi.Input<string>;
  /** Name of the secondary range of the subnetwork that Services are in. */
  readonly servicesRange: pulumi.Input<string>;
}

/** Addresses of a cluster. They can never be changed: choose ranges that no other network of yours has. */
export interface GkeRanges {
  /** Nodes and internal load balancers. @default '10.0.0.0/20' */
  readonly nodes?: string;
  /** Pods. Each node takes a /24 of it, so a /16 is enough for 256 nodes. @default '10.4.0.0/16' */
  readonly pods?: string;
  /** Services. @default '10.8.0.0/20' */
  readonly services?: string;
}

/** How the API server of a `GkeCluster` is reached. */
export interface GkeAccessArgs {
  /**
   * `dns`: by its DNS name, from everywhere. Google's front end asks IAM for `container.clusters.connect` before a request
   * reaches the API server, which has no address of its own.
   * `private`: by an address of the network. Pulumi has to run inside of it, or behind a VPN.
   * `public`: by a public address, from `allow` only.
   * @default 'dns'
   */
  readonly endpoint?: 'dns' | 'private' | 'public';
  /**
   * Ranges of addresses that reach the API server, beside the nodes.
   * @default - with `private` the subnetwork of the nodes, none with `dns`; demanded with `public`
   */
  readonly allow?: readonly string[];
}

/** Bucket for backups of a `GkeCluster`. */
export interface GkeBackupArgs {
  /** Where the bucket is: a region, or a multi-region such as `EU`. @default - the region of the cluster */
  readonly location?: string;
  /** Days for which a deleted or overwritten object can be brought back. @default 14 */
  readonly keepDeletedDays?: number;
  /**
   * What becomes of the bucket when the cluster is destroyed: it stays and leaves the state, or goes with all backups.
   * @default 'retain'
   */
  readonly onDestroy?: 'retain' | 'delete';
}
