import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anyhouse, directoryWith, type Result, spawnAnyhouse } from './command';

const chi = `apiVersion: clickhouse.altinity.com/v1
kind: ClickHouseInstallation
metadata:
  name: demo
spec: {}
`;
const here = directoryWith({
  'tabs.yaml': 'kind: A\n\tname: b\n',
  'unclosed.yaml': 'kind: "ClickHouse\n',
  'twice.yaml': `${chi}kind: Pod\n`,
  'template.yaml': 'metadata:\n  name: {{ .Values.name }}\n',
  'list.yaml': '- a\n- b\n',
  'text.yaml': 'only words\n',
  'empty.yaml': '---\n# nothing but a remark\n---\n',
  'values.yaml': 'replicas: 3\n',
  'nameless.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {}\n',
  'bomb.yaml': `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e'].map((key, index) => `${key}: &${key} [${`*${'abcd'[index]}, `.repeat(9)}]\n`).join('')}`,
  'latin1.yaml': '',
  'huge.yaml': `# ${'x'.repeat(33 * 1024 * 1024)}`,
  'chi.yaml': chi,
  'none/readme.md': '# nothing',
  'foreign/package.json': '{ "name": "x" }',
});
writeFileSync(join(here, 'latin1.yaml'), Buffer.from([0x6b, 0x3a, 0x20, 0xe9, 0x0a]));
afterAll(() => rmSync(here, { recursive: true }));

/** The outcome, with paths as they were typed. */
function told({ code, stdout, stderr }: Result): string {
  expect(stdout).toBe('');
  return `${code} ${stderr.replaceAll(`${here}/`, '')}`.trimEnd();
}

const check = async (...paths: string[]) => told(await anyhouse(['check', ...paths.map((path) => join(here, path))]));

test.each([
  ['tabs.yaml', '2 error: tabs.yaml:2:1: Tabs are not allowed as indentation.'],
  ['unclosed.yaml', '2 error: unclosed.yaml:2:1: Missing closing "quote.'],
  ['twice.yaml', '2 error: twice.yaml:6:1: this key stands here twice.'],
  ['template.yaml', '2 error: template.yaml:2:10: this key is no text; templates have to be rendered before.'],
  ['list.yaml', '2 error: list.yaml:1: this is no Kubernetes object: it is a list, not an object.'],
  ['text.yaml', '2 error: text.yaml:1: this is no Kubernetes object: it is text, not an object.'],
  ['empty.yaml', '2 error: empty.yaml: holds no Kubernetes object.'],
  ['values.yaml', '2 error: values.yaml:1: this is no Kubernetes object: it has no apiVersion.'],
  ['nameless.yaml', '2 error: nameless.yaml:1: this is no Kubernetes object: it has no metadata.name.'],
  ['bomb.yaml', '2 error: bomb.yaml: cannot be read: Excessive alias count indicates a resource exhaustion attack.'],
  ['latin1.yaml', '2 error: latin1.yaml: is not text in UTF-8.'],
  ['huge.yaml', '2 error: huge.yaml: has 33 MB; files of more than 32 MB are not read.'],
  ['missing.yaml', '2 error: missing.yaml: there is no such file or directory.'],
  ['chi.yaml/inside', '2 error: chi.yaml/inside: there is no such file or directory.'],
  ['none', '2 error: none: holds no .yaml, .yml or .json file.'],
  ['foreign', '2 error: foreign: holds 1 file, but no Kubernetes object.'],
])('check %s', async (path, expected) => {
  expect(await check(path)).toBe(expected);
});

test('everything that cannot be read is told at once', async () => {
  expect(await check('tabs.yaml', 'chi.yaml', 'missing.yaml')).toBe(
    [
      '2 error: tabs.yaml:2:1: Tabs are not allowed as indentation.',
      'error: missing.yaml: there is no such file or directory.',
    ].join('\n'),
  );
});

test('standard input without objects', async () => {
  expect(told(await anyhouse(['check', '-'], '# nothing\n'))).toBe(
    '2 error: Standard input holds no Kubernetes object.',
  );
});

test.each([
  [['check'], "2 error: missing required argument 'path'"],
  [['check', '--nope', 'x'], "2 error: unknown option '--nope'"],
  [['chek'], "2 error: unknown command 'chek'\n(Did you mean check?)"],
  [
    ['check', '--stage', 'test', 'x'],
    "2 error: option '--stage <stage>' argument 'test' is invalid. Allowed choices are development, production.",
  ],
  [['doctor'], "2 error: required option '--context <name>' not specified"],
])('anyhouse %j', async (args, expected) => {
  expect(told(await anyhouse(args))).toBe(`${expected}\nRun with --help to see what there is.`);
});

