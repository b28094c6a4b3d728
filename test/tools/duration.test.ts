import { parseDuration, printDuration } from '../../src/tools/duration';

test.each([
  ['90s', 90_000],
  ['15m', 900_000],
  ['1h30m', 5_400_000],
])('%s are %d milliseconds', (text, expected) => {
  expect(parseDuration(text, '--timeout')).toBe(expected);
});

test.each(['', '15', 'm', '15 m', '1.5h', '-3m', '0s', '1d'])('"%s" is no time', (text) => {
  expect(() => parseDuration(text, '--timeout')).toThrow(
    `--timeout must be a time such as 90s, 15m or 1h30m, got "${text}".`,
  );
});

test.each([
  [-5, '0 s'],
  [38_900, '38 s'],
  [102_000, '1m 42s'],
  [7_500_000, '2h 5m'],
])('%d milliseconds read as %s', (milliseconds, expected) => {
  expect(printDuration(milliseconds)).toBe(expected);
});
