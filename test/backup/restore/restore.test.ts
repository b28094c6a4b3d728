import {
  BackupSchedule,
  BackupStore,
  ClickHouseCluster,
  type ClickHouseClusterProps,
  Clone,
  type CloneProps,
  Environment,
  Keeper,
  ObjectStore,
  Restore,
  type RestoreProps,
  Tls,
} from 'anyhouse';
import { App, Testing } from 'cdk8s';
import type { Manifest } from '../../../src/kubernetes/manifest';
import { eks, messageOf } from '../../support/environments';
import { at, type Tree } from '../../support/tree';

const writer = BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1', keys: { name: 'backup-writer' } });
const reader = BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1', keys: { name: 'backup-reader' } });

/** A cluster of two shards of two replicas, and its schedule; and another namespace. */
function scene(engine: 'sidecar' | 'native' = 'sidecar', props: Partial<ClickHouseClusterProps> = {}) {
  const app = new App();
  const tls = Tls.off('not what is tested');
  const environment = new Environment(app, 'analytics', { platform: eks, stage: 'development', tls });
  const other = new Environment(app, 'trial', { platform: eks, stage: 'development', tls });
  const keeper = new Keeper(environment, 'keeper');
  const shape = { shards: 2, replication: { replicas: 2, keeper }, storage: { size: '100Gi' as const }, ...props };
  const events = new ClickHouseCluster(environment, 'events', shape);
  const backup = new BackupSchedule(environment, 'backup', {
    cluster: events,
    store: writer,
    schedule: { full: '0 3 * * *' },
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
    engine,
  });
  const restore = (given: Partial<RestoreProps> = {}) =>
    new Restore(environment, 'after-incident', { cluster: events, from: backup, ...given });
  const clone = (given: Partial<CloneProps> = {}, place = environment) =>
    new Clone(place, 'copy', { of: backup, store: reader, ...given });
  const objects = (place = environment) => Testing.synth(place) as Manifest[];
  const named = (kind: string, name: string, place = environment) => {
    const found = objects(place).find((one) => one.kind === kind && one.metadata.name === name);
    if (!found) throw new Error(`there is no ${kind} ${name}`);
    return found;
  };
  return { app, environment, other, keeper, events, backup, restore, clone, objects, named };
}

const pod = (job: Manifest) => at(job, 'spec', 'template', 'spec');
const variables = (container: unknown) =>
  Object.fromEntries(at(container, 'env').map(({ name, value }: Tree) => [name, value]));

