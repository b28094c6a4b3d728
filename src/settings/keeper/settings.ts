import type { AnySettings } from '../../altinity/setting-marks';
import type { LoggerSettings, LogLevel } from '../server-settings';
import type { Amount, Switch, Text } from '../values';
import type {
  coordinationSettings,
  KeeperSettingType,
  keeperServerSettings,
  openKeeperSections,
  openKeeperServerSections,
} from './catalogue';

/** What a setting of a type takes. */
type ValueOf<Type extends KeeperSettingType> = Type extends 'Bool'
  ? Switch
  : Type extends 'LogsLevel'
    ? LogLevel
    : Type extends 'String'
      ? Text
      : Amount;

type Catalogued<Table extends Readonly<Record<string, { readonly type: KeeperSettingType }>>> = {
  /** A setting of ClickHouse Keeper. */
  readonly [Name in keyof Table]?: ValueOf<Table[Name]['type']>;
};

/** How members agree: sessions, elections, log, snapshots. */
export type CoordinationSettings = Catalogued<typeof coordinationSettings>;

/** Keeper itself. */
export type KeeperServerSettings = Catalogued<typeof keeperServerSettings> & {
  /** A section whose content is not checked. */
  readonly [Section in (typeof openKeeperServerSections)[number]]?: AnySettings;
} & {
  /** How members agree: sessions, elections, log, snapshots. */
  readonly coordination_settings?: CoordinationSettings;
};

/**
 * Configuration of Keeper. Sections are nested objects. What the operator writes is not among them: ports, paths, members.
 * Only `logger` changes without a restart.
 */
export type KeeperSettings = {
  /** A section whose content is not checked. */
  readonly [Section in (typeof openKeeperSections)[number]]?: AnySettings;
} & {
  /** Logs in files and on the console. Applied without a restart. */
  readonly logger?: LoggerSettings;
  /** Connections that a member takes. The operator writes 4096. */
  readonly max_connections?: Amount;
  /** Keeper itself. */
  readonly keeper_server?: KeeperServerSettings;
};
