import { keeperLabels } from '../altinity/labels';
import type { ResolvedEnvironment } from '../environment/options';
import type { Manifest } from '../kubernetes/manifest';
import { renderAlerts } from '../monitoring/alert';
import { metricsPort } from '../monitoring/endpoint';
import { jobOf, renderPodMonitor } from '../monitoring/scrape-target';
import { keeperAlerts } from './alerts/alerts';
import type { ResolvedKeeper } from './options';

/** The PodMonitor of a quorum and its alerts: nothing where nobody monitors. */
export function renderKeeperMonitoring(
  keeper: ResolvedKeeper,
  { namespace, gitops, monitoring }: ResolvedEnvironment,
): readonly Manifest[] {
  if (!monitoring) return [];
  const environment = { namespace, gitops, monitoring };
  const name = `keeper-${keeper.name}`;
  const alerts = keeperAlerts({
    name: keeper.name,
    namespace,
    job: jobOf(name, namespace),
    members: keeper.members.length,
    thresholds: keeper.alerts,
  });
  return [
    renderPodMonitor(name, environment, { podLabels: keeperLabels(keeper.name), port: metricsPort.name }),
    renderAlerts(name, environment, { keeper: keeper.name }, alerts),
  ];
}
