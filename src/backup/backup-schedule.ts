import { Construct } from 'constructs';
import { Environment } from '../environment/environment';
import { ApiObject } from '../kubernetes/api-object';
import type { Manifest } from '../kubernetes/manifest';
import type { BackupKind, BackupScheduleProps, ResolvedBackup } from './options';

const scheduleSymbol = Symbol.for('anyhouse.BackupSchedule');

const parts = () => require('./parts') as typeof import('./parts');

/**
 * Backups of a cluster: full ones and increments, of one replica of each shard, into a bucket of their own.
 *
 * ```ts
 * new BackupSchedule(environment, 'backup', {
 *   cluster: events,
 *   store: BackupStore.s3({ bucket: 'company-clickhouse-backup', region: 'eu-west-1' }),
 *   schedule: { full: '0 3 * * 0', increment: '0 3 * * 1-6' },
 *   timeZone: 'Europe/Berlin',
 *   retention: { days: 30, removedBy: 'bucket-lifecycle' },
 * });
 * ```
 *
 * clickhouse-backup runs beside each server. Adding the first schedule to a running cluster therefore restarts its servers,
 * one after the other. There is no recovery to a point in time: {@link recoveryPointSeconds} is what can be lost.
 */
export class BackupSchedule extends Construct {
  /** Whether a value is a BackupSchedule, also one of another copy of this library. */
  static isBackupSchedule(value: unknown): value is BackupSchedule {
    return typeof value === 'object' && value !== null && scheduleSymbol in value;
  }

  /** Name of its jobs, before the kind: `backup-full`. */
  readonly name: string;
  /** Folders of the store in which backups lie, one for each shard: what a rule of the bucket is for. */
  readonly paths: readonly string[];
  /** Secrets that have to be there: `anyhouse credentials` prints the first one. */
  readonly secretNames: readonly string[];
  /** Seconds between two backups at most: what is lost with the cluster, at most. */
  readonly recoveryPointSeconds: number;
  /** Days after which the bucket may remove an object: the retention, and what increments build on. */
  readonly removeAfterDays: number;
  /** Names of the CronJobs. */
  readonly jobNames: readonly string[];
  /** What is backed up. */
  readonly cluster: BackupScheduleProps['cluster'];
  /**
   * All defaults applied. Plain data.
   * @internal
   */
  readonly resolved: ResolvedBackup;

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: BackupScheduleProps) {
    super(scope, id);
    Object.defineProperty(this, scheduleSymbol, { value: true });
    const part = parts();
    const environment = Environment.of(this);
    const { resolved: place } = environment;
    const backup = part.resolveBackup(this.node.path, id, place, props);
    part.claimBackups(this.node.path, props.cluster, backup);
    const engine = part.engines[backup.engine];
    props.cluster.contribute(
      engine.contribution(`BackupSchedule '${this.node.path}'`, backup, props.cluster.resolved, place),
    );
    this.jobNames = this.emit(backup, props, environment);
    this.name = backup.name;
    this.cluster = props.cluster;
    this.resolved = backup;
    this.paths = part.foldersOf(backup);
    this.secretNames = part.secretsOf(backup);
    this.recoveryPointSeconds = backup.recoveryPoint;
    this.removeAfterDays = backup.removeAfterDays;
  }

  /** Policy, scripts, jobs and alerts; gives the names of the jobs. */
  private emit(backup: ResolvedBackup, props: BackupScheduleProps, environment: Environment): readonly string[] {
    const part = parts();
    const { resolved: place } = environment;
    const engine = part.engines[backup.engine];
    const transform = { fullJob: same, incrementJob: same, policy: same, ...props.transform };
    const kinds = Object.keys(backup.times) as BackupKind[];
    const jobs = kinds.map((kind) => transform[`${kind}Job`](engine.job(backup, place, kind)));
    const others: readonly Manifest[] = [
      transform.policy(engine.policy(backup, place, environment.dnsEgress)),
      part.renderScripts(place, part.scriptsName(backup), engine.scripts),
      ...engine.objects(backup, place),
      ...part.renderBackupMonitoring(backup, place),
    ];
    const origin = part.backupOrigin(this.node.path);
    for (const manifest of others) new ApiObject(this, manifest.kind.toLowerCase(), manifest, { origin });
    for (const [index, job] of jobs.entries()) new ApiObject(this, `${kinds[index]}-job`, job, { origin });
    environment.acknowledge(props.acknowledge, ...others, ...jobs);
    if (backup.engine === 'sidecar') part.showOnDashboards(environment, part.backupDashboard, backup.name, backup.name);
    return jobs.map(({ metadata }) => metadata.name);
  }
}

function same<T>(manifest: T): T {
  return manifest;
}
