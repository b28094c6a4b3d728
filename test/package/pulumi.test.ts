import { cpSync } from 'node:fs';
import { join } from 'node:path';
import * as sources from 'anyhouse/pulumi';
import { entries } from '../../scripts/public-surface';
import { root } from '../house/sources';
import { consumers, printedBy } from './consumers';
import { execNode, type Installed, installPackage, linkPackages, projectWith, writeProject } from './installed';

jest.setTimeout(300_000);
let installed: Installed;
/** A project of somebody who has no cloud: neither @pulumi/aws nor @pulumi/gcp. */
let project: string;
beforeAll(() => {
  installed = installPackage();
  project = projectWith(installed, '@pulumi/pulumi', '@pulumi/kubernetes');
});
afterAll(() => installed?.remove());

/** Modules that a statement loads; it may print what it likes. */
function loadedBy(statement: string): readonly string[] {
  const script = `import { createRequire } from 'node:module';
    const require = createRequire(process.cwd() + '/');
    process.on('exit', () => console.log('\\n' + JSON.stringify(Object.keys(require.cache))));
    ${statement}`;
  const [files = ''] = execNode(project, '--input-type=module', '-e', script).trim().split('\n').slice(-1);
  return JSON.parse(files);
}

describe('without the packages of Pulumi', () => {
  test.each([
    ['require', ['-e', "require('anyhouse/pulumi')"]],
    ['import', ['--input-type=module', '-e', "import 'anyhouse/pulumi'"]],
  ])('%s of anyhouse/pulumi says what to install', (_, args) => {
    const sentence =
      'anyhouse/pulumi needs @pulumi/pulumi and @pulumi/kubernetes. Run: npm install @pulumi/pulumi @pulumi/kubernetes]\n';
    expect(() => execNode(installed.project, ...args)).toThrow(sentence);
  });

  test('only what is missing is asked for', () => {
    const other = projectWith(installed, '@pulumi/pulumi');
    expect(() => execNode(other, '-e', "require('anyhouse/pulumi')")).toThrow(
      'anyhouse/pulumi needs @pulumi/kubernetes. Run: npm install @pulumi/kubernetes]\n',
    );
  });
});

