import type { Container, PodSpec, PodTemplateSpec, VolumeMount } from 'kubernetes-types/core/v1';
import { type Host, topologyOf } from '../../../src/altinity/topology';
import { type Manifest, record } from '../../../src/kubernetes/manifest';
import { type Family, families, logReader } from './operator-additions';
import { linkedClaims, named, storageOf } from './operator-storage';

/*
 * What the Altinity operator makes of a pod template, so that admission can judge the pods of an installation without
 * the operator and its images. Follows operator 0.26: pkg/model/common/creator, pkg/model/chi/creator,
 * pkg/model/chk/creator, pkg/model/chi/tags/labeler.
 */

/** The pods that the operator would make for an installation, one for each host. Empty for other kinds. */
export function podsOf(installation: Manifest, hosts = topologyOf(installation).hosts): readonly Manifest[] {
  const family = families[installation.kind];
  return family ? hosts.map((host) => podOf(installation, host, family)) : [];
}

function podOf(installation: Manifest, host: Host, family: Family): Manifest {
  const template = named(installation, 'podTemplates', host.podTemplate) as PodTemplateSpec & ZonedTemplate;
  const { name: templateName, ...templateMetadata } = (template.metadata ?? {}) as Record<string, unknown>;
  const spec: PodSpec = structuredClone(template.spec ?? { containers: [] });
  const containers = withApplication(spec.containers ?? [], family);
  const application = containers.find(({ name }) => name === family.container) ?? (containers[0] as Container);
  complete(application, installation, host, family);
  if (wantsLogReader(installation, containers, family)) containers.push(structuredClone(logReader));

  const { volumes, mounts } = storageOf(installation, host, family);
  for (const container of containers) {
    const own = container.volumeMounts ?? [];
    const isTaken = (mount: VolumeMount) =>
      own.some(({ name, mountPath }) => name === mount.name || mountPath === mount.mountPath);
    container.volumeMounts = [...own, ...mounts.filter((mount) => !isTaken(mount))];
  }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...templateMetadata,
      name: `${host.object}-0`,
      namespace: installation.metadata.namespace,
      labels: { ...labelsOf(installation, host, family), ...record(templateMetadata.labels) } as Record<string, string>,
    },
    spec: {
      ...spec,
      hostname: `${host.object}-0`, // what the StatefulSet sets
      subdomain: host.object,
      terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? 30,
      hostAliases: [{ ip: '127.0.0.1', hostnames: [host.object] }, ...(spec.hostAliases ?? [])],
      affinity: affinityOf(spec, template, labelsOf(installation, host, family), family),
      containers,
      volumes: [...(spec.volumes ?? []), ...volumes],
    },
  };
}

/** Fields of a pod template that are the operator's own. */
interface ZonedTemplate {
  readonly zone?: { readonly key?: string; readonly values?: readonly string[] };
  readonly podDistribution?: readonly { readonly type: string; readonly topologyKey?: string }[];
}

/** ClickHouse falls back to the first container, Keeper to one of the operator's own beside the others. */
function withApplication(containers: readonly Container[], { container, image, fallsBack }: Family): Container[] {
  const found = containers.some(({ name }) => name === container) || (fallsBack && containers.length > 0);
  return found ? [...containers] : [...containers, { name: container, image }];
}

function complete(application: Container, installation: Manifest, host: Host, family: Family): void {
  const ports = application.ports ?? [];
  const missing = family.ports.filter(({ name }) => !ports.some((port) => port.name === name));
  application.ports = [...ports, ...missing];
  application.livenessProbe ??= family.livenessProbe;
  application.readinessProbe ??= family.readinessProbe;
  application.env = [...(application.env ?? []), ...family.env(installation, host)];
}

function wantsLogReader(installation: Manifest, containers: readonly Container[], { prefix }: Family): boolean {
  const linked = linkedClaims(installation).some(({ kind }) => kind === 'log');
  return prefix === 'chi' && linked && !containers.some(({ name }) => name === logReader.name);
}

function labelsOf({ metadata }: Manifest, host: Host, { group, prefix }: Family): Record<string, string> {
  return {
    [`${group}/namespace`]: metadata.namespace ?? 'default',
    [`${group}/app`]: 'chop',
    [`${group}/${prefix}`]: metadata.name,
    [`${group}/cluster`]: host.cluster,
    [`${group}/shard`]: host.shard,
    [`${group}/replica`]: host.replica,
    [`${group}/ready`]: 'yes',
    ...metadata.labels,
  };
}

function affinityOf(
  spec: PodSpec,
  { zone, podDistribution = [] }: ZonedTemplate,
  labels: Readonly<Record<string, string>>,
  { group, prefix }: Family,
): PodSpec['affinity'] {
  const values = zone?.values ?? [];
  const shard = ['namespace', prefix, 'cluster', 'shard'].map((key) => `${group}/${key}`);
  const apart = podDistribution.map(({ type, topologyKey = 'kubernetes.io/hostname' }) => {
    if (type !== 'ShardAntiAffinity') throw new Error(`What the operator makes of ${type} is not known here.`);
    const matchLabels = Object.fromEntries(shard.map((key) => [key, labels[key] ?? '']));
    return { labelSelector: { matchLabels }, topologyKey };
  });
  const own = spec.affinity?.podAntiAffinity;
  return {
    ...spec.affinity,
    ...(values.length > 0 && {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                { key: zone?.key ?? 'topology.kubernetes.io/zone', operator: 'In', values: [...values] },
              ],
            },
          ],
        },
      },
    }),
    ...(apart.length > 0 && {
      podAntiAffinity: {
        ...own,
        requiredDuringSchedulingIgnoredDuringExecution: [
          ...(own?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
          ...apart,
        ],
      },
    }),
  };
}
