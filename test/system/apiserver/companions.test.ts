import type { Manifest } from 'anyhouse';
import { anyApiServer, makeNamespace, refusals } from './servers';

/* Kinds of companions that the API server of these tests must know, and be strict about. */

const server = anyApiServer();
const metadata = { name: 'a', namespace: 'companions' };
const git = { kind: 'GitRepository', name: 'a' };

const objects: readonly Manifest[] = [
  {
    apiVersion: 'generators.external-secrets.io/v1alpha1',
    kind: 'Password',
    metadata,
    spec: { length: 32, digits: 8, symbols: 0, noUpper: false, allowRepeat: true },
  },
  {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata,
    spec: {
      refreshInterval: '0',
      target: { name: 'a', template: { engineVersion: 'v2', data: { hash: '{{ .password | sha256sum }}' } } },
      dataFrom: [
        {
          sourceRef: {
            generatorRef: { apiVersion: 'generators.external-secrets.io/v1alpha1', kind: 'Password', name: 'a' },
          },
        },
      ],
    },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata,
    spec: { syncWindows: [{ kind: 'allow', schedule: '0 3 * * *', duration: '2h', timeZone: 'Europe/Berlin' }] },
  },
  {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata,
    spec: { interval: '10m', prune: false, path: './a', sourceRef: git, dependsOn: [{ name: 'b' }] },
  },
];

beforeAll(() => makeNamespace(server, metadata.namespace));

test.each(objects)('$kind is known', async (object) => {
  expect(await refusals(server, [object])).toEqual([]);
});

test.each(objects)('$kind with a field that there is not is refused', async (object) => {
  const spec = { ...(object.spec as object), madeUp: 1 };
  expect(await refusals(server, [{ ...object, spec } as Manifest])).toEqual([expect.stringContaining('.spec.madeUp')]);
});
