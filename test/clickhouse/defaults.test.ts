import { ClickHouseCluster, ClusterServices, Environment, Keeper, type Manifest, Operator, Platform } from 'anyhouse';
import { synthesized } from 'anyhouse/testing';
import { textOf } from '../house/sources';
import { eks } from '../support/environments';

/** What comes out where nothing is asked for, in the three columns of the page. */
const places = {
  laptop: program(Platform.minikube(), 'development'),
  development: program(eks, 'development'),
  production: program(eks, 'production'),
};
const all = Object.values(places);

function program(platform: Platform, stage: 'development' | 'production'): Output {
  const objects = synthesized((app) => {
    new ClusterServices(app, 'services', { platform });
    const environment = new Environment(app, 'analytics', { platform, stage });
    const keeper = new Keeper(environment, 'keeper');
    const users = { app: { networks: ['10.0.0.0/8'] } };
    const replication = { replicas: 2, keeper };
    new ClickHouseCluster(environment, 'events', { shards: 2, replication, storage: { size: '1Gi' }, users });
  });
  const spec = (kind: string) => objects.find((object) => object.kind === kind)?.spec as Spec;
  return { objects, chi: spec('ClickHouseInstallation'), chk: spec('ClickHouseKeeperInstallation') };
}

interface Output {
  readonly objects: readonly Manifest[];
  readonly chi: Spec;
  readonly chk: Spec;
}

/** As much of an installation as the page is about. */
interface Spec {
  readonly configuration: {
    readonly clusters: readonly { readonly pdbManaged?: string; readonly secret?: object; readonly layout: Layout }[];
    readonly settings: Readonly<Record<string, unknown>>;
    readonly profiles: Readonly<Record<string, unknown>>;
    readonly users: Readonly<Record<string, unknown>>;
  };
  readonly defaults: { readonly storageManagement: object };
  readonly reconcile: { readonly runtime: object };
  readonly templates: {
    readonly podTemplates: readonly { readonly podDistribution?: object; readonly zone?: object; readonly spec: Pod }[];
    readonly serviceTemplates: readonly { readonly spec: object }[];
    readonly volumeClaimTemplates: readonly { readonly reclaimPolicy: string; readonly spec: Claim }[];
  };
}
interface Layout {
  readonly replicas?: readonly unknown[];
}
interface Claim {
  readonly storageClassName: string;
  readonly resources: { readonly requests: { readonly storage: string } };
}
interface Pod {
  readonly affinity?: object;
  readonly nodeSelector?: object;
  readonly securityContext: object;
  readonly topologySpreadConstraints?: readonly object[];
  readonly containers: readonly {
    readonly image: string;
    readonly resources: Resources;
    readonly securityContext: object;
  }[];
}
interface Resources {
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
}

const pod = ({ templates }: Spec) => templates.podTemplates[0] as Spec['templates']['podTemplates'][number];
const container = (spec: Spec) => pod(spec).spec.containers[0] as Pod['containers'][number];
const sizes = (spec: Spec) => {
  const { requests, limits } = container(spec).resources;
  return [requests.cpu, requests.memory, limits.memory, limits.cpu];
};
const each = (read: (output: Output) => unknown) => [places.laptop, places.development, places.production].map(read);
const setting = (name: string) => all.map(({ chi }) => chi.configuration.settings[name]);
const thrice = (value: unknown) => [value, value, value];
const named = ({ objects }: Output, kind: string) => objects.filter((object) => object.kind === kind);

