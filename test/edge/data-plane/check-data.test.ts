import fc from 'fast-check';
import type { EdgeData, EdgeRoute } from '../../../src/edge/data-plane/model';
import { edgeTables } from '../../../src/edge/data-plane/render-data';
import { dataOf, environment, faultsOf, process, route } from './support';

const backend = (host: string) => dataOf({ backend: { ...route.backend, host } });

test('data without a fault is accepted', () => {
  expect(faultsOf(dataOf())).toBe('');
  expect(faultsOf(dataOf({ host: 'own.example.net', mode: 'terminate' }))).toBe('');
  expect(faultsOf(dataOf({ allow: 'open' }, { allow: 'open' }))).toBe('');
  expect(faultsOf(dataOf({ allow: [] }))).toBe('');
  for (const host of ['10.0.0.9', '2001:db8::9', 'pod-0.svc-a.ns.svc.cluster.local'])
    expect(faultsOf(backend(host))).toBe('');
});

test.each([
  'events.ch.example.com;shutdown sessions server x/y',
  'events.ch.example.com\nhttps/x',
  'events ch.example.com',
  'events|.ch.example.com',
  'events\\.ch.example.com',
  '#events.ch.example.com',
  'events.ch.example.com.',
  '*.ch.example.com',
  'Events.ch.example.com',
  '10.0.0.1',
  '2001:db8::1',
  'events',
  '',
  `${'a'.repeat(64)}.ch.example.com`,
])('the name %j is refused', (host) => {
  expect(faultsOf(dataOf({ host }))).toContain('[edge/host]');
});

test.each([
  'x.analytics.svc.cluster.local;show env',
  'x.analytics.svc.cluster.local|9000',
  'x.analytics.svc.cluster.local ',
  'x.analytics.svc.cluster.local\n',
  'X.analytics.svc.cluster.local',
  'x.svc.cluster.local',
  'svc.cluster.local',
  'kubernetes.default',
  'example.com',
  'x.analytics.svc.cluster.local.evil.org',
  'xsvc.cluster.local',
  '[2001:db8::1]',
  '10.0.0.0/8',
  '010.0.0.1',
  '2130706433',
  'fe80::1%eth0',
])('the backend %j is refused', (host) => {
  expect(faultsOf(backend(host))).toContain('[edge/backend-host]');
});

test.each([
  ['127.0.0.1', '127.0.0.0/8'],
  ['169.254.169.254', '169.254.0.0/16'],
  ['0.0.0.0', '0.0.0.0/8'],
  ['168.63.129.16', '168.63.129.16/32'],
  ['255.255.255.255', '224.0.0.0/3'],
  ['::1', '::/96'],
  ['::ffff:a9fe:a9fe', '::ffff:0:0/96'],
  ['2002:7f00:1::1', '2002::/16'],
  ['fd00:ec2::254', 'fd00:ec2::254/128'],
  ['fe80::1', 'fe80::/10'],
])('the backend %s is refused for being in %s', (host, range) => {
  expect(faultsOf(backend(host))).toContain(`environments[0].routes[0].backend.host must not be in ${range}`);
});

test.each([
  ['::ffff:10.0.0.0/104', 'props/cidr'],
  ['::ffff:a00:0/104', 'edge/mixed-families'],
  ['::/8', 'edge/mixed-families'],
  ['::a00:0/104', 'edge/mixed-families'],
  ['2002:a00::/24', 'edge/mixed-families'],
  ['10.0.0.1/8', 'props/cidr-host-bits'],
  ['10.0.0.0/8;', 'props/cidr'],
  ['10.0.0.0/8 x', 'props/cidr'],
])('the range %j is refused', (range, rule) => {
  expect(faultsOf(dataOf({ allow: [range] }))).toContain(`[${rule}]`);
  expect(faultsOf(dataOf({}, { allow: [range] }))).toContain(`[${rule}]`);
  expect(faultsOf({ ...dataOf(), clientAddress: { loadBalancers: [range] } })).toContain(`[${rule}]`);
});

test('messages say what to write', () => {
  const twice = dataOf({}, { routes: [route, { ...route, allow: ['10.2.0.0/16'] }] });
  const messages = {
    twice: faultsOf(twice),
    outside: faultsOf(dataOf({ host: 'a.b.ch.example.com' })),
    nobody: faultsOf(dataOf({ allow: ['192.168.0.0/16'] })),
    everybody: faultsOf(dataOf({ allow: ['0.0.0.0/1', '128.0.0.0/1'] })),
    trusted: faultsOf({ ...dataOf(), clientAddress: { loadBalancers: ['0.0.0.0/0'] } }),
    untrusted: faultsOf({ ...dataOf(), clientAddress: { loadBalancers: [] } }),
    certificate: faultsOf(dataOf({ mode: 'terminate' }), { ...process, certificates: [] }),
    address: faultsOf({ ...dataOf(), clientAddress: 'direct' }),
    depth: faultsOf(dataOf({}, { routes: nested(9) }), process),
  };
  expect(messages).toMatchInlineSnapshot(`
{
  "address": "EdgeGateway 'analytics/edge': clientAddress must be the one that HAProxy is configured for, proxyProtocol, got "direct". Fix: use the same in both. [edge/client-address]",
  "certificate": "EdgeGateway 'analytics/edge': environments[0].routes[0].mode must be "passthrough" while the edge has no certificate, got "terminate". Fix: give the edge a certificate. [edge/no-certificate]",
  "depth": "EdgeGateway 'analytics/edge': environments must nest at most 8 ranges of clients, as HAProxy is configured for, got 9. Fix: render the configuration with the chainDepth of the data. [edge/nested-ranges]",
  "everybody": "EdgeGateway 'analytics/edge': environments[0].routes[0].allow must not add up to every address: that is never said by accident, got ["0.0.0.0/1","128.0.0.0/1"]. Fix: write 'open'. [edge/allow-everybody]",
  "nobody": "EdgeGateway 'analytics/edge': environments[0].routes[0].allow must share addresses with the list of the gateway, ["10.0.0.0/8"]: a client has to be in both, got ["192.168.0.0/16"]. Fix: write ranges inside of 10.0.0.0/8, or widen the list of the gateway. [edge/allow-nobody]",
  "outside": "EdgeGateway 'analytics/edge': environments[0].routes[0].host must be one label below ch.example.com, for which the certificate is, or an extra host, got "a.b.ch.example.com". Fix: write 'a.ch.example.com', or add it to extraHosts. [edge/host-outside]",
  "trusted": "EdgeGateway 'analytics/edge': clientAddress.loadBalancers[0] must be the subnets of load balancers: whoever connects from there may claim any client address, got "0.0.0.0/0". Fix: write ranges of at least /8, or /16 in IPv6. [edge/trusted-everybody]",
  "twice": "EdgeGateway 'analytics/edge': environments[0].routes[1].host must be unique on listener https; environments[0].routes[0].host has the same name, got "events.ch.example.com". Fix: give one of them another name. [edge/name-twice]",
  "untrusted": "EdgeGateway 'analytics/edge': clientAddress.loadBalancers must be a list with at least 1 entry, got []. Fix: write the subnets of the load balancer. [edge/no-load-balancer]",
}
`);
});

