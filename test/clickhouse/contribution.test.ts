import { Identity, type ManifestOf } from 'anyhouse';
import type { NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import type { ClickHouseInstallationSpec } from '../../src/altinity/spec/installation';
import { foldContributions } from '../../src/clickhouse/contribution';
import { cluster, messageOf, objectOf } from '../support/environments';

const fold = (...parts: Parameters<typeof foldContributions>[1]) => foldContributions('analytics/events', parts);
const first = { by: "EdgeGateway 'a'" };
const second = { by: "EdgeGateway 'b'" };

test('nothing adds nothing', () => {
  expect(fold()).toEqual({
    settings: {},
    userHosts: new Map(),
    certificates: [],
    ingress: [],
    egress: [],
    clients: [],
    containers: [],
    http: 'all-clients',
  });
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

describe('a cluster with a sidecar of another construct', () => {
  const user = {
    networks: ['127.0.0.1/32'],
    grants: ['GRANT BACKUP ON *.*'],
    password: { name: 'events-backup', hashKey: 'hash', passwordKey: 'password' },
  };
  const sidecar = {
    by: "BackupSchedule 'analytics/nightly'",
    containers: [{ name: 'backup', image: 'altinity/clickhouse-backup:2.7.0' }],
    users: { backup: user },
    egress: [{ ports: [{ protocol: 'TCP', port: 443 }] }],
    identity: Identity.awsRole('arn:aws:iam::123456789012:role/backup'),
  };

  test('has its container, its user, its way out and its ServiceAccount', () => {
    const made = cluster();
    made.contribute(sidecar);
    const { spec } = objectOf(made, 'ClickHouseInstallation') as ManifestOf<ClickHouseInstallationSpec>;
    const pod = spec.templates?.podTemplates?.[0]?.spec;
    expect(pod?.containers?.map(({ name }) => name)).toEqual(['clickhouse', 'backup']);
    expect(pod?.serviceAccountName).toBe('clickhouse-events');
    expect(spec.configuration?.users).toMatchObject({
      'backup/networks/ip': ['127.0.0.1/32'],
      'backup/password_sha256_hex': { valueFrom: { secretKeyRef: { name: 'events-backup', key: 'hash' } } },
    });
    const policy = objectOf(made, 'NetworkPolicy', 'clickhouse-events') as ManifestOf<NetworkPolicySpec>;
    expect(policy.spec.egress).toContainEqual(sidecar.egress[0]);
    expect(objectOf(made, 'ServiceAccount', 'clickhouse-events').metadata.annotations).toEqual({
      'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/backup',
    });
  });

  test('keeps its own users: one of the same name is refused', () => {
    const made = cluster({ users: { backup: { networks: ['10.0.0.0/8'] } } });
    expect(messageOf(() => made.contribute(sidecar))).toMatch(
      /^Cluster 'analytics\/events': backup must be {.*}, as the cluster itself needs it, got {.*} from BackupSchedule 'analytics\/nightly'/,
    );
  });

  test('has one identity: pods have one ServiceAccount', () => {
    const made = cluster({ identity: Identity.eksPodIdentity() });
    expect(messageOf(() => made.contribute(sidecar))).toContain('identity must be {"kind":"eks-pod-identity"');
  });
});
