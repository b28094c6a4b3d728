// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is how a token looks
import {
  annotated,
  annotation,
  aws,
  azure,
  entry,
  local,
  octavia,
  open,
  ranges,
  service,
  specified,
  template,
} from '../load-balancer-case';
import { files, type RuleCase } from '../rule-case';

const gke = { platform: 'gke', zones: ['a', 'b'] };
const openstack = { platform: 'openstack' };
const layer2 = `
  apiVersion: metallb.io/v1beta1
  kind: L2Advertisement
  metadata: { name: all, namespace: metallb-system }
`;

const googleCases: readonly RuleCase[] = [
  annotated(
    'gke/class-conflict',
    'internal and external',
    'networking.gke.io/',
    ['~load-balancer-type: Internal', 'load-balancer-type', ''],
    'loadBalancerClass: networking.gke.io/l4-regional-external',
  ),
  annotated('gke/internal-backend-service', 'l4-rbs inside', 'cloud.google.com/', [
    '~load-balancer-type: Internal, ~l4-rbs: enabled',
    'l4-rbs',
    '~l4-rbs: enabled',
  ]),
  annotated('gke/addresses', 'three addresses', 'networking.gke.io/', [
    '~load-balancer-ip-addresses: "a,b,c"',
    'load-balancer-ip-addresses',
    '~load-balancer-ip-addresses: "a,b"',
  ]),
  specified(
    'gke/many-ports',
    'six ports',
    '',
    [
      `ports: [${[1, 2, 3, 4, 5, 6].map((port) => `{ port: ${port} }`)}]`,
      '/spec/ports',
      `ports: [${[1, 2, 3, 4, 5].map((port) => `{ port: ${port} }`)}]`,
    ],
    gke,
  ),
  {
    rule: 'gke/weighted',
    fault: 'traffic of the whole cluster',
    bad: service('networking.gke.io/weighted-load-balancing: pods-per-node'),
    at: [annotation('networking.gke.io/weighted-load-balancing')],
    good: service('networking.gke.io/weighted-load-balancing: pods-per-node', local),
  },
  {
    rule: 'gke/local-spread',
    fault: 'no word about zones',
    context: gke,
    bad: template('', local),
    at: [`${entry}/spec/externalTrafficPolicy`],
    good: template('', local, 'podTemplates: [{ name: server, zone: { values: [a] } }]'),
  },
];

const azureCases: readonly RuleCase[] = [
  annotated(
    'azure/ranges-twice',
    'both places',
    azure,
    ['~allowed-ip-ranges: 10.0.0.0/8', 'allowed-ip-ranges', ''],
    ranges,
  ),
  annotated(
    'azure/ranges-with-tags',
    'ranges and tags',
    azure,
    ['~allowed-service-tags: Sql', 'allowed-service-tags', ''],
    ranges,
  ),
  annotated('azure/idle-timeout', 'three minutes', azure, [
    '~load-balancer-tcp-idle-timeout: "3"',
    'load-balancer-tcp-idle-timeout',
    '~load-balancer-tcp-idle-timeout: "30"',
  ]),
  annotated('azure/long-idle-timeout', '31 minutes', azure, [
    '~load-balancer-tcp-idle-timeout: "31"',
    'load-balancer-tcp-idle-timeout',
    '~load-balancer-tcp-idle-timeout: "30"',
  ]),
  annotated('azure/private-link-public', 'a public load balancer', azure, [
    '~pls-create: "true"',
    'pls-create',
    '~pls-create: "true", ~load-balancer-internal: "true"',
  ]),
  annotated(
    'azure/private-link-probe',
    'no probe',
    azure,
    [
      '~pls-proxy-protocol: "true"',
      'pls-proxy-protocol',
      '~pls-proxy-protocol: "true", ~load-balancer-health-probe-protocol: tcp',
    ],
    local,
  ),
  annotated('azure/private-link-approval', 'somebody who cannot see it', azure, [
    '~pls-visibility: a, ~pls-auto-approval: a b',
    'pls-auto-approval',
    '~pls-visibility: a b, ~pls-auto-approval: a b',
  ]),
  annotated('azure/label-internal', 'an internal address', azure, [
    '~dns-label-name: events, ~load-balancer-internal: "true"',
    'dns-label-name',
    '~dns-label-name: events',
  ]),
  {
    rule: 'azure/internal-ranges',
    fault: 'the rest of the network',
    bad: service(`${azure}load-balancer-internal: "true"`, ranges),
    at: ['/spec/loadBalancerSourceRanges'],
    good: service(
      `${azure}load-balancer-internal: "true", ${azure}deny-all-except-load-balancer-source-ranges: "true"`,
      ranges,
    ),
  },
  annotated('azure/probe', 'every second', azure, [
    '~load-balancer-health-probe-interval: "1"',
    'load-balancer-health-probe-interval',
    '~load-balancer-health-probe-interval: "5"',
  ]),
];

