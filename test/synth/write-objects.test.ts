import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Environment, type Manifest } from 'anyhouse';
import { synthesizeManifests, writeObjects } from 'anyhouse/synth';
import { ApiObject, App, Chart } from 'cdk8s';
import { parse } from 'yaml';
import { databases, databasesWithFlux } from '../../examples/gitops/databases';
import { platforms } from '../../examples/platforms';
import { readManifests } from '../../src/tools/manifests/read-manifests';
import { minikube } from '../support/environments';

const here = mkdtempSync(join(tmpdir(), 'anyhouse-'));
afterAll(() => rmSync(here, { recursive: true }));

let count = 0;
const fresh = () => join(here, String(count++));

/** Files below a directory, with what they hold. */
function filesIn(directory: string, prefix = ''): Record<string, string> {
  if (!existsSync(directory)) return {};
  return Object.assign(
    {},
    ...readdirSync(directory, { withFileTypes: true }).map((entry) => {
      const path = join(directory, entry.name);
      const name = `${prefix}${entry.name}`;
      return entry.isDirectory() ? filesIn(path, `${name}/`) : { [name]: readFileSync(path, 'utf8') };
    }),
  );
}

function app(build: (app: App) => unknown): App {
  const made = new App();
  build(made);
  return made;
}

const chart = (id: string, ...objects: readonly object[]) =>
  app((root) =>
    objects.map(
      (object, index) =>
        new ApiObject(
          (root.node.tryFindChild(id) as Chart) ??
            new Chart(root, id, { disableResourceNameHashes: true, namespace: 'own' }),
          `o${index}`,
          object as never,
        ),
    ),
  );

const configMap = (name: string, namespace?: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ...(namespace && { namespace }) },
});

describe.each([
  ['Argo CD', databases],
  ['Flux', databasesWithFlux],
])('the example for %s', (_, build) => {
  const directory = fresh();
  const result = writeObjects(
    app((root) => build(root, platforms.eks)),
    directory,
  );
  const files = filesIn(directory);

  test('has a folder for each chart', () => {
    expect(readdirSync(directory)).toEqual(['databases', 'development', 'production', 'services', 'staging']);
    expect([...result.written].sort()).toEqual(Object.keys(files).sort());
  });

  test('lists every file, which holds one object', () => {
    const listed = Object.entries(files)
      .filter(([file]) => file.endsWith('/kustomization.yaml'))
      .flatMap(([file, text]) => (parse(text).resources as string[]).map((resource) => `${dirname(file)}/${resource}`));
    expect(listed.sort()).toEqual(
      Object.keys(files)
        .filter((file) => !file.endsWith('/kustomization.yaml'))
        .sort(),
    );
    const objects = listed.map((file) => parse(files[file] ?? '') as Manifest);
    const wanted = synthesizeManifests(app((root) => build(root, platforms.eks)));
    const sorted = (manifests: readonly unknown[]) => manifests.map((manifest) => JSON.stringify(manifest)).sort();
    expect(sorted(objects)).toEqual(sorted(wanted.map((manifest) => parse(JSON.stringify(manifest)))));
  });

  test('is read by our commands without a remark', () => {
    const [source] = readManifests([directory], () => '');
    expect(source?.skipped).toEqual([]);
  });

  test('is the same at the next run, which touches nothing', () => {
    const again = writeObjects(
      app((root) => build(root, platforms.eks)),
      directory,
    );
    expect(again).toEqual({ written: [], unchanged: result.written, removed: [], leftover: [] });
    expect(filesIn(directory)).toEqual(files);
  });
});

test('objects of another namespace lie in its folder, and cluster-wide ones do not', () => {
  const directory = fresh();
  writeObjects(
    chart('a', configMap('same'), configMap('same', 'other'), {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'own' },
    }),
    directory,
  );
  expect(Object.keys(filesIn(directory)).sort()).toEqual([
    'a/configmap.same.yaml',
    'a/kustomization.yaml',
    'a/namespace.own.yaml',
    'a/other/configmap.same.yaml',
  ]);
});

test('two kinds of one name are told apart by their group', () => {
  const directory = fresh();
  const service = (apiVersion: string) => ({ apiVersion, kind: 'Service', metadata: { name: 'web' } });
  const { written } = writeObjects(
    chart('a', service('v1'), service('serving.knative.dev/v1'), configMap('web')),
    directory,
  );
  expect(written).toEqual([
    'a/service@v1.web.yaml',
    'a/service@serving.knative.dev.web.yaml',
    'a/configmap.web.yaml',
    'a/kustomization.yaml',
  ]);
});

