import { consumingEngines } from '../../clickhouse/consuming-engines';
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

/**
 * Tables of the backup `@NAME@` that consume by themselves, one a line. RESTORE cannot leave out tables by their engine, and begins to
 * consume as soon as it has created them. An increment holds definitions that are new; the others lie in its base.
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Backups/BackupImpl.cpp writeBackupMetadata, base_backup
 */
export function consumersSql(
  store: ResolvedStore,
  source: BackupSource,
  collection: string,
  shard: number,
  { databases }: RestoreScope,
): string {
  const [call, argument] = store.kind === 'azure' ? ['azureBlobStorage', 'blob_path'] : ['s3', 'filename'];
  const read = (pattern: string) =>
    `${call}(${collection}, ${argument} = '${shardPath(store, source, shard)}/${pattern}', format = 'RawBLOB', structure = 'text String')`;
  const scope = databases
    ? ` AND extract(_path, '/metadata/([^/]+)/') IN (${databases.map((one) => `'${one}'`).join(', ')})`
    : '';
  return `WITH (SELECT extract(text, '<base_backup>[^<]*/([A-Za-z0-9-]+)') FROM ${read('@NAME@/.backup')}) AS base
SELECT DISTINCT replaceAll(extract(_path, '/metadata/(.+)[.]sql$'), '/', '.') FROM ${read('*/metadata/*/*.sql')}
WHERE extract(_path, '([^/]+)/metadata/') IN ('@NAME@', base)${scope}
  AND match(text, 'ENGINE = (${consumingEngines.join('|')})')
ORDER BY 1
`;
}

/**
 * Statements of all shards of a backup.
 * @param place where it goes: a copy beside the source may not consume
 */
export function nativeShards(
  store: ResolvedStore,
  source: BackupSource,
  collection: string,
  shards: number,
  scope: RestoreScope,
  place: 'in-place' | 'elsewhere',
): readonly NativeShard[] {
  return Array.from({ length: shards }, (_, shard) => {
    const from = storeSql(store, source, collection, shard, '@NAME@');
    return {
      list: backupsSql(store, source, collection, shard),
      structure: restoreSql(scope, 'structure', from),
      data: restoreSql(scope, 'data', from),
      ...(place === 'elsewhere' && { consumers: consumersSql(store, source, collection, shard, scope) }),
    };
  });
}
