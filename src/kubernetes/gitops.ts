/** Order in which Argo CD applies; lower first. Objects of one wave are applied together. */
export const waves = { services: -40, namespace: -30, access: -20, keeper: -10, cluster: 0, workload: 10 } as const;

/**
 * Annotations that tell a GitOps tool when to apply an object and whether it may ever remove it.
 * @param holdsData whether removing the object can remove data
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-resource-reconciliation
 */
export function gitopsAnnotations(
  gitops: 'argocd' | 'flux' | undefined,
  wave: keyof typeof waves,
  holdsData: 'holds-data' | 'replaceable',
): Readonly<Record<string, string>> | undefined {
  const keep = holdsData === 'holds-data';
  if (gitops === 'flux') return keep ? { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' } : undefined;
  if (gitops !== 'argocd') return undefined;
  return {
    ...(keep && { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' }),
    'argocd.argoproj.io/sync-wave': String(waves[wave]),
  };
}
