import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeBlocks } from '../../scripts/markdown';
import { root, textOf } from '../house/sources';
import { folderOf, runExample } from '../support/pulumi-examples';
import type { Registered } from '../support/pulumi-mocks';
import { secretTextsIn, withoutSecrets } from '../support/pulumi-secrets';

jest.setTimeout(60_000);

let home: string;
const { KUBECONFIG: ambient } = process.env;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'anyhouse-example-'));
  const extensions = [{ name: 'cluster_info', extension: { provider: 'minikube.sigs.k8s.io' } }];
  const config = {
    contexts: [{ name: 'minikube', context: { cluster: 'minikube', user: 'minikube' } }],
    clusters: [{ name: 'minikube', cluster: { server: 'https://192.168.49.2:8443', extensions } }],
    users: [{ name: 'minikube', user: {} }],
  };
  process.env.KUBECONFIG = join(home, 'config');
  writeFileSync(process.env.KUBECONFIG, JSON.stringify(config));
});

afterAll(() => {
  rmSync(home, { recursive: true });
  if (ambient === undefined) delete process.env.KUBECONFIG;
  else process.env.KUBECONFIG = ambient;
});

const treeOf = (resources: readonly Registered[]) => resources.map(({ type, name }) => `${type} ${name}`).sort();
const isOfTheDatabase = ({ name }: Registered) => name.startsWith('analytics:');

describe.each(['minikube', 'eks', 'gke'])('examples/pulumi-%s', (example) => {
  let resources: readonly Registered[];

  beforeAll(async () => {
    resources = await runExample(example);
  });

  test('registers this tree', () => {
    expect(treeOf(resources)).toMatchSnapshot();
  });

  test('registers every name once', () => {
    const names = resources.map(({ type, name }) => `${type}::${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('hands its program on whole, and the Secrets that it needs', () => {
    const program = { minikube: 22, eks: 32, gke: 32 }[example] ?? 0;
    const secrets = { minikube: 3, eks: 2, gke: 2 }[example] ?? 0;
    expect(resources.filter(isOfTheDatabase)).toHaveLength(program + secrets);
  });

  test('has no password in any input that is not secret', () => {
    const passwords = resources
      .filter(({ type }) => type === 'kubernetes:core/v1:Secret')
      .flatMap(({ inputs }) => secretTextsIn(inputs.data));
    const printed = JSON.stringify(resources.map(({ inputs }) => withoutSecrets(inputs)));
    expect(passwords.length).toBeGreaterThanOrEqual(5);
    expect(passwords.filter((password) => printed.includes(password))).toEqual([]);
  });

  test('shows the same tree in a preview, where what a cloud makes up is unknown', async () => {
    const preview = await runExample(example, 'preview');
    expect(treeOf(preview)).toEqual(treeOf(resources));
    const kinds = preview.filter(isOfTheDatabase).map(({ inputs }) => inputs.kind);
    expect(kinds.every((kind) => typeof kind === 'string')).toBe(true);
  });

  test('installs the operator before the databases, and its provider before all', () => {
    const at = (suffix: string) => resources.find(({ type }) => type.endsWith(suffix))?.started ?? Number.NaN;
    expect(at('providers:kubernetes')).toBeLessThan(at('helm.sh/v3:Release'));
    expect(at(':ClickHouseInstallation')).toBeGreaterThan(
      resources.find(({ name }) => name === 'operator-chart')?.ended ?? Number.NaN,
    );
  });

  test('asks for the packages that the library is tested with', () => {
    const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
    const own = read(join(folderOf(example), 'package.json'));
    const { peerDependencies, devDependencies, version } = read(join(root, 'package.json'));
    const { anyhouse, ...dependencies } = own.dependencies;
    expect(anyhouse).toBe(version);
    expect(peerDependencies).toMatchObject(dependencies);
    expect(devDependencies).toMatchObject(own.devDependencies);
  });
});

test('the programs of the guide are those of the examples', () => {
  const blocks = codeBlocks(textOf('docs/pulumi.md'), 'ts');
  expect(blocks.slice(0, 2)).toEqual(
    ['minikube', 'eks'].map((example) => textOf(`examples/pulumi-${example}/index.ts`)),
  );
});
