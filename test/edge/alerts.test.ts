import { Monitoring } from 'anyhouse';
import { edgeAlertOptions, resolveEdgeAlerts } from '../../src/edge/alert-options';
import { edgeAlerts } from '../../src/edge/alerts';
import { refusals } from '../../src/edge/data-plane/config-rules';
import { renderEdgeMonitoring } from '../../src/edge/render-monitoring';
import { Problems } from '../../src/kubernetes/prop-error';
import { messageOf } from '../support/environments';
import { testRunbook } from '../support/runbooks';

const thresholds = resolveEdgeAlerts();
const alerts = edgeAlerts({ job: 'analytics/edge', drainSeconds: 280, thresholds });

const edge = { name: 'edge', podLabels: { app: 'edge' }, port: 'metrics', drainSeconds: 280, alerts: thresholds };
const rendered = (monitoring?: Monitoring, gitops?: 'argocd') =>
  renderEdgeMonitoring(edge, { namespace: 'analytics', gitops, monitoring: monitoring?.resolved });

test('nothing is rendered where nobody monitors', () => {
  expect(rendered()).toEqual([]);
});

test('Prometheus looks at the pods of the edge, and finds monitor and rules by their labels', () => {
  const labels = { release: 'kube-prometheus-stack' };
  const [monitor, rule] = rendered(Monitoring.prometheusOperator({ labels, interval: '15s' }));
  expect(monitor).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'edge', namespace: 'analytics', labels },
    spec: {
      selector: { matchLabels: { app: 'edge' } },
      podMetricsEndpoints: [{ port: 'metrics', interval: '15s' }],
    },
  });
  expect(rule).toMatchObject({ kind: 'PrometheusRule', metadata: { name: 'edge', namespace: 'analytics', labels } });
});

test('Argo CD applies them after what they look at', () => {
  const marks = rendered(Monitoring.prometheusOperator(), 'argocd').map(({ metadata }) => metadata.annotations);
  expect(marks).toEqual(Array(2).fill({ 'argocd.argoproj.io/sync-wave': '10' }));
});

test('an alert says where it comes from and where to read on', () => {
  const [, rule] = rendered(Monitoring.prometheusOperator());
  const { groups } = rule?.spec as { groups: { rules: unknown[] }[] };
  expect(groups[0]?.rules[0]).toEqual({
    alert: 'EdgeDown',
    expr: 'absent(up{job="analytics/edge"} == 1)',
    for: '3m',
    labels: { severity: 'critical', namespace: 'analytics', edge: 'edge' },
    annotations: {
      summary: 'No pod of the edge analytics/edge answers.',
      description: 'Clients cannot connect to any database behind it, or Prometheus does not reach its pods.',
      runbook_url: 'https://github.com/anyhouse/anyhouse/blob/main/docs/runbooks/edge.md#edgedown',
    },
  });
});

test('a pod that ends may keep its streams before anybody calls it down', () => {
  const times = [1, 280, 3600].map((drainSeconds) =>
    edgeAlerts({ job: 'analytics/edge', drainSeconds, thresholds }).find(({ name }) => name === 'EdgePodDown'),
  );
  expect(times.map((alert) => alert?.for)).toEqual(['11m', '15m', '70m']);
});

test('every reason to refuse a connection has an alert', () => {
  const counted = alerts.flatMap(({ expression }) => /be_refused_(\w+)/.exec(expression)?.[1] ?? []);
  expect([...counted].sort()).toEqual([...refusals].sort());
});

describe('runbooks', () => testRunbook(alerts, thresholds));

describe('thresholds', () => {
  const faultOf = (given: unknown) =>
    messageOf(() => {
      const problems = new Problems('EdgeGateway', 'analytics/edge');
      edgeAlertOptions(given, 'alerts', problems);
      problems.throwIfAny();
    });

  test.each([
    [
      { refusedPerSecond: 0 },
      `alerts.refusedPerSecond must be connections per second, above 0 and at most 1000000, got 0. Fix: write a number such as 0.1, which is one in ten seconds. [props/type]`,
    ],
    [
      { connectionsUsed: 80 },
      `alerts.connectionsUsed must be a share above 0 and below 1, got 80. Fix: write 0.8 for four fifths. [props/type]`,
    ],
    [
      { certificateDays: { warning: 300 } },
      `alerts.certificateDays.warning must be a whole number from 2 to 255, got 300. Fix: write a number such as 2. [props/type]`,
    ],
    [
      { certificateDays: { warning: 7, critical: 7 } },
      `alerts.certificateDays.critical must be less than warning (7), got 7. Fix: write critical: 6, or raise warning. [monitoring/thresholds]`,
    ],
    [
      { certificateDays: { critical: 20 } },
      `alerts.certificateDays.critical must be less than warning (14), got 20. Fix: write critical: 13, or raise warning. [monitoring/thresholds]`,
    ],
    [
      { refusedPerSeconds: 1 },
      `alerts.refusedPerSeconds must not be set: there is no such prop, got "refusedPerSeconds". Fix: write "refusedPerSecond". [props/unknown]`,
    ],
  ])('%j is refused', (given, message) => {
    expect(faultOf(given)).toBe(`EdgeGateway 'analytics/edge': ${message}`);
  });

  test('an early warning alone moves the critical alert before it', () => {
    expect(resolveEdgeAlerts({ certificateDays: { warning: 2 } }).certificateDays).toEqual({ warning: 2, critical: 1 });
  });
});
