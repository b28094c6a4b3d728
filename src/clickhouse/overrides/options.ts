import type { InstanceTypes } from '../../environment/instance-type';
import type { Resources } from '../../environment/pods';
import type { NodePool } from '../../platform/pools';
import type { ServerSettings } from '../../settings/server-settings';

/**
 * What some hosts have differently: those of a shard, those of a replica in every shard, or one host.
 *
 * Adding, changing or removing one restarts the hosts that it names and no other. Volumes cannot differ: another claim
 * template would start on an empty one.
 */
export interface HostOverride {
  /** The shard, counted from 0. @default - every shard */
  readonly shard?: number;
  /** The replica, counted from 0 in its shard. @default - every replica */
  readonly replica?: number;
  /**
   * Image with a tag or digest: a canary. Releases of one cluster may be a year apart, or one long-term release.
   * @default - that of the cluster
   */
  readonly image?: string;
  /** What each of them asks of its node. @default - that of the cluster */
  readonly resources?: Resources;
  /** Machine that each of them has to itself, instead of `resources`. @default - that of the cluster */
  readonly instanceType?: string | InstanceTypes;
  /** Nodes set apart for them. @default - those of the cluster */
  readonly pool?: NodePool;
  /**
   * Configuration of these servers, besides `settings` of the cluster. What stands there, too, is refused: servers read
   * the common part last, so it wins. @default - none
   */
  readonly settings?: ServerSettings;
  /** Copies of this shard; needs `shard` alone. @default - `replication.replicas` */
  readonly replicas?: number;
  /**
   * Share of rows that Distributed tables insert into this shard, relative to the others; needs `shard` alone. At 0 it
   * gets no new rows and is still read. Nothing restarts. @default 1
   */
  readonly weight?: number;
  /**
   * Whether a Distributed table writes to one copy of this shard and leaves the rest to replication; needs `shard` alone.
   * Nothing restarts. @default - 'yes' with more than one copy
   */
  readonly internalReplication?: 'yes' | 'no';
}
