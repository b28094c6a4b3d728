import { Exposure, Keeper, Platform } from 'anyhouse';
import { at } from '../../src/kubernetes/manifest';
import { eks, objectOf, objectsOf } from '../support/environments';
import { clusterIn, gatewayIn, nameOf, placeOn, routesIn } from './support';

const enforced = eks.with({ networkPolicy: 'enforced' });

/** Settings, users and policy of the one cluster of an environment. */
function clusterParts(construct: Parameters<typeof objectOf>[0]) {
  const installation = objectOf(construct, 'ClickHouseInstallation');
  return {
    settings: at(installation, 'spec', 'configuration', 'settings') as Readonly<Record<string, unknown>>,
    users: at(installation, 'spec', 'configuration', 'users') as Readonly<Record<string, unknown>>,
    ingress: at(objectOf(construct, 'NetworkPolicy', 'clickhouse-events'), 'spec', 'ingress') as readonly {
      readonly from: unknown;
      readonly ports: readonly { readonly port: number }[];
    }[],
  };
}

const protocols = (settings: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => name.startsWith('protocols/')));

test('a route leads from the name on both ports to the servers that are ready', () => {
  const place = placeOn();
  const gateway = gatewayIn(place, { clusters: [clusterIn(place)] });
  const host = 'edge-events.analytics.svc.cluster.local';
  const routes = routesIn(objectsOf(gateway));
  const id = routes.get('https/events.ch.example.com')?.[4];
  expect([...routes]).toEqual([
    ['https/events.ch.example.com', ['term', 'none', host, '8445', id, '500', '5000', '-']],
    ['native/events.ch.example.com', ['term', 'none', host, '9445', id, '500', '5000', '-']],
  ]);
  expect(objectOf(gateway, 'Service', 'edge-events').spec).toEqual({
    ports: [
      { name: 'https', port: 8445 },
      { name: 'native', port: 9445 },
    ],
    selector: { 'clickhouse.altinity.com/chi': 'events', 'clickhouse.altinity.com/ready': 'yes' },
  });
});

test('each replica has a name that leads to its own Service', () => {
  const place = placeOn();
  const events = clusterIn(place, 'events', {
    shards: 2,
    replication: { replicas: 2, keeper: new Keeper(place, 'keeper') },
  });
  const gateway = gatewayIn(place);
  gateway.route(events, { replicas: 'each' });
  const routes = routesIn(objectsOf(gateway));
  expect(gateway.endpoints(events).names).toHaveLength(5);
  for (const { shardIndex, replicaIndex, fqdn } of events.hosts)
    expect(routes.get(`native/events-${shardIndex}-${replicaIndex}.ch.example.com`)?.[2]).toBe(fqdn);
});

test('a list of clients narrows that of the gateway', () => {
  const place = placeOn();
  const gateway = gatewayIn(place, { allow: ['10.0.0.0/8'] });
  gateway.route(clusterIn(place), { allow: ['10.1.0.0/16', '192.168.0.0/16'] });
  const data = at(objectOf(gateway, 'ConfigMap', 'edge-data'), 'data');
  expect(at(data, 'src_class.map')).toMatch(/^10\.1\.0\.0\/16 [0-9a-f]{16}\n$/);
});

test('an empty list lets nobody in', () => {
  const place = placeOn();
  const gateway = gatewayIn(place);
  gateway.route(clusterIn(place), { allow: [] });
  const data = at(objectOf(gateway, 'ConfigMap', 'edge-data'), 'data');
  expect([at(data, 'src_class.map'), at(data, 'allow.map')]).toEqual(['', '']);
});

test('bounds are those of the route', () => {
  const place = placeOn();
  const gateway = gatewayIn(place);
  gateway.route(clusterIn(place), { limits: { connections: 20, newPerSecond: 7 } });
  expect(routesIn(objectsOf(gateway)).get('https/events.ch.example.com')?.slice(5, 7)).toEqual(['20', '70']);
});

test('names below the domain need no certificate of their own', () => {
  const place = placeOn();
  const gateway = gatewayIn(place);
  gateway.route(clusterIn(place), { hosts: ['facts.ch.example.com', 'a.b.ch.example.com'] });
  expect(objectOf(gateway, 'Deployment').metadata.annotations?.['anyhouse.dev/certificate-names']).toBe(
    '*.ch.example.com,a.b.ch.example.com',
  );
});

test('users may come from the pods of the gateway, but for the administrator', () => {
  const place = placeOn();
  const gateway = gatewayIn(place, { clusters: [clusterIn(place)] });
  const { users } = clusterParts(gateway);
  expect(Object.keys(users).filter((name) => name.endsWith('/networks/host'))).toEqual([
    'app/networks/host',
    'web/networks/host',
  ]);
});

test('only listed users may come from there', () => {
  const place = placeOn();
  const gateway = gatewayIn(place);
  gateway.route(clusterIn(place), { users: ['web'] });
  const hosts = Object.entries(clusterParts(gateway).users).filter(([name]) => name.endsWith('/networks/host'));
  expect(hosts).toEqual([['web/networks/host', ['edge-pods.analytics.svc.cluster.local']]]);
});

