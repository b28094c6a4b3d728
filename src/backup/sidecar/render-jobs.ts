import type { CronJobSpec } from 'kubernetes-types/batch/v1';
import type { EnvVar } from 'kubernetes-types/core/v1';
import type { NetworkPolicyEgressRule, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import { clickhouseLabels } from '../../altinity/labels';
import type { ResolvedEnvironment } from '../../environment/options';
import { type JobContainer, jobLabels, renderJobPolicy, scriptsDirectory } from '../../jobs/job';
import type { ManifestOf } from '../../kubernetes/manifest';
import { authorityMount, authorityPath, authorityVolumes } from '../authority';
import { backupSecret, secretVariable } from '../backup-secret';
import type { BackupKind, ResolvedBackup } from '../options';
import { frameEnv, jobNameVariable, renderBackupJob } from '../render-job';
import { sidecarPort } from './contribution';

/** The job of one kind of backup, which tells clickhouse-backup beside the servers what to do. */
export function renderSidecarJob(
  backup: ResolvedBackup,
  environment: ResolvedEnvironment,
  kind: BackupKind,
): ManifestOf<CronJobSpec> {
  return renderBackupJob(backup, environment, kind, {
    container: container(backup, kind),
    volumes: authorityVolumes(backup.cluster),
  });
}

/** What the jobs may reach: the API beside the servers. */
export function renderSidecarPolicy(
  { name, cluster }: ResolvedBackup,
  environment: ResolvedEnvironment,
  dns: readonly NetworkPolicyEgressRule[],
): ManifestOf<NetworkPolicySpec> {
  const podSelector = { matchLabels: clickhouseLabels(cluster.name) };
  const ports = [{ protocol: 'TCP', port: sidecarPort.port }];
  return renderJobPolicy(environment, name, jobLabels(name), [...dns, { to: [{ podSelector }], ports }]);
}

function container(backup: ResolvedBackup, kind: BackupKind): JobContainer {
  const { image, cluster } = backup;
  const secret = backupSecret(cluster.name);
  const values = {
    ...frameEnv(backup, kind),
    SCHEME: cluster.tlsSecret === undefined ? 'http' : 'https',
    ...(cluster.tlsSecret !== undefined && { CA: authorityPath }),
  };
  return {
    name: 'backup',
    image,
    command: ['sh', `${scriptsDirectory}/backup.sh`],
    env: [
      jobNameVariable,
      ...Object.entries(values).map(([name, value]): EnvVar => ({ name, value })),
      secretVariable('API_USERNAME', secret.name, secret.usernameKey),
      secretVariable('API_PASSWORD', secret.name, secret.passwordKey),
    ],
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
    ...authorityMount(cluster),
  };
}
