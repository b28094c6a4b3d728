import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from './engine';

/* What rules about shards and their settings take for granted. */

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'anyhouse-sql-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The answer, or the error, of a ClickHouse that has started with some files of configuration. */
async function answer(files: Readonly<Record<string, string>>, ...queries: readonly string[]): Promise<string> {
  for (const [file, content] of Object.entries({ 'config.xml': `<path>${directory}/</path>`, ...files })) {
    mkdirSync(join(directory, file, '..'), { recursive: true });
    writeFileSync(join(directory, file), `<clickhouse>${content}</clickhouse>`);
  }
  const engine = Engine.ofNpm(join(directory, 'config.xml'));
  const said = await Promise.all(queries.map((query) => engine.ask(query)));
  engine.end();
  return said
    .map(({ rows, error }) => rows?.trim() ?? error)
    .join('\n')
    .trim();
}

test('what is common, in config.d, wins over what is special, in conf.d', async () => {
  const files = {
    'conf.d/chop-generated-settings.xml': '<macros><both>special</both><one>special</one></macros>',
    'config.d/chop-generated-settings.xml': '<macros><both>common</both></macros>',
  };
  expect(await answer(files, "SELECT getMacro('both'), getMacro('one')")).toBe('common\tspecial');
});

test.each([
  [[0, 0], /Cluster with zero weight on all shards is prohibited/],
  [[0, 1], /^$/],
])('rows for a cluster with weights %j', async (weights, told) => {
  const replica = '<replica><host>127.0.0.1</host><port>9000</port></replica>';
  const shards = weights.map((weight) => `<shard><weight>${weight}</weight>${replica}</shard>`);
  const files = {
    'config.xml': `<path>${directory}/</path><remote_servers><main>${shards.join('')}</main></remote_servers>`,
  };
  const create = 'CREATE TABLE d (a UInt8) ENGINE = Distributed(main, default, t, a)';
  expect(await answer(files, create, 'INSERT INTO d VALUES (1)')).toMatch(told);
});
