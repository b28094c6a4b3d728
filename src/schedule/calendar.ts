import { runsBetween } from '../kubernetes/cron';

/** When something starts and stops, in one time zone. */
export interface Times {
  /** Cron expressions. */
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  readonly timeZone: string;
}

/** A time without pods, in milliseconds since 1970. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

const minute = 60_000;
const hour = 60 * minute;

/**
 * The year that calendars are computed for. Fixed, so that the same program gives the same answer every day; a leap year, and
 * one whose clocks change like those of any other.
 */
export const year = { from: new Date(Date.UTC(2028, 0, 1)), to: new Date(Date.UTC(2029, 0, 1)) } as const;

interface Change {
  readonly at: number;
  readonly to: 'up' | 'down';
}

/** Starts and stops of a year in their order. */
export function changesOf({ starts, stops, timeZone }: Times): readonly Change[] {
  const of = (expressions: readonly string[], to: Change['to']) =>
    expressions.flatMap((each) => runsOf(each, timeZone).map((at): Change => ({ at, to })));
  return [...of(starts, 'up'), ...of(stops, 'down')].sort((one, other) => one.at - other.at);
}

/** Runs in a year, in milliseconds since 1970. */
export function runsOf(expression: string, timeZone: string): readonly number[] {
  return runsBetween(expression, timeZone, year.from, year.to).map((run) => run.getTime());
}

/** Times of a year without pods. It begins in the state in which it ends. */
export function downIntervals(changes: readonly Change[]): readonly Interval[] {
  const intervals: Interval[] = [];
  let since = changes.at(-1)?.to === 'down' ? year.from.getTime() : undefined;
  for (const { at, to } of changes) {
    if (to === 'down') since ??= at;
    else if (since !== undefined) {
      intervals.push({ from: since, to: at });
      since = undefined;
    }
  }
  if (since !== undefined) intervals.push({ from: since, to: year.to.getTime() });
  return intervals;
}

/** Minutes of the shortest time from a change to the next one the other way. */
export function shortest(changes: readonly Change[], from: Change['to']): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, change] of changes.entries()) {
    const next = changes[index + 1];
    if (change.to === from && next && next.to !== from) least = Math.min(least, next.at - change.at);
  }
  return least / minute;
}

/** Hours a week without pods, over 52 weeks: from the first Monday of the year to its end, which is a Monday, too. */
export function hoursDown(intervals: readonly Interval[]): number {
  const monday = year.from.getTime() + 2 * 24 * hour;
  const down = intervals.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, monday)), 0);
  return down / hour / 52;
}
