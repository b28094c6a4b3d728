import {
  BackupSchedule,
  BackupStore,
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Keeper,
  type Operator,
  type Platform,
  Restore,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** A cluster whose volumes were lost: it was made again, is empty, and gets its data back from the newest backup. */
export function invoices(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'invoices', { platform });
  const cluster = new ClickHouseCluster(environment, 'invoices', {
    shards: 2,
    replication: { replicas: 2, keeper: new Keeper(environment, 'keeper') },
    storage: { size: '100Gi' },
  });
  const backup = new BackupSchedule(environment, 'backup', {
    cluster,
    store: BackupStore.s3({
      bucket: 'company-clickhouse-backup',
      region: 'eu-west-1',
      keys: { name: 'backup-writer' },
    }),
    schedule: { full: '0 3 * * *' },
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
  });
  return new Restore(environment, 'after-incident', { cluster, from: backup });
}
