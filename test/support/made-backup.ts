import {
  BackupSchedule,
  type BackupScheduleProps,
  BackupStore,
  ClickHouseCluster,
  type ClickHouseClusterProps,
  Environment,
  type EnvironmentProps,
  Identity,
  Keeper,
  Platform,
} from 'anyhouse';
import { App, Testing } from 'cdk8s';
import type { Manifest } from '../../src/kubernetes/manifest';

export const eks = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] });
export const identity = Identity.awsRole('arn:aws:iam::123456789012:role/clickhouse');
export const bucket = BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1' });
export const weekly = { full: '0 3 * * 0', increment: '0 3 * * 1-6' };
export const month = { days: 30, removedBy: 'bucket-lifecycle' } as const;

/** Other props of what stands around a schedule. */
export interface Around {
  readonly environment?: Partial<EnvironmentProps>;
  readonly cluster?: Partial<ClickHouseClusterProps>;
}

/** A schedule of a cluster with two shards on EKS, and what comes of it. */
export function madeBackup(props: Partial<BackupScheduleProps> = {}, around: Around = {}) {
  const environment = new Environment(new App(), 'analytics', {
    platform: eks,
    stage: 'development',
    ...around.environment,
  });
  const cluster = new ClickHouseCluster(environment, 'events', {
    shards: 2,
    replication: { replicas: 2, keeper: new Keeper(environment, 'keeper') },
    storage: { size: '100Gi' },
    identity,
    ...around.cluster,
  });
  const given = { cluster, store: bucket, schedule: weekly, retention: month, ...props };
  const backup = new BackupSchedule(environment, 'backup', given);
  const synth = () => Testing.synth(environment) as Manifest[];
  const named = (kind: string, name: string) =>
    synth().find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  return { environment, cluster, backup, synth, named };
}
