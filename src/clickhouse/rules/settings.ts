import { forEach, textsOf } from '../../altinity/rules/installations';
import { faultAt } from '../../altinity/rules/places';
import { parseOperatorVersion, supports } from '../../altinity/versions';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { list, type Manifest, text } from '../../kubernetes/manifest';
import { settingMapsOf } from './maps';

/** A key as the operator reads it: single slashes, none around. */
function normalised(key: string): string {
  return key.replaceAll(/\/+/g, '/').replaceAll(/^\/|\/$/g, '');
}

/** Macros stand for names that are valid. */
const elementName = /^[\p{L}_][\p{L}\p{N}_.:-]*$/u;

function* wrongKeys(object: Manifest): Generator<Fault> {
  for (const items of settingMapsOf(object)) {
    for (const { key, place } of items) {
      const wrong = normalised(key)
        .split('/')
        .find((part) => !elementName.test(part.replaceAll(/\{\w+\}/g, 'macro')));
      if (wrong === undefined) continue;
      const message = wrong === '' ? 'the key is empty.' : `'${wrong}' cannot be the name of an XML element.`;
      yield faultAt(object, place, [], message);
    }
  }
}

function* duplicateKeys(object: Manifest): Generator<Fault> {
  for (const items of settingMapsOf(object)) {
    const seen = new Map<string, string>();
    for (const { key, place } of items) {
      const other = seen.get(normalised(key));
      if (other !== undefined) yield faultAt(object, place, [], `'${key}' and '${other}' are the same setting.`);
      seen.set(normalised(key), key);
    }
  }
}

/** Values as text, whether there is one or a list of them. */
function textsIn(value: unknown): readonly string[] {
  return [value, ...list(value)].filter((each) => text(each) !== undefined) as string[];
}

const entities = /&(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/gi;

function* wrongXml(object: Manifest, set: ManifestSet): Generator<Fault> {
  const operator = parseOperatorVersion(set.contextOf(object).operator?.version ?? '');
  if (!operator) return;
  const escapes = supports(operator, 'xmlEscaping');
  for (const { value, place } of settingMapsOf(object).flat()) {
    for (const each of textsIn(value)) {
      const bare = each.replaceAll(entities, '');
      if (escapes && bare !== each) {
        const message = `operator ${operator} escapes by itself: the server gets '${each}' as it stands.`;
        yield faultAt(object, place, [], message, 'write the characters themselves.');
      } else if (!escapes && /[&<]/.test(bare)) {
        const message = `operator ${operator} writes '&' and '<' into XML as they are.`;
        yield faultAt(object, place, [], message, 'write &amp; and &lt;.');
      }
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
