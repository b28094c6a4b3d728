/** Tables that monitoring reads: how much, how fast, how far behind, and what went wrong. None of them holds rows of users. */
const tables = [
  ...['asynchronous_metric_log', 'asynchronous_metrics', 'events', 'metric_log', 'metrics'],
  ...['detached_parts', 'disks', 'merges', 'moves', 'mutations', 'part_log', 'parts', 'storage_policies'],
  ...['clusters', 'distributed_ddl_queue', 'distribution_queue', 'replicas', 'replication_queue'],
  ...['dictionaries', 'errors', 'processes', 'query_log', 'view_refreshes'],
  ...['build_options', 'columns', 'databases', 'macros', 'merge_tree_settings', 'settings', 'tables'],
] as const;

/**
 * Rights of a user that watches: it sees how the servers are and the names of tables, and no rows, no users and no secrets of
 * named collections. Texts of queries are in `system.query_log`, with the values that stand in them.
 *
 * ```ts
 * users: { observer: { networks: ['10.0.0.0/8'], grants: observerGrants } }
 * ```
 * @see https://clickhouse.com/docs/sql-reference/statements/grant#privileges
 */
export const observerGrants: readonly string[] = [
  'SHOW DATABASES, SHOW TABLES, SHOW COLUMNS, SHOW DICTIONARIES ON *.*',
  ...tables.map((table) => `SELECT ON system.${table}`),
];
