import { compareReleases } from '../altinity/versions';

/**
 * Image of the Job that updates resource definitions. Up to 0.27.3 the chart runs kubectl in a shell, which the image
 * of the Kubernetes project does not have; from 0.27.4 it runs kubectl itself, and pins that image. The default before,
 * `bitnami/kubectl:latest`, cannot be pinned any more.
 */
export function kubectlImage(operatorVersion: string): { readonly repository: string; readonly tag: string } {
  return compareReleases(operatorVersion, '0.27.4') >= 0
    ? { repository: 'registry.k8s.io/kubectl', tag: 'v1.36.3' }
    : { repository: 'alpine/kubectl', tag: '1.34.2' };
}

/** An image as a mirror has it; the public one without a mirror. */
export function imageFrom(registry: string | undefined, repository: string): string {
  return registry === undefined ? repository : `${registry}/${repository.replace(/^registry\.k8s\.io\//, '')}`;
}
