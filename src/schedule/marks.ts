/*
 * What a CronJob of a schedule says about itself, for rules and tools: which installations it stops or starts, as
 * `Kind/name` of its own namespace, apart by spaces.
 */

/** Annotations of CronJobs. */
export const marks = {
  /** Stops these at its times. */
  stops: 'anyhouse.dev/stops',
  /** Starts these at its times. */
  starts: 'anyhouse.dev/starts',
  /** Stops these at its times if they are idle. */
  stopsWhenIdle: 'anyhouse.dev/stops-when-idle',
} as const;

/** Kinds that have a field `stop`. */
export const kinds = { cluster: 'ClickHouseInstallation', keeper: 'ClickHouseKeeperInstallation' } as const;

/** API groups of these kinds. */
export const groups = { cluster: 'clickhouse.altinity.com', keeper: 'clickhouse-keeper.altinity.com' } as const;
