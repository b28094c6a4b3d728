import { ClickHouseCluster, Keeper, Monitoring, Tls } from 'anyhouse';
import { type ApiObject, JsonPatch } from 'cdk8s';
import { clickHouseAlerts } from '../../src/clickhouse/alerts/alerts';
import { resolveClickHouseAlerts } from '../../src/clickhouse/alerts/options';
import type { PrometheusRuleSpec } from '../../src/monitoring/alert';
import {
  cluster,
  environment,
  inside,
  messageOf,
  objectOf,
  objectsOf,
  replicatedCluster,
} from '../support/environments';
import { testRunbook } from '../support/runbooks';

const monitoring = Monitoring.prometheusOperator({ labels: { release: 'kube-prometheus-stack' } });
const monitored = () => environment({ monitoring });
const alertsOf = (made: ClickHouseCluster) =>
  (objectOf(made, 'PrometheusRule', 'clickhouse-events').spec as PrometheusRuleSpec).groups.flatMap(
    (group) => group.rules,
  );

describe('where nobody monitors', () => {
  test('there is no monitor, no rule and no port for metrics, whatever the thresholds are', () => {
    const made = cluster({ alerts: { partsInPartition: 100 } });
    expect(objectsOf(made).filter(({ apiVersion }) => apiVersion.startsWith('monitoring'))).toEqual([]);
    expect(JSON.stringify(objectsOf(made))).not.toMatch(/9363|prometheus/);
    expect(objectsOf(made)).toEqual(objectsOf(cluster()));
  });
});

describe('where somebody monitors', () => {
  test('every server has its own metrics, at a port that Prometheus finds', () => {
    const spec = objectOf(cluster({}, monitored()), 'ClickHouseInstallation').spec as object;
    expect(inside(spec, 'configuration', 'settings')).toMatchObject({
      'prometheus/endpoint': '/metrics',
      'prometheus/errors': 0,
      'prometheus/port': 9363,
    });
    expect(inside(spec, 'templates', 'podTemplates', 0, 'spec', 'containers', 0, 'ports')).toEqual([
      { name: 'metrics', containerPort: 9363 },
    ]);
  });

  test('pods with something of their own have it, too', () => {
    const made = replicatedCluster(
      { overrides: [{ shard: 0, replica: 0, image: 'clickhouse/clickhouse-server:26.8.19.9' }] },
      monitored(),
    );
    const templates = inside(objectOf(made, 'ClickHouseInstallation').spec, 'templates', 'podTemplates') as object[];
    expect(templates.length).toBeGreaterThan(1);
    expect(templates.map((template) => inside(template, 'spec', 'containers', 0, 'ports'))).toEqual(
      templates.map(() => [{ name: 'metrics', containerPort: 9363 }]),
    );
  });

  test('Prometheus looks at the pods of the installation, and the policy lets it in', () => {
    const made = cluster({}, monitored());
    expect(objectOf(made, 'PodMonitor')).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: 'clickhouse-events', namespace: 'analytics', labels: { release: 'kube-prometheus-stack' } },
      spec: {
        selector: { matchLabels: { 'clickhouse.altinity.com/chi': 'events' } },
        podMetricsEndpoints: [{ port: 'metrics', interval: '30s' }],
      },
    });
    expect(inside(objectOf(made, 'NetworkPolicy', 'clickhouse-events').spec, 'ingress')).toContainEqual({
      from: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
        },
      ],
      ports: [{ protocol: 'TCP', port: 9363 }],
    });
  });

  test('alerts are of this cluster only, with its thresholds', () => {
    const [first] = alertsOf(cluster({ alerts: { startMinutes: 20 } }, monitored()));
    expect(first).toMatchObject({
      alert: 'ClickHouseShardDown',
      for: '20m',
      labels: { severity: 'critical', namespace: 'analytics', clickhouse: 'events' },
      annotations: {
        runbook_url: 'https://github.com/anyhouse/anyhouse/blob/main/docs/runbooks/clickhouse.md#clickhousesharddown',
      },
    });
    expect(first?.expr).toContain('up{job="analytics/clickhouse-events"}');
  });

  test('can be changed as any object of cdk8s', () => {
    const made = cluster({}, monitored());
    const rules = made.node.findChild('prometheusrule') as ApiObject;
    rules.addJsonPatch(JsonPatch.remove('/spec/groups/0/rules/0'));
    expect(alertsOf(made)[0]?.alert).toBe('ClickHouseServerDown');
  });

  test('a cluster and a Keeper of one name have monitors of their own', () => {
    const place = monitored();
    new Keeper(place, 'events', { name: 'events' });
    new ClickHouseCluster(place, 'cluster', { name: 'events', storage: { size: '10Gi' } });
    const names = objectsOf(place)
      .filter(({ kind }) => kind === 'PodMonitor')
      .map(({ metadata }) => metadata.name);
    expect(names).toEqual(['keeper-events', 'clickhouse-events']);
  });

  test('alerts on Keeper, further disks and certificates come with what they are about', () => {
    const names = (made: ClickHouseCluster) => new Set(alertsOf(made).map(({ alert }) => alert));
    expect(names(cluster({}, monitored()))).not.toContain('ClickHouseReplicaReadOnly');
    expect(names(replicatedCluster({}, monitored()))).toContain('ClickHouseReplicaReadOnly');
    expect(names(cluster({}, monitored()))).not.toContain('ClickHouseCertificateExpires');
    const encrypted = cluster({}, environment({ monitoring, tls: Tls.certManager() }));
    expect(names(encrypted)).toContain('ClickHouseCertificateExpires');
    const disks = alertsOf(cluster({ storage: { size: '10Gi', volumes: 2 } }, monitored()));
    expect(disks.find(({ alert }) => alert === 'ClickHouseDiskFills')?.expr).toContain('DiskAvailable_data_1');
  });
});

