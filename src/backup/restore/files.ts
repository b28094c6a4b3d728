import { nativeScript } from './scripts/native-script';
import { sidecarScript } from './scripts/sidecar-script';
import {
  countsSql,
  databasesSql,
  definitionsSql,
  markInsertSql,
  markSql,
  markTableSql,
  type RestoreScope,
  replicatedCountsSql,
  replicatedSql,
  stateSql,
  tablesSql,
} from './sql';

/** Files of a restore, by name: its script, and the statements that it runs. */
export type RestoreFiles = Readonly<Record<string, string>>;

/** Files of both engines. */
function sharedFiles(scope: RestoreScope): RestoreFiles {
  return {
    'tables.sql': tablesSql(scope),
    'counts.sql': countsSql(scope),
    'replicated.sql': replicatedSql(scope),
    'replicated-counts.sql': replicatedCountsSql(scope),
    'mark-table.sql': markTableSql,
    'mark.sql': markSql,
    'mark-insert.sql': markInsertSql,
  };
}

/** Files of a restore with clickhouse-backup. */
export function sidecarFiles(scope: RestoreScope): RestoreFiles {
  return { 'restore.sh': sidecarScript, ...sharedFiles(scope) };
}

/** How SQL names the backups of one shard. */
export interface NativeShard {
  /** Lists the names of complete backups, one a line. */
  readonly list: string;
  /** Restores what `@NAME@` stands for, as `@ID@`. */
  readonly structure: string;
  /** The same for the data. */
  readonly data: string;
  /** Lists tables of what `@NAME@` stands for that consume by themselves. @default - they may */
  readonly consumers?: string;
}

/** Files of a restore with SQL. */
export function nativeFiles(scope: RestoreScope, shards: readonly NativeShard[]): RestoreFiles {
  const perShard = shards.flatMap(({ list, structure, data, consumers }, shard) => [
    [`backups-${shard}.sql`, list],
    [`structure-${shard}.sql`, structure],
    [`data-${shard}.sql`, data],
    ...(consumers === undefined ? [] : [[`consumers-${shard}.sql`, consumers]]),
  ]);
  return {
    'restore.sh': nativeScript,
    ...sharedFiles(scope),
    'databases.sql': databasesSql(scope),
    'definitions.sql': definitionsSql(scope),
    'state.sql': stateSql,
    ...Object.fromEntries(perShard),
  };
}
