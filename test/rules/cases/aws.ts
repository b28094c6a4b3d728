import { annotated, annotation, aws, entry, local, ranges, service, specified, template } from '../load-balancer-case';
import type { RuleCase } from '../rule-case';

const listener = `${aws}listener-attributes.TCP-8123`;

export const awsCases: readonly RuleCase[] = [
  annotated('aws/eip-internal', 'an elastic address inside', aws, [
    '~eip-allocations: eipalloc-1',
    'eip-allocations',
    '~eip-allocations: eipalloc-1, ~scheme: internet-facing',
  ]),
  annotated('aws/private-address-public', 'a private address outside', aws, [
    '~private-ipv4-addresses: 10.0.0.5, ~scheme: internet-facing',
    'private-ipv4-addresses',
    '~private-ipv4-addresses: 10.0.0.5, ~scheme: internal',
  ]),
  annotated('aws/address-count', 'two subnets, one address', aws, [
    '~subnets: "a,b", ~private-ipv4-addresses: 10.0.0.5',
    'private-ipv4-addresses',
    '~subnets: "a,b", ~private-ipv4-addresses: "10.0.0.5,10.0.1.5"',
  ]),
  annotated('aws/scheme', 'a scheme in capitals', aws, ['~scheme: Internal', 'scheme', '~scheme: internal']),
  annotated('aws/scheme', 'a range as boolean', aws, ['~internal: 0.0.0.0/0', 'internal', '~internal: "true"']),
  annotated('aws/tls-ports', 'a port that the Service lacks', aws, [
    '~ssl-cert: arn, ~ssl-ports: "443"',
    'ssl-ports',
    '~ssl-cert: arn, ~ssl-ports: "8123"',
  ]),
  annotated('aws/tls-ports', 'no certificate', aws, [
    '~ssl-ports: "8123"',
    'ssl-ports',
    '~ssl-cert: arn, ~ssl-ports: "8123"',
  ]),
  annotated('aws/proxy-protocol-value', 'true', aws, [
    '~proxy-protocol: "true"',
    'proxy-protocol',
    '~proxy-protocol: "*"',
  ]),
  {
    rule: 'aws/proxy-to-clickhouse',
    fault: 'the second version',
    bad: template(`${aws}proxy-protocol: "*"`),
    at: [entry + annotation(`${aws}proxy-protocol`)],
    good: service(`${aws}proxy-protocol: "*"`),
  },
  annotated(
    'aws/ranges-with-security-groups',
    'ranges beside groups',
    aws,
    ['~security-groups: sg-1', 'security-groups', ''],
    ranges,
  ),
  annotated(
    'aws/ranges-without-client-address',
    'ranges in front of pods',
    aws,
    [
      '~nlb-target-type: ip',
      'nlb-target-type',
      '~nlb-target-type: ip, ~target-group-attributes: preserve_client_ip.enabled=true',
    ],
    ranges,
  ),
  annotated('aws/idle-timeout', 'more than 6000 seconds', listener, [
    '~: tcp.idle_timeout.seconds=99999',
    '',
    '~: tcp.idle_timeout.seconds=3600',
  ]),
  annotated('aws/idle-timeout', 'a listener with TLS', aws, [
    '~ssl-cert: arn, ~listener-attributes.TCP-8123: tcp.idle_timeout.seconds=3600',
    'listener-attributes.TCP-8123',
    '~listener-attributes.TCP-8123: tcp.idle_timeout.seconds=3600',
  ]),
  annotated('aws/idle-timeout', 'a port that the Service lacks', aws, [
    '~listener-attributes.TCP-443: tcp.idle_timeout.seconds=3600',
    'listener-attributes.TCP-443',
    '~listener-attributes.TCP-8123: tcp.idle_timeout.seconds=3600',
  ]),
  annotated('aws/name', '33 characters', aws, [`~name: ${'x'.repeat(33)}`, 'name', `~name: ${'x'.repeat(32)}`]),
  specified('aws/instance-without-node-ports', 'nodes without ports', `${aws}scheme: internal`, [
    'loadBalancerClass: service.k8s.aws/nlb, allocateLoadBalancerNodePorts: false',
    '/spec/allocateLoadBalancerNodePorts',
    'loadBalancerClass: service.k8s.aws/nlb',
  ]),
  annotated(
    'aws/proxy-local',
    'nodes with local traffic',
    aws,
    ['~proxy-protocol: "*"', 'proxy-protocol', '~proxy-protocol: "*", ~nlb-target-type: ip'],
    local,
  ),
  annotated(
    'aws/type-with-class',
    'a type beside a class',
    aws,
    ['~type: external', 'type', ''],
    'loadBalancerClass: service.k8s.aws/nlb',
  ),
  annotated(
    'aws/auto-mode',
    'PROXY protocol',
    aws,
    ['~proxy-protocol: "*"', 'proxy-protocol', '~scheme: internal'],
    'loadBalancerClass: eks.amazonaws.com/nlb',
  ),
  annotated('aws/never-read', 'a short name', aws, ['~target-type: ip', 'target-type', '~nlb-target-type: ip']),
  annotated('aws/never-read', 'a value in capitals', aws, [
    '~nlb-target-type: IP',
    'nlb-target-type',
    '~nlb-target-type: ip',
  ]),
];
