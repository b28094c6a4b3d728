import type { Rule } from '../../checks/rule';
import {
  annotationOf,
  annotationRule,
  atAnnotation,
  atField,
  entriesOf,
  forEachLoadBalancer,
  type LoadBalancerService,
} from './load-balancers';

const key = (name: string) => `service.beta.kubernetes.io/azure-${name}`;
const probe = (name: string) => key(`load-balancer-health-probe-${name}`);
const source = 'cloud-provider-azure, pkg/provider/azure_loadbalancer.go';
const page = 'cloud-provider-azure, LoadBalancer';
const linkPage = 'cloud-provider-azure, Azure Private Link Service Integration';

const isInternal = (service: LoadBalancerService) => annotationOf(service, key('load-balancer-internal')) === 'true';
const isOn = (service: LoadBalancerService, name: string) => annotationOf(service, key(name)) === 'true';

/** Rules about load balancers of Azure. */
export const azureRules: readonly Rule[] = [
  {
    id: 'azure/ranges-twice',
    severity: 'error',
    title: 'Allowed ranges stand in one place',
    why: 'The controller refuses the Service when both the field and the annotation are there.',
    fix: 'keep loadBalancerSourceRanges.',
    source,
    check: annotationRule(
      key('allowed-ip-ranges'),
      ({ ranges }) => ranges.length > 0 && 'there are loadBalancerSourceRanges, too.',
    ),
  },
  {
    id: 'azure/ranges-with-tags',
    severity: 'error',
    title: 'Allowed ranges and service tags do not stand side by side',
    why: 'They do not add up: the controller warns, and one keeps out what the other lets in.',
    fix: 'keep one of them; ranges beside tags go into azure-allowed-ip-ranges.',
    source,
    check: annotationRule(
      key('allowed-service-tags'),
      ({ ranges }) => ranges.length > 0 && 'there are loadBalancerSourceRanges, too.',
    ),
  },
  {
    id: 'azure/idle-timeout',
    severity: 'error',
    title: 'An idle timeout is a whole number of minutes from 4 to 100',
    why: 'The controller refuses other values, and the Service stays without an address.',
    fix: "write a number of minutes such as '30'.",
    source,
    check: annotationRule(
      key('load-balancer-tcp-idle-timeout'),
      (_, value) =>
        !(/^\d+$/.test(value) && Number(value) >= 4 && Number(value) <= 100) && `'${value}' is not from 4 to 100.`,
    ),
  },
  {
    id: 'azure/long-idle-timeout',
    severity: 'warning',
    title: 'An idle timeout is at most 30 minutes',
    why: 'The documentation of AKS and newer gateways end there, whatever the controller takes.',
    fix: "write '30', and let clients send keep-alives.",
    source: 'Azure Kubernetes Service, Use a public standard load balancer',
    check: annotationRule(
      key('load-balancer-tcp-idle-timeout'),
      (_, value) =>
        /^\d+$/.test(value) && Number(value) > 30 && Number(value) <= 100 && `${value} minutes are more than 30.`,
    ),
  },
  {
    id: 'azure/private-link-public',
    severity: 'error',
    title: 'A private link leads to an internal load balancer',
    why: 'Azure refuses it in front of a public one.',
    fix: "write azure-load-balancer-internal: 'true'.",
    source: linkPage,
    check: forEachLoadBalancer(function* (service) {
      if (isOn(service, 'pls-create') && !isInternal(service) && !isOn(service, 'disable-load-balancer-floating-ip'))
        yield atAnnotation(service, key('pls-create'), 'the load balancer is public.');
    }),
  },
  {
    id: 'azure/private-link-probe',
    severity: 'error',
    title: 'PROXY protocol of a private link with local traffic has a health probe of its own',
    why: 'The usual probe gets the PROXY header, too, and takes every node for dead.',
    fix: 'write a health probe on a port that reads PROXY protocol, or use the traffic policy Cluster.',
    source: linkPage,
    check: forEachLoadBalancer(function* (service) {
      const hasProbe = Object.keys(service.annotations).some(
        (name) => name.includes('health-probe_') || name.startsWith(probe('')),
      );
      if (isOn(service, 'pls-proxy-protocol') && service.isLocal && !hasProbe)
        yield atAnnotation(service, key('pls-proxy-protocol'), 'traffic is local, and no health probe is described.');
    }),
  },
  {
    id: 'azure/private-link-approval',
    severity: 'error',
    unknown: 'refused',
    title: 'Who is approved for a private link may see it',
    why: 'Azure refuses the link otherwise.',
    fix: 'add the subscriptions to azure-pls-visibility.',
    source: linkPage,
    check: forEachLoadBalancer(function* (service) {
      const visible = annotationOf(service, key('pls-visibility'))?.split(/\s+/) ?? [];
      const approved = annotationOf(service, key('pls-auto-approval'))?.split(/\s+/) ?? [];
      const hidden = visible.includes('*') ? [] : approved.filter((name) => name !== '' && !visible.includes(name));
      if (hidden.length > 0)
        yield atAnnotation(service, key('pls-auto-approval'), `${hidden.join(', ')} cannot see it.`);
    }),
  },
  {
    id: 'azure/label-internal',
    severity: 'warning',
    title: 'A DNS label belongs to a public address',
    why: 'Internal addresses have none, so that it is ignored.',
    fix: 'remove it, or let external-dns make a name.',
    source: page,
    check: annotationRule(key('dns-label-name'), (service) => isInternal(service) && 'the load balancer is internal.'),
  },
  {
    id: 'azure/internal-ranges',
    severity: 'warning',
    unknown: 'refused',
    title: 'Allowed ranges of an internal load balancer deny everybody else',
    why: 'A default rule of the network lets all of the virtual network in, whatever the ranges say.',
    fix: "write azure-deny-all-except-load-balancer-source-ranges: 'true'.",
    source: page,
    check: forEachLoadBalancer(function* (service) {
      if (
        isInternal(service) &&
        service.ranges.length > 0 &&
        !isOn(service, 'deny-all-except-load-balancer-source-ranges')
      )
        yield atField(service, 'loadBalancerSourceRanges', 'the rest of the virtual network may connect, too.');
    }),
  },
  {
    id: 'azure/probe',
    severity: 'error',
    title: 'A health probe runs every 5 seconds or less often, and decides within 2 minutes',
    why: 'The controller refuses other values, and the Service stays without an address.',
    fix: "write an interval such as '5' and a number of probes such as '2'.",
    source,
    check: forEachLoadBalancer(function* (service) {
      const interval = Number(annotationOf(service, probe('interval')) ?? 5);
      const count = Number(entriesOf(service, probe('num-of-probe'))[0] ?? 2);
      if (interval < 5 || interval * count > 120)
        yield atAnnotation(
          service,
          probe(annotationOf(service, probe('interval')) === undefined ? 'num-of-probe' : 'interval'),
          `${count} probes every ${interval} seconds are not allowed.`,
        );
    }),
  },
];
