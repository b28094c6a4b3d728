import {
  BackupSchedule,
  BackupStore,
  ClickHouseCluster,
  Environment,
  Keeper,
  ObjectStore,
  RestoreDrill,
  type RestoreDrillProps,
  Tls,
} from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { parse } from 'yaml';
import type { Manifest } from '../../../src/kubernetes/manifest';
import { eks, messageOf } from '../../support/environments';
import { at, type Tree } from '../../support/tree';

const store = (name: string) => BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1', keys: { name } });

function scene() {
  const app = new App();
  const tls = Tls.off('not what is tested');
  const environment = new Environment(app, 'analytics', { platform: eks, stage: 'development', tls });
  const scratch = new Environment(app, 'drill', { platform: eks, stage: 'development', tls });
  const keeper = new Keeper(environment, 'keeper');
  const events = new ClickHouseCluster(environment, 'events', {
    shards: 2,
    replication: { replicas: 2, keeper },
    storage: { size: '100Gi' },
    logs: { size: '5Gi' },
  });
  const backups = new BackupSchedule(environment, 'backup', {
    cluster: events,
    store: store('backup-writer'),
    schedule: { full: '0 3 * * *' },
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
  });
  const drill = (given: Partial<RestoreDrillProps> = {}, place = scratch) =>
    new RestoreDrill(place, 'events-drill', {
      backups,
      store: store('backup-reader'),
      storageClass: 'gp3-scratch',
      ...given,
    });
  const objects = (place = scratch) => Testing.synth(place) as Manifest[];
  const named = (kind: string, name: string, place = scratch) => {
    const found = objects(place).find((one) => one.kind === kind && one.metadata.name === name);
    if (!found) throw new Error(`there is no ${kind} ${name}`);
    return found;
  };
  return { environment, scratch, events, drill, objects, named };
}

