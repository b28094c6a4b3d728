/**
 * A switch. Operators before 0.27.2 refuse plain booleans, and YAML reads a bare `yes` as one, so it is always a
 * string.
 */
export type StringBool = 'yes' | 'no';

/** What becomes of a claim or object that the operator no longer needs. */
export type ReclaimPolicy = 'Retain' | 'Delete';

/** Who makes the claims of a host: Kubernetes through the StatefulSet, or the operator itself. */
export type ClaimProvisioner = 'StatefulSet' | 'Operator';

/** A key of a Secret in the namespace of the installation. */
export interface SecretKeyReference {
  /** Name of the Secret. */
  readonly name: string;
  /** Key in the Secret. */
  readonly key: string;
}

/** A value that stays in a Secret. */
export interface SecretValue {
  /** Where the value is. */
  readonly valueFrom: {
    /** The key that holds it. */
    readonly secretKeyRef: SecretKeyReference;
  };
}

/**
 * One value of a setting. Numbers pass through a floating point number: write those with more than 15 digits, negative
 * fractions and fractions below 0.001 as text.
 */
export type SettingScalar = string | number | boolean;

/**
 * Values by path: `{ 'app/networks/ip': ['10.0.0.0/8'] }` becomes nested XML elements, and a list repeats the element.
 *
 * `_removed_` as a value takes the element out of what ClickHouse brings along. Before 0.27.2 values are written to XML
 * as they are, so `&` and `<` have to be escaped; from then on the operator does it. XML attributes other than the
 * removal are not possible here: use {@link Files}.
 *
 * A value from a Secret reaches the server as an environment variable: a new value of the Secret needs a restart.
 */
export interface Settings {
  readonly [path: string]: SettingScalar | readonly SettingScalar[] | SecretValue;
}

/**
 * Configuration files by name. The folder decides where they go: `config.d/` to every host's common configuration,
 * `users.d/` to the users, `conf.d/` to the host's own; without one they are common. Other folders, and folders in
 * folders, are ignored.
 *
 * A file from a Secret is mounted under `/etc/clickhouse-server/secrets.d/` and follows the Secret, which suits
 * certificates. Two names that are equal without their special characters collide.
 */
export interface Files {
  readonly [name: string]: string | SecretValue;
}

/** Labels and annotations of objects that are made from a template. Macros such as `{shard}` are filled in. */
export interface TemplateMetadata {
  /** Labels. Those under `clickhouse.altinity.com/` belong to the operator. @default - none of its own */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations. @default - none of its own */
  readonly annotations?: Readonly<Record<string, string>>;
}
