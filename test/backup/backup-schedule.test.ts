import {
  BackupSchedule,
  type BackupScheduleProps,
  BackupStore,
  ClickHouseCluster,
  type ClickHouseClusterProps,
  Environment,
  type EnvironmentProps,
  Identity,
  Keeper,
  Monitoring,
  ObjectStore,
  Platform,
} from 'anyhouse';
import { App, Testing } from 'cdk8s';
import type { Manifest } from '../../src/kubernetes/manifest';

/** A place in an object, with numbers for lists. */
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce((inner: unknown, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);

const eks = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] });
const identity = Identity.awsRole('arn:aws:iam::123456789012:role/clickhouse');
const bucket = BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1' });
const weekly = { full: '0 3 * * 0', increment: '0 3 * * 1-6' };
const month = { days: 30, removedBy: 'bucket-lifecycle' } as const;

interface Around {
  readonly environment?: Partial<EnvironmentProps>;
  readonly cluster?: Partial<ClickHouseClusterProps>;
}

function made(props: Partial<BackupScheduleProps> = {}, around: Around = {}) {
  const environment = new Environment(new App(), 'analytics', {
    platform: eks,
    stage: 'development',
    ...around.environment,
  });
  const cluster = new ClickHouseCluster(environment, 'events', {
    shards: 2,
    replication: { replicas: 2, keeper: new Keeper(environment, 'keeper') },
    storage: { size: '100Gi' },
    identity,
    ...around.cluster,
  });
  const given = { cluster, store: bucket, schedule: weekly, retention: month, ...props };
  const backup = new BackupSchedule(environment, 'backup', given);
  const synth = () => Testing.synth(environment) as Manifest[];
  const named = (kind: string, name: string) =>
    synth().find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  return { environment, cluster, backup, synth, named };
}

const pod = (job: Manifest | undefined) => at(job, 'spec', 'jobTemplate', 'spec', 'template', 'spec');
const envOf = (container: unknown) => {
  const env = (container as { readonly env: readonly { readonly name: string; readonly value?: string }[] }).env;
  return Object.fromEntries(env.map(({ name, value }) => [name, value]));
};

