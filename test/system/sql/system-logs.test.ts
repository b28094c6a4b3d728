import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerSettings, Setting } from 'anyhouse';
import { cluster, objectOf } from '../../support/environments';
import { Engine } from './engine';
import { operatorXml } from './operator-xml';

/*
 * The engine in process makes no logs in tables. So its reader of configuration merges the files of the image, of the operator
 * and of this library, with `macros` in place of the log, as macros can be read back; the table is then made the way the
 * server makes it (Interpreters/SystemLog.cpp).
 */

/** Sections of logs as ClickHouse ships them, and what the operator puts in their place. */
const image: Readonly<Record<string, string>> = {
  query_log: '<database>system</database><table>query_log</table><partition_by>toYYYYMM(event_date)</partition_by>',
  part_log: '<partition_by>toYYYYMM(event_date)</partition_by>',
  metric_log: '<collect_interval_milliseconds>1000</collect_interval_milliseconds>',
  processors_profile_log:
    '<partition_by>toYYYYMM(event_date)</partition_by><ttl>event_date + INTERVAL 30 DAY DELETE</ttl>',
  opentelemetry_span_log:
    '<engine>engine MergeTree partition by toYYYYMM(finish_date) order by (finish_date, finish_time_us)</engine>',
};
const operatorLog = `<macros replace="1">
  <engine>Engine = MergeTree PARTITION BY event_date ORDER BY event_time TTL event_date + interval 30 day</engine>
  <flush_interval_milliseconds>7500</flush_interval_milliseconds>
</macros>`;

const engine = 'ENGINE = MergeTree PARTITION BY event_date ORDER BY event_time TTL event_date + INTERVAL 5 DAY';
const week = { ttl: 'event_date + INTERVAL 7 DAY' };

const cases: readonly (readonly [string, ServerSettings, string])[] = [
  ['query_log', {}, 'toIntervalDay(14)'],
  ['query_log', { query_log: week }, 'toIntervalDay(7)'],
  ['query_log', { query_log: { engine } }, 'toIntervalDay(5)'],
  ['part_log', {}, 'toIntervalDay(14)'],
  ['metric_log', {}, 'toIntervalDay(14)'],
  ['metric_log', { metric_log: { engine } }, 'toIntervalDay(5)'],
  ['processors_profile_log', {}, 'toIntervalDay(14)'],
  ['processors_profile_log', { processors_profile_log: { engine } }, 'toIntervalDay(5)'],
  ['opentelemetry_span_log', {}, 'toIntervalDay(14)'],
  ['query_log', { query_log: { ttl: Setting.removed } }, 'ORDER BY (event_date, event_time) SETTINGS'],
];

let server: Engine | undefined;
afterEach(() => server?.end());

test.each(cases)('%s with %j becomes a table that the server takes: %s', async (log, settings, expected) => {
  const directory = mkdtempSync(join(tmpdir(), 'anyhouse-sql-'));
  const { spec } = objectOf(cluster({ settings }), 'ClickHouseInstallation');
  const all = (spec as { configuration: { settings: Record<string, unknown> } }).configuration.settings;
  const own = Object.entries(all).flatMap(([path, value]) =>
    path.startsWith(`${log}/`) ? [[path.replace(log, 'macros'), value] as const] : [],
  );
  mkdirSync(join(directory, 'config.d'));
  const file = (name: string, text: string) => writeFileSync(join(directory, name), text);
  file('config.xml', `<clickhouse><macros>${image[log]}</macros></clickhouse>`);
  if (/^(query|part)_log$/.test(log)) file('config.d/01-operator.xml', `<clickhouse>${operatorLog}</clickhouse>`);
  file('config.d/chop-generated-settings.xml', operatorXml({ '': Object.fromEntries(own) }));
  server = Engine.ofNpm(join(directory, 'config.xml'));
  const rows = await server.rows<{ macro: string; substitution: string }>('SELECT * FROM system.macros');
  const merged = Object.fromEntries(rows.map(({ macro, substitution }) => [macro, substitution]));
  const created = await server.ask(
    `CREATE TABLE log (event_date Date, event_time DateTime, finish_date Date, finish_time_us UInt64) ${engineOf(merged)}`,
  );
  expect(created.error).toBeUndefined();
  const tables = await server.rows<{ engine_full: string }>("SELECT engine_full FROM system.tables WHERE name = 'log'");
  expect(tables[0]?.engine_full).toContain(expected);
});

/** The engine as the server puts it together. @throws Error where the server would not start */
function engineOf(section: Readonly<Record<string, string>>): string {
  const { engine: whole, partition_by, ttl, order_by = 'event_date, event_time' } = section;
  if (whole === undefined) {
    const partition = `PARTITION BY (${partition_by ?? 'toYYYYMM(event_date)'})`;
    return `ENGINE = MergeTree ${partition} ${ttl === undefined ? '' : `TTL ${ttl}`} ORDER BY (${order_by})`;
  }
  const beside = ['partition_by', 'ttl', 'order_by', 'storage_policy', 'settings'].filter((name) => name in section);
  if (beside.length > 0) throw new Error(`${beside.join(', ')} beside engine: the server does not start`);
  return whole;
}
