import { ClickHouseCluster, Environment, Keeper, Platform } from 'anyhouse';
import { synthesizeManifests } from 'anyhouse/synth';
import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { parseAllDocuments } from 'yaml';

const configMap = { apiVersion: 'v1', kind: 'ConfigMap' };

function databases(app: App): void {
  for (const name of ['analytics', 'reports']) {
    const environment = new Environment(app, name, { platform: Platform.minikube() });
    const keeper = new Keeper(environment, 'keeper');
    new ClickHouseCluster(environment, 'events', { storage: { size: '10Gi' }, replication: { replicas: 2, keeper } });
  }
}

/** Charts inside of charts, and dependencies against the order of creation, inside a chart and between charts. */
function tangled(app: App): void {
  const first = new Chart(app, 'first');
  const second = new Chart(app, 'second');
  const inner = new Chart(first, 'inner');
  const early = new ApiObject(first, 'early', configMap);
  early.addDependency(new ApiObject(first, 'late', configMap));
  new ApiObject(inner, 'inside', configMap);
  new ApiObject(second, 'below', configMap);
  first.addDependency(second);
}

test.each([
  ['databases', databases],
  ['nested and dependent charts', tangled],
  ['nothing', () => {}],
])('gives what app.synthYaml() prints, in its order: %s', (_, build) => {
  const [ours, theirs] = [new App(), new App()];
  build(ours);
  build(theirs);
  const printed = parseAllDocuments(theirs.synthYaml()).map((document) => document.toJS());
  expect(synthesizeManifests(ours)).toEqual(printed.filter((document) => document !== null));
});

test('checks the program once, however many charts it has', () => {
  const app = new App();
  for (const name of ['a', 'b', 'c']) new ApiObject(new Chart(app, name), 'map', configMap);
  const validate = jest.fn(() => []);
  new Construct(app, 'checked').node.addValidation({ validate });
  expect(synthesizeManifests(app)).toHaveLength(3);
  expect(validate).toHaveBeenCalledTimes(1);
});

test('throws what a check finds, as cdk8s words it', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  chart.node.addValidation({ validate: () => ['is empty'] });
  expect(() => synthesizeManifests(app)).toThrow('Validation failed with the following errors:\n  [chart] is empty');
});
