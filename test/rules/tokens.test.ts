import { allRules } from '../../src/all-rules';
import { ManifestSet } from '../../src/checks/manifest-set';
import { runRules } from '../../src/checks/run';
import type { Manifest } from '../../src/kubernetes/manifest';
import { known, type Path, replaced, valueAt } from '../support/random-tokens';
import { allCases } from './cases';
import { objectsIn } from './rule-case';

/*
 * Manifests of others hold tokens anywhere, also in the place of a number: Outputs in objects that are not of this
 * library. Every case of every rule is tried with a token in place of every value.
 */

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is how a token looks
const token = '${pulumi.1}';

/** Rules that a place breaks while its value is not known, although the value itself does not. */
const refusing = allRules.filter(({ unknown }) => unknown === 'refused').map(({ id }) => id);

const pieces = allCases.map(({ rule, fault, good, context }) => [rule, fault, good, context] as const);

test.each(pieces)('%s, without %s: what is unknown breaks no rule', (_rule, _fault, yaml, context) => {
  const objects = objectsIn(yaml);
  const plain = new Set(findingsOf(objects, context));
  for (const place of valuesIn(objects)) {
    const before = valueAt(objects, place);
    const late = replaced(objects, place, token) as readonly Manifest[];
    const values = new Map([[token, String(before)]]);
    const fresh = known(findingsOf(late, context), values).filter((each) => !plain.has(each));
    // What decides hosts and names is refused, and nothing follows from it.
    if (fresh.some((each) => each.startsWith('fields/known '))) continue;
    const surprising = fresh.filter((each) => !refusing.some((id) => each.startsWith(`${id} `)));
    expect({ place: place.join('/'), before, surprising }).toEqual({ place: place.join('/'), before, surprising: [] });
  }
});

function findingsOf(objects: readonly Manifest[], fallback: (typeof pieces)[number][3]): readonly string[] {
  const { findings } = runRules(new ManifestSet(objects, { fallback }), allRules);
  return findings.map(({ rule, object, pointer }) => `${rule.id} ${object.kind}/${object.metadata.name} ${pointer}`);
}

/** Places of texts and numbers. What an object is, and what it is called, is always known. */
function valuesIn(tree: unknown, path: Path = []): readonly Path[] {
  if (typeof tree !== 'object' || tree === null) {
    const identity = ['apiVersion', 'kind', 'name', 'namespace'].includes(String(path.at(-1))) && path.length <= 3;
    return identity || tree === null ? [] : [path];
  }
  const entries = Array.isArray(tree) ? [...tree.entries()] : Object.entries(tree);
  return entries.flatMap(([key, inner]) => valuesIn(inner, [...path, key]));
}
