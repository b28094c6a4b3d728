import { BackupSchedule, BackupStore, ClickHouseCluster, Environment, Platform, UptimeSchedule } from 'anyhouse';
import { synthesizeManifests } from 'anyhouse/synth';
import { App } from 'cdk8s';
import { textOf } from './house/sources';
import { messageOf } from './support/environments';

/* Mistakes of running a database for years. Rooms test the whole message of most of them: those are named by their place. */

/** A cluster that is stopped at night, and backed up at a time. */
function savedAt(full: string): App {
  const app = new App();
  const environment = new Environment(app, 'analytics', { platform: Platform.minikube() });
  const cluster = new ClickHouseCluster(environment, 'events', { storage: { size: '10Gi' } });
  const week = { up: '0 7 * * 1-5', down: '0 20 * * 1-5', timeZone: 'Europe/Berlin' } as const;
  new UptimeSchedule(environment, 'nights', { clusters: [cluster], ...week });
  new BackupSchedule(environment, 'backup', {
    cluster,
    store: BackupStore.s3({ bucket: 'b-backup', endpoint: 'https://minio.example.com', keys: { name: 'keys' } }),
    schedule: { full },
    timeZone: 'Europe/Berlin',
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
  });
  return app;
}

test('a backup while its cluster is down is refused', () => {
  expect(messageOf(() => synthesizeManifests(savedAt('30 2 * * *')))).toBe(
    `Validation failed with the following errors:\n  [analytics] BackupSchedule 'analytics/backup' schedule: it saves 'events' at 01:30 UTC (2028-01-01), while CronJob 'nights-stop' has it stopped. Fix: move the backup to a time at which the cluster has been up for ten minutes. [schedule/backup-in-downtime]`,
  );
  expect(() => synthesizeManifests(savedAt('30 12 * * 1-5'))).not.toThrow();
});

const elsewhere = [
  [
    'a clone with another number of shards',
    'backup/restore/restore.test.ts',
    "Clone 'analytics/copy': cluster.shards must have 2 shards, as the backups of 'events': each shard is restored into the one of its number, got 3. Fix: write shards: 2. A cluster can grow afterwards. [restore/shards]",
  ],
  [
    'a clone that could write where the source does',
    'backup/restore/restore.test.ts',
    "Restore 'analytics/copy/restore': store must have credentials that cannot write: 'copy' would be able to overwrite the backups of 'events', got keys of the Secret 'backup-writer', with which backups are written. Fix: create keys or a role that may list and read only, and write keys: { name: 'backup-reader' } or role: 'arn:...'. [restore/read-only]",
  ],
  [
    'a password of a user of the configuration',
    'wrong-input.test.ts',
    "Cluster 'analytics/events': users.app.password must name a Secret, never hold the password, got a text (not printed). Fix: write { name: 'my-secret' } with the SHA-256 under password_sha256_hex; `anyhouse credentials` makes one. [users/plain-password]",
  ],
  [
    'a password of a user of the database',
    'access/sql-users.test.ts',
    "users.jane.password must name a Secret, never hold the password, got a text (not printed). Fix: write { name: 'my-secret' } with the SHA-256 under password_sha256_hex; `anyhouse credentials` makes one. [users/plain-password]",
  ],
  [
    'backups in the bucket of the data',
    'backup/wrong-schedules.test.ts',
    "store must be another bucket than that of the data: whoever can delete the one can delete the other, got the bucket of storage.cold of 'events' (https://company-data.s3.eu-west-1.amazonaws.com). Fix: create a bucket for backups, with versioning or object lock: bucket: 'company-clickhouse-backup'. [backup/data-bucket]",
  ],
  [
    'a chain of increments that is too long',
    'backup/wrong-schedules.test.ts',
    "schedule.increment must make at most 48 increments between two full backups, each of which needs all before it, got 168 ('0 * * * *' beside '30 3 * * 0'). Fix: make full backups more often, such as '0 3 * * *' each day, or increments less often. [backup/chain]",
  ],
  [
    'a restore onto data',
    'system/jobs/restore-sidecar.test.ts',
    'after-incident-1a2b3c4d: refused, nothing was changed: b1 is not empty, it has shop.orders',
  ],
  [
    'a restore onto data, in SQL',
    'system/sql/restore-native.test.ts',
    'another: refused, nothing was changed: a0 is not empty, it has shop.an_aggregate',
  ],
  [
    'a schedule that never fires',
    'schedule/uptime-schedule.test.ts',
    "UptimeSchedule 'analytics/nights': up must fire at some time, got \"0 7 30 2 *\". Fix: write '30 2 * * *' for half past two each night. [schedule/cron]",
  ],
  [
    'cron that Kubernetes does not read',
    'backup/wrong-schedules.test.ts',
    'schedule.full must be a cron expression of five fields: minute, hour, day of the month, month, day of the week (0 to 6), got "0 3 * * 7". Fix: write \'30 2 * * *\' for half past two each night; Sunday is 0. [schedule/cron]',
  ],
  [
    'no time zone',
    'schedule/uptime-schedule.test.ts',
    "UptimeSchedule 'analytics/nights': timeZone must say where the clock hangs, got nothing. Fix: write timeZone: 'Europe/Berlin'. [props/required]",
  ],
  [
    'windows that overlap',
    'schedule/change-window.test.ts',
    'windows[1] must begin after windows[0] has ended, got 0 16 * * 5, 60 minutes too early. Fix: shorten one of them, or make one window of both. [window/overlap]',
  ],
] as const;

test.each(elsewhere)('%s is refused with a message that is tested whole', (_, file, message) => {
  // A message in a program may have its quotes escaped.
  expect(textOf(`test/${file}`).replaceAll('\\', '')).toContain(message);
});
