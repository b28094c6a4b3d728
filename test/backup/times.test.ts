import { checkTimes, gapOf, removeAfterDays } from '../../src/backup/times';
import { Problems } from '../../src/kubernetes/prop-error';

const faults = (full: string, increment: string) => {
  const problems = new Problems('BackupSchedule', 'analytics/backup');
  checkTimes(problems, { full, increment });
  try {
    problems.throwIfAny();
    return '';
  } catch (error) {
    return String(error);
  }
};

test.each([
  [30, '0 3 * * 0', '0 3 * * 1-6', 38],
  [30, '0 3 * * *', '30 * * * *', 32],
  [30, '0 3 * * *', undefined, 31],
  [7, '0 3 1 * *', '0 3 2-31 * *', 39],
])('%d days of %s and %s keep an object for %4$d days', (days, full, increment, expected) => {
  expect(removeAfterDays(days, { full, ...(increment !== undefined && { increment }) })).toBe(expected);
});

test('what can be lost is the longest time between two backups of any kind', () => {
  expect(gapOf('0 3 * * 0')).toBe(7 * 86_400);
  expect(gapOf('0 3 * * 0', '0 3 * * 1-6')).toBe(86_400);
  expect(gapOf('0 3 * * 0', '0 3 * * 1-5')).toBe(2 * 86_400);
});

test.each([
  ['0 3 * * 0', '0 3 * * 1-6'],
  ['0 3 * * *', '30 * * * *'],
  ['0 3 * * *', '15,45 * * * *'],
  ['0 3 1 * *', '0 4 * * *'],
  ['0 3 1 1 *', '0 4 1 * *'],
])('%s and %s go together', (full, increment) => {
  expect(faults(full, increment)).toBe('');
});

test.each([
  ['0 3 * * *', '*/15 * * * *', 'not run in the same minute as full'],
  ['0 3 1 * *', '0 3 1,15 * *', 'not run in the same minute as full'],
  ['0 3 * * *', '7,22,37,52 * * * *', 'got 96 ('],
  ['0 3 1 1 *', '0 4 * * 1', 'got 53 ('],
])('%s and %s do not', (full, increment, because) => {
  expect(faults(full, increment)).toContain(because);
});
