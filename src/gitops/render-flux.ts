import type { JsonObject, Manifest } from '../kubernetes/manifest';
import { healthExpressions } from './health/expressions';
import type { DeliveredFolder, FluxSource, ResolvedFlux } from './options';

/**
 * A source for one revision.
 * @see https://fluxcd.io/flux/components/source/gitrepositories/
 */
export function renderSource({ url, secret }: ResolvedFlux, source: FluxSource): Manifest {
  const { kind, name, namespace, revision } = source;
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind,
    metadata: { name, namespace },
    spec: {
      interval: '5m',
      url: url as string,
      ref: referenceOf(kind, revision),
      ...(secret !== undefined && { secretRef: { name: secret } }),
    },
  };
}

function referenceOf(kind: FluxSource['kind'], revision: string): JsonObject {
  if (kind === 'OCIRepository') return { tag: revision };
  return revision.startsWith('refs/') ? { name: revision } : { branch: revision };
}

/**
 * Delivers a folder. Deleting the Kustomization leaves the databases: `deletionPolicy` keeps all, and marks on what holds
 * data keep it where a human changes that.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/
 */
export function renderKustomization(flux: ResolvedFlux, folder: DeliveredFolder): Manifest {
  const { namespace, services, sources, prune, timeout } = flux;
  const isServices = folder === services;
  const source = sources.find(({ revision }) => revision === folder.revision) ?? sources[0];
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: folder.name, namespace },
    spec: {
      ...(!isServices && { dependsOn: [{ name: services.name }] }),
      interval: '10m',
      retryInterval: '1m',
      timeout,
      sourceRef: {
        kind: source?.kind,
        name: source?.name,
        ...(source?.namespace !== namespace && { namespace: source?.namespace }),
      } as JsonObject,
      path: `./${folder.path}`,
      prune: prune === 'automatic',
      deletionPolicy: 'Orphan',
      wait: true,
      ...(!isServices && { healthCheckExprs: healthExpressions as unknown as JsonObject[] }),
    },
  };
}
