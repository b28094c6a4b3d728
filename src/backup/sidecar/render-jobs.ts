import type { CronJobSpec } from 'kubernetes-types/batch/v1';
import type { EnvVar } from 'kubernetes-types/core/v1';
import type { NetworkPolicyEgressRule, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import { clickhouseLabels } from '../../altinity/labels';
import type { ResolvedEnvironment } from '../../environment/options';
import { type JobContainer, jobLabels, renderJobPolicy, scriptsDirectory } from '../../jobs/job';
import type { ManifestOf } from '../../kubernetes/manifest';
import { backupSecret, secretVariable } from '../backup-secret';
import type { BackupKind, ResolvedBackup } from '../options';
import { renderBackupJob } from '../render-job';
import { sidecarPort } from './contribution';

/** Where the certificate of the authority lies. */
const authority = '/authority';

/** The job of one kind of backup, which tells clickhouse-backup beside the servers what to do. */
export function renderSidecarJob(
  backup: ResolvedBackup,
  environment: ResolvedEnvironment,
  kind: BackupKind,
): ManifestOf<CronJobSpec> {
  const { tlsSecret } = backup.cluster;
  const volumes = tlsSecret === undefined ? [] : [authorityVolume(tlsSecret)];
  return renderBackupJob(backup, environment, kind, { container: container(backup, kind), volumes });
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

function container({ image, cluster, ...backup }: ResolvedBackup, kind: BackupKind): JobContainer {
  const secret = backupSecret(cluster.name);
  const { tlsSecret } = cluster;
  const values = {
    INSTALLATION: cluster.name,
    KIND: kind,
    REPLICAS: cluster.replicas.map((hosts) => hosts.join(' ')).join('\n'),
    SCHEME: tlsSecret === undefined ? 'http' : 'https',
    ...(tlsSecret !== undefined && { CA: `${authority}/ca.crt` }),
    // Clocks that change make one gap of the year an hour longer.
    FULL_AGE: String(backup.fullGap + 3600),
    PATIENCE: '900',
    // Its own deadline comes first, so that it can say what is missing.
    DEADLINE: String(backup.deadlineSeconds - 600),
  };
  return {
    name: 'backup',
    image,
    command: ['sh', `${scriptsDirectory}/backup.sh`],
    env: [
      { name: 'JOB_NAME', valueFrom: { fieldRef: { fieldPath: "metadata.labels['batch.kubernetes.io/job-name']" } } },
      ...Object.entries(values).map(([name, value]): EnvVar => ({ name, value })),
      secretVariable('API_USERNAME', secret.name, secret.usernameKey),
      secretVariable('API_PASSWORD', secret.name, secret.passwordKey),
    ],
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
    ...(tlsSecret !== undefined && { volumeMounts: [{ name: 'authority', mountPath: authority, readOnly: true }] }),
  };
}

/** The certificate only: the Secret also holds the key of the servers. */
function authorityVolume(secretName: string) {
  return { name: 'authority', secret: { secretName, items: [{ key: 'ca.crt', path: 'ca.crt' }] } };
}