describe('with @pulumi/pulumi and @pulumi/kubernetes', () => {
  test.each(Object.keys(entries).filter((entry) => entry !== 'anyhouse/pulumi'))('%s loads no Pulumi', (entry) => {
    const loaded = loadedBy(`await import('${entry}')`);
    expect(loaded).toContain(join(project, 'node_modules/anyhouse/lib', `${entries[entry]}.js`));
    expect(loaded.filter((file) => file.includes('@pulumi'))).toEqual([]);
  });

  test.each(['--help', 'check manifests'])('the command line loads no Pulumi: %s', (line) => {
    writeProject(project, { 'manifests/namespace.yaml': '{ apiVersion: v1, kind: Namespace, metadata: { name: a } }' });
    const bin = join(project, 'node_modules/anyhouse', Object.values(installed.packageJson.bin)[0] ?? '');
    const loaded = loadedBy(
      `process.argv.splice(1, 1, ...${JSON.stringify([bin, ...line.split(' ')])}); require('${bin}')`,
    );
    expect(loaded).toContain(bin);
    expect(loaded.filter((file) => file.includes('@pulumi'))).toEqual([]);
  });

  test('anyhouse/pulumi loads, without the index of @pulumi/kubernetes, which is large', () => {
    const loaded = loadedBy("await import('anyhouse/pulumi')");
    expect(loaded).toContain(join(project, 'node_modules/anyhouse/lib/pulumi/index.js'));
    expect(loaded.filter((file) => /@pulumi\/(aws|gcp)\/|@pulumi\/kubernetes\/index\.js$/.test(file))).toEqual([]);
  });

  test('it has the same exports by require and by import', () => {
    const names =
      "Object.keys(entry).filter((name) => !['default', 'module.exports', '__esModule'].includes(name)).sort().join()";
    const exported = Object.keys(sources);
    const required = execNode(project, '-e', `const entry = require('anyhouse/pulumi'); console.log(${names})`);
    const script = `const entry = await import('anyhouse/pulumi'); console.log(${names})`;
    expect(required).toBe(`${exported.sort().join()}\n`);
    expect(execNode(project, '--input-type=module', '-e', script)).toBe(required);
  });

  const program = `
import { Environment, Keeper, Platform } from 'anyhouse';
import { asString, Cdk8sApp, type KubernetesCluster } from 'anyhouse/pulumi';
import { Provider } from '@pulumi/kubernetes/provider.js';
import * as pulumi from '@pulumi/pulumi';

async function main(): Promise<void> {
  const mocks = { newResource: ({ name, inputs }: pulumi.runtime.MockResourceArgs) => ({ id: name, state: inputs }) };
  await pulumi.runtime.setMocks({ ...mocks, call: () => ({}) });
  const platform = Platform.minikube();
  const provider = new Provider('minikube', { context: 'minikube' });
  // @ts-expect-error a kubeconfig is missing; without types this line would compile
  const cluster: KubernetesCluster = { provider, platform };
  const app = new Cdk8sApp('analytics', {
    provider: cluster.provider,
    build: (app) => new Keeper(new Environment(app, 'analytics', { platform }), 'keeper'),
  });
  // @ts-expect-error an Output is no text
  const name: string = pulumi.output('text');
  console.log(typeof asString(name), app.result.node.path, app.resources.has('analytics/keeper/installation'));
}
main();
`;
  const printed = 'string analytics/keeper true\n';

  test.each(consumers)('a program compiles and runs: %s', (...consumer) => {
    for (const each of printedBy(project, consumer, program)) expect(each).toBe(printed);
  });

  test('a program compiles and runs as `pulumi up` does it', () => {
    // What @pulumi/pulumi/cmd/run does in a project without tsconfig.json.
    const run = `
const { typeScriptRequireStrings } = require('@pulumi/pulumi/tsutils.js');
const { tsnodeRequire, typescriptRequire } = typeScriptRequireStrings();
const compilerOptions = { target: 'ES2020', module: 'nodenext', moduleResolution: 'nodenext', sourceMap: 'true' };
require(tsnodeRequire).register({ compiler: typescriptRequire, skipProject: true, compilerOptions });
require('./index.ts');
`;
    const directory = join(project, 'up');
    writeProject(directory, { 'up.js': run, 'index.ts': program });
    expect(execNode(directory, 'up.js')).toBe(printed);
    writeProject(directory, { 'index.ts': program.replaceAll('@ts-expect-error', 'expected:') });
    expect(() => execNode(directory, 'up.js')).toThrow(/TS2741.*kubeconfig.*missing/);
  });
});

test('an Output of a second copy of @pulumi/pulumi is refused, with the places of both', () => {
  const other = join(project, 'other');
  const name = '@pulumi/pulumi';
  const { dependencies, version } = require(`${name}/package.json`);
  linkPackages(other, Object.keys(dependencies));
  cpSync(join(root, 'node_modules', name), join(other, 'node_modules', name), { recursive: true });
  const script = `
const { demandSameCopy } = require('./node_modules/anyhouse/lib/pulumi/copies.js');
const pulumi = require('${name}');
const copy = require('./other/node_modules/${name}');
for (const value of [pulumi.output(1), copy.output(1), new copy.DependencyProviderResource('urn:pulumi:a::b::pulumi:providers:kubernetes::c::id')]) {
  try {
    demandSameCopy('asString', value);
    console.log('accepted');
  } catch (error) {
    console.log(error.message);
  }
}`;
  const message = (kind: string) =>
    `asString must get ${kind} of the ${name} that anyhouse uses (${version} in ${join(root, 'node_modules', name)}), ` +
    `got one of another copy (${version} in ${join(other, 'node_modules', name)}). ` +
    `Fix: run npm dedupe, or install one version of ${name} for all packages.`;
  expect(execNode(project, '-e', script).trim().split('\n')).toEqual([
    'accepted',
    message('an Output'),
    message('a resource'),
  ]);
});
