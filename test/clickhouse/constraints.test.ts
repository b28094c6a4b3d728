import { allowUnknown, type ClickHouseClusterProps } from 'anyhouse';
import { cluster, messageOf, objectOf } from '../support/environments';

type Profiles = ClickHouseClusterProps['profiles'];

const rendered = (profiles: Profiles) => {
  const { spec } = objectOf(cluster({ profiles }), 'ClickHouseInstallation');
  const all = (spec as { configuration: { profiles: Record<string, unknown> } }).configuration.profiles;
  return Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith('default/')));
};

test('constraints become paths inside of the profile', () => {
  const max_memory_usage = { min: 1, max: '20Gi' } as const;
  const constraints = {
    max_memory_usage,
    max_threads: { readonly: true },
    log_comment: { changeable_in_readonly: true },
  } as const;
  expect(rendered({ web: { max_memory_usage: '10Gi', constraints } })).toEqual({
    'web/max_memory_usage': '10Gi',
    'web/constraints/max_memory_usage/min': 1,
    'web/constraints/max_memory_usage/max': '20Gi',
    'web/constraints/max_threads/readonly': 1,
    'web/constraints/log_comment/changeable_in_readonly': 1,
  });
});

test('constraints of settings of tomorrow are let through', () => {
  expect(rendered({ web: { constraints: { ...allowUnknown({ setting_of_tomorrow: { max: 1 } }) } } })).toEqual({
    'web/constraints/setting_of_tomorrow/max': 1,
  });
});

// biome-ignore format: one case a line is easier to read
const cases: readonly (readonly [string, unknown, string])[] = [
  ['a misspelt setting', { max_memory_usge: { max: 1 } }, `profiles.web.constraints.max_memory_usge must be a setting of ClickHouse 26.3, got "max_memory_usge". Fix: write "max_memory_usage". [settings/unknown]`],
  ['a misspelt setting without bounds', { max_thread: { readonly: true } }, `profiles.web.constraints.max_thread must be a setting of ClickHouse 26.3, got "max_thread". Fix: write "max_threads". [settings/unknown]`],
  ['a bound of another type', { max_threads: { max: 'many' } }, `profiles.web.constraints.max_threads.max must be a whole number from 0 to 18446744073709551615, also as text with K, M, G, T, Ki, Mi, Gi or Ti, got "many". Fix: write a number such as 1. [settings/value]`],
  ['a switch that the server would take for yes', { max_threads: { readonly: false } }, `profiles.web.constraints.max_threads.readonly must be true: the server looks at the name only, got false. Fix: write true, or remove it. [settings/value]`],
  ['two switches', { max_threads: { readonly: true, changeable_in_readonly: true } }, `profiles.web.constraints.max_threads must be readonly or changeable_in_readonly, got {"readonly":true,"changeable_in_readonly":true}. Fix: keep one of them. [settings/value]`],
  ['bounds in the wrong order', { max_threads: { min: 8, max: 4 } }, `profiles.web.constraints.max_threads must have a min that is at most its max, got {"min":8,"max":4}. Fix: swap them. [settings/value]`],
  ['nothing at all', { max_threads: {} }, `profiles.web.constraints.max_threads must have some of min, max, readonly, changeable_in_readonly, got {}. Fix: write { max: '20Gi' }. [settings/value]`],
  ['a number', { max_threads: 4 }, `profiles.web.constraints.max_threads must have some of min, max, readonly, changeable_in_readonly, got 4. Fix: write { max: '20Gi' }. [settings/value]`],
  ['an unknown kind', { max_threads: { maximum: 4 } }, `profiles.web.constraints.max_threads.maximum must not be set: there is no such constraint, got "maximum". Fix: use one of min, max, readonly, changeable_in_readonly. [props/unknown]`],
  ['a list', ['max_threads'], `profiles.web.constraints must be constraints by setting, got ["max_threads"]. Fix: write { max_memory_usage: { max: '20Gi' } }. [settings/value]`],
];

test.each(cases)('%s is refused', (_, constraints, message) => {
  expect(messageOf(() => cluster({ profiles: { web: { constraints } } as never }))).toBe(
    `Cluster 'analytics/events': ${message}`,
  );
});

test('a profile rests on one that there is, and not on itself', () => {
  expect(rendered({ web: { profile: 'base' }, base: { profile: 'default' } })).toEqual({
    'web/profile': 'base',
    'base/profile': 'default',
  });
  expect(messageOf(() => cluster({ profiles: { web: { profile: 'bas' } } }))).toBe(
    `Cluster 'analytics/events': profiles.web.profile must be one of default, web, got "bas". Fix: declare it in profiles, or use 'default'. [users/unknown-profile]`,
  );
  expect(messageOf(() => cluster({ profiles: { web: { profile: 'web' } } }))).toBe(
    `Cluster 'analytics/events': profiles.web.profile must not rest on itself, got "web > web". Fix: remove one of these. [users/unknown-profile]`,
  );
  expect(messageOf(() => cluster({ profiles: { a: { profile: 'b' }, b: { profile: 'a' } } }))).toContain('"a > b > a"');
  expect(messageOf(() => cluster({ profiles: { default: { profile: 'a' }, a: { profile: 'default' } } }))).toContain(
    '"default > a > default"',
  );
});
