import type { ObjectStoreKeys } from '../clickhouse/storage/bucket';

/**
 * How backups are encrypted where they lie. `bucket` leaves it to the bucket. `aes256` and a key of AWS KMS are asked for
 * with each object.
 */
export type BackupEncryption = 'bucket' | 'aes256' | { readonly kmsKey: string };

/** Options of `BackupStore.s3`. */
export interface S3BackupOptions {
  /** Name of the bucket: another one than that of the data. */
  readonly bucket: string;
  /** Region of the bucket. @default - none; needed unless `endpoint` is given */
  readonly region?: string;
  /** Another service with the interface of S3: `https://minio.example.com:9000`. @default - Amazon S3 */
  readonly endpoint?: string;
  /** Folder in the bucket. @default 'backups' */
  readonly path?: string;
  /** Static keys, which need no right to delete. @default - the identity of the cluster */
  readonly keys?: ObjectStoreKeys;
  /** Role of AWS that the identity of the cluster assumes for backups alone: its ARN. @default - that identity itself */
  readonly role?: string;
  /**
   * Encryption at rest. Amazon S3 encrypts every bucket; what another service does has to be said in production.
   * @default 'bucket'
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
   */
  readonly encryption?: BackupEncryption;
  /**
   * Whether the bucket keeps every object for a while by itself (object lock with a default retention). It then takes uploads
   * with a checksum only.
   * @default 'off'
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
   */
  readonly objectLock?: 'on' | 'off';
}

/** Options of `BackupStore.gcs`. Google encrypts every object, with the key of the bucket where it has one. */
export interface GcsBackupOptions {
  /** Name of the bucket: another one than that of the data. */
  readonly bucket: string;
  /** Folder in the bucket. @default 'backups' */
  readonly path?: string;
  /** HMAC keys, which need no right to delete. @default - the identity of the cluster */
  readonly keys?: ObjectStoreKeys;
  /**
   * Address of a service account that the identity of the cluster acts as for backups alone.
   * @default - that identity itself
   */
  readonly serviceAccount?: string;
}

/** Options of `BackupStore.azure`. Azure encrypts every blob. */
export interface AzureBackupOptions {
  /** Storage account. */
  readonly account: string;
  /** Container: another one than that of the data. It has to exist. */
  readonly container: string;
  /** Folder in the container. @default 'backups' */
  readonly path?: string;
  /** Key of the account, which may delete: prefer an identity. @default - the identity of the cluster */
  readonly keys?: ObjectStoreKeys;
}

/** A store of backups with all defaults applied. */
export interface ResolvedStore {
  /** Which interface it has. */
  readonly kind: 's3' | 'gcs' | 'azure';
  /** Bucket or container. */
  readonly bucket: string;
  /** Storage account of Azure. */
  readonly account?: string;
  /** URL of the bucket or container. */
  readonly url: string;
  /** Region of Amazon S3. */
  readonly region?: string;
  /** Another service with the interface of S3. */
  readonly endpoint?: string;
  /** Folder in the bucket. */
  readonly path: string;
  /** Static keys. */
  readonly keys?: Required<ObjectStoreKeys>;
  /** Role of AWS or service account of Google that is taken on for backups. */
  readonly actsAs?: string;
  /** Encryption at rest; undefined where nobody said anything. */
  readonly encryption?: BackupEncryption;
  /** Whether uploads need a checksum. */
  readonly objectLock?: 'on';
}
