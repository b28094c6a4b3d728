import { cron, longestGap, runsBetween, timesOfDay, timeZone } from '../../src/kubernetes/cron';
import { Problems } from '../../src/kubernetes/prop-error';
import type { Check } from '../../src/kubernetes/shape';
import { messageOf } from '../support/environments';

const judge = (check: Check, value: unknown) => {
  const problems = new Problems('BackupSchedule', 'analytics/nightly');
  check(value, 'cron', problems);
  return problems.has('cron') ? messageOf(() => problems.throwIfAny()) : '';
};

const good = [
  '30 2 * * *',
  '*/15 * * * *',
  '0 0-6/2 1,15 * ?',
  '5 4 * JAN-mar SUN',
  '0 9 * * 1-5',
  '59 23 31 12 *',
  ' 0  3 29 2 * ',
];
test.each(good)('%j is an expression that Kubernetes reads', (value) => {
  expect(judge(cron, value)).toBe('');
});

const bad = ['', '@daily', '* * * *', '0 0 0 3 * * *', '60 * * * *', '0 24 * * *', '0 3 * * 7', '0 3 L * *'];
test.each([...bad, '0 3 * * 1#2', '5-1 * * * *', '*/0 * * * *', 'TZ=UTC 0 3 * * *', '0 3 * FOO *', 3, null])(
  '%j is refused',
  (value) => {
    expect(judge(cron, value)).toContain('must be a cron expression of five fields');
  },
);

test('the message says what to write', () => {
  expect(judge(cron, '0 3 * * 7')).toBe(
    `BackupSchedule 'analytics/nightly': cron must be a cron expression of five fields: minute, hour, day of the month, month, day of the week (0 to 6), got "0 3 * * 7". Fix: write '30 2 * * *' for half past two each night; Sunday is 0. [schedule/cron]`,
  );
});

test('days of the month beside days of the week are refused: cron runs on either', () => {
  expect(judge(cron, '0 3 1-7 * 0')).toContain('cron runs on the days of either');
});

test('a day that never comes is refused', () => {
  expect(judge(cron, '0 3 30 2 *')).toContain('cron must fire at some time, got "0 3 30 2 *"');
});

test.each(['Europe/Berlin', 'Etc/UTC', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Calcutta', 'Etc/GMT+5'])(
  '%s is a time zone',
  (value) => {
    expect(judge(timeZone, value)).toBe('');
  },
);

test.each(['europe/berlin', 'Berlin', '+02:00', 'Local', '', 'Europe/Berlin ', 7])('%j is no time zone', (value) => {
  expect(judge(timeZone, value)).toContain('must be a time zone of the IANA database');
});

test('runs follow the clock of the zone', () => {
  const runs = runsBetween(
    '0 3 * * *',
    'Europe/Berlin',
    new Date('2027-03-27T00:00:00Z'),
    new Date('2027-03-30T00:00:00Z'),
  );
  expect(runs.map((run) => run.toISOString())).toEqual([
    '2027-03-27T02:00:00.000Z',
    '2027-03-28T01:00:00.000Z',
    '2027-03-29T01:00:00.000Z',
  ]);
});

test('a run at the first moment counts, one at the last does not', () => {
  const [from, to] = [new Date('2027-01-01T00:00:00Z'), new Date('2027-01-01T02:00:00Z')];
  expect(runsBetween('0 * * * *', 'Etc/UTC', from, to)).toHaveLength(2);
});

test.each([
  [['0 3 * * *'], 1440],
  [['0 3 * * 0'], 7 * 1440],
  [['0 3 * * 0', '0 3 * * 1-6'], 1440],
  [['0 8-18 * * 1-5'], (24 * 3 - 10) * 60],
  [['0 3 1 * *'], 31 * 1440],
  [['* * * * *'], 1],
  [['* * 1-7 1 *'], (365 - 6) * 1440 - 1439 + 1440],
  [['0 0 29 2 *'], undefined],
])('the longest gap of %j is %s minutes', (expressions, minutes) => {
  const gap = longestGap(expressions);
  if (minutes === undefined) expect(gap).toBeGreaterThan(3 * 365 * 1440);
  else expect(gap).toBe(minutes);
});

test('nothing has no gap', () => {
  expect(longestGap([])).toBeUndefined();
});

test('minutes of the day are those of the first two fields', () => {
  expect(timesOfDay('15,45 6-7 * * 1')).toEqual([375, 405, 435, 465]);
});
