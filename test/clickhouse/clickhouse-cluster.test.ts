import { type ClickHouseCluster, type ClickHouseClusterProps, Environment, Keeper, Operator, Tls } from 'anyhouse';
import { ApiObject, App, JsonPatch } from 'cdk8s';
import { cluster, eks, environment, minikube, objectOf, objectsOf, replicatedCluster } from '../support/environments';

interface Template {
  name: string;
  zone?: { values: string[] };
  podDistribution?: unknown;
  metadata?: { annotations: Record<string, string> };
  spec: Record<string, unknown> & { containers: { name: string; image: string; resources: unknown }[] };
}
interface Spec {
  configuration: Record<string, Record<string, unknown>> & { clusters: Record<string, unknown>[] };
  defaults: { templates: Record<string, string>; storageManagement: unknown };
  reconcile: Record<string, unknown>;
  templates: { podTemplates: Template[]; volumeClaimTemplates: { name: string; reclaimPolicy: string }[] };
}

const specOf = (of: ClickHouseCluster) => objectOf(of, 'ClickHouseInstallation').spec as Spec;
const single = (props: Partial<ClickHouseClusterProps> = {}, place = environment()) => specOf(cluster(props, place));
const replicated = (props: Partial<ClickHouseClusterProps> = {}, place = environment()) =>
  specOf(replicatedCluster(props, place));

test('replicas of a shard are pinned to different zones', () => {
  const { configuration, templates } = replicated();
  const shards = (
    configuration.clusters[0]?.layout as { shards: { replicas: { templates: { podTemplate: string } }[] }[] }
  ).shards;
  const zoneOf = (name: string) => templates.podTemplates.find((template) => template.name === name)?.zone?.values[0];
  const zones = shards.map(({ replicas }) => replicas.map(({ templates: { podTemplate } }) => zoneOf(podTemplate)));
  expect(zones).toEqual([
    ['eu-west-1a', 'eu-west-1b'],
    ['eu-west-1b', 'eu-west-1c'],
  ]);
});

test('growing moves no replica that exists to another zone', () => {
  const pins = (shards: number, replicas: number) => {
    const place = environment();
    const keeper = new Keeper(place, 'keeper');
    const { hosts } = cluster({ shards, replication: { replicas, keeper } }, place);
    return new Map(hosts.map(({ name, podTemplate }) => [name, podTemplate]));
  };
  const before = pins(2, 2);
  for (const after of [pins(3, 2), pins(2, 3), pins(7, 3)]) {
    for (const [name, template] of before) expect(after.get(name)).toBe(template);
  }
});

test('aligned copies share a zone, which the nearest name leads to', () => {
  const place = environment();
  const replication = { replicas: 2, keeper: new Keeper(place, 'keeper'), zones: 'aligned' as const };
  const built = cluster({ shards: 10, replication }, place);
  const { configuration } = objectOf(built, 'ClickHouseInstallation').spec as {
    configuration: { profiles: Record<string, unknown> };
  };
  expect(configuration.profiles['default/load_balancing']).toBe('nearest_hostname');
  // As ClickHouse counts: letters that differ, as far as the shorter name goes.
  const distance = (a: string, b: string) => [...b].filter((letter, index) => letter !== a[index]).length;
  for (const from of built.hosts) {
    for (let shard = 0; shard < 10; shard++) {
      const copies = built.hosts.filter((host) => host.shardIndex === shard);
      const [nearest, other] = [...copies].sort((a, b) => distance(from.pod, a.object) - distance(from.pod, b.object));
      expect(nearest?.podTemplate).toBe(from.podTemplate);
      expect(distance(from.pod, nearest?.object ?? '')).toBeLessThan(distance(from.pod, other?.object ?? ''));
    }
  }
});

test('counts are said for every shard that is listed', () => {
  const { shards } = replicated().configuration.clusters[0]?.layout as { shards: { replicasCount: number }[] };
  expect(shards.map(({ replicasCount }) => replicasCount)).toEqual([2, 2]);
});

test('without zones the layout is two numbers', () => {
  expect(replicated({}, environment({ platform: minikube })).configuration.clusters[0]?.layout).toEqual({
    shardsCount: 2,
    replicasCount: 2,
  });
});

