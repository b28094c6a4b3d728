import type { Rule } from '../../checks/rule';
import { list, record } from '../../kubernetes/manifest';
import {
  annotationOf,
  atAnnotation,
  atField,
  entriesOf,
  forEachLoadBalancer,
  type LoadBalancerService,
} from './load-balancers';

const type = 'networking.gke.io/load-balancer-type';
const oldType = 'cloud.google.com/load-balancer-type';
const backendService = 'cloud.google.com/l4-rbs';
const addresses = 'networking.gke.io/load-balancer-ip-addresses';
const weighted = 'networking.gke.io/weighted-load-balancing';
const parameters = 'Google Kubernetes Engine, LoadBalancer Service parameters';

const isGke = ({ class: name, context }: LoadBalancerService) =>
  name === undefined ? context.platform === 'gke' : name.startsWith('networking.gke.io/');
const internalKey = (service: LoadBalancerService) =>
  [type, oldType].find((key) => annotationOf(service, key)?.toLowerCase() === 'internal');

/** Whether pods of an installation stand in more than one zone, or are asked to. */
function isSpread({ object }: LoadBalancerService): boolean {
  const templates = list(record(record(object.spec).templates).podTemplates).map(record);
  return templates.some(
    ({ zone, podDistribution, spec }) =>
      /topology\.kubernetes\.io\/zone/.test(JSON.stringify([podDistribution, spec])) ||
      Object.keys(record(zone)).length > 0,
  );
}

/** Rules about load balancers of GKE. */
export const gkeRules: readonly Rule[] = [
  {
    id: 'gke/class-conflict',
    severity: 'error',
    title: 'Class and annotations of a load balancer say the same',
    why: 'The class wins: what the annotation calls internal becomes public.',
    fix: 'remove the annotation.',
    source: parameters,
    check: forEachLoadBalancer(function* (service) {
      const key = internalKey(service);
      if (key !== undefined && service.class?.startsWith('networking.gke.io/l4-regional-external'))
        yield atAnnotation(service, key, `class '${service.class}' is public.`);
      if (
        annotationOf(service, backendService) === 'enabled' &&
        service.class?.startsWith('networking.gke.io/l4-regional-internal')
      )
        yield atAnnotation(service, backendService, `class '${service.class}' is internal.`);
    }),
  },
  {
    id: 'gke/internal-backend-service',
    severity: 'warning',
    title: 'l4-rbs is for public load balancers',
    why: 'An internal one always has a backend service, so that the annotation only misleads.',
    fix: 'remove it.',
    source: parameters,
    check: forEachLoadBalancer(function* (service) {
      if (internalKey(service) !== undefined && annotationOf(service, backendService) !== undefined)
        yield atAnnotation(service, backendService, 'the load balancer is internal.');
    }),
  },
  {
    id: 'gke/addresses',
    severity: 'error',
    title: 'A load balancer has at most two addresses, one of each family',
    why: 'GKE refuses more, and the Service stays without any.',
    fix: 'keep one IPv4 and one IPv6 address.',
    source: parameters,
    check: forEachLoadBalancer(function* (service) {
      const { length } = entriesOf(service, addresses);
      if (length > 2) yield atAnnotation(service, addresses, `there are ${length}.`);
    }),
  },
  {
    id: 'gke/many-ports',
    severity: 'warning',
    title: 'A load balancer of GKE has at most five ports',
    why: 'With more, its forwarding rule takes all ports there are.',
    fix: 'split the Service, or accept it.',
    source: 'ingress-gce, pkg/forwardingrules (maxForwardedPorts)',
    check: forEachLoadBalancer(function* (service) {
      if (isGke(service) && service.ports.length > 5)
        yield atField(service, 'ports', `there are ${service.ports.length} ports.`);
    }),
  },
  {
    id: 'gke/weighted',
    severity: 'error',
    title: 'Weighted load balancing comes with local traffic',
    why: 'GKE refuses it otherwise: without, every node has the same weight.',
    fix: 'write externalTrafficPolicy: Local.',
    source: parameters,
    check: forEachLoadBalancer(function* (service) {
      if (annotationOf(service, weighted) === 'pods-per-node' && !service.isLocal)
        yield atAnnotation(service, weighted, 'the traffic policy is not Local.');
    }),
  },
  {
    id: 'gke/local-spread',
    severity: 'warning',
    title: 'Pods behind local traffic are spread over zones',
    why: 'Each node gets the same share, however many pods it has, and a zone without pods none.',
    fix: 'spread the replicas over zones.',
    source: 'Google Kubernetes Engine, About LoadBalancer Services (externalTrafficPolicy)',
    check: forEachLoadBalancer(function* (service) {
      const zones = service.context.zones ?? [];
      if (
        isGke(service) &&
        service.isLocal &&
        service.isClickHouse &&
        Array.isArray(zones) &&
        zones.length > 1 &&
        !isSpread(service)
      )
        yield atField(service, 'externalTrafficPolicy', 'no pod template says anything about zones.');
    }),
  },
];
