import type { Acknowledge } from '../../checks/acknowledge';
import type { ClickHouseCluster } from '../../clickhouse/clickhouse-cluster';
import type { SqlUsers } from '../users/sql-users';

/** Whose password is asked for. */
export interface PasswordOwner {
  /** Namespace of the cluster. */
  readonly namespace: string;
  /** Name of the cluster. */
  readonly cluster: string;
  /** User of the database: `admin`, or one of `users`. */
  readonly user: string;
}

/** A value in a store. */
export interface RemoteValue {
  /** Its name there: a path of Vault, a secret of AWS or Google Cloud. */
  readonly key: string;
  /** Field inside of it, where it is an object. @default - the whole value */
  readonly property?: string;
}

/** A store of External Secrets, and where passwords lie in it. */
export interface SecretStoreOptions {
  /** Name of the store. */
  readonly name: string;
  /** A store of the namespace, or of the whole Kubernetes cluster. @default 'SecretStore' */
  readonly kind?: 'SecretStore' | 'ClusterSecretStore';
  /** Where the password of a user lies. @default - `<namespace>/<cluster>/<user>` */
  readonly key?: (owner: PasswordOwner) => string | RemoteValue;
  /**
   * Further Secrets from the store, by name: for each of their keys, where its value lies. For keys of object stores
   * and whatever else pods read.
   * @default - none
   */
  readonly secrets?: Readonly<Record<string, Readonly<Record<string, string | RemoteValue>>>>;
  /** How often the store is asked, as a duration of Go. @default '1h0m0s' */
  readonly refreshInterval?: string;
}

/** Passwords that External Secrets makes up, once. */
export interface GeneratedPasswords {
  /** Letters and digits of each. @default 32, which are 190 bits */
  readonly length?: number;
}

/** Options of {@link ExternalCredentials}. Passwords come from a `store`, or are generated: exactly one of the two. */
export interface ExternalCredentialsProps {
  /**
   * Clusters whose passwords are provided, also of users that other constructs bring, whether those stand before or after this one.
   * They stand in the same environment.
   * @default - none: those of `sqlUsers`, or the further `secrets` of a store
   */
  readonly clusters?: readonly ClickHouseCluster[];
  /** Users of the databases whose passwords are provided, too; in the same environment. @default - none */
  readonly sqlUsers?: readonly SqlUsers[];
  /** Users whose passwords are provided, of every cluster that has them. @default - all, and the administrator */
  readonly users?: readonly string[];
  /** Where passwords come from. @default - none: they are generated */
  readonly store?: SecretStoreOptions;
  /** Passwords made up in the Kubernetes cluster; nobody has to see them. @default - none: they lie in a store */
  readonly generate?: GeneratedPasswords;
  /** Rules to silence for its objects, with the reason. @default - none */
  readonly acknowledge?: Acknowledge;
}

/** A Secret with the password of one user, and its hash. */
export interface PasswordSecret {
  readonly secret: string;
  readonly passwordKey: string;
  readonly hashKey: string;
  /** The user, and the key for its name, where pods read it. @default - nobody does */
  readonly username?: { readonly key: string; readonly value: string };
  /** Where it lies. @default - it is generated */
  readonly remote?: RemoteValue;
}

/** Credentials with all defaults applied. */
export interface ResolvedCredentials {
  readonly name: string;
  readonly passwords: readonly PasswordSecret[];
  /** Further Secrets from the store. */
  readonly secrets: readonly { readonly secret: string; readonly values: Readonly<Record<string, RemoteValue>> }[];
  readonly store?: Required<Pick<SecretStoreOptions, 'name' | 'kind' | 'refreshInterval'>>;
  readonly generate?: Required<GeneratedPasswords>;
}
