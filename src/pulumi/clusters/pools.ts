/** What nodes are for. Databases and Keeper get nodes of their own by a taint; everything else is `system`. */
export type PoolRole = 'clickhouse' | 'keeper' | 'system';

/** Nodes of one kind. */
export interface NodePoolArgs {
  /** What runs there. A `clickhouse` or `keeper` pool has a taint, which the constructs tolerate. */
  readonly role: PoolRole;
  /** Type of machine: `m7g.2xlarge`, `n2-standard-8`. Decides the architecture of the images of its nodes. */
  readonly instanceType: string;
  /** Zones with nodes of this pool. @default - all zones of the cluster */
  readonly zones?: readonly string[];
  /** Nodes in each zone: a number, or bounds for an autoscaler. @default 1 */
  readonly nodesPerZone?: number | { readonly least: number; readonly most: number };
  /** Disk of each node, for images and logs, in GiB. Data lies on volumes of its own. @default 50 */
  readonly diskGibibytes?: number;
}
