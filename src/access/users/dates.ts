/**
 * A moment of UTC, in seconds since 1970: `2027-01-31`, which is the start of that day, or `2027-01-31T18:00:00Z`. Undefined
 * for all else, days that no month has included.
 */
export function secondsOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const [, day = '', time = 'T00:00:00Z'] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\dZ)?$/.exec(value) ?? [];
  const seconds = Date.parse(`${day}${time}`) / 1000;
  return Number.isNaN(seconds) || isoOf(seconds) !== `${day}${time}` ? undefined : seconds;
}

/** A moment as ISO 8601 writes it, in UTC: `2027-01-31T18:00:00Z`. */
export function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
