import type { StringBool } from './values';

/**
 * The Keeper or ZooKeeper that clusters use. A cluster that lists no nodes takes those of the installation, together
 * with its root and identity. Any change restarts all hosts.
 */
export interface Zookeeper {
  /** Its nodes. List every member of a quorum: the client fails over between them. @default - none */
  readonly nodes?: readonly ZookeeperNode[];
  /**
   * A Keeper installation whose members the operator looks up and adds to the nodes.
   * Since 0.27.1. From 0.27.2 on it takes other Services, which restarts every ClickHouse pod once at the upgrade.
   * @default - none
   */
  readonly keeper?: ZookeeperKeeperReference;
  /** How long a session lives without a sign of life, in milliseconds. @default - as ClickHouse has it, 30000 */
  readonly session_timeout_ms?: number;
  /** How long one operation may take, in milliseconds. @default - as ClickHouse has it, 10000 */
  readonly operation_timeout_ms?: number;
  /**
   * Path that everything is kept under. Two installations with one name on one Keeper need different ones: the path of
   * their DDL queue is made of the name. Tables do not survive a change.
   * @default - the root of the tree
   */
  readonly root?: string;
  /** `user:password` for the digest of the connection. It is readable in the resource. @default - none */
  readonly identity?: string;
  /** Whether traffic is compressed. Since 0.25.4. @default - as ClickHouse has it, off */
  readonly use_compression?: StringBool;
}

/** One node of a Keeper or ZooKeeper. */
export interface ZookeeperNode {
  /** Name or address. In another namespace than the installation it has to be the full domain name. */
  readonly host?: string;
  /** Port for clients. @default 2181 */
  readonly port?: number;
  /** Whether the connection is encrypted. @default 'no' */
  readonly secure?: StringBool;
  /** Zone of the node, which ClickHouse can be told to prefer. @default - not known */
  readonly availabilityZone?: string;
}

/** A Keeper installation by name. */
export interface ZookeeperKeeperReference {
  /** Name of the ClickHouseKeeperInstallation. */
  readonly name?: string;
  /** Its namespace. @default - that of the ClickHouse installation */
  readonly namespace?: string;
  /**
   * Whether each member becomes a node of its own, or their common Service becomes the only one.
   * @default 'Replicas'
   */
  readonly serviceType?: 'Replicas' | 'Service';
}
