import { runsBetween, timesOfDay } from '../kubernetes/cron';

const day = 1440;
/** A Sunday. */
const sunday = Date.UTC(2028, 0, 2);

/**
 * The cron expression of what ends so many minutes after another one began; undefined where one expression cannot say it.
 */
export function shifted(expression: string, minutes: number): string | undefined {
  const [, , dayOfMonth = '*', month = '*', dayOfWeek = '*'] = expression.trim().split(/\s+/);
  const ends = timesOfDay(expression).map((time) => time + minutes);
  const carries = new Set(ends.map((end) => Math.floor(end / day)));
  const ofHour = new Set(ends.map((end) => end % 60));
  if (carries.size !== 1 || ofHour.size !== 1) return undefined;
  const [carry = 0] = carries;
  const time = `${[...ofHour][0]} ${ends.map((end) => Math.floor((end % day) / 60)).join(',')}`;
  if (carry === 0) return `${time} ${dayOfMonth} ${month} ${dayOfWeek}`;
  if (!/^[*?]$/.test(dayOfMonth) || !/^[*?]$/.test(month)) return undefined;
  return `${time} * * ${/^[*?]$/.test(dayOfWeek) ? '*' : daysAfter(dayOfWeek, carry)}`;
}

/** Days of the week, so many days later. */
function daysAfter(dayOfWeek: string, days: number): string {
  const runs = runsBetween(`0 0 * * ${dayOfWeek}`, 'Etc/UTC', new Date(sunday), new Date(sunday + 7 * day * 60_000));
  return runs
    .map((run) => (run.getUTCDay() + days) % 7)
    .sort((one, other) => one - other)
    .join(',');
}
