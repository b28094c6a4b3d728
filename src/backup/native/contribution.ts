import type { ClusterContribution } from '../../clickhouse/contribution';
import type { ResolvedCluster } from '../../clickhouse/options';
import { backupSecret } from '../backup-secret';
import { backupUser } from '../check-cluster';
import type { ResolvedBackup } from '../options';
import { storeEgress } from '../store-paths';
import { storeCollection } from '../store-sql';
import { backupCollection } from './collection';

/** Name under which servers find the pods of jobs, from which the user of backups logs in. */
export function podsService({ name }: Pick<ResolvedBackup, 'name'>): string {
  return `${name}-pods`;
}

/**
 * What BACKUP and the list of backups need. A named collection asks for the right to its kind of source as a whole.
 * @see https://clickhouse.com/docs/sql-reference/statements/grant
 */
function grants({ store }: ResolvedBackup): readonly string[] {
  const source = store.kind === 'azure' ? 'AZURE' : 'S3';
  return [
    'GRANT CREATE TEMPORARY TABLE, BACKUP ON *.*',
    `GRANT ${source} ON *.*`,
    `GRANT NAMED COLLECTION ON ${backupCollection}`,
    'GRANT SELECT ON system.backups',
  ];
}

/** The user of backups, and the store as a named collection of the servers. */
export function nativeContribution(by: string, backup: ResolvedBackup, cluster: ResolvedCluster): ClusterContribution {
  return {
    by,
    users: {
      [backupUser]: {
        networks: ['127.0.0.1/32', '::1/128'],
        password: { ...backupSecret(cluster.name), hashKey: 'password_sha256_hex' },
        grants: grants(backup),
      },
    },
    userHosts: { [backupUser]: [`${podsService(backup)}.${backup.cluster.namespace}.svc.cluster.local`] },
    settings: {
      ...storeCollection(backup.store, backupCollection),
      // With TLS of the environment servers believe its authority only, unless data lies in object storage.
      ...(cluster.tls && { 'openSSL/client/loadDefaultCAFile': 'true' }),
    },
    ...(backup.identity && { identity: backup.identity }),
    egress: storeEgress(backup.store),
  };
}
