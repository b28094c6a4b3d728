import { BackupSchedule, type BackupScheduleProps, BackupStore, Environment, Identity, ObjectStore } from 'anyhouse';
import { App } from 'cdk8s';
import { type Around, bucket, eks, madeBackup as made, month, weekly } from '../support/made-backup';

describe('refuses', () => {
  const refused = (props: Partial<BackupScheduleProps>, around?: Around) => () => made(props, around);

  test.each<[string, Partial<BackupScheduleProps>, Around, string]>([
    [
      'the bucket of the data',
      { store: BackupStore.s3({ bucket: 'company-data', region: 'eu-west-1' }) },
      {
        cluster: {
          storage: {
            size: '1Gi',
            cold: { store: ObjectStore.s3({ bucket: 'company-data', region: 'eu-west-1', path: 'other' }) },
          },
        },
      },
      "store must be another bucket than that of the data: whoever can delete the one can delete the other, got the bucket of storage.cold of 'events' (https://company-data.s3.eu-west-1.amazonaws.com). Fix: create a bucket for backups, with versioning or object lock: bucket: 'company-clickhouse-backup'. [backup/data-bucket]",
    ],
    [
      'a chain that is too long',
      { schedule: { full: '30 3 * * 0', increment: '0 * * * *' } },
      {},
      "schedule.increment must make at most 48 increments between two full backups, each of which needs all before it, got 168 ('0 * * * *' beside '30 3 * * 0'). Fix: make full backups more often, such as '0 3 * * *' each day, or increments less often. [backup/chain]",
    ],
    [
      'increments that are too frequent',
      { schedule: { full: '0 3 * * *', increment: '*/5 * * * *' } },
      {},
      'schedule.increment must run every 15 minutes at most, got "*/5 * * * *". Fix: write \'*/30 * * * *\', with a full backup each day. [backup/chain]',
    ],
    [
      'both kinds in one minute',
      { schedule: { full: '0 3 * * 0', increment: '0 3 * * *' } },
      {},
      "schedule.increment must not run in the same minute as full ('0 3 * * 0'), got \"0 3 * * *\". Fix: leave that day or hour out, as '0 3 * * 1-6' does beside '0 3 * * 0'. [backup/same-minute]",
    ],
    [
      'a store in production that says nothing about encryption',
      {
        store: BackupStore.s3({ bucket: 'b-backup', endpoint: 'https://minio.example.com', keys: { name: 'k' } }),
      },
      { environment: { stage: 'production' } },
      "store.encryption must say in production how https://minio.example.com encrypts what it stores, got nothing. Fix: write encryption: 'bucket' where the bucket encrypts by itself, else 'aes256' or { kmsKey }. [backup/encryption]",
    ],
    [
      'a store that nobody can reach',
      {},
      { cluster: { identity: undefined } },
      "store must have keys, or a cluster with an identity of its cloud, got s3 without keys, no identity. Fix: write identity: Identity.awsRole('arn:...') here or at the cluster, or keys: { name: 'my-secret' } at the store. [backup/credentials]",
    ],
    [
      'an identity beside that of the cluster',
      { identity: Identity.awsRole('arn:aws:iam::123456789012:role/backup') },
      {},
      'identity must be left out where the cluster has one: all containers of a pod share a ServiceAccount, got another aws-role than that of the cluster. Fix: give backups rights of their own with role or serviceAccount of the store. [backup/identity]',
    ],
    [
      'an identity of another cloud',
      {
        identity: Identity.azureClient('11111111-2222-3333-4444-555555555555'),
        store: BackupStore.azure({ account: 'companydata', container: 'backup' }),
      },
      { cluster: { identity: undefined } },
      "identity must be an identity of eks, got Identity of aks (azure-client). Fix: write Identity.awsRole('arn:aws:iam::123456789012:role/clickhouse'). [identity/platform]",
    ],
    [
      'a user of the same name',
      {},
      { cluster: { users: { backup: { networks: ['10.0.0.0/8'] } } } },
      "cluster must have no user 'backup' of its own: backups bring theirs, got users.backup. Fix: give that user another name. [backup/user]",
    ],
    [
      'a cron expression that Kubernetes does not read',
      { schedule: { full: '0 3 * * 7' } },
      {},
      'schedule.full must be a cron expression of five fields: minute, hour, day of the month, month, day of the week (0 to 6), got "0 3 * * 7". Fix: write \'30 2 * * *\' for half past two each night; Sunday is 0. [schedule/cron]',
    ],
    [
      'a retention that nobody cares for',
      { retention: { days: 30 } as never },
      {},
      "retention.removedBy must be 'bucket-lifecycle': pods have no right to delete backups, so a rule of the bucket has to, got nothing. Fix: set up the rule that docs/backup.md shows, and write removedBy: 'bucket-lifecycle'. [backup/retention]",
    ],
    [
      'a name that jobs cannot have',
      { name: 'a'.repeat(43) },
      {},
      `name must be lower case letters, digits and "-", at most 42, because jobs are named after it, got "${'a'.repeat(43)}". Fix: write 'backup', or give name. [names/invalid]`,
    ],
  ])('%s', (_, props, around, message) => {
    expect(refused(props, around)).toThrow(`BackupSchedule 'analytics/backup': ${message}`);
  });

  test('two schedules of one cluster', () => {
    const { environment, cluster } = made();
    const second = { cluster, store: bucket, schedule: { full: '0 5 * * *' }, retention: month };
    expect(() => new BackupSchedule(environment, 'second', second)).toThrow(
      "BackupSchedule 'analytics/second': cluster must have one schedule: there is one clickhouse-backup beside each server, with one store, got 'events', which analytics/backup backs up. Fix: put all times into one schedule, or use engine 'native' with another path of the store for the second one. [backup/twice]",
    );
  });

  test('a cluster of another environment', () => {
    const { cluster } = made();
    const other = new Environment(new App(), 'other', { platform: eks });
    const props = { cluster, store: bucket, schedule: weekly, retention: month };
    expect(() => new BackupSchedule(other, 'backup', props)).toThrow(
      "BackupSchedule 'other/backup': cluster must stand in the namespace of its backups (other), where its Secrets are, got one of analytics. Fix: create the BackupSchedule in the environment of the cluster. [backup/namespace]",
    );
  });
});