test.each([
  [
    ['check', '--operator', '0.24.0', 'chi.yaml'],
    '2 error: --operator must be a release of the Altinity operator from 0.25 to 0.27, such as 0.27.2, got "0.24.0".',
  ],
  [
    ['wait', '--timeout', 'soon', 'chi.yaml'],
    '2 error: --timeout must be a time such as 90s, 15m or 1h30m, got "soon".',
  ],
  [
    ['operator-values', 'chi.yaml'],
    '2 error: chi.yaml: no Namespace here tells which operator is meant, so anyhouse did not make these manifests. Say it: --operator 0.27.2.',
  ],
  [
    ['credentials', '--ca', 'not a name', 'chi.yaml'],
    '2 error: --ca must be a DNS name such as ch.example.test, got "not a name".',
  ],
  [['credentials', 'none'], '2 error: none: holds no .yaml, .yml or .json file.'],
  [['credentials', 'chi.yaml'], '0 note: Nothing here needs a Secret.'],
])('anyhouse %j', async (args, expected) => {
  const absolute = args.map((arg) => (/^(chi\.yaml|none)$/.test(arg) ? join(here, arg) : arg));
  expect(told(await anyhouse(absolute))).toBe(expected);
});

test('wait has nothing to wait for among objects that never become ready', async () => {
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';
  expect(told(await anyhouse(['wait', '-'], map))).toBe(
    '2 error: -: nothing here becomes ready: no installation, Deployment or Job.',
  );
});

const kubeconfig = (server: string) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'gone', cluster: { server } }],
    users: [{ name: 'me', user: { token: 't' } }],
    contexts: [{ name: 'gone', context: { cluster: 'gone', user: 'me' } }],
    'current-context': 'gone',
  });

describe('without a cluster', () => {
  jest.setTimeout(60_000);
  const config = join(here, 'kubeconfig');
  beforeAll(() => writeFileSync(config, kubeconfig('https://127.0.0.1:1')));

  test.each([
    ['wait', [join(here, 'chi.yaml')]],
    ['doctor', ['--context', 'gone']],
    ['credentials', ['--context', 'gone', join(here, 'chi.yaml')]],
  ])('%s says which one does not answer', async (command, args) => {
    expect(told(await spawnAnyhouse([command, '--kubeconfig', config, ...args]))).toBe(
      '2 error: Context "gone" (https://127.0.0.1:1) does not answer: connect ECONNREFUSED 127.0.0.1:1.',
    );
  });

  test('doctor says which contexts there are', async () => {
    expect(told(await spawnAnyhouse(['doctor', '--context', 'prod'], { KUBECONFIG: config }))).toBe(
      '2 error: kubeconfig: there is no context "prod". There is gone.',
    );
  });

  test('the library for clusters is only missed by commands that need it', async () => {
    const hide = `export const resolve = (name, context, next) => {
      if (name !== '@kubernetes/client-node') return next(name, context);
      throw Object.assign(new Error(), { code: 'ERR_MODULE_NOT_FOUND' });
    };`;
    const hook = join(here, 'hook.mjs');
    const url = `data:text/javascript,${encodeURIComponent(hide)}`;
    writeFileSync(hook, `import { register } from 'node:module'; register(${JSON.stringify(url)});`);
    const env = { NODE_OPTIONS: `--import ${hook}` };
    expect(told(await spawnAnyhouse(['doctor', '--context', 'gone', '--kubeconfig', config], env))).toBe(
      '2 error: Clusters are reached through @kubernetes/client-node, which is not installed. Run: npm install @kubernetes/client-node@1',
    );
    expect((await spawnAnyhouse(['credentials', join(here, 'chi.yaml')], env)).code).toBe(0);
  });

  test('doctor says that there is no kubeconfig', async () => {
    expect(told(await spawnAnyhouse(['doctor', '--context', 'prod'], { HOME: join(here, 'none') }))).toBe(
      '2 error: There is no kubeconfig: $KUBECONFIG is not set and ~/.kube/config does not exist.',
    );
    expect(told(await spawnAnyhouse(['doctor', '--context', 'prod', '--kubeconfig', join(here, 'no')]))).toBe(
      '2 error: no: there is no such file.',
    );
  });
});
