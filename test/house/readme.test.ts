import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClickHouseCluster, Environment, Keeper, Platform } from 'anyhouse';
import { App } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { platforms } from '../../examples/platforms';
import { analytics } from '../../examples/quickstart/analytics';
import { codeBlocks, tableRows } from '../../scripts/markdown';
import { entries } from '../../scripts/public-surface';
import { textOf } from './sources';

jest.setTimeout(60_000);

const readme = textOf('README.md');
const program = textOf('examples/quickstart/analytics.ts');
/** Lines that are not empty, as `anyhouse compare` counts them. */
const linesIn = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length;

/** Lines and objects of the files that a synthesis writes. */
function written(build: (app: App) => void): { lines: number; objects: number } {
  const outdir = mkdtempSync(join(tmpdir(), 'anyhouse-readme-'));
  try {
    const app = new App({ outdir });
    build(app);
    app.synth();
    const files = readdirSync(outdir).map((file) => readFileSync(join(outdir, file), 'utf8'));
    const count = (of: (text: string) => number) => files.reduce((sum, file) => sum + of(file), 0);
    return { lines: count(linesIn), objects: count((text) => parseAllDocuments(text).length) };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

test('the program of the README is the quickstart, and short', () => {
  expect(codeBlocks(readme, 'ts')[0]).toBe(program);
  expect(linesIn(program)).toBeLessThanOrEqual(20);
});

test('the README counts its lines and those of its YAML right', () => {
  const spelling: Readonly<Record<string, string>> = { minikube: 'minikube', eks: 'EKS', gke: 'GKE' };
  const counted = Object.entries(platforms).map(([name, platform]) => {
    const { lines, objects } = written((app) => void analytics(app, platform));
    return [`its YAML for ${spelling[name]}`, String(lines), String(objects)];
  });
  const told = tableRows(readme, ['what', 'lines', 'objects']);
  expect(told).toEqual([['the program', String(linesIn(program)), ''], ...counted]);
});

test('the error that the README shows is the one that such a program gets', () => {
  const app = new App();
  const zones = ['eu-west-1a', 'eu-west-1b'];
  const environment = new Environment(app, 'analytics', { platform: Platform.eks({ region: 'eu-west-1', zones }) });
  const wrong = () =>
    new ClickHouseCluster(environment, 'events', {
      replication: { replicas: 3, keeper: new Keeper(environment, 'keeper') },
      storage: { size: '50Gi' },
      users: { app: { networks: ['10.0.0.7/8'] } },
    });
  expect(wrong).toThrow(new Error(codeBlocks(readme, 'text')[0]?.trimEnd()));
});

test('the README names every construct and every entry of the package', () => {
  const named = tableRows(readme, ['construct or type', 'it is', 'it emits']).map(([name]) => name);
  expect(named).toEqual(
    expect.arrayContaining(['Platform', 'ClusterServices', 'Operator', 'Environment', 'Keeper', 'ClickHouseCluster']),
  );
  const api = textOf('API.md');
  expect(Object.keys(entries).filter((entry) => !api.includes(`# ${entry}\n`))).toEqual([]);
});

test('the README says the versions that package.json and the tests say', () => {
  const { engines, peerDependencies } = JSON.parse(textOf('package.json'));
  const versions = Object.fromEntries(tableRows(readme, ['part', 'versions']).map(([part, text]) => [part, text]));
  expect(engines.node).toBe('>= 20.0.0');
  expect(versions.Node).toMatch(/^20, /);
  expect([peerDependencies.cdk8s, peerDependencies.constructs]).toEqual(['^2.70.0', '^10.5.0']);
  expect(versions['cdk8s, constructs']).toMatch(/^2\.70 or later, 10\.5 or later/);
  const pulumi = ['pulumi', 'kubernetes', 'aws', 'gcp'].map((name) => `@pulumi/${name}`);
  const lowest = pulumi.map((name) => `${name} ${/^\^(\d+\.\d+)/.exec(peerDependencies[name])?.[1]}`);
  for (const part of lowest) expect(versions['Pulumi, only for `anyhouse/pulumi`']).toContain(part);
  const [, kubernetes] = /k8s\.io\/kubernetes v(1\.\d+)/.exec(textOf('test/system/cluster/go.mod')) ?? [];
  expect(versions.Kubernetes).toContain(`API server of ${kubernetes}`);
});
