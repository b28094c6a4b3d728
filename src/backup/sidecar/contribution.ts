import type { Container, EnvVar } from 'kubernetes-types/core/v1';
import { usualPorts } from '../../altinity/usual-ports';
import type { ClusterContribution } from '../../clickhouse/contribution';
import type { ResolvedCluster } from '../../clickhouse/options';
import { certificates } from '../../clickhouse/render-tls';
import { renderMounts } from '../../clickhouse/storage/render-storage';
import type { ResolvedEnvironment } from '../../environment/options';
import { containerSecurityContext, resourceRequirements } from '../../environment/pods';
import { certificateMount } from '../../environment/server-tls';
import { jobLabels } from '../../jobs/job';
import { prometheusIngress } from '../../monitoring/render-network';
import { backupSecret, secretVariable } from '../backup-secret';
import { backupUser } from '../check-cluster';
import type { ResolvedBackup } from '../options';
import { storeEnv } from '../store-env';
import { storeEgress } from '../store-paths';

/** Port of the API, and its name in the pod. */
export const sidecarPort = { name: 'backup', port: 7171 } as const;

/**
 * What backups need, and no more: to see tables, and to freeze their parts. A restore needs more, with a user of its own.
 * @see https://github.com/Altinity/clickhouse-backup/blob/v2.8.0/Examples.md minimal grants, less what restores
 */
const grants = ['GRANT SHOW, ALTER FREEZE PARTITION ON *.*', 'GRANT SELECT ON system.*'];

/** clickhouse-backup beside each server, its user, and its ways. */
export function sidecarContribution(
  by: string,
  backup: ResolvedBackup,
  cluster: ResolvedCluster,
  { monitoring }: ResolvedEnvironment,
): ClusterContribution {
  const { port } = sidecarPort;
  return {
    by,
    containers: [sidecar(backup, cluster)],
    users: {
      [backupUser]: {
        // It logs in from inside of the pod only.
        networks: ['127.0.0.1/32', '::1/128'],
        password: { ...backupSecret(cluster.name), hashKey: 'password_sha256_hex' },
        grants,
      },
    },
    ...(backup.identity && { identity: backup.identity }),
    egress: storeEgress(backup.store),
    ingress: [
      { from: [{ podSelector: { matchLabels: jobLabels(backup.name) } }], ports: [{ protocol: 'TCP', port }] },
      ...prometheusIngress(monitoring, port),
    ],
  };
}

/**
 * It has no probes on purpose: a store that does not answer must not take a database from its clients. It waits for the
 * server by itself, and an alert says when it is down. The operator mounts the volume of the data into all containers.
 */
function sidecar(backup: ResolvedBackup, cluster: ResolvedCluster): Container {
  const mounts = [...renderMounts(cluster), ...(cluster.tls ? [certificateMount(certificates)] : [])];
  return {
    name: 'backup',
    image: backup.image,
    command: ['/bin/clickhouse-backup', 'server'],
    env: [...plain(apiEnv(backup, cluster)), ...logins(cluster), ...storeEnv(backup.store, backup.cluster)],
    ports: [{ name: sidecarPort.name, containerPort: sidecarPort.port }],
    resources: resourceRequirements(backup.resources),
    securityContext: containerSecurityContext,
    ...(mounts.length > 0 && { volumeMounts: mounts }),
  };
}

/** @see https://github.com/Altinity/clickhouse-backup/blob/v2.8.0/pkg/config/config.go */
function apiEnv({ throttle, cluster: { coldStorage } }: ResolvedBackup, { tls }: ResolvedCluster) {
  return {
    API_LISTEN: `:${sidecarPort.port}`,
    // Otherwise every look at the list would count as an operation that runs, and keep others away.
    API_BACKUP_ACTIONS_SKIP_COMMANDS: 'list',
    ...(tls && {
      API_SECURE: 'true',
      API_CERTIFICATE_FILE: `${certificates}/tls.crt`,
      API_PRIVATE_KEY_FILE: `${certificates}/tls.key`,
    }),
    // A copy on the disk of the server would keep parts that have long been merged.
    BACKUPS_TO_KEEP_LOCAL: '-1',
    // Nothing is ever deleted from here.
    BACKUPS_TO_KEEP_REMOTE: '0',
    ...(throttle !== undefined && { UPLOAD_MAX_BYTES_PER_SECOND: String(throttle) }),
    // Where a replica that is lost still stands in Keeper, its tables come back under this path. That of upstream is the same for
    // all installations with one Keeper: tables of one name would become replicas of each other.
    CLICKHOUSE_DEFAULT_REPLICA_PATH: '/clickhouse/{installation}/{cluster}/tables/{shard}/{database}/{table}',
    ...(coldStorage === 'used' && { ALLOW_OBJECT_DISK_STREAMING: 'true' }),
    CLICKHOUSE_HOST: 'localhost',
    // Written down in any case: a Service called 'clickhouse' would bring a variable of this name.
    CLICKHOUSE_PORT: String(tls ? usualPorts.tcpSecure : usualPorts.tcp),
    ...(tls && { CLICKHOUSE_SECURE: 'true', CLICKHOUSE_TLS_CA: `${certificates}/ca.crt` }),
    CLICKHOUSE_USERNAME: backupUser,
  };
}

function logins({ name }: ResolvedCluster): readonly EnvVar[] {
  const { usernameKey, passwordKey, ...secret } = backupSecret(name);
  return [
    secretVariable('CLICKHOUSE_PASSWORD', secret.name, passwordKey),
    secretVariable('API_USERNAME', secret.name, usernameKey),
    secretVariable('API_PASSWORD', secret.name, passwordKey),
  ];
}

function plain(values: Readonly<Record<string, string>>): readonly EnvVar[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
