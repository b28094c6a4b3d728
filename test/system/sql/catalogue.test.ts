import { type SettingKind, settingsOf } from '../../../src/settings/catalogue';
import { has } from '../../../src/settings/releases';
import { valueFault } from '../../../src/settings/value-fault';
import { Engine } from './engine';

let engine: Engine;
beforeAll(() => {
  engine = Engine.ofNpm();
});
afterAll(() => engine.end());

const tables = { query: 'settings', server: 'server_settings', 'merge-tree': 'merge_tree_settings' } as const;
const release = '26.7';

test.each(Object.entries(tables))(
  'the catalogue has all %s settings of the server, and no others',
  async (kind, table) => {
    const rows = await engine.rows<{ name: string }>(`SELECT name FROM system.${table} ORDER BY name`);
    const known = [...settingsOf(kind as SettingKind).values()].filter((each) =>
      has(each, kind as SettingKind, release),
    );
    expect(known.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name).sort());
    expect(rows.length).toBeGreaterThan(300);
  },
);

test('it is the release that the tests are about', async () => {
  expect((await engine.rows<{ version: string }>('SELECT version() AS version'))[0]?.version).toMatch(/^26\.7\./);
});

/** Values that tell types apart. */
const samples = [
  '0',
  '1',
  '7',
  '-1',
  '0.5',
  '10Gi',
  '10G',
  '10GB',
  '1e3',
  'auto',
  'true',
  'yes',
  '',
  ';',
  'throw',
  'x y',
];

/** What a server says about a value that it cannot read. */
const unreadable = /CANNOT_PARSE|BAD_ARGUMENTS|UNKNOWN_|SIZE_OF_FIXED_STRING|ATTEMPT_TO_READ_AFTER_EOF|Must be one of/;

/** What the server takes and nobody means: numbers that overflow, times below zero or with a unit of bytes. */
const nonsense = /(Milliseconds|Int32) '10Gi?'|Seconds '-1'|NonZeroUInt64 '0'/;

test('no value is refused that the server takes, apart from nonsense', async () => {
  const usable = [...settingsOf('query').values()].filter(
    (setting) => has(setting, 'query', release) && setting.obsolete === undefined && !setting.several,
  );
  // Three settings of each type: all of them would take minutes.
  const settings = usable.filter((setting) => usable.filter(({ type }) => type === setting.type).indexOf(setting) < 3);
  const pairs = settings.flatMap((setting) => samples.map((value) => ({ setting, value })));
  const answers = await Promise.all(
    pairs.map(({ setting, value }) => engine.ask(`EXPLAIN SYNTAX SELECT 1 SETTINGS ${setting.name} = '${value}'`)),
  );
  const compared = pairs.map(({ setting, value }, index) => {
    const { error = '' } = answers[index] ?? {};
    const taken = valueFault(setting, value) === undefined;
    return {
      line: `${setting.name} ${setting.type} '${value}' ${error.slice(0, 120)}`,
      taken,
      read: !unreadable.test(error),
    };
  });
  expect(compared.length).toBeGreaterThan(1000);
  expect(compared.filter(({ taken, read, line }) => !taken && read && !nonsense.test(line))).toEqual([]);
});
