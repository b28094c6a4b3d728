import { imageLike } from '../../altinity/images';
import { acknowledge } from '../../checks/acknowledge';
import { ClickHouseCluster } from '../../clickhouse/clickhouse-cluster';
import { identity } from '../../environment/identity';
import { resources } from '../../environment/pods';
import { cron, timeZone } from '../../kubernetes/cron';
import {
  type Check,
  callback,
  leaf,
  line,
  listOf,
  namespaceName,
  objectName,
  oneOf,
  quantity,
  required,
  shape,
  trusted,
  when,
  wholeNumber,
} from '../../kubernetes/shape';
import { BackupSchedule } from '../backup-schedule';
import { backupImage } from '../images';
import { BackupStore } from '../store';
import type { BackupOrigin, CloneProps, RestoreDrillProps, RestoreProps } from './options';

const cluster = {
  rule: 'restore/cluster',
  must: 'be a ClickHouseCluster',
  fix: "create it first: const events = new ClickHouseCluster(environment, 'events', { ... }).",
};
const from = {
  rule: 'restore/from',
  must: 'be a BackupSchedule, or say whose backups they are',
  fix: "write from: { namespace: 'analytics', name: 'events', shards: 2 }.",
};
const schedule = {
  rule: 'restore/from',
  must: 'be a BackupSchedule',
  fix: 'write of: backup, the schedule of the cluster.',
};
const readingStore = {
  rule: 'restore/store',
  must: 'be a BackupStore',
  fix: "write BackupStore.s3({ bucket: 'company-clickhouse-backup', region: 'eu-west-1', keys: { name: 'backup-reader' } }).",
};
const store = leaf((value) => value instanceof BackupStore, readingStore);
const isSchedule = (value: unknown) => BackupSchedule.isBackupSchedule(value);

/** Checks of props that several constructs have. */
const shared = {
  backup: leaf((value) => value === 'latest' || (typeof value === 'string' && /^\d{14}$/.test(value)), {
    rule: 'restore/backup',
    must: "be 'latest' or the time in the name of a backup, 14 digits",
    fix: "write backup: '20260131020000'.",
    decides: 'what is restored',
  }),
  databases: listOf(
    leaf(
      (value) =>
        typeof value === 'string' && /^[A-Za-z_]\w*$/.test(value) && !/^(system|information_schema)$/i.test(value),
      {
        rule: 'restore/databases',
        must: 'be the name of a database: letters, digits and "_"; none of the system',
        fix: 'restore all, and rename tables in SQL.',
        decides: 'what is restored',
      },
    ),
    { rule: 'restore/databases', least: 1, fix: 'name one, or leave databases out for all.' },
  ),
  run: line,
  deadlineHours: wholeNumber(1, 168),
  image: imageLike(backupImage),
};

/** Checks of {@link RestoreProps}. */
export const restoreProps: Check = shape<RestoreProps>({
  name: objectName,
  cluster: required(
    leaf((value) => ClickHouseCluster.isClickHouseCluster(value), cluster),
    cluster,
  ),
  from: required(
    when(
      isSchedule,
      trusted,
      shape<BackupOrigin>({
        namespace: required(namespaceName, from),
        name: required(objectName, from),
        shards: required(wholeNumber(1, 1000), from),
        engine: oneOf(['sidecar', 'native']),
      }),
    ),
    from,
  ),
  store,
  identity,
  transform: shape<NonNullable<RestoreProps['transform']>>({ job: callback, policy: callback }),
  acknowledge,
  ...shared,
});

/** Checks of {@link CloneProps}; those of `cluster` are up to the cluster. */
export const cloneProps: Check = shape<CloneProps>({
  name: objectName,
  of: required(leaf(isSchedule, schedule), schedule),
  store: required(store, readingStore),
  cluster: trusted,
  ...shared,
});

const backups = {
  rule: 'restore/from',
  must: 'be a BackupSchedule',
  fix: 'write backups: backup, the schedule of the cluster.',
};
const scratchClass = {
  rule: 'restore/storage-class',
  must: 'name a StorageClass with reclaimPolicy: Delete, so that the volumes of a drill do not stay',
  fix: "write storageClass: 'gp3-scratch', a class that you made for this.",
};

/** Checks of {@link RestoreDrillProps}. */
export const drillProps: Check = shape<RestoreDrillProps>({
  name: objectName,
  backups: required(leaf(isSchedule, backups), backups),
  store: required(store, readingStore),
  storageClass: required(objectName, scratchClass),
  storageSize: quantity,
  resources,
  schedule: cron,
  timeZone,
  databases: shared.databases,
  identity,
  image: shared.image,
  deadlineHours: shared.deadlineHours,
  transform: shape<NonNullable<RestoreDrillProps['transform']>>({ job: callback, policy: callback }),
  acknowledge,
});
