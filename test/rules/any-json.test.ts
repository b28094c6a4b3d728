import { inspect } from 'node:util';
import { check, constantFrom, integer, jsonValue, property, type RunDetails, tuple } from 'fast-check';
import { allRules } from '../../src/all-rules';
import { contextAnnotation } from '../../src/checks/context';
import { describeFinding } from '../../src/checks/describe';
import { ManifestSet } from '../../src/checks/manifest-set';
import { runRules } from '../../src/checks/run';
import { isManifest, type Manifest } from '../../src/kubernetes/manifest';
import { allCases } from './cases';
import { objectsIn } from './rule-case';

/** Manifests with every field that some rule looks at. */
const sets = allCases.map(({ bad }) => objectsIn(bad));

/** Places of all values inside of a value, the value itself included. */
function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner).map((place) => [key, ...place]))];
}

/** A copy with another value at a place. */
function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: replaced(fields[key], rest, by) };
}

/** What a failure was found with; the value may have a `toString` of its own that is no function. */
function failure({
  seed,
  counterexample,
  errorInstance,
}: Pick<RunDetails<unknown>, 'seed' | 'counterexample' | 'errorInstance'>): string {
  return inspect({ seed, counterexample, errorInstance }, { depth: 9 });
}

function judge(objects: readonly Manifest[], fallback = {}): void {
  for (const finding of runRules(new ManifestSet(objects, { fallback }), allRules).findings) describeFinding(finding);
}

test('no rule throws, whatever stands at any place of a manifest', () => {
  const anySet = constantFrom(...sets.map((_, index) => index));
  const result = check(
    property(tuple(anySet, integer({ min: 0 }), jsonValue({ maxDepth: 3 })), ([index, place, value]) => {
      const objects = sets[index] ?? [];
      const places = placesIn(objects);
      const changed = replaced(objects, places[place % places.length] ?? [], value);
      judge(Array.isArray(changed) ? changed.filter(isManifest) : []);
    }),
    { numRuns: 3000 },
  );
  expect(result.failed ? failure(result) : '').toBe('');
});

test('no rule throws, whatever a context says', () => {
  const fields = ['platform', 'cluster', 'stage', 'zones', 'networkPolicy', 'operator', 'acknowledged'];
  const result = check(
    property(
      tuple(constantFrom(...sets), constantFrom(...fields), jsonValue({ maxDepth: 2 })),
      ([objects, field, value]) => {
        const annotations = { [contextAnnotation]: JSON.stringify({ [field]: value }) };
        const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'analytics', annotations } };
        judge([namespace, ...objects], { [field]: value });
      },
    ),
    { numRuns: 2000 },
  );
  expect(result.failed ? failure(result) : '').toBe('');
});
