import type { Alert } from '../monitoring/alert';
import type { ResolvedOperatorAlerts } from './operator-alert-options';

/** Names of the ports of the operator's pod: what it did, and what it read from servers. Its chart calls them so. */
export const operatorPorts = { operator: 'op-metrics', exporter: 'ch-metrics' } as const;

/** What the alerts of the operator are about. */
export interface AlertedOperator {
  /** Label `job` of its metrics, which no other one has: `clickhouse-operator/clickhouse-operator`. */
  readonly job: string;
  readonly thresholds: ResolvedOperatorAlerts;
}

/**
 * Alerts of the operator, from its own metrics and those of its exporter, which leaves out installations that are
 * stopped. Both know the namespace of an installation; Prometheus calls it `exported_namespace`.
 * @see https://github.com/Altinity/clickhouse-operator/blob/0.26.0/pkg/controller/chi/metrics/metrics.go
 * @see https://github.com/Altinity/clickhouse-operator/blob/0.26.0/pkg/metrics/clickhouse/prometheus_writer.go
 */
export function operatorAlerts({ job, thresholds }: AlertedOperator): readonly Alert[] {
  const { downMinutes, abortedReconciles, failedHosts } = thresholds;
  const silent = (endpoint: string) => `absent(up{job="${job}",endpoint="${endpoint}"} == 1)`;
  const inAnHour = (counter: string) =>
    `max by (exported_namespace, chi) (increase(clickhouse_operator_${counter}{job="${job}"}[1h]))`;
  const installation = '{{ $labels.exported_namespace }}/{{ $labels.chi }}';
  const alerts: readonly Omit<Alert, 'runbook' | 'severity'>[] = [
    {
      name: 'OperatorDown',
      expression: silent(operatorPorts.operator),
      for: `${downMinutes}m`,
      summary: 'The ClickHouse operator does not answer.',
      description: 'Databases go on. Changes, starts and stops wait, and what is deleted by hand is not made anew.',
    },
    {
      name: 'OperatorExporterDown',
      expression: silent(operatorPorts.exporter),
      for: `${downMinutes}m`,
      summary: 'The exporter of the ClickHouse operator does not answer.',
      description: 'Metrics of single tables and of queries are missing, and alerts on them cannot be raised.',
    },
    {
      name: 'OperatorFetchErrors',
      expression: `max by (exported_namespace, chi, hostname) (chi_clickhouse_metric_fetch_errors{job="${job}"}) > 0`,
      for: `${downMinutes}m`,
      summary: `The exporter of the ClickHouse operator cannot read from {{ $labels.hostname }} of ${installation}.`,
      description: 'The operator uses the same way: it cannot bring users, tables and restarts to that server either.',
    },
    {
      name: 'OperatorReconcileAborted',
      expression: `${inAnHour('chi_reconciles_aborted')} > ${abortedReconciles}`,
      for: '1m',
      summary: `The ClickHouse operator has given up a change of ${installation}.`,
      description: 'A part of it may be in place. It is not tried again until the installation changes once more.',
    },
    {
      name: 'OperatorReconcileErrors',
      expression: `${inAnHour('host_reconciles_errors')} > ${failedHosts}`,
      for: '1m',
      summary: `The ClickHouse operator fails to bring a host of ${installation} to what was asked for.`,
      description: 'A pod does not start or does not get ready in time, or its StatefulSet cannot be changed.',
    },
  ];
  // Nobody is cut off by any of these, so that none is worth waking up for.
  return alerts.map((alert) => ({ ...alert, severity: 'warning', runbook: 'operator' }));
}
