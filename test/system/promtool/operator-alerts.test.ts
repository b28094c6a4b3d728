import fc from 'fast-check';
import { type OperatorAlertOptions, resolveOperatorAlerts } from '../../../src/services/operator-alert-options';
import { operatorAlerts } from '../../../src/services/operator-alerts';
import { operatorAlerts as randomAlerts } from '../../support/random-alerts';
import { type AlertCase, testAlerts } from './alert-cases';
import { podMetric, rulesOf } from './metrics';
import { checkRules } from './promtool';

const job = 'clickhouse-operator/clickhouse-operator';
const labels = { namespace: 'clickhouse-operator', operator: 'clickhouse-operator' };
const rules = (given?: OperatorAlertOptions) =>
  rulesOf(operatorAlerts({ job, thresholds: resolveOperatorAlerts(given) }), labels);

const own = (endpoint: string) => `container="main",endpoint="${endpoint}"`;
const up = (endpoint: string) => podMetric('up', job, 'operator-a', own(endpoint));
const installation = 'exported_namespace="analytics",chi="events"';
const counter = (name: string) =>
  podMetric(`clickhouse_operator_${name}`, job, 'operator-a', `${own('op-metrics')},${installation}`);
const fetched = podMetric(
  'chi_clickhouse_metric_fetch_errors',
  job,
  'operator-a',
  `${own('ch-metrics')},${installation},hostname="chi-events-main-0-0",fetch_type="system.metrics"`,
);
const of = { exported_namespace: 'analytics', chi: 'events' };

const silent = (alert: string, endpoint: string, summary: string): AlertCase => ({
  ...{ alert, severity: 'warning', summary, after: ['9m', '11m'] },
  firing: { [up(endpoint)]: '0x60' },
  quiet: { [up(endpoint)]: '1x60' },
});
const counted = (alert: string, name: string, summary: string): AlertCase => ({
  ...{ alert, severity: 'warning', summary, after: ['1m', '4m'], labels: of },
  firing: { [counter(name)]: '0+1x60' },
  quiet: { [counter(name)]: '5x60' },
});

const cases: readonly AlertCase[] = [
  silent('OperatorDown', 'op-metrics', 'The ClickHouse operator does not answer.'),
  silent('OperatorExporterDown', 'ch-metrics', 'The exporter of the ClickHouse operator does not answer.'),
  {
    ...{ alert: 'OperatorFetchErrors', severity: 'warning', after: ['9m', '11m'] },
    firing: { [fetched]: '1x60' },
    quiet: { [fetched]: '0x60' },
    summary: 'The exporter of the ClickHouse operator cannot read from chi-events-main-0-0 of analytics/events.',
    labels: { ...of, hostname: 'chi-events-main-0-0' },
  },
  counted(
    'OperatorReconcileAborted',
    'chi_reconciles_aborted',
    'The ClickHouse operator has given up a change of analytics/events.',
  ),
  counted(
    'OperatorReconcileErrors',
    'host_reconciles_errors',
    'The ClickHouse operator fails to bring a host of analytics/events to what was asked for.',
  ),
];

testAlerts({
  rules: rules(),
  cases,
  labels,
  healthy: { [up('op-metrics')]: '1x60', [up('ch-metrics')]: '1x60' },
  ofOthers: (series) => [
    series.replaceAll(job, 'operators/clickhouse-operator'),
    series.replaceAll(job, 'clickhouse-operator/clickhouse-operator2'),
  ],
});

test('Prometheus takes the rules with any thresholds that are allowed', () => {
  fc.assert(
    fc.property(randomAlerts, (given) => checkRules(rules(given)) === ''),
    { numRuns: 20 },
  );
});
