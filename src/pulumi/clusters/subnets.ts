import { cidrsOverlap, isPrivateCidr, parseCidr } from '../../kubernetes/cidr';
import type { Problems } from '../../kubernetes/prop-error';
import { type Check, cidr } from '../../kubernetes/shape';

/** What a range of addresses is for, and how large it has to be. */
export interface RangeDemand {
  /** Longest prefix, which is the smallest range: 22. */
  readonly smallest: number;
  /** Shortest prefix, which is the largest range that the cloud takes: 8. */
  readonly largest: number;
  /** What fits into a range with this prefix: `1020 nodes`. */
  readonly holds: (prefix: number) => string;
  /** A range that will do. */
  readonly example: string;
}

/** Addresses of a range with this prefix. */
export function addressesOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

/** A range of private addresses that is large enough. */
export function privateRange({ smallest, largest, holds, example }: RangeDemand): Check {
  return (value, prop, problems) => {
    cidr(value, prop, problems);
    if (value === undefined || problems.has(prop)) return;
    const text = value as string;
    const prefix = parseCidr(text)?.prefix ?? 0;
    if (!isPrivateCidr(text)) {
      problems.add({
        rule: 'clusters/private-range',
        prop,
        must: 'be a range of private addresses: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10',
        got: value,
        fix: `write "${example}".`,
      });
    } else if (prefix > smallest) {
      problems.add({
        rule: 'clusters/range-size',
        prop,
        must: `be /${smallest} or larger, for ${holds(smallest)}; this one is for ${holds(prefix)}`,
        got: value,
        fix: `write "${example}".`,
      });
    } else if (prefix < largest) {
      problems.add({
        rule: 'clusters/range-size',
        prop,
        must: `be /${largest} or smaller`,
        got: value,
        fix: `write "${example}".`,
      });
    }
  };
}

/** A range by the prop that names it. */
export interface NamedRange {
  readonly prop: string;
  readonly cidr: string;
}

/** Reports ranges that overlap with one before them. What is broken in itself is left out. */
export function checkApart(problems: Problems, ranges: readonly NamedRange[]): void {
  const sound = ranges.filter(({ prop }) => !problems.has(prop));
  for (const [index, range] of sound.entries()) {
    const other = sound.slice(0, index).find((earlier) => cidrsOverlap(earlier.cidr, range.cidr));
    if (!other) continue;
    problems.add({
      rule: 'clusters/ranges-apart',
      prop: range.prop,
      must: `not overlap with ${other.prop}, ${other.cidr}`,
      got: range.cidr,
      fix: 'choose ranges that have no address in common.',
    });
  }
}

/** Reports a range that does not lie in another one, as subnets lie in their network. */
export function checkWithin(problems: Problems, range: NamedRange, around: NamedRange): void {
  if (problems.has(range.prop) || problems.has(around.prop)) return;
  const [inner, outer] = [parseCidr(range.cidr), parseCidr(around.cidr)];
  if (inner && outer && inner.prefix >= outer.prefix && cidrsOverlap(range.cidr, around.cidr)) return;
  problems.add({
    rule: 'clusters/ranges-apart',
    prop: range.prop,
    must: `lie in ${around.prop}, ${around.cidr}`,
    got: range.cidr,
    fix: `choose a part of ${around.cidr}.`,
  });
}

/** Reports a list that has not one range for each zone. */
export function checkOnePerZone(
  problems: Problems,
  prop: string,
  cidrs: readonly string[],
  zones: readonly string[],
): void {
  if (problems.has(prop) || problems.has('zones') || cidrs.length === zones.length) return;
  problems.add({
    rule: 'clusters/ranges-per-zone',
    prop,
    must: `have one range for each of the ${zones.length} zones, in their order`,
    got: cidrs,
    fix:
      cidrs.length < zones.length
        ? `add a range for ${zones.slice(cidrs.length).join(', ')}.`
        : 'remove ranges, or add their zones.',
  });
}
