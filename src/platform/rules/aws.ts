import type { Fault, Rule } from '../../checks/rule';
import {
  annotationOf,
  annotationRule,
  atAnnotation,
  atField,
  entriesOf,
  forEachLoadBalancer,
  type LoadBalancerService,
} from './load-balancers';

const key = (name: string) => `service.beta.kubernetes.io/aws-load-balancer-${name}`;
const listenerPrefix = key('listener-attributes.');
const guide = 'AWS Load Balancer Controller, docs/guide/service/annotations.md';
const source = 'AWS Load Balancer Controller, pkg/service/model_build_load_balancer.go';
const listenerSource = 'AWS Load Balancer Controller, pkg/service/model_build_listener.go';

const isPublic = (service: LoadBalancerService) => annotationOf(service, key('scheme')) === 'internet-facing';
const targets = (service: LoadBalancerService) => annotationOf(service, key('nlb-target-type')) ?? 'instance';
const attributes = (service: LoadBalancerService) => annotationOf(service, key('target-group-attributes')) ?? '';

function* addressCounts(service: LoadBalancerService): Generator<Fault> {
  const subnets = entriesOf(service, key('subnets')).length;
  if (subnets === 0) return;
  for (const name of ['eip-allocations', 'private-ipv4-addresses']) {
    const addresses = entriesOf(service, key(name)).length;
    if (addresses > 0 && addresses !== subnets)
      yield atAnnotation(service, key(name), `there are ${addresses} addresses for ${subnets} subnets.`);
  }
}

/** Ports of listeners that the load balancer ends TLS on. */
function tlsPorts(service: LoadBalancerService): readonly string[] {
  if (annotationOf(service, key('ssl-cert')) === undefined) return [];
  const named = entriesOf(service, key('ssl-ports'));
  return named.length > 0 ? named : service.ports.map(String);
}

function* idleTimeouts(service: LoadBalancerService): Generator<readonly [string, string, number]> {
  for (const annotation of Object.keys(service.annotations)) {
    const [, seconds] = /tcp\.idle_timeout\.seconds=(\d+)/.exec(annotationOf(service, annotation) ?? '') ?? [];
    if (annotation.startsWith(listenerPrefix) && seconds !== undefined)
      yield [annotation, annotation.slice(listenerPrefix.length), Number(seconds)];
  }
}

