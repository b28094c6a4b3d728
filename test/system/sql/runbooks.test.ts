import { textOf } from '../../house/sources';
import { Engine } from './engine';

const queries = [...textOf('docs/runbooks/clickhouse.md').matchAll(/```sql\n([\s\S]+?)```/g)].map(
  ([, sql = '']) => sql,
);

let engine: Engine;
beforeAll(() => {
  engine = Engine.ofNpm();
});
afterAll(() => engine.end());

test('there are queries', () => {
  expect(queries.length).toBeGreaterThan(15);
});

test.each([...new Set(queries)])('ClickHouse takes %s', async (sql) => {
  // Tables of logs are made when there is something to log, which the engine never has; its columns are known anyway.
  const { error = '' } = await engine.ask(sql);
  const logs = /UNKNOWN_TABLE/.test(error) && /system\.(query_log|part_log)/.test(sql);
  const withoutKeeper = /NO_ZOOKEEPER|system\.zookeeper_connection/.test(error);
  expect(logs || withoutKeeper ? '' : error).toBe('');
});
