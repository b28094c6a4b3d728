import { askedBy, dashboards } from '../../support/dashboards';
import { Engine } from './engine';

const expressions = dashboards.flatMap(([, dashboard]) => askedBy(dashboard)).map(({ expression }) => expression);
const named = (kind: string) => [
  ...new Set(
    expressions.flatMap((expression) =>
      [...expression.matchAll(new RegExp(`\\bClickHouse${kind}_(\\w+)\\{`, 'g'))].map(([, name = '']) => name),
    ),
  ),
];

const engine = Engine.ofNpm();
afterAll(() => engine.end());

/** Names that ClickHouse does not know. Events that never happened have no row, so it is asked to count one. */
async function unknown(table: string, column: string, names: readonly string[]): Promise<readonly string[]> {
  const rows = await engine.rows<{ readonly name: string }>(`SELECT ${column} AS name FROM system.${table}`);
  const known = new Set(rows.map(({ name }) => name));
  return names.filter((name) => !known.has(name));
}

test('ClickHouse has every metric that panels ask for', async () => {
  const names = named('Metrics');
  expect(names.length).toBeGreaterThan(6);
  expect(await unknown('metrics', 'metric', names)).toEqual([]);
});

test('ClickHouse has every event that panels ask for', async () => {
  const names = named('ProfileEvents');
  expect(names.length).toBeGreaterThan(8);
  await engine.ask('SET system_events_show_zero_values = 1');
  expect(await unknown('events', 'event', names)).toEqual([]);
});
