import { type DashboardOptions, Environment, Keeper, Monitoring } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { clickhouseDashboard } from '../../src/clickhouse/dashboard';
import { showOnDashboards } from '../../src/environment/dashboards';
import type { GrafanaPanel } from '../../src/monitoring/dashboards/grafana';
import { placeRows } from '../../src/monitoring/dashboards/layout';
import { matcherOf } from '../../src/monitoring/dashboards/matcher';
import type { Panel } from '../../src/monitoring/dashboards/panel';
import { printJson } from '../../src/monitoring/dashboards/print-json';
import { uidOf } from '../../src/monitoring/dashboards/render-dashboard';
import { askedBy, dashboardConfigMaps, dashboards, textOfDashboard } from '../support/dashboards';
import { cluster, eks, environment, messageOf, objectsOf } from '../support/environments';

const monitored = (options?: DashboardOptions) =>
  environment({ monitoring: Monitoring.prometheusOperator({ dashboards: options }) });

const namesOf = (place: Environment) =>
  objectsOf(place)
    .map(({ metadata }) => metadata.name)
    .filter((name) => name.includes('dashboard'));

describe('what is emitted', () => {
  test('nothing, unless somebody asks for it', () => {
    const place = monitored();
    cluster({}, place);
    expect(namesOf(place)).toEqual([]);
  });

  test('nothing for an environment without databases', () => {
    expect(namesOf(monitored({}))).toEqual([]);
  });

  test('an overview, and a dashboard for each kind of things that there is', () => {
    const place = monitored({});
    cluster({}, place);
    expect(namesOf(place)).toEqual(['dashboard-overview', 'dashboard-clickhouse']);
    new Keeper(place, 'keeper');
    new Keeper(place, 'second');
    expect(namesOf(place)).toEqual(['dashboard-overview', 'dashboard-clickhouse', 'dashboard-keeper']);
  });

  test('the overview has rows for what there is, whatever came first', () => {
    const rows = (place: Environment) => {
      const overview = objectsOf(place).find(({ metadata }) => metadata.name === 'dashboard-overview');
      const { panels } = JSON.parse(textOfDashboard(overview)) as { panels: GrafanaPanel[] };
      return panels.filter(({ type }) => type === 'row').map(({ title }) => title);
    };
    const place = monitored({});
    new Keeper(place, 'keeper');
    expect(rows(place)).toEqual(['Alerts', 'Keeper']);
    cluster({}, place);
    expect(rows(place)).toEqual(['Alerts', 'ClickHouse', 'Keeper']);
  });

  test('labels, name and key are what the sidecar of kube-prometheus-stack needs', () => {
    const { metadata, data } = dashboardConfigMaps().get('keeper')!;
    expect(metadata).toEqual({
      name: 'dashboard-keeper',
      namespace: 'analytics',
      labels: { grafana_dashboard: '1' },
    });
    expect(Object.keys(data as object)).toEqual(['analytics-keeper.json']);
  });

  test('all of it can be changed', () => {
    const labels = { team: 'storage' };
    const folderAnnotation = 'k8s-sidecar-target-directory';
    const options = { labels, folder: 'Data/ClickHouse', folderAnnotation, namespace: 'grafana' };
    expect(dashboardConfigMaps(options).get('keeper')?.metadata).toEqual({
      name: 'analytics-dashboard-keeper',
      namespace: 'grafana',
      labels,
      annotations: { [folderAnnotation]: 'Data/ClickHouse' },
    });
  });

  test('labels of the environment do not keep it from the sidecar, and Argo CD applies it late', () => {
    const monitoring = Monitoring.prometheusOperator({ dashboards: { folder: 'ClickHouse' } });
    const place = environment({ monitoring, gitops: 'argocd', labels: { team: 'storage' } });
    cluster({}, place);
    const overview = objectsOf(place).find(({ metadata }) => metadata.name === 'dashboard-overview');
    expect(overview?.metadata).toMatchObject({
      labels: { grafana_dashboard: '1', team: 'storage' },
      annotations: { 'argocd.argoproj.io/sync-wave': '10', grafana_folder: 'ClickHouse' },
    });
  });

  test('files of two environments do not overwrite each other in the folder of the sidecar', () => {
    const app = new App();
    const monitoring = Monitoring.prometheusOperator({ dashboards: { namespace: 'grafana' } });
    for (const id of ['analytics', 'reports'])
      new Keeper(new Environment(app, id, { platform: eks, monitoring }), 'keeper');
    const all = app.charts.flatMap((chart) => Testing.synth(chart)).filter(({ kind }) => kind === 'ConfigMap');
    const keys = all.flatMap(({ data }) => Object.keys(data));
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(4);
    expect(new Set(all.map(({ metadata }) => metadata.name)).size).toBe(4);
  });
});

