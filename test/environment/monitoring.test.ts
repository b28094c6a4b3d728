import { Environment, Monitoring } from 'anyhouse';
import { App } from 'cdk8s';
import { prometheusIngress } from '../../src/monitoring/render-network';
import { eks, environment, messageOf, objectsOf } from '../support/environments';

test('nobody monitors unless somebody says so', () => {
  expect(environment().resolved.monitoring).toBeUndefined();
});

test('monitoring alone emits nothing', () => {
  const monitored = environment({ monitoring: Monitoring.prometheusOperator() });
  expect(objectsOf(monitored)).toEqual(objectsOf(environment()));
});

test('defaults are those of prometheus-operator', () => {
  expect(environment({ monitoring: Monitoring.prometheusOperator() }).resolved.monitoring).toEqual({
    labels: {},
    namespace: 'monitoring',
    podLabels: { 'app.kubernetes.io/name': 'prometheus' },
    interval: '30s',
  });
});

describe('the way of Prometheus to a port', () => {
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': 'observability' } };
  const ports = [{ protocol: 'TCP', port: 8404 }];

  test('is open for its pods', () => {
    const { resolved } = Monitoring.prometheusOperator({ namespace: 'observability', podLabels: { app: 'agent' } });
    const podSelector = { matchLabels: { app: 'agent' } };
    expect(prometheusIngress(resolved, 8404)).toEqual([{ from: [{ namespaceSelector, podSelector }], ports }]);
  });

  test('is open for its whole namespace when its pods have no labels', () => {
    const { resolved } = Monitoring.prometheusOperator({ namespace: 'observability', podLabels: {} });
    expect(prometheusIngress(resolved, 8404)).toEqual([{ from: [{ namespaceSelector }], ports }]);
  });

  test('is closed where nobody monitors', () => {
    expect(prometheusIngress(undefined, 8404)).toEqual([]);
  });
});

// biome-ignore format: one case a line is easier to read
test.each([
  [() => Monitoring.prometheusOperator({ interval: '1m' }), `Monitoring 'prometheusOperator': interval must be a number of seconds from '5s' to '120s', got "1m". Fix: write interval: '30s'. [props/type]`],
  [() => Monitoring.prometheusOperator({ interval: '150s' }), `Monitoring 'prometheusOperator': interval must be a number of seconds from '5s' to '120s', got "150s". Fix: write interval: '30s'. [props/type]`],
  [() => Monitoring.prometheusOperator({ namespace: 'Monitoring' }), `Monitoring 'prometheusOperator': namespace must be the name of a namespace: lower case letters, digits and "-", at most 63, got "Monitoring". Fix: write a name such as 'my-namespace'. [names/invalid]`],
  [() => Monitoring.prometheusOperator({ label: {} } as never), `Monitoring 'prometheusOperator': label must not be set: there is no such prop, got "label". Fix: write "labels". [props/unknown]`],
  [() => new Environment(new App(), 'analytics', { platform: eks, monitoring: {} as never }), `Environment 'analytics': monitoring must be a Monitoring, got {}. Fix: write Monitoring.prometheusOperator(). [props/type]`],
])('a wrong value is refused: %#', (run, message) => {
  expect(messageOf(run)).toBe(message);
});
