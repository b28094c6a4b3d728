import { asText, list, record, text } from '../../kubernetes/manifest';
import type { TemplateReferences, Templates } from './templates';

interface Mount {
  readonly name: string;
  readonly path: string;
}

const paths = {
  clickhouse: { data: '/var/lib/clickhouse', log: '/var/log/clickhouse-server' },
  keeper: { data: '/var/lib/clickhouse-keeper', log: '/var/log/clickhouse-keeper' },
};

/**
 * Names of the claim templates that a host uses: those that its containers mount, and the data and log templates, which
 * the operator mounts into every container whose path is still free.
 */
export function claimTemplatesOf(keeper: boolean, references: TemplateReferences, templates: Templates): string[] {
  const { dataVolumeClaimTemplate: data, logVolumeClaimTemplate: log } = references;
  const pod = record(templates.find('podTemplates', references.podTemplate)?.spec);
  const volumes = list(pod.volumes).map((volume) => record(volume).name);
  const used = new Set<string>();
  for (const mounts of containers(keeper, pod, log !== undefined)) {
    const own = paths[keeper ? 'keeper' : 'clickhouse'];
    for (const [name, path] of [
      [data, own.data],
      [log, own.log],
    ] as const) {
      const taken = mounts.some((mount) => mount.name === name || mount.path === path);
      if (name !== undefined && !taken) mounts.push({ name, path });
    }
    for (const { name } of mounts) used.add(name);
  }
  // A volume of the pod with the same name wins over the claim template.
  return [...used].filter((name) => templates.find('volumeClaimTemplates', name) && !volumes.includes(name));
}

/** Mounts of each container, including those that the operator adds. */
function containers(keeper: boolean, pod: Readonly<Record<string, unknown>>, logs: boolean): Mount[][] {
  const given = list(pod.containers).map(record);
  const names = given.map(({ name }) => name);
  const mounts = given.map((container) => list(container.volumeMounts).flatMap(mountOf));
  const lacksServer = keeper ? !names.includes('clickhouse-keeper') : given.length === 0;
  if (lacksServer) mounts.push([]);
  if (!keeper && logs && !names.includes('clickhouse-log')) mounts.push([]);
  return mounts;
}

function mountOf(value: unknown): Mount[] {
  const { name, mountPath } = record(value);
  return text(name) ? [{ name: asText(name), path: text(mountPath) ?? '' }] : [];
}
