import type { ClickHouseCluster } from '../clickhouse/clickhouse-cluster';
import { PropError } from '../kubernetes/prop-error';
import type { ResolvedBackup } from './options';

/** Schedules of each cluster, and where they write. */
const claims = new WeakMap<ClickHouseCluster, { readonly path: string; readonly place: string }[]>();

/**
 * Notes that a schedule backs up a cluster.
 * @throws PropError when another one does, with the same engine or into the same folder
 */
export function claimBackups(path: string, cluster: ClickHouseCluster, { engine, store }: ResolvedBackup): void {
  const place = engine === 'sidecar' ? 'clickhouse-backup' : `${store.url}/${store.path}`;
  const others = claims.get(cluster) ?? [];
  const other = others.find((claim) => claim.place === place);
  if (other)
    throw new PropError('BackupSchedule', path, [
      {
        rule: 'backup/twice',
        prop: 'cluster',
        must:
          engine === 'sidecar'
            ? 'have one schedule: there is one clickhouse-backup beside each server, with one store'
            : 'have one schedule for each folder of a store: each would take the backups of the other for its own',
        got: `'${cluster.name}', which ${other.path} has taken`,
        fix: "put all times into one schedule, or use engine 'native' with another path of the store for the second one.",
      },
    ]);
  claims.set(cluster, [...others, { path, place }]);
}
