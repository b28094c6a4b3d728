import type { CronJobSpec } from 'kubernetes-types/batch/v1';
import type { EnvVar, ServiceSpec } from 'kubernetes-types/core/v1';
import type { NetworkPolicyEgressRule, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import { usualPorts } from '../../altinity/usual-ports';
import type { ResolvedEnvironment } from '../../environment/options';
import { renderPodAddresses } from '../../environment/pod-addresses';
import { type JobContainer, jobLabels, renderJobPolicy, scriptsDirectory } from '../../jobs/job';
import type { ManifestOf } from '../../kubernetes/manifest';
import { authorityMount, authorityPath, authorityVolumes } from '../authority';
import { backupSecret, secretVariable } from '../backup-secret';
import { backupUser } from '../check-cluster';
import type { BackupKind, ResolvedBackup } from '../options';
import { frameEnv, jobNameVariable, renderBackupJob } from '../render-job';
import { destinationFormat, listingFormat } from './collection';
import { podsService } from './contribution';

/** Configuration of the client where servers speak TLS. */
export const clientConfig = `<config>
  <openSSL>
    <client>
      <caConfig>${authorityPath}</caConfig>
      <loadDefaultCAFile>false</loadDefaultCAFile>
      <verificationMode>strict</verificationMode>
      <invalidCertificateHandler>
        <name>RejectCertificateHandler</name>
      </invalidCertificateHandler>
    </client>
  </openSSL>
</config>
`;

/** The job of one kind of backup, which tells servers in SQL what to do. */
export function renderNativeJob(
  backup: ResolvedBackup,
  environment: ResolvedEnvironment,
  kind: BackupKind,
): ManifestOf<CronJobSpec> {
  return renderBackupJob(backup, environment, kind, {
    container: container(backup, kind),
    volumes: authorityVolumes(backup.cluster),
    podLabels: backup.cluster.clientLabels,
  });
}

/** Only DNS: the labels of clients open the way to the servers. */
export function renderNativePolicy(
  { name }: ResolvedBackup,
  environment: ResolvedEnvironment,
  dns: readonly NetworkPolicyEgressRule[],
): ManifestOf<NetworkPolicySpec> {
  return renderJobPolicy(environment, name, jobLabels(name), dns);
}

/** The addresses of the pods of jobs under one name, by which servers know them. */
export function renderJobAddresses(
  job: Pick<ResolvedBackup, 'name'>,
  environment: Pick<ResolvedEnvironment, 'namespace' | 'gitops'>,
): ManifestOf<ServiceSpec> {
  return renderPodAddresses(environment, podsService(job), jobLabels(job.name));
}

function container(backup: ResolvedBackup, kind: BackupKind): JobContainer {
  const { cluster, store, throttle } = backup;
  const secret = backupSecret(cluster.name);
  const tls = cluster.tlsSecret !== undefined;
  const values = {
    ...frameEnv(backup, kind),
    PORT: String(tls ? usualPorts.tcpSecure : usualPorts.tcp),
    ...(tls && { CONFIG: `${scriptsDirectory}/client.xml` }),
    DESTINATION: destinationFormat(store, cluster),
    LISTING: listingFormat(store, cluster),
    ...(throttle !== undefined && { THROTTLE: String(throttle) }),
    CLICKHOUSE_USER: backupUser,
  };
  return {
    name: 'backup',
    image: backup.image,
    command: ['sh', `${scriptsDirectory}/backup.sh`],
    env: [
      jobNameVariable,
      ...Object.entries(values).map(([name, value]): EnvVar => ({ name, value })),
      secretVariable('CLICKHOUSE_PASSWORD', secret.name, secret.passwordKey),
    ],
    resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '512Mi' } },
    ...authorityMount(cluster),
  };
}
