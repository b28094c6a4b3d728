import type { JobSpec } from 'kubernetes-types/batch/v1';
import type { EnvVar } from 'kubernetes-types/core/v1';
import type { NetworkPolicyEgressRule, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import { clickhouseLabels } from '../../altinity/labels';
import type { ResolvedEnvironment } from '../../environment/options';
import { type JobContainer, jobLabels, renderJob, renderJobPolicy, scriptsDirectory } from '../../jobs/job';
import type { ManifestOf } from '../../kubernetes/manifest';
import { authorityMount, authorityPath, authorityVolumes } from '../authority';
import { backupSecret, secretVariable } from '../backup-secret';
import { sidecarPort } from '../sidecar/contribution';
import { restoreSecret, restoreUser } from './contribution';
import type { ResolvedRestore } from './options';
import { shortHash } from './resolve';

/** Label of jobs that restore: the installation that they fill. */
export const restoreIntoLabel = 'anyhouse.dev/restore-into';

/** Name of the ConfigMap with the script and its statements. */
export function restoreScriptsName({ name }: Pick<ResolvedRestore, 'name'>): string {
  return `${name}-scripts`;
}

/**
 * The job. It is never removed by itself (no `ttlSecondsAfterFinished`), or a GitOps tool would make it again; it is never tried
 * again by itself, for what a first try has left is for a person to look at.
 */
export function renderRestoreJob(restore: ResolvedRestore, environment: ResolvedEnvironment): ManifestOf<JobSpec> {
  const { name, cluster, deadlineSeconds } = restore;
  const labels = { [restoreIntoLabel]: cluster.name };
  return renderJob(environment, {
    name,
    podLabels: { ...jobLabels(name), ...labels },
    labels,
    containers: [container(restore)],
    scripts: restoreScriptsName(restore),
    volumes: authorityVolumes(cluster),
    deadlineSeconds,
    retries: 0,
  });
}

/** The job under a name that tells its content: Kubernetes never changes a job, so that a changed one is another one. */
export function withHashedName(job: ManifestOf<JobSpec>): ManifestOf<JobSpec> {
  return { ...job, metadata: { ...job.metadata, name: `${job.metadata.name}-${shortHash(job.spec)}` } };
}

/** What its pods may reach: the servers and what runs beside them. */
export function renderRestorePolicy(
  restore: ResolvedRestore,
  environment: ResolvedEnvironment,
  dns: readonly NetworkPolicyEgressRule[],
): ManifestOf<NetworkPolicySpec> {
  const { name, cluster } = restore;
  const podSelector = { matchLabels: clickhouseLabels(cluster.name) };
  const ports = portsOf(restore).map((port) => ({ protocol: 'TCP', port }));
  return renderJobPolicy(environment, name, jobLabels(name), [...dns, { to: [{ podSelector }], ports }]);
}

function portsOf({ sqlPort, reader }: ResolvedRestore): readonly number[] {
  return [sqlPort, ...(reader.engine === 'sidecar' ? [sidecarPort.port] : [])];
}

/** Variables of the script. */
export function restoreEnv(restore: ResolvedRestore): readonly EnvVar[] {
  const { mark, backup, installation, cluster, databases, deadlineSeconds, sqlPort, reader } = restore;
  const tls = cluster.tlsSecret !== undefined;
  const values = {
    JOB: mark,
    BACKUP: backup,
    INSTALLATION: installation,
    REPLICAS: cluster.replicas.map((hosts) => hosts.join(' ')).join('\n'),
    SCRIPTS: scriptsDirectory,
    SCHEME: tls ? 'https' : 'http',
    ...(tls && { CA: authorityPath }),
    SQL_PORT: String(sqlPort),
    SQL_USER: restoreUser,
    // Its own deadline comes first, so that it can say what is missing.
    PATIENCE: String(deadlineSeconds - 600),
    ...(reader.engine === 'sidecar' &&
      databases && { TABLES: `&table=${databases.map((one) => `${one}.*`).join(',')}` }),
  };
  const login = backupSecret(cluster.name);
  const sql = restoreSecret(cluster.name);
  return [
    ...Object.entries(values).map(([name, value]): EnvVar => ({ name, value })),
    secretVariable('SQL_PASSWORD', sql.name, sql.passwordKey),
    ...(reader.engine === 'sidecar'
      ? [
          secretVariable('API_USERNAME', login.name, login.usernameKey),
          secretVariable('API_PASSWORD', login.name, login.passwordKey),
        ]
      : []),
  ];
}

function container(restore: ResolvedRestore): JobContainer {
  return {
    name: 'restore',
    image: restore.image,
    command: ['sh', `${scriptsDirectory}/restore.sh`],
    env: [...restoreEnv(restore)],
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
    ...authorityMount(restore.cluster),
  };
}
