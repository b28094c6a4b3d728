import { backupSecret } from './backup-secret';
import type { ResolvedBackup } from './options';
import { objectDiskPath, shardPath } from './store-paths';

/** Folders of the store that a schedule writes to. */
export function foldersOf({ store, cluster, engine }: ResolvedBackup): readonly string[] {
  const copies = engine === 'sidecar' && cluster.coldStorage === 'used';
  return cluster.replicas.flatMap((_, shard) => [
    shardPath(store, cluster, shard),
    ...(copies ? [objectDiskPath(store, cluster, shard)] : []),
  ]);
}

/** Secrets that a schedule needs: its login, and the keys of the store. */
export function secretsOf({ store, cluster }: ResolvedBackup): readonly string[] {
  return [backupSecret(cluster.name).name, ...(store.keys ? [store.keys.name] : [])];
}
