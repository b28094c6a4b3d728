import { BackupSchedule, BackupStore, ClickHouseCluster, Clone, Environment, Identity } from 'anyhouse';
import { App } from 'cdk8s';
import { eks, messageOf } from '../../support/environments';

test('a clone with the identity with which backups are written is refused', () => {
  const environment = new Environment(new App(), 'analytics', { platform: eks, stage: 'development' });
  const identity = Identity.awsRole('arn:aws:iam::123456789012:role/writer');
  const plain = BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1' });
  const storage = { size: '100Gi' as const };
  const source = new ClickHouseCluster(environment, 'source', { storage, identity });
  const from = new BackupSchedule(environment, 'source-backup', {
    cluster: source,
    store: plain,
    schedule: { full: '0 3 * * *' },
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
  });
  const clone = (name: string, given: Identity) => () =>
    new Clone(environment, name, { of: from, store: plain, cluster: { identity: given } });
  expect(messageOf(clone('copy-a', identity))).toBe(
    "Restore 'analytics/copy-a/restore': store must have credentials that cannot write: 'copy-a' would be able to overwrite the backups of 'source', got arn:aws:iam::123456789012:role/writer, with which backups are written. Fix: create keys or a role that may list and read only, and write keys: { name: 'backup-reader' } or role: 'arn:...'. [restore/read-only]",
  );
  expect(clone('copy-b', Identity.awsRole('arn:aws:iam::123456789012:role/reader'))).not.toThrow();
});
