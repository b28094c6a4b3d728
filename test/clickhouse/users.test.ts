import { type ClickHouseClusterProps, Operator, type UserOptions } from 'anyhouse';
import { Secret } from 'cdk8s-plus-28';
import { cluster, environment, messageOf, objectOf } from '../support/environments';

const networks = ['10.0.0.0/8'];
const sections = (props: Partial<ClickHouseClusterProps>, place = environment()) =>
  (
    objectOf(cluster(props, place), 'ClickHouseInstallation').spec as {
      configuration: Record<string, Record<string, unknown>>;
    }
  ).configuration;
const userKeys = (user: Partial<UserOptions>, name = 'app') => {
  const { users = {} } = sections({ users: { [name]: { networks, ...user } } });
  return Object.fromEntries(Object.entries(users).filter(([key]) => key.startsWith(`${name}/`)));
};

test('there is always an administrator, who logs in from its own pods only', () => {
  expect(sections({}).users).toEqual({
    'admin/access_management': 1,
    'admin/named_collection_control': 1,
    'admin/networks/ip': ['127.0.0.1/32', '::1/128'],
    'admin/password_sha256_hex': { valueFrom: { secretKeyRef: { name: 'events-admin', key: 'password_sha256_hex' } } },
    'admin/show_named_collections': 1,
    'admin/show_named_collections_secrets': 1,
  });
});

test('the administrator can be let in from elsewhere', () => {
  expect(sections({ admin: { networks: ['10.1.0.0/16'], password: { name: 'root' } } }).users).toMatchObject({
    'admin/networks/ip': ['127.0.0.1/32', '::1/128', '10.1.0.0/16'],
    'admin/password_sha256_hex': { valueFrom: { secretKeyRef: { name: 'root', key: 'password_sha256_hex' } } },
  });
});

test('grants are written with and without the word GRANT', () => {
  expect(
    userKeys({ grants: ['SELECT ON events.*', 'GRANT INSERT ON events.* WITH GRANT OPTION', 'dictGet ON *.*'] })[
      'app/grants/query'
    ],
  ).toEqual(['GRANT SELECT ON events.*', 'GRANT INSERT ON events.* WITH GRANT OPTION', 'GRANT dictGet ON *.*']);
});

test('a user without grants may do nothing, where the server would give every right', () => {
  expect(userKeys({})['app/grants/query']).toEqual(['GRANT USAGE ON *.*']);
});

test.each([
  'SELECT',
  'REVOKE SELECT ON a.*',
  'SELECT ON a.*; DROP DATABASE b',
  'SELECT ON a.* TO b',
  '',
  'SELECT ON a.*\nDROP',
])('%p is no grant', (grant) => {
  expect(messageOf(() => userKeys({ grants: [grant] }))).toContain('users.app.grants[0] must');
});

test('a grant may hold names with any characters when they are quoted', () => {
  expect(userKeys({ grants: ['SELECT ON `to; a`.*'] })['app/grants/query']).toEqual(['GRANT SELECT ON `to; a`.*']);
});

test('only what differs from the defaults is written', () => {
  expect(Object.keys(userKeys({ profile: 'default', quota: 'default' }))).toEqual([
    'app/grants/query',
    'app/networks/ip',
    'app/password_sha256_hex',
  ]);
});

test('profiles and quotas become slash paths', () => {
  const { profiles, quotas } = sections({
    profiles: { web: { max_memory_usage: 1_000_000, readonly: 1, load_balancing: 'in_order' } },
    quotas: { web: { seconds: 60, queries: 10, executionTime: 30 } },
  });
  expect(profiles).toMatchObject({
    'web/load_balancing': 'in_order',
    'web/max_memory_usage': 1_000_000,
    'web/readonly': 1,
  });
  expect(quotas).toEqual({
    'web/interval/duration': 60,
    'web/interval/execution_time': 30,
    'web/interval/queries': 10,
  });
});

test('text is escaped for operators that write it into XML as it is', () => {
  const props = { profiles: { web: { log_comment: '<&>' } } };
  const old = environment({ operator: Operator.existing({ version: '0.27.1' }) });
  expect(sections(props, old).profiles).toMatchObject({ 'web/log_comment': '&lt;&amp;&gt;' });
  expect(sections(props).profiles).toMatchObject({ 'web/log_comment': '<&>' });
});

test('a Secret of cdk8s-plus names the password', () => {
  const place = environment();
  const password = Secret.fromSecretName(place, 'secret', 'my-secret');
  expect(sections({ users: { app: { networks, password } } }, place).users).toMatchObject({
    'app/password_sha256_hex': { valueFrom: { secretKeyRef: { name: 'my-secret', key: 'password_sha256_hex' } } },
  });
});

test('two users never share a Secret by accident', () => {
  expect(messageOf(() => cluster({ users: { 'a-b': { networks }, a_b: { networks } } }))).toContain(
    "'a-b' has the same",
  );
});

test('no password of a program ends up in the output or in an error', () => {
  const message = messageOf(() => cluster({ users: { app: { networks, password: 'hunter2' as never } } }));
  expect(message).not.toContain('hunter2');
});
