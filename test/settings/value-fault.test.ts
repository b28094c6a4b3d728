import { settingsOf } from '../../src/settings/catalogue';
import { valueFault } from '../../src/settings/value-fault';

const fault = (name: string, value: unknown) => {
  const setting = settingsOf('query').get(name);
  if (!setting) throw new Error(`no setting ${name}`);
  return valueFault(setting, value);
};

// biome-ignore format: one case a line is easier to read
const good: readonly (readonly [string, unknown])[] = [
  ['max_memory_usage', 0], ['max_memory_usage', '10G'], ['max_memory_usage', '10Gi'], ['max_memory_usage', '18446744073709551615'],
  ['max_threads', 'auto'], ['max_threads', 8], ['log_queries', true], ['log_queries', '0'], ['max_execution_time', 0.5],
  ['load_balancing', 'in_order'], ['join_algorithm', 'hash, direct'], ['format_csv_delimiter', ';'], ['log_comment', 7],
  ['join_default_strictness', ''], ['max_memory_usage', '_removed_'],
];

test.each(good)('%s takes %p', (name, value) => {
  expect(fault(name, value)).toBeUndefined();
});

// biome-ignore format: one case a line is easier to read
const bad: readonly (readonly [string, unknown, string])[] = [
  ['max_memory_usage', -1, 'be a whole number from 0 to 18446744073709551615, also as text with K, M, G, T, Ki, Mi, Gi or Ti'],
  ['max_memory_usage', '10GB', 'be a whole number from 0 to 18446744073709551615, also as text with K, M, G, T, Ki, Mi, Gi or Ti'],
  ['max_memory_usage', '18446744073709551616', 'be a whole number from 0 to 18446744073709551615, also as text with K, M, G, T, Ki, Mi, Gi or Ti'],
  ['max_memory_usage', 2 ** 60, 'be text where it has more than 15 digits'],
  ['max_memory_usage', true, 'be a whole number from 0 to 18446744073709551615, also as text with K, M, G, T, Ki, Mi, Gi or Ti'],
  ['max_block_size', 0, 'be a whole number from 1 to 18446744073709551615, also as text with K, M, G, T, Ki, Mi, Gi or Ti'],
  ['log_queries', 'yes', 'be true or false'],
  ['max_execution_time', '1m', 'be a number'],
  ['max_execution_time', -1, 'be a number that is not negative'],
  ['load_balancing', 'IN_ORDER', 'be one of "first_or_random", "hostname_levenshtein_distance", "hostname_longest_common_prefix", "hostname_longest_common_suffix", "in_order", "nearest_hostname", "random", "round_robin"'],
  ['format_csv_delimiter', ';;', 'be one character'],
  ['log_comment', {}, 'be text, a number, true or false'],
];

test.each(bad)('%s refuses %p', (name, value, must) => {
  expect(fault(name, value)?.must).toBe(must);
});

test('a word in other letters is suggested as it is spelt', () => {
  expect(fault('load_balancing', 'IN_ORDER')?.fix).toBe('write "in_order".');
});

test('every default is a value that its own setting takes', () => {
  const refused = (['query', 'merge-tree', 'server'] as const).flatMap((kind) =>
    [...settingsOf(kind).values()].filter((setting) => valueFault(setting, setting.fallback)),
  );
  expect(refused.map(({ name, type, fallback }) => `${name} ${type} ${fallback}`)).toEqual([]);
});
