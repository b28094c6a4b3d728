import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArgoCd, ClickHouseCluster, ClusterServices, Environment, Keeper, Operator, Platform } from 'anyhouse';
import { synthesized } from 'anyhouse/testing';
import { parse, parseAllDocuments } from 'yaml';
import { printYaml } from '../../src/tools/print-yaml';
import { anyhouse, directoryWith } from './command';

// One of them starts a process, which takes its time on a busy machine.
jest.setTimeout(60_000);

const here = directoryWith({});
afterAll(() => rmSync(here, { recursive: true }));
const platforms = {
  minikube: Platform.minikube(),
  eks: Platform.eks({
    region: 'eu-west-1',
    zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
    networkPolicy: 'enforced',
  }),
};

/** Writes a program's manifests, and gives the path. */
function output(name: keyof typeof platforms, operator?: Operator): string {
  const manifests = synthesized((app) => {
    new ClusterServices(app, 'services', { platform: platforms[name], operator });
    const environment = new Environment(app, 'analytics', { platform: platforms[name] });
    const keeper = new Keeper(environment, 'keeper');
    new ClickHouseCluster(environment, 'events', { replication: { replicas: 2, keeper }, storage: { size: '10Gi' } });
  });
  const path = join(here, `${name}-${operator?.install ?? 'plain'}.yaml`);
  writeFileSync(path, manifests.map((manifest) => `---\n${printYaml(manifest)}`).join(''));
  return path;
}

test('compare shows outputs side by side', async () => {
  const source = join(here, 'program.ts');
  writeFileSync(source, 'one\n\ntwo\n');
  const { code, stdout } = await anyhouse(['compare', output('minikube'), output('eks'), '--source', source]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ {2}\/.*program\.ts {3}2 lines of TypeScript\n\n/);
  expect(stdout).toMatch(/\n {2}nodes needed +1 +\d+ \(1\+1\+1\)\n/);
  expect(stdout).toMatch(/\n {2}same everywhere {3}names, shards, replicas, images/);
  expect(stdout).toMatch(/\n {2}differs {10} storage class +every platform has its own disks\n/);
});

test('compare prints data for machines', async () => {
  const { stdout } = await anyhouse(['compare', '--json', output('minikube')]);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'anyhouse.dev/compare/v1',
    platforms: [{ name: 'minikube-plain.yaml', clickhousePods: 2, keeperPods: 1 }],
  });
});

test('next prints the commands in order, with the reason for each', async () => {
  const path = output('minikube');
  const { stdout } = await anyhouse(['next', path, '--context', 'mini']);
  const lines = stdout.trim().split('\n');
  expect(lines.map((line) => line.trim().split(' ').slice(0, 3).join(' '))).toEqual([
    '# create the',
    'npx anyhouse credentials',
    '# install the',
    'npx anyhouse operator-values',
    '# create everything',
    'kubectl --context mini',
    '# follow it',
    'npx anyhouse wait',
  ]);
});

test('operator-values are those of the release that the manifests name', async () => {
  const { code, stdout, stderr } = await anyhouse([
    'operator-values',
    output('eks', Operator.existing({ version: '0.26.0', namespace: 'ops', watches: ['^ana'] })),
    '--registry',
    'registry.example.com/mirror',
    '--pull-secret',
    'mirror',
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^# Values of chart altinity-clickhouse-operator 0\.26\.0, for .*\n#.* in namespace ops before\.\n# helm /,
  );
  expect(parse(stdout)).toMatchObject({
    configs: { files: { 'config.yaml': { watch: { namespaces: ['^ana'] } } } },
    imagePullSecrets: [{ name: 'mirror' }],
    operator: { image: { repository: 'registry.example.com/mirror/altinity/clickhouse-operator' } },
  });
});

test.each(['argoCd', 'flux'] as const)('operator-values are not for manifests that install it by %s', async (tool) => {
  const { code, stdout, stderr } = await anyhouse(['operator-values', output('eks', Operator[tool]())]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/(Application|HelmRelease)\/clickhouse-operator installs the operator, with its values/);
});

test('argocd-health is a patch of argocd-cm, which adds what ArgoCd.health() says', async () => {
  const { code, stdout } = await anyhouse(['argocd-health']);
  expect(code).toBe(0);
  expect(stdout).toContain('\n# kubectl patch configmap argocd-cm --namespace argocd --patch-file <this file>\n');
  expect(parse(stdout)).toEqual({ data: ArgoCd.health() });
});

test('operator-values are for one cluster', async () => {
  const { code, stderr } = await anyhouse(['operator-values', output('eks'), output('minikube')]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/these manifests are for several clusters: eks, minikube\. Name those of one\.\n$/);
});

test('credentials prints what kubectl can apply, and no secret on standard error', async () => {
  const { code, stdout, stderr } = await anyhouse(['credentials', output('minikube')]);
  expect(code).toBe(0);
  const objects = parseAllDocuments(stdout).map((document) => document.toJS());
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Namespace analytics',
    'Namespace clickhouse-operator',
    'Secret events-admin',
    'Secret clickhouse-operator-credentials',
  ]);
  for (const { stringData } of objects.filter(({ kind }) => kind === 'Secret')) {
    for (const value of Object.values(stringData as Record<string, string>)) expect(stderr).not.toContain(value);
  }
});

test('credentials prints a development CA', async () => {
  const { stdout } = await anyhouse(['credentials', output('minikube'), '--ca', 'ch.example.test', '--ca', 'x.test']);
  const names = parseAllDocuments(stdout).map((document) => document.toJS().metadata.name);
  expect(names).toEqual(expect.arrayContaining(['development-ca', 'development-certificate']));
});

test('help loads commander and colours, nothing that commands need', () => {
  const script = `
    require('tsx/cjs');
    const { run } = require(${JSON.stringify(join(__dirname, '../../src/cli/run.ts'))});
    const out = () => {};
    run(['--help'], { out, err: out, finish: out, colors: {} }).then(() => {
      const loaded = Object.keys(require.cache).filter((file) => !file.includes('/node_modules/tsx/') && !file.includes('/esbuild/'));
      console.log(JSON.stringify(loaded));
    });`;
  const cwd = join(__dirname, '../..');
  const loaded: string[] = JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd, encoding: 'utf8' }));
  const packages = loaded.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  expect([...new Set(packages)]).toEqual(['commander']);
  const tools = loaded
    .filter((file) => file.includes('/src/tools/'))
    .map((file) => file.replace(/.*\/src\/tools\//, ''));
  expect(tools.sort()).toEqual(['cluster/cluster.ts', 'manifests/input-error.ts']);
});
