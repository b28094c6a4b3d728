import { BackupStore, Identity, Monitoring, ObjectStore, Platform } from 'anyhouse';
import type { Manifest } from '../../src/kubernetes/manifest';
import { identity, madeBackup as made } from '../support/made-backup';

/** A place in an object, with numbers for lists. */
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce((inner: unknown, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);

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
      'BackupJobFailed',
      'BackupFailed',
      'BackupSizeJump',
      'BackupSidecarDown',
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
