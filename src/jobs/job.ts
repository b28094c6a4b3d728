import type { CronJobSpec, JobSpec } from 'kubernetes-types/batch/v1';
import type { Container, EnvVar, PodTemplateSpec, Volume } from 'kubernetes-types/core/v1';
import type { NetworkPolicyEgressRule, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import type { ResolvedEnvironment } from '../environment/options';
import { containerSecurityContext, podSecurityContext } from '../environment/pods';
import { renderPolicy } from '../environment/render-network';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest, ManifestOf } from '../kubernetes/manifest';

/** Where scripts lie in the containers of a job. */
export const scriptsDirectory = '/scripts';

/** What runs once, in one pod that ends. */
export interface JobOptions {
  /** Name of the Job or CronJob, at most 52 characters for the latter: Kubernetes adds the time. */
  readonly name: string;
  /** What its pods are selected by, for policies; see {@link jobLabels}. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** Labels of the Job or CronJob, for tools. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the Job or CronJob, for tools. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Run first, one after the other; each has to succeed. @default - none */
  readonly initContainers?: readonly JobContainer[];
  /** The containers; the job is done when all have ended well. */
  readonly containers: readonly JobContainer[];
  /** ConfigMap with scripts, mounted at {@link scriptsDirectory}. @default - none */
  readonly scripts?: string;
  /** Further volumes. @default - none */
  readonly volumes?: readonly Volume[];
  /** ServiceAccount. Its token is mounted into all containers. @default - none, and no token */
  readonly serviceAccountName?: string;
  /** ServiceAccount whose token is not mounted: an identity in a cloud. @default - none */
  readonly cloudAccountName?: string;
  /** Seconds after which Kubernetes ends it. */
  readonly deadlineSeconds: number;
  /** How often a failed pod is tried again. */
  readonly retries: number;
}

/** A container of a job. What every one gets is left out: rights, the root file system, `/tmp`. */
export type JobContainer = Omit<Container, 'securityContext'> & Required<Pick<Container, 'resources' | 'image'>>;

/** When a CronJob runs. */
export interface JobSchedule {
  /** Cron expression of five fields. */
  readonly schedule: string;
  /** Time zone of the IANA database. */
  readonly timeZone: string;
  /** Seconds that a run may begin late; after that it is left out until its next time. @default 600 */
  readonly startingDeadlineSeconds?: number;
}

/** Labels of the pods of a job. */
export function jobLabels(name: string): Readonly<Record<string, string>> {
  return { 'anyhouse.dev/job': name };
}

/**
 * A Job. Its pod template can never change: a changed one takes another name. The one before it stays until somebody prunes it,
 * and tells Argo CD that the Application is in sync nevertheless.
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/compare-options/
 */
export function renderJob(environment: ResolvedEnvironment, options: JobOptions): ManifestOf<JobSpec> {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadata(environment, {
      ...options,
      annotations: {
        ...(environment.gitops === 'argocd' && { 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous' }),
        ...options.annotations,
      },
    }),
    spec: jobSpec(environment, options),
  };
}

/** A CronJob of which one run is on its way at most. */
export function renderCronJob(
  environment: ResolvedEnvironment,
  { schedule, timeZone, startingDeadlineSeconds = 600 }: JobSchedule,
  options: JobOptions,
): ManifestOf<CronJobSpec> {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadata(environment, options),
    spec: {
      schedule,
      timeZone,
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds,
      // Enough to read what went wrong in the last days.
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 3,
      jobTemplate: { spec: jobSpec(environment, options) },
    },
  };
}

/** Scripts of a job, by file name. */
export function renderScripts(
  { namespace, gitops }: ResolvedEnvironment,
  name: string,
  files: Readonly<Record<string, string>>,
): Manifest {
  const annotations = gitopsAnnotations(gitops, 'access', 'replaceable');
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, annotations }, data: files };
}

/** What the pods of a job may reach; nothing reaches them. */
export function renderJobPolicy(
  environment: ResolvedEnvironment,
  name: string,
  podLabels: Readonly<Record<string, string>>,
  egress: readonly NetworkPolicyEgressRule[],
): ManifestOf<NetworkPolicySpec> {
  return renderPolicy(environment, name, {
    podSelector: { matchLabels: { ...podLabels } },
    policyTypes: ['Ingress', 'Egress'],
    egress: [...egress],
  });
}

function metadata({ namespace, gitops }: ResolvedEnvironment, { name, labels, annotations }: JobOptions) {
  return {
    name,
    namespace,
    ...(labels && { labels }),
    annotations: { ...gitopsAnnotations(gitops, 'workload', 'replaceable'), ...annotations },
  };
}

function jobSpec(environment: ResolvedEnvironment, options: JobOptions): JobSpec {
  return {
    activeDeadlineSeconds: options.deadlineSeconds,
    backoffLimit: options.retries,
    template: podTemplate(environment, options),
  };
}

function podTemplate({ images }: ResolvedEnvironment, options: JobOptions): PodTemplateSpec {
  const { serviceAccountName, cloudAccountName, initContainers = [], volumes = [], scripts } = options;
  const account = serviceAccountName ?? cloudAccountName;
  const inner = (containers: readonly JobContainer[]) => containers.map((one) => container(one, scripts));
  return {
    metadata: { labels: { ...options.podLabels } },
    spec: {
      automountServiceAccountToken: serviceAccountName !== undefined,
      // Variables for each Service of the namespace would be read as configuration by ClickHouse and its tools.
      enableServiceLinks: false,
      ...(account !== undefined && { serviceAccountName: account }),
      ...(images.pullSecrets.length > 0 && { imagePullSecrets: images.pullSecrets.map((name) => ({ name })) }),
      restartPolicy: 'Never',
      securityContext: podSecurityContext,
      ...(initContainers.length > 0 && { initContainers: inner(initContainers) }),
      containers: inner(options.containers),
      volumes: [
        { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
        ...(scripts === undefined ? [] : [{ name: 'scripts', configMap: { name: scripts } }]),
        ...volumes,
      ],
    },
  };
}

function container({ volumeMounts = [], ...given }: JobContainer, scripts: string | undefined): Container {
  return {
    ...given,
    securityContext: { ...containerSecurityContext, readOnlyRootFilesystem: true },
    volumeMounts: [
      { name: 'tmp', mountPath: '/tmp' },
      ...(scripts === undefined ? [] : [{ name: 'scripts', mountPath: scriptsDirectory, readOnly: true }]),
      ...volumeMounts,
    ],
  };
}

/**
 * A variable with a field of the pod. The version is the default of the API server, which replaces the whole reference: without it, a
 * server-side apply after a POST is a conflict.
 */
export function fieldVariable(name: string, fieldPath: string): EnvVar {
  return { name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } };
}