describe('runbooks', () => {
  const thresholds = resolveClickHouseAlerts();
  const alerts = clickHouseAlerts({
    ...{ name: 'events', namespace: 'analytics', job: 'analytics/clickhouse-events' },
    ...{ disks: ['default'], replicated: true, certificates: ['clickhouse-server'], thresholds },
  });
  testRunbook(alerts, thresholds);
});

describe('what is refused', () => {
  // biome-ignore format: one case a line is easier to read
  test.each([
    [{ alerts: { partsInPartition: 0 } }, `alerts.partsInPartition must be a whole number from 1 to 1000000000, got 0. Fix: write a number such as 1. [props/type]`],
    [{ alerts: { startMinutes: 0.5 } }, `alerts.startMinutes must be whole minutes from 1 to 1440, got 0.5. Fix: write 10. [props/type]`],
    [{ alerts: { memoryUsed: 90 } }, `alerts.memoryUsed must be a share above 0 and below 1, got 90. Fix: write 0.8 for four fifths. [props/type]`],
    [{ alerts: { diskUsed: { warning: 0.95, critical: 0.9 } } }, `alerts.diskUsed.critical must be more than warning (0.95), got 0.9. Fix: write critical: 0.975, or lower warning. [monitoring/thresholds]`],
    [{ alerts: { certificateDays: { critical: 14 } } }, `alerts.certificateDays.critical must be less than warning (14), got 14. Fix: write critical: 13, or raise warning. [monitoring/thresholds]`],
    [{ alerts: { stateMetrics: 'off' } }, `alerts.stateMetrics must be "kube-state-metrics" or "none", got "off". Fix: write "kube-state-metrics". [props/type]`],
    [{ alerts: { partsInPartitions: 1 } }, `alerts.partsInPartitions must not be set: there is no such prop, got "partsInPartitions". Fix: write "partsInPartition". [props/unknown]`],
    [{ settings: { prometheus: { port: 9999 } } }, `settings.prometheus.port must be left out, because the environment has monitoring, which sets it to 9363, got 9999. Fix: remove it. [monitoring/endpoint]`],
    [{ overrides: [{ shard: 0, replica: 0, settings: { prometheus: { endpoint: '/m' } } }] }, `overrides[0].settings.prometheus.endpoint must be left out, because the environment has monitoring, which sets it to "/metrics", got "/m". Fix: remove it. [monitoring/endpoint]`],
  ])('%j', (props, message) => {
    expect(messageOf(() => cluster(props as never, monitored()))).toBe(`Cluster 'analytics/events': ${message}`);
  });

  test('what nobody looks at may be anywhere', () => {
    const made = cluster({ settings: { prometheus: { port: 9999 } } as never });
    expect(inside(objectOf(made, 'ClickHouseInstallation').spec, 'configuration', 'settings', 'prometheus/port')).toBe(
      9999,
    );
  });
});
