import { imageLike } from '../altinity/images';
import { acknowledge } from '../checks/acknowledge';
import type { SyncWindow } from '../environment/delivery';
import type { ResolvedEnvironment } from '../environment/options';
import { imageIn } from '../environment/pods';
import { cron, timeZone } from '../kubernetes/cron';
import { isDnsLabel } from '../kubernetes/names';
import { checkOwnName } from '../kubernetes/own-name';
import { Problems, PropError } from '../kubernetes/prop-error';
import { type Check, leaf, listOf, namespaceName, objectName, oneOf, required, shape } from '../kubernetes/shape';
import { changesOf, runsOf, shortest } from './calendar';
import { kubectlImage } from './shapes';
import { shifted } from './shift';
import type {
  ChangeWindowProps,
  FluxTarget,
  ResolvedChangeWindow,
  ResolvedWindow,
  WindowOptions,
} from './window-options';

/** Minutes that a job at an end of a window may take. */
export const gateMinutes = 5;

const duration: Check = leaf(
  (value) => typeof value === 'string' && minutesOf(value) > 0 && minutesOf(value) <= 10_080,
  {
    rule: 'window/duration',
    must: "be hours and minutes from '1m' to '168h'",
    fix: "write duration: '8h'.",
    decides: 'when changes are delivered',
  },
);

const windowProps: Check = shape<ChangeWindowProps>({
  name: leaf((value) => typeof value === 'string' && isDnsLabel(value) && value.length <= 40, {
    rule: 'names/invalid',
    must: 'be lower case letters, digits and "-", at most 40',
    fix: "write a name such as 'office-hours'.",
    decides: 'names',
  }),
  windows: required(
    listOf(
      shape<WindowOptions>({
        kind: oneOf(['allow', 'deny']),
        schedule: required(cron, { must: 'say when it begins', fix: "write schedule: '0 9 * * 1-5'." }),
        duration: required(duration, { must: 'say how long it lasts', fix: "write duration: '8h'." }),
        byHand: oneOf(['allowed', 'refused']),
      }),
      {
        least: 1,
        rule: 'window/empty',
        must: 'list at least one window',
        fix: "write windows: [{ schedule: '0 9 * * 1-5', duration: '8h' }].",
      },
    ),
    {
      must: 'say when changes may be delivered',
      fix: "write windows: [{ schedule: '0 9 * * 1-5', duration: '8h' }].",
    },
  ),
  timeZone: required(timeZone, { must: 'say where the clock hangs', fix: "write timeZone: 'Europe/Berlin'." }),
  flux: shape<FluxTarget>({
    kustomization: required(objectName, { must: 'name a Kustomization', fix: "write kustomization: 'analytics'." }),
    namespace: namespaceName,
  }),
  image: imageLike(kubectlImage),
  acknowledge,
});

/**
 * Applies defaults.
 * @throws PropError naming every wrong prop
 */
export function resolveChangeWindow(
  path: string,
  id: string,
  environment: ResolvedEnvironment,
  props: ChangeWindowProps,
): ResolvedChangeWindow {
  const problems = new Problems('ChangeWindow', path);
  const given = problems.check(windowProps, props);
  checkOwnName(problems, id, given.name, { longest: 40, example: 'office-hours' });
  problems.throwIfAny();
  const { timeZone } = given;
  const windows = given.windows.map(
    ({ kind = 'allow', schedule, duration, byHand = 'refused' }): ResolvedWindow => ({
      kind,
      schedule,
      duration,
      minutes: minutesOf(duration),
      timeZone,
      byHand,
    }),
  );
  checkTimes(problems, windows);
  const flux = given.flux && resolveFlux(problems, given.flux, windows);
  problems.throwIfAny();
  return {
    name: given.name ?? id,
    windows,
    timeZone,
    ...(flux && { flux }),
    image: imageIn(environment, given.image ?? kubectlImage),
  };
}

/** Minutes of `1h30m`; 0 for what is no duration. */
function minutesOf(text: string): number {
  const [, hours = '0', minutes = '0'] = /^(?:(\d{1,3})h)?(?:(\d{1,5})m)?$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly index: number;
}

/** All windows of a kind in a year, in their order, by the clock on the wall. */
function spansOf(windows: readonly ResolvedWindow[], kind: ResolvedWindow['kind']): readonly Span[] {
  return windows
    .flatMap((window, index) =>
      window.kind === kind
        ? runsOf(window.schedule, 'Etc/UTC').map((from) => ({ from, to: from + window.minutes * 60_000, index }))
        : [],
    )
    .sort((one, other) => one.from - other.from);
}

