import { BackupSchedule, BackupStore, ClickHouseCluster, Monitoring } from 'anyhouse';
import { textOfDashboard } from '../support/dashboards';
import { environment, objectsOf } from '../support/environments';

/** The dashboard about backups, where there is one. */
function dashboardOf(engine: 'sidecar' | 'native', monitoring: Monitoring): string {
  const place = environment({ monitoring });
  const cluster = new ClickHouseCluster(place, 'events', { storage: { size: '10Gi' } });
  new BackupSchedule(place, 'nightly', {
    cluster,
    engine,
    store: BackupStore.s3({ bucket: 'backups', region: 'eu-west-1', keys: { name: 'backup-keys' } }),
    schedule: { full: '0 3 * * *' },
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
  });
  return textOfDashboard(objectsOf(place).find(({ metadata }) => metadata.name === 'dashboard-backup'));
}

const dashboards = Monitoring.prometheusOperator({ dashboards: {} });

test('a schedule is shown on a dashboard, by the metrics of clickhouse-backup', () => {
  expect(dashboardOf('sidecar', dashboards)).toContain('analytics/nightly');
});

test('SQL BACKUP has no such metrics, and so no dashboard', () => {
  expect(dashboardOf('native', dashboards)).toBe('null');
  expect(dashboardOf('sidecar', Monitoring.prometheusOperator())).toBe('null');
});
