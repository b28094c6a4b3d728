import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { entries } from '../../scripts/public-surface';
import { consumers, printedBy } from './consumers';
import { execNode, execTool, type Installed, installPackage } from './installed';

/** A program of a user that needs types and values of every entry. */
const program = `
import { ApiObject, App, Chart } from 'cdk8s';
import { altinity, ClickHouseCluster, Environment, Keeper, Platform, PropError } from 'anyhouse';
import { synthesizeManifests } from 'anyhouse/synth';
import { findingsOf, manifestNamed, synthesized } from 'anyhouse/testing';

function build(app: App): void {
  const environment = new Environment(app, 'analytics', { platform: Platform.minikube() });
  const keeper = new Keeper(environment, 'keeper');
  const storage = { size: '10Gi' } as const;
  new ClickHouseCluster(environment, 'events', { storage, replication: { replicas: 2, keeper } });
  // @ts-expect-error a Keeper is missing; without types this line would compile
  if (app.node.id === 'never') new ClickHouseCluster(environment, 'wrong', { storage, replication: { replicas: 2 } });
  new ApiObject(new Chart(app, 'own'), 'map', { apiVersion: 'v1', kind: 'ConfigMap' });
}

const app = new App();
build(app);
let refused = false;
try {
  new Keeper(app, 'nowhere');
} catch (error) {
  refused = error instanceof PropError;
}
const installation = manifestNamed(synthesized(build), 'ClickHouseInstallation', 'events');
const same = synthesizeManifests(new App()).length === 0 && findingsOf(new App()).length === 0;
const hosts: number = altinity.topologyOf(installation).hosts.length;
console.log(JSON.stringify({ refused, same, hosts }));
`;

const expected = '{"refused":true,"same":true,"hosts":2}\n';

jest.setTimeout(120_000);
let installed: Installed;
beforeAll(() => {
  installed = installPackage();
});
afterAll(() => installed?.remove());

test.each(consumers)('a program compiles and runs: %s', (...consumer) => {
  for (const printed of printedBy(installed.project, consumer, program)) expect(printed).toBe(expected);
});

// `anyhouse/pulumi` needs more than what is installed here: see pulumi.test.ts.
test.each(Object.keys(entries).filter((entry) => entry !== 'anyhouse/pulumi'))(
  '%s loads by require and by import',
  (entry) => {
    const print =
      'Object.keys(entry).filter((name) => !["default", "module.exports", "__esModule"].includes(name)).sort().join()';
    const required = execNode(installed.project, '-e', `const entry = require('${entry}'); console.log(${print})`);
    const script = `const entry = await import('${entry}'); console.log(${print})`;
    expect(execNode(installed.project, '--input-type=module', '-e', script)).toBe(required);
    expect(required.trim()).not.toBe('');
  },
);

test('attw finds the types of every entry under every resolution', () => {
  const report = JSON.parse(
    execTool(installed.project, '@arethetypeswrong/cli/dist/index.js', installed.tarball, '--format', 'json'),
  );
  expect(report.problems ?? {}).toEqual({});
  expect(Object.keys(report.analysis.entrypoints).sort()).toEqual(Object.keys(installed.packageJson.exports).sort());
});

test('publint has no complaint', () => {
  const printed = execTool(installed.project, 'publint/src/cli.js', installed.directory, '--strict');
  expect(printed).toContain('All good!');
});

describe('the tarball', () => {
  test('holds everything that package.json promises', () => {
    const { files, packageJson } = installed;
    const missing = packageJson.files.filter(
      (file) => !files.some((each) => each === file || each.startsWith(`${file}/`)),
    );
    expect(missing).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'package.json', ...Object.values(packageJson.bin)]),
    );
  });

  test('holds no sources, tests, maps or tools', () => {
    const wanted =
      /^(LICENSE|README\.md|API\.md|package\.json|docs\/[\w./-]+\.(md|svg|png)|lib\/[\w./-]+\.(js|d\.ts|json|txt|html))$/;
    expect(installed.files.filter((file) => !wanted.test(file))).toEqual([]);
  });

  test('holds every file that the code loads or reads', () => {
    const missing = installed.files
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => filesNamedBy(file, readFileSync(join(installed.directory, file), 'utf8')))
      .filter(
        (path) =>
          !['', '.js', '.json', '/index.js'].some((end) => installed.files.includes(`${path}${end}`)) &&
          !isDirectory(path),
      );
    expect(missing).toEqual([]);
  });
});

/** Paths that code names relative to itself, by loading a module or through \`__dirname\`. */
function filesNamedBy(file: string, code: string): string[] {
  const loaded = [...code.matchAll(/\b(?:require|import)\(["'](\.[^"']+)["']\)/g)].map(([, path]) => path ?? '');
  const read = [...code.matchAll(/__dirname,\s*((?:["'][^"']*["'](?:,\s*)?)+)\)/g)].map(([, parts]) =>
    posix.join(...(parts ?? '').split(/,\s*/).map((part) => part.replaceAll(/["']/g, ''))),
  );
  return [...loaded, ...read].map((path) => posix.join(posix.dirname(file), path));
}

function isDirectory(path: string): boolean {
  return statSync(join(installed.directory, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

describe('start-up', () => {
  /** Files that are loaded by a statement, beyond those of cdk8s. */
  function loadedBy(statement: string): readonly string[] {
    const script = `require('cdk8s'); require('constructs'); const before = Object.keys(require.cache); ${statement};
      console.log(JSON.stringify(Object.keys(require.cache).filter((file) => !before.includes(file))))`;
    const files: readonly string[] = JSON.parse(execNode(installed.project, '-e', script));
    return files.map((file) => file.split(join('node_modules', 'anyhouse', 'lib')).at(-1) ?? file);
  }

  test("require('anyhouse') loads cdk8s, constructs and files of its own only", () => {
    const loaded = loadedBy("require('anyhouse')");
    const known = readdirSync(join(installed.directory, 'lib'), { recursive: true }).map((file) => `/${String(file)}`);
    expect(loaded).toContain('/index.js');
    expect(loaded.filter((file) => !known.includes(file))).toEqual([]);
  });

  test('rules, tables and tools wait until they are needed', () => {
    const late =
      /^\/(all-rules|cli|settings|synth|testing|tools)\b|\/rules\b|\/generated\/|\/(parts|field-walk|reader)\b/;
    expect(loadedBy("require('anyhouse')").filter((file) => late.test(file))).toEqual([]);
  });

  test('building a program loads no rules; checking it does', () => {
    const build = `const { App } = require('cdk8s'); const { Environment, Platform } = require('anyhouse');
      const app = new App(); new Environment(app, 'a', { platform: Platform.minikube() })`;
    expect(loadedBy(build)).not.toContain('/all-rules.js');
    expect(loadedBy(`${build}; app.synthYaml()`)).toContain('/all-rules.js');
  });
});

test('the command line starts, tells its version, and has the commands that the README names', () => {
  const bin = join(installed.directory, Object.values(installed.packageJson.bin)[0] ?? '');
  expect(readFileSync(bin, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(execNode(installed.project, bin, '--version')).toMatch(/^\d+\.\d+\.\d+/);
  const [, help = ''] = execNode(installed.project, bin, '--help').split('Commands:\n');
  const commands = [...help.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, command]) => command);
  const readme = readFileSync(join(installed.directory, 'README.md'), 'utf8');
  const named = [...readme.matchAll(/npx anyhouse ([a-z][\w-]*)/g)].map(([, command]) => command);
  expect([...new Set(named)].sort()).toEqual(commands.filter((command) => command !== 'help').sort());
});
