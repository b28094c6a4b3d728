import { createColors } from 'picocolors';
import { LiveDisplay } from '../../src/cli/live-display';

const escapeCode = '\u001B';

/** What a terminal shows after some drawings: it knows as much of control codes as the display uses. */
function shown(size: readonly [number, number], ...drawings: readonly (readonly string[])[]): readonly string[] {
  let lines: string[] = ['before'];
  const display = new LiveDisplay(
    (text) => {
      const [up = '', rest = ''] = text.split(`\r${escapeCode}[J`);
      const kept = lines.slice(0, lines.length - Number(/\d+/.exec(up) ?? 0));
      lines = [...kept, ...rest.split('\n').slice(0, -1)];
    },
    () => size,
  );
  for (const drawing of drawings) display.draw(drawing);
  return lines;
}

test('a block replaces the one before, and nothing else', () => {
  expect(shown([80, 24], ['a', 'b', 'c'], ['d', 'e'])).toEqual(['before', 'd', 'e']);
});

test('lines that do not fit are broken between words', () => {
  expect(shown([20, 24], ['one two three four five six'], ['one two three four five six'])).toEqual([
    'before',
    'one two three four',
    '        five six',
  ]);
});

test('words that do not fit are cut', () => {
  expect(shown([10, 24], ['abcdefghijklmnop'])).toEqual(['before', 'abcdefghij']);
});

test('marks of colour take no room', () => {
  const { red } = createColors(true);
  expect(shown([10, 24], [`${red('abcde')} fghi`])).toEqual(['before', `${red('abcde')} fghi`]);
});

test('a block never grows higher than the terminal', () => {
  expect(shown([80, 3], ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd'])).toEqual(['before', 'a', 'b']);
});
