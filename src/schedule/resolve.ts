import type { ResolvedEnvironment } from '../environment/options';
import { imageIn } from '../environment/pods';
import { checkOwnName } from '../kubernetes/own-name';
import { Problems } from '../kubernetes/prop-error';
import { changesOf, downIntervals, hoursDown, shortest } from './calendar';
import type { IdleOptions, ResolvedSchedule, UptimeScheduleProps } from './options';
import { kubectlImage, scheduleProps } from './shapes';

/** Who asks servers whether they are idle. */
export const idleUser = 'uptime';

/** Users whose queries are no work: the operator, backups, usual monitoring, whoever asks. */
const ignoredUsers = ['clickhouse_operator', 'backup', 'monitor', idleUser];

/** Seconds that a job may begin late at most. */
const day = 86_400;

/**
 * Applies defaults.
 * @throws PropError naming every wrong prop
 */
export function resolveSchedule(
  path: string,
  id: string,
  environment: ResolvedEnvironment,
  props: UptimeScheduleProps,
): ResolvedSchedule {
  const problems = new Problems('UptimeSchedule', path);
  const given = problems.check(scheduleProps, props);
  const timeoutMinutes = given.timeoutMinutes ?? 60;
  checkOwnName(problems, id, given.name, { longest: 40, example: 'nights' });
  checkPlaces(problems, environment, given);
  checkEnds(problems, given);
  const { up, down, timeZone } = given;
  const changes = changesOf({
    starts: up === undefined ? [] : [up],
    stops: down === undefined ? [] : [down],
    timeZone: timeZone ?? 'Etc/UTC',
  });
  if (up !== undefined && down !== undefined) checkOrder(problems, changes, timeoutMinutes);
  problems.throwIfAny();
  const hoursPerWeek = up === undefined ? 0 : hoursDown(downIntervals(changes));
  const latest = (from: 'up' | 'down') => Math.min(day, Math.max(0, shortest(changes, from) - timeoutMinutes) * 60);
  return {
    name: given.name ?? id,
    timeZone,
    ...(up !== undefined && { up }),
    ...(down !== undefined && { down }),
    ...(given.idle && { idle: resolveIdle(given.idle) }),
    timeoutMinutes,
    // At least ten seconds, between two of which the controller looks.
    latestSeconds: { stop: Math.max(10, latest('down')), start: Math.max(10, latest('up')) },
    image: imageIn(environment, given.image ?? kubectlImage),
    downtime: { hoursPerWeek: rounded(hoursPerWeek, 10), share: rounded(hoursPerWeek / 168, 1000) },
  };
}

function resolveIdle({ minutes = 60, check = '*/10 * * * *', ignoreUsers = [] }: IdleOptions): Required<IdleOptions> {
  return { minutes, check, ignoreUsers: [...new Set([...ignoredUsers, ...ignoreUsers])] };
}

/** Jobs have rights in their own namespace only. */
function checkPlaces(problems: Problems, { namespace }: ResolvedEnvironment, given: UptimeScheduleProps): void {
  for (const prop of ['clusters', 'keepers'] as const) {
    if (problems.has(prop)) continue;
    const seen = new Set<string>();
    for (const [index, one] of (given[prop] ?? []).entries()) {
      if (one.namespace !== namespace)
        problems.add({
          rule: 'schedule/namespace',
          prop: `${prop}[${index}]`,
          must: `stand in the environment of the schedule (namespace '${namespace}')`,
          gotText: `'${one.name}' in namespace '${one.namespace}'`,
          fix: 'write a schedule in its own environment.',
        });
      else if (seen.has(one.name))
        problems.add({
          rule: 'schedule/clusters',
          prop: `${prop}[${index}]`,
          must: 'be listed once',
          got: one.name,
          fix: 'remove the one that stands twice.',
        });
      seen.add(one.name);
    }
  }
}

/** What is stopped has to start again, and something has to stop it. */
function checkEnds(problems: Problems, { up, down, idle }: UptimeScheduleProps): void {
  if (problems.has('up') || problems.has('down') || problems.has('idle')) return;
  if (down === undefined && idle === undefined)
    problems.add({
      rule: 'schedule/never-stops',
      prop: 'down',
      must: 'be given, or idle: nothing stops the clusters',
      got: down,
      fix: "write down: '0 20 * * 1-5', or idle: { minutes: 60 }.",
    });
  if (down !== undefined && up === undefined)
    problems.add({
      rule: 'schedule/never-starts',
      prop: 'up',
      must: 'be given beside down: nothing starts the clusters again',
      got: up,
      fix: "write up: '0 7 * * 1-5'.",
    });
}

function checkOrder(problems: Problems, changes: ReturnType<typeof changesOf>, timeoutMinutes: number): void {
  const [off, on] = [shortest(changes, 'down'), shortest(changes, 'up')];
  if (off === 0 || on === 0) {
    problems.add({
      rule: 'schedule/same-minute',
      prop: 'up',
      must: 'never be the same minute as down',
      gotText: 'a minute in which both run',
      fix: "write two times apart, such as up: '0 7 * * 1-5' and down: '0 20 * * 1-5'.",
    });
    return;
  }
  const [minutes, what] = off < on ? [off, 'stopped'] : [on, 'up'];
  if (minutes >= timeoutMinutes) return;
  problems.add({
    rule: 'schedule/too-short',
    prop: off < on ? 'up' : 'down',
    must: `come at least timeoutMinutes (${timeoutMinutes}) after the other one, whose job may still run`,
    gotText: `${minutes} minutes ${what}`,
    fix: 'move one of the two, or write a lower timeoutMinutes.',
  });
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
