import type { CronJobSpec } from 'kubernetes-types/batch/v1';
import type { Volume } from 'kubernetes-types/core/v1';
import type { ResolvedEnvironment } from '../environment/options';
import { fieldVariable, type JobContainer, jobLabels, renderCronJob } from '../jobs/job';
import type { ManifestOf } from '../kubernetes/manifest';
import { backupKindLabel, backupOfLabel, recoveryPointAnnotation, removeAfterAnnotation } from './labels';
import type { BackupKind, ResolvedBackup } from './options';

/** What differs between engines. */
export interface BackupJobParts {
  readonly container: JobContainer;
  readonly volumes?: readonly Volume[];
  /** Further labels of the pods. @default - none */
  readonly podLabels?: Readonly<Record<string, string>>;
}

/** Name of the job of one kind of backup. */
export function jobName({ name }: ResolvedBackup, kind: BackupKind): string {
  return `${name}-${kind}`;
}

/** Name of the ConfigMap with scripts. */
export function scriptsName({ name }: Pick<ResolvedBackup, 'name'>): string {
  return `${name}-scripts`;
}

/** The CronJob of one kind of backup. */
export function renderBackupJob(
  backup: ResolvedBackup,
  environment: ResolvedEnvironment,
  kind: BackupKind,
  { container, volumes = [], podLabels = {} }: BackupJobParts,
): ManifestOf<CronJobSpec> {
  const labels = { [backupKindLabel]: kind, [backupOfLabel]: backup.cluster.name };
  const schedule = { schedule: backup.times[kind] ?? '', timeZone: backup.timeZone };
  return renderCronJob(environment, schedule, {
    name: jobName(backup, kind),
    podLabels: { ...jobLabels(backup.name), ...labels, ...podLabels },
    labels,
    annotations: {
      [recoveryPointAnnotation]: String(backup.recoveryPoint),
      [removeAfterAnnotation]: String(backup.removeAfterDays),
    },
    containers: [container],
    scripts: scriptsName(backup),
    volumes,
    deadlineSeconds: backup.deadlineSeconds,
    // A second pod goes on where the first one was ended, such as by a drain of its node.
    retries: 2,
  });
}

/** The name of the Job, which says for which minute it was made. */
export const jobNameVariable = fieldVariable('JOB_NAME', "metadata.labels['batch.kubernetes.io/job-name']");

/** Variables of the script that do not depend on the engine. */
export function frameEnv({ cluster, fullGap, deadlineSeconds }: ResolvedBackup, kind: BackupKind) {
  return {
    INSTALLATION: cluster.name,
    KIND: kind,
    REPLICAS: cluster.replicas.map((hosts) => hosts.join(' ')).join('\n'),
    // Clocks that change make one gap of the year an hour longer.
    FULL_AGE: String(fullGap + 3600),
    PATIENCE: '900',
    // Its own deadline comes first, so that it can say what is missing.
    DEADLINE: String(deadlineSeconds - 600),
  };
}
