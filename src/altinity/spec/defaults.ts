import type { ClaimProvisioner, ReclaimPolicy, StringBool } from './values';

/** What holds for all clusters, shards and replicas unless they say something else. */
export interface Defaults {
  /** Whether hosts know each other by full domain names, not by the names of their Services. @default 'no' */
  readonly replicasUseFQDN?: StringBool;
  /** How statements with ON CLUSTER run. @default - as ClickHouse does it */
  readonly distributedDDL?: DistributedDdl;
  /** How claims are made and kept. @default - by StatefulSets, and deleted with the installation */
  readonly storageManagement?: StorageManagement;
  /** Templates in use. @default - none */
  readonly templates?: TemplateNames;
}

/** How statements with ON CLUSTER run. */
export interface DistributedDdl {
  /** Settings profile that they run with. @default - the profile of the server's default user */
  readonly profile?: string;
}

/** How claims are made and kept. Claim templates can say something else for their own. */
export interface StorageManagement {
  /**
   * Who makes claims. The operator grows volumes while hosts run; with StatefulSets every change recreates the pods.
   * Changing this recreates them once.
   * @default 'StatefulSet'
   */
  readonly provisioner?: ClaimProvisioner;
  /**
   * What happens to claims of hosts that go away, and to all of them when the installation is deleted. With Delete the
   * operator also drops the tables first.
   * @default 'Delete'
   */
  readonly reclaimPolicy?: ReclaimPolicy;
}

/**
 * Templates by name. The nearest level that names one wins: replica, shard, cluster, defaults.
 * A name that matches no template is ignored in silence; for the data volume that means no persistent volume.
 */
export interface TemplateNames {
  /** Host template: ports and TLS of a host. Settings and files in it are ignored. @default - none */
  readonly hostTemplate?: string;
  /** Pod template. @default - a pod with an unpinned image */
  readonly podTemplate?: string;
  /** Claim template that every container mounts as `/var/lib/clickhouse`. @default - data lies on the container */
  readonly dataVolumeClaimTemplate?: string;
  /**
   * Claim template that every container mounts as `/var/log/clickhouse-server`. For ClickHouse it also brings a
   * container `clickhouse-log` with an unpinned image, unless the pod template has one of that name. Adding it later
   * replaces hosts without draining them.
   * @default - no log volume
   */
  readonly logVolumeClaimTemplate?: string;
  /** Service template of the whole installation. Only read in {@link Defaults}. @default - a headless Service */
  readonly serviceTemplate?: string;
  /** Further service templates of the whole installation. Only read in {@link Defaults}. @default - none */
  readonly serviceTemplates?: readonly string[];
  /** Service template of each cluster. @default - clusters have no Service */
  readonly clusterServiceTemplate?: string;
  /** Service template of each shard. @default - shards have no Service */
  readonly shardServiceTemplate?: string;
  /**
   * Service template of each host, despite its name. Hosts reach each other through this Service, so unless it is
   * headless it has to list the ports for HTTP, the native protocol and the interserver traffic, and to publish
   * addresses that are not ready.
   * @default - a headless Service with all ports
   */
  readonly replicaServiceTemplate?: string;
  /**
   * Old name of `dataVolumeClaimTemplate`.
   * @deprecated use `dataVolumeClaimTemplate`, which wins when both are given
   * @default - none
   */
  readonly volumeClaimTemplate?: string;
}
