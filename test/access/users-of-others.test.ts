import {
  BackupSchedule,
  BackupStore,
  ClickHouseCluster,
  Environment,
  ExternalCredentials,
  type ExternalCredentialsProps,
  RestoreDrill,
  Tls,
} from 'anyhouse';
import type { App } from 'cdk8s';
import { examples } from '../../examples';
import { neededSecrets } from '../../src/tools/credentials/needed';
import { eks, environment, messageOf, objectsOf } from '../support/environments';

const store = (keys: string) => BackupStore.s3({ bucket: 'backups', region: 'eu-west-1', keys: { name: keys } });
const cluster = (place: Environment) => new ClickHouseCluster(place, 'events', { storage: { size: '10Gi' } });
const schedule = (events: ClickHouseCluster) =>
  new BackupSchedule(Environment.of(events), 'backup', {
    cluster: events,
    store: store('writer'),
    schedule: { full: '0 3 * * *' },
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
  });
const drillOf = (backups: BackupSchedule) => {
  const platform = { platform: eks, tls: Tls.off('not what is tested') };
  const scratch = new Environment(backups.node.root as App, 'drill', platform);
  return new RestoreDrill(scratch, 'monthly', { backups, store: store('reader'), storageClass: 'scratch' });
};
const credentials = (events: ClickHouseCluster, props: Partial<ExternalCredentialsProps> = { generate: {} }) =>
  new ExternalCredentials(Environment.of(events), 'credentials', { clusters: [events], ...props });
const template = (construct: ExternalCredentials, secret: string) =>
  objectsOf(construct).find(({ kind, metadata }) => kind === 'ExternalSecret' && metadata.name === secret)?.spec;

test('users that come after the credentials get their Secrets as those that come before', () => {
  const [before, after] = [cluster(environment()), cluster(environment())];
  schedule(before);
  const [first, last] = [credentials(before), credentials(after)];
  schedule(after);
  expect(last.secrets).toEqual(['events-admin', 'events-backup']);
  expect(last.secrets).toEqual(first.secrets);
  expect(template(last, 'events-backup')).toEqual(template(first, 'events-backup'));
});

test('a Secret that is read for the name of the user, too, has it', () => {
  const events = cluster(environment());
  schedule(events);
  expect(template(credentials(events), 'events-backup')).toMatchObject({
    target: { template: { data: { username: 'backup', password: '{{ .password }}' } } },
  });
});

test('what a drill needs in two namespaces comes out of a store, and the rest of it is generated', () => {
  const events = cluster(environment());
  const { scratch } = drillOf(schedule(events));
  expect(credentials(events).secrets).toEqual(['events-admin', 'events-backup']);
  expect(credentials(scratch).secrets).toEqual(['monthly-admin', 'monthly-backup', 'monthly-restore']);
  const shared = { users: ['drill'], store: { name: 'vault' } };
  expect(new ExternalCredentials(Environment.of(events), 'shared', { clusters: [events], ...shared }).secrets).toEqual([
    'events-drill',
  ]);
});

test('a password of two namespaces is not generated', () => {
  const events = cluster(environment());
  drillOf(schedule(events));
  expect(messageOf(() => credentials(events, { users: ['drill'], generate: {} }))).toBe(
    `ExternalCredentials 'analytics/credentials': users[0] must have its password in a store: namespace 'drill' needs the same one, and a generator makes another for each, got "drill". Fix: provide it in a second ExternalCredentials with users: ['drill'] and store, and in 'drill' with store.secrets. [credentials/generated-twice]`,
  );
});

test('without anything to provide, the three ways are told', () => {
  const place = environment();
  expect(messageOf(() => new ExternalCredentials(place, 'credentials', { generate: {} }))).toBe(
    `ExternalCredentials 'analytics/credentials': clusters must list the clusters whose passwords are provided, got []. Fix: write clusters: [events], or sqlUsers: [people], or store: { name: 'vault', secrets: { ... } }. [credentials/cluster]`,
  );
});

test('further Secrets of a store need no cluster', () => {
  const secrets = { 'events-drill': { password: 'databases/drill' } };
  const construct = new ExternalCredentials(environment(), 'drill', { store: { name: 'vault', secrets } });
  expect(construct.secrets).toEqual(['events-drill']);
});

test('a program with everything leaves nothing but what only its owner has', () => {
  const manifests = examples.find(({ name }) => name === 'day-two')?.synth('minikube') ?? [];
  const sources = [{ name: 'program', manifests: manifests.map((manifest) => ({ manifest })) }] as never;
  expect(neededSecrets(sources).map(({ namespace, name }) => `${namespace}/${name}`)).toEqual([
    'travel/backup-writer',
    'travel/edge-tls',
    'travel-staging/edge-tls',
    'travel-drill/backup-reader',
    'clickhouse-operator/clickhouse-operator-credentials',
  ]);
});