function checkTimes(problems: Problems, windows: readonly ResolvedWindow[]): void {
  const [allowed, denied] = [spansOf(windows, 'allow'), spansOf(windows, 'deny')];
  for (const spans of [allowed, denied])
    for (const [place, span] of spans.entries()) {
      const next = spans[place + 1];
      if (!next || next.from >= span.to) continue;
      problems.add({
        rule: 'window/overlap',
        prop: `windows[${next.index}]`,
        must: `begin after windows[${span.index}] has ended`,
        gotText: `${windows[next.index]?.schedule}, ${(span.to - next.from) / 60_000} minutes too early`,
        fix: 'shorten one of them, or make one window of both.',
      });
      break;
    }
  if (problems.all.length > 0) return;
  if (allowed.length > 0 && allowed.every((span) => covered(span, denied)))
    problems.add({
      rule: 'window/never-open',
      prop: 'windows',
      must: 'be open at some time',
      gotText: 'allowed times that are all denied',
      fix: 'shorten the windows of kind deny.',
    });
  const gotText = 'windows that follow each other without a gap';
  const fix = 'write a shorter duration.';
  if (denied.length === 0 && endless(allowed))
    problems.add({ rule: 'window/never-closed', prop: 'windows', must: 'be closed at some time', gotText, fix });
  if (allowed.length === 0 && endless(denied))
    problems.add({ rule: 'window/never-open', prop: 'windows', must: 'be open at some time', gotText, fix });
}

function endless(spans: readonly Span[]): boolean {
  return spans.length > 1 && spans.every((span, place) => (spans[place + 1]?.from ?? span.to) === span.to);
}

function covered({ from, to }: Span, denied: readonly Span[]): boolean {
  let reached = from;
  for (const span of denied) if (span.from <= reached && span.to > reached) reached = span.to;
  return reached >= to;
}

/** Seconds that a job may be late when the next one the other way comes in so many minutes: done before it, within a day. */
function latest(minutes: number): number {
  return Math.max(60, Math.min(86_400, (minutes - gateMinutes) * 60));
}

function resolveFlux(
  problems: Problems,
  { kustomization, namespace = 'flux-system' }: FluxTarget,
  windows: readonly ResolvedWindow[],
): ResolvedChangeWindow['flux'] {
  const [first] = windows;
  if (windows.some(({ kind }) => kind !== first?.kind))
    problems.add({
      rule: 'window/flux',
      prop: 'windows',
      must: 'be all of one kind for Flux, whose jobs do not know of each other',
      gotText: 'allow and deny',
      fix: 'write the times that are left as windows of kind allow.',
    });
  const ends = windows.map(({ schedule, minutes, duration }, index) => {
    const end = shifted(schedule, minutes);
    if (end === undefined)
      problems.add({
        rule: 'window/flux',
        prop: `windows[${index}]`,
        must: 'end at a time that one cron expression can say, for the job that acts then',
        gotText: `${schedule} and ${duration}`,
        fix: 'write windows that begin at one minute of the hour and end on one day, by days of the week.',
      });
    return end ?? '';
  });
  const begins = windows.map(({ schedule }) => schedule);
  const [opens, closes] = first?.kind === 'deny' ? [ends, begins] : [begins, ends];
  if (problems.all.length > 0) return undefined;
  const changes = changesOf({ starts: opens, stops: closes, timeZone: 'Etc/UTC' });
  const [open, closed] = [shortest(changes, 'up'), shortest(changes, 'down')];
  if (open === 0 || closed === 0)
    problems.add({
      rule: 'window/flux',
      prop: 'windows',
      must: 'never begin in the minute in which another one ends: for Flux, two jobs would write opposite things at once',
      gotText: 'two windows without a gap',
      fix: 'make one window of both.',
    });
  return { kustomization, namespace, opens, closes, latestSeconds: { open: latest(open), close: latest(closed) } };
}

/**
 * Sees to it that an environment has one gate.
 * @throws PropError when it has one already: tools would not agree on whether both, or one of them, have to be open
 */
export function claimEnvironment(path: string, [first]: readonly SyncWindow[]): void {
  if (!first) return;
  throw new PropError('ChangeWindow', path, [
    {
      rule: 'window/twice',
      prop: 'windows',
      must: 'be all windows of the environment: Argo CD opens with any of them, Flux and others with each on its own',
      got: `more of them beside ${first.description}`,
      fix: 'write all times into one ChangeWindow.',
    },
  ]);
}
