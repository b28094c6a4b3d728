import { Document, stringify } from 'yaml';
import { chart } from '../../../src/tools/from-helm/chart';
import { convertValues } from '../../../src/tools/from-helm/from-helm';
import { defaultOf, printPath } from '../../../src/tools/from-helm/values';
import { compileTexts } from '../../types/programs';
import facts from './chart-defaults.json';
import { runProgram } from './programs';

jest.setTimeout(120_000);

const leaves = Object.entries(facts.defaults as Readonly<Record<string, unknown>>);

test('the defaults that the conversion knows are those of the release that was read', () => {
  expect(facts.version).toBe(chart.version);
  expect(leaves.length).toBe(83);
  expect(Object.fromEntries(leaves.map(([path]) => [path, defaultOf(path.split('.'))]))).toEqual(facts.defaults);
});

/** Another value of the same kind, as somebody might write it. */
function changed(path: string, value: unknown): unknown {
  const own = others[path];
  if (own !== undefined) return own;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 2;
  if (typeof value === 'string') return /size/i.test(path) ? '77Gi' : 'changed';
  return Array.isArray(value) ? [{ name: 'changed' }] : { 'example.com/changed': 'yes' };
}

const others: Readonly<Record<string, unknown>> = {
  'clickhouse.zones': ['eu-west-1a'],
  'clickhouse.lbService.loadBalancerSourceRanges': ['10.0.0.0/8'],
  'clickhouse.settings': { max_concurrent_queries: 200 },
  'clickhouse.profiles': { web: { max_threads: 4 } },
  'clickhouse.resources': { requests: { cpu: 2, memory: '4Gi' } },
  'clickhouse.antiAffinityScope': 'Shard',
};

/** Features that other values belong to. */
const switches = [
  ...['keeper.enabled', 'clickhouse.antiAffinity', 'clickhouse.lbService.enabled', 'clickhouse.initScripts.enabled'],
  ...['clickhouse.clusterSecret.enabled', 'clickhouse.persistence.logs.enabled'],
];

/** Values as nested maps, from their paths. */
function nested(paths: readonly (readonly [path: string, value: unknown])[]): object {
  const root = new Document({});
  for (const [path, value] of paths) root.setIn(path.split('.'), value);
  return root.toJS();
}

/** Values with one change. Features that values belong to are on, so that the change does something. */
function valuesWith(path: string, value: unknown): object {
  return nested([...switches.map((each) => [each, true] as const), [path, value]]);
}

const conversions = leaves.map(([path, value]) => {
  const text = stringify(valuesWith(path, changed(path, value)));
  return { path, ...convertValues(text, 'values.yaml') };
});

test.each(conversions.map((each) => [each.path, each] as const))(
  '%s is mapped or reported',
  (_, { notMapped, mapped }) => {
    expect(mapped + notMapped.length).toBeGreaterThan(0);
    expect(notMapped.filter(({ reason }) => /has no such value/.test(reason))).toEqual([]);
  },
);

/** Values that change nothing in the program, with the reason. */
const sameHere: Readonly<Record<string, string>> = {
  'clickhouse.antiAffinityScope': 'there is one shard',
  'clickhouse.keeper.port': 'it is the port of clickhouse.keeper.host, which is not set',
  'clickhouse.serviceAccount.create': 'servers ask nothing of Kubernetes',
  'keeper.zoneSpread': 'the platform says which zones there are, and Keeper is spread over them',
};

test('a changed value changes the program, or is reported, or is the same thing here', () => {
  const same = convertValues(stringify(valuesWith('keeper.enabled', true)), 'values.yaml').program;
  const silent = conversions.filter(({ path, program, notMapped }) => {
    const told = notMapped
      .map((each) => printPath(each.path))
      .some((each) => each.startsWith(path) || path.startsWith(each));
    return program === same && !told && !switches.includes(path);
  });
  expect(silent.map(({ path }) => path)).toEqual(Object.keys(sameHere));
});

test('every program compiles', () => {
  const files = conversions.map(({ path, program }) => [`${path}.ts`, program] as const);
  const compiled = compileTexts(__dirname, files);
  expect([...compiled.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
});

test.each(conversions.map(({ path, program }) => [path, program] as const))('%s: the program runs', (_, program) => {
  expect(runProgram(program).length).toBeGreaterThan(5);
});

test('values that are all the defaults make the program of no values', () => {
  const all = convertValues(stringify(nested(leaves)), 'values.yaml');
  const none = convertValues('', 'values.yaml');
  expect(all.program).toBe(none.program);
  expect(all.notMapped).toEqual([]);
  expect(all.mapped + all.idle).toBe(leaves.length);
  expect(none).toMatchObject({ mapped: 0, idle: 0, notMapped: [] });
});
