import { compareRanges, contains, intersection, parseRange, printRange, type Range, union } from './cidr-set';
import { contentId } from './content-id';
import type { EdgeAllow } from './model';

/** Who may use a route, once the lists of the environment and of the route have been put together. */
export interface Policy {
  /** `open`, or a hash of the ranges: the same id never means anything else. */
  readonly id: string;
  readonly ranges: readonly Range[];
}

/** Clients that both lists let in. */
export function policyOf(environment: EdgeAllow, route: EdgeAllow): Policy {
  if (environment === 'open' && route === 'open') return { id: 'open', ranges: [] };
  const ranges = intersectAllow(environment, route);
  return { id: contentId(ranges.map(printRange).join('\n')), ranges };
}

/** Id of a range, as it stands in the chains and in the allow pairs. */
export function rangeId(range: Range): string {
  return contentId(printRange(range));
}

/** For every range the ranges around it: itself first, then the next larger one. */
export function chainsOf(ranges: readonly Range[]): ReadonlyMap<Range, readonly Range[]> {
  const chains = new Map<Range, readonly Range[]>();
  let around: Range[] = [];
  for (const range of [...ranges].sort(compareRanges)) {
    around = around.filter((outer) => contains(outer, range));
    around = [range, ...around];
    chains.set(range, around);
  }
  return chains;
}

function intersectAllow(environment: EdgeAllow, route: EdgeAllow): readonly Range[] {
  if (environment === 'open') return rangesOf(route);
  if (route === 'open') return rangesOf(environment);
  return intersection(rangesOf(environment), rangesOf(route));
}

function rangesOf(allow: EdgeAllow): readonly Range[] {
  return union((allow as readonly string[]).map(parseRange).filter((range) => range !== undefined));
}
