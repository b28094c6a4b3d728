import type { ResolvedStore } from '../store-options';
import { type BackupSource, shardPath } from '../store-paths';
import { storeSql } from '../store-sql';
import type { NativeShard } from './files';
import { type RestoreScope, restoreSql } from './sql';

/**
 * Names of the complete backups of a shard, one a line. SQL cannot list backups, but files: `.backup` is written last. Nothing of
 * it is read: the format `One` makes a row of each file.
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Backups/BackupImpl.cpp
 * @see https://clickhouse.com/docs/interfaces/formats/One
 */
export function backupsSql(store: ResolvedStore, source: BackupSource, collection: string, shard: number): string {
  const [call, argument] = store.kind === 'azure' ? ['azureBlobStorage', 'blob_path'] : ['s3', 'filename'];
  return `SELECT extract(_path, '([^/]+)/[.]backup$')
FROM ${call}(${collection}, ${argument} = '${shardPath(store, source, shard)}/*/.backup', format = 'One')
ORDER BY 1
`;
}

/** Statements of all shards of a backup. */
export function nativeShards(
  store: ResolvedStore,
  source: BackupSource,
  collection: string,
  shards: number,
  scope: RestoreScope,
): readonly NativeShard[] {
  return Array.from({ length: shards }, (_, shard) => {
    const from = storeSql(store, source, collection, shard, '@NAME@');
    return {
      list: backupsSql(store, source, collection, shard),
      structure: restoreSql(scope, 'structure', from),
      data: restoreSql(scope, 'data', from),
    };
  });
}