describe.each(dashboards)('dashboard %s', (name, { uid, title, tags, panels, templating }) => {
  const shown = panels.filter(({ type }) => type !== 'row');

  test('has an address and a title that name the environment', () => {
    expect(uid).toBe(`analytics-${name}`);
    expect(title).toMatch(/^analytics: \w+/);
    expect(tags).toEqual(['anyhouse', 'analytics']);
  });

  test('has panels with ids of their own that stand on the grid and do not overlap', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { h, w, x, y } }) => {
      expect(x + w).toBeLessThanOrEqual(24);
      return Array.from({ length: h * w }, (_, cell) => `${x + (cell % w)}/${y + Math.floor(cell / w)}`);
    });
    expect(new Set(cells).size).toBe(cells.length);
  });

  test('fills its lines', () => {
    const height = Math.max(...panels.map(({ gridPos: { h, y } }) => h + y));
    expect(panels.reduce((area, { gridPos: { h, w } }) => area + h * w, 0)).toBe(height * 24);
  });

  test('uses variables that it has, and has those that it uses', () => {
    const text = JSON.stringify([panels, templating.list.map(({ query, datasource }) => [query, datasource])]);
    const used = [...text.matchAll(/\$([a-z]+)/g)].map(([, variable = '']) => variable);
    expect([...new Set(used)].sort()).toEqual(templating.list.map((variable) => variable.name).sort());
  });

  test('tells of each panel what is good or bad', () => {
    const told = shown.map(({ description }) => String(description));
    expect(told.filter((text) => !/^[A-Z0-9].{20,130}[.]$/.test(text))).toEqual([]);
    expect(new Set(shown.map(({ title: own }) => own)).size).toBe(shown.length);
  });

  test('knows how far values of a rate are apart', () => {
    type Target = { readonly expr: string; readonly interval?: string };
    const targets = shown.flatMap((panel) => panel.targets as readonly Target[]);
    const timed = targets.filter(({ expr }) => expr.includes('$__rate_interval'));
    expect(timed.filter(({ interval }) => interval !== '30s')).toEqual([]);
    expect(targets.filter(({ expr }) => /rate\(/.test(expr))).toHaveLength(timed.length);
  });
});

test('asynchronous metrics are those of the sources of ClickHouse, which has no list of them to ask', () => {
  // src/Interpreters/ServerAsynchronousMetrics.cpp, src/Common/AsynchronousMetrics.cpp
  const server = [
    'DiskTotal_',
    'DiskUsed_',
    'MaxPartCountForPartition',
    'MemoryResident',
    'ReplicasMaxAbsoluteDelay',
    'ReplicasSumQueueSize',
    'Uptime',
  ];
  // src/Coordination/KeeperAsynchronousMetrics.cpp
  const keeper = [
    'ApproximateDataSize',
    'Followers',
    'IsLeader',
    'IsStandalone',
    'LastCommittedLogIdx',
    'LastLogIdx',
    'LastLogTerm',
    'SyncedFollowers',
    'ZnodeCount',
  ].map((name) => `Keeper${name}`);
  const used = dashboards
    .flatMap(([, dashboard]) => askedBy(dashboard))
    .flatMap(({ expression }) => expression.match(/(?<=ClickHouseAsyncMetrics_)\w+/g) ?? []);
  expect([...new Set(used)].sort()).toEqual([...server, ...keeper].sort());
});

