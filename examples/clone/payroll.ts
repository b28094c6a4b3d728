import {
  BackupSchedule,
  BackupStore,
  ClickHouseCluster,
  Clone,
  ClusterServices,
  Environment,
  Keeper,
  Monitoring,
  type Operator,
  type Platform,
  RestoreDrill,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** The bucket for backups, as who holds certain keys sees it. */
function bucket(keys: string) {
  return BackupStore.s3({ bucket: 'company-clickhouse-backup', region: 'eu-west-1', keys: { name: keys } });
}

/** A cluster with backups, a copy of it to try things with, and a drill each month. */
export function payroll(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'payroll', { platform });
  const cluster = new ClickHouseCluster(environment, 'payroll', {
    shards: 2,
    replication: { replicas: 2, keeper: new Keeper(environment, 'keeper') },
    storage: { size: '100Gi' },
  });
  const backup = new BackupSchedule(environment, 'backup', {
    cluster,
    store: bucket('backup-writer'),
    schedule: { full: '0 3 * * 0', increment: '0 3 * * 1-6' },
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
  });

  const trial = new Environment(app, 'trial', { platform });
  const keeper = new Keeper(trial, 'keeper');
  const { cluster: copy } = new Clone(trial, 'payroll-copy', {
    of: backup,
    store: bucket('backup-reader'),
    cluster: {
      replication: { replicas: 2, keeper },
      users: { analyst: { networks: ['10.0.0.0/8'], grants: ['SELECT ON *.*'] } },
    },
  });

  const scratch = new Environment(app, 'drill', {
    platform,
    monitoring: Monitoring.prometheusOperator({ labels: { release: 'kube-prometheus-stack' } }),
  });
  const drill = new RestoreDrill(scratch, 'payroll-drill', {
    backups: backup,
    store: bucket('backup-reader'),
    storageClass: 'scratch',
    timeZone: 'Europe/Berlin',
  });
  return { cluster, copy, drill };
}
