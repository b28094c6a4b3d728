import fc from 'fast-check';
import {
  contains,
  intersection,
  parseRange,
  printRange,
  type Range,
  union,
} from '../../../src/edge/data-plane/cidr-set';

const ranges = (...texts: readonly string[]): readonly Range[] => texts.map((text) => parseRange(text) as Range);
const printed = (list: readonly Range[]) => list.map(printRange);

/** Small ranges of 4 bits of space in each family, so that random sets touch each other. */
const range = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 4 }))
  .map(
    ([ipv4, first, bits]) =>
      parseRange(ipv4 ? `10.0.0.${first}/${32 - bits}` : `2001:db8::${first.toString(16)}/${128 - bits}`) as Range,
  );
const set = fc.array(range, { maxLength: 8 });
const every = Array.from({ length: 16 }, (_, index) =>
  ranges(`10.0.0.${index}/32`, `2001:db8::${index.toString(16)}/128`),
).flat();
const members = (list: readonly Range[]) =>
  every.filter((one) => list.some((outer) => contains(outer, one))).map(printRange);

test('a range is printed in one spelling', () => {
  expect(printed(ranges('10.1.2.3/8', '2001:DB8:0:0::1/64', '0.0.0.0/0'))).toEqual([
    '10.0.0.0/8',
    '2001:db8::/64',
    '0.0.0.0/0',
  ]);
  expect(parseRange('10.0.0.1')).toBeUndefined();
});

test('a union has no range inside of another, and no two halves', () => {
  expect(printed(union(ranges('10.0.1.0/24', '10.0.0.0/24', '10.0.0.7/32', '2001:db8::/32', '10.0.3.0/24')))).toEqual([
    '10.0.0.0/23',
    '10.0.3.0/24',
    '2001:db8::/32',
  ]);
  expect(printed(union(ranges('0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/2')))).toEqual(['0.0.0.0/0']);
});

test('an intersection has the smaller of two ranges', () => {
  expect(
    printed(intersection(ranges('10.0.0.0/8', '192.168.0.0/24'), ranges('10.1.0.0/16', '192.168.0.0/16', '::/0'))),
  ).toEqual(['10.1.0.0/16', '192.168.0.0/24']);
  expect(intersection(ranges('10.0.0.0/8'), ranges('11.0.0.0/8'))).toEqual([]);
});

test('union and intersection have the addresses that they should have, for any sets', () => {
  fc.assert(
    fc.property(set, set, (a, b) => {
      const both = members(a).filter((one) => members(b).includes(one));
      expect(members(intersection(a, b))).toEqual(both);
      expect(members(union([...a, ...b]))).toEqual(
        every.map(printRange).filter((one) => [...members(a), ...members(b)].includes(one)),
      );
      expect(union(union(a))).toEqual(union(a));
    }),
    { verbose: true },
  );
});
