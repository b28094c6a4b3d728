import { clickhouseLabels } from '../altinity/labels';
import type { ResolvedEnvironment } from '../environment/options';
import type { Manifest } from '../kubernetes/manifest';
import { renderAlerts } from '../monitoring/alert';
import { metricsPort } from '../monitoring/endpoint';
import { jobOf, renderPodMonitor } from '../monitoring/scrape-target';
import { type AlertedCluster, clickHouseAlerts } from './alerts/alerts';
import type { ResolvedCluster } from './options';
import { diskNames } from './storage/render-storage';

/** The PodMonitor of a cluster and its alerts: nothing where nobody monitors. */
export function renderClusterMonitoring(
  cluster: ResolvedCluster,
  { namespace, gitops, monitoring, tls }: ResolvedEnvironment,
): readonly Manifest[] {
  if (!monitoring) return [];
  const environment = { namespace, gitops, monitoring };
  const name = `clickhouse-${cluster.name}`;
  const { request, secret } = cluster.publicCertificate ?? {};
  const alerted: AlertedCluster = {
    name: cluster.name,
    namespace,
    job: jobOf(name, namespace),
    disks: diskNames(cluster),
    replicated: cluster.keeper !== undefined,
    certificates: [...(tls?.certManager ? [tls.secret] : []), ...(request && secret !== undefined ? [secret] : [])],
    thresholds: cluster.alerts,
  };
  const target = { podLabels: clickhouseLabels(cluster.name), port: metricsPort.name };
  return [
    renderPodMonitor(name, environment, target),
    renderAlerts(name, environment, { clickhouse: cluster.name }, clickHouseAlerts(alerted)),
  ];
}
