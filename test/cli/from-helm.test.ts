import { existsSync, readFileSync, rmSync } from 'node:fs';

import { join } from 'node:path';
import { anyhouse, directoryWith, type Result } from './command';

const here = directoryWith({
  'values.yaml':
    'clickhouse: { persistence: { size: 5Gi }, extraConfig: <clickhouse><a/></clickhouse> }\nmisspelt: 1\n',
  'clean.yaml': 'clickhouse: { persistence: { size: 5Gi } }\n',
  'kinds.yaml':
    'clickhouse:\n  users: { app: {} }\n  replicasCount: "3"\n  antiAffinity: yes please\n  image:\n    tag: 25.3\nkeeper: []\n',
  'two.yaml': 'a: 1\n---\nb: 2\n',
  'list.yaml': '- a\n',
  'text.yaml': 'only words\n',
  'broken.yaml': 'a: [\n',
  'twice.yaml': 'a: 1\na: 2\n',
  'template.yaml': 'a: {{ .Values.b }}\n',
  'chi.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n',
  'bomb.yaml': `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e'].map((key, index) => `${key}: &${key} [${`*${'abcd'[index]}, `.repeat(9)}]\n`).join('')}`,
  'alone.yaml': 'clickhouse: { replicasCount: 2 }\n',
  'there.ts': '// mine\n',
});
afterAll(() => rmSync(here, { recursive: true }));

const told = ({ code, stderr }: Result) => `${code} ${stderr.replaceAll(`${here}/`, '')}`.trimEnd();
const fromHelm = (...args: string[]) =>
  anyhouse(['from-helm', ...args.map((arg) => (/\.(yaml|ts)$/.test(arg) || arg === 'none' ? join(here, arg) : arg))]);

test('the program goes to standard output, and what became of the values to standard error', async () => {
  const result = await fromHelm('values.yaml');
  expect(result.stdout).toContain("storage: { size: '5Gi' }");
  expect(told(result)).toBe(
    [
      '0 1 value mapped, 2 not mapped:',
      '  clickhouse.extraConfig: XML is not read: it may hold passwords. Write settings: { ... }, as docs/settings.md tells.',
      '  misspelt: chart clickhouse 0.3.12 has no such value. Remove it.',
    ].join('\n'),
  );
});

test('values come from standard input, too', async () => {
  const { code, stdout } = await anyhouse(['from-helm', '-'], 'clickhouse: { shardsCount: 4 }\n');
  expect([code, stdout.includes('shards: 4,')]).toEqual([0, true]);
});

test('--strict makes what was not mapped an answer of no, after the program', async () => {
  const result = await fromHelm('--strict', 'values.yaml');
  expect([result.code, result.stdout.length > 100]).toEqual([1, true]);
  expect(told(await fromHelm('--strict', 'clean.yaml'))).toBe('0 1 value mapped, 0 not mapped.');
});

test('--out writes a new file, and leaves one that is there alone unless --force is given', async () => {
  const first = await fromHelm('clean.yaml', '--out', 'new.ts');
  expect([first.stdout, told(first)]).toEqual(['', '0 new.ts: 1 value mapped, 0 not mapped.']);
  expect(readFileSync(join(here, 'new.ts'), 'utf8')).toContain('new ClickHouseCluster(');
  expect(told(await fromHelm('clean.yaml', '--out', 'there.ts'))).toBe(
    '2 error: there.ts: is there already; --force replaces it.',
  );
  expect(readFileSync(join(here, 'there.ts'), 'utf8')).toBe('// mine\n');
  expect((await fromHelm('clean.yaml', '--out', 'there.ts', '--force')).code).toBe(0);
  expect(readFileSync(join(here, 'there.ts'), 'utf8')).toContain('new ClickHouseCluster(');
});

test('nothing is written when the values are wrong', async () => {
  expect((await fromHelm('kinds.yaml', '--out', 'never.ts')).code).toBe(2);
  expect(existsSync(join(here, 'never.ts'))).toBe(false);
});

test.each([
  [
    ['kinds.yaml'],
    [
      '2 error: kinds.yaml:2: clickhouse.users must be a list, got a map; the chart refuses it, too.',
      'error: kinds.yaml:3: clickhouse.replicasCount must be a number, got text; the chart refuses it, too.',
      'error: kinds.yaml:4: clickhouse.antiAffinity must be true or false, got text; the chart refuses it, too.',
      'error: kinds.yaml:6: clickhouse.image.tag must be text, got a number; the chart refuses it, too. Fix: put it in quotes.',
      'error: kinds.yaml:7: keeper must be a map, got a list; the chart refuses it, too.',
    ].join('\n'),
  ],
  [['two.yaml'], '2 error: two.yaml: holds 2 documents; values are one.'],
  [['list.yaml'], '2 error: list.yaml: must hold a map of values, got a list.'],
  [['text.yaml'], '2 error: text.yaml: must hold a map of values, got text.'],
  [
    ['broken.yaml'],
    '2 error: broken.yaml:2:1: Flow sequence in block collection must be sufficiently indented and end with a ].',
  ],
  [['twice.yaml'], '2 error: twice.yaml:2:1: this key stands here twice.'],
  [['template.yaml'], '2 error: template.yaml:1:5: this key is no text; templates have to be rendered before.'],
  [['chi.yaml'], '2 error: chi.yaml: this is a manifest, not a file with values; anyhouse check reads manifests.'],
  [['bomb.yaml'], '2 error: bomb.yaml: cannot be read: Excessive alias count indicates a resource exhaustion attack.'],
  [['missing.yaml'], '2 error: missing.yaml: there is no such file or directory.'],
  [
    ['alone.yaml'],
    '2 error: alone.yaml: clickhouse.replicasCount and zones need a Keeper; the chart refuses them without, too. Fix: set keeper.enabled: true, or clickhouse.keeper.host.',
  ],
  [['clean.yaml', '--region', 'eu-west-1'], '2 error: --region must stand beside --platform.'],
  [['clean.yaml', '--platform', 'kind', '--zones', 'a,b'], '2 error: --zones must be left out for kind.'],
  [
    ['clean.yaml', '--platform', 'eks'],
    [
      "2 error: --region must name the region, got nothing. Fix: write region: 'eu-west-1'.",
      'error: --zones must list the zones of the nodes, got nothing. Fix: list the zones that the node pools stand in.',
    ].join('\n'),
  ],
  [
    ['clean.yaml', '--platform', 'eks', '--region', 'eu-west-1', '--zones', 'eu-west-1a,us-east-1a'],
    '2 error: --zones must be a zone of eu-west-1, got "us-east-1a". Fix: write a zone such as "eu-west-1a".',
  ],
  [['clean.yaml', '--out', 'no/where.ts'], '2 error: no/where.ts: its directory does not exist.'],
  [
    ['clean.yaml', '--platform', 'mars'],
    "2 error: option '--platform <name>' argument 'mars' is invalid. Allowed choices are minikube, kind, eks, gke, aks, openstack.\nRun with --help to see what there is.",
  ],
])('from-helm %j', async (args, expected) => {
  const result = await fromHelm(...args);
  expect(result.stdout).toBe('');
  expect(told(result)).toBe(expected);
});
