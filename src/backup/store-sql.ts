import type { Settings } from '../altinity/spec/values';
import type { ResolvedStore } from './store-options';
import { type BackupSource, shardPath } from './store-paths';

/**
 * A backup as SQL names it: `S3(anyhouse_backup, 'shard-0/full-1')`. Keys stand in the named collection, whose parts come
 * from a Secret, so that none stands in a query or in a log of queries.
 * @param collection see {@link storeCollection}
 * @param name of the backup; letters, digits and "-" only
 * @see https://clickhouse.com/docs/operations/backup/s3_endpoint
 */
export function storeSql(
  store: ResolvedStore,
  source: BackupSource,
  collection: string,
  shard: number,
  name: string,
): string {
  const call = store.kind === 'azure' ? 'AzureBlobStorage' : 'S3';
  return `${call}(${collection}, '${shardPath(store, source, shard)}/${name}')`;
}

/**
 * The named collection of a store, as settings of the server. Without keys the server uses the identity of its pod, which
 * is what `use_environment_credentials` stands for by default.
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Backups/registerBackupEngineS3.cpp
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Backups/registerBackupEngineAzureBlobStorage.cpp
 */
export function storeCollection(store: ResolvedStore, collection: string): Settings {
  const { keys } = store;
  const at = (key: string) => `named_collections/${collection}/${key}`;
  const secret = (key: string) => ({ valueFrom: { secretKeyRef: { name: keys?.name ?? '', key } } });
  const ids = store.kind === 'azure' ? ['account_name', 'account_key'] : ['access_key_id', 'secret_access_key'];
  return {
    ...(store.kind === 'azure'
      ? {
          [at('storage_account_url')]: `https://${store.account}.blob.core.windows.net`,
          [at('container')]: store.bucket,
          [at('container_already_exists')]: 'true',
          ...(!keys && { [at('use_workload_identity')]: 'true' }),
        }
      : { [at('url')]: store.url }),
    ...(keys && { [at(ids[0] ?? '')]: secret(keys.idKey), [at(ids[1] ?? '')]: secret(keys.secretKey) }),
  };
}
