import type { ManifestSet } from '../checks/manifest-set';
import type { Fault } from '../checks/rule';
import { cron, timeZone } from '../kubernetes/cron';
import { at, type Manifest, record, text } from '../kubernetes/manifest';
import { Problems } from '../kubernetes/prop-error';
import { isToken } from '../kubernetes/token';
import { downIntervals, runsOf, year } from './calendar';
import { kinds, marks } from './marks';
import { marked, owner } from './targets';

/** Label of the CronJobs of backups: the installation that they save. */
const backupOf = 'anyhouse.dev/backup-of';

/** What a cluster needs after its start until it can be saved, in milliseconds. */
const warmUp = 10 * 60_000;

/** Starts and stops of one cluster. */
interface Plan {
  readonly stops: readonly Manifest[];
  readonly starts: readonly Manifest[];
}

/** When a CronJob runs in a year, in milliseconds since 1970; nothing where that cannot be told. */
function runs(job: Manifest): readonly number[] {
  const schedule = text(at(job, 'spec', 'schedule'));
  const zone = text(at(job, 'spec', 'timeZone')) ?? 'Etc/UTC';
  if (schedule === undefined || at(job, 'spec', 'suspend') === true) return [];
  const problems = new Problems('', '');
  cron(schedule, 'schedule', problems);
  timeZone(zone, 'timeZone', problems);
  return problems.all.length > 0 ? [] : runsOf(schedule, zone);
}

/** Whether it cannot be told yet when a job runs, or what it stops and starts. */
function isUnknown(job: Manifest): boolean {
  const annotations = record(at(job.metadata, 'annotations'));
  const said = Object.values(marks).map((mark) => annotations[mark]);
  if (said.some(isToken)) return true;
  return (
    said.some((mark) => mark !== undefined) && ['schedule', 'timeZone'].some((key) => isToken(at(job, 'spec', key)))
  );
}

/** Plans by cluster, namespace and name; none while one of them is not known. */
function plansOf(set: ManifestSet): ReadonlyMap<string, Plan> {
  const plans = new Map<string, { stops: Manifest[]; starts: Manifest[] }>();
  if (set.ofKind('CronJob').some(isUnknown)) return plans;
  for (const job of set.ofKind('CronJob'))
    for (const what of ['stops', 'starts'] as const)
      for (const { kind, name } of marked(job, marks[what])) {
        if (kind !== kinds.cluster) continue;
        const key = keyOf(set, job, name);
        const plan = plans.get(key) ?? { stops: [], starts: [] };
        plan[what].push(job);
        plans.set(key, plan);
      }
  return plans;
}

function keyOf(set: ManifestSet, job: Manifest, name: string): string {
  return JSON.stringify([set.clusterOf(job), text(job.metadata.namespace) ?? '', name]);
}

function changes({ stops, starts }: Plan) {
  const of = (jobs: readonly Manifest[], to: 'up' | 'down') =>
    jobs.flatMap((job) => runs(job).map((moment) => ({ at: moment, to })));
  return [...of(starts, 'up'), ...of(stops, 'down')].sort((one, other) => one.at - other.at);
}

/** Backups at times at which their cluster is down, or has just started. */
export function* backupsInDowntime(set: ManifestSet): Generator<Fault> {
  const jobs = set.ofKind('CronJob').filter((job) => text(record(at(job.metadata, 'labels'))[backupOf]) !== undefined);
  if (jobs.length === 0) return;
  const plans = plansOf(set);
  for (const job of jobs) {
    const name = String(record(at(job.metadata, 'labels'))[backupOf]);
    const plan = plans.get(keyOf(set, job, name));
    const [stop] = plan?.stops ?? [];
    if (!plan || !stop) continue;
    const intervals = downIntervals(changes(plan));
    const moment = runs(job).find((run) => intervals.some(({ from, to }) => run >= from && run < to + warmUp));
    if (moment === undefined) continue;
    yield {
      object: job,
      pointer: '/spec/schedule',
      message: `it saves '${name}' at ${told(moment)}, while ${owner(stop)} has it stopped.`,
    };
  }
}

/** Stops without a start after them, and both in the same minute. */
export function* contradictions(set: ManifestSet): Generator<Fault> {
  for (const [key, plan] of plansOf(set)) {
    const [, , name] = JSON.parse(key) as readonly string[];
    const [stop] = plan.stops;
    if (!stop) continue;
    const all = changes(plan);
    const starts = new Set(all.filter(({ to }) => to === 'up').map((change) => change.at));
    const both = all.find((change) => change.to === 'down' && starts.has(change.at));
    const pointer = '/spec/schedule';
    if (both)
      yield { object: stop, pointer, message: `it stops '${name}' at ${told(both.at)}, when another one starts it.` };
    else if (all.length > 0 && starts.size === 0)
      yield { object: stop, pointer, message: `it stops '${name}', and nothing starts it again.` };
  }
}

/** A moment of the year as people write it. */
function told(moment: number): string {
  const [date, time = ''] = new Date(Math.max(moment, year.from.getTime())).toISOString().split('T');
  return `${time.slice(0, 5)} UTC (${date})`;
}
