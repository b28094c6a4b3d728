import type { EnvVar } from 'kubernetes-types/core/v1';
import type { ResolvedStore } from './store-options';
import { type BackupSource, objectDiskPath, shardPath } from './store-paths';

/**
 * Variables with which clickhouse-backup reads and writes the backups of a cluster. Keys come from a Secret. Whoever reads
 * backups of another cluster gives that one as the source.
 * @see https://github.com/Altinity/clickhouse-backup/blob/v2.8.0/pkg/config/config.go
 */
export function storeEnv(store: ResolvedStore, source: BackupSource): readonly EnvVar[] {
  return interfaceOf[interfaceKind(store)](store, source);
}

type Interface = 's3' | 'gcs' | 'azblob';

/** HMAC keys of Google are keys of its interface of S3; its own interface takes a file or an identity. */
function interfaceKind({ kind, keys }: ResolvedStore): Interface {
  if (kind === 'azure') return 'azblob';
  return kind === 'gcs' && !keys ? 'gcs' : 's3';
}

const interfaceOf: Readonly<Record<Interface, (store: ResolvedStore, source: BackupSource) => readonly EnvVar[]>> = {
  s3: (store, source) => {
    const { bucket, region, kind, actsAs, encryption, objectLock } = store;
    const endpoint = kind === 'gcs' ? 'https://storage.googleapis.com' : store.endpoint;
    return [
      ...plain({ REMOTE_STORAGE: 's3', S3_BUCKET: bucket }),
      ...plain(region === undefined ? {} : { S3_REGION: region }),
      ...plain(endpoint === undefined ? {} : { S3_ENDPOINT: endpoint, S3_FORCE_PATH_STYLE: 'true' }),
      ...paths('S3', store, source),
      // Buckets whose owner owns every object, which new ones are, refuse the default 'private'.
      ...plain({ S3_ACL: '' }),
      ...plain(actsAs === undefined ? {} : { S3_ASSUME_ROLE_ARN: actsAs }),
      ...plain(encryption === 'aes256' ? { S3_SSE: 'AES256' } : {}),
      ...plain(typeof encryption === 'object' ? { S3_SSE: 'aws:kms', S3_SSE_KMS_KEY_ID: encryption.kmsKey } : {}),
      ...plain(objectLock === 'on' ? { S3_CHECKSUM_ALGORITHM: 'CRC32' } : {}),
      ...secrets(store, 'S3_ACCESS_KEY', 'S3_SECRET_KEY'),
    ];
  },
  gcs: (store, source) => [
    ...plain({ REMOTE_STORAGE: 'gcs', GCS_BUCKET: store.bucket }),
    ...paths('GCS', store, source),
    ...plain(store.actsAs === undefined ? {} : { GCS_SA_EMAIL: store.actsAs }),
  ],
  azblob: (store, source) => [
    // It would otherwise want to create the container, which needs more rights.
    ...plain({ REMOTE_STORAGE: 'azblob', AZBLOB_CONTAINER: store.bucket, AZBLOB_ASSUME_CONTAINER_EXISTS: 'true' }),
    ...paths('AZBLOB', store, source),
    ...(store.keys
      ? secrets(store, 'AZBLOB_ACCOUNT_NAME', 'AZBLOB_ACCOUNT_KEY')
      : plain({ AZBLOB_ACCOUNT_NAME: store.account ?? '', AZBLOB_USE_MANAGED_IDENTITY: 'true' })),
  ],
};

function paths(prefix: string, store: ResolvedStore, source: BackupSource): readonly EnvVar[] {
  return plain({
    [`${prefix}_PATH`]: shardPath(store, source, '{shard}'),
    [`${prefix}_OBJECT_DISK_PATH`]: objectDiskPath(store, source, '{shard}'),
  });
}

function plain(values: Readonly<Record<string, string>>): readonly EnvVar[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

function secrets({ keys }: ResolvedStore, id: string, secret: string): readonly EnvVar[] {
  if (!keys) return [];
  const from = (name: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: keys.name, key } } });
  return [from(id, keys.idKey), from(secret, keys.secretKey)];
}