test('in development replicas of a shard stand on different nodes', () => {
  expect(replicated({}, environment({ stage: 'development' })).templates.podTemplates[0]?.podDistribution).toEqual([
    { type: 'ShardAntiAffinity' },
  ]);
});

test('on nodes of their own, servers share a node with no other installation', () => {
  const { podTemplates } = replicated({ placement: { pool: { labels: { dedicated: 'clickhouse' } } } }).templates;
  expect(podTemplates[0]?.spec.affinity).toEqual({
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        {
          labelSelector: { matchExpressions: [{ key: 'clickhouse.altinity.com/chi', operator: 'Exists' }] },
          namespaceSelector: {},
          topologyKey: 'kubernetes.io/hostname',
        },
      ],
    },
  });
});

test('more than one host share a secret, a single one has none', () => {
  expect(replicated().configuration.clusters[0]?.secret).toEqual({ auto: 'yes' });
  expect(single().configuration.clusters[0]?.secret).toBeUndefined();
});

test('each member of the Keeper is a node', () => {
  expect(replicated().configuration.zookeeper).toEqual({
    nodes: [0, 1, 2].map((member) => ({ host: `chk-keeper-main-0-${member}`, port: 2181 })),
  });
});

test('installations of the same name on one Keeper get roots of their own', () => {
  const app = new App();
  const keeper = new Keeper(new Environment(app, 'shared', { platform: eks, tls: Tls.off('roots') }), 'keeper');
  const roots = ['billing', 'search'].map((team) => {
    const made = cluster({ replication: { replicas: 2, keeper } }, new Environment(app, team, { platform: eks }));
    return specOf(made).configuration.zookeeper?.root;
  });
  expect(roots).toEqual(['/billing/events', '/search/events']);
});

test('data is kept in claim, defaults and cleanup', () => {
  const { defaults, reconcile, templates } = single({ logs: { size: '5Gi' } });
  expect(templates.volumeClaimTemplates.map(({ name, reclaimPolicy }) => [name, reclaimPolicy])).toEqual([
    ['data', 'Retain'],
    ['logs', 'Retain'],
  ]);
  expect(defaults.storageManagement).toEqual({ provisioner: 'Operator', reclaimPolicy: 'Retain' });
  expect(reconcile.cleanup).toEqual({ unknownObjects: { pvc: 'Retain' } });
});

test('deleting data has to be asked for', () => {
  const { defaults, reconcile, templates } = single({ onDelete: 'delete' });
  expect(templates.volumeClaimTemplates[0]?.reclaimPolicy).toBe('Delete');
  expect(defaults.storageManagement).toMatchObject({ reclaimPolicy: 'Delete' });
  expect(reconcile.cleanup).toBeUndefined();
});

test('one shard restarts at a time unless more are allowed', () => {
  expect(single().reconcile.runtime).toEqual({ reconcileShardsThreadsNumber: 1 });
  expect(single({ updates: { shardsAtOnce: 4 } }).reconcile.runtime).toEqual({
    reconcileShardsThreadsNumber: 4,
    reconcileShardsMaxConcurrencyPercent: 100,
  });
});

test('a log volume comes with a container of its own, with resources', () => {
  const { defaults, templates } = single({ logs: { size: '5Gi' } });
  expect(defaults.templates.logVolumeClaimTemplate).toBe('logs');
  expect(templates.podTemplates[0]?.spec.containers.map(({ name }) => name)).toEqual(['clickhouse', 'clickhouse-log']);
  expect(templates.podTemplates[0]?.spec.containers.every(({ resources }) => resources !== undefined)).toBe(true);
});

test('each shard with copies has a disruption budget, by labels of the operator', () => {
  const budgets = objectsOf(replicatedCluster()).filter(
    ({ kind, metadata }) => kind === 'PodDisruptionBudget' && metadata.name.startsWith('clickhouse'),
  );
  expect(budgets.map(({ metadata, spec }) => [metadata.name, (spec as { selector: unknown }).selector])).toEqual(
    ['0', '1'].map((shard) => [
      `clickhouse-events-${shard}`,
      { matchLabels: { 'clickhouse.altinity.com/chi': 'events', 'clickhouse.altinity.com/shard': shard } },
    ]),
  );
  expect(objectsOf(cluster()).map(({ kind }) => kind)).not.toContain('PodDisruptionBudget');
});

