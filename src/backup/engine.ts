import type { CronJobSpec } from 'kubernetes-types/batch/v1';
import type { NetworkPolicyEgressRule, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import type { ClusterContribution } from '../clickhouse/contribution';
import type { ResolvedCluster } from '../clickhouse/options';
import type { ResolvedEnvironment } from '../environment/options';
import type { Manifest, ManifestOf } from '../kubernetes/manifest';
import type { BackupKind, ResolvedBackup } from './options';

/** How backups are made. */
export interface BackupEngine {
  /** Scripts of the jobs, by file name. */
  readonly scripts: Readonly<Record<string, string>>;
  /** What the cluster needs for it. */
  contribution(
    by: string,
    backup: ResolvedBackup,
    cluster: ResolvedCluster,
    environment: ResolvedEnvironment,
  ): ClusterContribution;
  /** The job of one kind of backup. */
  job(backup: ResolvedBackup, environment: ResolvedEnvironment, kind: BackupKind): ManifestOf<CronJobSpec>;
  /** What the pods of jobs may reach. */
  policy(
    backup: ResolvedBackup,
    environment: ResolvedEnvironment,
    dns: readonly NetworkPolicyEgressRule[],
  ): ManifestOf<NetworkPolicySpec>;
  /** Further objects. */
  objects(backup: ResolvedBackup, environment: ResolvedEnvironment): readonly Manifest[];
}
