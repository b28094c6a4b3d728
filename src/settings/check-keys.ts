import type { Problems } from '../kubernetes/prop-error';
import { inside } from '../kubernetes/shape';

/** Entries whose keys can be names of XML elements and whose values are there; the rest is reported. */
export function* checkKeys(
  settings: Readonly<Record<string, unknown>>,
  prop: string,
  problems: Problems,
): Generator<readonly [name: string, value: unknown]> {
  for (const [name, value] of Object.entries(settings)) {
    const place = inside(prop, name);
    if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) {
      problems.add({
        rule: 'settings/key',
        prop: place,
        must: 'be the name of an XML element: letters, digits, "_", "." and "-", starting with a letter or "_"',
        got: name,
        fix: 'write sections as nested objects: { logger: { level: ... } }.',
      });
    } else if (name === 'constructor') {
      const must = 'not be "constructor", which cdk8s cannot write';
      problems.add({ rule: 'settings/key', prop: place, must, got: name, fix: 'remove it.' });
    } else if (value === undefined || value === null) {
      const fix = 'remove the key, or give it a value; Setting.removed takes out what ClickHouse brings along.';
      problems.add({ rule: 'props/type', prop: place, must: 'be set', got: value, fix });
    } else yield [name, value];
  }
}
