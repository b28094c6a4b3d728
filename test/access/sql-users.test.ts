import { createHash } from 'node:crypto';
import {
  ClickHouseCluster,
  type ClickHouseClusterProps,
  type EnvironmentProps,
  type Manifest,
  SqlUsers,
  type SqlUsersProps,
  Tls,
} from 'anyhouse';
import { findingsOf } from 'anyhouse/testing';
import type { App } from 'cdk8s';
import type { JobSpec } from 'kubernetes-types/batch/v1';
import type { NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import { makeCredentials } from '../../src/tools/credentials/credentials';
import { environment, messageOf, objectOf, objectsOf } from '../support/environments';

const jane = { networks: ['10.0.0.0/8'], grants: ['SELECT ON events.*'] };

function usersOf(
  props: Partial<SqlUsersProps> = {},
  cluster: Partial<ClickHouseClusterProps> = {},
  place: Partial<EnvironmentProps> = {},
) {
  const around = environment(place);
  const events = new ClickHouseCluster(around, 'events', {
    storage: { size: '10Gi' },
    shards: 2,
    users: { app: { networks: ['10.0.0.0/8'] } },
    ...cluster,
  });
  return new SqlUsers(around, 'analysts', { cluster: events, users: { jane }, ...props });
}

const jobOf = (users: SqlUsers) => {
  const [job, ...others] = objectsOf(users).filter(({ kind }) => kind === 'Job');
  if (!job || others.length > 0) throw new Error(`${others.length + 1} Jobs`);
  return job;
};
const podOf = (users: SqlUsers) => (jobOf(users).spec as JobSpec).template.spec;

test('a Job sends the same statements to every server', () => {
  const users = usersOf({ absent: ['old.joe@example.com'] });
  const { data } = objectOf(users, 'ConfigMap', 'analysts-scripts') as { data?: Record<string, string> };
  const script = data?.['sql-users.sh'] ?? '';
  expect(script).toContain(
    [
      'for host in \\',
      '  chi-events-main-0-0.analytics.svc.cluster.local \\',
      '  chi-events-main-1-0.analytics.svc.cluster.local; do',
    ].join('\n'),
  );
  // biome-ignore lint/suspicious/noTemplateCurlyInString: variables of the shell
  const hash = '${HASH_0}';
  expect(script.split('<<END\n')[1]?.split('\nEND')[0]?.split('\n')).toEqual([
    `CREATE USER IF NOT EXISTS "jane" IDENTIFIED WITH sha256_hash BY '${hash}' HOST NONE;`,
    'GRANT SELECT ON events.* TO "jane" WITH REPLACE OPTION;',
    'REVOKE ALL FROM "jane";',
    `ALTER USER "jane" IDENTIFIED WITH sha256_hash BY '${hash}' HOST IP '10.0.0.0/8' SETTINGS PROFILE 'default';`,
    'DROP USER IF EXISTS "old.joe@example.com";',
  ]);
});

test('passwords and hashes come from Secrets, and stand nowhere', () => {
  const users = usersOf({
    users: {
      jane: { ...jane, password: { name: 'jane-2' }, previousPassword: { name: 'jane-1', validUntil: '2027-01-31' } },
    },
  });
  const from = (name: string, key: string) => ({ valueFrom: { secretKeyRef: { name, key } } });
  expect(podOf(users)?.containers[0]?.env).toEqual([
    { name: 'CLICKHOUSE_USER', value: 'admin' },
    { name: 'CLICKHOUSE_PASSWORD', ...from('events-admin', 'password') },
    { name: 'HASH_0', ...from('jane-2', 'password_sha256_hex') },
    { name: 'HASH_1', ...from('jane-1', 'password_sha256_hex') },
  ]);
  expect(users.secrets).toEqual({
    jane: { name: 'jane-2', hashKey: 'password_sha256_hex', passwordKey: 'password' },
  });
});

test('the administrator may log in from the Job, and the network lets it and the users in', () => {
  const users = usersOf({ users: { jane: { networks: ['172.16.0.0/12', '127.0.0.1/32'] } } });
  const installation = objectOf(users, 'ClickHouseInstallation').spec as { configuration: { users: object } };
  expect(installation.configuration.users).toMatchObject({
    'admin/networks/host': ['analysts.analytics.svc.cluster.local'],
  });
  expect(objectOf(users, 'Service', 'analysts').spec).toEqual({
    clusterIP: 'None',
    publishNotReadyAddresses: true,
    selector: { 'anyhouse.dev/job': 'analysts' },
  });
  expect((jobOf(users).spec as JobSpec).template.metadata?.labels).toEqual({
    'anyhouse.dev/job': 'analysts',
    'anyhouse.dev/events-client': 'true',
  });
  const { ingress = [] } = objectOf(users, 'NetworkPolicy', 'clickhouse-events').spec as NetworkPolicySpec;
  const ranges = ingress.flatMap(({ from = [] }) => from).flatMap(({ ipBlock }) => ipBlock?.cidr ?? []);
  expect(ranges).toEqual(['172.16.0.0/12', '10.0.0.0/8']);
});

test('with TLS the client believes the authority of the cluster, and sees no key', () => {
  const users = usersOf({}, {}, { tls: Tls.certManager() });
  const { data } = objectOf(users, 'ConfigMap', 'analysts-scripts') as { data?: Record<string, string> };
  expect(data?.['sql-users.sh']).toContain('--port 9440 --secure --config-file /scripts/client.xml');
  expect(data?.['client.xml']).toContain('<caConfig>/authority/ca.crt</caConfig>');
  const volume = podOf(users)?.volumes?.find(({ name }) => name === 'authority');
  expect(volume?.secret?.items).toEqual([{ key: 'ca.crt', path: 'ca.crt' }]);
});

test('a Job has another name when it would do something else, and only then', () => {
  const name = (...of: Parameters<typeof usersOf>) => jobOf(usersOf(...of)).metadata.name;
  const first = name();
  expect(first).toMatch(/^analysts-[0-9a-f]{8}$/);
  expect(name()).toBe(first);
  const others = [
    name({ users: { jane: { ...jane, validUntil: '2027-01-31' } } }),
    name({ revision: '2026-11' }),
    name({}, { shards: 3 }),
    name({}, { image: 'clickhouse/clickhouse-server:26.3.1.1' }),
    name({ absent: ['joe'] }),
  ];
  expect(new Set([first, ...others]).size).toBe(6);
  expect((jobOf(usersOf()).spec as JobSpec).ttlSecondsAfterFinished).toBeUndefined();
});

test('what it emits breaks no rule', () => {
  const findings = findingsOf(usersOf().node.root as App);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

const user = (options: object) => () => usersOf({ users: { jane: { ...jane, ...options } } });
const refused = (text: string) => `SqlUsers 'analytics/analysts': ${text}`;

test.each<[string, () => unknown, string]>([
  [
    'a plain password',
    user({ password: 'hunter2' }),
    "users.jane.password must name a Secret, never hold the password, got a text (not printed). Fix: write { name: 'my-secret' } with the SHA-256 under password_sha256_hex; `anyhouse credentials` makes one. [users/plain-password]",
  ],
  [
    'a user from nowhere',
    () => usersOf({ users: { jane: {} as never } }),
    "users.jane.networks must say where the user connects from, got nothing. Fix: write networks: ['10.0.0.0/8'], the ranges that the user connects from. [users/networks]",
  ],
  [
    'a date in the form of a country',
    user({ validUntil: '31.01.2027' }),
    `users.jane.validUntil must be a moment in UTC: a day as YYYY-MM-DD, or YYYY-MM-DDThh:mm:ssZ, got "31.01.2027". Fix: write '2027-01-31' for the start of that day in UTC, or '2027-01-31T18:00:00Z'. [sql-users/valid-until]`,
  ],
  [
    'a day that no month has',
    user({ validUntil: '2027-02-30' }),
    `users.jane.validUntil must be a moment in UTC: a day as YYYY-MM-DD, or YYYY-MM-DDThh:mm:ssZ, got "2027-02-30". Fix: write '2027-01-31' for the start of that day in UTC, or '2027-01-31T18:00:00Z'. [sql-users/valid-until]`,
  ],
  [
    'a time without a zone',
    user({ validUntil: '2027-01-31T18:00:00' }),
    `users.jane.validUntil must be a moment in UTC: a day as YYYY-MM-DD, or YYYY-MM-DDThh:mm:ssZ, got "2027-01-31T18:00:00". Fix: write '2027-01-31' for the start of that day in UTC, or '2027-01-31T18:00:00Z'. [sql-users/valid-until]`,
  ],
  [
    'an administrator',
    user({ grants: ['ALL ON *.*'] }),
    `users.jane.grants[0] must not make an administrator, got "ALL ON *.*". Fix: grant what the user needs, such as 'SELECT ON events.*'; the prop admin of the cluster is the administrator. [sql-users/administrator]`,
  ],
  [
    'a right that can be passed on',
    user({ grants: ['GRANT SELECT ON events.* WITH GRANT OPTION'] }),
    `users.jane.grants[0] must not be passed on (WITH ... OPTION), got "GRANT SELECT ON events.* WITH GRANT OPTION". Fix: leave WITH ... OPTION out; the cluster's administrator grants rights. [sql-users/administrator]`,
  ],
  [
    'a user of the configuration',
    () => usersOf({ users: { app: jane } }),
    `users.app must not be a user of the configuration, which SQL cannot change, got "app". Fix: choose another name, or change the user where the cluster lists it. [sql-users/configured]`,
  ],
  [
    'the user of the operator',
    () => usersOf({ absent: ['clickhouse_operator'] }),
    `absent[0] must not be a user of the configuration, which SQL cannot change, got "clickhouse_operator". Fix: choose another name, or change the user where the cluster lists it. [sql-users/configured]`,
  ],
  [
    'a user that is there and is not',
    () => usersOf({ absent: ['jane'] }),
    `absent[0] must not be one of users, got "jane". Fix: remove it from one of the two. [sql-users/absent]`,
  ],
  [
    'a name that ends a statement',
    () => usersOf({ users: { 'jane"; DROP USER app': jane } }),
    `users["jane\\"; DROP USER app"] must be letters, digits, "_", "-", "." and "@", starting with a letter, at most 63, got "jane\\"; DROP USER app". Fix: write a name such as 'analyst'. [sql-users/name]`,
  ],
  [
    'a profile that the cluster does not have',
    user({ profile: 'web' }),
    `users.jane.profile must be one of default, got "web". Fix: declare it in profiles of the cluster, or use 'default'. [users/unknown-profile]`,
  ],
  [
    'a name that makes no Secret',
    () => usersOf({ users: { 'jane@example.com': jane } }),
    `users["jane@example.com"] must make a valid name of a Secret, got "events-jane@example.com". Fix: give password: { name: 'another-secret' }. [users/secret-name]`,
  ],
  [
    'one password twice',
    user({ previousPassword: { name: 'events-jane', validUntil: '2027-01-31' } }),
    `users.jane.previousPassword.name must be another Secret than that of the password, got "events-jane". Fix: give password: { name: 'my-new-secret' }, and keep the old one here. [sql-users/previous-password]`,
  ],
  [
    'two passwords in a release that knows one',
    () =>
      usersOf(
        { users: { jane: { ...jane, previousPassword: { name: 'jane-1', validUntil: '2027-01-31' } } } },
        { image: 'clickhouse/clickhouse-server:24.8.1.1' },
      ),
    'users.jane.previousPassword must be left out before ClickHouse 24.10, where a user has one password, got "clickhouse/clickhouse-server:24.8.1.1". Fix: update the cluster first, or make a second user for the time of the change. [sql-users/previous-password]',
  ],
  [
    'an old password without end',
    user({ previousPassword: { name: 'jane-1' } }),
    "users.jane.previousPassword.validUntil must say until when the password before is good, got nothing. Fix: write '2027-01-31', when all applications have the new one. [sql-users/valid-until]",
  ],
])('%s is refused', (_, run, message) => {
  expect(messageOf(run)).toBe(refused(message));
});

test('`anyhouse credentials` makes up the passwords of these users, too', async () => {
  const manifests = objectsOf(usersOf()).map((manifest) => ({ manifest }));
  const { objects, notes } = await makeCredentials([{ name: 'program', manifests }] as never);
  const made = objects.find(({ metadata }) => metadata.name === 'events-jane') as Manifest & {
    readonly stringData: Readonly<Record<string, string>>;
  };
  const { password = '', password_sha256_hex: hash } = made.stringData;
  expect(hash).toBe(createHash('sha256').update(password).digest('hex'));
  expect(notes.filter((note) => note.includes('events-jane'))).toEqual([]);
});
