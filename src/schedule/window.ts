import { runsBetween } from '../kubernetes/cron';

/** A time in which changes may, or must not, be delivered. */
export interface Window {
  /** `allow` opens the gate, `deny` closes it, also during an allowed time. */
  readonly kind: 'allow' | 'deny';
  /** Cron expression of its beginning. */
  readonly schedule: string;
  /** Minutes that it lasts. */
  readonly minutes: number;
  /** Time zone of the IANA database. */
  readonly timeZone: string;
}

/** Whether changes may be delivered. */
export interface WindowState {
  /** Whether they may. */
  readonly state: 'open' | 'closed';
  /** When it opens, where it is closed, as the clock of its zone shows it: `2026-11-23 09:00 Europe/Berlin`. @default - open, or not within a year */
  readonly opens?: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Whether changes may be delivered now, with the answer of Argo CD: an active `deny` closes, an active `allow` opens, and where
 * there are only `deny` windows everything else is open. Like there, times are those of the clock on the wall: a window from
 * nine to five is one on the day on which clocks change, too.
 * @see https://github.com/argoproj/argo-cd/blob/master/pkg/apis/application/v1alpha1/types.go (canSyncAtTime)
 */
export function windowState(windows: readonly Window[], now: Date): WindowState {
  if (isOpen(windows, now.getTime())) return { state: 'open' };
  const [zone = 'Etc/UTC'] = windows.map(({ timeZone }) => timeZone);
  for (const moment of boundaries(windows, now.getTime()))
    if (isOpen(windows, moment)) {
      const wall = new Date(moment + offset(zone, moment)).toISOString();
      return { state: 'closed', opens: `${wall.slice(0, 10)} ${wall.slice(11, 16)} ${zone}` };
    }
  return { state: 'closed' };
}

function isOpen(windows: readonly Window[], moment: number): boolean {
  const active = windows.filter((one) => isActive(one, moment));
  if (active.some(({ kind }) => kind === 'deny')) return false;
  return active.length > 0 || !windows.some(({ kind }) => kind === 'allow');
}

function isActive({ schedule, minutes, timeZone }: Window, moment: number): boolean {
  const wall = moment + offset(timeZone, moment);
  const from = wall - minutes * minute;
  return runsBetween(schedule, 'Etc/UTC', new Date(from), new Date(wall + 1)).some((run) => run.getTime() > from);
}

/** Moments of the next year at which a window opens or closes, in their order. */
function boundaries(windows: readonly Window[], from: number): readonly number[] {
  const moments = windows.flatMap(({ schedule, minutes, timeZone }) => {
    const wall = from + offset(timeZone, from);
    const starts = runsBetween(schedule, 'Etc/UTC', new Date(wall - minutes * minute), new Date(wall + 366 * day));
    return starts.flatMap((start) =>
      [start.getTime(), start.getTime() + minutes * minute].map(
        (each) => each - offset(timeZone, each - offset(timeZone, each)),
      ),
    );
  });
  return moments.filter((moment) => moment > from).sort((one, other) => one - other);
}

/** How much later the clock of a zone is than that of UTC, in milliseconds. */
function offset(timeZone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(moment / 1000) * 1000;
}