describe('a schedule of backups', () => {
  test('makes a job for each kind, which tools find by their labels', () => {
    const { named, backup } = made({ timeZone: 'Europe/Berlin' });
    const job = named('CronJob', 'backup-increment');
    expect(job?.metadata.labels).toEqual({
      'anyhouse.dev/backup-kind': 'increment',
      'anyhouse.dev/backup-of': 'events',
    });
    expect(job?.metadata.annotations).toEqual({
      'anyhouse.dev/recovery-point': '86400',
      'anyhouse.dev/remove-after-days': '38',
    });
    expect(job?.spec).toMatchObject({
      schedule: '0 3 * * 1-6',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      jobTemplate: { spec: { backoffLimit: 2, activeDeadlineSeconds: 43_200 } },
    });
    expect(envOf(at(pod(job), 'containers', 0))).toMatchObject({
      KIND: 'increment',
      REPLICAS:
        'chi-events-main-0-0.analytics.svc chi-events-main-0-1.analytics.svc\nchi-events-main-1-0.analytics.svc chi-events-main-1-1.analytics.svc',
      SCHEME: 'http',
      FULL_AGE: '608400',
    });
    expect(backup.jobNames).toEqual(['backup-full', 'backup-increment']);
    expect(backup.paths).toEqual(['backups/analytics/events/shard-0', 'backups/analytics/events/shard-1']);
    expect(backup.secretNames).toEqual(['events-backup']);
    expect([backup.recoveryPointSeconds, backup.removeAfterDays]).toEqual([86_400, 38]);
  });

  test('makes full backups only where no increments are asked for', () => {
    const { synth, backup } = made({ schedule: { full: '30 2 * * *' } });
    expect(
      synth()
        .filter(({ kind }) => kind === 'CronJob')
        .map(({ metadata }) => metadata.name),
    ).toEqual(['backup-full']);
    expect([backup.recoveryPointSeconds, backup.removeAfterDays]).toEqual([86_400, 31]);
  });

  test('puts clickhouse-backup beside every server, with a user that logs in from its own pod only', () => {
    const { named } = made({ throttle: '100Mi' });
    const spec = named('ClickHouseInstallation', 'events')?.spec;
    const sidecar = at(spec, 'templates', 'podTemplates', 0, 'spec', 'containers', 1);
    expect(sidecar).toMatchObject({ name: 'backup', command: ['/bin/clickhouse-backup', 'server'] });
    expect(envOf(sidecar)).toMatchObject({
      BACKUPS_TO_KEEP_LOCAL: '-1',
      BACKUPS_TO_KEEP_REMOTE: '0',
      CLICKHOUSE_PORT: '9000',
      S3_PATH: 'backups/analytics/events/shard-{shard}',
      UPLOAD_MAX_BYTES_PER_SECOND: '104857600',
    });
    expect(at(spec, 'configuration', 'users')).toMatchObject({
      'backup/networks/ip': ['127.0.0.1/32', '::1/128'],
      'backup/grants/query': ['GRANT SHOW, ALTER FREEZE PARTITION ON *.*', 'GRANT SELECT ON system.*'],
    });
  });

  test('has no probe beside the server: a store that is down must not take the database along', () => {
    const sidecar = at(
      made().named('ClickHouseInstallation', 'events')?.spec,
      'templates',
      'podTemplates',
      0,
      'spec',
      'containers',
      1,
    );
    expect(Object.keys(sidecar as object)).not.toEqual(expect.arrayContaining(['readinessProbe']));
    expect(Object.keys(sidecar as object)).not.toEqual(expect.arrayContaining(['livenessProbe']));
  });

  test('lets jobs reach that port alone, and servers the store', () => {
    const { named } = made();
    expect(at(named('NetworkPolicy', 'backup')?.spec, 'egress')).toEqual([
      {
        to: [{ podSelector: { matchLabels: { 'clickhouse.altinity.com/chi': 'events' } } }],
        ports: [{ protocol: 'TCP', port: 7171 }],
      },
    ]);
    const policy = named('NetworkPolicy', 'clickhouse-events')?.spec;
    expect(at(policy, 'ingress')).toContainEqual({
      from: [{ podSelector: { matchLabels: { 'anyhouse.dev/job': 'backup' } } }],
      ports: [{ protocol: 'TCP', port: 7171 }],
    });
    expect(at(policy, 'egress')).toContainEqual({ ports: [{ protocol: 'TCP', port: 443 }] });
  });

  test('speaks TLS in production, from end to end', () => {
    const { named } = made({}, { environment: { stage: 'production' } });
    const sidecar = at(named('ClickHouseInstallation', 'events')?.spec, 'templates', 'podTemplates', 0, 'spec');
    expect(envOf(at(sidecar, 'containers', 1))).toMatchObject({
      API_SECURE: 'true',
      CLICKHOUSE_SECURE: 'true',
      CLICKHOUSE_PORT: '9440',
      CLICKHOUSE_HOST: 'localhost',
    });
    const job = pod(named('CronJob', 'backup-full'));
    expect(envOf(at(job, 'containers', 0))).toMatchObject({ SCHEME: 'https', CA: '/authority/ca.crt' });
    expect(at(job, 'volumes', 2)).toEqual({
      name: 'authority',
      secret: { secretName: 'clickhouse-tls', items: [{ key: 'ca.crt', path: 'ca.crt' }] },
    });
  });

  test('gives pods the identity that the cluster lacks', () => {
    const { named } = made({ identity }, { cluster: { identity: undefined } });
    expect(named('ServiceAccount', 'clickhouse-events')?.metadata.annotations).toMatchObject({
      'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/clickhouse',
    });
  });

  test('copies disks in object storage, too, into a folder of their own', () => {
    const cold = { store: ObjectStore.s3({ bucket: 'company-data', region: 'eu-west-1' }) };
    const { named, backup } = made({}, { cluster: { storage: { size: '100Gi', cold } } });
    const pods = at(named('ClickHouseInstallation', 'events')?.spec, 'templates', 'podTemplates', 0, 'spec');
    expect(envOf(at(pods, 'containers', 1))).toMatchObject({ ALLOW_OBJECT_DISK_STREAMING: 'true' });
    expect(backup.paths).toContain('backups-objects/analytics/events/shard-1');
  });

  test('is monitored with the login and the certificate of the API', () => {
    const environment = { stage: 'production', monitoring: Monitoring.prometheusOperator() } as const;
    const { named } = made({ alerts: { ageHours: 30 } }, { environment });
    expect(at(named('PodMonitor', 'backup')?.spec, 'podMetricsEndpoints', 0)).toMatchObject({
      port: 'backup',
      scheme: 'https',
      basicAuth: { username: { name: 'events-backup', key: 'username' } },
    });
    const rules = at(named('PrometheusRule', 'backup')?.spec, 'groups', 0, 'rules') as {
      alert: string;
      expr: string;
    }[];
    expect(rules.map(({ alert }) => alert)).toEqual([
      'BackupTooOld',
      'BackupFailed',
      'BackupSizeJump',
      'BackupSidecarDown',
      'BackupJobFailed',
    ]);
    expect(rules[0]?.expr).toMatch(/> 108000$/);
  });

  test('lets its objects be changed last', () => {
    const { named } = made({
      transform: { fullJob: (job) => ({ ...job, spec: { ...job.spec, successfulJobsHistoryLimit: 1 } }) },
    });
    expect(at(named('CronJob', 'backup-full')?.spec, 'successfulJobsHistoryLimit')).toBe(1);
  });
});

