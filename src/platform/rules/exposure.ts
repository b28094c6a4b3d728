import type { Fault, Rule } from '../../checks/rule';
import { parseCidr } from '../../kubernetes/cidr';
import { isToken } from '../../kubernetes/token';
import {
  annotationOf,
  atAnnotation,
  atField,
  entriesOf,
  forEachLoadBalancer,
  type LoadBalancerService,
} from './load-balancers';
import { isPublic } from './scope';

/** Annotations of other keepers of allowlists, which stand in place of the field. */
const rangeKeys = [
  'service.beta.kubernetes.io/load-balancer-source-ranges',
  'service.beta.kubernetes.io/azure-allowed-ip-ranges',
];
const groupKeys = [
  'service.beta.kubernetes.io/aws-load-balancer-security-groups',
  'service.beta.kubernetes.io/aws-load-balancer-security-group-prefix-lists',
  'service.beta.kubernetes.io/azure-allowed-service-tags',
];

/** Prefixes that only one kind of platform reads. */
const owners: readonly (readonly [prefix: string, platform: string])[] = [
  ['service.beta.kubernetes.io/aws-', 'eks'],
  ['service.beta.kubernetes.io/azure-', 'aks'],
  ['service.beta.kubernetes.io/openstack-', 'openstack'],
  ['loadbalancer.openstack.org/', 'openstack'],
  ['networking.gke.io/', 'gke'],
  ['cloud.google.com/', 'gke'],
];
const known = new Set(owners.map(([, platform]) => platform));

function* world(service: LoadBalancerService): Generator<Fault> {
  if (!isPublic(service) || groupKeys.some((key) => annotationOf(service, key) !== undefined)) return;
  const ranges = [...service.ranges, ...rangeKeys.flatMap((key) => entriesOf(service, key))];
  const everybody = ranges.find((range) => parseCidr(range)?.prefix === 0);
  if (ranges.length === 0)
    yield atField(service, 'loadBalancerSourceRanges', 'there are none, so everybody may connect.');
  else if (ranges.some(isToken))
    yield atField(service, 'loadBalancerSourceRanges', 'a range is an Output of Pulumi, so it could be everybody.');
  else if (everybody !== undefined) yield atField(service, 'loadBalancerSourceRanges', `${everybody} is everybody.`);
}

const props = {
  severity: 'error',
  source: 'reference of each controller, as linked from src/platform/load-balancer',
} as const;

