import { imageLike } from '../altinity/images';
import { acknowledge } from '../checks/acknowledge';
import { ClickHouseCluster } from '../clickhouse/clickhouse-cluster';
import { resources } from '../environment/pods';
import { secretOrIssuer } from '../environment/tls';
import { isDnsLabel } from '../kubernetes/names';
import {
  type Check,
  callback,
  leaf,
  line,
  listOf,
  oneOf,
  required,
  shape,
  when,
  wholeNumber,
} from '../kubernetes/shape';
import { nodePool } from '../platform/pools';
import { exposure } from '../platform/resolve-exposure';
import { edgeAlertOptions } from './alert-options';
import { allowRanges, balancers, dnsName } from './data-plane/check-data';
import { edgeImage } from './images';
import type {
  EdgeAutoscaling,
  EdgeGatewayLimits,
  EdgeGatewayProps,
  EdgeListeners,
  EdgeRouteLimits,
  EdgeRouteOptions,
} from './options';

/** A cluster to route to. Another copy of this library makes clusters of a class of its own. */
export const cluster: Check = leaf((value) => ClickHouseCluster.isClickHouseCluster(value), {
  rule: 'edge/cluster',
  must: 'be a ClickHouseCluster',
  fix: "create it first: const events = new ClickHouseCluster(environment, 'events', { ... }).",
});

/** Ranges of clients. */
export const clients = allowRanges(
  "write the ranges of clients: ['10.0.0.0/8'].",
  "leave it out, and write exposure: Exposure.public({ allowWorld: 'reason' }).",
);

const routeClients = allowRanges(
  "write the ranges of clients: ['10.0.0.0/8'].",
  'leave it out: all whom the gateway lets in may connect then.',
);

const port = (usual: number): Check =>
  when(
    (value) => value === 'off',
    () => {},
    wholeNumber(1, 65_535, { must: `be a port or 'off'`, fix: `write ${usual}.` }),
  );

const connections = wholeNumber(1, 1_000_000);

/** Checks of {@link EdgeGatewayProps}. */
export const gatewayProps: Check = shape<EdgeGatewayProps>({
  // Services and pods are named after it, and their names are labels of DNS.
  name: leaf((value) => typeof value === 'string' && isDnsLabel(value) && value.length <= 30, {
    rule: 'names/invalid',
    must: 'be lower case letters, digits and "-", at most 30',
    fix: "write a name such as 'edge'.",
    decides: 'names',
  }),
  clusters: listOf(cluster),
  allow: clients,
  exposure,
  trustedLoadBalancers: balancers,
  listeners: shape<EdgeListeners>({ https: port(8443), native: port(9440) }),
  tls: secretOrIssuer(),
  propagation: oneOf(['mounted', 'watch']),
  replicas: wholeNumber(1, 100),
  autoscaling: shape<EdgeAutoscaling>({
    least: wholeNumber(1, 100),
    most: required(wholeNumber(1, 100), { must: 'say how many pods there are at most', fix: 'write most: 6.' }),
    cpuPercent: wholeNumber(1, 100),
  }),
  limits: shape<EdgeGatewayLimits>({
    connections,
    clientConnections: wholeNumber(1, 10_000_000),
    clientRefusals: wholeNumber(1, 1_000_000),
  }),
  resources,
  pool: nodePool,
  family: oneOf(['ipv4', 'ipv6', 'dual']),
  drainSeconds: wholeNumber(1, 86_400),
  image: imageLike(edgeImage),
  alerts: edgeAlertOptions,
  transform: shape({ deployment: callback, service: callback, policy: callback, disruptionBudget: callback }),
  acknowledge,
});

/** Checks of {@link EdgeRouteOptions}. */
export const routeOptions: Check = shape<EdgeRouteOptions>({
  allow: routeClients,
  tls: oneOf(['terminate', 'passthrough']),
  replicas: oneOf(['shared', 'each']),
  hosts: listOf(dnsName),
  users: listOf(line),
  limits: shape<EdgeRouteLimits>({ connections, newPerSecond: wholeNumber(1, 1_000_000) }),
  clientAddress: oneOf(['gateway', 'forwarded']),
  // It is also the name of a directory and of a part of HAProxy's configuration.
  authority: leaf(
    (value) => typeof value === 'string' && isDnsLabel(value) && value.length <= 40 && value !== 'servers',
    {
      rule: 'names/invalid',
      must: 'be the name of a ConfigMap in lower case letters, digits and "-", at most 40, other than "servers"',
      fix: "write authority: 'billing-ca'.",
      decides: 'names',
    },
  ),
});
