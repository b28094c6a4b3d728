import { gitopsAnnotations } from '../kubernetes/gitops';
import type { JsonObject, Manifest } from '../kubernetes/manifest';
import type { Operator } from './operator';
import { operatorChart, operatorHelmValues } from './operator-values';

/** The objects that install an operator; none when somebody else does. */
export function renderOperator(operator: Operator): readonly Manifest[] {
  switch (operator.install) {
    case 'argocd':
      return [namespace(operator), application(operator)];
    case 'flux':
      return [namespace(operator), helmRepository(operator), helmRelease(operator)];
    case 'existing':
      return [];
  }
}

function valuesOf({ version, watches, podLabels, images }: Operator): JsonObject {
  // Both tools apply the folder crds/ of the chart, at upgrades, too: no Job with rights over definitions is needed.
  return operatorHelmValues({ version, watches, podLabels, ...images, definitions: 'crds' });
}

function namespace({ namespace: name, install }: Operator): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      annotations: kept(install),
    },
  };
}

/** What the operator stands on may leave a repository by accident; it stays in the cluster then. */
function kept(install: Operator['install']): Readonly<Record<string, string>> | undefined {
  return gitopsAnnotations(install === 'existing' ? undefined : install, 'services', 'holds-data');
}

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/ */
function application(operator: Operator): Manifest {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    // Without the finalizer of Argo CD: deleting the Application leaves the definitions, and so the databases.
    metadata: { name: operatorChart.release, namespace: operator.gitopsNamespace, annotations: kept('argocd') },
    spec: {
      project: 'default',
      source: {
        repoURL: operatorChart.repository,
        chart: operatorChart.name,
        targetRevision: operator.version,
        helm: { releaseName: operatorChart.release, valuesObject: valuesOf(operator) },
      },
      destination: { server: 'https://kubernetes.default.svc', namespace: operator.namespace },
      syncPolicy: {
        automated: { selfHeal: true },
        retry: { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
        // The definitions are larger than the annotation in which a client-side apply keeps its copy.
        syncOptions: ['ServerSideApply=true', 'Prune=false'],
      },
    },
  };
}

/** @see https://fluxcd.io/flux/components/source/helmrepositories/ */
function helmRepository({ gitopsNamespace }: Operator): Manifest {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'HelmRepository',
    metadata: { name: 'altinity', namespace: gitopsNamespace, annotations: kept('flux') },
    spec: { interval: '1h', url: operatorChart.repository },
  };
}

/** @see https://fluxcd.io/flux/components/helm/helmreleases/ */
function helmRelease(operator: Operator): Manifest {
  const sourceRef = { kind: 'HelmRepository', name: 'altinity' };
  const applied = { crds: 'CreateReplace', remediation: { retries: 10 } };
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name: operatorChart.release, namespace: operator.gitopsNamespace, annotations: kept('flux') },
    spec: {
      interval: '1h',
      releaseName: operatorChart.release,
      targetNamespace: operator.namespace,
      storageNamespace: operator.namespace,
      chart: { spec: { chart: operatorChart.name, version: operator.version, sourceRef } },
      install: applied,
      upgrade: applied,
      values: valuesOf(operator),
    },
  };
}
