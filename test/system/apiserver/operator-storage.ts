import type { Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { type Host, topologyOf } from '../../../src/altinity/topology';
import { at, list, type Manifest, record, text } from '../../../src/kubernetes/manifest';
import { type Family, families } from './operator-additions';

/** The claims that the operator, or the StatefulSet, would make for these pods. */
export function claimsOf(installation: Manifest, hosts = topologyOf(installation).hosts): readonly Manifest[] {
  if (!families[installation.kind]) return [];
  return hosts.flatMap((host) =>
    linkedClaims(installation).map(({ template }) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: claimName(template, host), namespace: installation.metadata.namespace },
      spec: at(named(installation, 'volumeClaimTemplates', template), 'spec'),
    })),
  );
}

/** Volumes of the generated configuration and of the claims, and where they are mounted in every container. */
export function storageOf(installation: Manifest, host: Host, family: Family) {
  const { prefix, directories } = family;
  const { name } = installation.metadata;
  const configuration: Readonly<Record<string, string>> = {
    [`${prefix}-${name}-common-configd`]: directories.common,
    [`${prefix}-${name}-common-usersd`]: directories.users,
    [`${prefix}-${name}-deploy-confd-${host.cluster}-${host.name}`]: directories.host,
  };
  const claims = linkedClaims(installation);
  const volumes: Volume[] = [
    ...Object.keys(configuration).map((map) => ({ name: map, configMap: { name: map, defaultMode: 0o644 } })),
    ...claims.map(({ template }) => ({
      name: template,
      persistentVolumeClaim: { claimName: claimName(template, host) },
    })),
  ];
  const mounts: VolumeMount[] = [
    ...Object.entries(configuration).map(([map, mountPath]) => ({ name: map, mountPath })),
    // A container that mounts a claim template by its name has said itself where.
    ...claims.flatMap(({ template, kind }) =>
      kind === 'mounted' ? [] : [{ name: template, mountPath: directories[kind] }],
    ),
  ];
  return { volumes, mounts };
}

/** Claim templates that the pods of an installation use. */
export function linkedClaims(
  installation: Manifest,
): readonly { readonly kind: 'data' | 'log' | 'mounted'; readonly template: string }[] {
  const linked = (['data', 'log'] as const).flatMap((kind) => {
    const template = text(at(installation, 'spec', 'defaults', 'templates', `${kind}VolumeClaimTemplate`));
    return template === undefined ? [] : [{ kind, template }];
  });
  const templates = list(at(installation, 'spec', 'templates', 'volumeClaimTemplates')).map((claim) =>
    String(at(claim, 'name')),
  );
  const mounted = list(at(installation, 'spec', 'templates', 'podTemplates'))
    .flatMap((pod) => list(at(pod, 'spec', 'containers')))
    .flatMap((container) => list(at(container, 'volumeMounts')))
    .map((mount) => String(at(mount, 'name')));
  const further = templates.filter(
    (name) => mounted.includes(name) && !linked.some(({ template }) => template === name),
  );
  return [...linked, ...further.map((template) => ({ kind: 'mounted' as const, template }))];
}

function claimName(template: string, host: Host): string {
  return `${template}-${host.object}-0`;
}

/** A template of an installation; empty when there is none of that name. */
export function named(
  installation: Manifest,
  section: string,
  name: string | undefined,
): Readonly<Record<string, unknown>> {
  return record(list(at(installation, 'spec', 'templates', section)).find((entry) => at(entry, 'name') === name));
}
