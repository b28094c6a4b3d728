import type { ResolvedStore } from '../store-options';
import { type BackupSource, shardPath } from '../store-paths';

/** The named collection with the store of backups. */
export const backupCollection = 'anyhouse_backup';

/** Where a backup lies, as SQL, with places for the shard and the name. */
export function destinationFormat(store: ResolvedStore, source: BackupSource): string {
  const call = store.kind === 'azure' ? 'AzureBlobStorage' : 'S3';
  return `${call}(${backupCollection}, '${folderFormat(store, source)}/%s')`;
}

/**
 * Names of all backups of a shard that are complete: the file `.backup` is written last. With a place for the shard.
 * @see https://clickhouse.com/docs/sql-reference/table-functions/s3#wildcards-in-path
 */
export function listingFormat(store: ResolvedStore, source: BackupSource): string {
  const [call, key] = store.kind === 'azure' ? ['azureBlobStorage', 'blob_path'] : ['s3', 'filename'];
  const pattern = `${folderFormat(store, source)}/*/.backup`;
  return `SELECT splitByChar('/', _path)[-2] FROM ${call}(${backupCollection}, ${key} = '${pattern}', format = 'One') SETTINGS s3_throw_on_zero_files_match = 0`;
}

function folderFormat(store: ResolvedStore, source: BackupSource): string {
  return shardPath(store, source, '{shard}').replace('{shard}', '%s');
}
