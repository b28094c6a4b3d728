import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readManifests } from '../../../src/tools/manifests/read-manifests';
import { directoryWith } from '../../cli/command';
import { sharedPath } from '../../support/shared';

const pod = (name: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n`;
const directories: string[] = [];
const directory = (files: Readonly<Record<string, string>>) => {
  const made = directoryWith(files);
  directories.push(made);
  return made;
};
afterAll(() => {
  for (const each of directories) rmSync(each, { recursive: true });
});

const namesIn = (path: string) => readManifests([path]).flatMap(({ manifests }) => manifests.map(nameOf));
const nameOf = ({ manifest }: { readonly manifest: { readonly metadata: { readonly name: string } } }) =>
  manifest.metadata.name;
const read = (text: string) => readManifests(['-'], () => text)[0] ?? fail();
const fail = (): never => {
  throw new Error('nothing was read');
};
const first = (text: string) => read(text).manifests[0]?.manifest as unknown as Record<string, unknown>;

test('a directory is read with those below it, in the order of names', () => {
  const path = directory({
    'b.yaml': pod('b'),
    'a/c.yml': pod('c'),
    'a.json': '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}',
  });
  expect(namesIn(path)).toEqual(['c', 'a', 'b']);
});

test('hidden directories, installed packages and other files are left alone', () => {
  const path = directory({
    'a.yaml': pod('a'),
    '.git/b.yaml': pod('b'),
    'node_modules/c.yaml': pod('c'),
    'd.txt': 'x',
  });
  expect(namesIn(path)).toEqual(['a']);
});

test('links to files are followed, those to directories are not, for they may lead in circles', () => {
  const path = directory({ 'a.yaml': pod('a') });
  symlinkSync(path, join(path, 'circle'));
  symlinkSync(join(path, 'a.yaml'), join(path, 'b.yaml'));
  symlinkSync(join(path, 'nowhere'), join(path, 'c.yaml'));
  expect(namesIn(path)).toEqual(['a', 'a']);
});

test('a file that was named is read whatever it is called', () => {
  const path = directory({ manifest: pod('a') });
  expect(namesIn(join(path, 'manifest'))).toEqual(['a']);
});

test('several documents are told apart, empty ones do not count', () => {
  const { manifests, lines } = read(`# remark\n---\n${pod('a')}---\n---\n${pod('b')}`);
  expect(manifests.map((each) => [nameOf(each), each.document])).toEqual([
    ['a', 1],
    ['b', 3],
  ]);
  expect(lines).toBe(12);
});

test('lists are taken apart', () => {
  const list = {
    apiVersion: 'v1',
    kind: 'List',
    items: ['a', 'b'].map((name) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name } })),
  };
  expect(
    read(JSON.stringify(list, undefined, 2)).manifests.map((each) => [nameOf(each), each.lineOf('/metadata/name')]),
  ).toEqual([
    ['a', 9],
    ['b', 16],
  ]);
});

test('lines of places are known, for places that are not there those around them', () => {
  const [object] = read(`${pod('a')}spec:\n  containers:\n    - name: x\n      image: y\n`).manifests;
  const lines = [
    '',
    '/metadata/name',
    '/spec/containers/0/image',
    '/spec/containers/0/resources/limits',
    '/spec/volumes/3',
  ];
  expect(lines.map((pointer) => object?.lineOf(pointer))).toEqual([1, 4, 8, 7, 5]);
});

test('values are what kubectl makes of them', () => {
  const { spec } = first(
    `${pod('a')}spec: { a: yes, b: "yes", c: 0644, d: 12:30, e: 2024-01-01, f: 1e3, g: ~, h: on, 8123: x }\n`,
  );
  expect(spec).toEqual({
    a: true,
    b: 'yes',
    c: 420,
    d: '12:30',
    e: '2024-01-01',
    f: 1000,
    g: null,
    h: true,
    '8123': 'x',
  });
});

test('anchors and merge keys are followed', () => {
  const { spec } = first(`${pod('a')}spec:\n  base: &base { a: 1 }\n  own:\n    <<: *base\n    b: 2\n`);
  expect(spec).toEqual({ base: { a: 1 }, own: { a: 1, b: 2 } });
});

test('an object whose name the server completes is called by the beginning', () => {
  expect(first('apiVersion: v1\nkind: Pod\nmetadata:\n  generateName: job-\n').metadata).toEqual({
    generateName: 'job-',
    name: 'job-',
  });
});

test('what is no object is left out of a directory, and told', () => {
  const path = directory({ 'a.yaml': pod('a'), 'values.yaml': 'replicas: 3\n' });
  expect(readManifests([path])[0]?.skipped).toEqual([
    { file: join(path, 'values.yaml'), line: 1, reason: 'has no apiVersion' },
  ]);
});

test('every document of the examples of the operator is read', () => {
  const [source] = readManifests([sharedPath('chi-examples')]);
  expect(source?.manifests.length).toBeGreaterThan(70);
  expect(source?.skipped).toEqual([]);
});