describe('a drill', () => {
  test('emits no installation but a file with it, which the Job owns', () => {
    const { drill, objects, named } = scene();
    drill();
    expect(objects().filter(({ kind }) => kind === 'ClickHouseInstallation' || kind === 'PodDisruptionBudget')).toEqual(
      [],
    );
    const file = at(named('ConfigMap', 'events-drill-scripts'), 'data', 'installation.yaml');
    expect(file).toContain('pdbManaged: "no"'); // the API server reads YAML 1.1
    const installation = parse(file);
    expect(parse(file, { version: '1.1' })).toEqual(installation);
    expect(installation.metadata).toMatchObject({
      name: 'events-drill',
      namespace: 'drill',
      ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name: '@OWNER@', uid: '@OWNER_ID@' }],
    });
    const text = JSON.stringify(installation);
    expect(text).toContain('"reclaimPolicy":"Delete"');
    expect(text).not.toContain('Retain');
    expect(text).toContain('"storageClassName":"gp3-scratch"');
    expect(text).toContain('backups/analytics/events/shard-{shard}');
    expect(text).toContain('backup-reader');
    expect(text).not.toContain('backup-writer');
    expect(at(installation, 'spec', 'configuration', 'settings')).toMatchObject({
      'keeper_server/tcp_port': 9181,
      'zookeeper/node/host': 'localhost',
    });
  });

  test('runs each month, is not tried again, and its Job goes after a day with what it has left', () => {
    const { drill, named } = scene();
    drill({ timeZone: 'Europe/Berlin' });
    const job = named('CronJob', 'events-drill');
    expect(job.spec).toMatchObject({ schedule: '0 5 1 * *', timeZone: 'Europe/Berlin', concurrencyPolicy: 'Forbid' });
    const spec = at(job, 'spec', 'jobTemplate', 'spec');
    expect(spec).toMatchObject({ backoffLimit: 0, ttlSecondsAfterFinished: 86400, activeDeadlineSeconds: 86400 });
    const env = Object.fromEntries(
      at(spec, 'template', 'spec', 'containers', 0, 'env').map((one: Tree) => [one.name, one]),
    );
    expect(env.SCRATCH.value).toBe('events-drill');
    expect(env.REPLICAS.value).toBe('chi-events-drill-main-0-0.drill.svc\nchi-events-drill-main-1-0.drill.svc');
    expect(env.SOURCE_REPLICAS.value.split('\n')).toEqual([
      'chi-events-main-0-0.analytics.svc chi-events-main-0-1.analytics.svc',
      'chi-events-main-1-0.analytics.svc chi-events-main-1-1.analytics.svc',
    ]);
    expect(env.SOURCE_PASSWORD.valueFrom.secretKeyRef).toEqual({ name: 'events-drill', key: 'password' });
  });

  test('may create installations in its namespace, and see and delete that one', () => {
    const { drill, named } = scene();
    drill();
    expect((named('Role', 'events-drill') as Tree).rules).toEqual([
      { apiGroups: ['clickhouse.altinity.com'], resources: ['clickhouseinstallations'], verbs: ['create'] },
      {
        apiGroups: ['clickhouse.altinity.com'],
        resources: ['clickhouseinstallations'],
        resourceNames: ['events-drill'],
        verbs: ['get', 'delete'],
      },
      { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['list'] },
    ]);
  });

  test('may count rows of the source, and read none', () => {
    const { drill, named, environment } = scene();
    const { secretNames } = drill();
    const users = at(named('ClickHouseInstallation', 'events', environment), 'spec', 'configuration', 'users');
    expect(users['drill/grants/query']).toEqual(['GRANT SHOW TABLES ON *.*', 'GRANT SELECT ON system.parts']);
    expect(users['drill/networks/host']).toEqual(['events-drill-pods.drill.svc.cluster.local']);
    expect(secretNames).toEqual([
      'events-drill',
      'events-drill-admin',
      'events-drill-backup',
      'events-drill-restore',
      'backup-reader',
    ]);
  });

  test('takes no messages from the source, and lets no view replace what was restored', () => {
    const { drill, named } = scene();
    drill();
    const { spec } = parse(at(named('ConfigMap', 'events-drill-scripts'), 'data', 'installation.yaml') as string);
    expect(spec.configuration.profiles['default/stop_refreshable_materialized_views_on_startup']).toBe(1);
    const sidecar = spec.templates.podTemplates[0].spec.containers.find(({ name }: Tree) => name === 'backup');
    expect(sidecar.env).toContainEqual({
      name: 'CLICKHOUSE_SKIP_TABLE_ENGINES',
      value: 'AzureQueue,FileLog,Kafka,MaterializedPostgreSQL,NATS,RabbitMQ,S3Queue',
    });
  });

  test('cannot hold tables in object storage', () => {
    const { environment, drill } = scene();
    const keys = { name: 'cold' };
    const cold = { store: ObjectStore.s3({ bucket: 'company-cold', region: 'eu-west-1', keys }) };
    const tiered = new ClickHouseCluster(environment, 'tiered', { storage: { size: '100Gi', cold } });
    const backups = new BackupSchedule(environment, 'tiered-backup', {
      cluster: tiered,
      store: store('backup-writer'),
      schedule: { full: '0 3 * * *' },
      retention: { days: 30, removedBy: 'bucket-lifecycle' },
    });
    expect(messageOf(() => drill({ backups }))).toBe(
      "RestoreDrill 'drill/events-drill': backups must be those of a cluster without storage.cold: scratch servers have volumes only, and cannot create its tables in object storage, got 'tiered'. Fix: name databases whose tables stay on volumes, or try out the rest with a Clone. [restore/cold-storage]",
    );
    const apart = new Environment(new App(), 'apart', { platform: eks, stage: 'development' });
    expect(() => drill({ backups, databases: ['shop'] }, apart)).not.toThrow();
  });

  test('needs a namespace of its own, a class that deletes, and a store that it cannot write', () => {
    const { drill, environment } = scene();
    expect(messageOf(() => drill({}, environment))).toBe(
      "RestoreDrill 'analytics/events-drill': backups must be those of a cluster in another environment: the job may create and delete installations in its namespace, got 'events' in analytics, too. Fix: create the RestoreDrill in an environment of its own: new Environment(app, 'drill', { platform }). [restore/scratch-namespace]",
    );
    expect(messageOf(() => scene().drill({ storageClass: undefined as never }))).toBe(
      "RestoreDrill 'drill/events-drill': storageClass must name a StorageClass with reclaimPolicy: Delete, so that the volumes of a drill do not stay, got nothing. Fix: write storageClass: 'gp3-scratch', a class that you made for this. [restore/storage-class]",
    );
    expect(messageOf(() => scene().drill({ storageSize: '10Gi' }))).toBe(
      "RestoreDrill 'drill/events-drill': storageSize must hold what 'events' can hold (1 x 100Gi), got 1 x 10Gi. Fix: write '100Gi', or more. [restore/size]",
    );
  });
});
