import { forEach, textsOf } from '../../altinity/rules/installations';
import { itemsAt, levelsOf, type Place, placeAt, specOf } from '../../altinity/rules/places';
import { parseOperatorVersion, supports } from '../../altinity/versions';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { list, type Manifest, text } from '../../kubernetes/manifest';

type Item = readonly [key: string, value: unknown, pointer: string];

/** Maps of slash paths that become XML, each with its entries. */
function* mapsOf(object: Manifest): Generator<readonly Item[]> {
  const configuration: Place = placeAt(specOf(object), 'configuration');
  for (const section of ['users', 'profiles', 'quotas', 'settings']) yield itemsAt(configuration, section);
  for (const level of levelsOf(object)) yield itemsAt(level, 'settings');
}

/** A key as the operator reads it: single slashes, none around. */
function normalised(key: string): string {
  return key.replaceAll(/\/+/g, '/').replaceAll(/^\/|\/$/g, '');
}

/** Macros stand for names that are valid. */
const elementName = /^[\p{L}_][\p{L}\p{N}_.:-]*$/u;

function* wrongKeys(object: Manifest): Generator<Fault> {
  for (const items of mapsOf(object)) {
    for (const [key, , pointer] of items) {
      const wrong = normalised(key)
        .split('/')
        .find((part) => !elementName.test(part.replaceAll(/\{\w+\}/g, 'macro')));
      if (wrong !== undefined)
        yield {
          object,
          pointer,
          message: wrong === '' ? 'the key is empty.' : `'${wrong}' cannot be the name of an XML element.`,
        };
    }
  }
}

function* duplicateKeys(object: Manifest): Generator<Fault> {
  for (const items of mapsOf(object)) {
    const seen = new Map<string, string>();
    for (const [key, , pointer] of items) {
      const other = seen.get(normalised(key));
      if (other !== undefined) yield { object, pointer, message: `'${key}' and '${other}' are the same setting.` };
      seen.set(normalised(key), key);
    }
  }
}

/** Values as text, whether there is one or a list of them. */
function textsIn(value: unknown): readonly string[] {
  return [value, ...list(value)].filter((each) => text(each) !== undefined) as string[];
}

const entity = /&(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/i;

function* wrongXml(object: Manifest, set: ManifestSet): Generator<Fault> {
  const operator = parseOperatorVersion(set.contextOf(object).operator?.version ?? '');
  if (!operator) return;
  const escapes = supports(operator, 'xmlEscaping');
  for (const [, value, pointer] of [...mapsOf(object)].flat()) {
    for (const each of textsIn(value)) {
      const bare = each.replaceAll(new RegExp(entity, 'gi'), '');
      if (escapes && entity.test(each))
        yield {
          object,
          pointer,
          message: `operator ${operator} escapes by itself: the server gets '${each}' as it stands.`,
          fix: 'write the characters themselves.',
        };
      if (!escapes && /[&<]/.test(bare))
        yield {
          object,
          pointer,
          message: `operator ${operator} writes '&' and '<' into XML as they are.`,
          fix: 'write &amp; and &lt;.',
        };
    }
  }
}

/** Rules about settings, and about users, profiles and quotas, which are written in the same way. */
export const settingRules: readonly Rule[] = [
  {
    id: 'settings/key',
    severity: 'error',
    title: 'Keys of settings are names of XML elements, with slashes between them',
    why: 'The server refuses the file that the operator makes of them, and does not start.',
    fix: 'write names that start with a letter or "_", without spaces and "@".',
    source: 'operator, pkg/xml; XML 1.0, names',
    check: forEach(textsOf, wrongKeys),
  },
  {
    id: 'settings/duplicate',
    severity: 'error',
    title: 'Every setting is written once',
    why: 'Keys that differ in slashes only are one setting. Which value wins changes from one reconcile to the next.',
    fix: 'remove one of them.',
    source: 'operator, pkg/apis/clickhouse.altinity.com/v1/type_settings.go',
    check: forEach(textsOf, duplicateKeys),
  },
  {
    id: 'settings/xml',
    severity: 'error',
    title: 'Special characters are written as the release of the operator expects them',
    why: 'Up to 0.27.1 it writes values into XML as they are, and the server does not start; later ones escape them.',
    fix: 'write &amp; and &lt; up to operator 0.27.1, and the characters themselves from 0.27.2.',
    source: 'operator #1578, release notes of 0.27.2',
    check: forEach(textsOf, wrongXml),
  },
  {
    id: 'names/element',
    severity: 'error',
    title: 'Names of users, profiles and quotas can be names of XML elements and parts of Kubernetes names',
    why: 'The server refuses the configuration that the operator makes of them.',
    fix: "write lower case letters, digits, '-' and '_', starting with a letter.",
    source: 'XML 1.0, names; Kubernetes, object names and IDs',
  },
];
