import { consumingEngines } from '../../clickhouse/consuming-engines';
import type { ClusterContribution } from '../../clickhouse/contribution';
import type { ResolvedCluster, ResolvedUser } from '../../clickhouse/options';
import type { ResolvedEnvironment } from '../../environment/options';
import { jobLabels } from '../../jobs/job';
import { backupSecret } from '../backup-secret';
import { backupUser } from '../check-cluster';
import { engines } from '../engines';
import { podsService } from '../native/contribution';
import { sidecarPort } from '../sidecar/contribution';
import type { ResolvedRestore } from './options';

/** Name of the user of ClickHouse as which jobs of restores log in. */
export const restoreUser = 'restore';

/** The Secret of that user. `anyhouse credentials` prints it. */
export function restoreSecret(cluster: string): ResolvedUser['password'] {
  return { name: `${cluster}-restore`, passwordKey: 'password', hashKey: 'password_sha256_hex' };
}

const loopback = ['127.0.0.1/32', '::1/128'];

/** To look at tables, to wait for replicas, and to leave a mark. */
export const lookingGrants = [
  'GRANT SHOW, SYSTEM SYNC REPLICA ON *.*',
  'GRANT SELECT ON system.*',
  'GRANT INSERT, CREATE TABLE ON system.finished_restores',
];

/**
 * What brings everything back: a backup may hold tables of any engine, views with any definer, dictionaries and functions. The user
 * has it for as long as the restore stands in the program.
 * @see https://github.com/Altinity/clickhouse-backup/blob/v2.8.0/Examples.md "Better use maximum grants"
 */
export const restoringGrants = [
  'GRANT SOURCES ON *.*',
  'GRANT TABLE ENGINE ON *',
  'GRANT SHOW, SELECT, INSERT, ALTER, CREATE, DROP, SYSTEM, dictGet ON *.*',
  'GRANT SET DEFINER ON *',
  'GRANT NAMED COLLECTION ON *',
];

/** What a cluster needs to be restored: rights and ways, and where it is no cluster with backups of its own, a reader of them. */
export function restoreContributions(
  by: string,
  { name, place, reader, cluster: { namespace }, sqlPort }: ResolvedRestore,
  cluster: ResolvedCluster,
  environment: ResolvedEnvironment,
): readonly ClusterContribution[] {
  const { engine } = reader;
  const user = (secret: ResolvedUser['password'], grants: readonly string[]) => ({
    networks: loopback,
    password: secret,
    grants,
  });
  const beside = { ...backupSecret(cluster.name), hashKey: 'password_sha256_hex' };
  const ports = [sqlPort, ...(engine === 'sidecar' ? [sidecarPort.port] : [])];
  const own: ClusterContribution = {
    by,
    users: {
      [restoreUser]: user(restoreSecret(cluster.name), engine === 'native' ? restoringGrants : lookingGrants),
      ...(engine === 'sidecar' && { [backupUser]: user(beside, restoringGrants) }),
    },
    userHosts: { [restoreUser]: [`${podsService({ name })}.${namespace}.svc.cluster.local`] },
    ingress: [
      {
        from: [{ podSelector: { matchLabels: jobLabels(name) } }],
        ports: ports.map((port) => ({ protocol: 'TCP', port })),
      },
    ],
  };
  return place === 'in-place' ? [own] : [copying(engines[engine].contribution(by, reader, cluster, environment)), own];
}

/**
 * A copy beside its source brings back no table that consumes: it would take messages from the source, in its group of consumers,
 * or delete files that the source has not read yet. Views that read from such a table come back: clickhouse-backup attaches them.
 * @see https://github.com/Altinity/clickhouse-backup/blob/v2.8.0/pkg/backup/table_pattern.go skipTablesByEngine
 */
function copying({ containers = [], ...contribution }: ClusterContribution): ClusterContribution {
  const skipped = { name: 'CLICKHOUSE_SKIP_TABLE_ENGINES', value: consumingEngines.join(',') };
  return { ...contribution, containers: containers.map((one) => ({ ...one, env: [...(one.env ?? []), skipped] })) };
}
