import type { ClickHouseCluster } from '../clickhouse/clickhouse-cluster';
import { PropError } from '../kubernetes/prop-error';
import type { ResolvedBackup } from './options';

/** Who uses what runs beside the servers of a cluster, or a folder of a store. */
interface Claim {
  readonly path: string;
  readonly place: string;
  /** What it does with the cluster. */
  readonly does: 'backs up' | 'fills';
}

/** Claims to each cluster. */
const claims = new WeakMap<ClickHouseCluster, readonly Claim[]>();

type Claimed = Pick<ResolvedBackup, 'engine' | 'store'>;

function claim(path: string, cluster: ClickHouseCluster, { engine, store }: Claimed, does: Claim['does']) {
  const place = engine === 'sidecar' ? 'clickhouse-backup' : `${store.url}/${store.path}`;
  const others = claims.get(cluster) ?? [];
  const other = others.find((one) => one.place === place);
  if (!other) claims.set(cluster, [...others, { path, place, does }]);
  return other;
}

/**
 * Notes that a schedule backs up a cluster.
 * @throws PropError when another one does, with the same engine or into the same folder
 */
export function claimBackups(path: string, cluster: ClickHouseCluster, backup: Claimed): void {
  const other = claim(path, cluster, backup, 'backs up');
  if (other)
    throw new PropError('BackupSchedule', path, [
      {
        rule: 'backup/twice',
        prop: 'cluster',
        must:
          backup.engine === 'sidecar'
            ? 'have one schedule: there is one clickhouse-backup beside each server, with one store'
            : 'have one schedule for each folder of a store: each would take the backups of the other for its own',
        got: `'${cluster.name}', which ${other.path} ${other.does}`,
        fix:
          other.does === 'fills'
            ? 'remove that Restore or Clone when it is done; a clone goes on as a ClickHouseCluster of the same name.'
            : "put all times into one schedule, or use engine 'native' with another path of the store for the second one.",
      },
    ]);
}

/**
 * Notes that a cluster is filled from backups of another one.
 * @throws PropError when it has backups of its own already: they need what runs beside its servers
 */
export function claimReader(path: string, cluster: ClickHouseCluster, reader: Claimed): void {
  const other = claim(path, cluster, reader, 'fills');
  if (other)
    throw new PropError('Restore', path, [
      {
        rule: 'restore/busy',
        prop: 'cluster',
        must: 'have no other use for clickhouse-backup, which reads the backups of another cluster meanwhile',
        got: `'${cluster.name}', which ${other.path} ${other.does}`,
        fix: 'restore first, and add the BackupSchedule when that is done; to restore in place, give its schedule as from.',
      },
    ]);
}
