import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examples, type PlatformName } from '../../examples';
import { differences } from './differences';

const quickstart = examples.find(({ name }) => name === 'quickstart')!;
const pairs: readonly (readonly [PlatformName, PlatformName])[] = [
  ['minikube', 'eks'],
  ['minikube', 'gke'],
  ['eks', 'gke'],
];

/** Rows of the table in docs/portability.md: kind, path, why. */
function documented(): string[] {
  const page = readFileSync(join(__dirname, '../../docs/portability.md'), 'utf8');
  return [...page.matchAll(/^\| `?(\w+)`? \| `?([^|`]+?)`? \| [^|]+ \|$/gm)]
    .map(([, kind, path]) => `${kind} ${path}`)
    .filter((row) => row !== 'kind path');
}

test.each(pairs)('%s and %s differ in documented places only', (left, right) => {
  const allowed = documented();
  const found = differences(quickstart.synth(left), quickstart.synth(right));
  expect(
    found.filter(
      (place) => !allowed.some((row) => place === row || place.startsWith(`${row}.`) || place.startsWith(`${row}[]`)),
    ),
  ).toEqual([]);
});

test('every documented place differs somewhere', () => {
  const found = pairs.flatMap(([left, right]) => differences(quickstart.synth(left), quickstart.synth(right)));
  const idle = documented().filter(
    (row) => !found.some((place) => place === row || place.startsWith(`${row}.`) || place.startsWith(`${row}[]`)),
  );
  expect(idle).toEqual([]);
});

test('images, names of what the user declared, users and settings are the same everywhere', () => {
  const facts = (platform: PlatformName) => {
    const manifests = quickstart.synth(platform);
    const installations = manifests.filter(({ kind }) => /^ClickHouse/.test(kind));
    const printed = JSON.stringify(manifests);
    return {
      names: installations.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`),
      images: [...new Set(printed.match(/"image":"[^"]+"/g))].sort(),
      configuration: installations.map(({ spec }) => {
        const { users, settings } = (spec as { configuration: Record<string, object> }).configuration;
        // Those of TLS are in the table.
        const own = Object.entries(settings ?? {}).filter(([name]) => !/openSSL|protocols|_port|secure$/.test(name));
        return { users, settings: own };
      }),
      secrets: [...new Set(printed.match(/"secretKeyRef":\{[^}]+\}/g))].sort(),
    };
  };
  expect(facts('eks')).toEqual(facts('minikube'));
  expect(facts('gke')).toEqual(facts('minikube'));
});
