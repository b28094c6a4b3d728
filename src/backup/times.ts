import { longestGap, runsBetween, timesOfDay } from '../kubernetes/cron';
import type { Problems } from '../kubernetes/prop-error';
import type { BackupTimes } from './options';

const minute = 60;
const day = 86_400;
/** More increments than these make a restore long, and one lost piece costs all that build on it. */
const longestChain = 48;
/** The moment from which calendars are looked at. Fixed, so that the same program gives the same answer every day. */
const start = Date.UTC(2027, 0, 1);

/** Gaps by expressions. Calendars of years are looked at for each, and most schedules of a program are alike. */
const gaps = new Map<string, number>();

/** Seconds between two runs at most. */
export function gapOf(...expressions: readonly string[]): number {
  const key = expressions.join('; ');
  const gap = gaps.get(key) ?? (longestGap(expressions) ?? 0) * minute;
  gaps.set(key, gap);
  return gap;
}

/**
 * Days after which the bucket may remove an object: what a backup builds on has to outlive it. An increment builds on no full
 * backup that is older than the longest time between two of them, so that is what its base needs more; and a day for the rest.
 */
export function removeAfterDays(days: number, { full, increment }: BackupTimes): number {
  return days + (increment === undefined ? 0 : Math.ceil(gapOf(full) / day)) + 1;
}

/** Reports expressions that do not go together. Each of them is one that Kubernetes takes. */
export function checkTimes(problems: Problems, { full, increment }: BackupTimes): void {
  if (increment === undefined || problems.has('schedule')) return;
  if (timesOfDay(increment).length > 96)
    problems.add({
      rule: 'backup/chain',
      prop: 'schedule.increment',
      must: 'run every 15 minutes at most',
      got: increment,
      fix: "write '*/30 * * * *', with a full backup each day.",
    });
  else {
    checkMeeting(problems, full, increment);
    checkChain(problems, full, increment);
  }
}

/** Two backups of one shard cannot be made at the same time: one would wait, and then be named after the same minute. */
function checkMeeting(problems: Problems, full: string, increment: string): void {
  const meeting = fullRuns(full).find(
    (run) => runsBetween(increment, 'Etc/UTC', run, new Date(+run + 1000)).length > 0,
  );
  if (!meeting) return;
  problems.add({
    rule: 'backup/same-minute',
    prop: 'schedule.increment',
    must: `not run in the same minute as full ('${full}')`,
    got: increment,
    fix: "leave that day or hour out, as '0 3 * * 1-6' does beside '0 3 * * 0'.",
  });
}

function checkChain(problems: Problems, full: string, increment: string): void {
  const chain = chainOf(full, increment);
  if (chain <= longestChain) return;
  problems.add({
    rule: 'backup/chain',
    prop: 'schedule.increment',
    must: `make at most ${longestChain} increments between two full backups, each of which needs all before it`,
    gotText: `${chain} ('${increment}' beside '${full}')`,
    fix: "make full backups more often, such as '0 3 * * *' each day, or increments less often.",
  });
}

/** Most increments between two full backups. */
function chainOf(full: string, increment: string): number {
  const fulls = fullRuns(full);
  const runs = runsBetween(increment, 'Etc/UTC', fulls[0] ?? new Date(start), fulls.at(-1) ?? new Date(start));
  let [chain, most, next] = [0, 0, 0];
  for (const run of runs) {
    while (fulls[next] !== undefined && +(fulls[next] as Date) <= +run) {
      chain = 0;
      next += 1;
    }
    chain += 1;
    most = Math.max(most, chain);
  }
  return most;
}

/** Full backups of a while that shows what repeats: several of them, and a year where months matter. */
function fullRuns(full: string): readonly Date[] {
  const seconds = Math.max(3 * gapOf(full), (gapOf(full) > 8 * day ? 400 : 15) * day);
  return runsBetween(full, 'Etc/UTC', new Date(start), new Date(start + seconds * 1000)).slice(0, 1000);
}