test('servers listen for the gateway in plain text on two ports, which its pods alone may reach', () => {
  const place = placeOn();
  const gateway = gatewayIn(place, { clusters: [clusterIn(place)] });
  const { settings, ingress } = clusterParts(gateway);
  expect(protocols(settings)).toEqual({
    'protocols/edge_http/type': 'http',
    'protocols/edge_http/port': 8445,
    'protocols/edge_tcp/type': 'tcp',
    'protocols/edge_tcp/port': 9445,
  });
  const open = ingress.filter(({ ports }) => ports.some(({ port }) => port === 8445 || port === 9445));
  expect(open).toEqual([
    {
      from: [{ podSelector: { matchLabels: { 'anyhouse.dev/edge': 'edge' } } }],
      ports: [
        { protocol: 'TCP', port: 8445 },
        { protocol: 'TCP', port: 9445 },
      ],
    },
  ]);
});

test('with passthrough, servers show the certificate for the names of clients', () => {
  const place = placeOn();
  const gateway = gatewayIn(place, { tls: { issuer: { name: 'company', kind: 'ClusterIssuer' } } });
  gateway.route(clusterIn(place), { tls: 'passthrough', hosts: ['data.example.org'] });
  expect(routesIn(objectsOf(gateway)).get('https/events.ch.example.com')?.[0]).toBe('pass');
  expect(objectOf(gateway, 'Certificate', 'edge-events-tls').spec).toMatchObject({
    dnsNames: ['events.ch.example.com', 'data.example.org'],
    secretName: 'edge-events-tls',
  });
  expect(protocols(clusterParts(gateway).settings)).toMatchObject({
    'protocols/edge_http_tls/certificateFile': '/etc/clickhouse-server/tls/edge.crt',
    'protocols/edge_http_tls/impl': 'edge_http',
    'protocols/edge_http_tls/port': 8445,
  });
  expect(JSON.stringify(objectOf(gateway, 'ClickHouseInstallation'))).toContain('"name":"edge-events-tls"');
});

describe('forwarded addresses', () => {
  const program = () => {
    const place = placeOn(enforced);
    const gateway = gatewayIn(place);
    gateway.route(clusterIn(place), { clientAddress: 'forwarded' });
    return gateway;
  };

  test('come as version 1 of the PROXY protocol, the only one that servers read', () => {
    const gateway = program();
    expect(routesIn(objectsOf(gateway)).get('native/events.ch.example.com')?.[1]).toBe('v1');
    const { settings } = clusterParts(gateway);
    expect(protocols(settings)).toMatchObject({
      'protocols/edge_http_proxy/type': 'proxy1',
      'protocols/edge_http_proxy/impl': 'edge_http',
      'protocols/edge_http_proxy/port': 8445,
    });
    expect(settings).toMatchObject({ auth_use_forwarded_address: 1 });
  });

  test('leave HTTP to the operator and the servers: whoever reaches it can claim any address', () => {
    const { ingress } = clusterParts(program());
    const http = ingress.filter(({ ports }) => ports.some(({ port }) => port === 8123)).map(({ from }) => from);
    expect(http).toHaveLength(2);
    expect(JSON.stringify(http)).not.toContain('ipBlock');
    expect(JSON.stringify(http)).not.toContain('events-client');
  });

  test('need no user to be let in from the gateway, and give the user of the operator a password', () => {
    const { users } = clusterParts(program());
    expect(Object.keys(users).filter((name) => name.endsWith('/networks/host'))).toEqual([]);
    expect(users).toHaveProperty(['default/password_sha256_hex']);
  });
});

describe('two gateways in front of one cluster', () => {
  const place = placeOn(eks);
  const events = clusterIn(place);
  gatewayIn(place, { clusters: [events] });
  gatewayIn(
    place,
    { clusters: [events], exposure: Exposure.public({ allow: ['203.0.113.0/24'] }), allow: undefined },
    'front',
  );

  test('share its ports', () => {
    expect(Object.keys(protocols(clusterParts(events).settings))).toHaveLength(4);
  });

  test('are both let in, and their pods are both hosts of users', () => {
    const { users, ingress } = clusterParts(events);
    expect(users['app/networks/host']).toEqual([
      'edge-pods.analytics.svc.cluster.local',
      'front-pods.analytics.svc.cluster.local',
    ]);
    expect(ingress.filter(({ ports }) => ports.some(({ port }) => port === 8445))).toHaveLength(2);
  });

  test('have a Service each', () => {
    const names = objectsOf(events).map(nameOf);
    expect(names).toEqual(expect.arrayContaining(['Service/edge-events', 'Service/front-events']));
  });
});

test('a cluster behind no gateway has nothing of it', () => {
  const place = placeOn(Platform.kind());
  const events = clusterIn(place);
  gatewayIn(place);
  const { settings, users, ingress } = clusterParts(events);
  expect(protocols(settings)).toEqual({});
  expect(Object.keys(users).join()).not.toContain('networks/host');
  expect(JSON.stringify(ingress)).not.toContain('8445');
  expect(objectsOf(place).map(nameOf)).not.toContain('Service/edge-events');
});