describe('with the native engine', () => {
  const native = { engine: 'native' } as const;
  const keys = { name: 'backup-keys' };
  const minio = BackupStore.s3({ bucket: 'company-backup', endpoint: 'https://minio.example.com:9000', keys });

  test('servers write backups themselves, with keys that stand in no query', () => {
    const { named } = made({ ...native, store: minio, throttle: '10Mi' });
    const spec = named('ClickHouseInstallation', 'events')?.spec;
    expect(at(spec, 'templates', 'podTemplates', 0, 'spec', 'containers')).toHaveLength(1);
    expect(at(spec, 'configuration', 'settings')).toMatchObject({
      'named_collections/anyhouse_backup/url': 'https://minio.example.com:9000/company-backup',
      'named_collections/anyhouse_backup/access_key_id': {
        valueFrom: { secretKeyRef: { name: 'backup-keys', key: 'access_key_id' } },
      },
    });
    expect(at(spec, 'configuration', 'users')).toMatchObject({
      'backup/networks/host': ['backup-pods.analytics.svc.cluster.local'],
      'backup/networks/ip': ['127.0.0.1/32', '::1/128'],
    });
    const job = pod(named('CronJob', 'backup-full'));
    expect(at(job, 'containers', 0, 'image')).toMatch(/^clickhouse\/clickhouse-server:/);
    expect(envOf(at(job, 'containers', 0))).toMatchObject({
      DESTINATION: "S3(anyhouse_backup, 'backups/analytics/events/shard-%s/%s')",
      THROTTLE: '10485760',
      PORT: '9000',
    });
  });

  test('servers find the pods of jobs by a name, and believe public authorities', () => {
    const { named } = made(native, { environment: { stage: 'production' } });
    expect(named('Service', 'backup-pods')?.spec).toEqual({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector: { 'anyhouse.dev/job': 'backup' },
    });
    const settings = at(named('ClickHouseInstallation', 'events')?.spec, 'configuration', 'settings');
    expect(settings).toMatchObject({ 'openSSL/client/loadDefaultCAFile': 'true' });
    const labels = at(named('CronJob', 'backup-full')?.spec, 'jobTemplate', 'spec', 'template', 'metadata', 'labels');
    expect(labels).toMatchObject({ 'anyhouse.dev/events-client': 'true' });
  });

  test('refuses what SQL BACKUP would ignore', () => {
    const role = 'arn:aws:iam::123456789012:role/backup';
    const store = BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1', role, encryption: 'aes256' });
    const messages = [
      `store must have no role of its own with engine 'native', which uses the identity of the server, got ${role}.\n    Fix: leave out engine: the sidecar can do it. [backup/native]`,
      `store.encryption must be 'bucket' with engine 'native', which asks for no encryption, got "aes256".\n    Fix: let the bucket encrypt, and write encryption: 'bucket'. [backup/native]`,
      `resources must be left out with engine 'native': there is no container beside the server, got {"cpu":"1","memory":"1Gi"}.\n    Fix: remove it. [backup/native]`,
    ];
    const resources = { cpu: '1', memory: '1Gi' } as const;
    for (const message of messages) expect(() => made({ ...native, store, resources })).toThrow(message);
    const platform = Platform.gke({ region: 'europe-west1', zones: ['europe-west1-b'] });
    const google = Identity.googleServiceAccount('clickhouse@my-project-1.iam.gserviceaccount.com');
    const around = { environment: { platform }, cluster: { identity: google, replication: undefined } };
    expect(() => made({ ...native, store: BackupStore.gcs({ bucket: 'company-backup' }) }, around)).toThrow(
      "store must have keys with engine 'native': servers reach Google through its interface of S3, got gcs without keys.",
    );
  });
});

