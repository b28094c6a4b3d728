import { Monitoring } from 'anyhouse';
import { examples } from '../../../examples/index';
import { resolveEdgeAlerts } from '../../../src/edge/alert-options';
import { renderEdgeMonitoring } from '../../../src/edge/render-monitoring';
import { anyApiServer, makeNamespace, makeNamespacesOf, refusals } from './servers';

const server = anyApiServer();
const target = { name: 'edge', podLabels: { 'anyhouse.dev/edge': 'edge' }, port: 'metrics' };
const { resolved: monitoring } = Monitoring.prometheusOperator({ labels: { release: 'kube-prometheus-stack' } });
const ofEdge = renderEdgeMonitoring(
  { ...target, drainSeconds: 280, alerts: resolveEdgeAlerts() },
  { namespace: 'monitored', monitoring },
);
const ofExample = (examples.find(({ name }) => name === 'monitoring')?.synth('eks') ?? []).filter(
  ({ apiVersion }) => apiVersion === 'monitoring.coreos.com/v1',
);
const rendered = [...ofEdge, ...ofExample];

test('the kinds of prometheus-operator take monitors and alerts of all constructs', async () => {
  await makeNamespace(server, 'monitored');
  await makeNamespacesOf(server, ofExample);
  expect(rendered.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual(
    ['clickhouse-ledger', 'clickhouse-operator', 'edge', 'keeper-keeper']
      .flatMap((name) => [`PodMonitor ${name}`, `PrometheusRule ${name}`])
      .sort(),
  );
  expect(await refusals(server, rendered)).toEqual([]);
});

test('they find what is wrong', async () => {
  const wrong = rendered.map((manifest) => ({ ...manifest, spec: { ...(manifest.spec as object), surplus: 1 } }));
  const refused = expect.stringContaining('spec.surplus: field not declared in schema');
  expect(await refusals(server, wrong)).toEqual(wrong.map(() => refused));
});
