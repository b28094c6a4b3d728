import type { CronJobSpec } from 'kubernetes-types/batch/v1';
import type { NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import type { Acknowledge } from '../checks/acknowledge';
import type { ClickHouseCluster } from '../clickhouse/clickhouse-cluster';
import type { Identity } from '../environment/identity';
import type { Resources } from '../environment/pods';
import type { Transform } from '../keeper/options';
import type { Quantity } from '../kubernetes/quantity';
import type { BackupAlertOptions, ResolvedBackupAlerts } from './alert-options';
import type { BackupStore } from './store';
import type { ResolvedStore } from './store-options';

/** When backups are made, as cron expressions of five fields. */
export interface BackupTimes {
  /** Full backups: `'0 3 * * 0'` is every Sunday at three. */
  readonly full: string;
  /**
   * Increments, which hold what is new since the last backup. Each one needs all before it, back to the full one: at most 48.
   * @default - none: every backup is a full one
   */
  readonly increment?: string;
}

/**
 * How long backups can be restored. A rule of the bucket removes old ones, so that nobody who gets into a pod can: see
 * {@link BackupSchedule.removeAfterDays}.
 */
export interface BackupRetention {
  /** Days that every backup can be restored, with all that it builds on. */
  readonly days: number;
  /**
   * Who removes what is older. There is one way, and it has to be set up at the bucket: docs/backup.md has the rule for each
   * cloud.
   */
  readonly removedBy: 'bucket-lifecycle';
}

/** Options of {@link BackupSchedule}. */
export interface BackupScheduleProps {
  /** Name of its jobs. @default - the id */
  readonly name?: string;
  /** What is backed up: one replica of each shard. It has to stand in the same environment. */
  readonly cluster: ClickHouseCluster;
  /** Where backups lie: not in the bucket of the data. */
  readonly store: BackupStore;
  /** When backups are made. The longest time between two of them is what can be lost. */
  readonly schedule: BackupTimes;
  /** Time zone of the schedule. @default 'Etc/UTC' */
  readonly timeZone?: string;
  /** How long backups can be restored. */
  readonly retention: BackupRetention;
  /**
   * `sidecar`: clickhouse-backup runs beside each server. Adding it restarts the servers, one by one. `native`: the servers
   * write backups themselves, with SQL; nothing is added to their pods.
   * @default 'sidecar'
   */
  readonly engine?: 'sidecar' | 'native';
  /**
   * Rights of the servers in a cloud, where the cluster has none. All containers of a pod share one identity: `role` or
   * `serviceAccount` of the store give backups one of their own.
   * @default - that of the cluster
   */
  readonly identity?: Identity;
  /** Most bytes per second that each shard writes into the store: `'100Mi'`. @default - as fast as it goes */
  readonly throttle?: Quantity;
  /** Hours after which a run counts as failed. @default 12 */
  readonly deadlineHours?: number;
  /** When alerts are raised. @default - see {@link BackupAlertOptions} */
  readonly alerts?: BackupAlertOptions;
  /** Image of clickhouse-backup with a tag or digest; of the client of ClickHouse with `native`. @default - the pinned release */
  readonly image?: string;
  /** What the container beside each server may use. @default - 100m and 512Mi, 1Gi at most; a quarter of it on a laptop */
  readonly resources?: Resources;
  /** Last changes to the emitted objects. @default - none */
  readonly transform?: {
    readonly fullJob?: Transform<CronJobSpec>;
    readonly incrementJob?: Transform<CronJobSpec>;
    readonly policy?: Transform<NetworkPolicySpec>;
  };
  /** Rules to silence for these jobs, with the reason. @default - none */
  readonly acknowledge?: Acknowledge;
}

/** Kinds of backups. */
export type BackupKind = 'full' | 'increment';

/** A schedule with all defaults applied. Plain data. */
export interface ResolvedBackup {
  readonly name: string;
  readonly engine: 'sidecar' | 'native';
  readonly store: ResolvedStore;
  /** Cron expressions by kind. */
  readonly times: Readonly<Partial<Record<BackupKind, string>>>;
  readonly timeZone: string;
  /** Seconds between two backups at most, in zones whose clocks stand still. */
  readonly recoveryPoint: number;
  /** Seconds between two full backups at most. */
  readonly fullGap: number;
  /** Days after which the bucket may remove an object. */
  readonly removeAfterDays: number;
  readonly deadlineSeconds: number;
  readonly identity?: Identity;
  /** Bytes per second. */
  readonly throttle?: number;
  readonly alerts: ResolvedBackupAlerts;
  readonly image: string;
  readonly resources: Resources;
  readonly cluster: BackedUpCluster;
}

/** What backups have to know of a cluster. */
export interface BackedUpCluster {
  readonly name: string;
  readonly namespace: string;
  /** Host names of the replicas, by shard. */
  readonly replicas: readonly (readonly string[])[];
  /** Secret with the certificates of the servers. @default - they speak plain text */
  readonly tlsSecret?: string;
  /** Whether it has disks in object storage. */
  readonly coldStorage: 'used' | 'none';
  /** Labels that let pods connect. */
  readonly clientLabels: Readonly<Record<string, string>>;
}
