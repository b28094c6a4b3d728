import type { ResolvedEnvironment } from '../environment/options';
import type { Manifest } from '../kubernetes/manifest';
import { renderAlerts } from '../monitoring/alert';
import { jobOf, renderPodMonitor, type ScrapeTarget } from '../monitoring/scrape-target';
import type { ResolvedEdgeAlerts } from './alert-options';
import { edgeAlerts } from './alerts';
import { gatewayLabels } from './gateway-objects';
import type { ResolvedGateway } from './options';

/** An edge that may be monitored. */
export interface MonitoredEdge extends ScrapeTarget {
  /** Name of the gateway, and of what is rendered. */
  readonly name: string;
  /** How long a pod that ends keeps its open streams. */
  readonly drainSeconds: number;
  /** Thresholds. */
  readonly alerts: ResolvedEdgeAlerts;
}

/**
 * The PodMonitor of an edge and its alerts: nothing where nobody monitors. Its network policy has to admit Prometheus
 * (`prometheusIngress`).
 */
export function renderEdgeMonitoring(
  { name, drainSeconds, alerts, ...target }: MonitoredEdge,
  { namespace, gitops, monitoring }: Pick<ResolvedEnvironment, 'namespace' | 'gitops' | 'monitoring'>,
): readonly Manifest[] {
  if (!monitoring) return [];
  const environment = { namespace, gitops, monitoring };
  return [
    renderPodMonitor(name, environment, target),
    renderAlerts(
      name,
      environment,
      { edge: name },
      edgeAlerts({ job: jobOf(name, namespace), drainSeconds, thresholds: alerts }),
    ),
  ];
}

/** The same for the pods of a gateway. */
export function renderGatewayMonitoring(
  gateway: ResolvedGateway,
  environment: ResolvedEnvironment,
): readonly Manifest[] {
  const { name, drainSeconds, alerts } = gateway;
  const target = { podLabels: gatewayLabels(name), port: 'metrics' };
  return renderEdgeMonitoring({ name, drainSeconds, alerts, ...target }, environment);
}
