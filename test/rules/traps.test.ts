import { allRules } from '../../src/all-rules';
import { textOf } from '../house/sources';

const page = textOf('docs/operator-traps.md');
const ids = new Set(allRules.map(({ id }) => id));

/** Cells of the tables below a heading. */
const rowsOf = (heading: string) =>
  (page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (no\.|where) \|/.test(line))
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '')));

const upTo = (last: number) => Array.from({ length: last }, (_, index) => String(index + 1));

test('all 25 rules and all 20 pains have a row', () => {
  expect(rowsOf('Rules that manifests have to keep').map(([number]) => number)).toEqual(upTo(25));
  expect(rowsOf('What people have run into').map(([number]) => number)).toEqual(upTo(20));
  expect(rowsOf('Load balancers').length).toBeGreaterThan(15);
});

test('every rule that the page names exists', () => {
  const named = [...page.matchAll(/`([a-z-]+\/[a-z-]+)`/g)].map(([, id = '']) => id);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
  expect(new Set(named).size).toBeGreaterThan(100);
});

test('every row says what answers it', () => {
  const rows = ['Rules that manifests have to keep', 'What people have run into', 'Load balancers'].flatMap(rowsOf);
  expect(rows.filter((cells) => cells.length !== 3 || (cells[2] ?? '').length < 10)).toEqual([]);
});

test('every rule about load balancers of one cloud has a place on the page', () => {
  const prefixes = /^(aws|azure|gke|octavia|metallb)\//;
  const left = [...ids].filter((id) => prefixes.test(id) && !page.includes(`\`${id}\``));
  expect(left).toEqual([]);
});