describe('a restore in place', () => {
  test('is one job that nobody removes or tries again, named after what it does', () => {
    const { restore, named } = scene();
    const { jobName, mark } = restore();
    expect(jobName).toMatch(/^after-incident-[0-9a-f]{8}$/);
    const job = named('Job', jobName);
    expect(Object.keys(job.spec as object).sort()).toEqual(['activeDeadlineSeconds', 'backoffLimit', 'template']);
    expect(at(job, 'spec', 'backoffLimit')).toBe(0);
    expect(pod(job).restartPolicy).toBe('Never');
    expect(variables(pod(job).containers[0])).toMatchObject({
      JOB: mark,
      BACKUP: 'latest',
      INSTALLATION: 'events',
      REPLICAS:
        'chi-events-main-0-0.analytics.svc chi-events-main-0-1.analytics.svc\nchi-events-main-1-0.analytics.svc chi-events-main-1-1.analytics.svc',
      SCHEME: 'http',
      SQL_PORT: '8123',
    });
    expect(JSON.stringify(job)).toContain('{"secretKeyRef":{"key":"password","name":"events-restore"}}');
  });

  test('another backup, database or word is another job; another image is another job that knows what was done', () => {
    const names = [{}, { run: '2' }, { backup: '20260131020000' }, { databases: ['shop'] }].map((given) => {
      const { jobName, mark } = scene().restore(given);
      return [jobName, mark];
    });
    expect(new Set(names.flat()).size).toBe(8);
    const [one, two] = [scene().restore(), scene().restore({ image: 'altinity/clickhouse-backup:2.8.1' })];
    expect(two.mark).toBe(one.mark);
    expect(two.jobName).not.toBe(one.jobName);
    expect(scene().restore().jobName).toBe(one.jobName);
  });

  test('gives clickhouse-backup its rights for as long as it is there, and adds no container', () => {
    const { restore, named, backup } = scene();
    const before = named('ClickHouseInstallation', 'events');
    restore();
    const after = named('ClickHouseInstallation', 'events');
    expect(at(after, 'spec', 'templates')).toEqual(at(before, 'spec', 'templates'));
    const users = at(after, 'spec', 'configuration', 'users');
    expect(at(before, 'spec', 'configuration', 'users')['backup/grants/query'].join()).not.toContain('DROP');
    expect(users['backup/grants/query'].join()).toContain('DROP');
    expect(users['backup/networks/ip']).toEqual(['127.0.0.1/32', '::1/128']);
    expect(users['restore/grants/query']).toEqual([
      'GRANT SHOW, SYSTEM SYNC REPLICA ON *.*',
      'GRANT SELECT ON system.*',
      'GRANT INSERT, CREATE TABLE ON system.finished_restores',
    ]);
    expect(users['restore/networks/host']).toEqual(['after-incident-pods.analytics.svc.cluster.local']);
    expect(backup.resolved.store).toBe(writer.resolved);
  });

  test('asks for some databases only', () => {
    const { restore, named } = scene();
    const { jobName } = restore({ databases: ['shop', 'logs'] });
    expect(variables(pod(named('Job', jobName)).containers[0]).TABLES).toBe('&table=shop.*,logs.*');
    const files = at(named('ConfigMap', 'after-incident-scripts'), 'data');
    expect(files['tables.sql']).toContain("WHERE database IN ('shop', 'logs')");
  });

  test('with SQL it has the statements of each shard', () => {
    const { restore, named } = scene('native');
    const { jobName } = restore();
    const files = at(named('ConfigMap', 'after-incident-scripts'), 'data');
    expect(files['data-1.sql']).toBe(
      "RESTORE ALL EXCEPT DATABASES system, INFORMATION_SCHEMA, information_schema\nFROM S3(anyhouse_backup, 'backups/analytics/events/shard-1/@NAME@')\nSETTINGS id = '@ID@'\nASYNC\n",
    );
    expect(JSON.stringify(named('Job', jobName))).not.toContain('API_');
    const users = at(named('ClickHouseInstallation', 'events'), 'spec', 'configuration', 'users');
    expect(users['restore/grants/query'].join()).toContain('CREATE');
  });
});

