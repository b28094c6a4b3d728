import { allRules } from '../../src/all-rules';
import { ManifestSet } from '../../src/checks/manifest-set';
import type { Fault } from '../../src/checks/rule';
import { allCases } from './cases';
import { objectsIn, type RuleCase } from './rule-case';

/** What one rule says about a piece of YAML. */
function faultsIn(yaml: string, { rule, context }: RuleCase): readonly Fault[] {
  const found = allRules.find(({ id }) => id === rule);
  if (!found?.check) throw new Error(`No rule '${rule}' judges manifests.`);
  return [...found.check(new ManifestSet(objectsIn(yaml), { fallback: context }))];
}

describe.each(allCases.map((each) => [each.rule, each.fault, each] as const))('%s: %s', (_rule, _fault, each) => {
  test('is found at its place', () => {
    expect(faultsIn(each.bad, each).map(({ pointer }) => pointer)).toEqual(each.at);
  });

  test('is told in sentences', () => {
    for (const { message, fix } of faultsIn(each.bad, each)) {
      expect(message).toMatch(/^\S.*\.$/);
      expect(message).not.toMatch(/undefined|\[object|NaN/);
      expect(fix ?? 'x.').toMatch(/^\S.*\.$/s);
    }
  });

  test('is not found without it', () => {
    expect(faultsIn(each.good, each)).toEqual([]);
  });
});
