import type { NetworkPolicyEgressRule } from 'kubernetes-types/networking/v1';
import { portOf } from '../clickhouse/storage/bucket';
import type { ResolvedStore } from './store-options';

/** Whose backups: an installation. */
export interface BackupSource {
  readonly namespace: string;
  /** Name of the installation. */
  readonly name: string;
}

/**
 * Folder of the backups of one shard. It is literal but for the shard, so that another cluster, whose macros say other
 * things, can read it. `{shard}` is filled in by clickhouse-backup, from the macros of the server: an index from 0.
 */
export function shardPath({ path }: ResolvedStore, { namespace, name }: BackupSource, shard: number | '{shard}') {
  return `${path}/${namespace}/${name}/shard-${shard}`;
}

/**
 * Folder of objects of disks that lie in object storage: clickhouse-backup demands one that neither holds the other folder
 * nor lies in it.
 * @see https://github.com/Altinity/clickhouse-backup/blob/v2.8.0/pkg/config/config.go ValidateObjectDiskConfig
 */
export function objectDiskPath({ path }: ResolvedStore, { namespace, name }: BackupSource, shard: number | '{shard}') {
  return `${path}-objects/${namespace}/${name}/shard-${shard}`;
}

/** What pods have to reach: the store. Buckets have no addresses of their own. */
export function storeEgress({ url }: ResolvedStore): readonly NetworkPolicyEgressRule[] {
  return [{ ports: [{ protocol: 'TCP', port: portOf(url) }] }];
}
