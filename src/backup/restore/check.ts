import type { ClickHouseCluster } from '../../clickhouse/clickhouse-cluster';
import type { Identity } from '../../environment/identity';
import type { Problems } from '../../kubernetes/prop-error';
import type { BackupSchedule } from '../backup-schedule';
import type { ResolvedStore } from '../store-options';

/** What is restored where. */
export interface RestorePair {
  readonly cluster: ClickHouseCluster;
  /** Whose backups. */
  readonly source: { readonly namespace: string; readonly name: string };
  readonly shards: number;
  /** The schedule that makes them. @default - it is not part of this program */
  readonly schedule?: BackupSchedule;
  /** What the target reads with. */
  readonly reader?: ResolvedStore;
  /** Rights of the target in a cloud. */
  readonly identity?: Identity;
}

/** Reports shards that do not match. */
export function checkShards(problems: Problems, prop: string, shards: number, of: string, given: number): void {
  if (shards === given) return;
  problems.add({
    rule: 'restore/shards',
    prop,
    must: `have ${shards} ${shards === 1 ? 'shard' : 'shards'}, as the backups of '${of}': each shard is restored into the one of its number`,
    gotText: String(given),
    fix: `write shards: ${shards}. A cluster can grow afterwards.`,
  });
}

/** Reports a store that is not where the backups are, or with which the target could write them. */
export function checkReader(problems: Problems, pair: RestorePair): void {
  const { cluster, schedule, reader } = pair;
  if (!reader) {
    problems.add({
      rule: 'restore/store',
      prop: 'store',
      must: `say how '${cluster.name}' reads the backups, with rights that cannot write them`,
      gotText: 'nothing',
      fix: "write store: BackupStore.s3({ ..., keys: { name: 'backup-reader' } }), the same bucket with other keys or another role.",
    });
    return;
  }
  if (!schedule) return;
  const { store: writer } = schedule.resolved;
  if (reader.url !== writer.url || reader.path !== writer.path)
    problems.add({
      rule: 'restore/store',
      prop: 'store',
      must: `be where the backups are (${writer.url}/${writer.path})`,
      gotText: `${reader.url}/${reader.path}`,
      fix: 'give the same bucket and path, with credentials that can only read.',
    });
  const shared = sharedCredentials(pair, schedule, reader);
  if (shared !== undefined)
    problems.add({
      rule: 'restore/read-only',
      prop: 'store',
      must: `have credentials that cannot write: '${cluster.name}' would be able to overwrite the backups of '${schedule.resolved.cluster.name}'`,
      gotText: shared,
      fix: "create keys or a role that may list and read only, and write keys: { name: 'backup-reader' } or role: 'arn:...'.",
    });
}

/** What both the writer and the reader have, in words. Secrets of one name are different ones in different namespaces. */
function sharedCredentials(
  { cluster, identity }: RestorePair,
  { resolved, cluster: backedUp }: BackupSchedule,
  reader: ResolvedStore,
): string | undefined {
  const { store: writer, cluster: source } = resolved;
  if (reader.keys && writer.keys)
    return reader.keys.name === writer.keys.name && cluster.namespace === source.namespace
      ? `keys of the Secret '${reader.keys.name}', with which backups are written`
      : undefined;
  if (reader.keys || writer.keys) return undefined;
  if (reader.actsAs !== undefined || writer.actsAs !== undefined)
    return reader.actsAs === writer.actsAs ? `${reader.actsAs}, with which backups are written` : undefined;
  const [theirs] = Object.values((resolved.identity ?? backedUp.resolved.identity)?.annotations ?? {});
  return theirs !== undefined && Object.values(identity?.annotations ?? {}).includes(theirs)
    ? `${theirs}, with which backups are written`
    : undefined;
}

/** Reports a target whose tables would be replicas of those that were backed up: they have the same ids, and so the same paths. */
export function checkKeeperRoot(problems: Problems, { cluster, schedule, source: lost }: RestorePair): void {
  if (!schedule) checkRootOfLost(problems, cluster, lost);
  const [target, source] = [cluster.resolved, schedule?.cluster.resolved];
  if (!source?.keeper || !target.keeper || cluster === schedule?.cluster) return;
  const place = ({ keeper, keeperRoot = '' }: typeof target, namespace: string) =>
    JSON.stringify([keeper?.nodesFor(namespace).map(({ host, port }) => [host.split('.')[0], port]), keeperRoot]);
  const same =
    target.keeper.name === source.keeper.name &&
    target.keeper.namespace === source.keeper.namespace &&
    place(target, cluster.namespace) === place(source, cluster.namespace);
  if (!same) return;
  problems.add({
    rule: 'restore/keeper-root',
    prop: 'cluster',
    must: `have a path of its own in Keeper: its tables would join those of '${source.name}', which have the same ids, and write to them`,
    gotText: `the Keeper of '${source.name}' with ${source.keeperRoot === undefined ? 'no root' : `root '${source.keeperRoot}'`}`,
    fix: `write replication: { ..., root: '/${cluster.namespace}/${cluster.name}' } at the cluster, or give it a Keeper of its own.`,
  });
}

/**
 * The same where the source is not part of this program. What it had in the Keeper of its namespace is still there, whether or not it
 * lives: further replicas would join it, or wait forever for those that are gone. Under the same name they have the same replicas, of
 * which clickhouse-backup takes care.
 */
function checkRootOfLost(problems: Problems, cluster: RestorePair['cluster'], lost: RestorePair['source']): void {
  const { keeper, keeperRoot } = cluster.resolved;
  if (!keeper || keeperRoot !== undefined || cluster.name === lost.name || cluster.namespace !== lost.namespace) return;
  problems.add({
    rule: 'restore/keeper-root',
    prop: 'cluster',
    must: `have a path of its own in Keeper: its tables have the same ids as those of '${lost.name}', and would join what is left of them there`,
    gotText: 'no root',
    fix: `write replication: { ..., root: '/${cluster.namespace}/${cluster.name}' } at the cluster.`,
  });
}
