import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tableRows } from '../../scripts/markdown';
import { root, textOf } from './sources';

const rows = tableRows(textOf('docs/mission.md'), ['point', 'what it takes', 'here', 'proof']);
const range = (talk: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${talk}-${from + index}`);

test('every point that is promised today has a row', () => {
  expect(rows.map(([point]) => point)).toEqual([
    ...range('000', 1, 23),
    ...['000-25', '000-26'],
    ...range('000', 30, 34),
    ...['000-36', '000-55', '000-56', '000-57', '000-58'],
    ...['001-5', '001-7', '001-8', '001-16', '001-23', '001-24', '001-25', '001-26', '001-31', '001-33', '001-34'],
    ...['002-1', '002-2', '002-3', '002-10', '002-14'],
    ...['003-5', '003-7', '003-18', '003-21', '003-24', '003-28', '004-5'],
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
