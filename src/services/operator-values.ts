import type { ResourceRequirements, SecurityContext } from 'kubernetes-types/core/v1';
import { compareReleases, supports } from '../altinity/versions';
import type { JsonObject } from '../kubernetes/manifest';
import { copiedMarks } from './copied-marks';
import { imageFrom, kubectlImage } from './operator-images';

/** Helm chart of the operator; its version is that of the operator. */
export const operatorChart = {
  name: 'altinity-clickhouse-operator',
  repository: 'https://helm.altinity.com',
  release: 'clickhouse-operator',
} as const;

/**
 * Secret with `username` and `password` of the account that the operator uses in every database. Not the name that the
 * chart would give it: a Secret that the chart once made holds the published default password.
 */
export const operatorSecret = 'clickhouse-operator-credentials';

/** Options of {@link operatorHelmValues}. */
export interface OperatorValuesOptions {
  /** Release of the operator. */
  readonly version: string;
  /** Namespaces it watches, as regular expressions. */
  readonly watches: readonly string[];
  /** Labels that its pods need besides those of the chart. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * Who installs and updates the resource definitions: `hook` is a Job of the chart that runs kubectl, for plain Helm,
   * which only ever creates them; `crds` is the folder of the chart, for tools that apply it at every upgrade.
   */
  readonly definitions: 'hook' | 'crds';
  /** Registry that mirrors the public images. @default - the public registries */
  readonly registry?: string;
  /** Names of pull Secrets in the namespace of the operator. @default - none */
  readonly pullSecrets?: readonly string[];
}

/** Values of the operator's chart: own credentials, watch scope, restricted pods, nothing copied that GitOps reads. */
export function operatorHelmValues(options: OperatorValuesOptions): JsonObject {
  const { version, definitions, pullSecrets = [] } = options;
  const podLabels = Object.entries(options.podLabels ?? {}).filter(([key]) => key !== 'app.kubernetes.io/name');
  return {
    fullnameOverride: operatorChart.release,
    ...scope(options),
    ...(podLabels.length > 0 && { podLabels: Object.fromEntries(podLabels) }),
    ...(pullSecrets.length > 0 && { imagePullSecrets: pullSecrets.map((name) => ({ name })) }),
    podSecurityContext: unprivileged,
    operator: container('altinity/clickhouse-operator', resources('100m', '128Mi', '512Mi'), options),
    metrics: container('altinity/metrics-exporter', resources('50m', '128Mi', '512Mi'), options),
    secret: { create: false },
    ...(compareReleases(version, '0.25.6') >= 0 && {
      crdHook: definitions === 'hook' ? hook(options) : { enabled: false },
    }),
  };
}

/**
 * The configuration of the operator. Lists replace those of the chart, maps are merged into them. The watch scope got
 * a value of its own in 0.27.2 (operator #1919), which fills the same place.
 */
function scope({ version, watches }: OperatorValuesOptions): JsonObject {
  const ownValue = supports(version, 'chartWatchNamespaces');
  const config = {
    ...(!ownValue && { watch: { namespaces: watches } }),
    clickhouse: { access: { secret: { name: operatorSecret } } },
    annotation: { exclude: copiedMarks.annotations },
    label: { exclude: copiedMarks.labels },
    // A roll goes on once a replica is ready, be it hours behind, and then takes the one that is not. An installation
    // cannot ask for it: the operator reads these switches from its own configuration only. The schema of the chart wants
    // a boolean here, where the resources have "yes" and "no".
    ...(compareReleases(version, '0.25.4') >= 0 && {
      reconcile: { host: { wait: { replicas: { all: true } } } },
    }),
  };
  return { ...(ownValue && { watchNamespaces: watches }), configs: { files: { 'config.yaml': config } } };
}

function container(repository: string, limits: ResourceRequirements, { registry }: OperatorValuesOptions): JsonObject {
  return {
    ...(registry !== undefined && { image: { repository: imageFrom(registry, repository) } }),
    containerSecurityContext: restricted as JsonObject,
    resources: limits as JsonObject,
  };
}

function hook({ version, registry, pullSecrets = [] }: OperatorValuesOptions): JsonObject {
  const { repository, tag } = kubectlImage(version);
  return {
    image: { repository: imageFrom(registry, repository), tag },
    ...(pullSecrets.length > 0 && { imagePullSecrets: pullSecrets.map((name) => ({ name })) }),
    // Charts before the spring of 2026 do not read these two, so that a namespace which enforces them refuses the Job.
    podSecurityContext: unprivileged,
    containerSecurityContext: restricted as JsonObject,
    resources: resources('50m', '64Mi', '256Mi') as JsonObject,
  };
}

/** The images name their user `nobody`; kubelet believes only numbers. */
const unprivileged: JsonObject = {
  runAsGroup: 65534,
  runAsNonRoot: true,
  runAsUser: 65534,
  seccompProfile: { type: 'RuntimeDefault' },
};

const restricted: SecurityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

function resources(cpu: string, memory: string, limit: string): ResourceRequirements {
  return { requests: { cpu, memory }, limits: { memory: limit } };
}
