import type { CronJobSpec } from 'kubernetes-types/batch/v1';
import type { NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import type { Acknowledge } from '../checks/acknowledge';
import type { ClickHouseCluster } from '../clickhouse/clickhouse-cluster';
import type { CertificateAuthority } from '../clickhouse/connection';
import type { Endpoint } from '../clickhouse/endpoints';
import type { Keeper } from '../keeper/keeper';
import type { Transform } from '../keeper/options';

/** When clusters that nobody uses are stopped. */
export interface IdleOptions {
  /** Minutes without work, on all servers of all clusters. Servers also have to be up for that long. @default 60 */
  readonly minutes?: number;
  /** When they are asked: a cron expression in the zone of the schedule. @default - every ten minutes */
  readonly check?: string;
  /**
   * Users whose queries are no work, such as those of a dashboard that refreshes all night. The operator, backups,
   * `monitor` and this library's own question are left out anyway.
   * @default - none
   */
  readonly ignoreUsers?: readonly string[];
}

/** Options of {@link UptimeSchedule}. */
export interface UptimeScheduleProps {
  /** Name of its objects, at most 40 characters. @default - the id */
  readonly name?: string;
  /** Clusters that are stopped and started, all of them together. They stand in the environment of the schedule. */
  readonly clusters: readonly ClickHouseCluster[];
  /**
   * Keepers that are stopped after the clusters and started before them.
   * @default - those of the clusters, as far as only these clusters use them and they stand in the same namespace
   */
  readonly keepers?: readonly Keeper[];
  /** When they start: `'0 7 * * 1-5'`. @default - only by hand, where nothing but `idle` stops them */
  readonly up?: string;
  /** When they stop: `'0 20 * * 1-5'`. @default - only when idle */
  readonly down?: string;
  /** Zone of these times: `'Europe/Berlin'`. */
  readonly timeZone: string;
  /** Stops them when nobody uses them. @default - they are up until `down` */
  readonly idle?: IdleOptions;
  /** Minutes that all clusters and Keepers may take to stop, or to start; a job that takes longer fails. @default 60 */
  readonly timeoutMinutes?: number;
  /** Image with kubectl as its entrypoint; it needs no shell. @default - that of the Kubernetes project */
  readonly image?: string;
  /** Last changes to the emitted objects. @default - none */
  readonly transform?: {
    readonly stop?: Transform<CronJobSpec>;
    readonly start?: Transform<CronJobSpec>;
    readonly idle?: Transform<CronJobSpec>;
    readonly policy?: Transform<NetworkPolicySpec>;
  };
  /** Rules to silence for this schedule, with the reason. @default - none */
  readonly acknowledge?: Acknowledge;
}

/** How much a schedule saves, by the clock. What stops when idle comes on top. */
export interface Downtime {
  /** Hours a week without pods, as an average over a year. */
  readonly hoursPerWeek: number;
  /** The same as a share of all hours, from 0 to 1. */
  readonly share: number;
}

/** A schedule with all defaults applied. */
export interface ResolvedSchedule {
  readonly name: string;
  readonly timeZone: string;
  readonly up?: string;
  readonly down?: string;
  readonly idle?: Required<IdleOptions>;
  readonly timeoutMinutes: number;
  /** Seconds that a job may begin late, so that it has ended when the other one begins. */
  readonly latestSeconds: { readonly stop: number; readonly start: number };
  readonly image: string;
  readonly downtime: Downtime;
}

/** What a schedule needs to know of a cluster. Plain data. */
export interface ScheduledCluster {
  /** Name of the installation. */
  readonly name: string;
  /** Names of its pods. */
  readonly pods: readonly string[];
  /** Names of its StatefulSets: one for each pod. They stay while it is stopped. */
  readonly sets: readonly string[];
  /** Its servers, one by one. */
  readonly servers: readonly Endpoint[];
  /** Image of the server, which has the client. */
  readonly image: string;
  /** Labels that let a pod reach it. */
  readonly clientLabels: Readonly<Record<string, string>>;
  /** Where the certificate of the authority lies. @default - plain text */
  readonly authority?: CertificateAuthority;
}

/** What a schedule needs to know of a Keeper. Plain data. */
export interface ScheduledKeeper {
  readonly name: string;
  readonly pods: readonly string[];
  readonly sets: readonly string[];
}

/** What is stopped and started. */
export interface Scheduled {
  readonly clusters: readonly ScheduledCluster[];
  readonly keepers: readonly ScheduledKeeper[];
}
