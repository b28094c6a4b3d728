import { suggest } from '../../kubernetes/suggest';
import { chart, chartDefaults } from './chart';
import type { Fates, NotMapped } from './draft';
import { defaultOf, printPath, type ValuePath, type Values } from './values';

/** What became of the values that were written. */
export interface Sorted {
  /** How many are part of the program. */
  readonly mapped: number;
  /** How many change nothing. */
  readonly idle: number;
  readonly notMapped: readonly NotMapped[];
}

/** Counts what was written, and collects what is no part of the program. */
export function sortOut(values: Values, fates: Fates): Sorted {
  const notMapped = new Map<string, NotMapped>();
  const counts = { mapped: 0, idle: 0 };
  for (const path of values.leaves()) {
    const known = defaultOf(path.slice(0, 1)) === undefined ? undefined : fates.of(path);
    const fate = isKnown(path) ? known : unknown(path);
    if (fate === 'mapped' || fate === 'idle') counts[fate]++;
    else {
      const refused = fate ?? unknown(path);
      notMapped.set(printPath(refused.path), refused);
    }
  }
  return { ...counts, notMapped: [...notMapped.values()] };
}

/** Whether the chart has a value, or one around it that may hold anything. */
function isKnown(path: ValuePath): boolean {
  let at: unknown = chartDefaults;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || Object.keys(at).length === 0) return true;
    if (!Object.hasOwn(at, key)) return false;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return true;
}

function unknown(path: ValuePath): NotMapped {
  const depth = path.findIndex((_, index) => !isKnown(path.slice(0, index + 1))) + 1;
  const own = path.slice(0, depth || path.length);
  const siblings = Object.keys((own.length > 1 ? defaultOf(own.slice(0, -1)) : chartDefaults) ?? {});
  const meant = suggest(own.at(-1) ?? '', siblings);
  const instead =
    meant === undefined ? 'Remove it' : `Write ${printPath([...own.slice(0, -1), meant])}, if that is meant`;
  return { path: own, reason: `chart ${chart.name} ${chart.version} has no such value`, instead };
}
