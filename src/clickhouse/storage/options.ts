import type { Quantity } from '../../kubernetes/quantity';
import type { ObjectStore } from './object-store';

/** The data volumes of each replica, and object storage for older data. */
export interface StorageOptions {
  /** Size of each volume. It can grow later where the class allows it, never shrink. */
  readonly size: Quantity;
  /** StorageClass. It cannot be changed on existing volumes. @default - the one of the platform */
  readonly storageClass?: string;
  /**
   * Volumes of each replica, all of `size`, filled side by side (JBOD). More can be added later, which restarts; none can
   * be taken away.
   * @default 1
   */
  readonly volumes?: number;
  /**
   * VolumeAttributesClass of new volumes: their IOPS and throughput, such as one of `volumeAttributes` of
   * ClusterServices. Left out on a laptop.
   * @default - none
   */
  readonly attributesClass?: string;
  /** Says that the disks belong to nodes and go with them. @default - disks outlive their nodes */
  readonly local?: LocalDiskOptions;
  /** Object storage for data that tables move there. @default - none */
  readonly cold?: ColdStorageOptions;
}

/** Disks of the node itself, such as NVMe. A lost node loses them, so at least two replicas are required. */
export interface LocalDiskOptions {
  /** Where the data is backed up, or why it need not be. Stands on the claims, for whoever has to bring data back. */
  readonly backup: string;
}

/** Object storage behind the volumes. */
export interface ColdStorageOptions {
  /** The bucket or container. */
  readonly store: ObjectStore;
  /** Space on the first volume for objects that were read. @default - none: every read goes to the store */
  readonly cache?: Quantity;
}
