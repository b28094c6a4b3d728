import type { Cron } from 'croner';
import { all, type Check, leaf } from './shape';

/*
 * Times in the form that Kubernetes reads. Its CronJob takes what robfig/cron v3 takes as a standard expression, which
 * differs from other readers: Sunday is 0 and never 7, and there are no `L`, `W` or `#`.
 * Sources: kubernetes/kubernetes pkg/apis/batch/validation; robfig/cron v3 parser.go and spec.go.
 */

/** Minutes in a day. */
const day = 1440;
/** The day from which calendars are looked at. Fixed, so that the same program gives the same answer every day. */
const start = Date.UTC(2027, 0, 1);
/** Four years and a day: 29 February is among them. */
const calendarDays = 4 * 365 + 2;

const months = 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC';
const weekdays = 'SUN|MON|TUE|WED|THU|FRI|SAT';
const fields = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, words: months },
  { name: 'day of the week', least: 0, most: 6, words: weekdays },
] as const;

const demand = (must: string, fix: string) => ({ rule: 'schedule/cron', must, fix, decides: 'when it runs' });
const example = "'30 2 * * *' for half past two each night";

/** A cron expression of five fields that Kubernetes reads as it is meant, and that fires at some time. */
export const cron: Check = all(
  leaf((value) => typeof value === 'string' && wrongField(value) === undefined, {
    ...demand(
      'be a cron expression of five fields: minute, hour, day of the month, month, day of the week (0 to 6)',
      `write ${example}; Sunday is 0.`,
    ),
  }),
  leaf(
    (value) => {
      const [, , dayOfMonth, , dayOfWeek] = String(value).trim().split(/\s+/);
      return /^[*?]/.test(dayOfMonth ?? '') || /^[*?]/.test(dayOfWeek ?? '');
    },
    demand(
      'name days of the month or days of the week: cron runs on the days of either',
      "leave one of the two as '*', such as '0 3 1 * *' for the first of each month.",
    ),
  ),
  leaf((value) => activeDays(String(value)).length > 0, demand('fire at some time', `write ${example}.`)),
);

/** A time zone of the IANA database, spelt as the database spells it: Kubernetes reads it from files. */
export const timeZone: Check = leaf((value) => typeof value === 'string' && isTimeZone(value), {
  rule: 'schedule/time-zone',
  must: 'be a time zone of the IANA database',
  fix: "write a name such as 'Europe/Berlin' or 'Etc/UTC'.",
  decides: 'when it runs',
});

/** Runs of an expression in a time zone, from a moment (included) to another one (not included). */
export function runsBetween(expression: string, zone: string, from: Date, to: Date): readonly Date[] {
  return enumerate(expression, zone, from, to);
}

/**
 * The longest time between two runs of any of the expressions, in minutes: what is lost at most where each run saves
 * everything. In zones whose clocks change it is an hour more in one night of the year.
 * @returns undefined when there are no expressions
 */
export function longestGap(expressions: readonly string[]): number | undefined {
  const times = expressions.map(timesOfDay);
  const firing = new Map<number, readonly number[]>();
  for (const [index, expression] of expressions.entries())
    for (const active of activeDays(expression)) firing.set(active, [...(firing.get(active) ?? []), index]);
  let longest: number | undefined;
  let last: number | undefined;
  for (const active of [...firing.keys()].sort((a, b) => a - b)) {
    const runs = [...new Set(firing.get(active)?.flatMap((index) => times[index] ?? []))].sort((a, b) => a - b);
    for (const run of runs.map((time) => active * day + time)) {
      if (last !== undefined) longest = Math.max(longest ?? 0, run - last);
      last = run;
    }
  }
  return last === undefined ? undefined : (longest ?? calendarDays * day);
}

/** Minutes of a day at which an expression fires, on days on which it does. */
export function timesOfDay(expression: string): readonly number[] {
  const [minute, hour] = expression.trim().split(/\s+/);
  return enumerate(`${minute} ${hour} * * *`, 'Etc/UTC', new Date(start), new Date(start + day * 60_000)).map(
    (run) => (run.getTime() - start) / 60_000,
  );
}

/** Days on which an expression fires, counted from a fixed one, in four years. */
function activeDays(expression: string): readonly number[] {
  const [, , dayOfMonth, month, dayOfWeek] = expression.trim().split(/\s+/);
  const end = new Date(start + calendarDays * day * 60_000);
  return enumerate(`0 0 ${dayOfMonth} ${month} ${dayOfWeek}`, 'Etc/UTC', new Date(start), end).map(
    (run) => (run.getTime() - start) / (day * 60_000),
  );
}

function enumerate(expression: string, zone: string, from: Date, to: Date): readonly Date[] {
  // Loaded here: programs without times start without it.
  const { Cron: Pattern } = require('croner') as { Cron: typeof Cron };
  const pattern = new Pattern(expression.trim().replaceAll('?', '*'), { timezone: zone, paused: true, mode: '5-part' });
  const runs: Date[] = [];
  // The next run is one after a moment, so the moment itself is asked for from just before it.
  for (let at = pattern.nextRun(new Date(from.getTime() - 1000)); at && at < to; at = pattern.nextRun(at))
    runs.push(at);
  return runs;
}

function wrongField(expression: string): string | undefined {
  const given = expression.trim().split(/\s+/);
  if (given.length !== fields.length) return 'number of fields';
  return fields.find((field, index) => !given[index]?.split(',').every((part) => isPart(part, field)))?.name;
}

function isPart(part: string, { least, most, ...field }: (typeof fields)[number]): boolean {
  const words = 'words' in field ? field.words.split('|') : [];
  const numberOf = (text: string) => {
    const word = words.indexOf(text.toUpperCase());
    return word >= 0 ? word + least : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  };
  const match = /^(?:[*?]|([A-Za-z\d]+)(?:-([A-Za-z\d]+))?)(?:\/([1-9]\d?))?$/.exec(part);
  if (!match) return false;
  const [, from, to] = match;
  if (from === undefined) return true;
  const [first, last] = [numberOf(from), numberOf(to ?? from)];
  return first >= least && last <= most && first <= last;
}

function isTimeZone(name: string): boolean {
  // Others than these would be found by JavaScript and not by Kubernetes: `europe/berlin`, `+02:00`.
  if (!/^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/.test(name) || name === 'Local') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