/** Each row of the page, by its first column. */
const rows: Readonly<Record<string, () => void>> = {
  'Keeper members': () =>
    expect(each(({ chk }) => chk.configuration.clusters[0]?.layout.replicas?.length)).toEqual([1, 3, 3]),
  'Keeper on a node': () => {
    const apart = each(({ chk }) => JSON.stringify(pod(chk).spec.affinity ?? {}).includes('required'));
    expect(apart).toEqual([false, true, true]);
    expect(each(({ chk }) => pod(chk).zone !== undefined)).toEqual([false, false, true]);
  },
  'replicas of a shard': () => {
    expect(each(({ chi }) => pod(chi).podDistribution)).toEqual([
      undefined,
      [{ type: 'ShardAntiAffinity' }],
      undefined,
    ]);
    expect(each(({ chi }) => pod(chi).zone !== undefined)).toEqual([false, false, true]);
    expect(places.laptop.chi.templates.podTemplates[0]?.spec.topologySpreadConstraints).not.toEqual([]);
  },
  'one server per node': () => expect(each(({ chi }) => pod(chi).spec.affinity)).toEqual(thrice(undefined)),
  nodes: () => {
    const pools = { clickhouse: { labels: { dedicated: 'clickhouse' } }, keeper: { labels: { dedicated: 'keeper' } } };
    for (const stage of ['development', 'production'] as const) {
      const { chi, chk } = program(eks.with({ pools }), stage);
      expect([chi, chk].map((spec) => pod(spec).spec.nodeSelector)).toEqual([
        pools.clickhouse.labels,
        pools.keeper.labels,
      ]);
    }
    expect(each(({ chi, chk }) => [pod(chi).spec.nodeSelector, pod(chk).spec.nodeSelector])).toEqual(
      thrice([undefined, undefined]),
    );
  },
  'server requests': () =>
    expect(each(({ chi }) => sizes(chi))).toEqual([
      ['100m', '512Mi', '2Gi', undefined],
      ['500m', '2Gi', '4Gi', undefined],
      ['2', '8Gi', '8Gi', undefined],
    ]),
  'Keeper requests': () =>
    expect(each(({ chk }) => sizes(chk))).toEqual([
      ['100m', '256Mi', '512Mi', undefined],
      ['250m', '512Mi', '1Gi', undefined],
      ['1', '4Gi', '4Gi', undefined],
    ]),
  'Keeper growing or shrinking': () => {
    const [keeper] = synthesized((app) => {
      const environment = new Environment(app, 'analytics', { platform: eks });
      new Keeper(environment, 'keeper', { replicas: 3, resize: { from: 1, members: 2 } });
    }).filter(({ kind }) => kind === 'ClickHouseKeeperInstallation');
    expect((keeper?.spec as Spec).configuration.clusters[0]?.layout.replicas).toHaveLength(2);
  },
  'Keeper settings': () =>
    expect(each(({ chk }) => chk.configuration.settings)).toEqual(
      thrice(expect.objectContaining({ 'logger/level': 'information' })),
    ),
  'Keeper volume': () =>
    expect(
      each(({ chk }) => chk.templates.volumeClaimTemplates.map(({ spec }) => spec.resources.requests.storage)),
    ).toEqual(thrice(['10Gi'])),
  'volumes when something is deleted': () => {
    for (const { chi, chk } of all) {
      for (const { templates } of [chi, chk])
        expect(new Set(templates.volumeClaimTemplates.map(({ reclaimPolicy }) => reclaimPolicy))).toEqual(
          new Set(['Retain']),
        );
    }
  },
  'provisioner of volumes': () =>
    expect(each(({ chi }) => chi.defaults.storageManagement)).toEqual(
      thrice({ provisioner: 'Operator', reclaimPolicy: 'Retain' }),
    ),
  StorageClass: () => {
    expect(places.laptop.chi.templates.volumeClaimTemplates[0]?.spec.storageClassName).toBe('clickhouse-hostpath');
    expect(all.flatMap((output) => named(output, 'StorageClass')).map(({ reclaimPolicy }) => reclaimPolicy)).toEqual(
      thrice('Retain'),
    );
  },
  'Pod Security': () => {
    const labels = each((output) => named(output, 'Namespace').find(({ metadata }) => metadata.name === 'analytics'));
    const enforced = (labels as Manifest[]).map(
      ({ metadata }) => metadata.labels?.['pod-security.kubernetes.io/enforce'],
    );
    expect(enforced).toEqual(['baseline', 'baseline', 'restricted']);
  },
  network: () =>
    expect(each((output) => named(output, 'NetworkPolicy').map(({ metadata }) => metadata.name)[0])).toEqual(
      thrice(expect.stringContaining('deny')),
    ),
  encryption: () => {
    const closed = each(({ chi }) => JSON.stringify(chi.configuration.clusters[0]).includes('"insecure":"no"'));
    expect(closed).toEqual([false, false, true]);
  },
  'disruption budgets': () => {
    const names = each((output) => named(output, 'PodDisruptionBudget').length);
    expect(names).toEqual([2, 3, 3]);
    expect(each(({ chi }) => chi.configuration.clusters[0]?.pdbManaged)).toEqual(thrice('no'));
  },
  'shards that restart at once': () =>
    expect(each(({ chi }) => chi.reconcile.runtime)).toEqual(thrice({ reconcileShardsThreadsNumber: 1 })),
  'replica that lags after a restart': () => {
    const text = JSON.stringify(
      synthesized((app) => {
        new ClusterServices(app, 'services', { platform: eks, operator: Operator.argoCd({}) });
      }),
    );
    expect(text).toContain('"wait":{"replicas":{"all":true}}');
  },
  'hosts that differ': () => expect(each(({ chi }) => JSON.stringify(chi).includes('"host-'))).toEqual(thrice(false)),
  'way in': () =>
    expect(each(({ chi }) => chi.templates.serviceTemplates[0]?.spec)).toEqual(
      thrice(expect.objectContaining({ type: 'ClusterIP' })),
    ),
  administrator: () => expect(each(({ chi }) => chi.configuration.users['admin/access_management'])).toEqual(thrice(1)),
  'user without grants': () =>
    expect(each(({ chi }) => chi.configuration.users['app/grants/query'])).toEqual(thrice(['GRANT USAGE ON *.*'])),
  images: () => {
    for (const { chi, chk } of all) {
      expect(container(chi).image).toMatch(/^clickhouse\/clickhouse-server:26\.3\.\d+\.\d+/);
      expect(container(chk).image).toMatch(/^clickhouse\/clickhouse-keeper:26\.3\.\d+\.\d+/);
    }
  },
  'logs in tables': () => {
    expect(setting('metric_log/ttl')).toEqual(thrice('event_date + INTERVAL 14 DAY DELETE'));
    expect(setting('metric_log/partition_by')).toEqual(thrice('event_date'));
    expect(setting('asynchronous_metric_log/ttl')).toEqual(thrice('event_date + INTERVAL 3 DAY DELETE'));
  },
  'engines of logs': () => {
    for (const log of ['query_log', 'part_log', 'opentelemetry_span_log'])
      expect(setting(`${log}/engine`)).toEqual(thrice('_removed_'));
  },
  '`text_log`, `trace_log`': () => {
    expect(setting('text_log')).toEqual(thrice('_removed_'));
    expect(setting('trace_log')).toEqual(thrice('_removed_'));
  },
  'memory of DNS answers': () => expect(setting('disable_internal_dns_cache')).toEqual(thrice(1)),
  'small inserts': () =>
    expect(each(({ chi }) => chi.configuration.profiles)).toEqual(
      thrice({ 'default/async_insert': 1, 'default/wait_for_async_insert': 1 }),
    ),
  'log files': () => {
    expect(setting('logger/count')).toEqual(thrice(5));
    expect(setting('logger/size')).toEqual(thrice('100M'));
    expect(setting('logger/level')).toEqual(thrice('information'));
  },
  'secret between servers': () =>
    expect(each(({ chi }) => chi.configuration.clusters[0]?.secret)).toEqual(thrice({ auto: 'yes' })),
  pods: () => {
    const context = {
      ...{ fsGroup: 101, fsGroupChangePolicy: 'OnRootMismatch', runAsGroup: 101, runAsNonRoot: true, runAsUser: 101 },
      seccompProfile: { type: 'RuntimeDefault' },
    };
    for (const spec of all.flatMap(({ chi, chk }) => [chi, chk])) {
      expect(pod(spec).spec.securityContext).toEqual(context);
      const none = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
      expect(container(spec).securityContext).toEqual(none);
    }
  },
  memory: () => {
    const { limits, requests } = container(places.production.chi).resources;
    expect(limits).toEqual({ memory: requests.memory });
    expect(setting('max_server_memory_usage')).toEqual(thrice(undefined));
  },
};

const page = textOf('docs/defaults.md').split('\n## Left as they are')[0] ?? '';
const documented = [...page.matchAll(/^\| (.+?) \|/gm)].map(([, cell = '']) => cell).filter((cell) => cell !== 'what');

test('every row of docs/defaults.md is asserted here, and nothing else', () => {
  expect(Object.keys(rows)).toEqual(documented);
});

test.each(Object.entries(rows))('documented default: %s', (_, holds) => holds());
