import type { NetworkPolicyPeer, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import type { PodDisruptionBudgetSpec } from 'kubernetes-types/policy/v1';
import type { ClickHouseInstallationSpec } from '../altinity/spec/installation';
import type { Acknowledge } from '../checks/acknowledge';
import type { Identity } from '../environment/identity';
import type { InstanceTypes } from '../environment/instance-type';
import type { Placement, ResolvedPlacement } from '../environment/placement';
import type { Resources } from '../environment/pods';
import type { ResolvedTls } from '../environment/tls';
import type { IKeeper, Transform } from '../keeper/options';
import type { Quantity } from '../kubernetes/quantity';
import type { ResolvedMonitoring } from '../monitoring/monitoring';
import type { Exposure } from '../platform/exposure';
import type { Machine } from '../platform/machines/machine';
import type { ResolvedExposure } from '../platform/resolve-exposure';
import type { SettingsProfile } from '../settings/query-profile';
import type { ServerSettings } from '../settings/server-settings';
import type { ClickHouseAlertOptions, ResolvedClickHouseAlerts } from './alerts/options';
import type { Contributed } from './contribution';
import type { ResolvedShard } from './overrides/layout';
import type { HostOverride } from './overrides/options';
import type { PublicCertificate, ResolvedPublicCertificate } from './public-certificate';
import type { StorageOptions } from './storage/options';
import type { QuotaOptions, SecretKey, UserOptions } from './user-options';

/** Copies of each shard, and the Keeper that coordinates them. One group: copies without a Keeper do not compile. */
export interface ReplicationOptions {
  /** Copies of each shard. */
  readonly replicas: number;
  /** The quorum that coordinates the copies. */
  readonly keeper: IKeeper;
  /**
   * Path in Keeper below which everything of this cluster lies. Changing it loses all replicated tables.
   * @default - none beside a Keeper of the same namespace, else `/<namespace>/<name>`
   */
  readonly root?: string;
  /**
   * How copies are pinned to zones. `rotated` uses all zones alike: each shard begins in another one. `aligned` keeps
   * copies of the same number in one zone, so that queries which need several shards stay in it; the profile `default`
   * then gets `load_balancing: 'nearest_hostname'`. Decide at creation: disks do not follow.
   * @default 'rotated'
   * @see https://clickhouse.com/docs/operations/settings/settings#load_balancing-nearest_hostname
   */
  readonly zones?: 'rotated' | 'aligned';
}

/** A volume for log files, with a container that follows them. */
export interface LogOptions {
  /** Its size. Decide at creation: adding the volume later makes the operator replace all pods without draining. */
  readonly size: Quantity;
}

/** How changes that restart pods are rolled out. */
export interface UpdateOptions {
  /** Shards that restart at the same time; inside a shard it is always one replica. @default 1 */
  readonly shardsAtOnce?: number;
}

/** Pods that may connect, as the network sees them. Who may log in is decided by `users`. */
export interface ClientOptions {
  /** Namespace of the pods. @default - the namespace of the cluster */
  readonly namespace?: string;
  /** Labels of the pods. @default - all pods of the namespace */
  readonly podLabels?: Readonly<Record<string, string>>;
}

/** Options of {@link ClickHouseCluster}. */
export interface ClickHouseClusterProps {
  /** Name of the installation. @default - the id */
  readonly name?: string;
  /** Parts that the data is split into. Growing does not move rows; removing one loses its rows. @default 1 */
  readonly shards?: number;
  /** Copies of each shard. @default - one copy, no Keeper */
  readonly replication?: ReplicationOptions;
  /** The data volumes of each replica, and object storage for older data. */
  readonly storage: StorageOptions;
  /** Rights of the servers in a cloud, such as to a bucket. @default - none */
  readonly identity?: Identity;
  /** A volume for log files. @default - none: logs go to the console and to small rotated files in the container */
  readonly logs?: LogOptions;
  /** Image with a tag or digest. @default - the pinned release of this library */
  readonly image?: string;
  /** What each replica asks of its node. @default - 2 processors and 8Gi in production, less otherwise */
  readonly resources?: Resources;
  /**
   * Machine that each replica has to itself, instead of `resources`: by name, or one for each platform. Requests are what
   * the machine has, less what its cloud reserves and what pods on every node take: docs/sizes.md.
   * @default - any node with room for `resources`
   */
  readonly instanceType?: string | InstanceTypes;
  /** Where replicas go. @default - see {@link Placement} */
  readonly placement?: Placement;
  /** The administrator `admin`, who may create users and databases. @default - reachable from its own pods only */
  readonly admin?: AdminOptions;
  /** Application users by name. @default - none */
  readonly users?: Readonly<Record<string, UserOptions>>;
  /**
   * Settings profiles by name. Settings that the release of the image does not know are refused, unless
   * `allowUnknown` lets them through. @default - none
   */
  readonly profiles?: Readonly<Record<string, SettingsProfile>>;
  /**
   * Configuration of the server: `{ max_concurrent_queries: 200, merge_tree: { parts_to_throw_insert: 3000 } }`. Most
   * changes restart the server. @default - five log files of 100M at level `information`
   */
  readonly settings?: ServerSettings;
  /** Quotas by name. @default - none */
  readonly quotas?: Readonly<Record<string, QuotaOptions>>;
  /** Databases that exist on every replica. Removing one from the list does not drop it. @default - none */
  readonly databases?: readonly string[];
  /** Pods of other namespaces that may connect. @default - pods with {@link ClickHouseCluster.clientLabels} */
  readonly clients?: readonly ClientOptions[];
  /**
   * How clients outside of the Kubernetes cluster connect: one load balancer for this cluster. On minikube and kind it
   * is a port of the nodes.
   * @default - not at all
   */
  readonly exposure?: Exposure;
  /**
   * Shards, replicas and single hosts that differ from the rest: a canary image, a weight, more memory.
   * @default - none: all hosts are alike
   */
  readonly overrides?: readonly HostOverride[];
  /**
   * Certificate that clients from outside trust. What is exposed gets ports of its own for it; those with the
   * certificate of the environment stay inside.
   * @default - clients from outside see the certificate of the environment, with `exposure.hostname` as a name
   */
  readonly publicCertificate?: PublicCertificate;
  /** How changes are rolled out. @default - one shard at a time */
  readonly updates?: UpdateOptions;
  /** When alerts are raised, where the environment has `monitoring`. @default - see {@link ClickHouseAlertOptions} */
  readonly alerts?: ClickHouseAlertOptions;
  /**
   * A word for the Secrets as they are now: `'2026-11'`. Secrets of users, of disks and of settings enter servers as environment
   * variables, which only a restart reads again: write a new word after they were rotated, and the servers restart one
   * by one. @default - none
   */
  readonly secretRevision?: string;
  /**
   * Written into `spec.taskID`. A new value makes the operator go over the installation once more, although nothing else
   * has changed. It restarts nothing by itself. @default - none: the operator reacts to changes only
   */
  readonly taskId?: string;
  /** What happens to volumes when the cluster, a shard or a replica is removed. @default 'retain' */
  readonly onDelete?: 'retain' | 'delete';
  /** Last changes to the emitted objects. @default - none */
  readonly transform?: {
    readonly installation?: Transform<ClickHouseInstallationSpec>;
    readonly policy?: Transform<NetworkPolicySpec>;
    readonly disruptionBudgets?: Transform<PodDisruptionBudgetSpec>;
  };
  /** Rules to silence for this cluster, with the reason. @default - none */
  readonly acknowledge?: Acknowledge;
}

/** Options of the administrator. */
export interface AdminOptions {
  /** Where it may log in from, besides the pods of the cluster (`kubectl exec`, `port-forward`). @default - nowhere else */
  readonly networks?: readonly string[];
  /** Its password. @default - Secret `<cluster>-admin` */
  readonly password?: SecretKey;
}

/** A cluster with all defaults applied. */
export interface ResolvedCluster {
  readonly name: string;
  readonly shards: number;
  /** Copies of each shard that no override counts. */
  readonly replicas: number;
  /** Shards and hosts, with what each has of its own. */
  readonly layout: readonly ResolvedShard[];
  readonly keeper?: IKeeper;
  readonly keeperRoot?: string;
  readonly storage: ResolvedStorage;
  readonly identity?: Identity;
  readonly logs?: LogOptions;
  readonly image: string;
  readonly resources: Resources;
  readonly machine?: Machine;
  readonly spread: 'required' | 'preferred';
  readonly zones: readonly string[];
  /** How copies are pinned to them. */
  readonly zoneOrder: 'rotated' | 'aligned';
  readonly placement: ResolvedPlacement;
  readonly users: Readonly<Record<string, ResolvedUser>>;
  readonly profiles: Readonly<Record<string, SettingsProfile>>;
  readonly settings: ServerSettings;
  readonly quotas: Readonly<Record<string, QuotaOptions>>;
  readonly databases: readonly string[];
  readonly clients: readonly NetworkPolicyPeer[];
  readonly exposure?: ResolvedExposure;
  readonly publicCertificate?: ResolvedPublicCertificate;
  readonly tls?: ResolvedTls;
  readonly shardsAtOnce: number;
  /** Who looks at the metrics of servers. @default - nobody */
  readonly monitoring?: ResolvedMonitoring;
  readonly alerts: ResolvedClickHouseAlerts;
  readonly secretRevision?: string;
  readonly taskId?: string;
  readonly onDelete: 'retain' | 'delete';
  /** What other constructs add. */
  readonly contributed: Contributed;
}

/** Storage with all defaults applied. */
export type ResolvedStorage = StorageOptions & Required<Pick<StorageOptions, 'storageClass' | 'volumes'>>;

/** A user with all defaults applied. */
export interface ResolvedUser extends Omit<UserOptions, 'password' | 'grants'> {
  readonly password: Required<SecretKey> & {
    /** Key with the name of the user, which tools beside the server read. @default - nobody reads it */
    readonly usernameKey?: string;
  };
  /** Another namespace that has to have the same password. @default - none */
  readonly sharedWith?: string;
  /** Full statements; undefined for the administrator, who has every right. */
  readonly grants?: readonly string[];
}
