import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/* What rules about shards and their settings take for granted. */

const chdb = join(__dirname, 'node_modules/chdb');
let directory: string;
beforeEach(() => {
  if (!existsSync(chdb)) throw new Error('chdb is missing. Fix: npm install --prefix test/system/sql');
  directory = mkdtempSync(join(tmpdir(), 'anyhouse-sql-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The answer, or the error, of a ClickHouse that has started with some files of configuration. */
function answer(files: Readonly<Record<string, string>>, query: string): string {
  for (const [file, content] of Object.entries({ 'config.xml': `<path>${directory}/</path>`, ...files })) {
    mkdirSync(join(directory, file, '..'), { recursive: true });
    writeFileSync(join(directory, file), `<clickhouse>${content}</clickhouse>`);
  }
  const script = `const { query } = require(${JSON.stringify(chdb)});
    try { console.log(query(${JSON.stringify(query)}, 'TSV').trim()); } catch (error) { console.log(error.message); }`;
  return execFileSync(process.execPath, ['-e', script], { cwd: directory, encoding: 'utf8' }).trim();
}

test('what is common, in config.d, wins over what is special, in conf.d', () => {
  const files = {
    'conf.d/chop-generated-settings.xml': '<macros><both>special</both><one>special</one></macros>',
    'config.d/chop-generated-settings.xml': '<macros><both>common</both></macros>',
  };
  expect(answer(files, "SELECT getMacro('both'), getMacro('one')")).toBe('common\tspecial');
});

test.each([
  [[0, 0], /Cluster with zero weight on all shards is prohibited/],
  [[0, 1], /^$/],
])('rows for a cluster with weights %j', (weights, told) => {
  const replica = '<replica><host>127.0.0.1</host><port>9000</port></replica>';
  const shards = weights.map((weight) => `<shard><weight>${weight}</weight>${replica}</shard>`);
  const files = {
    'config.xml': `<path>${directory}/</path><remote_servers><main>${shards.join('')}</main></remote_servers>`,
  };
  const create = 'CREATE TABLE d (a UInt8) ENGINE = Distributed(main, default, t, a)';
  expect(answer(files, `${create}; INSERT INTO d VALUES (1)`)).toMatch(told);
});
