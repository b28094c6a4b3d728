import type { OwnedField } from '../environment/delivery';
import { waves } from '../kubernetes/gitops';
import { groupOf, isClusterScoped } from '../kubernetes/kinds';
import type { JsonObject, Manifest } from '../kubernetes/manifest';
import type { DeliveredFolder, DeliveredObject, ResolvedArgoCd } from './options';

/** Projects come before the Applications that belong to them, for whoever delivers these objects with Argo CD as well. */
const projectWave = waves.services - 10;

/**
 * What one kind of Application may do: from where, to where, and which objects outside of namespaces. Services have a
 * project of their own, because an operator that Argo CD installs needs a place in its namespace, which environments
 * must never have.
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/projects/
 */
export function renderProject(
  argoCd: ResolvedArgoCd,
  which: 'services' | 'environments',
  objects: readonly DeliveredObject[],
): Manifest {
  const { name, namespace, url, destination, services, environments } = argoCd;
  const isScoped = ({ apiVersion, kind }: DeliveredObject) => isClusterScoped(apiVersion, kind);
  const folders = which === 'services' ? [services] : environments;
  const namespaces = [
    ...folders.map((folder) => folder.namespace),
    ...objects.flatMap((object) => (isScoped(object) ? [] : (object.namespace ?? []))),
  ];
  const windows = folders.flatMap((folder) =>
    (folder.notes?.syncWindows ?? []).map((window) => ({ ...window, applications: [folder.name] })),
  );
  const whitelist = unique(
    objects
      .filter(isScoped)
      .map(({ apiVersion, kind, name: object }) => ({ group: groupOf(apiVersion), kind, name: object })),
  );
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: which === 'services' ? services.name : name,
      namespace,
      annotations: { 'argocd.argoproj.io/sync-wave': String(projectWave) },
    },
    spec: {
      sourceRepos: [url],
      destinations: unique(namespaces).map((place) => ({ ...destination, namespace: place })),
      ...(whitelist.length > 0 && { clusterResourceWhitelist: whitelist }),
      ...(windows.length > 0 && { syncWindows: windows as unknown as JsonObject[] }),
    },
  };
}

/**
 * Delivers a folder. It has no finalizer: deleting the Application leaves the databases.
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml
 */
export function renderApplication(argoCd: ResolvedArgoCd, folder: DeliveredFolder): Manifest {
  const { name, namespace, url, destination, services, prune } = argoCd;
  const isServices = folder === services;
  const ignored = (folder.notes?.ownedFields ?? []).map((field) => ignoredField(field, folder.namespace));
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: folder.name,
      namespace,
      annotations: { 'argocd.argoproj.io/sync-wave': String(isServices ? waves.services : waves.cluster) },
    },
    spec: {
      project: isServices ? services.name : name,
      source: { repoURL: url, targetRevision: folder.revision, path: folder.path },
      destination: { ...destination, namespace: folder.namespace },
      syncPolicy: {
        automated: { selfHeal: true, ...(prune === 'automatic' && { prune: true }) },
        // The first syncs fail until the operator has brought its definitions. A newer commit takes over from a retry.
        retry: { limit: -1, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
        syncOptions: [
          'FailOnSharedResource=true',
          ...(prune === 'automatic' ? ['PruneLast=true'] : []),
          ...(ignored.length > 0 ? ['RespectIgnoreDifferences=true'] : []),
          'ServerSideApply=true',
          'SkipDryRunOnMissingResource=true',
        ],
      },
      ...(ignored.length > 0 && { ignoreDifferences: ignored }),
    },
  };
}

function ignoredField({ group, kind, name, jsonPointers }: OwnedField, namespace: string): JsonObject {
  return {
    ...(group !== '' && { group }),
    kind,
    name,
    namespace,
    jsonPointers: [...jsonPointers],
  };
}

/** Each value once, in an order that does not depend on the program. */
function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values.map((value) => JSON.stringify(value)))].sort().map((text) => JSON.parse(text) as T);
}