describe('parts', () => {
  test('a line is as high as its highest panel, and what has no room begins a new one', () => {
    const panel = (type: 'stat' | 'bargauge', width: 8 | 16): Panel => ({
      type,
      title: type,
      description: '',
      width,
      query: { expression: 'up' },
    });
    const panels = [panel('stat', 8), panel('bargauge', 8), panel('stat', 16)];
    expect(placeRows([{ title: 'a', panels }]).map(({ place }) => place)).toEqual([
      { h: 1, w: 24, x: 0, y: 0 },
      { h: 8, w: 8, x: 0, y: 1 },
      { h: 8, w: 8, x: 8, y: 1 },
      { h: 4, w: 16, x: 0, y: 9 },
    ]);
  });

  test('addresses have at most 40 characters, and those of long names differ', () => {
    expect(uidOf('analytics', 'clickhouse')).toBe('analytics-clickhouse');
    const long = ['-a', '-b'].map((end) => uidOf(`company-analytics-production-europe${end}`, 'clickhouse'));
    expect(long.map((uid) => uid.length)).toEqual([40, 40]);
    expect(long[0]).toMatch(/^company-analytics-pr-[0-9a-f]{8}-clickhouse$/);
    expect(new Set(long).size).toBe(2);
  });

  test('metrics of one thing, and of several', () => {
    const things = [
      { name: 'a', job: 'x/a' },
      { name: 'b.c', job: 'x/b.c' },
    ];
    expect(matcherOf(things.slice(0, 1))).toBe('job="x/a"');
    expect(matcherOf(things)).toBe(String.raw`job=~"x/a|x/b\\.c"`);
  });

  test.each(dashboards)('%s is printed as it is, in lines that can be read', (name, dashboard) => {
    const text = textOfDashboard(dashboardConfigMaps().get(name));
    expect(JSON.parse(text)).toEqual(dashboard);
    expect(printJson({ a: [], b: {}, c: null, d: '"' })).toBe(String.raw`{ "a": [], "b": {}, "c": null, "d": "\"" }`);
    expect(text.split('\n').filter((line) => line.length > 600)).toEqual([]);
  });
});

describe('a wrong value is refused', () => {
  const given = (options: unknown) => messageOf(() => monitored(options as DashboardOptions));

  // biome-ignore format: one case a line is easier to read
  test.each([
    [{ folder: '' }, `dashboards.folder must be the name of a folder of Grafana, or several with "/" between them, got "". Fix: write folder: 'ClickHouse'. [props/type]`],
    [{ folder: '../etc' }, `dashboards.folder must be the name of a folder of Grafana, or several with "/" between them, got "../etc". Fix: write folder: 'ClickHouse'. [props/type]`],
    [{ folder: '/etc' }, `dashboards.folder must be the name of a folder of Grafana, or several with "/" between them, got "/etc". Fix: write folder: 'ClickHouse'. [props/type]`],
    [{ folderAnnotation: 'a b' }, `dashboards.folderAnnotation must be an annotation key, got "a b". Fix: write folderAnnotation: 'grafana_folder'. [names/label]`],
    [{ namespace: 'Grafana' }, `dashboards.namespace must be the name of a namespace: lower case letters, digits and "-", at most 63, got "Grafana". Fix: write a name such as 'my-namespace'. [names/invalid]`],
    [{ label: {} }, `dashboards.label must not be set: there is no such prop, got "label". Fix: write "labels". [props/unknown]`],
  ])('%j', (options, message) => {
    expect(given(options)).toBe(`Monitoring 'prometheusOperator': ${message}`);
  });

  test('more clusters than a ConfigMap has room for', () => {
    const place = monitored({});
    for (let index = 0; index < 10_000; index++)
      showOnDashboards(place, clickhouseDashboard, `${index}`, `clickhouse-${index}`);
    expect(messageOf(() => objectsOf(place))).toMatch(
      /^Environment 'analytics': monitoring\.dashboards must fit into a ConfigMap, with at most 1000000 bytes for dashboard 'overview', got \d+ bytes\. Fix: spread the clusters over several environments, or leave dashboards out here\. \[environment\/dashboard-size\]$/,
    );
  });
});
