import type { HostHooks } from '../altinity/spec/hooks';
import type { Files } from '../altinity/spec/values';
import { type OperatorVersion, supports } from '../altinity/versions';

/** Statements that create databases; they do nothing where the database exists. */
function statements(databases: readonly string[]): string[] {
  return databases.map((database) => `CREATE DATABASE IF NOT EXISTS \`${database}\``);
}

/**
 * How databases come to every replica. The operator runs SQL after it has created or reconciled a host, from 0.27.1 on:
 * a new database restarts nothing. Before that the server runs it at each start.
 * @see https://clickhouse.com/docs/operations/startup-scripts
 */
export function renderDatabases(
  databases: readonly string[],
  operatorVersion: OperatorVersion,
): { hooks?: HostHooks; files?: Files } {
  if (databases.length === 0) return {};
  if (supports(operatorVersion, 'hooks')) {
    return { hooks: { post: [{ events: ['HostCreate', 'HostUpdate'], sql: { queries: statements(databases) } }] } };
  }
  const scripts = statements(databases).map(
    (query) => `    <scripts>\n      <query>${query}</query>\n    </scripts>\n`,
  );
  const file = `<clickhouse>\n  <startup_scripts>\n${scripts.join('')}  </startup_scripts>\n</clickhouse>\n`;
  return { files: { 'config.d/databases.xml': file } };
}
