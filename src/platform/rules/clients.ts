import { itemsAt, placeAt, specOf } from '../../altinity/rules/places';
import type { Fault, Rule } from '../../checks/rule';
import { parseCidr } from '../../kubernetes/cidr';
import { list } from '../../kubernetes/manifest';
import { isToken } from '../../kubernetes/token';
import {
  annotationOf,
  atAnnotation,
  atField,
  entriesOf,
  forEachLoadBalancer,
  type LoadBalancerService,
} from './load-balancers';

const aws = (name: string) => `service.beta.kubernetes.io/aws-load-balancer-${name}`;

/** Whether packets of clients reach a pod as the load balancer got them, without a node in between. */
function keepsAddresses(service: LoadBalancerService): boolean {
  const targets = annotationOf(service, aws('nlb-target-type'));
  return service.isLocal || targets === 'ip' || isToken(targets) || isToken(service.spec.externalTrafficPolicy);
}

function* hiddenClients(service: LoadBalancerService): Generator<Fault> {
  const { isClickHouse, object, context } = service;
  // Environments of ours say a stage; their clusters were asked which ranges pods see (Exposure, through).
  if (!isClickHouse || keepsAddresses(service) || context.stage !== undefined) return;
  const networks = itemsAt(placeAt(specOf(object), 'configuration'), 'users').filter(({ key }) =>
    /\/networks\/ip$/.test(key),
  );
  for (const { key, value } of networks) {
    const ranges = [value, ...list(value)].filter((range) => typeof range === 'string');
    if (ranges.length === 0 || ranges.some((range) => isToken(range) || parseCidr(range)?.prefix === 0)) continue;
    const message = `it is not Local, so '${key}' is compared with addresses of nodes, not of clients.`;
    yield atField(service, 'externalTrafficPolicy', message);
    return;
  }
}

function* tlsPlainPort(service: LoadBalancerService): Generator<Fault> {
  const certificate = aws('ssl-cert');
  if (annotationOf(service, certificate) === undefined || !service.ports.includes(9000)) return;
  const ports = entriesOf(service, aws('ssl-ports'));
  if (ports.length === 0 || ports.includes('9000'))
    yield atAnnotation(service, certificate, 'port 9000 speaks TLS outside and plain text inside.');
}

/** Rules about what clients meet behind a load balancer. */
export const clientRules: readonly Rule[] = [
  {
    id: 'load-balancer/hidden-clients',
    severity: 'warning',
    title: 'Where users are bound to networks, ClickHouse sees the addresses of clients',
    why: 'With the policy Cluster the node that takes a connection puts its own address in place of the client’s: users are kept out, or let in from everywhere.',
    fix: "write externalTrafficPolicy: Local, or the ranges of nodes in the user's networks.",
    source: 'Kubernetes, Using source IP; ClickHouse #24796',
    check: forEachLoadBalancer(hiddenClients),
  },
  {
    id: 'load-balancer/tls-plain-port',
    severity: 'warning',
    title: 'TLS of a load balancer ends on a port whose clients are told so',
    why: 'Clients take 9000 for the plain port and connect without TLS; every connection fails with an error about packets.',
    fix: 'publish it as 9440 (targetPort 9000), or tell every client to use TLS on 9000.',
    source: 'AWS Load Balancer Controller, docs/guide/service/annotations.md (ssl-ports)',
    check: forEachLoadBalancer(tlsPlainPort),
  },
];
