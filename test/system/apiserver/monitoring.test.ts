import { Monitoring } from 'anyhouse';
import { resolveEdgeAlerts } from '../../../src/edge/alert-options';
import { renderEdgeMonitoring } from '../../../src/edge/render-monitoring';
import { anyApiServer, makeNamespace, refusals } from './servers';

const server = anyApiServer();
const target = { name: 'edge', podLabels: { 'anyhouse.dev/edge': 'edge' }, port: 'metrics' };
const { resolved: monitoring } = Monitoring.prometheusOperator({ labels: { release: 'kube-prometheus-stack' } });
const rendered = renderEdgeMonitoring(
  { ...target, drainSeconds: 280, alerts: resolveEdgeAlerts() },
  { namespace: 'monitored', monitoring },
);

test('the kinds of prometheus-operator take monitors and alerts', async () => {
  await makeNamespace(server, 'monitored');
  expect(rendered.map(({ kind }) => kind)).toEqual(['PodMonitor', 'PrometheusRule']);
  expect(await refusals(server, rendered)).toEqual([]);
});

test('they find what is wrong', async () => {
  const wrong = rendered.map((manifest) => ({ ...manifest, spec: { ...(manifest.spec as object), surplus: 1 } }));
  const refused = 'spec.surplus: field not declared in schema';
  expect(await refusals(server, wrong)).toEqual([expect.stringContaining(refused), expect.stringContaining(refused)]);
});
