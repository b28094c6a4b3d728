import { Keeper, type KeeperProps, Monitoring } from 'anyhouse';
import { keeperAlerts } from '../../src/keeper/alerts/alerts';
import { resolveKeeperAlerts } from '../../src/keeper/alerts/options';
import type { PrometheusRuleSpec } from '../../src/monitoring/alert';
import { environment, inside, messageOf, objectOf, objectsOf } from '../support/environments';
import { testRunbook } from '../support/runbooks';

const monitored = () => environment({ monitoring: Monitoring.prometheusOperator() });
const keeper = (props: KeeperProps = {}, place = monitored()) => new Keeper(place, 'keeper', props);
const specOf = (made: Keeper) => objectOf(made, 'ClickHouseKeeperInstallation').spec;
const metrics = { 'prometheus/endpoint': '/metrics', 'prometheus/errors': 0, 'prometheus/port': 9363 };
const portsOf = (made: Keeper) =>
  (inside(specOf(made), 'templates', 'podTemplates') as object[]).map((template) =>
    inside(template, 'spec', 'containers', 0, 'ports'),
  );
const settingsOf = (made: Keeper) =>
  (inside(specOf(made), 'configuration', 'clusters', 0, 'layout', 'replicas') as object[]).map((member) =>
    inside(member, 'settings'),
  );
const marksOf = (made: Keeper) =>
  (inside(specOf(made), 'templates', 'podTemplates') as object[]).map((template) =>
    inside(template, 'metadata', 'annotations', 'anyhouse.dev/settings'),
  );
const port = [{ name: 'metrics', containerPort: 9363 }];

test('nothing is emitted where nobody monitors, whatever the thresholds are', () => {
  const made = keeper({ alerts: { startMinutes: 1 } }, environment());
  expect(JSON.stringify(objectsOf(made))).not.toMatch(/9363|prometheus|monitoring/);
  expect(objectsOf(made)).toEqual(objectsOf(keeper({}, environment())));
});

test('every member has its own metrics, at a port that Prometheus finds', () => {
  expect(settingsOf(keeper())).toEqual([metrics, metrics, metrics]);
  expect(portsOf(keeper())).toEqual([port, port, port]);
});

test('Prometheus looks at the members, and the policy lets it in', () => {
  expect(objectOf(keeper(), 'PodMonitor')).toMatchObject({
    metadata: { name: 'keeper-keeper', namespace: 'analytics' },
    spec: {
      selector: { matchLabels: { 'clickhouse-keeper.altinity.com/chk': 'keeper' } },
      podMetricsEndpoints: [{ port: 'metrics', interval: '30s' }],
    },
  });
  expect(inside(objectOf(keeper(), 'NetworkPolicy', 'keeper-keeper').spec, 'ingress')).toContainEqual(
    expect.objectContaining({ ports: [{ protocol: 'TCP', port: 9363 }] }),
  );
});

test('alerts are of this quorum only, with its thresholds', () => {
  const { groups } = objectOf(keeper({ alerts: { outstandingRequests: 77 } }), 'PrometheusRule')
    .spec as PrometheusRuleSpec;
  const rules = groups.flatMap((group) => group.rules);
  expect(rules.find(({ alert }) => alert === 'KeeperRequestsWaiting')).toMatchObject({
    expr: 'max by (pod) (ClickHouseMetrics_KeeperOutstandingRequests{job="analytics/keeper-keeper"}) > 77',
    labels: { severity: 'warning', namespace: 'analytics', keeper: 'keeper' },
  });
});

describe('a quorum that runs already', () => {
  test('gets its metrics member by member, so that it never loses its majority', () => {
    const before = keeper({}, environment());
    const first = keeper({ rollout: { members: [2], metrics: 'on' } });
    expect(portsOf(first)).toEqual([undefined, undefined, port]);
    expect(settingsOf(first)).toEqual([undefined, undefined, metrics]);
    expect(marksOf(first).slice(0, 2)).toEqual(marksOf(before).slice(0, 2));
  });

  test('is at the end what it would have been from the start', () => {
    expect(specOf(keeper({ rollout: { members: [0, 1, 2], metrics: 'on' } }))).toEqual(specOf(keeper()));
  });

  test('keeps its metrics while something else is on its way', () => {
    const image = 'clickhouse/clickhouse-keeper:26.8.19.9';
    expect(portsOf(keeper({ rollout: { members: [2], image } }))).toEqual([port, port, port]);
  });
});

describe('runbooks', () => {
  const thresholds = resolveKeeperAlerts();
  testRunbook(
    keeperAlerts({ name: 'keeper', namespace: 'analytics', job: 'analytics/keeper-keeper', members: 3, thresholds }),
    thresholds,
  );
});

describe('what is refused', () => {
  // biome-ignore format: one case a line is easier to read
  test.each([
    [{ alerts: { latencyMilliseconds: 0 } }, `alerts.latencyMilliseconds must be milliseconds from 0.001 to 60000, got 0. Fix: write 100. [props/type]`],
    [{ alerts: { filesUsed: 1 } }, `alerts.filesUsed must be a share above 0 and below 1, got 1. Fix: write 0.8 for four fifths. [props/type]`],
    [{ settings: { prometheus: { port: 7000 } } }, `settings.prometheus.port must be left out, because the environment has monitoring, which sets it to 9363, got 7000. Fix: remove it. [monitoring/endpoint]`],
  ])('%j', (props, message) => {
    expect(messageOf(() => keeper(props as never))).toBe(`Keeper 'analytics/keeper': ${message}`);
  });

  test('metrics on their way where nobody monitors', () => {
    expect(messageOf(() => keeper({ rollout: { members: [2], metrics: 'on' } }, environment()))).toBe(
      `Keeper 'analytics/keeper': rollout.metrics must be left out, because the environment has no monitoring, got "on". Fix: write monitoring: Monitoring.prometheusOperator() at the environment. [keeper/rollout]`,
    );
  });
});
