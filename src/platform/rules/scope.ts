import { isToken } from '../../kubernetes/token';
import type { LoadBalancerService } from './load-balancers';
import { annotationOf } from './load-balancers';

const isTrue = (service: LoadBalancerService, key: string) => annotationOf(service, key) === 'true';

/** Whether a load balancer stands on the internet; undefined where the manifest does not tell. */
export function isPublic(service: LoadBalancerService): boolean | undefined {
  const { class: name, context } = service;
  const scheme = annotationOf(service, 'service.beta.kubernetes.io/aws-load-balancer-scheme');
  // What is not known could be a public one.
  if (scheme !== undefined) return scheme === 'internet-facing' || isToken(scheme);
  if (name?.startsWith('networking.gke.io/l4-regional')) return name.includes('external');
  if (name !== undefined) return undefined;
  switch (context.platform) {
    case 'gke': {
      const keys = ['networking.gke.io/load-balancer-type', 'cloud.google.com/load-balancer-type'];
      return !keys.some((key) => annotationOf(service, key)?.toLowerCase() === 'internal');
    }
    case 'aks':
      return !isTrue(service, 'service.beta.kubernetes.io/azure-load-balancer-internal');
    case 'openstack':
      return !isTrue(service, 'service.beta.kubernetes.io/openstack-internal-load-balancer');
    default:
      return undefined;
  }
}