test('autoscalers can be kept away', () => {
  expect(single({ placement: { disruption: 'never' } }).templates.podTemplates[0]?.metadata?.annotations).toEqual({
    'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false',
    'karpenter.sh/do-not-disrupt': 'true',
  });
});

test('memory is requested and limited to the same amount in production, processors are not limited', () => {
  expect(
    single({ resources: { cpu: '4', memory: '16Gi' } }).templates.podTemplates[0]?.spec.containers[0]?.resources,
  ).toEqual({
    requests: { cpu: '4', memory: '16Gi' },
    limits: { memory: '16Gi' },
  });
});

test('databases are created by the operator, without a restart', () => {
  expect(single({ databases: ['events', 'audit'] }).reconcile.host).toEqual({
    hooks: {
      post: [
        {
          events: ['HostCreate', 'HostUpdate'],
          sql: { queries: ['CREATE DATABASE IF NOT EXISTS `events`', 'CREATE DATABASE IF NOT EXISTS `audit`'] },
        },
      ],
    },
  });
});

test('before operator 0.27.1 databases are created at the start of the server', () => {
  const place = environment({ operator: Operator.existing({ version: '0.26.3' }) });
  const { configuration, reconcile } = single({ databases: ['events'] }, place);
  expect(reconcile.host).toBeUndefined();
  expect(configuration.files?.['config.d/databases.xml']).toContain(
    '<query>CREATE DATABASE IF NOT EXISTS `events`</query>',
  );
});

test('hosts and endpoints have the names that the operator makes', () => {
  const { endpoints, hosts } = replicatedCluster();
  expect(hosts.map(({ object }) => object)).toEqual(
    ['0-0', '0-1', '1-0', '1-1'].map((host) => `chi-events-main-${host}`),
  );
  expect(endpoints.http.url).toBe('http://clickhouse-events.analytics.svc.cluster.local:8123');
  expect(endpoints.hosts['1-0']?.native.url).toBe('clickhouse://chi-events-main-1-0.analytics.svc.cluster.local:9000');
});

test('a workload connects with variables that hold no password', () => {
  const made = cluster({ users: { app: { networks: ['10.0.0.0/8'] } } });
  expect(made.connectionEnv('app')).toEqual([
    { name: 'CLICKHOUSE_HOST', value: 'clickhouse-events.analytics.svc.cluster.local' },
    { name: 'CLICKHOUSE_PORT', value: '8123' },
    { name: 'CLICKHOUSE_NATIVE_PORT', value: '9000' },
    { name: 'CLICKHOUSE_USER', value: 'app' },
    { name: 'CLICKHOUSE_PASSWORD', valueFrom: { secretKeyRef: { name: 'events-app', key: 'password' } } },
  ]);
});

test('clients come by label, by namespace and from the networks of users; the administrator stays inside', () => {
  const made = cluster({
    users: { app: { networks: ['10.0.0.0/8'] }, etl: { networks: ['192.168.0.0/16', '127.0.0.1/32'] } },
    clients: [{ namespace: 'web', podLabels: { app: 'shop' } }],
  });
  const { ingress } = objectOf(made, 'NetworkPolicy', 'clickhouse-events').spec as { ingress: { from: unknown[] }[] };
  expect(ingress[2]?.from).toEqual([
    { podSelector: { matchLabels: made.clientLabels } },
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'web' } },
      podSelector: { matchLabels: { app: 'shop' } },
    },
    { ipBlock: { cidr: '10.0.0.0/8' } },
    { ipBlock: { cidr: '192.168.0.0/16' } },
  ]);
});

test('a transform changes what is emitted, and names are read back from it', () => {
  const transform: ClickHouseClusterProps['transform'] = {
    installation: (manifest) => ({
      ...manifest,
      spec: { ...manifest.spec, namespaceDomainPattern: '%s.svc.example.test' },
    }),
  };
  expect(cluster({ transform }).hosts[0]?.fqdn).toBe('chi-events-main-0-0.analytics.svc.example.test');
});

test('cdk8s finds the installation of a cluster, for patches', () => {
  const made = cluster();
  ApiObject.of(made).addJsonPatch(JsonPatch.add('/spec/taskID', 'manual-1'));
  expect(specOf(made)).toMatchObject({ taskID: 'manual-1' });
});