describe('a clone', () => {
  test('is a cluster like the source, with a path of its own in Keeper and a reader of the source', () => {
    const { clone, named } = scene();
    const { cluster, restore } = clone();
    expect(cluster.name).toBe('copy');
    const installation = named('ClickHouseInstallation', 'copy');
    expect(at(installation, 'spec', 'configuration', 'zookeeper').root).toBe('/analytics/copy');
    const layout = at(installation, 'spec', 'configuration', 'clusters', 0, 'layout');
    expect(cluster.hosts).toHaveLength(4);
    expect(layout).toBeDefined();
    const containers = at(installation, 'spec', 'templates', 'podTemplates', 0, 'spec', 'containers');
    const sidecar = containers.find(({ name }: Tree) => name === 'backup');
    expect(variables(sidecar)).toMatchObject({
      S3_PATH: 'backups/analytics/events/shard-{shard}',
      BACKUPS_TO_KEEP_REMOTE: '0',
      CLICKHOUSE_SKIP_TABLE_ENGINES: 'AzureQueue,FileLog,Kafka,MaterializedPostgreSQL,NATS,RabbitMQ,S3Queue',
    });
    expect(JSON.stringify(sidecar)).toContain('backup-reader');
    expect(JSON.stringify(installation)).not.toContain('backup-writer');
    expect(variables(pod(named('Job', restore.jobName)).containers[0])).toMatchObject({
      INSTALLATION: 'events',
      REPLICAS: expect.stringContaining('chi-copy-main-1-1.analytics.svc'),
    });
  });

  test('in another namespace it reads with a Secret of that namespace, which may have the same name', () => {
    const { clone, named, other } = scene();
    const { cluster } = clone({ name: 'events', store: writer }, other);
    expect(cluster.namespace).toBe('trial');
    expect(at(named('ClickHouseInstallation', 'events', other), 'spec', 'configuration', 'zookeeper').root).toBe(
      '/trial/events',
    );
  });

  test('may have fewer replicas and larger disks, but no other shards, smaller disks or shared objects', () => {
    const { keeper, clone, events } = scene();
    expect(
      clone({ cluster: { replication: { replicas: 1, keeper, root: '/copy' }, storage: { size: '200Gi' } } }).cluster
        .hosts,
    ).toHaveLength(2);
    expect(events.hosts).toHaveLength(4);
    expect(messageOf(() => scene().clone({ cluster: { shards: 3 } }))).toBe(
      "Clone 'analytics/copy': cluster.shards must have 2 shards, as the backups of 'events': each shard is restored into the one of its number, got 3. Fix: write shards: 2. A cluster can grow afterwards. [restore/shards]",
    );
    expect(messageOf(() => scene().clone({ cluster: { storage: { size: '50Gi' } } }))).toBe(
      "Clone 'analytics/copy': cluster.storage.size must hold what 'events' can hold (1 x 100Gi), got 1 x 50Gi. Fix: write '100Gi', or more. [restore/size]",
    );
    const store = ObjectStore.s3({ bucket: 'company-data', region: 'eu-west-1', keys: { name: 'data' } });
    expect(messageOf(() => scene('sidecar', { storage: { size: '100Gi', cold: { store } } }).clone())).toBe(
      "Clone 'analytics/copy': cluster.storage must be given: 'events' keeps data in object storage, where a clone needs a bucket or path of its own, got nothing. Fix: write cluster: { storage: { size: '500Gi', cold: { store: ObjectStore.s3({ ... }) } } }. [restore/cold-storage]",
    );
  });

  test('cannot write where the source does', () => {
    expect(messageOf(() => scene().clone({ name: 'events' }))).toBe(
      "Clone 'analytics/copy': name must be another name than 'events': backups of the clone would be written where those of the source are, got \"events\". Fix: write 'events-copy'. [restore/same-name]",
    );
    expect(messageOf(() => scene().clone({ store: writer }))).toBe(
      "Restore 'analytics/copy/restore': store must have credentials that cannot write: 'copy' would be able to overwrite the backups of 'events', got keys of the Secret 'backup-writer', with which backups are written. Fix: create keys or a role that may list and read only, and write keys: { name: 'backup-reader' } or role: 'arn:...'. [restore/read-only]",
    );
    const elsewhere = BackupStore.s3({ bucket: 'other', region: 'eu-west-1', keys: { name: 'backup-reader' } });
    expect(messageOf(() => scene().clone({ store: elsewhere }))).toBe(
      "Restore 'analytics/copy/restore': store must be where the backups are (https://company-backup.s3.eu-west-1.amazonaws.com/backups), got https://other.s3.eu-west-1.amazonaws.com/backups. Fix: give the same bucket and path, with credentials that can only read. [restore/store]",
    );
    const { environment, clone } = scene();
    const { cluster } = clone();
    const again = () =>
      new BackupSchedule(environment, 'copies', {
        cluster,
        store: writer,
        schedule: { full: '0 4 * * *' },
        retention: { days: 30, removedBy: 'bucket-lifecycle' },
      });
    expect(messageOf(again)).toBe(
      "BackupSchedule 'analytics/copies': cluster must have one schedule: there is one clickhouse-backup beside each server, with one store, got 'copy', which analytics/copy/restore fills. Fix: remove that Restore or Clone when it is done; a clone goes on as a ClickHouseCluster of the same name. [backup/twice]",
    );
  });
});

