import { BackupStore } from '../../src/backup/store';
import { storeEnv } from '../../src/backup/store-env';
import { shardPath, storeEgress } from '../../src/backup/store-paths';
import { storeCollection, storeSql } from '../../src/backup/store-sql';

const source = { namespace: 'analytics', name: 'events' };
const keys = { name: 'backup-keys' };
const env = (store: BackupStore) =>
  Object.fromEntries(storeEnv(store.resolved, source).map(({ name, value, valueFrom }) => [name, value ?? valueFrom]));
const secret = (key: string) => ({ secretKeyRef: { name: 'backup-keys', key } });

describe('a store of backups', () => {
  test('keeps each shard in a literal folder, so that another cluster can read it', () => {
    const { resolved } = BackupStore.gcs({ bucket: 'company-backup', path: 'prod/ch' });
    expect(shardPath(resolved, source, '{shard}')).toBe('prod/ch/analytics/events/shard-{shard}');
    expect(shardPath(resolved, source, 1)).toBe('prod/ch/analytics/events/shard-1');
  });

  test('gives clickhouse-backup a bucket of Amazon, with a role and a key of its own', () => {
    const role = 'arn:aws:iam::123456789012:role/clickhouse-backup';
    const encryption = { kmsKey: 'alias/backup' };
    expect(env(BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1', role, encryption }))).toEqual({
      REMOTE_STORAGE: 's3',
      S3_BUCKET: 'company-backup',
      S3_REGION: 'eu-west-1',
      S3_PATH: 'backups/analytics/events/shard-{shard}',
      S3_OBJECT_DISK_PATH: 'backups-objects/analytics/events/shard-{shard}',
      S3_ACL: '',
      S3_ASSUME_ROLE_ARN: role,
      S3_SSE: 'aws:kms',
      S3_SSE_KMS_KEY_ID: 'alias/backup',
    });
  });

  test('gives it another service with the interface of S3, and keys of a Secret', () => {
    const endpoint = 'https://minio.example.com:9000';
    const lock = { encryption: 'aes256', objectLock: 'on' } as const;
    const store = BackupStore.s3({ bucket: 'company-backup', endpoint, keys, ...lock });
    expect(env(store)).toMatchObject({
      S3_ENDPOINT: endpoint,
      S3_FORCE_PATH_STYLE: 'true',
      S3_SSE: 'AES256',
      S3_CHECKSUM_ALGORITHM: 'CRC32',
      S3_ACCESS_KEY: secret('access_key_id'),
      S3_SECRET_KEY: secret('secret_access_key'),
    });
    expect(storeEgress(store.resolved)).toEqual([{ ports: [{ protocol: 'TCP', port: 9000 }] }]);
  });

  test('gives it Google by identity, and by HMAC keys through the interface of S3', () => {
    const serviceAccount = 'backup@my-project-1.iam.gserviceaccount.com';
    expect(env(BackupStore.gcs({ bucket: 'company-backup', serviceAccount }))).toEqual({
      REMOTE_STORAGE: 'gcs',
      GCS_BUCKET: 'company-backup',
      GCS_PATH: 'backups/analytics/events/shard-{shard}',
      GCS_OBJECT_DISK_PATH: 'backups-objects/analytics/events/shard-{shard}',
      GCS_SA_EMAIL: serviceAccount,
    });
    expect(env(BackupStore.gcs({ bucket: 'company-backup', keys }))).toMatchObject({
      REMOTE_STORAGE: 's3',
      S3_ENDPOINT: 'https://storage.googleapis.com',
      S3_ACCESS_KEY: secret('access_key_id'),
    });
  });

  test('gives it Azure by identity and by the key of the account', () => {
    const azure = { account: 'companydata', container: 'backup' };
    expect(env(BackupStore.azure(azure))).toEqual({
      REMOTE_STORAGE: 'azblob',
      AZBLOB_CONTAINER: 'backup',
      AZBLOB_ASSUME_CONTAINER_EXISTS: 'true',
      AZBLOB_PATH: 'backups/analytics/events/shard-{shard}',
      AZBLOB_OBJECT_DISK_PATH: 'backups-objects/analytics/events/shard-{shard}',
      AZBLOB_ACCOUNT_NAME: 'companydata',
      AZBLOB_USE_MANAGED_IDENTITY: 'true',
    });
    expect(env(BackupStore.azure({ ...azure, keys }))).toMatchObject({
      AZBLOB_ACCOUNT_NAME: secret('access_key_id'),
      AZBLOB_ACCOUNT_KEY: secret('secret_access_key'),
    });
  });

  test('is named in SQL through a collection, where the keys come from a Secret', () => {
    const { resolved } = BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1', keys });
    expect(storeSql(resolved, source, 'anyhouse_backup', 0, 'full-1')).toBe(
      "S3(anyhouse_backup, 'backups/analytics/events/shard-0/full-1')",
    );
    expect(storeCollection(resolved, 'anyhouse_backup')).toEqual({
      'named_collections/anyhouse_backup/url': 'https://company-backup.s3.eu-west-1.amazonaws.com',
      'named_collections/anyhouse_backup/access_key_id': { valueFrom: secret('access_key_id') },
      'named_collections/anyhouse_backup/secret_access_key': { valueFrom: secret('secret_access_key') },
    });
    const azure = BackupStore.azure({ account: 'companydata', container: 'backup' }).resolved;
    expect(storeSql(azure, source, 'b', 1, 'full-1')).toBe(
      "AzureBlobStorage(b, 'backups/analytics/events/shard-1/full-1')",
    );
    expect(storeCollection(azure, 'b')).toEqual({
      'named_collections/b/storage_account_url': 'https://companydata.blob.core.windows.net',
      'named_collections/b/container': 'backup',
      'named_collections/b/container_already_exists': 'true',
      'named_collections/b/use_workload_identity': 'true',
    });
  });

  test('refuses what would be ignored, and keys as text', () => {
    expect(() => BackupStore.s3({ bucket: 'company-backup' })).toThrow(
      "BackupStore 's3': region must be given, or endpoint, got nothing. Fix: write region: 'eu-west-1'.",
    );
    const role = 'arn:aws:iam::123456789012:role/clickhouse-backup';
    expect(() => BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1', keys, role })).toThrow(
      "BackupStore 's3': role must be left out beside keys, which are used instead of it",
    );
    const plain = { bucket: 'company-backup', keys: 'AKIA123' } as never;
    expect(() => BackupStore.gcs(plain)).toThrow(
      "BackupStore 'gcs': keys must name a Secret, never hold keys, got no object (not printed). Fix: write keys: { name: 'my-secret' }.",
    );
    const encryption = 'none' as never;
    expect(() => BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1', encryption })).toThrow(
      "BackupStore 's3': encryption must be 'bucket', 'aes256' or { kmsKey }, got \"none\". Fix: write encryption: 'bucket' where the bucket encrypts by itself.",
    );
  });
});