function nested(depth: number) {
  return Array.from({ length: depth }, (_, index) => ({
    ...route,
    host: `r${index}.ch.example.com`,
    allow: [`10.0.0.0/${8 + index}`],
  }));
}

test('the same name is free on the other listener, and taken across environments', () => {
  expect(faultsOf(dataOf({}, { routes: [route, { ...route, listener: 'native' }] }))).toBe('');
  const data = dataOf();
  expect(faultsOf({ ...data, environments: [...data.environments, environment] })).toContain('[edge/name-twice]');
});

test('what is not there or not known is refused, and never throws', () => {
  const odd = {
    environments: [{ domain: 'x.example.com', routes: [{}], nonsense: 1 }],
    clientAddress: {},
  } as unknown as EdgeData;
  expect(faultsOf(odd)).toContain('environments[0].nonsense');
  expect(faultsOf(odd)).toContain('environments[0].routes[0].backend must be set');
  expect(faultsOf(odd)).toContain('clientAddress.loadBalancers must be set');
});

test('an authority is for backends whose TLS the edge speaks and whose name it can verify', () => {
  const believed = (changes: Partial<EdgeRoute>, authority = 'production', host = route.backend.host) =>
    faultsOf(dataOf({ mode: 'terminate', backend: { ...route.backend, host, authority }, ...changes }));
  expect(believed({})).toBe('');
  expect({
    unknown: believed({}, 'staging'),
    none: faultsOf(dataOf({ mode: 'terminate', backend: { ...route.backend, authority: 'production' } }), {
      ...process,
      authorities: [],
    }),
    passthrough: believed({ mode: 'passthrough' }),
    address: believed({}, 'production', '10.0.0.9'),
  }).toMatchInlineSnapshot(`
{
  "address": "EdgeGateway 'analytics/edge': environments[0].routes[0].backend.authority must stand with the name of a Service, for which its certificate is; an address has no name to verify, got "production". Fix: write the name of a Service as host. [edge/authority-of-address]",
  "none": "EdgeGateway 'analytics/edge': environments[0].routes[0].backend.authority must be one of the authorities that HAProxy is configured for, and there is none, got "production". Fix: add it to authorities. [edge/unknown-authority]",
  "passthrough": "EdgeGateway 'analytics/edge': environments[0].routes[0].backend.authority must stand with mode "terminate" only: otherwise the client, and not the edge, speaks TLS with the backend, got "production". Fix: leave it out, or terminate. [edge/authority-of-passthrough]",
  "unknown": "EdgeGateway 'analytics/edge': environments[0].routes[0].backend.authority must be one of the authorities that HAProxy is configured for, production, got "staging". Fix: add it to authorities. [edge/unknown-authority]",
}
`);
});

test('whatever passes is lines of fields, whatever was given', () => {
  const evil = fc.constantFrom(';', ' ', '\n', '\r', '\\', '|', '#', '"', "'", '%[', '\0', '<<', '@1', '$', 'é');
  const spoilt = (text: string) =>
    fc.tuple(fc.nat(text.length), evil).map(([at, bad]) => text.slice(0, at) + bad + text.slice(at));
  const texts = fc.record({
    host: fc.oneof(fc.constant(route.host), spoilt(route.host), fc.string()),
    service: fc.oneof(fc.constant(route.backend.host), spoilt(route.backend.host), fc.string()),
    range: fc.oneof(fc.constant('10.1.0.0/16'), spoilt('10.1.0.0/16'), fc.string()),
    port: fc.oneof(fc.nat(70_000), fc.string()),
    authority: fc.oneof(fc.constant('production'), spoilt('production'), fc.string()),
  });
  fc.assert(
    fc.property(texts, ({ host, service, range, port, authority }) => {
      const data = dataOf({
        host,
        allow: [range],
        mode: 'terminate',
        backend: { host: service, port: port as number, proxyProtocol: 'v1', authority },
      });
      if (faultsOf(data) !== '') return;
      const tables = edgeTables(data);
      for (const line of Object.values(tables).flat()) expect(line).toMatch(/^[a-z0-9./:-]+( [a-z0-9.|:-]+)?$/);
      expect(tables['routes.map'][0]?.split(' ')[1]?.split('|')).toHaveLength(8);
    }),
    { numRuns: 500, verbose: true },
  );
});
