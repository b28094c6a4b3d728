import { foldContributions } from '../../src/clickhouse/contribution';
import { messageOf } from '../support/environments';

const fold = (...parts: Parameters<typeof foldContributions>[1]) => foldContributions('analytics/events', parts);
const first = { by: "EdgeGateway 'a'" };
const second = { by: "EdgeGateway 'b'" };

test('nothing adds nothing', () => {
  expect(fold()).toEqual({ settings: {}, userHosts: new Map(), certificates: [], ingress: [], http: 'all-clients' });
});

test('parts that agree are put together, each thing once', () => {
  const certificates = [{ secret: 'edge-tls', file: 'edge' }];
  const shared = { settings: { 'protocols/a/type': 'http' }, listens: { 8445: 'plain text' }, certificates };
  const all = fold(
    { ...first, ...shared, userHosts: { app: ['a.svc', 'b.svc'] } },
    { ...second, ...shared, userHosts: { app: ['b.svc', 'c.svc'], constructor: ['a.svc'] } },
  );
  expect(all).toMatchObject({ settings: shared.settings, certificates });
  expect([...all.userHosts]).toEqual([
    ['app', ['a.svc', 'b.svc', 'c.svc']],
    ['constructor', ['a.svc']],
  ]);
});

test('one that trusts no client with HTTP is enough', () => {
  expect(fold(first, { ...second, http: 'trusted-only' }).http).toBe('trusted-only');
});

test('two values for a setting are refused, with the names of both', () => {
  const run = () => fold({ ...first, settings: { timezone: 'UTC' } }, { ...second, settings: { timezone: 'CET' } });
  expect(messageOf(run)).toBe(
    `Cluster 'analytics/events': timezone must be "UTC", as EdgeGateway 'a' needs it, got "CET" from EdgeGateway 'b'. Fix: let both use the cluster in the same way, with the same options of their routes. [clickhouse/contributions]`,
  );
});

test('two languages on a port are refused, though no setting differs', () => {
  const run = () =>
    fold(
      { ...first, settings: { 'protocols/a/port': 8445 }, listens: { 8445: 'plain text' } },
      { ...second, settings: { 'protocols/b/port': 8445 }, listens: { 8445: 'PROXY headers and plain text' } },
    );
  expect(messageOf(run)).toContain(
    `port 8445 must be "plain text", as EdgeGateway 'a' needs it, got "PROXY headers and plain text" from EdgeGateway 'b'.`,
  );
});