/** Rules about load balancers of every kind. */
export const exposureRules: readonly Rule[] = [
  {
    id: 'load-balancer/source-range',
    severity: 'error',
    title: 'Allowed ranges are address ranges',
    why: 'Azure denies everybody then, AWS passes the text on, others ignore it.',
    fix: "write a range such as '203.0.113.0/24'.",
    source: 'Kubernetes, Services (loadBalancerSourceRanges); cloud-provider-azure, azure_loadbalancer.go',
    check: forEachLoadBalancer(function* (service) {
      for (const range of service.ranges) {
        if (parseCidr(range.trim()) === undefined)
          yield atField(service, 'loadBalancerSourceRanges', `'${range}' is no address range.`);
      }
    }),
  },
  {
    id: 'load-balancer/world',
    severity: 'error',
    unknown: 'refused',
    title: 'A public load balancer says who may connect',
    why: 'Without an allowlist everybody on the internet can try passwords, and every flaw of the server is theirs to use.',
    fix: "list the ranges of clients; Exposure.public({ allowWorld: 'reason' }) or an acknowledgement opens it on purpose.",
    source: 'Kubernetes, Services (loadBalancerSourceRanges)',
    check: forEachLoadBalancer(world),
  },
  {
    id: 'load-balancer/foreign-annotation',
    severity: 'warning',
    title: 'A Service has annotations of its own platform only',
    why: 'Others are ignored at best; a value that is right for one controller is an error for the next.',
    fix: 'remove it.',
    source: 'AWS Load Balancer Controller, pkg/annotations/parser.go (0.0.0.0/0 as a boolean)',
    check: forEachLoadBalancer(function* (service) {
      const { platform } = service.context;
      if (platform === undefined || !known.has(platform)) return;
      for (const annotation of Object.keys(service.annotations)) {
        const owner = owners.find(([prefix]) => annotation.startsWith(prefix));
        if (owner && owner[1] !== platform)
          yield atAnnotation(service, annotation, `it is for ${owner[1]}, not ${platform}.`);
      }
    }),
  },
  {
    id: 'load-balancer/double-tls',
    severity: 'warning',
    title: 'A load balancer that ends TLS speaks TLS to encrypted ports',
    why: 'The load balancer ends TLS and sends plain text to a port that expects TLS: every connection fails.',
    fix: "write aws-load-balancer-backend-protocol: 'ssl', or let ClickHouse end TLS.",
    source: 'AWS Load Balancer Controller, docs/guide/service/annotations.md',
    check: forEachLoadBalancer(function* (service) {
      const certificate = 'service.beta.kubernetes.io/aws-load-balancer-ssl-cert';
      const backend = annotationOf(service, 'service.beta.kubernetes.io/aws-load-balancer-backend-protocol');
      const encrypted = service.ports.find((port) => port === 9440 || port === 8443);
      if (annotationOf(service, certificate) !== undefined && backend !== 'ssl' && encrypted !== undefined)
        yield atAnnotation(service, certificate, `port ${encrypted} of ClickHouse expects TLS itself.`);
    }),
  },
  {
    ...props,
    id: 'load-balancer/unknown',
    title: 'It is known who answers for load balancers where a cluster is exposed',
    why: 'Every controller reads other annotations; a Service without the right ones may become public, or stay Pending.',
    fix: "write platform.with({ loadBalancer: 'metallb' }), or another kind.",
  },
  {
    ...props,
    id: 'load-balancer/allowlist',
    title: 'A public exposure says who may connect, with ranges or with the reason for everybody',
    why: 'Whoever forgets it would open the database to the internet.',
    fix: "write allow: ['203.0.113.0/24'], or allowWorld: 'reason'.",
  },
  {
    ...props,
    id: 'load-balancer/allowlist-ignored',
    title: 'An allowlist is kept by the load balancer or by the nodes',
    why: 'The field is accepted and ignored, so that its author believes the database to be closed.',
    fix: 'choose a load balancer that filters, or filter in front of it.',
  },
  {
    ...props,
    id: 'load-balancer/client-address',
    title: 'The load balancer can keep the address of clients where that is asked for',
    why: 'ClickHouse would compare networks of users with the address of the load balancer.',
    fix: "write clientAddress: 'any'.",
  },
  {
    ...props,
    id: 'load-balancer/through',
    title: 'Where pods do not see clients, the ranges that they see instead are named, and nowhere else',
    why: 'The network policy would keep everybody out, or let more in than the allowlist says.',
    fix: "write through: ['10.0.0.0/16'], the network of the nodes.",
  },
  {
    ...props,
    id: 'load-balancer/idle-timeout',
    title: 'An idle timeout is one that the load balancer can keep',
    why: 'It would be refused by the cloud, or ignored.',
    fix: 'write what the message says, and let clients send keep-alives.',
  },
  {
    ...props,
    id: 'load-balancer/too-many',
    title: 'Addresses and subnets are given where, and as many as, the load balancer takes',
    why: 'The rest would be ignored or refused.',
    fix: 'remove what the message says.',
  },
  {
    ...props,
    id: 'load-balancer/address-count',
    title: 'Static addresses match what they are for, one by one',
    why: 'AWS wants one for each subnet, and two load balancers cannot have one address.',
    fix: 'write one address for each subnet, and none where every replica has a load balancer.',
  },
];
