import { imageLike } from '../altinity/images';
import { acknowledge } from '../checks/acknowledge';
import { ClickHouseCluster } from '../clickhouse/clickhouse-cluster';
import { identity } from '../environment/identity';
import { resources } from '../environment/pods';
import { cron, timeZone } from '../kubernetes/cron';
import {
  type Check,
  callback,
  leaf,
  objectName,
  oneOf,
  quantity,
  required,
  shape,
  wholeNumber,
} from '../kubernetes/shape';
import { backupAlertOptions } from './alert-options';
import { backupImage } from './images';
import type { BackupRetention, BackupScheduleProps, BackupTimes } from './options';
import { BackupStore } from './store';

const cluster = {
  rule: 'backup/cluster',
  must: 'be a ClickHouseCluster',
  fix: "create it first: const events = new ClickHouseCluster(environment, 'events', { ... }).",
};
const store = {
  must: 'be a BackupStore',
  fix: "write BackupStore.s3({ bucket: 'company-clickhouse-backup', region: 'eu-west-1' }).",
};
const times = {
  must: 'say when backups are made',
  fix: "write schedule: { full: '0 3 * * 0', increment: '0 3 * * 1-6' }.",
};
const days = {
  rule: 'backup/retention',
  must: 'be whole days from 1 to 3650',
  fix: 'write 30 for a month.',
};
const removedBy = {
  rule: 'backup/retention',
  must: "be 'bucket-lifecycle': pods have no right to delete backups, so a rule of the bucket has to",
  fix: "set up the rule that docs/backup.md shows, and write removedBy: 'bucket-lifecycle'.",
};

/** Checks of {@link BackupScheduleProps}. */
export const backupProps: Check = shape<BackupScheduleProps>({
  name: objectName,
  cluster: required(
    leaf((value) => ClickHouseCluster.isClickHouseCluster(value), cluster),
    cluster,
  ),
  store: required(
    leaf((value) => value instanceof BackupStore, store),
    store,
  ),
  schedule: required(shape<BackupTimes>({ full: required(cron, times), increment: cron }), times),
  timeZone,
  retention: required(
    shape<BackupRetention>({
      days: required(wholeNumber(1, 3650, days), days),
      removedBy: required(oneOf(['bucket-lifecycle'], removedBy), removedBy),
    }),
    {
      rule: 'backup/retention',
      must: 'say how long backups can be restored, and who removes old ones',
      fix: "write retention: { days: 30, removedBy: 'bucket-lifecycle' }.",
    },
  ),
  engine: oneOf(['sidecar', 'native']),
  identity,
  throttle: quantity,
  deadlineHours: wholeNumber(1, 168),
  alerts: backupAlertOptions,
  image: imageLike(backupImage),
  resources,
  transform: shape<NonNullable<BackupScheduleProps['transform']>>({
    fullJob: callback,
    incrementJob: callback,
    policy: callback,
  }),
  acknowledge,
});
