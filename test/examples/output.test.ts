import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClickHouseCluster, ClusterServices, Environment, Keeper, type Manifest } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { examples, type PlatformName } from '../../examples';
import { platforms } from '../../examples/platforms';
import { analytics } from '../../examples/quickstart/analytics';
import { eks } from '../support/environments';
import { expectGolden } from '../support/golden';

const everywhere = examples.flatMap((example) =>
  (Object.keys(platforms) as PlatformName[]).map((platform) => [example.name, platform, example] as const),
);

function written(build: (app: App) => void): Record<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'anyhouse-'));
  const app = new App({ outdir });
  build(app);
  app.synth();
  return Object.fromEntries(readdirSync(outdir).map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
}

test.each(everywhere)('%s on %s synthesises twice to the same bytes', (_, platform, example) => {
  expect(JSON.stringify(example.synth(platform))).toBe(JSON.stringify(example.synth(platform)));
});

test('files are the same at every synthesis', () => {
  expect(written((app) => analytics(app, eks))).toEqual(written((app) => analytics(app, eks)));
});

test.each(everywhere)('%s on %s holds no null, no empty map or list, and no hash in a name', (_, platform, example) => {
  for (const manifest of example.synth(platform)) {
    // What was done is not done again: a Job is named after what it does.
    if (manifest.kind !== 'Job') expect(manifest.metadata.name).not.toMatch(/-[a-z0-9]*\d[a-z0-9]{6,}$/);
    emptyPlaces(manifest, manifest.kind).forEach((place) => {
      expect(place).toMatch(/podSelector|namespaceSelector|emptyDir|route53|selfSigned/);
    });
  }
});

function emptyPlaces(value: unknown, path: string): string[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  const entries = Object.entries(value);
  if (entries.length === 0) return [path];
  return entries.flatMap(([key, entry]) => emptyPlaces(entry, `${path}.${key}`));
}

test.each(everywhere)('%s on %s writes annotations and labels as text', (_, platform, example) => {
  for (const { metadata } of example.synth(platform)) {
    for (const value of [...Object.values(metadata.labels ?? {}), ...Object.values(metadata.annotations ?? {})]) {
      expect(typeof value).toBe('string');
    }
  }
});

test('YAML 1.1 and 1.2 read the same from the output', () => {
  for (const text of Object.values(written((app) => analytics(app, eks)))) {
    const read = (version: '1.1' | '1.2') => parseAllDocuments(text, { version }).map((document) => document.toJSON());
    expect(read('1.1')).toEqual(read('1.2'));
  }
});

/** A program with two clusters, whose ids are given. */
function twoClusters(first: string, second: string): readonly Manifest[] {
  const app = new App();
  new ClusterServices(app, 'services', { platform: eks });
  const environment = new Environment(app, 'analytics', { platform: eks });
  const keeper = new Keeper(environment, 'keeper');
  for (const id of [first, second]) {
    new ClickHouseCluster(environment, id, { replication: { replicas: 2, keeper }, storage: { size: '10Gi' } });
  }
  return app.charts.flatMap((chart) => Testing.synth(chart) as Manifest[]);
}

test('renaming one id changes the names of its own objects only', () => {
  const text = (manifests: readonly Manifest[]) => manifests.map((manifest) => JSON.stringify(manifest));
  const before = text(twoClusters('events', 'audit'));
  const after = text(twoClusters('events', 'trail'));
  const changed = before.filter((object) => !after.includes(object));
  expect(changed.every((object) => object.includes('audit'))).toBe(true);
  expect(after.map((object) => object.replaceAll('trail', 'audit'))).toEqual(before);
});

test.each(examples.map((example) => [example.name, example] as const))(
  '%s reads as it did when it was reviewed',
  (name, example) => {
    for (const platform of name === 'quickstart' ? (['minikube', 'eks', 'gke'] as const) : (['eks'] as const)) {
      expectGolden(join(__dirname, `${name}.${platform}.golden.yaml`), example.synth(platform));
    }
  },
);
