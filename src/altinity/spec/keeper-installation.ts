import type { JsonObject } from '../../kubernetes/manifest';
import type { Defaults, TemplateNames } from './defaults';
import type { KeeperReconcile } from './reconcile';
import type { Templates } from './templates';
import type { Files, Settings, StringBool } from './values';

/**
 * Spec of a ClickHouseKeeperInstallation, for operators 0.25 to 0.27: all fields that any of them knows.
 *
 * Without a template for the data volume the state of the quorum is lost with every restart.
 */
export interface ClickHouseKeeperInstallationSpec {
  /** Name of this change. A new one makes the operator look at everything again. @default - random for every change */
  readonly taskID?: string;
  /** Takes all pods away; claims stay. Older operators accept it without any effect. Since 0.26.0. @default 'no' */
  readonly stop?: StringBool;
  /** The operator looks away. Changes wait and are carried out together afterwards. @default 'no' */
  readonly suspend?: StringBool;
  /** Domain of the namespace, with one `%s` for its name. @default '%s.svc.cluster.local' */
  readonly namespaceDomainPattern?: string;
  /** How changes are carried out. Never renamed to `reconcile`, in contrast to ClickHouse. @default - see there */
  readonly reconciling?: KeeperReconcile;
  /** What holds for all members unless they say something else. @default - see there */
  readonly defaults?: Defaults;
  /** The quorum and its settings. @default - one cluster named `cluster` with one member */
  readonly configuration?: KeeperConfiguration;
  /**
   * Limits of the connections that the operator itself makes. Since 0.27.1.
   * @see https://github.com/Altinity/clickhouse-operator/blob/master/docs/security_hardening.md
   * @default - configured in the operator
   */
  readonly security?: JsonObject;
  /** Templates of pods, volumes and Services. @default - none */
  readonly templates?: Templates<KeeperHostTemplateSpec>;
}

/** The quorum and its settings. */
export interface KeeperConfiguration {
  /**
   * Settings: `{ 'keeper_server/coordination_settings/raft_logs_level': 'information' }`.
   * @default - those of Keeper
   */
  readonly settings?: Settings;
  /** Configuration files. Those from a Secret are mounted where Keeper does not look. @default - none */
  readonly files?: Files;
  /**
   * Clusters. Exactly one makes sense: all hosts of the installation form one quorum.
   * @default - one, named `cluster`
   */
  readonly clusters?: readonly KeeperInstallationCluster[];
}

/** The quorum. */
export interface KeeperInstallationCluster {
  /** Name: 1 to 15 letters, digits and `-`, lower case. A renamed cluster starts on empty volumes. */
  readonly name?: string;
  /** Settings of its members, in addition to those of the installation. @default - none */
  readonly settings?: Settings;
  /** Files of its members. @default - none */
  readonly files?: Files;
  /** Templates of its members. @default - those of the installation */
  readonly templates?: TemplateNames;
  /**
   * Whether the operator makes a disruption budget. Two budgets on one pod block every eviction. Since 0.25.3.
   * @default 'yes'
   */
  readonly pdbManaged?: StringBool;
  /** Members that may be evicted at once, from 0 to 65535; below half of them. Since 0.25.3. @default 1 */
  readonly pdbMaxUnavailable?: number;
  /**
   * Limits of the connections that the operator itself makes to it. Since 0.27.1.
   * @default - those of the installation
   */
  readonly security?: JsonObject;
  /**
   * Whether the plain port for clients is open. Closed without `secure` the change is aborted. Known to be in 0.27.2.
   * @default 'yes'
   */
  readonly insecure?: StringBool;
  /** Whether the encrypted port for clients is open. Needs certificates. Known to be in 0.27.2. @default 'no' */
  readonly secure?: StringBool;
  /** Members. @default - one */
  readonly layout?: KeeperLayout;
}

/** Members of the quorum. Growing from one to three can lose what the first one holds. */
export interface KeeperLayout {
  /** Number of members: an odd one. Raised to the length of the list. @default 1 */
  readonly replicasCount?: number;
  /** Members, one by one. With a pod template each, a new image can go member by member. @default - all alike */
  readonly replicas?: readonly KeeperLayoutReplica[];
}

/** One member of the quorum. */
export interface KeeperLayoutReplica {
  /** Name: 1 to 15 letters, digits and `-`, lower case. @default - its index */
  readonly name?: string;
  /** Settings of the member. @default - those of the cluster */
  readonly settings?: Settings;
  /** Files of the member. @default - those of the cluster */
  readonly files?: Files;
  /** Templates of the member. @default - those of the cluster */
  readonly templates?: TemplateNames;
  /** Number of shards. A quorum has one; more would all join the same quorum with the same ids. @default 1 */
  readonly shardsCount?: number;
  /** The host of the member: a list of one. @default - one host without anything of its own */
  readonly shards?: readonly KeeperHost[];
}

/** The host of a member. Ports are from 1 to 65535. */
export interface KeeperHost {
  /** Whole name of the host: 1 to 15 letters, digits and `-`. @default - as in `0-1` */
  readonly name?: string;
  /** Port for clients. @default 2181 */
  readonly zkPort?: number;
  /** Encrypted port for clients, when the cluster is secure. Known to be in 0.27.2. @default 2281 */
  readonly zkPortSecure?: number;
  /** Port of members among themselves. @default 9444 */
  readonly raftPort?: number;
  /** Settings of the host. @default - those of its member */
  readonly settings?: Settings;
  /** Files of the host. @default - those of its member */
  readonly files?: Files;
  /** Templates of the host. @default - those of its member */
  readonly templates?: TemplateNames;
}

/** What members of a host template have. */
export type KeeperHostTemplateSpec = KeeperHost;
