import { consumingEngines } from '../clickhouse/consuming-engines';

/** What counts as idle. */
export interface IdleQuestion {
  /** Minutes without work. */
  readonly minutes: number;
  /** Users whose queries are no work: the operator, backups, monitoring, whoever asks. */
  readonly ignoredUsers: readonly string[];
}

/** Databases that do the same. */
const consumingDatabases = ['MaterializedMySQL', 'MaterializedPostgreSQL'] as const;

/** One kind of work: rows of a system table, and how they are told. */
interface Work {
  /** Completes "busy: ...". An expression, so that it can say how much. */
  readonly told: string;
  readonly table: string;
  readonly where: string;
}

/**
 * The question whether one server is idle. It answers with one row: `idle`, or `busy: ` and what it is busy with. Whatever
 * cannot be read is an error and no answer, so that nothing is stopped by mistake.
 *
 * `SYSTEM FLUSH LOGS` comes first: it makes `system.query_log` where nothing was logged yet, and brings the queries of the last
 * seconds into it. Merges and fetches of a queue are no work: they go on after the next start.
 * @see https://clickhouse.com/docs/operations/system-tables
 */
export function idleQuestion(question: IdleQuestion): string {
  const rows = workOf(question).map(
    ({ told, table, where }) => `  SELECT ${told} AS work FROM ${table} WHERE ${where} HAVING count() > 0`,
  );
  return [
    'SYSTEM FLUSH LOGS;',
    "SELECT if(empty(groupArray(work) AS all), 'idle', 'busy: ' || arrayStringConcat(arraySort(all), ', ')) FROM (",
    rows.join('\n  UNION ALL\n'),
    ');',
    '',
  ].join('\n');
}

function workOf({ minutes, ignoredUsers }: IdleQuestion): readonly Work[] {
  // The initial user: servers ask each other as somebody else where they share no secret.
  const others = `initial_user NOT IN (${ignoredUsers.map(quoted).join(', ')})`;
  const since = `now() - INTERVAL ${minutes} MINUTE`;
  return [
    { told: `'started less than ${minutes} minutes ago'`, table: 'system.one', where: `uptime() < ${minutes * 60}` },
    {
      told: "'queries run: ' || toString(count())",
      table: 'system.processes',
      where: `${others} AND query_id != queryID()`,
    },
    {
      told: `'queries in the last ${minutes} minutes: ' || toString(count())`,
      table: 'system.query_log',
      // Whatever is dated later than now counts, too: the clock was put back.
      where: `event_date >= toDate(${since}) AND event_time > ${since} AND ${others} AND query_id != queryID()`,
    },
    { told: "'asynchronous inserts wait'", table: 'system.asynchronous_inserts', where: '1' },
    {
      told: "'a backup or restore runs'",
      table: 'system.backups',
      where: "status IN ('CREATING_BACKUP', 'RESTORING')",
    },
    // One that fails is no work: it would hold the cluster for ever.
    {
      told: "'mutations run: ' || toString(count())",
      table: 'system.mutations',
      where: "NOT is_done AND latest_fail_reason = ''",
    },
    {
      told: "'distributed inserts wait to be sent'",
      table: 'system.distribution_queue',
      where: 'data_files > 0 AND error_count = 0 AND NOT is_blocked',
    },
    { told: "'parts are copied from another replica'", table: 'system.replicated_fetches', where: '1' },
    {
      told: "'has tables that consume by themselves: ' || arrayStringConcat(arraySort(groupUniqArray(engine)), ' ')",
      table: 'system.tables',
      where: `engine IN (${consumingEngines.map(quoted).join(', ')})`,
    },
    {
      told: "'has databases that consume by themselves: ' || arrayStringConcat(arraySort(groupUniqArray(engine)), ' ')",
      table: 'system.databases',
      where: `engine IN (${consumingDatabases.map(quoted).join(', ')})`,
    },
    { told: "'has refreshable views'", table: 'system.view_refreshes', where: "status != 'Disabled'" },
  ];
}

/** Rights of whoever asks. Without those to see tables, system tables would leave out what they must not leave out. */
export const idleGrants: readonly string[] = [
  'SHOW DATABASES, SHOW TABLES, SHOW COLUMNS, SYSTEM FLUSH LOGS ON *.*',
  ...[
    'asynchronous_inserts',
    'backups',
    'databases',
    'distribution_queue',
    'mutations',
    'one',
    'processes',
    'query_log',
    'replicated_fetches',
    'tables',
    'view_refreshes',
  ].map((table) => `SELECT ON system.${table}`),
];

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
