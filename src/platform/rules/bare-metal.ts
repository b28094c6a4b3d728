import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { record } from '../../kubernetes/manifest';
import {
  annotationOf,
  atAnnotation,
  atField,
  forEachLoadBalancer,
  type LoadBalancerService,
  loadBalancersOf,
} from './load-balancers';

const shared = 'metallb.io/allow-shared-ip';
const usage = 'MetalLB, Usage';
const spellings = ['address-pool', 'loadBalancerIPs', 'allow-shared-ip', 'ip-allocated-from-pool'];

function* sharedAddresses(set: ManifestSet): Generator<Fault> {
  const first = new Map<string, LoadBalancerService>();
  for (const service of loadBalancersOf(set)) {
    const key = annotationOf(service, shared);
    if (key === undefined) continue;
    const other = first.get(key);
    const same = JSON.stringify([service.isLocal, service.isLocal && record(service.spec.selector)]);
    if (!other) first.set(key, service);
    else if (same !== JSON.stringify([other.isLocal, other.isLocal && record(other.spec.selector)]))
      yield atAnnotation(service, shared, `'${other.object.metadata.name}' has another traffic policy or selector.`);
  }
}

function* localLayer2(set: ManifestSet): Generator<Fault> {
  if (set.ofKind('L2Advertisement').length === 0 || set.ofKind('BGPAdvertisement').length > 0) return;
  for (const service of loadBalancersOf(set)) {
    if (service.isLocal && service.class === undefined)
      yield atField(service, 'externalTrafficPolicy', 'addresses are announced by one node at a time.');
  }
}

/** Rules about load balancers on bare metal. */
export const bareMetalRules: readonly Rule[] = [
  {
    id: 'metallb/shared-address',
    severity: 'error',
    title: 'Services that share an address have the traffic policy Cluster, or the same pods',
    why: 'MetalLB gives the second one no address: packets would go to a node without its pods.',
    fix: 'write externalTrafficPolicy: Cluster, or give each an address of its own.',
    source: usage,
    check: sharedAddresses,
  },
  {
    id: 'metallb/local-layer-two',
    severity: 'warning',
    title: 'Local traffic is announced by BGP',
    why: 'In layer 2 mode one node takes all packets, so that pods on other nodes stay idle.',
    fix: 'announce by BGP, or write externalTrafficPolicy: Cluster.',
    source: usage,
    check: localLayer2,
  },
  {
    id: 'metallb/spelling',
    severity: 'error',
    title: 'Annotations of MetalLB are spelt as it reads them',
    why: 'It ignores the rest without a word, and an address of the first pool answers.',
    fix: `write metallb.io/${spellings.slice(0, 3).join(', metallb.io/')}.`,
    source: usage,
    check: forEachLoadBalancer(function* (service) {
      for (const annotation of Object.keys(service.annotations)) {
        const [prefix, name = ''] = annotation.split('/');
        if ((prefix === 'metallb.io' || prefix === 'metallb.universe.tf') && !spellings.includes(name))
          yield atAnnotation(service, annotation, 'MetalLB does not know it.');
      }
    }),
  },
];
