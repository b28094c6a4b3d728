// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is how a token looks
import { output } from '@pulumi/pulumi';
import {
  allowUnknown,
  altinity,
  ClickHouseCluster,
  Dns01,
  Environment,
  Exposure,
  Identity,
  Issuer,
  Keeper,
  ObjectStore,
  Operator,
  Platform,
} from 'anyhouse';
import { App } from 'cdk8s';

import { contentId } from '../../src/edge/data-plane/content-id';
import { renderKeeperSettings, settingsAnnotation } from '../../src/keeper/render-settings';
import { show } from '../../src/kubernetes/prop-error';
import { messageOf } from '../support/environments';

const token = '${pulumi.0}';

const platform = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] });
const place = (operator?: Operator) => new Environment(new App(), 'analytics', { platform, operator });
const storage = { size: '10Gi' } as const;
const cluster = (props: object, operator?: Operator) =>
  new ClickHouseCluster(place(operator), 'events', { storage, ...props } as never);
const old = Operator.existing({ version: '0.26.0' });

// biome-ignore format: one case a line is easier to read
const cases: readonly (readonly [string, () => unknown, string])[] = [
  ['a name', () => cluster({ name: `events-${token}` }), `Cluster 'analytics/events': name must be known when the program runs, got an Output of Pulumi (as a token). Fix: give a plain value; this one decides names. [props/known]`],
  ['a list', () => cluster({ databases: token }), `Cluster 'analytics/events': databases must be known when the program runs, got an Output of Pulumi (as a token). Fix: give a plain value; this one decides what is made. [props/known]`],
  ['a range of clients', () => cluster({ exposure: Exposure.public({ allow: [token] }) }), `Cluster 'analytics/events': exposure.allow[0] must be known when the program runs, got an Output of Pulumi (as a token). Fix: give a plain value; this one decides who may connect. [props/known]`],
  ['an amount that others are compared with', () => cluster({ resources: { cpu: '2', memory: token } }), `Cluster 'analytics/events': resources.memory must be known when the program runs, got an Output of Pulumi (as a token). Fix: give a plain value; this one decides other amounts. [props/known]`],
  ['a key of a map', () => cluster({ users: { [token]: { networks: ['10.0.0.0/8'] } } }), `Cluster 'analytics/events': users["${token}"] must be known when the program runs, got an Output of Pulumi (as a token). Fix: give a plain value; this one decides names. [props/known]`],
  ['a password', () => cluster({ admin: { password: token } }), `Cluster 'analytics/events': admin.password must name a Secret, never hold the password, got a text (not printed). Fix: write { name: 'my-secret' } with the SHA-256 under password_sha256_hex; \`anyhouse credentials\` makes one. [users/plain-password]`],
  ['a setting of Keeper', () => new Keeper(place(), 'keeper', { settings: { max_connections: token } as never }), `Keeper 'analytics/keeper': settings.max_connections must be known when the program runs, got an Output of Pulumi (as a token). Fix: give a plain value; this one decides the mark by which members restart. [props/known]`],
  ['a region without an endpoint', () => ObjectStore.s3({ bucket: 'data', region: token }), `ObjectStore 's3': region must be known when the program runs, got an Output of Pulumi (as a token). Fix: give a plain value; this one decides the domain of S3, which differs in China, unless endpoint is given. [props/known]`],
  ['a whole endpoint', () => ObjectStore.s3({ bucket: 'data', endpoint: token }), `ObjectStore 's3': endpoint must be known but for its host: the network policy opens the port, got an Output of Pulumi (as a token). Fix: write \`https://\${asString(host)}:443\`. [props/known]`],
  ['a server that could be a word', () => Issuer.acme({ email: 'ops@example.com', dns01: [Dns01.route53()], server: token as 'staging' }), `Issuer 'acme': server must be known when the program runs, got an Output of Pulumi (as a token). Fix: give a plain value; this one decides which authority signs, unless it starts with https://. [props/known]`],
  ['a raw Output', () => cluster({ storage: { size: '10Gi', storageClass: output('gp3') } }), `Cluster 'analytics/events': storage.storageClass must be a plain value, got an Output of Pulumi. Fix: write asString(output) of anyhouse/pulumi. [props/output]`],
  ['a raw Output for an amount', () => cluster({ storage: { size: output('10Gi') } }), `Cluster 'analytics/events': storage.size must be a plain value, got an Output of Pulumi. Fix: write asQuantity(output) of anyhouse/pulumi. [props/output]`],
  ['a raw Output for a group', () => cluster({ storage: output(storage) }), `Cluster 'analytics/events': storage must be a plain value, got an Output of Pulumi. Fix: write it as it is, with asString(output) of anyhouse/pulumi for what is inside. [props/output]`],
  ['a raw Output for a construct', () => cluster({ identity: output('arn') }), `Cluster 'analytics/events': identity must be a plain value, got an Output of Pulumi. Fix: write asString(output) of anyhouse/pulumi. [props/output]`],
  ['a raw Output for a role', () => Identity.awsRole(output('arn') as never), `Identity 'awsRole': arn must be a plain value, got an Output of Pulumi. Fix: write asString(output) of anyhouse/pulumi. [props/output]`],
  ['a raw Output in a setting that nobody knows', () => cluster({ settings: { ...allowUnknown({ new_one: output('x') as never }) } }), `Cluster 'analytics/events': settings.new_one must be a plain value, got an Output of Pulumi. Fix: write asString(output) of anyhouse/pulumi. [props/output]`],
  ['a raw Output in a specification', () => new altinity.ClickHouseInstallation(place(), 'raw', { spec: { configuration: { users: { 'app/profile': output('web') as never } } } }), `ClickHouseInstallation 'analytics/raw': spec.configuration.users["app/profile"] must be a plain value, got an Output of Pulumi. Fix: write asString(output) of anyhouse/pulumi. [props/output]`],
];

test.each(cases)('%s is refused in words that say what to do', (_, build, message) => {
  expect(messageOf(build)).toBe(message);
});

test('whatever an Output is given for, the message does not print what its text says', () => {
  expect(show({ a: output('x') })).not.toContain('toJSON');
});

test('a value that operators before 0.27.2 put into XML as it is cannot be escaped late', () => {
  expect(messageOf(() => cluster({ profiles: { web: { log_comment: token } } }, old))).toBe(
    'The XML for operators before 0.27.2 is computed from text that holds an Output of Pulumi, whose value is not known yet. Fix: give a plain value. [props/known]',
  );
});

test('no hash is made of a placeholder', () => {
  expect(() => contentId(`10.0.0.0/8 ${token}`)).toThrow(
    'An id of the edge is computed from text that holds an Output of Pulumi, whose value is not known yet. Fix: give a plain value. [props/known]',
  );
  const member = { image: 'x', settings: { max_connections: token }, resources: { cpu: '1', memory: '1Gi' } } as never;
  const places = renderKeeperSettings([member], '0.27.2', {});
  expect(() => settingsAnnotation(places, 0)).toThrow('The mark of a member that restarts is computed from text');
});
