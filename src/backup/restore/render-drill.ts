import type { CronJobSpec, JobSpec } from 'kubernetes-types/batch/v1';
import type { EnvVar, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import type { NetworkPolicyEgressRule, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import { clickhouseLabels } from '../../altinity/labels';
import { renderAccount } from '../../environment/account';
import { apiServerEgress } from '../../environment/api-server';
import type { ResolvedEnvironment } from '../../environment/options';
import { fieldVariable, jobLabels, renderCronJob, renderScripts, scriptsDirectory } from '../../jobs/job';
import type { Manifest, ManifestOf } from '../../kubernetes/manifest';
import { podsOf } from '../../kubernetes/pods-of';
import { renderAlerts } from '../../monitoring/alert';
import { authorityMount, authorityVolumes } from '../authority';
import { secretVariable } from '../backup-secret';
import type { ResolvedBackup } from '../options';
import { drillAlerts } from './alerts';
import { drillSecret, drillUser } from './drill-contribution';
import type { ResolvedDrill } from './drill-props';
import type { ResolvedRestore } from './options';
import { renderRestorePolicy, restoreEnv, restoreScriptsName } from './render-job';
import { drillScript } from './scripts/drill-script';
import { sourceRowsSql } from './sql';

/** Where the job finds the certificate of the authority of the source. */
const sourceDirectory = '/source';
/** The operator makes the volumes go, the Job the installation; a day is enough to read its log. */
const dayInSeconds = 86_400;
/** A month is too long to wait for the next time, because a controller was away for some minutes. */
const startingDeadlineSeconds = 6 * 3600;

/** Script and statements of a drill, and the scratch installation. */
export function renderDrillFiles(
  environment: ResolvedEnvironment,
  restore: ResolvedRestore,
  installation: Manifest,
): Manifest {
  const { 'restore.sh': _, ...statements } = restore.files;
  const scope = restore.databases ? { databases: restore.databases } : {};
  return renderScripts(environment, restoreScriptsName(restore), {
    'drill.sh': drillScript(restore.reader.engine),
    ...statements,
    'source-rows.sql': sourceRowsSql(scope),
    'installation.yaml': installationFile(installation),
  });
}

/** The job that owns the installation is known when it runs. The API server reads YAML 1.1, in which `no` is no text. */
function installationFile({ metadata, ...rest }: Manifest): string {
  const { stringify } = require('yaml') as typeof import('yaml');
  const owner = { apiVersion: 'batch/v1', kind: 'Job', name: '@OWNER@', uid: '@OWNER_ID@' };
  return stringify(
    { ...rest, metadata: { ...metadata, ownerReferences: [owner] } },
    { version: '1.1', sortMapEntries: true, lineWidth: 0 },
  );
}

/** The CronJob. Kubernetes removes a Job that has ended after a day, and with it what a killed pod could not remove. */
export function renderDrillJob(
  drill: ResolvedDrill,
  restore: ResolvedRestore,
  source: ResolvedBackup['cluster'],
  environment: ResolvedEnvironment,
): ManifestOf<CronJobSpec> {
  const { name } = drill;
  const job = renderCronJob(
    environment,
    { ...drill, startingDeadlineSeconds },
    {
      name,
      podLabels: jobLabels(name),
      containers: [
        {
          name: 'drill',
          image: restore.image,
          command: ['sh', `${scriptsDirectory}/drill.sh`],
          env: [...restoreEnv(restore), ...drillEnv(drill, source)],
          resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
          ...mountsOf(restore, source),
        },
      ],
      scripts: restoreScriptsName(restore),
      volumes: [...authorityVolumes(restore.cluster), ...sourceAuthority(source)],
      serviceAccountName: name,
      deadlineSeconds: drill.deadlineSeconds,
      retries: 0,
    },
  );
  const { jobTemplate, ...spec } = job.spec;
  return {
    ...job,
    spec: {
      ...spec,
      jobTemplate: { spec: { ...(jobTemplate.spec as JobSpec), ttlSecondsAfterFinished: dayInSeconds } },
    },
  };
}

/** The certificate of the authority of the source, which another namespace does not have: it lies in the same Secret. */
function sourceAuthority({ name, tlsSecret }: ResolvedBackup['cluster']): readonly Volume[] {
  if (tlsSecret === undefined) return [];
  const items = [{ key: 'ca.crt', path: 'ca.crt' }];
  return [{ name: 'source', secret: { secretName: drillSecret(name).name, items } }];
}

function mountsOf(
  restore: ResolvedRestore,
  source: ResolvedBackup['cluster'],
): { readonly volumeMounts?: VolumeMount[] } {
  const { volumeMounts = [] } = authorityMount(restore.cluster);
  const theirs = source.tlsSecret === undefined ? [] : [{ name: 'source', mountPath: sourceDirectory, readOnly: true }];
  return volumeMounts.length + theirs.length === 0 ? {} : { volumeMounts: [...volumeMounts, ...theirs] };
}

function drillEnv({ name, sourcePort }: ResolvedDrill, source: ResolvedBackup['cluster']): readonly EnvVar[] {
  const secret = drillSecret(source.name);
  return [
    { name: 'SCRATCH', value: name },
    fieldVariable('NAMESPACE', 'metadata.namespace'),
    fieldVariable('OWNER', "metadata.labels['batch.kubernetes.io/job-name']"),
    fieldVariable('OWNER_ID', "metadata.labels['batch.kubernetes.io/controller-uid']"),
    { name: 'SOURCE_REPLICAS', value: source.replicas.map((hosts) => hosts.join(' ')).join('\n') },
    { name: 'SOURCE_SCHEME', value: source.tlsSecret === undefined ? 'http' : 'https' },
    { name: 'SOURCE_PORT', value: String(sourcePort) },
    ...(source.tlsSecret === undefined ? [] : [{ name: 'SOURCE_CA', value: `${sourceDirectory}/ca.crt` }]),
    { name: 'SOURCE_USER', value: drillUser },
    secretVariable('SOURCE_PASSWORD', secret.name, secret.passwordKey),
  ];
}

/**
 * Rights of the job: to create installations in this namespace, which cannot be limited to a name, and to see and delete the one of
 * that name. That is why a drill has a namespace of its own.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
 */
export function renderDrillAccess({ name }: ResolvedDrill, environment: ResolvedEnvironment): readonly Manifest[] {
  const installations = { apiGroups: ['clickhouse.altinity.com'], resources: ['clickhouseinstallations'] };
  return renderAccount(environment, name, [
    { ...installations, verbs: ['create'] },
    { ...installations, resourceNames: [name], verbs: ['get', 'delete'] },
    { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['list'] },
  ]);
}

/** What its pods may reach: the scratch servers, those of the source, and the API server. */
export function renderDrillPolicies(
  drill: ResolvedDrill,
  restore: ResolvedRestore,
  source: ResolvedBackup['cluster'],
  environment: ResolvedEnvironment,
  dns: readonly NetworkPolicyEgressRule[],
): ManifestOf<NetworkPolicySpec> {
  const policy = renderRestorePolicy(restore, environment, dns);
  const tcp = (...ports: number[]) => ports.map((port) => ({ protocol: 'TCP', port }));
  const servers = { matchLabels: clickhouseLabels(source.name) };
  return {
    ...policy,
    spec: {
      ...policy.spec,
      egress: [
        ...(policy.spec.egress ?? []),
        { to: [podsOf(source.namespace, servers)], ports: tcp(drill.sourcePort) },
        apiServerEgress(environment),
      ],
    },
  };
}

/** Alerts: nothing where nobody monitors. */
export function renderDrillMonitoring(
  { name, age }: ResolvedDrill,
  source: ResolvedBackup['cluster'],
  { namespace, gitops, monitoring }: ResolvedEnvironment,
): readonly Manifest[] {
  if (!monitoring) return [];
  const alerts = drillAlerts({ namespace, job: name, source: source.name, age });
  return [renderAlerts(name, { namespace, gitops, monitoring }, { drill: name, clickhouse: source.name }, alerts)];
}
