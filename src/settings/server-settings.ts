import type { AnySetting } from '../altinity/setting-marks';
import type { MergeTreeSettings } from './generated/merge-tree-settings';
import type { CataloguedServerSettings } from './generated/server-settings';
import type { loggerSettings, logLevels, openSettings, systemLogSettings, systemLogs } from './known-sections';
import type { Amount, Removed, Switch, Text } from './values';

/** How much is logged, from silence to everything. */
export type LogLevel = (typeof logLevels)[number];

/** Logs in files and on the console. Applied without a restart. */
export type LoggerSettings = {
  /** Settings of other names, with their values as they are. */
  readonly [Name in Exclude<(typeof loggerSettings)[number], keyof CommonLoggerSettings>]?: AnySetting;
} & CommonLoggerSettings;

/** The settings of logs that most people change. */
export interface CommonLoggerSettings {
  /** How much is logged. This library writes `information`. */
  readonly level?: LogLevel;
  /** How much goes to the console. */
  readonly console_log_level?: LogLevel;
  /** Whether logs go to the console, too. The operator says yes. */
  readonly console?: Switch;
  /** Files that are kept. This library writes 5. */
  readonly count?: Amount;
  /** Size at which a new file starts. This library writes `100M`. */
  readonly size?: Text;
}

/** A log in a table of the database `system`. Each restarts the server when it changes. */
export type SystemLogSettings = {
  /** A setting of the log: `ttl: 'event_date + INTERVAL 30 DAY'`. */
  readonly [Name in (typeof systemLogSettings)[number]]?: Text | boolean | Removed;
};

/** Logs in tables, by the name of their section. */
export type SystemLogSections = {
  /** Its settings, or `Setting.removed` for no log. */
  readonly [Name in (typeof systemLogs)[number]]?: SystemLogSettings | Removed;
};

/** Sections whose content is not checked. */
export type OpenServerSettings = {
  /** A value, or a section of them. */
  readonly [Name in (typeof openSettings)[number]]?: AnySetting;
};

/**
 * Configuration of the server. Sections are nested objects, a list repeats an element, and `Setting.removed` takes out what
 * ClickHouse brings along. What the operator or this library writes is not among them: ports, paths, users, Keeper.
 */
export type ServerSettings = CataloguedServerSettings &
  SystemLogSections &
  OpenServerSettings & {
    /** Logs in files and on the console. */
    readonly logger?: LoggerSettings;
    /** Defaults of all MergeTree tables. */
    readonly merge_tree?: MergeTreeSettings;
    /** Defaults of replicated tables, where they differ from those of `merge_tree`. */
    readonly replicated_merge_tree?: MergeTreeSettings;
  };
