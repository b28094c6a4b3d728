import {
  BackupSchedule,
  BackupStore,
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Identity,
  Keeper,
  Monitoring,
  type Operator,
  type Platform,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** What belongs to a cloud: the bucket for backups, and who may write to it. */
function cloudOf(platform: Platform): { readonly store: BackupStore; readonly identity?: Identity } {
  switch (platform.name) {
    case 'eks':
      return {
        store: BackupStore.s3({
          bucket: 'company-clickhouse-backup',
          region: 'eu-west-1',
          role: 'arn:aws:iam::123456789012:role/clickhouse-backup',
        }),
        identity: Identity.awsRole('arn:aws:iam::123456789012:role/clickhouse'),
      };
    case 'gke':
      return {
        store: BackupStore.gcs({ bucket: 'company-clickhouse-backup' }),
        identity: Identity.googleServiceAccount('clickhouse@company-data.iam.gserviceaccount.com'),
      };
    default:
      return {
        store: BackupStore.s3({
          bucket: 'backup',
          endpoint: 'http://minio.minio:9000',
          keys: { name: 'minio-keys' },
          encryption: 'bucket',
        }),
      };
  }
}

/** Two shards, backed up every night: in full on Sundays, what is new on other days. */
export function bookings(app: App, platform: Platform, operator?: Operator) {
  const { store, identity } = cloudOf(platform);
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'bookings', {
    platform,
    monitoring: Monitoring.prometheusOperator({ labels: { release: 'kube-prometheus-stack' } }),
  });
  const cluster = new ClickHouseCluster(environment, 'bookings', {
    shards: 2,
    replication: { replicas: 2, keeper: new Keeper(environment, 'keeper') },
    storage: { size: '200Gi' },
    identity,
    databases: ['bookings'],
  });
  return new BackupSchedule(environment, 'backup', {
    cluster,
    store,
    schedule: { full: '0 3 * * 0', increment: '0 3 * * 1-6' },
    timeZone: 'Europe/Berlin',
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
    throttle: '100Mi',
  });
}
