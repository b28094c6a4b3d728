import { InputError } from './manifests/input-error';

const units = { h: 3_600_000, m: 60_000, s: 1000 } as const;

/**
 * Milliseconds of `90s`, `15m`, `1h30m`.
 * @throws InputError for anything else
 */
export function parseDuration(text: string, option: string): number {
  const parts = [...text.matchAll(/(\d+)([hms])/g)];
  const length = parts.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units], 0);
  if (parts.length > 0 && parts.map(([part]) => part).join('') === text && length > 0) return length;
  throw new InputError([`${option} must be a time such as 90s, 15m or 1h30m, got "${text}".`]);
}

/** Milliseconds as people say them: `38 s`, `1m 42s`, `2h 5m`. */
export function printDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  if (minutes < 60) return `${minutes}m ${seconds % 60}s`;
  return `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}
