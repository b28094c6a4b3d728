import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tableRows } from '../../scripts/markdown';
import { root, textOf } from './sources';

const rows = tableRows(textOf('docs/mission.md'), ['point', 'what it takes', 'here', 'proof']);
const range = (talk: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${talk}-${from + index}`);

test('every point that is promised today has a row', () => {
  const others = ['001-16', '002-10', '002-14', '003-5', '003-7', '003-18', '003-21', '003-24', '003-28', '004-5'];
  expect(rows.map(([point]) => point)).toEqual([
    ...range('000', 1, 23),
    '000-25',
    '000-26',
    ...range('000', 30, 34),
    ...others,
  ]);
});

test.each(rows)('the proof of %s exists', (_point, _takes, _here, proof = '') => {
  const proofs = [...proof.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)(?: "([^"]+)")?/g)];
  expect(proofs.length).toBeGreaterThan(0);
  for (const [, target = '', title] of proofs) {
    const file = join('docs', target);
    expect(existsSync(join(root, file))).toBe(true);
    // A test is named by its title, a page by itself.
    if (file.startsWith('test/')) expect(textOf(file)).toContain(title ?? 'a title');
  }
});
