import { clickhouseImage } from '../altinity/images';
import { checkIdentity } from '../environment/identity';
import type { Profile, ResolvedEnvironment } from '../environment/options';
import { imageIn, type Resources } from '../environment/pods';
import { checkOwnName } from '../kubernetes/own-name';
import { Problems } from '../kubernetes/prop-error';
import { Quantity } from '../kubernetes/quantity';
import { resolveBackupAlerts } from './alert-options';
import { checkCluster, checkStore } from './check-cluster';
import { backupImage } from './images';
import { checkNative } from './native/check-native';
import type { BackedUpCluster, BackupScheduleProps, ResolvedBackup } from './options';
import { backupProps } from './shapes';
import { checkTimes, gapOf, removeAfterDays } from './times';

const resourceDefaults: Readonly<Record<Profile, Resources>> = {
  laptop: { cpu: '25m', memory: '128Mi', memoryLimit: '512Mi' },
  development: { cpu: '100m', memory: '512Mi', memoryLimit: '1Gi' },
  production: { cpu: '100m', memory: '512Mi', memoryLimit: '1Gi' },
};

/** CronJobs have 52 characters at most, and get `-increment`. */
const longestName = 52 - '-increment'.length;

/**
 * Applies defaults.
 * @throws PropError naming every wrong prop
 */
export function resolveBackup(
  path: string,
  id: string,
  environment: ResolvedEnvironment,
  props: BackupScheduleProps,
): ResolvedBackup {
  const problems = new Problems('BackupSchedule', path);
  const given = problems.check(backupProps, props);
  const name = given.name ?? id;
  checkOwnName(problems, id, given.name, {
    longest: longestName,
    because: 'jobs are named after it',
    example: 'backup',
  });
  const { engine = 'sidecar', schedule, retention, deadlineHours = 12 } = given;
  if (!problems.has('schedule')) checkTimes(problems, schedule);
  if (!problems.has('identity')) checkIdentity(problems, environment.platform, given.identity);
  if (!problems.has('cluster')) {
    checkCluster(problems, environment, given);
    if (!problems.has('store')) checkStore(problems, environment, given);
  }
  if (engine === 'native' && !problems.has('store')) checkNative(problems, given);
  problems.throwIfAny();

  const { full, increment } = schedule;
  const recoveryPoint = gapOf(full, ...(increment === undefined ? [] : [increment]));
  const deadlineSeconds = deadlineHours * 3600;
  return {
    name,
    engine,
    store: given.store.resolved,
    times: { full, ...(increment !== undefined && { increment }) },
    timeZone: given.timeZone ?? 'Etc/UTC',
    recoveryPoint,
    fullGap: gapOf(full),
    removeAfterDays: removeAfterDays(retention.days, schedule),
    deadlineSeconds,
    ...(given.identity && { identity: given.identity }),
    ...(given.throttle !== undefined && { throttle: Quantity.bytes(given.throttle) }),
    alerts: resolveBackupAlerts(given.alerts, recoveryPoint, deadlineSeconds),
    image: imageIn(environment, given.image ?? (engine === 'sidecar' ? backupImage : clickhouseImage)),
    resources: given.resources ?? resourceDefaults[environment.profile],
    cluster: backedUp(given.cluster),
  };
}

/** What backups have to know of a cluster. */
export function backedUp({
  name,
  namespace,
  hosts,
  resolved,
  clientLabels,
}: BackupScheduleProps['cluster']): BackedUpCluster {
  const shards = Math.max(...hosts.map(({ shardIndex }) => shardIndex)) + 1;
  return {
    name,
    namespace,
    replicas: Array.from({ length: shards }, (_, shard) =>
      hosts.filter(({ shardIndex }) => shardIndex === shard).map(({ service }) => `${service}.${namespace}.svc`),
    ),
    ...(resolved.tls && { tlsSecret: resolved.tls.secret }),
    coldStorage: resolved.storage.cold ? 'used' : 'none',
    clientLabels,
  };
}
