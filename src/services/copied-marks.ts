/**
 * Marks of GitOps tools and Helm that the operator must not copy from its resources to what it makes of them. With them,
 * Argo CD and Flux take StatefulSets and volumes for objects of theirs that are gone from git, and remove them (operator
 * #487, #1272); and those that change, such as the version of a chart, would restart every pod.
 *
 * The operator compares whole keys, so that every one has to be listed. It leaves out what kubectl writes by itself.
 * @see pkg/util/map.go, CopyMapExclude, of the operator
 */
export const copiedMarks = {
  annotations: [
    'argocd.argoproj.io/compare-options',
    'argocd.argoproj.io/hook',
    'argocd.argoproj.io/hook-delete-policy',
    'argocd.argoproj.io/sync-options',
    'argocd.argoproj.io/sync-wave',
    'argocd.argoproj.io/tracking-id',
    'kustomize.toolkit.fluxcd.io/force',
    'kustomize.toolkit.fluxcd.io/prune',
    'kustomize.toolkit.fluxcd.io/reconcile',
    'kustomize.toolkit.fluxcd.io/ssa',
  ],
  labels: [
    'app.kubernetes.io/instance',
    'argocd.argoproj.io/instance',
    'helm.sh/chart',
    'helm.toolkit.fluxcd.io/name',
    'helm.toolkit.fluxcd.io/namespace',
    'kustomize.toolkit.fluxcd.io/name',
    'kustomize.toolkit.fluxcd.io/namespace',
  ],
} as const;
