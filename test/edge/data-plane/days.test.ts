import { spawnSync } from 'node:child_process';
import { applyScript } from '../../../src/edge/data-plane/apply-script';

const tellDays = /^tell_days\(\) \{[\s\S]*?^\}$/m.exec(applyScript)?.[0] ?? '';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What the script tells HAProxy when a certificate ends, now being some other time. */
function told(now: string, answer: string): string {
  const stubs = `
    ask() { read -r command; case $command in show*) printf '%s\\n' "$ANSWER" ;; *) echo "$command" >&2 ;; esac; }
    date() { case $2 in +now*) echo "now: $NOW" ;; *) echo 07 ;; esac; }`;
  const { stderr, status } = spawnSync(
    'sh',
    ['-euc', `${stubs}\n${tellDays}\ntell_days /etc/edge/certificates/public`],
    {
      env: { ...process.env, LC_ALL: 'C', NOW: now, ANSWER: answer },
      encoding: 'utf8',
    },
  );
  expect(status).toBe(0);
  return stderr;
}

function written(time: Date): string {
  const [day, clock] = [time.getUTCDate(), time.toISOString().slice(11, 19)];
  return `${months[time.getUTCMonth()]} ${String(day).padStart(2)} ${clock} ${time.getUTCFullYear()}`;
}

test.each([
  ['2026-11-21T16:00:00Z', '2026-11-22T15:59:59Z', 0],
  ['2026-11-21T16:00:00Z', '2026-11-22T16:00:00Z', 1],
  ['2027-12-31T23:59:59Z', '2028-03-01T00:00:00Z', 60],
  ['2028-02-28T12:00:00Z', '2028-03-01T12:00:00Z', 2],
  ['2099-12-30T00:00:00Z', '2100-03-01T00:00:00Z', 61],
  ['2026-01-01T00:00:00Z', '2026-09-14T00:00:00Z', 256],
  ['2026-01-01T00:00:00Z', '2036-01-01T00:00:00Z', 256],
  ['2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z', 0],
])('at %s a certificate that ends at %s has %d days', (now, end, days) => {
  const shown = `Status: Used\nnotBefore: ${written(new Date(0))} GMT\nnotAfter: ${written(new Date(end))} GMT\nSubject: /CN=x`;
  expect(told(written(new Date(now)), shown)).toBe(`set server be_certificates/public weight ${days}\n`);
});

test('an answer without an end counts as ended', () => {
  expect(told('Nov 21 16:00:00 2026', 'no such certificate')).toBe('set server be_certificates/public weight 0\n');
});
