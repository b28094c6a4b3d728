import type { Acknowledge } from '../../checks/acknowledge';
import type { ClickHouseCluster } from '../../clickhouse/clickhouse-cluster';
import type { SecretKey } from '../../clickhouse/user-options';

/** The password before this one, for as long as applications still use it. */
export interface PreviousPassword extends Pick<SecretKey, 'name' | 'hashKey'> {
  /** Until when it is good, as in {@link SqlUserOptions.validUntil}. */
  readonly validUntil: string;
}

/** A user that lives in the database, not in its configuration. */
export interface SqlUserOptions {
  /** Where it may connect from, as ClickHouse sees the address. */
  readonly networks: readonly string[];
  /** What it may do: `SELECT ON events.*`. Rights that are not listed are taken away. @default - nothing */
  readonly grants?: readonly string[];
  /** Roles of the database that it has; others are taken away. They exist already. @default - none */
  readonly roles?: readonly string[];
  /** Settings profile: one of the cluster's `profiles`, or `default`. @default 'default' */
  readonly profile?: string;
  /** Its password. @default - Secret `<cluster>-<user>` */
  readonly password?: SecretKey;
  /**
   * Until when it can log in, in UTC: `2027-01-31T18:00:00Z`, or `2027-01-31` for the start of that day.
   * @default - for ever
   */
  readonly validUntil?: string;
  /** A second password, while applications move to the new one. @default - none */
  readonly previousPassword?: PreviousPassword;
}

/** Options of {@link SqlUsers}. */
export interface SqlUsersProps {
  /** The cluster that has them, in the same environment. */
  readonly cluster: ClickHouseCluster;
  /** Users by name. One that leaves this list stays in the database: see `absent`. */
  readonly users: Readonly<Record<string, SqlUserOptions>>;
  /** Users to remove. They cannot log in any more; connections that are open stay. @default - none */
  readonly absent?: readonly string[];
  /** Name of its objects. @default - the id */
  readonly name?: string;
  /**
   * A word for Secrets and servers as they are now: `'2026-11'`. A new word makes the Job run again, after the content of a
   * Secret has changed or a server has lost its disk.
   * @default - none
   */
  readonly revision?: string;
  /** Rules to silence for its objects, with the reason. @default - none */
  readonly acknowledge?: Acknowledge;
}

/** A password of a user, as its Job reads it. */
export interface SqlPassword {
  readonly secret: string;
  readonly hashKey: string;
  /** Seconds since 1970. @default - for ever */
  readonly validUntil?: number;
}

/** A user with all defaults applied. */
export interface ResolvedSqlUser {
  readonly name: string;
  readonly networks: readonly string[];
  /** Rights without `GRANT`. */
  readonly grants: readonly string[];
  readonly roles: readonly string[];
  readonly profile: string;
  /** The password, and the one before it. */
  readonly passwords: readonly SqlPassword[];
  /** The Secret for applications. */
  readonly secret: Required<SecretKey>;
}

/** Users with all defaults applied. */
export interface ResolvedSqlUsers {
  readonly name: string;
  readonly users: readonly ResolvedSqlUser[];
  readonly absent: readonly string[];
  readonly revision?: string;
  /** What the Job needs of the cluster. */
  readonly cluster: {
    readonly name: string;
    readonly image: string;
    readonly admin: Required<SecretKey>;
    readonly hosts: readonly string[];
    readonly port: number;
    /** Certificate of the authority. @default - plain text */
    readonly authority?: { readonly name: string; readonly key: string };
    readonly clientLabels: Readonly<Record<string, string>>;
  };
}