describe('a restore is refused', () => {
  test('into a cluster with other shards', () => {
    const { environment, events: _, restore } = scene();
    const small = new ClickHouseCluster(environment, 'small', { storage: { size: '10Gi' } });
    expect(messageOf(() => restore({ cluster: small, store: reader }))).toBe(
      "Restore 'analytics/after-incident': cluster must have 2 shards, as the backups of 'events': each shard is restored into the one of its number, got 1. Fix: write shards: 2. A cluster can grow afterwards. [restore/shards]",
    );
  });

  test('into a cluster whose tables would become replicas of those of the source', () => {
    const { environment, keeper, restore } = scene();
    const storage = { size: '100Gi' as const };
    const same = new ClickHouseCluster(environment, 'same', {
      shards: 2,
      replication: { replicas: 1, keeper },
      storage,
    });
    expect(messageOf(() => restore({ cluster: same, store: reader }))).toBe(
      "Restore 'analytics/after-incident': cluster must have a path of its own in Keeper: its tables would join those of 'events', which have the same ids, and write to them, got the Keeper of 'events' with no root. Fix: write replication: { ..., root: '/analytics/same' } at the cluster, or give it a Keeper of its own. [restore/keeper-root]",
    );
  });

  test('in place with a store of its own, which would be ignored', () => {
    expect(messageOf(() => scene().restore({ store: reader }))).toBe(
      "Restore 'analytics/after-incident': store must be left out where a cluster is restored in place: it reads backups with what it writes them with, got one beside the schedule of 'events'. Fix: remove it. [restore/store]",
    );
  });

  test('where what is left of a lost cluster of another name stands in the same Keeper', () => {
    const { environment, keeper } = scene();
    const create = (name: string, root?: string) => {
      const replication = { replicas: 1 as const, keeper, ...(root !== undefined && { root }) };
      const cluster = new ClickHouseCluster(environment, name, { shards: 2, replication, storage: { size: '100Gi' } });
      const from = { namespace: 'analytics', name: 'sales', shards: 2 };
      return () => new Restore(environment, `revive-${name}`, { cluster, from, store: reader });
    };
    expect(messageOf(create('revived'))).toBe(
      "Restore 'analytics/revive-revived': cluster must have a path of its own in Keeper: its tables have the same ids as those of 'sales', and would join what is left of them there, got no root. Fix: write replication: { ..., root: '/analytics/revived' } at the cluster. [restore/keeper-root]",
    );
    expect(create('sales')).not.toThrow();
    expect(create('apart', '/analytics/apart')).not.toThrow();
  });

  test('from elsewhere into a cluster that has backups of its own', () => {
    const { restore } = scene();
    const from = { namespace: 'lost', name: 'sales', shards: 2 };
    expect(messageOf(() => restore({ from, store: reader }))).toBe(
      "Restore 'analytics/after-incident': cluster must have no other use for clickhouse-backup, which reads the backups of another cluster meanwhile, got 'events', which analytics/backup backs up. Fix: restore first, and add the BackupSchedule when that is done; to restore in place, give its schedule as from. [restore/busy]",
    );
  });

  test('without a store of its own, from another namespace, and with values that mean nothing', () => {
    const { other, events, backup, environment } = scene();
    const small = new ClickHouseCluster(environment, 'small', { shards: 2, storage: { size: '100Gi' } });
    expect(messageOf(() => new Restore(environment, 'a', { cluster: small, from: backup }))).toBe(
      "Restore 'analytics/a': store must say how 'small' reads the backups, with rights that cannot write them, got nothing. Fix: write store: BackupStore.s3({ ..., keys: { name: 'backup-reader' } }), the same bucket with other keys or another role. [restore/store]",
    );
    expect(messageOf(() => new Restore(other, 'a', { cluster: events, from: backup }))).toBe(
      "Restore 'trial/a': cluster must stand in the namespace of the restore (trial), where its Secrets are, got one of analytics. Fix: create the Restore in the environment of the cluster. [restore/namespace]",
    );
    const wrong = { cluster: events, from: backup, backup: 'newest', databases: ['system', 'a b'] };
    expect(
      messageOf(() => new Restore(environment, 'b', wrong))
        .split('\n')
        .slice(0, 4),
    ).toEqual([
      "3 problems in Restore 'analytics/b'",
      `  backup must be 'latest' or the time in the name of a backup, 14 digits, got "newest".`,
      "    Fix: write backup: '20260131020000'. [restore/backup]",
      `  databases[0] must be the name of a database: letters, digits and "_"; none of the system, got "system".`,
    ]);
  });
});

test('backups of an installation that is lost are restored by its name', () => {
  const { environment, named } = scene();
  const storage = { size: '100Gi' as const };
  const revived = new ClickHouseCluster(environment, 'revived', { shards: 2, storage });
  const from = { namespace: 'lost', name: 'sales', shards: 2 };
  const { jobName } = new Restore(environment, 'revive', { cluster: revived, from, store: reader });
  const [container] = pod(named('Job', jobName)).containers;
  expect(variables(container).INSTALLATION).toBe('sales');
  const pods = at(
    named('ClickHouseInstallation', 'revived'),
    'spec',
    'templates',
    'podTemplates',
    0,
    'spec',
    'containers',
  );
  expect(variables(pods.find(({ name }: Tree) => name === 'backup')).S3_PATH).toBe('backups/lost/sales/shard-{shard}');
});
