import { ClusterServices, type ClusterServicesProps, Monitoring, Operator } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import type { Manifest } from '../../src/kubernetes/manifest';
import { resolveOperatorAlerts } from '../../src/services/operator-alert-options';
import { operatorAlerts } from '../../src/services/operator-alerts';
import { operatorHelmValues } from '../../src/services/operator-values';
import { eks, messageOf } from '../support/environments';
import { testRunbook } from '../support/runbooks';

const monitoring = Monitoring.prometheusOperator({ labels: { release: 'kube-prometheus-stack' } });
const synth = (props: Partial<ClusterServicesProps>) =>
  Testing.synth(new ClusterServices(new App(), 'services', { platform: eks, ...props })) as Manifest[];
const monitors = (props: Partial<ClusterServicesProps>) =>
  synth(props).filter(({ apiVersion }) => apiVersion === 'monitoring.coreos.com/v1');

test('nothing looks at the operator where nobody monitors, whatever the thresholds are', () => {
  expect(monitors({ alerts: { downMinutes: 1 } })).toEqual([]);
});

test('Prometheus looks at the operator and its exporter, where they run', () => {
  const operator = Operator.existing({ namespace: 'operators', podLabels: { app: 'clickhouse-operator' } });
  expect(monitors({ monitoring, operator })[0]).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'clickhouse-operator', namespace: 'operators', labels: { release: 'kube-prometheus-stack' } },
    spec: {
      selector: { matchLabels: { app: 'clickhouse-operator' } },
      podMetricsEndpoints: [
        { port: 'op-metrics', interval: '30s' },
        { port: 'ch-metrics', interval: '30s' },
      ],
    },
  });
});

test.each([
  ['existing', Operator.existing()],
  ['argocd', Operator.argoCd()],
  ['flux', Operator.flux()],
] as const)('an operator of %s has one monitor and its alerts', (_, operator) => {
  expect(monitors({ monitoring, operator }).map(({ kind, metadata: { namespace } }) => [kind, namespace])).toEqual([
    ['PodMonitor', 'clickhouse-operator'],
    ['PrometheusRule', 'clickhouse-operator'],
  ]);
});

test('its chart is not asked for a monitor of its own, which would count everything twice', () => {
  const values = operatorHelmValues({ version: '0.27.2', watches: ['.*'], definitions: 'crds' });
  expect(values).not.toHaveProperty('serviceMonitor');
});

test('alerts have the thresholds that were given', () => {
  const [, rule] = monitors({ monitoring, alerts: { downMinutes: 30 } });
  expect(rule?.spec).toMatchObject({
    groups: [
      {
        rules: expect.arrayContaining([
          expect.objectContaining({
            alert: 'OperatorDown',
            for: '30m',
            labels: { severity: 'warning', namespace: 'clickhouse-operator', operator: 'clickhouse-operator' },
          }),
        ]),
      },
    ],
  });
});

describe('runbooks', () => {
  const thresholds = resolveOperatorAlerts();
  testRunbook(operatorAlerts({ job: 'clickhouse-operator/clickhouse-operator', thresholds }), thresholds);
});

// biome-ignore format: one case a line is easier to read
test.each([
  [{ monitoring: {} }, `monitoring must be a Monitoring, got {}. Fix: write Monitoring.prometheusOperator(). [props/type]`],
  [{ alerts: { downMinutes: 0 } }, `alerts.downMinutes must be whole minutes from 1 to 1440, got 0. Fix: write 10. [props/type]`],
  [{ alerts: { failedHosts: -1 } }, `alerts.failedHosts must be a whole number from 0 to 1000000, got -1. Fix: write a number such as 0. [props/type]`],
])('%j is refused', (props, message) => {
  expect(messageOf(() => synth(props as never))).toBe(`ClusterServices 'services': ${message}`);
});
