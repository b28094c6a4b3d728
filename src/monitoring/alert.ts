import type { ManifestOf } from '../kubernetes/manifest';
import { type MonitoredEnvironment, monitoringMetadata } from './monitored';

/** How urgent an alert is: `critical` wakes somebody up, `warning` is for working hours, `info` explains others. */
export type AlertSeverity = 'critical' | 'warning' | 'info';

/** Something that somebody should know. */
export interface Alert {
  /** Its name, also the heading in its runbook. Alerts of two severities may share it. */
  readonly name: string;
  /** PromQL, which has a value while the alert holds. */
  readonly expression: string;
  /** How long it holds before the alert is raised: `5m`. */
  readonly for: string;
  /** How urgent it is. */
  readonly severity: AlertSeverity;
  /** What is wrong, in one line. May use `{{ $labels.pod }}` and `{{ $value }}`. */
  readonly summary: string;
  /** What it means for users. */
  readonly description: string;
  /** Page in `docs/runbooks` of this library. */
  readonly runbook: 'edge' | 'clickhouse' | 'keeper' | 'operator' | 'backup' | 'restore' | 'schedule';
}

/** A group of alerts of prometheus-operator. */
export interface PrometheusRuleSpec {
  /** Evaluated together. */
  readonly groups: readonly {
    readonly name: string;
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly for: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly annotations: Readonly<Record<string, string>>;
    }[];
  }[];
}

const runbooks = 'https://github.com/anyhouse/anyhouse/blob/main/docs/runbooks';

/** Where the runbook of an alert is read. Anchors are made as GitHub makes them. */
export function runbookOf({ name, runbook }: Alert): string {
  return `${runbooks}/${runbook}.md#${name.toLowerCase()}`;
}

/**
 * Alerts as one PrometheusRule. All have the label `namespace`, which routes of an AlertmanagerConfig look at.
 * @param labels further labels of all alerts, such as the construct that they are about
 */
export function renderAlerts(
  name: string,
  environment: MonitoredEnvironment,
  labels: Readonly<Record<string, string>>,
  alerts: readonly Alert[],
): ManifestOf<PrometheusRuleSpec> {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: monitoringMetadata(name, environment),
    spec: {
      groups: [
        {
          name,
          rules: alerts.map((alert) => ({
            alert: alert.name,
            expr: alert.expression,
            for: alert.for,
            labels: { severity: alert.severity, namespace: environment.namespace, ...labels },
            annotations: {
              summary: alert.summary,
              description: alert.description,
              runbook_url: runbookOf(alert),
            },
          })),
        },
      ],
    },
  };
}
