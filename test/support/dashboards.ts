import {
  BackupSchedule,
  BackupStore,
  ClickHouseCluster,
  type DashboardOptions,
  EdgeGateway,
  Keeper,
  type Manifest,
  Monitoring,
} from 'anyhouse';
import type { GrafanaDashboard, GrafanaPanel } from '../../src/monitoring/dashboards/grafana';
import { environment, objectsOf } from './environments';

/** ConfigMaps of an environment that has everything, by the name of the dashboard. */
export function dashboardConfigMaps(dashboards: DashboardOptions = {}): ReadonlyMap<string, Manifest> {
  const monitoring = Monitoring.prometheusOperator({ dashboards });
  const place = environment({ monitoring, domain: 'ch.example.com' });
  const keeper = new Keeper(place, 'keeper');
  const storage = { size: '10Gi' } as const;
  const events = new ClickHouseCluster(place, 'events', { replication: { replicas: 2, keeper }, storage });
  const reports = new ClickHouseCluster(place, 'reports', { storage });
  new EdgeGateway(place, 'edge', { clusters: [events, reports], allow: ['10.0.0.0/8'] });
  new BackupSchedule(place, 'nightly', {
    cluster: events,
    store: BackupStore.s3({ bucket: 'company-clickhouse-backup', region: 'eu-west-1', keys: { name: 'backup-keys' } }),
    schedule: { full: '0 3 * * *' },
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
  });
  return new Map(
    objectsOf(place).flatMap((object) => {
      const name = /(?:^|-)dashboard-(\w+)$/.exec(object.metadata.name)?.[1];
      return object.kind === 'ConfigMap' && name !== undefined ? [[name, object] as const] : [];
    }),
  );
}

/** Text of a dashboard. */
export function textOfDashboard(configMap: Manifest | undefined): string {
  return Object.values((configMap?.data ?? {}) as Readonly<Record<string, string>>)[0] ?? 'null';
}

/** All dashboards, as Grafana reads them. */
export const dashboards: readonly (readonly [name: string, dashboard: GrafanaDashboard])[] = [
  ...dashboardConfigMaps(),
].map(([name, configMap]) => [name, JSON.parse(textOfDashboard(configMap))]);

/** What Prometheus is asked by a dashboard. */
export interface Asked {
  readonly panel: string;
  readonly expression: string;
}

/** Every expression of a dashboard, with values in the places of variables, as Grafana fills them in. */
export function askedBy({ panels, templating }: GrafanaDashboard): readonly Asked[] {
  const targets = (panel: GrafanaPanel) => (panel.targets ?? []) as readonly { readonly expr: string }[];
  const fromPanels = panels.flatMap((panel) =>
    targets(panel).map(({ expr }) => ({ panel: panel.title, expression: filledIn(expr) })),
  );
  const fromVariables = templating.list.flatMap(({ name, query }) => {
    const [, expression] = /^label_values\((.*), \w+\)$/.exec(query) ?? [];
    return expression === undefined ? [] : [{ panel: `variable ${name}`, expression: filledIn(expression) }];
  });
  return [...fromPanels, ...fromVariables];
}

function filledIn(expression: string): string {
  return expression.replaceAll('$__rate_interval', '2m').replaceAll(/\$[a-z]+/g, '.+');
}
