/** Databases that belong to ClickHouse: no backup has them. */
const systemDatabases = ['system', 'INFORMATION_SCHEMA', 'information_schema'] as const;

const literal = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const listOf = (names: readonly string[]) => names.map(literal).join(', ');

/** A column as an identifier in back quotes, in SQL. */
const identifier = (column: string) =>
  String.raw`'\`' || replaceAll(replaceAll(${column}, '\\', '\\\\'), '\`', '\\\`') || '\`'`;

/** What a restore is about: certain databases, or all. */
export interface RestoreScope {
  /** Databases; all without. */
  readonly databases?: readonly string[];
}

/** Condition on a column `database` that holds for what is restored. */
function inScope({ databases }: RestoreScope): string {
  return databases ? `database IN (${listOf(databases)})` : `database NOT IN (${listOf(systemDatabases)})`;
}

/** Tables, views and dictionaries that a restore would meet: none may be there, not even empty ones. */
export function tablesSql(scope: RestoreScope): string {
  return `SELECT database || '.' || name FROM system.tables
WHERE ${inScope(scope)} AND NOT is_temporary AND name NOT LIKE '.inner%'
ORDER BY 1
`;
}

/**
 * Rows of all tables that backups of both engines hold: name and rows, tab-separated. A materialized view stands for its inner
 * table, whose name is another one after each restore.
 */
export function countsSql(scope: RestoreScope): string {
  return `SELECT database || '.' || name, total_rows FROM system.tables
WHERE ${inScope(scope)} AND total_rows IS NOT NULL AND name NOT LIKE '.inner%'
  AND (engine LIKE '%MergeTree' OR engine = 'MaterializedView')
ORDER BY 1
`;
}

/** Rows of replicated tables, which all replicas of a shard share. */
export function replicatedCountsSql(scope: RestoreScope): string {
  return `SELECT database || '.' || name, total_rows FROM system.tables
WHERE ${inScope(scope)} AND engine LIKE 'Replicated%'
ORDER BY 1
`;
}

/** Statements, one a line, with which a replica waits until it has fetched everything. */
export function replicatedSql(scope: RestoreScope): string {
  return `SELECT 'SYSTEM SYNC REPLICA ' || ${identifier('database')} || '.' || ${identifier('table')} FROM system.replicas
WHERE ${inScope(scope)}
ORDER BY 1
FORMAT TSVRaw
`;
}

/**
 * Where finished restores are written down: beside the data, in a database that is in no backup, as clickhouse-backup keeps its own
 * tables there.
 */
export const markTableSql = `CREATE TABLE IF NOT EXISTS system.finished_restores
(job String, backup String, finished DateTime DEFAULT now())
ENGINE = MergeTree ORDER BY job
`;

/** Which backup a job has restored, when it has. */
export const markSql = `SELECT backup FROM system.finished_restores WHERE job = {job:String} LIMIT 1
`;

/** Writes down that a job is done. */
export const markInsertSql = `INSERT INTO system.finished_restores (job, backup) SELECT {job:String}, {backup:String}
`;

/** State of an operation that the server runs by itself: one word, and what is wrong. */
export const stateSql = `SELECT status, error FROM system.backups WHERE id = {id:String}
`;

/** Statements, one a line, that create the databases of this server at another one. */
export function databasesSql({ databases }: RestoreScope): string {
  const scope = databases
    ? `name IN (${listOf(databases)})`
    : `name NOT IN (${listOf([...systemDatabases, 'default'])})`;
  return `SELECT 'CREATE DATABASE IF NOT EXISTS ' || ${identifier('name')} || ' ENGINE = ' || engine_full FROM system.databases
WHERE ${scope}
ORDER BY name
FORMAT TSVRaw
`;
}

/** Statements, one a line, that create the tables of this server at another one, with the same UUIDs. */
export function definitionsSql(scope: RestoreScope): string {
  return `SELECT create_table_query FROM system.tables
WHERE ${inScope(scope)} AND NOT is_temporary AND name NOT LIKE '.inner%'
ORDER BY engine LIKE '%View', database, name
FORMAT TSVRaw
SETTINGS show_table_uuid_in_table_create_query_if_not_nil = 1
`;
}

/**
 * A restore that goes on in the server. `@NAME@` stands for the name of the backup and `@ID@` for that of the operation, which the
 * script knows.
 * @param from where the backup lies, as SQL names it, with `@NAME@` in the place of its name
 * @see https://clickhouse.com/docs/operations/backup/overview
 */
export function restoreSql({ databases }: RestoreScope, what: 'structure' | 'data', from: string): string {
  const names = databases?.map((name) => `DATABASE \`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``);
  const objects = names?.join(', ') ?? `ALL EXCEPT DATABASES ${systemDatabases.join(', ')}`;
  return `RESTORE ${objects}
FROM ${from}
SETTINGS id = '@ID@'${what === 'structure' ? ', structure_only = 1' : ''}
ASYNC
`;
}

/**
 * Tables of the source, tab-separated: name, rows in parts that are older than a time, rows now. What is older and still there was
 * there at that time. Inner tables of views have other names in each cluster.
 */
export function sourceRowsSql(scope: RestoreScope): string {
  return `WITH parseDateTime({time:String}, '%Y%m%d%H%i%s', 'UTC') AS backup
SELECT database || '.' || table, sumIf(rows, modification_time < backup) AS old, sum(rows) FROM system.parts
WHERE active AND ${inScope(scope)} AND table NOT LIKE '.inner%'
GROUP BY 1
HAVING old > 0
ORDER BY 1
`;
}
