import type {
  AzureBackupOptions,
  BackupAlertOptions,
  BackupRetention,
  BackupScheduleProps,
  BackupTimes,
  GcsBackupOptions,
  S3BackupOptions,
} from 'anyhouse';
import fc from 'fast-check';
import { identity } from './random-cloud';
import type { Made } from './random-made';
import { type Fields, options, seldom } from './random-options';
import { validCpu, validName, validQuantity } from './random-values';

const { constant, constantFrom, oneof, record, tuple } = fc;

const make = (factory: Made['make'], from: fc.Arbitrary<unknown>): fc.Arbitrary<Made> =>
  record({ make: constant(factory), from: tuple(from) });
const bucket = constantFrom('company-backup', 'safe');
const path = constantFrom('backups', 'prod/ch');
const keys = options({ name: validName, idKey: constantFrom('id'), secretKey: constantFrom('secret') }, 'name');
const role = constantFrom('arn:aws:iam::123456789012:role/clickhouse-backup');
const objectLock = constantFrom('on', 'off');
const encryption = oneof(constantFrom('bucket', 'aes256'), record({ kmsKey: constantFrom('alias/backup') }));

/** A place for backups. */
const store = oneof(
  {
    weight: 3,
    arbitrary: make(
      'BackupStore.s3',
      options(
        { bucket, endpoint: constant('https://minio:9000'), path, keys, encryption, region: constant('eu-west-1') },
        'bucket',
        'endpoint',
        'keys',
        'encryption',
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: make(
      'BackupStore.s3',
      options(
        {
          bucket,
          region: constantFrom('eu-west-1'),
          path,
          keys: seldom(keys),
          role: seldom(role),
          encryption,
          objectLock,
        } satisfies Fields<S3BackupOptions, 'endpoint'>,
        'bucket',
        'region',
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: make(
      'BackupStore.gcs',
      options(
        {
          bucket,
          path,
          keys,
          serviceAccount: seldom(constantFrom('backup@company-data.iam.gserviceaccount.com')),
        } satisfies Fields<GcsBackupOptions>,
        'bucket',
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: make(
      'BackupStore.azure',
      options(
        { account: constantFrom('company'), container: bucket, path, keys } satisfies Fields<AzureBackupOptions>,
        'account',
        'container',
      ),
    ),
  },
);

/** Props of BackupSchedule; the cluster comes when it is built. */
export const backupProps = options(
  {
    name: constantFrom('backup', 'nightly'),
    store,
    schedule: options(
      {
        full: constantFrom('0 3 * * 0', '30 2 * * *', '@daily'),
        increment: seldom(constantFrom('0 4 * * *', '15 */6 * * 1-6')),
      } satisfies Fields<BackupTimes>,
      'full',
    ),
    timeZone: constantFrom('Etc/UTC', 'Europe/Berlin'),
    retention: record({
      days: constantFrom(7, 30),
      removedBy: constant('bucket-lifecycle'),
    } satisfies Fields<BackupRetention>),
    engine: constantFrom('sidecar', 'native'),
    identity: seldom(identity),
    throttle: validQuantity,
    deadlineHours: constantFrom(1, 12),
    alerts: options({
      ageHours: constantFrom(1, 36),
      sizeFactor: constantFrom(1.5, 3),
    } satisfies Fields<BackupAlertOptions>),
    image: seldom(constantFrom('altinity/clickhouse-backup:2.7.4')),
    resources: seldom(record({ cpu: validCpu, memory: validQuantity })),
  } satisfies Fields<BackupScheduleProps, 'cluster' | 'transform' | 'acknowledge'>,
  'store',
  'schedule',
  'retention',
);