describe('refuses', () => {
  const refused = (props: Partial<BackupScheduleProps>, around?: Around) => () => made(props, around);

  test.each<[string, Partial<BackupScheduleProps>, Around, string]>([
    [
      'the bucket of the data',
      { store: BackupStore.s3({ bucket: 'company-data', region: 'eu-west-1' }) },
      {
        cluster: {
          storage: {
            size: '1Gi',
            cold: { store: ObjectStore.s3({ bucket: 'company-data', region: 'eu-west-1', path: 'other' }) },
          },
        },
      },
      "store must be another bucket than that of the data: whoever can delete the one can delete the other, got the bucket of storage.cold of 'events' (https://company-data.s3.eu-west-1.amazonaws.com). Fix: create a bucket for backups, with versioning or object lock: bucket: 'company-clickhouse-backup'. [backup/data-bucket]",
    ],
    [
      'a chain that is too long',
      { schedule: { full: '30 3 * * 0', increment: '0 * * * *' } },
      {},
      "schedule.increment must make at most 48 increments between two full backups, each of which needs all before it, got 168 ('0 * * * *' beside '30 3 * * 0'). Fix: make full backups more often, such as '0 3 * * *' each day, or increments less often. [backup/chain]",
    ],
    [
      'increments that are too frequent',
      { schedule: { full: '0 3 * * *', increment: '*/5 * * * *' } },
      {},
      'schedule.increment must run every 15 minutes at most, got "*/5 * * * *". Fix: write \'*/30 * * * *\', with a full backup each day. [backup/chain]',
    ],
    [
      'both kinds in one minute',
      { schedule: { full: '0 3 * * 0', increment: '0 3 * * *' } },
      {},
      "schedule.increment must not run in the same minute as full ('0 3 * * 0'), got \"0 3 * * *\". Fix: leave that day or hour out, as '0 3 * * 1-6' does beside '0 3 * * 0'. [backup/same-minute]",
    ],
    [
      'a store in production that says nothing about encryption',
      {
        store: BackupStore.s3({ bucket: 'b-backup', endpoint: 'https://minio.example.com', keys: { name: 'k' } }),
      },
      { environment: { stage: 'production' } },
      "store.encryption must say in production how https://minio.example.com encrypts what it stores, got nothing. Fix: write encryption: 'bucket' where the bucket encrypts by itself, else 'aes256' or { kmsKey }. [backup/encryption]",
    ],
    [
      'a store that nobody can reach',
      {},
      { cluster: { identity: undefined } },
      "store must have keys, or a cluster with an identity of its cloud, got s3 without keys, no identity. Fix: write identity: Identity.awsRole('arn:...') here or at the cluster, or keys: { name: 'my-secret' } at the store. [backup/credentials]",
    ],
    [
      'an identity beside that of the cluster',
      { identity: Identity.awsRole('arn:aws:iam::123456789012:role/backup') },
      {},
      'identity must be left out where the cluster has one: all containers of a pod share a ServiceAccount, got another aws-role than that of the cluster. Fix: give backups rights of their own with role or serviceAccount of the store. [backup/identity]',
    ],
    [
      'an identity of another cloud',
      {
        identity: Identity.azureClient('11111111-2222-3333-4444-555555555555'),
        store: BackupStore.azure({ account: 'companydata', container: 'backup' }),
      },
      { cluster: { identity: undefined } },
      "identity must be an identity of eks, got Identity of aks (azure-client). Fix: write Identity.awsRole('arn:aws:iam::123456789012:role/clickhouse'). [identity/platform]",
    ],
    [
      'a user of the same name',
      {},
      { cluster: { users: { backup: { networks: ['10.0.0.0/8'] } } } },
      "cluster must have no user 'backup' of its own: backups bring theirs, got users.backup. Fix: give that user another name. [backup/user]",
    ],
    [
      'a cron expression that Kubernetes does not read',
      { schedule: { full: '0 3 * * 7' } },
      {},
      'schedule.full must be a cron expression of five fields: minute, hour, day of the month, month, day of the week (0 to 6), got "0 3 * * 7". Fix: write \'30 2 * * *\' for half past two each night; Sunday is 0. [schedule/cron]',
    ],
    [
      'a retention that nobody cares for',
      { retention: { days: 30 } as never },
      {},
      "retention.removedBy must be 'bucket-lifecycle': pods have no right to delete backups, so a rule of the bucket has to, got nothing. Fix: set up the rule that docs/backup.md shows, and write removedBy: 'bucket-lifecycle'. [backup/retention]",
    ],
    [
      'a name that jobs cannot have',
      { name: 'a'.repeat(43) },
      {},
      `name must be lower case letters, digits and "-", at most 42, because jobs are named after it, got "${'a'.repeat(43)}". Fix: write 'backup', or give name. [names/invalid]`,
    ],
  ])('%s', (_, props, around, message) => {
    expect(refused(props, around)).toThrow(`BackupSchedule 'analytics/backup': ${message}`);
  });

  test('two schedules of one cluster', () => {
    const { environment, cluster } = made();
    const second = { cluster, store: bucket, schedule: { full: '0 5 * * *' }, retention: month };
    expect(() => new BackupSchedule(environment, 'second', second)).toThrow(
      "BackupSchedule 'analytics/second': cluster must have one schedule: there is one clickhouse-backup beside each server, with one store, got 'events', which analytics/backup backs up. Fix: put all times into one schedule, or use engine 'native' with another path of the store for the second one. [backup/twice]",
    );
  });

  test('a cluster of another environment', () => {
    const { cluster } = made();
    const other = new Environment(new App(), 'other', { platform: eks });
    const props = { cluster, store: bucket, schedule: weekly, retention: month };
    expect(() => new BackupSchedule(other, 'backup', props)).toThrow(
      "BackupSchedule 'other/backup': cluster must stand in the namespace of its backups (other), where its Secrets are, got one of analytics. Fix: create the BackupSchedule in the environment of the cluster. [backup/namespace]",
    );
  });
});
