import {
  ArgoCd,
  BackupSchedule,
  ChangeWindow,
  ClickHouseCluster,
  ClusterServices,
  EdgeGateway,
  Environment,
  ExternalCredentials,
  Keeper,
  Monitoring,
  Operator,
  type Platform,
  RestoreDrill,
  SqlUsers,
  UptimeSchedule,
} from 'anyhouse';
import type { App } from 'cdk8s';
import { backupsOf } from './clouds';

const office = ['10.20.0.0/16'];
const pods = ['10.0.0.0/8'];
const timeZone = 'Europe/Berlin';

/** Databases of a company that has run them for years: watched, backed up, proven to restore, delivered in the evening. */
export function travel(app: App, platform: Platform, operator = Operator.argoCd()) {
  const monitoring = Monitoring.prometheusOperator({
    labels: { release: 'kube-prometheus-stack' },
    dashboards: { folder: 'ClickHouse' },
  });
  const shared = { platform, monitoring, gitops: 'argocd' } as const;
  const services = new ClusterServices(app, 'services', { platform, operator, monitoring, gitops: 'argocd' });

  const production = new Environment(app, 'travel', { ...shared, domain: 'ch.example.com' });
  const { bookings } = databases(production, '500Gi');
  const backups = nightlyBackups(production, bookings, platform);
  auditors(production, bookings);
  new ChangeWindow(production, 'evenings', { windows: [{ schedule: '0 19 * * 1-4', duration: '3h' }], timeZone });

  const staging = new Environment(app, 'travel-staging', {
    ...shared,
    stage: 'development',
    domain: 'staging.example.com',
  });
  const { clusters } = databases(staging, '50Gi');
  new UptimeSchedule(staging, 'nights', {
    clusters,
    up: '0 7 * * 1-5',
    down: '0 20 * * 1-5',
    timeZone,
    idle: { minutes: 60 },
  });

  const drill = new Environment(app, 'travel-drill', shared);
  monthlyDrill(drill, backups, platform);

  return new ArgoCd(app, 'databases', {
    services,
    environments: [production, staging, drill],
    repository: { url: 'https://github.com/example/databases', path: 'deploy' },
    revisions: { travel: 'release' },
  });
}

/** Two clusters behind one gateway. Nobody has to see their passwords. */
function databases(environment: Environment, size: '50Gi' | '500Gi') {
  const keeper = new Keeper(environment, 'keeper');
  const bookings = new ClickHouseCluster(environment, 'bookings', {
    shards: 2,
    replication: { replicas: 2, keeper },
    storage: { size },
    users: { app: { networks: pods, grants: ['SELECT, INSERT ON travel.*'] } },
    databases: ['travel'],
  });
  const reports = new ClickHouseCluster(environment, 'reports', {
    storage: { size: '50Gi' },
    users: { analyst: { networks: pods, grants: ['SELECT ON *.*'] } },
  });
  const clusters = [bookings, reports];
  new EdgeGateway(environment, 'edge', { clusters, allow: ['10.0.0.0/8'] });
  new ExternalCredentials(environment, 'credentials', { clusters, generate: {} });
  return { bookings, clusters };
}

/** In full on Sundays, what is new on other days, before anything is delivered. */
function nightlyBackups(environment: Environment, cluster: ClickHouseCluster, platform: Platform) {
  return new BackupSchedule(environment, 'backup', {
    ...backupsOf(platform).write,
    cluster,
    schedule: { full: '0 3 * * 0', increment: '0 3 * * 1-6' },
    timeZone,
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
  });
}

/** Restores them where nothing is lost, and compares. Its password for counting is in both namespaces, hence in a store. */
function monthlyDrill(environment: Environment, backups: BackupSchedule, platform: Platform) {
  const { scratch } = new RestoreDrill(environment, 'monthly', {
    ...backupsOf(platform).read,
    backups,
    storageClass: 'scratch',
    timeZone,
  });
  const vault = { name: 'vault', kind: 'ClusterSecretStore' } as const;
  new ExternalCredentials(Environment.of(backups), 'drill-credentials', {
    clusters: [backups.cluster],
    users: ['drill'],
    store: { ...vault, key: () => 'travel/drill' },
  });
  new ExternalCredentials(environment, 'credentials', { clusters: [scratch], generate: {} });
  new ExternalCredentials(environment, 'source-credentials', {
    store: { ...vault, secrets: { 'bookings-drill': { password: 'travel/drill', 'ca.crt': 'travel/authority' } } },
  });
}

/** People come and go: no server restarts for them, and their access ends by itself. */
function auditors(environment: Environment, cluster: ClickHouseCluster) {
  const people = new SqlUsers(environment, 'people', {
    cluster,
    users: { auditor: { networks: office, grants: ['SELECT ON travel.*'], validUntil: '2027-01-31' } },
  });
  new ExternalCredentials(environment, 'people-credentials', { sqlUsers: [people], generate: {} });
}
