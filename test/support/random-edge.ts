import type {
  EdgeAutoscaling,
  EdgeGatewayLimits,
  EdgeGatewayProps,
  EdgeListeners,
  EdgeRouteLimits,
  EdgeRouteOptions,
} from 'anyhouse';
import fc from 'fast-check';
import { exposure } from './random-cloud';
import type { Made } from './random-made';
import { edgeAlerts } from './random-monitoring';
import { type Fields, options, seldom } from './random-options';
import { validCpu, validName, validQuantity } from './random-values';

const { array, constant, constantFrom, oneof, record, tuple } = fc;

const ipv4 = constantFrom('10.0.0.0/8', '10.1.0.0/16', '192.168.1.7/32', '203.0.113.0/24');
const range = oneof({ weight: 6, arbitrary: ipv4 }, { weight: 1, arbitrary: constant('2001:db8::/32') });
const ranges = (least: number) => array(range, { minLength: least, maxLength: 3 });
const port = constantFrom(443, 8443, 8443, 9440, 'off' as const);

/** A load balancer that leaves names and addresses of clients to the gateway, for the most part. */
const entry: fc.Arbitrary<Made> = oneof(
  {
    weight: 5,
    arbitrary: record({ make: constant('Exposure.internal' as const), from: tuple(options({ allow: ranges(1) })) }),
  },
  {
    weight: 3,
    arbitrary: record({ make: constant('Exposure.public' as const), from: tuple(record({ allow: ranges(1) })) }),
  },
  { weight: 1, arbitrary: exposure },
);

/** Props of EdgeGateway; its clusters come as routes. */
export const gatewayProps = options(
  {
    name: constantFrom('edge', 'door'),
    allow: ranges(0),
    exposure: seldom(entry),
    trustedLoadBalancers: seldom(seldom(constantFrom(['10.0.1.0/24'], ['2001:db8:1::/64', '10.0.2.0/24']))),
    listeners: options({ https: port, native: constantFrom(9000, 9440) } satisfies Fields<EdgeListeners>),
    tls: oneof(
      record({ secret: constant('wildcard') }),
      record({ issuer: options({ name: constant('company'), kind: constantFrom('Issuer', 'ClusterIssuer') }, 'name') }),
    ),
    propagation: constantFrom('mounted', 'watch'),
    alerts: seldom(edgeAlerts),
    replicas: seldom(fc.integer({ min: 1, max: 5 })),
    autoscaling: seldom(
      options(
        {
          least: constantFrom(1, 2, 3),
          most: constantFrom(3, 6),
          cpuPercent: constantFrom(50, 80),
        } satisfies Fields<EdgeAutoscaling>,
        'most',
      ),
    ),
    limits: options({
      connections: constantFrom(100, 1000, 5000),
      clientConnections: constantFrom(50, 500),
      clientRefusals: constantFrom(1, 20),
    } satisfies Fields<EdgeGatewayLimits>),
    resources: seldom(
      options(
        { cpu: validCpu, memory: validQuantity, cpuLimit: constant('64'), memoryLimit: constant('2Pi') },
        'cpu',
        'memory',
      ),
    ),
    pool: seldom(options({ labels: constant({ role: 'edge' }), taint: constant('role=edge:NoSchedule') }, 'labels')),
    family: seldom(constantFrom('ipv4', 'dual', 'dual', 'ipv6')),
    drainSeconds: constantFrom(1, 280, 86_400),
    image: constantFrom('haproxy:3.2.0', 'haproxy:2.6.23', 'registry.example.com/haproxy:3.4.1'),
  } satisfies Fields<EdgeGatewayProps, 'clusters' | 'transform' | 'acknowledge'>,
  'allow',
);

/** Options of a route. */
export const routeOptions = options({
  allow: seldom(ranges(0)),
  tls: constantFrom('terminate', 'passthrough'),
  replicas: constantFrom('shared', 'each'),
  hosts: seldom(fc.uniqueArray(constantFrom('data.example.org', 'facts.ch.example.com', 'a.b.c.d'), { maxLength: 2 })),
  users: seldom(seldom(array(constantFrom('app', 'web', 'reader'), { maxLength: 2 }))),
  limits: seldom(
    options({
      connections: constantFrom(1, 100),
      newPerSecond: constantFrom(1, 500),
    } satisfies Fields<EdgeRouteLimits>),
  ),
  clientAddress: seldom(constantFrom('gateway', 'forwarded')),
  authority: seldom(seldom(validName)),
} satisfies Fields<EdgeRouteOptions>);
