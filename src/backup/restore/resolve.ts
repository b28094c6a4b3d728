import { createHash } from 'node:crypto';
import { checkIdentity } from '../../environment/identity';
import type { ResolvedEnvironment } from '../../environment/options';
import { imageIn } from '../../environment/pods';
import { checkOwnName } from '../../kubernetes/own-name';
import { Problems } from '../../kubernetes/prop-error';
import { BackupSchedule } from '../backup-schedule';
import { backupImage } from '../images';
import { backupCollection } from '../native/collection';
import type { ResolvedBackup } from '../options';
import { backedUp } from '../resolve';
import type { ResolvedStore } from '../store-options';
import { checkKeeperRoot, checkReader, checkShards, type RestorePair } from './check';
import { nativeFiles, type RestoreFiles, sidecarFiles } from './files';
import { nativeShards } from './native-sql';
import type { BackupOrigin, ResolvedRestore, RestoreProps } from './options';
import { restoreProps } from './shapes';

/** Jobs have 63 characters at most, and get a hash of eight. */
const longestName = 52;

/** Eight digits of a hash. */
export function shortHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);
}

/**
 * Applies defaults.
 * @throws PropError naming every wrong prop
 */
export function resolveRestore(
  path: string,
  id: string,
  environment: ResolvedEnvironment,
  props: RestoreProps,
): ResolvedRestore {
  const problems = new Problems('Restore', path);
  const given = problems.check(restoreProps, props);
  const name = given.name ?? id;
  checkOwnName(problems, id, given.name, {
    longest: longestName,
    because: 'a job is named after it',
    example: 'restore',
  });
  if (!problems.has('identity')) checkIdentity(problems, environment.platform, given.identity);
  const known = !problems.has('cluster') && !problems.has('from') && !problems.has('store');
  const pair = known ? pairOf(given) : undefined;
  if (pair) checkPair(problems, environment, pair);
  if (pair && pair.schedule?.cluster === pair.cluster) checkInPlace(problems, given);
  problems.throwIfAny();
  return resolved(name, environment, given, pair as RestorePair & { readonly reader: ResolvedStore });
}

function resolved(
  name: string,
  environment: ResolvedEnvironment,
  given: RestoreProps,
  { cluster: target, source, shards, schedule, reader }: RestorePair & { readonly reader: ResolvedStore },
): ResolvedRestore {
  const { backup = 'latest', databases, deadlineHours = 24, run } = given;
  const engine = schedule?.resolved.engine ?? (given.from as BackupOrigin).engine ?? 'sidecar';
  const cluster = backedUp(target);
  const deadlineSeconds = deadlineHours * 3600;
  const image = imageIn(environment, given.image ?? backupImage);
  const place = schedule?.cluster === target ? 'in-place' : 'elsewhere';
  const intent = { engine, url: reader.url, path: reader.path, source, backup, databases, run, cluster: target.name };
  return {
    name,
    mark: `${name}-${shortHash(intent)}`,
    backup,
    ...(databases && { databases }),
    installation: source.name,
    files: filesOf({ engine, store: reader, source, shards, databases, place }),
    deadlineSeconds,
    image,
    reader: readerOf({ ...given, name, engine, source, deadlineSeconds, image, store: reader }, environment, cluster),
    place,
    cluster,
    sqlPort: target.endpoints.hosts['0-0']?.http.port ?? target.endpoints.http.port,
  };
}

/** What the files of a restore depend on. */
interface FilesOptions extends Pick<ResolvedRestore, 'place'> {
  readonly engine: ResolvedBackup['engine'];
  readonly store: ResolvedStore;
  readonly source: { readonly namespace: string; readonly name: string };
  readonly shards: number;
  readonly databases: readonly string[] | undefined;
}

/** Everything that a restore of some databases runs. */
function filesOf({ engine, store, source, shards, databases, place }: FilesOptions): RestoreFiles {
  const scope = databases ? { databases } : {};
  if (engine === 'sidecar') return sidecarFiles(scope);
  return nativeFiles(scope, nativeShards(store, source, backupCollection, shards, scope, place));
}

/** Options of a reader. */
type ReaderOptions = Pick<ResolvedBackup, 'name' | 'engine' | 'store' | 'deadlineSeconds' | 'image' | 'identity'> & {
  readonly source: { readonly namespace: string; readonly name: string };
};

const laptop = { cpu: '25m', memory: '128Mi', memoryLimit: '512Mi' } as const;
const elsewhere = { cpu: '100m', memory: '512Mi', memoryLimit: '1Gi' } as const;

/** A schedule that never runs: it has the store, and reads the folders of another installation. */
function readerOf(
  { name, engine, source, store, deadlineSeconds, image, identity }: ReaderOptions,
  { profile }: ResolvedEnvironment,
  cluster: ResolvedBackup['cluster'],
): ResolvedBackup {
  return {
    name,
    engine,
    store,
    times: {},
    timeZone: 'Etc/UTC',
    recoveryPoint: 0,
    fullGap: 0,
    removeAfterDays: 0,
    deadlineSeconds,
    image,
    ...(identity && { identity }),
    alerts: { age: 0, sizeFactor: 1 },
    resources: profile === 'laptop' ? laptop : elsewhere,
    cluster: { ...cluster, ...source },
  };
}

function pairOf({ cluster, from, store, identity = cluster.resolved.identity }: RestoreProps): RestorePair {
  if (!BackupSchedule.isBackupSchedule(from)) {
    const { namespace, name, shards } = from;
    return { cluster, source: { namespace, name }, shards, ...(store && { reader: store.resolved }) };
  }
  const { namespace, name, replicas } = from.resolved.cluster;
  const reader = from.cluster === cluster ? from.resolved.store : store?.resolved;
  return {
    cluster,
    source: { namespace, name },
    shards: replicas.length,
    schedule: from,
    ...(reader && { reader }),
    ...(identity && { identity }),
  };
}

function checkPair(problems: Problems, environment: ResolvedEnvironment, pair: RestorePair): void {
  const { cluster, source, shards, schedule } = pair;
  if (cluster.namespace !== environment.namespace)
    problems.add({
      rule: 'restore/namespace',
      prop: 'cluster',
      must: `stand in the namespace of the restore (${environment.namespace}), where its Secrets are`,
      gotText: `one of ${cluster.namespace}`,
      fix: 'create the Restore in the environment of the cluster.',
    });
  checkShards(problems, 'cluster', shards, source.name, backedUp(cluster).replicas.length);
  if (schedule?.cluster !== cluster) checkReader(problems, pair);
  checkKeeperRoot(problems, pair);
}

/** Reports what would be ignored. */
function checkInPlace(problems: Problems, given: RestoreProps): void {
  for (const prop of ['store', 'identity'] as const)
    if (given[prop] !== undefined)
      problems.add({
        rule: 'restore/store',
        prop,
        must: 'be left out where a cluster is restored in place: it reads backups with what it writes them with',
        gotText: `one beside the schedule of '${given.cluster.name}'`,
        fix: 'remove it.',
      });
}
