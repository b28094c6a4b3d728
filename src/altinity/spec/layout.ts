import type { TemplateNames } from './defaults';
import type { Files, Settings, StringBool } from './values';

/**
 * Shards and replicas of a cluster. Either counts, or `shards`, or `replicas`: next to `shards`, settings and templates
 * of `replicas` are ignored.
 *
 * Indexes make names. An entry that is removed or moved anywhere but at the end renames those behind it, and a renamed
 * host starts on an empty volume.
 */
export interface ClusterLayout {
  /** Number of shards. Raised to the length of any list of shards. @default 1 */
  readonly shardsCount?: number;
  /**
   * Number of replicas. Raised to the longest list of replicas, and then holds for every shard without a count.
   * @default 1
   */
  readonly replicasCount?: number;
  /** Shards, one by one. @default - as many as `shardsCount`, all alike */
  readonly shards?: readonly LayoutShard[];
  /** Replicas, one by one: the same layout, seen by columns. @default - as many as `replicasCount`, all alike */
  readonly replicas?: readonly LayoutReplica[];
}

/** What a shard and a replica of a layout share. */
interface LayoutPart {
  /** Name: 1 to 15 letters, digits and `-`. Objects are named after it, so lower case only. @default - its index */
  readonly name?: string;
  /** Settings of its hosts. @default - those of the cluster */
  readonly settings?: Settings;
  /** Files of its hosts. @default - those of the cluster */
  readonly files?: Files;
  /** Templates of its hosts. @default - those of the cluster */
  readonly templates?: TemplateNames;
}

/** One shard. */
export interface LayoutShard extends LayoutPart {
  /** Share of rows that a Distributed table inserts here, relative to the other shards. 0 is possible. @default 1 */
  readonly weight?: number;
  /**
   * Whether a Distributed table writes to one replica and leaves the rest to replication.
   * @default - yes with more than one replica
   */
  readonly internalReplication?: StringBool;
  /** Number of replicas. Give it always: without one the widest shard decides. @default - the most of any shard */
  readonly replicasCount?: number;
  /** Replicas, one by one. @default - as many as `replicasCount`, all alike */
  readonly replicas?: readonly LayoutHost[];
  /**
   * Kind of definition.
   * @deprecated has no effect any more
   * @default - none
   */
  readonly definitionType?: string;
}

/** One replica: a column of hosts, one in each shard. */
export interface LayoutReplica extends LayoutPart {
  /** Number of shards. @default - the most of any replica */
  readonly shardsCount?: number;
  /** Hosts in each shard, one by one. @default - all alike */
  readonly shards?: readonly LayoutHost[];
}

/** One host of a layout. */
export interface LayoutHost extends HostFields {
  /**
   * Whole name of the host, not only of its replica: the same name in two shards gives two hosts one StatefulSet.
   * 1 to 15 letters, digits and `-`.
   * @default - names of shard and replica, as in `0-1`
   */
  readonly name?: string;
}

/** What layouts and host templates say about a host. Ports are from 1 to 65535. */
export interface HostFields {
  /**
   * Whether plain ports are open. Closing them leaves the default Service of the installation on dead ports.
   * @default 'yes'
   */
  readonly insecure?: StringBool;
  /** Whether encrypted ports are open. Needs certificates, which are up to settings and files. @default 'no' */
  readonly secure?: StringBool;
  /** Port of the native protocol. @default 9000 */
  readonly tcpPort?: number;
  /** Port of the native protocol with TLS. @default - 9440 when secure */
  readonly tlsPort?: number;
  /** Port of the HTTP interface. @default 8123 */
  readonly httpPort?: number;
  /** Port of the HTTP interface with TLS. @default - 8443 when secure */
  readonly httpsPort?: number;
  /** Port that replicas fetch parts from each other on. @default 9009 */
  readonly interserverHTTPPort?: number;
  /** Settings of this host. @default - those of its shard */
  readonly settings?: Settings;
  /** Files of this host. @default - those of its shard */
  readonly files?: Files;
  /** Templates of this host. @default - those of its shard */
  readonly templates?: TemplateNames;
}