/** Rules about Network Load Balancers. */
export const awsRules: readonly Rule[] = [
  {
    id: 'aws/eip-internal',
    severity: 'error',
    title: 'Elastic addresses belong to load balancers on the internet',
    why: 'The controller refuses the Service, and it stays without an address.',
    fix: "write scheme 'internet-facing', or private-ipv4-addresses.",
    source,
    check: annotationRule(
      key('eip-allocations'),
      (service) => !isPublic(service) && 'the load balancer is internal, which is the default.',
    ),
  },
  {
    id: 'aws/private-address-public',
    severity: 'error',
    title: 'Private addresses belong to internal load balancers',
    why: 'The controller refuses the Service, and it stays without an address.',
    fix: "write scheme 'internal', or eip-allocations.",
    source,
    check: annotationRule(
      key('private-ipv4-addresses'),
      (service) => isPublic(service) && 'the load balancer is on the internet.',
    ),
  },
  {
    id: 'aws/address-count',
    severity: 'error',
    title: 'A load balancer has one address in each of its subnets',
    why: 'The controller refuses the Service, and it stays without an address.',
    fix: 'list as many addresses as subnets.',
    source,
    check: forEachLoadBalancer(addressCounts),
  },
  {
    id: 'aws/scheme',
    severity: 'error',
    title: 'A scheme is internal or internet-facing, and nothing else says so',
    why: 'The controller refuses other schemes and values of "internal" that are no boolean, and beside a scheme ignores the latter.',
    fix: "write scheme 'internal' or 'internet-facing' and nothing else.",
    source,
    check: forEachLoadBalancer(function* (service) {
      const scheme = annotationOf(service, key('scheme'));
      const internal = annotationOf(service, key('internal'));
      if (scheme !== undefined && !['internal', 'internet-facing'].includes(scheme))
        yield atAnnotation(service, key('scheme'), `'${scheme}' is no scheme.`);
      if (internal !== undefined && (scheme !== undefined || !/^(true|false)$/.test(internal)))
        yield atAnnotation(
          service,
          key('internal'),
          scheme === undefined ? `'${internal}' is neither true nor false.` : 'the scheme is written, too.',
        );
    }),
  },
  {
    id: 'aws/tls-ports',
    severity: 'error',
    title: 'Ports with TLS are ports of the Service, and there is a certificate for them',
    why: 'The controller refuses a port that the Service lacks; without a certificate it takes plain TCP, without a word.',
    fix: 'list ports of the Service, and write ssl-cert.',
    source: listenerSource,
    check: annotationRule(key('ssl-ports'), (service) => {
      if (annotationOf(service, key('ssl-cert')) === undefined)
        return 'there is no ssl-cert, so that connections stay plain.';
      const unknown = entriesOf(service, key('ssl-ports')).find(
        (port) => /^\d+$|^\*$/.test(port) && !service.ports.includes(Number(port)),
      );
      return unknown !== undefined && `the Service has no port ${unknown}.`;
    }),
  },
  {
    id: 'aws/proxy-protocol-value',
    severity: 'error',
    title: 'PROXY protocol is asked for with a star',
    why: 'The controller refuses every other value.',
    fix: "write proxy-protocol: '*'.",
    source: 'AWS Load Balancer Controller, pkg/service/model_build_target_group.go',
    check: annotationRule(key('proxy-protocol'), (_, value) => value !== '*' && `'${value}' is not '*'.`),
  },
  {
    id: 'aws/proxy-to-clickhouse',
    severity: 'error',
    title: 'PROXY protocol of a Network Load Balancer does not lead into ClickHouse',
    why: 'It sends the second version, and ClickHouse reads the first one only: every connection fails.',
    fix: 'keep the address of the client (externalTrafficPolicy: Local), or put a proxy in between.',
    source: 'ClickHouse, src/Server/ProxyV1Handler.cpp',
    check: forEachLoadBalancer(function* (service) {
      for (const name of ['proxy-protocol', 'proxy-protocol-per-target-group']) {
        if (service.isClickHouse && annotationOf(service, key(name)) !== undefined)
          yield atAnnotation(service, key(name), 'this Service leads to ClickHouse.');
      }
    }),
  },
  {
    id: 'aws/ranges-with-security-groups',
    severity: 'error',
    unknown: 'refused',
    title: 'An allowlist does not stand beside security groups of one’s own',
    why: 'The controller ignores the allowlist then, without a word: everybody may connect whom the groups let in.',
    fix: 'remove security-groups, or move the ranges into rules of the groups.',
    source: guide,
    check: annotationRule(
      key('security-groups'),
      ({ ranges }) => ranges.length > 0 && 'the source ranges of this Service are ignored.',
    ),
  },
  {
    id: 'aws/ranges-without-client-address',
    severity: 'warning',
    unknown: 'refused',
    title: 'An allowlist in front of pods comes with the address of the client',
    why: 'The controller says that it ignores the allowlist where client addresses are not kept, which is the default for pods. With the PROXY protocol the pods check addresses themselves.',
    fix: 'write target-group-attributes: preserve_client_ip.enabled=true.',
    source: guide,
    check: annotationRule(
      key('nlb-target-type'),
      (service, value) =>
        value === 'ip' &&
        service.ranges.length > 0 &&
        annotationOf(service, key('proxy-protocol')) === undefined &&
        !attributes(service).includes('preserve_client_ip.enabled=true') &&
        'client addresses are not kept, and there are source ranges.',
    ),
  },
  {
    id: 'aws/idle-timeout',
    severity: 'error',
    title: 'An idle timeout is from 60 to 6000 seconds, on a listener that the Service has, without TLS',
    why: 'AWS refuses other values, and those of listeners with TLS; an annotation for a port without a listener is ignored.',
    fix: 'write listener-attributes.TCP-PORT: tcp.idle_timeout.seconds=3600 for a plain port of the Service.',
    source:
      'Elastic Load Balancing, Network Load Balancers, TCP idle timeout; AWS Load Balancer Controller, pkg/service/model_build_listener.go',
    check: forEachLoadBalancer(function* (service) {
      for (const [annotation, listener, seconds] of idleTimeouts(service)) {
        const [protocol, port = ''] = listener.split('-');
        if (seconds < 60 || seconds > 6000) yield atAnnotation(service, annotation, `${seconds} is out of bounds.`);
        else if (protocol === 'TLS' || tlsPorts(service).includes(port))
          yield atAnnotation(service, annotation, `port ${port} ends TLS, whose timeout is fixed.`);
        else if (!service.ports.map(String).includes(port))
          yield atAnnotation(service, annotation, `the Service has no port ${port}.`);
      }
    }),
  },
  {
    id: 'aws/name',
    severity: 'error',
    title: 'Name of a load balancer: at most 32 characters',
    why: 'AWS refuses longer ones, and the name can never be changed.',
    fix: 'write a shorter name.',
    source: guide,
    check: annotationRule(key('name'), (_, value) => value.length > 32 && `it has ${value.length} characters.`),
  },
  {
    id: 'aws/instance-without-node-ports',
    severity: 'error',
    title: 'A load balancer that leads to nodes has ports there',
    why: 'The controller refuses the Service: it has nowhere to send packets to.',
    fix: "remove allocateLoadBalancerNodePorts, or write nlb-target-type: 'ip'.",
    source: 'AWS Load Balancer Controller, pkg/service/model_build_target_group.go',
    check: forEachLoadBalancer(function* (service) {
      const isAws = service.class === 'service.k8s.aws/nlb' || service.class === 'eks.amazonaws.com/nlb';
      if (isAws && targets(service) === 'instance' && service.spec.allocateLoadBalancerNodePorts === false)
        yield atField(service, 'allocateLoadBalancerNodePorts', 'the targets are nodes.');
    }),
  },
  {
    id: 'aws/proxy-local',
    severity: 'warning',
    title: 'PROXY protocol leads to pods, not to ports of nodes with local traffic',
    why: 'Health checks of local traffic are sent with the PROXY header, too, and fail.',
    fix: "write nlb-target-type: 'ip'.",
    source: 'AWS Load Balancer Controller, docs/guide/service/nlb.md',
    check: annotationRule(
      key('proxy-protocol'),
      (service) => service.isLocal && targets(service) === 'instance' && 'the targets are nodes, with local traffic.',
    ),
  },
  {
    id: 'aws/type-with-class',
    severity: 'warning',
    title: 'A load balancer is chosen by its class alone',
    why: 'The class wins; adding or changing the type on an existing Service leaves the old load balancer behind.',
    fix: 'remove the annotation.',
    source: guide,
    check: annotationRule(
      key('type'),
      (service) => service.class === 'service.k8s.aws/nlb' && 'there is a class, too.',
    ),
  },
  {
    id: 'aws/auto-mode',
    severity: 'error',
    title: 'Annotations that Auto Mode does not know are left out',
    why: 'Auto Mode ignores them: type, internal, PROXY protocol, and source ranges as an annotation.',
    fix: 'remove it; ranges stand in loadBalancerSourceRanges.',
    source: 'Amazon EKS User Guide, Use Service annotations to configure Network Load Balancers',
    check: forEachLoadBalancer(function* (service) {
      if (service.class !== 'eks.amazonaws.com/nlb') return;
      const unknown = [
        ...['type', 'internal', 'proxy-protocol'].map(key),
        'service.beta.kubernetes.io/load-balancer-source-ranges',
      ];
      for (const annotation of unknown) {
        if (annotationOf(service, annotation) !== undefined)
          yield atAnnotation(service, annotation, 'Auto Mode ignores it.');
      }
    }),
  },
  {
    id: 'aws/never-read',
    severity: 'warning',
    title: 'Annotations are spelt as the controller reads them',
    why: 'It ignores the rest without a word, and the load balancer is made without.',
    fix: 'use the name that annotations.md of the controller lists.',
    source: guide,
    check: forEachLoadBalancer(function* (service) {
      for (const name of [
        'source-ranges',
        'target-type',
        'connection-idle-timeout',
        'cross-zone-load-balancing-enabled',
      ]) {
        if (annotationOf(service, key(name)) !== undefined)
          yield atAnnotation(service, key(name), 'the controller never reads it.');
      }
      for (const [name, values] of [
        ['nlb-target-type', ['ip', 'instance']],
        ['backend-protocol', ['ssl', 'tcp']],
      ] as const) {
        const value = annotationOf(service, key(name));
        if (value !== undefined && !(values as readonly string[]).includes(value))
          yield atAnnotation(
            service,
            key(name),
            `'${value}' is neither ${values.join(' nor ')}, so the default is taken.`,
          );
      }
    }),
  },
];
