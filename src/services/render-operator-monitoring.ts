import type { Manifest } from '../kubernetes/manifest';
import { renderAlerts } from '../monitoring/alert';
import type { ResolvedMonitoring } from '../monitoring/monitoring';
import { jobOf, renderPodMonitor } from '../monitoring/scrape-target';
import type { Operator } from './operator';
import { type OperatorAlertOptions, resolveOperatorAlerts } from './operator-alert-options';
import { operatorAlerts, operatorPorts } from './operator-alerts';
import { operatorChart } from './operator-values';

/** Who looks at an operator, and when alerts are raised. */
export interface MonitoredOperator {
  readonly operator: Operator;
  readonly monitoring: ResolvedMonitoring;
  readonly alerts?: OperatorAlertOptions;
  readonly gitops?: 'argocd' | 'flux';
}

/**
 * The PodMonitor of an operator and its alerts, in its namespace. Its chart has a ServiceMonitor of its own, which is
 * off unless somebody asks for it: with both, everything is counted twice, under two jobs.
 */
export function renderOperatorMonitoring({
  operator,
  monitoring,
  alerts,
  gitops,
}: MonitoredOperator): readonly Manifest[] {
  const { namespace, podLabels } = operator;
  const environment = { namespace, gitops, monitoring };
  const name = operatorChart.release;
  const thresholds = resolveOperatorAlerts(alerts);
  return [
    renderPodMonitor(name, environment, { podLabels, port: Object.values(operatorPorts) }),
    renderAlerts(name, environment, { operator: name }, operatorAlerts({ job: jobOf(name, namespace), thresholds })),
  ];
}
