import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeBlocks } from '../../../scripts/markdown';
import { textOf } from '../../house/sources';
import { Engine } from './engine';
import { operatorXml } from './operator-xml';

const queries = codeBlocks(textOf('docs/explore.md'), 'sql').map((query) => query.trim());
const about = (table: string) => queries.find((query) => query.includes(table)) ?? `no query of ${table}`;

let engine: Engine;
beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'anyhouse-sql-'));
  const log = { database: 'system', table: 'query_log', engine: 'ENGINE = MergeTree ORDER BY event_time' };
  const entries = Object.entries(log).map(([key, value]) => [`query_log/${key}`, value] as const);
  writeFileSync(join(directory, 'config.xml'), operatorXml({ '': Object.fromEntries(entries) }));
  engine = Engine.ofNpm(join(directory, 'config.xml'));
  for (const statement of [
    'CREATE TABLE hits (id UInt64, page String) ENGINE = MergeTree ORDER BY id SETTINGS min_bytes_for_wide_part = 10000000',
    'INSERT INTO hits SELECT number, toString(number % 10) FROM numbers(900000)',
    'INSERT INTO hits SELECT number, toString(number % 10) FROM numbers(100000)',
    "SET param_table = 'hits'",
  ]) {
    expect((await engine.ask(statement)).error).toBeUndefined();
  }
});
afterAll(() => engine.end());

test.each(queries)('a server answers %s', async (query) => {
  const { error } = await engine.ask(query);
  // Only a server has a log of queries, from its first query on.
  if (query.includes('query_log')) expect(error ?? '').not.toMatch(/Syntax|Missing columns|UNKNOWN_IDENTIFIER/);
  else expect(error).toBeUndefined();
});

test('tables come with rows and sizes', async () => {
  const [row] = await engine.rows<Record<string, unknown>>(about('system.tables\n'));
  expect(row).toMatchObject({ name: 'hits', engine: 'MergeTree', rows: 1_000_000 });
  expect(String(row?.size)).toMatch(/^[\d.]+ MiB$/);
});

test('columns come with what they cost on disk, and with how much of the table that stands for', async () => {
  const rows = await engine.rows<Record<string, unknown>>(about('system.parts_columns'));
  expect(rows.map(({ column }) => column)).toEqual(['id', 'page']);
  expect(rows.map(({ ratio }) => Number(ratio) > 1)).toEqual([true, true]);
  expect(rows.map(({ percent_of_rows }) => Number(percent_of_rows))).toEqual([90, 90]);
});

test('parts are counted for each partition', async () => {
  const rows = await engine.rows<Record<string, unknown>>(about('system.parts\n'));
  expect(rows).toContainEqual(expect.objectContaining({ table: 'hits', parts: 2 }));
});
