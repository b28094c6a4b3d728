import type { CronJobSpec, JobSpec } from 'kubernetes-types/batch/v1';
import type { NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import type { Acknowledge } from '../../checks/acknowledge';
import type { ClickHouseCluster } from '../../clickhouse/clickhouse-cluster';
import type { ClickHouseClusterProps } from '../../clickhouse/options';
import type { Identity } from '../../environment/identity';
import type { Resources } from '../../environment/pods';
import type { Transform } from '../../keeper/options';
import type { Quantity } from '../../kubernetes/quantity';
import type { BackupSchedule } from '../backup-schedule';
import type { ResolvedBackup } from '../options';
import type { BackupStore } from '../store';
import type { RestoreFiles } from './files';

/** Backups of an installation that this program does not have, such as one that is lost. */
export interface BackupOrigin {
  /** Namespace that it was in. */
  readonly namespace: string;
  /** Name of the installation. */
  readonly name: string;
  /** Shards that it had. */
  readonly shards: number;
  /** What made the backups. @default 'sidecar' */
  readonly engine?: 'sidecar' | 'native';
}

/** Options of {@link Restore}. */
export interface RestoreProps {
  /** Name of its job, before a hash of what it does. @default - the id */
  readonly name?: string;
  /** What the backup is restored into: a cluster of the same environment, with as many shards and without tables. */
  readonly cluster: ClickHouseCluster;
  /** Whose backups: a schedule of this program, or an installation. */
  readonly from: BackupSchedule | BackupOrigin;
  /**
   * The store of the backups, with rights that cannot write: keys or a role of its own.
   * @default - that of the schedule, where the cluster is restored in place
   */
  readonly store?: BackupStore;
  /**
   * Which backup: the newest that all shards have when the job runs, or the time in its name, `'20260131020000'`.
   * @default 'latest'
   */
  readonly backup?: string;
  /** Databases to restore. @default - all that the backup has */
  readonly databases?: readonly string[];
  /**
   * A word; another one makes another job, which restores again. A job that has ended well does nothing when it is made again.
   * @default - none
   */
  readonly run?: string;
  /** Hours after which it counts as failed. @default 24 */
  readonly deadlineHours?: number;
  /**
   * Rights of the servers in a cloud, where the cluster has none: ones that cannot write backups.
   * @default - that of the cluster
   */
  readonly identity?: Identity;
  /** Image of clickhouse-backup with a tag or digest. @default - the pinned release */
  readonly image?: string;
  /** Last changes to the emitted objects. @default - none */
  readonly transform?: {
    readonly job?: Transform<JobSpec>;
    readonly policy?: Transform<NetworkPolicySpec>;
  };
  /** Rules to silence for this job, with the reason. @default - none */
  readonly acknowledge?: Acknowledge;
}

/** Options of {@link Clone}. */
export interface CloneProps extends Pick<RestoreProps, 'backup' | 'databases' | 'run' | 'deadlineHours' | 'image'> {
  /** Name of the new installation. @default - the id */
  readonly name?: string;
  /** Whose backups. The new cluster gets the shards, replicas, disks, image and settings of the one that they are of. */
  readonly of: BackupSchedule;
  /** The store of the backups, with rights that cannot write: keys or a role of its own. */
  readonly store: BackupStore;
  /**
   * What the new cluster has different, or of its own: users, a Keeper, fewer replicas, larger disks. It has as many shards.
   * @default - the same, without users
   */
  readonly cluster?: Partial<ClickHouseClusterProps>;
}

/** Options of {@link RestoreDrill}. */
export interface RestoreDrillProps extends Pick<RestoreProps, 'databases' | 'identity' | 'image'> {
  /** Name of its job and of the scratch installation. @default - the id */
  readonly name?: string;
  /** Backups that are tried out. Their cluster stands in another environment: this one is for the drill alone. */
  readonly backups: BackupSchedule;
  /** The store of the backups, with rights that cannot write: keys or a role of its own. */
  readonly store: BackupStore;
  /**
   * StorageClass of the scratch volumes, with `reclaimPolicy: Delete`. The classes of this library retain volumes, which would
   * then stay, and cost, after each drill.
   */
  readonly storageClass: string;
  /** Size of each scratch volume. @default - that of the source */
  readonly storageSize?: Quantity;
  /** What each scratch server asks of its node. @default - what the servers of the source ask */
  readonly resources?: Resources;
  /** When it runs. @default '0 5 1 * *', at five on the first of each month */
  readonly schedule?: string;
  /** Time zone of the schedule. @default 'Etc/UTC' */
  readonly timeZone?: string;
  /** Hours after which a drill counts as failed. @default 24 */
  readonly deadlineHours?: number;
  /** Last changes to the emitted objects. @default - none */
  readonly transform?: {
    readonly job?: Transform<CronJobSpec>;
    readonly policy?: Transform<NetworkPolicySpec>;
  };
  /** Rules to silence for its objects, with the reason. @default - none */
  readonly acknowledge?: Acknowledge;
}

/** A restore with all defaults applied. Plain data. */
export interface ResolvedRestore {
  readonly name: string;
  /** Name of what it does, without how: its mark in the database. */
  readonly mark: string;
  readonly backup: string;
  readonly databases?: readonly string[];
  /** Name of the installation whose backups are read. */
  readonly installation: string;
  readonly files: RestoreFiles;
  readonly deadlineSeconds: number;
  readonly image: string;
  /** How the target reads backups, in the form of a schedule: its store, its engine, and whose they are. */
  readonly reader: ResolvedBackup;
  /** Whether the target backs itself up into the store that it is restored from. */
  readonly place: 'in-place' | 'elsewhere';
  /** The target. */
  readonly cluster: ResolvedBackup['cluster'];
  /** Port of the HTTP interface of its servers. */
  readonly sqlPort: number;
}