test('names that files cannot have become names that they can', () => {
  const role = (name: string) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
  });
  const long = 'x'.repeat(253);
  const { written } = writeObjects(
    chart(
      'a',
      role('system:view'),
      role('View'),
      role('view'),
      role('a_b'),
      configMap(long),
      configMap(`${long.slice(1)}y`),
    ),
    fresh(),
  );
  expect(written.slice(0, 4)).toEqual([
    'a/clusterrole.system_3a_view.yaml',
    'a/clusterrole._56_iew.yaml',
    'a/clusterrole.view.yaml',
    'a/clusterrole.a_5f_b.yaml',
  ]);
  expect(written[4]).toMatch(/^a\/configmap\.x+-[0-9a-f]{9}\.yaml$/);
  expect(new Set(written).size).toBe(written.length);
  for (const file of written) expect(file.length).toBeLessThan(250);
});

test('what has gone from the program is removed, if it was written here', () => {
  const directory = fresh();
  writeObjects(chart('a', configMap('stays'), configMap('goes'), configMap('goes', 'other')), directory);
  writeFileSync(join(directory, 'a/mine.yaml'), 'kind: Mine\n');
  writeFileSync(join(directory, 'a/README.md'), '# Notes\n');
  symlinkSync(join(directory, 'a/configmap.stays.yaml'), join(directory, 'a/link.yaml'));
  const result = writeObjects(chart('a', configMap('stays')), directory);
  expect(result).toEqual({
    written: ['a/kustomization.yaml'],
    unchanged: ['a/configmap.stays.yaml'],
    removed: ['a/configmap.goes.yaml', 'a/other/configmap.goes.yaml'],
    leftover: [],
  });
  expect(Object.keys(filesIn(directory)).sort()).toEqual([
    'a/README.md',
    'a/configmap.stays.yaml',
    'a/kustomization.yaml',
    'a/link.yaml',
    'a/mine.yaml',
  ]);
});

test('the folder of a chart that has gone is told, and kept', () => {
  const directory = fresh();
  writeObjects(chart('old', configMap('a')), directory);
  mkdirSync(join(directory, 'notes'));
  writeFileSync(join(directory, 'notes/kustomization.yaml'), 'resources: []\n');
  const { removed, leftover } = writeObjects(chart('new', configMap('a')), directory);
  expect([removed, leftover]).toEqual([[], ['old']]);
  expect(existsSync(join(directory, 'old/configmap.a.yaml'))).toBe(true);
});

test('a file of somebody else is not replaced, and nothing is written', () => {
  const directory = fresh();
  mkdirSync(join(directory, 'a'), { recursive: true });
  writeFileSync(join(directory, 'a/kustomization.yaml'), 'resources: [mine.yaml]\n');
  expect(() => writeObjects(chart('a', configMap('one')), directory)).toThrow(
    `${directory}: a/kustomization.yaml was not written by anyhouse and would be replaced. Fix: move what is there, or write to another directory. Nothing was written.`,
  );
  expect(filesIn(directory)).toEqual({ 'a/kustomization.yaml': 'resources: [mine.yaml]\n' });
});

test('a program with a fault writes nothing', () => {
  const directory = fresh();
  const wrong = app((root) => {
    const environment = new Environment(root, 'analytics', { platform: minikube });
    for (const id of ['one', 'two']) new ApiObject(environment, id, configMap('same'));
  });
  expect(() => writeObjects(wrong, directory)).toThrow('[names/duplicate]');
  expect(existsSync(directory)).toBe(false);
});

test('charts that would share a folder are refused', () => {
  const both = app((root) => {
    new ApiObject(new Chart(new Chart(root, 'a'), 'b'), 'one', configMap('one'));
    new ApiObject(new Chart(root, 'A-b'), 'two', configMap('two'));
  });
  expect(() => writeObjects(both, fresh())).toThrow(
    "Charts 'a/b' and 'A-b' would both be written to folder 'A-b'. Fix: rename one of them.",
  );
});

test('a chart whose name is no folder is refused', () => {
  expect(() => writeObjects(chart('..', configMap('one')), fresh())).toThrow(
    `Chart '..' has no folder: '..' holds more than letters, digits, ".", "_" and "-". Fix: rename it.`,
  );
});
