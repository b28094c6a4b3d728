import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentedRules as allRules } from '../../scripts/documented-rules';
import { rulesPage } from '../../scripts/rules-page';
import { engineRules } from '../../src/checks/run';
import { repositoryFiles, root, textOf } from '../house/sources';
import { allCases } from './cases';

const ids = allRules.map(({ id }) => id);

/** Ids that the sources give to a problem of a prop; a part that is filled in at run time becomes a pattern. */
const usedByProps = repositoryFiles()
  .filter((file) => /^src\/.*\.ts$/.test(file) && !/\/rules(\/|\.ts$)|^src\/(all-rules|checks\/run)\.ts$/.test(file))
  .flatMap((file) => [...textOf(file).matchAll(/\brule: ['`]([^'`]+\/[^'`]+)['`]/g)].map(([, id = '']) => id))
  .map((id) => ({ id, pattern: new RegExp(`^${id.replaceAll(/\$\{\w+\}/g, '[a-z-]+')}$`) }));

test('every rule has an id of its own: domain/what', () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
});

test.each(allRules.map((rule) => [rule.id, rule] as const))(
  '%s says what, why, what to do and who says so',
  (_, rule) => {
    expect(rule.title).toMatch(/^\S.*[^.]$/);
    expect(rule.why).toMatch(/^\S.*\.$/);
    expect(rule.fix).toMatch(/^\S.*\.$/);
    expect(rule.source).toMatch(/^\S.{6,}[^.]$/);
  },
);

test('every rule that judges manifests has failing and passing cases', () => {
  const tested = new Set(allCases.map(({ rule }) => rule));
  const judging = allRules.filter((rule) => rule.check && !engineRules.includes(rule));
  expect(judging.filter(({ id }) => !tested.has(id)).map(({ id }) => id)).toEqual([]);
});

test('every id that a prop error prints is documented', () => {
  expect(usedByProps.length).toBeGreaterThan(30);
  expect(usedByProps.filter(({ pattern }) => !ids.some((id) => pattern.test(id))).map(({ id }) => id)).toEqual([]);
});

test('every documented id is used, by a check or by a prop error', () => {
  const unused = allRules.filter(({ id, check }) => !check && !usedByProps.some(({ pattern }) => pattern.test(id)));
  expect(unused.map(({ id }) => id)).toEqual([]);
});

test('the page names every rule once, with its severity, way out and source', () => {
  const page = rulesPage(allRules);
  for (const { id, severity, source } of allRules) {
    expect(page.split(`\n### ${id}\n\n**${severity}** · `)).toHaveLength(2);
    expect(page).toContain(`- Source: ${source}\n`);
  }
});

test('docs/rules.md is fresh', () => {
  expect(readFileSync(join(root, 'docs/rules.md'), 'utf8')).toBe(rulesPage(allRules));
});
