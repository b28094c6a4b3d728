/** Platforms that a few words describe. Others need facts that only their owner knows. */
export const platformNames = ['minikube', 'kind', 'eks', 'gke', 'aks', 'openstack'] as const;

/** One of {@link platformNames}. */
export type PlatformName = (typeof platformNames)[number];
