import { ApiObject, ClickHouseCluster, ClusterServices, Environment, Platform } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { cluster, eks, environment, messageOf, objectsOf } from '../support/environments';

/** A map as some parsers make them: without a prototype. */
const bare = (entries: object) => Object.assign(Object.create(null), entries) as Record<string, string>;

test('maps without a prototype are maps: labels of clients, parameters of a StorageClass', () => {
  const objects = objectsOf(cluster({ clients: [{ podLabels: bare({ app: 'web' }) }] }));
  expect(JSON.stringify(objects)).toContain('"podSelector":{"matchLabels":{"app":"web"}}');
  const create = {
    provisioner: 'csi.example.com',
    parameters: bare({ type: 'ssd' }),
    volumeBindingMode: 'WaitForFirstConsumer' as const,
  };
  const platform = Platform.custom({ name: 'own', storage: { className: 'fast', expandable: true, create } });
  const services = new ClusterServices(new App(), 'services', { platform });
  expect(Testing.synth(services)).toContainEqual(expect.objectContaining({ parameters: { type: 'ssd' } }));
});

test('an object of our own takes them in its metadata, too, and when it is made late', () => {
  const place = environment();
  const manifest = (name: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, labels: bare({ team: 'data' }) },
    data: bare({ a: 'b' }),
  });
  new ApiObject(place, 'early', manifest('early'));
  new ApiObject(place, 'late', () => manifest('late'));
  const maps = (Testing.synth(place) as { kind: string }[]).filter(({ kind }) => kind === 'ConfigMap');
  expect(maps).toHaveLength(2);
  for (const map of maps) expect(map).toMatchObject({ metadata: { labels: { team: 'data' } }, data: { a: 'b' } });
});

// biome-ignore format: one case a line is easier to read
const cases: readonly (readonly [string, () => unknown, string])[] = [
  ['a name that is a map without prototype', () => cluster({ name: bare({}) as never }), `Cluster 'analytics/events': name must be lower case letters, digits and "-", starting with a letter, at most 63 characters, without dots, got {}. Fix: write a name such as 'events'. [names/installation]`],
  ['a memory limit below the request', () => cluster({ resources: { cpu: '1', memory: '8Gi', memoryLimit: '4Gi' } }), `Cluster 'analytics/events': resources.memoryLimit must be at least what is promised (8Gi), got "4Gi". Fix: raise the limit, or leave it out. [resources/limit]`],
  ['a processor limit below the request', () => cluster({ resources: { cpu: '1', memory: '8Gi', cpuLimit: '500m' } }), `Cluster 'analytics/events': resources.cpuLimit must be at least what is promised (1), got "500m". Fix: raise the limit, or leave it out. [resources/limit]`],
  ['a label called constructor', () => new Environment(new App(), 'analytics', { platform: eks, labels: { constructor: 'x' } as never }), `Environment 'analytics': labels.constructor must not be "constructor", which cdk8s cannot write, got "constructor". Fix: choose another key, such as "example.com/constructor". [names/label]`],
  ['a node label called constructor', () => cluster({ placement: { pool: { labels: { constructor: 'x' } as never } } }), `Cluster 'analytics/events': placement.pool.labels.constructor must not be "constructor", which cdk8s cannot write, got "constructor". Fix: choose another key, such as "example.com/constructor". [names/label]`],
];

test.each(cases)('%s is refused', (_, run, message) => {
  expect(messageOf(run)).toBe(message);
});

test('limits in other units are compared as amounts', () => {
  const resources = { cpu: '500m', cpuLimit: '0.5', memory: '1Gi', memoryLimit: '1024Mi' } as const;
  expect(cluster({ resources })).toBeInstanceOf(ClickHouseCluster);
});
