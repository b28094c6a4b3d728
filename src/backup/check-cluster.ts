import { identities } from '../clickhouse/storage/resolve-storage';
import type { ResolvedEnvironment } from '../environment/options';
import type { Problems } from '../kubernetes/prop-error';
import type { BackupScheduleProps } from './options';

/** Name of the user of ClickHouse that makes backups. */
export const backupUser = 'backup';

/** Reports a cluster that cannot be backed up from here. */
export function checkCluster(
  problems: Problems,
  environment: ResolvedEnvironment,
  { cluster, identity }: BackupScheduleProps,
): void {
  if (cluster.namespace !== environment.namespace)
    problems.add({
      rule: 'backup/namespace',
      prop: 'cluster',
      must: `stand in the namespace of its backups (${environment.namespace}), where its Secrets are`,
      gotText: `one of ${cluster.namespace}`,
      fix: 'create the BackupSchedule in the environment of the cluster.',
    });
  if (Object.hasOwn(cluster.resolved.users, backupUser))
    problems.add({
      rule: 'backup/user',
      prop: 'cluster',
      must: `have no user '${backupUser}' of its own: backups bring theirs`,
      gotText: `users.${backupUser}`,
      fix: 'give that user another name.',
    });
  const own = cluster.resolved.identity;
  if (identity && own && (own.kind !== identity.kind || !sameAnnotations(own.annotations, identity.annotations)))
    problems.add({
      rule: 'backup/identity',
      prop: 'identity',
      must: 'be left out where the cluster has one: all containers of a pod share a ServiceAccount',
      gotText: `another ${identity.kind} than that of the cluster`,
      fix: 'give backups rights of their own with role or serviceAccount of the store.',
    });
}

/** Reports a store that nobody can reach, or that does not protect what it holds. */
export function checkStore(
  problems: Problems,
  environment: ResolvedEnvironment,
  { cluster, store, identity = cluster.resolved.identity }: BackupScheduleProps,
): void {
  const { kind, keys, url, endpoint, encryption } = store.resolved;
  if (!keys && !identities[kind].includes(identity?.kind ?? ''))
    problems.add({
      rule: 'backup/credentials',
      prop: 'store',
      must: 'have keys, or a cluster with an identity of its cloud',
      gotText: `${kind} without keys, ${identity ? identity.kind : 'no identity'}`,
      fix: "write identity: Identity.awsRole('arn:...') here or at the cluster, or keys: { name: 'my-secret' } at the store.",
    });
  const data = cluster.resolved.storage.cold?.store.url;
  if (data?.startsWith(`${url}/`))
    problems.add({
      rule: 'backup/data-bucket',
      prop: 'store',
      must: 'be another bucket than that of the data: whoever can delete the one can delete the other',
      gotText: `the bucket of storage.cold of '${cluster.name}' (${url})`,
      fix: "create a bucket for backups, with versioning or object lock: bucket: 'company-clickhouse-backup'.",
    });
  if (environment.stage === 'production' && endpoint !== undefined && encryption === undefined)
    problems.add({
      rule: 'backup/encryption',
      prop: 'store.encryption',
      must: `say in production how ${endpoint} encrypts what it stores`,
      gotText: 'nothing',
      fix: "write encryption: 'bucket' where the bucket encrypts by itself, else 'aes256' or { kmsKey }.",
    });
}

function sameAnnotations(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
}
