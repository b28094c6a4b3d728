import { clickhouseLabels } from '../altinity/labels';
import type { ResolvedEnvironment } from '../environment/options';
import type { Manifest } from '../kubernetes/manifest';
import { renderAlerts } from '../monitoring/alert';
import type { MonitoredEnvironment } from '../monitoring/monitored';
import { jobOf, renderPodMonitor } from '../monitoring/scrape-target';
import { backupAlerts } from './alerts';
import { backupSecret } from './backup-secret';
import type { BackupKind, ResolvedBackup } from './options';
import { jobName } from './render-job';
import { sidecarPort } from './sidecar/contribution';

/** The PodMonitor of clickhouse-backup beside the servers, and alerts: nothing where nobody monitors. */
export function renderBackupMonitoring(
  backup: ResolvedBackup,
  { namespace, gitops, monitoring }: Pick<ResolvedEnvironment, 'namespace' | 'gitops' | 'monitoring'>,
): readonly Manifest[] {
  if (!monitoring) return [];
  const environment = { namespace, gitops, monitoring };
  const { name, engine, cluster, fullGap, alerts: thresholds } = backup;
  const alerts = backupAlerts({
    namespace,
    cluster: cluster.name,
    jobs: Object.keys(backup.times).map((kind) => jobName(backup, kind as BackupKind)),
    ...(engine === 'sidecar' && { sidecarJob: jobOf(name, namespace) }),
    fullGap,
    thresholds,
  });
  return [
    ...(engine === 'sidecar' ? [renderMonitor(backup, environment)] : []),
    renderAlerts(name, environment, { backup: name, clickhouse: cluster.name }, alerts),
  ];
}

/** The API asks for a login also for its metrics, and has the certificate of the server, which is for `localhost`, too. */
function renderMonitor({ name, cluster }: ResolvedBackup, environment: MonitoredEnvironment): Manifest {
  const target = { podLabels: clickhouseLabels(cluster.name), port: sidecarPort.name };
  const monitor = renderPodMonitor(name, environment, target);
  const { name: secret, usernameKey, passwordKey } = backupSecret(cluster.name);
  const login = {
    basicAuth: { username: { name: secret, key: usernameKey }, password: { name: secret, key: passwordKey } },
  };
  const tls = cluster.tlsSecret !== undefined && {
    scheme: 'https',
    tlsConfig: { ca: { secret: { name: cluster.tlsSecret, key: 'ca.crt' } }, serverName: 'localhost' },
  };
  const { podMetricsEndpoints, ...spec } = monitor.spec;
  return {
    ...monitor,
    spec: { ...spec, podMetricsEndpoints: podMetricsEndpoints.map((each) => ({ ...each, ...tls, ...login })) },
  };
}
