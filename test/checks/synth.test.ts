import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClickHouseCluster, type ClickHouseClusterProps, Environment, Keeper } from 'anyhouse';
import { ApiObject, App, type Chart, JsonPatch } from 'cdk8s';
import { allRules } from '../../src/all-rules';
import type { Rule } from '../../src/checks/rule';
import { checkProgram } from '../../src/checks/synth';
import { eks, messageOf, minikube } from '../support/environments';

const folder = mkdtempSync(join(tmpdir(), 'anyhouse-'));
afterAll(() => rmSync(folder, { recursive: true }));

let printed: string;
beforeEach(() => {
  printed = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());

function cluster(app: App, name: string, props: Partial<ClickHouseClusterProps> = {}): ClickHouseCluster {
  const environment = new Environment(app, name, { platform: minikube });
  return new ClickHouseCluster(environment, 'events', { storage: { size: '1Gi' }, ...props });
}

/** A change after which the manifest breaks the rule `fields/unknown`. */
function misspelt<T extends { readonly spec: object }>(manifest: T): T {
  return { ...manifest, spec: { ...manifest.spec, configurations: {} } };
}

test('rules run once for a synthesis, however many charts there are', () => {
  const counted = allRules.filter((rule) => rule.check).map((rule) => jest.spyOn(rule as Required<Rule>, 'check'));
  const app = new App({ outdir: folder });
  for (let index = 0; index < 50; index++) cluster(app, `tenant-${index}`);
  app.synth();
  expect(app.charts).toHaveLength(50);
  for (const check of counted) expect(check).toHaveBeenCalledTimes(1);
});

test('an object that is added between two syntheses is judged', async () => {
  const app = new App({ outdir: folder });
  const { node } = cluster(app, 'analytics');
  app.synth();
  const twin = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'analytics' } };
  new ApiObject(node.scope as Chart, 'twin', twin);
  expect(messageOf(() => app.synth())).toContain('[names/duplicate]');
});

test('an error stops the synthesis, and names the construct instead of the manifest', () => {
  const app = new App({ outdir: folder });
  cluster(app, 'analytics', { transform: { installation: misspelt } });
  expect(messageOf(() => app.synth())).toContain(
    'Cluster \'analytics/events\': it must be a field that operator 0.27.2 knows, got "configurations". ' +
      'Fix: write configuration. [fields/unknown]',
  );
});

test('an error that is acknowledged on its construct does not stop the synthesis', () => {
  const app = new App({ outdir: folder });
  const acknowledge = { 'fields/unknown': 'read by our fork of the operator' };
  cluster(app, 'analytics', { transform: { installation: misspelt }, acknowledge });
  app.synth();
  expect(checkProgram(app).acknowledged).toMatchObject([{ reason: 'read by our fork of the operator' }]);
});

test('warnings and advice go to stderr, once, however often the program is synthesised', () => {
  const app = new App({ outdir: folder });
  cluster(app, 'warned', { onDelete: 'delete' });
  app.synth();
  app.synth();
  expect(printed.split('\n').filter((line) => line.includes("'warned/events'"))).toEqual([
    "warning: Cluster 'warned/events' storage: deleting this installation, or one of its hosts, deletes the volume. " +
      'Fix: write reclaimPolicy: Retain, or acknowledge this rule where the data can be made again. [storage/delete]',
  ]);
});

test('an environment silences warnings for all that stands in it', () => {
  const app = new App({ outdir: folder });
  const acknowledge = { 'storage/delete': 'a demonstration' };
  const environment = new Environment(app, 'silent', { platform: minikube, acknowledge });
  new ClickHouseCluster(environment, 'events', { storage: { size: '1Gi' }, onDelete: 'delete' });
  new Keeper(environment, 'keeper', { onDelete: 'delete' });
  app.synth();
  expect(printed).not.toContain('storage/delete');
});

test('names have to differ in one Kubernetes cluster only', () => {
  const app = new App({ outdir: folder });
  new Environment(app, 'here', { platform: minikube, namespace: { name: 'analytics' } });
  new Environment(app, 'there', { platform: eks, namespace: { name: 'analytics' } });
  expect(checkProgram(app).findings.filter(({ rule }) => rule.severity === 'error')).toEqual([]);
  new Environment(app, 'again', { platform: eks, namespace: { name: 'analytics' } });
  expect(messageOf(() => app.synth())).toContain("there is another Namespace 'analytics' in cluster 'eks'.");
});

test('foreign objects in our charts: a cluster-scoped one loses the namespace of the chart, others keep it', () => {
  const app = new App({ outdir: folder });
  const { node } = cluster(app, 'analytics');
  const chart = node.scope as Chart;
  const role = new ApiObject(chart, 'role', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole' });
  const map = new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap' });
  map.addJsonPatch(JsonPatch.add('/data', {}));
  app.synth();
  expect([role, map].map((object) => object.toJson().metadata.namespace)).toEqual([undefined, 'analytics']);
});