const otherCases: readonly RuleCase[] = [
  annotated('octavia/proxy-and-forwarded', 'both', octavia, [
    '~proxy-protocol: v1, ~x-forwarded-for: "true"',
    'x-forwarded-for',
    '~x-forwarded-for: "true"',
  ]),
  {
    rule: 'octavia/local-without-monitor',
    fault: 'no monitor',
    context: openstack,
    bad: service('', local),
    at: ['/spec/externalTrafficPolicy'],
    good: service(`${octavia}enable-health-monitor: "true"`, local),
  },
  annotated('octavia/monitor', 'a delay of nothing', octavia, [
    '~health-monitor-delay: "3", ~health-monitor-timeout: "3"',
    'health-monitor-delay',
    '~health-monitor-delay: "5", ~health-monitor-timeout: "3"',
  ]),
  {
    rule: 'octavia/timeouts',
    fault: '50 seconds',
    context: openstack,
    bad: template(''),
    at: [`${entry}${annotation(`${octavia}timeout-client-data`)}`],
    good: template(`${octavia}timeout-client-data: "1", ${octavia}timeout-member-data: "1"`),
  },
  {
    rule: 'metallb/shared-address',
    fault: 'local traffic to other pods',
    bad: files(
      service('metallb.io/allow-shared-ip: a', 'externalTrafficPolicy: Local, selector: { a: b }', 'one'),
      service('metallb.io/allow-shared-ip: a', 'externalTrafficPolicy: Local, selector: { a: c }', 'two'),
    ),
    at: [annotation('metallb.io/allow-shared-ip')],
    good: files(
      service('metallb.io/allow-shared-ip: a', open, 'one'),
      service('metallb.io/allow-shared-ip: a', open, 'two'),
    ),
  },
  {
    rule: 'metallb/local-layer-two',
    fault: 'one node takes all',
    bad: files(service('', local), layer2),
    at: ['/spec/externalTrafficPolicy'],
    good: files(service('', open), layer2),
  },
  annotated('metallb/spelling', 'small letters', 'metallb.io/', [
    '~loadbalancerips: 10.0.0.5',
    'loadbalancerips',
    '~loadBalancerIPs: 10.0.0.5',
  ]),
  specified('load-balancer/source-range', 'an address', '', [
    'loadBalancerSourceRanges: [10.0.0.1]',
    '/spec/loadBalancerSourceRanges',
    'loadBalancerSourceRanges: [10.0.0.1/32]',
  ]),
  specified('load-balancer/world', 'no ranges', `${aws}scheme: internet-facing`, [
    open,
    '/spec/loadBalancerSourceRanges',
    ranges,
  ]),
  specified(
    'load-balancer/world',
    'the range of everybody',
    '',
    ['loadBalancerSourceRanges: [0.0.0.0/0]', '/spec/loadBalancerSourceRanges', ranges],
    gke,
  ),
  specified(
    'load-balancer/world',
    'a range that is an Output of Pulumi',
    '',
    ['loadBalancerSourceRanges: [10.0.0.0/8, "${pulumi.3}"]', '/spec/loadBalancerSourceRanges', ranges],
    gke,
  ),
  specified('load-balancer/world', 'a scheme that is an Output of Pulumi', `${aws}scheme: "\${pulumi.3}"`, [
    open,
    '/spec/loadBalancerSourceRanges',
    ranges,
  ]),
  annotated(
    'load-balancer/foreign-annotation',
    'a key of another cloud',
    aws,
    ['~internal: "true"', 'internal', ''],
    ranges,
    gke,
  ),
  annotated(
    'load-balancer/double-tls',
    'TLS in front of TLS',
    aws,
    ['~ssl-cert: arn', 'ssl-cert', '~ssl-cert: arn, ~backend-protocol: ssl'],
    'ports: [{ port: 9440 }]',
  ),
];

export const loadBalancerCases: readonly RuleCase[] = [...googleCases, ...azureCases, ...otherCases];
