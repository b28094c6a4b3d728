import type { Container, ContainerPort, EnvVar, Probe } from 'kubernetes-types/core/v1';
import type { Host } from '../../../src/altinity/topology';
import { at, list, type Manifest, record } from '../../../src/kubernetes/manifest';

/** What the operator adds to the pods of one kind of installation. */
export interface Family {
  /** Beginning of the names of everything it makes. */
  readonly prefix: 'chi' | 'chk';
  /** Beginning of its labels. */
  readonly group: string;
  /** Container that gets the additions. */
  readonly container: string;
  /** Whether it takes the first container where none has that name. */
  readonly fallsBack: boolean;
  /** Image of the container that it makes where it takes none. */
  readonly image: string;
  readonly ports: ContainerPort[];
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
  readonly env: (installation: Manifest, host: Host) => readonly EnvVar[];
  readonly directories: Readonly<Record<'common' | 'users' | 'host' | 'data' | 'log', string>>;
}

/** By kind. */
export const families: Readonly<Record<string, Family>> = {
  ClickHouseInstallation: {
    prefix: 'chi',
    group: 'clickhouse.altinity.com',
    container: 'clickhouse',
    fallsBack: true,
    image: 'clickhouse/clickhouse-server:latest',
    ports: [
      { name: 'tcp', containerPort: 9000 },
      { name: 'http', containerPort: 8123 },
      { name: 'interserver', containerPort: 9009 },
    ],
    livenessProbe: {
      httpGet: { path: '/ping', port: 'http' },
      initialDelaySeconds: 60,
      periodSeconds: 3,
      failureThreshold: 10,
    },
    readinessProbe: { httpGet: { path: '/ping', port: 'http' }, initialDelaySeconds: 10, periodSeconds: 3 },
    env: clickhouseEnv,
    directories: {
      common: '/etc/clickhouse-server/config.d/',
      users: '/etc/clickhouse-server/users.d/',
      host: '/etc/clickhouse-server/conf.d/',
      data: '/var/lib/clickhouse',
      log: '/var/log/clickhouse-server',
    },
  },
  ClickHouseKeeperInstallation: {
    prefix: 'chk',
    group: 'clickhouse-keeper.altinity.com',
    container: 'clickhouse-keeper',
    fallsBack: false,
    image: 'clickhouse/clickhouse-keeper:latest',
    ports: [
      { name: 'zk', containerPort: 2181 },
      { name: 'raft', containerPort: 9444 },
    ],
    livenessProbe: {
      exec: { command: ['bash', '-c', 'exec 3<>/dev/tcp/127.0.0.1/2181; printf ruok >&3'] },
      initialDelaySeconds: 5,
      periodSeconds: 5,
      failureThreshold: 12,
    },
    readinessProbe: {
      httpGet: { path: '/ready', port: 9182 },
      initialDelaySeconds: 5,
      periodSeconds: 5,
      failureThreshold: 12,
    },
    env: () => [{ name: 'CLICKHOUSE_DATA_DIR', value: '/var/lib/clickhouse-keeper' }],
    directories: {
      common: '/etc/clickhouse-keeper/keeper_config.d/',
      users: '/etc/clickhouse-keeper/users.d/',
      host: '/etc/clickhouse-keeper/conf.d/',
      data: '/var/lib/clickhouse-keeper',
      log: '/var/log/clickhouse-keeper',
    },
  },
};

/** The container beside a log volume. It has no security context, so `restricted` refuses the whole pod. */
export const logReader: Container = {
  name: 'clickhouse-log',
  image: 'registry.access.redhat.com/ubi8/ubi-minimal:latest',
  command: ['/bin/sh', '-c', '--'],
  args: ['while true; do sleep 30; done;'],
};

/** The variables of ClickHouse; what users and settings take from Secrets gets there through variables, too. */
function clickhouseEnv(installation: Manifest, host: Host): readonly EnvVar[] {
  const clusters = list(at(installation, 'spec', 'configuration', 'clusters')).map(record);
  const secret = record(clusters.find(({ name }) => name === host.cluster)?.secret);
  const secretKeyRef =
    secret.auto !== undefined
      ? { name: `${installation.metadata.name}-auto-secret`, key: 'secret' }
      : record(secret.valueFrom).secretKeyRef;
  return [
    { name: 'CLICKHOUSE_SKIP_USER_SETUP', value: '1' },
    ...(secretKeyRef ? [variable('CLICKHOUSE_INTERNODE_CLUSTER_SECRET', secretKeyRef)] : []),
    ...['users', 'settings'].flatMap((section) =>
      Object.entries(record(at(installation, 'spec', 'configuration', section))).flatMap(([path, value]) => {
        const reference = at(value, 'valueFrom', 'secretKeyRef');
        const name = `CONFIGURATION_${section}_${path}`.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');
        return reference === undefined ? [] : [variable(name, reference)];
      }),
    ),
  ];
}

function variable(name: string, secretKeyRef: unknown): EnvVar {
  return { name, valueFrom: { secretKeyRef: secretKeyRef as { name: string; key: string } } };
}
