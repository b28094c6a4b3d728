import { catalogueReleases, type SettingKind, settingsOf } from '../../src/settings/catalogue';
import { nameFault, nearest, pathFault } from '../../src/settings/judge';
import { covers, releaseOf } from '../../src/settings/releases';
import { typos } from './typos';

test('at least 27 of 30 typical misspellings get the right suggestion', () => {
  const wrong = typos.filter(([kind, typo, meant]) => nearest(typo, kind, '26.3') !== meant);
  expect(typos).toHaveLength(30);
  expect(wrong.length).toBeLessThanOrEqual(3);
});

/** Numbers from 0 to 1 that are the same at every run. */
function* seeded(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

test('one slip of a finger in any setting is put right 95 times of 100', () => {
  const numbers = seeded(4);
  const next = (bound: number) => Math.floor((numbers.next().value as number) * bound);
  const names = [...settingsOf('query').keys()].filter((name) => name.length > 9 && !nameFault('query', name, '26.3'));
  const right = Array.from({ length: 100 }, () => {
    const name = names[next(names.length)] as string;
    const at = 1 + next(name.length - 2);
    const slips = [
      name.slice(0, at) + name.slice(at + 1),
      name.slice(0, at) + name[at] + name.slice(at),
      name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2),
    ];
    const slip = slips[next(slips.length)] as string;
    return nameFault('query', slip, '26.3') === undefined || nearest(slip, 'query', '26.3') === name;
  });
  expect(right.filter(Boolean).length).toBeGreaterThanOrEqual(95);
});

test.each([
  ['clickhouse/clickhouse-server:26.3.33.24', '26.3'],
  ['registry.example.com:5000/ch:25.8-alpine', '25.8'],
  ['altinity/clickhouse-server:25.3.6.10034.altinitystable', '25.3'],
  [`clickhouse/clickhouse-server@sha256:${'a'.repeat(64)}`, undefined],
  ['clickhouse/clickhouse-server:our-build', undefined],
  ['clickhouse/clickhouse-server:26', undefined],
])('%s runs release %s', (image, release) => {
  expect(releaseOf(image)).toBe(release);
});

test.each([
  ['query', '26.3', true],
  ['query', '25.8', true],
  ['query', '26.4', true],
  ['query', '25.3', false],
  ['query', '26.10', false],
  ['server', '25.8', false],
  ['server', '26.1', true],
  ['query', undefined, false],
] as const)('settings of kind %s of release %s are known for sure: %s', (kind, release, known) => {
  expect(covers(kind, release)).toBe(known);
});

test('every setting is known to the releases in which it was read, and to no release before', () => {
  const releases = catalogueReleases();
  const wrong = (['query', 'merge-tree'] as const).flatMap((kind: SettingKind) =>
    [...settingsOf(kind).values()].flatMap(({ name, since = releases[0] as string, until = releases.at(-1) }) =>
      releases
        .filter((release, index) => {
          const there = index >= releases.indexOf(since) && index <= releases.indexOf(until as string);
          return (nameFault(kind, name, release)?.rule === 'settings/unknown') === there;
        })
        .map((release) => `${name} ${release}`),
    ),
  );
  expect(wrong).toEqual([]);
});

test('a release between two that were read has what either of them has', () => {
  const newer = [...settingsOf('query').values()].find(({ since, until }) => since === '26.5' && !until);
  expect(nameFault('query', newer?.name ?? '', '26.4')).toBeUndefined();
  expect(nameFault('query', newer?.name ?? '', '26.3')?.fix).toBe('remove it, or use an image of 26.5 or later.');
});

test.each([
  ['query', 'max_concurrent_queries', 'move it to settings: { ... }.'],
  ['server', 'max_memory_usage', 'move it to profiles: { name: { ... } }.'],
  ['query', 'index_granularity', 'move it to settings: { merge_tree: { ... } }.'],
  ['query', 'qqqqqqqq', 'see system.settings of the server; allowUnknown({ ... }) lets it through.'],
] as const)('a setting of kind %s called %s has a way out', (kind, name, fix) => {
  expect(nameFault(kind, name, '26.3')).toMatchObject({ rule: 'settings/unknown', fix });
});

test.each([
  ['profiles', 'web/max_threads'],
  ['profiles', 'web/profile'],
  ['profiles', 'web/constraints/max_threads/max'],
  ['profiles', 'web/SQL_tenant'],
  ['settings', 'logger/level'],
  ['settings', 'listen_host'],
  ['settings', '/merge_tree//parts_to_throw_insert'],
  ['settings', 'query_log/ttl'],
  ['settings', '{chi}_extra/x'],
] as const)('%s %s is nothing to complain about', (section, path) => {
  expect(pathFault(section, path, '26.3')).toBeUndefined();
});
