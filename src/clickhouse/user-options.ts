/**
 * A Secret that holds a password. Anything with a name fits: also a Secret of cdk8s-plus.
 * The hash is what ClickHouse gets; the password itself is only read by the pods that connect.
 */
export interface SecretKey {
  /** Name of the Secret, in the namespace of the cluster. */
  readonly name: string;
  /** Key with the SHA-256 of the password, in hexadecimal. @default 'password_sha256_hex' */
  readonly hashKey?: string;
  /** Key with the password. @default 'password' */
  readonly passwordKey?: string;
}

/** A user of the database. */
export interface UserOptions {
  /**
   * Where it may connect from, as ClickHouse sees the address. There is no default: without it the operator would make
   * the user unreachable, and with `::/0` everybody could try passwords.
   */
  readonly networks: readonly string[];
  /**
   * What it may do: `SELECT ON events.*`, or whole `GRANT` statements without `TO`.
   * @default - nothing: it may log in and see what everybody sees
   */
  readonly grants?: readonly string[];
  /** Its password. @default - Secret `<cluster>-<user>`, which `anyhouse credentials` prints */
  readonly password?: SecretKey;
  /** Settings profile: one of `profiles`, or `default`. @default 'default' */
  readonly profile?: string;
  /** Quota: one of `quotas`, or `default`. @default 'default' */
  readonly quota?: string;
}

/** How much a user may do in an interval. */
export interface QuotaOptions {
  /** Length of the interval, in seconds. */
  readonly seconds: number;
  /** Queries. @default - no limit */
  readonly queries?: number;
  /** Queries that end in an error. @default - no limit */
  readonly errors?: number;
  /** Rows in results. @default - no limit */
  readonly resultRows?: number;
  /** Rows read from tables. @default - no limit */
  readonly readRows?: number;
  /** Seconds that queries run, in total. @default - no limit */
  readonly executionTime?: number;
}
