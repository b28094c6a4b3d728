import type { CloneProps, RestoreDrillProps, RestoreProps } from 'anyhouse';
import fc from 'fast-check';
import { type Fields, options, seldom } from './random-options';
import { validCpu, validName, validQuantity } from './random-values';

const { array, constantFrom, record } = fc;

const backup = constantFrom('latest', '20260131020000');
const databases = array(constantFrom('shop', 'logs', 'a_1'), { minLength: 1, maxLength: 2 });
const shared = {
  backup,
  databases,
  run: constantFrom('2', 'once more'),
  deadlineHours: constantFrom(1, 48),
  image: seldom(constantFrom('altinity/clickhouse-backup:2.7.4')),
};

/** Props of Restore; the cluster, the backups and their store come when it is built. */
export const restoreProps = options({
  name: validName,
  ...shared,
} satisfies Fields<RestoreProps, 'cluster' | 'from' | 'store' | 'identity' | 'transform' | 'acknowledge'>);

/** Props of Clone; the backups and their store come when it is built. */
export const cloneProps = options({
  name: constantFrom('copy', 'second'),
  cluster: seldom(record({ resources: record({ cpu: validCpu, memory: validQuantity }) })),
  ...shared,
} satisfies Fields<CloneProps, 'of' | 'store'>);

/** Props of RestoreDrill; the backups and their store come when it is built. */
export const drillProps = options(
  {
    name: constantFrom('drill', 'tried'),
    storageClass: constantFrom('scratch', 'gp3-scratch'),
    storageSize: constantFrom('100Gi', '2Ti'),
    resources: record({ cpu: validCpu, memory: validQuantity }),
    schedule: constantFrom('0 5 1 * *', '30 4 * * 0'),
    timeZone: constantFrom('Etc/UTC', 'Europe/Berlin'),
    databases,
    deadlineHours: constantFrom(1, 48),
    image: seldom(constantFrom('altinity/clickhouse-backup:2.7.4')),
  } satisfies Fields<RestoreDrillProps, 'backups' | 'store' | 'identity' | 'transform' | 'acknowledge'>,
  'storageClass',
);
