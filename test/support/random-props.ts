import type {
  ClickHouseClusterProps,
  ClusterServicesProps,
  EnvironmentProps,
  KeeperProps,
  ManagedOperatorOptions,
} from 'anyhouse';
import fc from 'fast-check';
import { clusterAlerts, keeperAlerts, operatorAlerts } from './random-alerts';
import { exposure, identity, store } from './random-cloud';
import { issuers } from './random-issuers';
import { monitoring } from './random-monitoring';
import { type Fields, options, seldom, storageClass } from './random-options';
import { randomOverrides } from './random-overrides';
import { publicCertificate, tls } from './random-tls';
import {
  map,
  validCpu,
  validElement,
  validImage,
  validLabels,
  validName,
  validQuantity,
  validRange,
} from './random-values';

/*
 * Props as somebody would write them, every optional one left out now and then. They may conflict with each other:
 * more replicas than zones, two users with one Secret.
 */

/** Stands for the Keeper of the program. */
export const keeperMark = 'the Keeper';

const { constantFrom, record, array } = fc;

const images = options({
  registry: constantFrom('registry.example.com', 'registry.example.com:5000/mirror'),
  pullSecrets: array(validName, { maxLength: 2 }),
});

const {
  images: operatorImages,
  gitopsNamespace,
  ...existingOperator
} = {
  version: constantFrom('0.25.0', '0.25.6', '0.26.0', '0.27.1', '0.27.2'),
  namespace: constantFrom('clickhouse-operator', 'operators'),
  podLabels: validLabels,
  watches: constantFrom(['.*'], ['analytics', 'team-a', 'ns-.*']),
  gitopsNamespace: constantFrom('argocd', 'gitops'),
  images,
} satisfies Fields<ManagedOperatorOptions>;

/** The operator: who installs it, and how. */
export const operator = fc.oneof(
  record({ install: constantFrom('existing' as const), options: options(existingOperator) }),
  record({
    install: constantFrom('argoCd' as const, 'flux' as const),
    options: options({ ...existingOperator, gitopsNamespace, images: operatorImages }),
  }),
);

/** Props of ClusterServices; the platform and the operator come when it is built. */
export const servicesProps = options({
  storageClass: constantFrom('create', 'existing'),
  volumeAttributes: seldom(
    map(
      constantFrom('fast', 'gp3-7000'),
      options({ iops: constantFrom(3000, 7000), throughput: constantFrom(200, 500) }),
    ),
  ),
  issuers,
  labels: validLabels,
  gitops: constantFrom('argocd', 'flux'),
  monitoring: seldom(monitoring),
  alerts: seldom(operatorAlerts),
} satisfies Fields<ClusterServicesProps, 'platform' | 'operator'>);

const subjects = array(
  options(
    { kind: constantFrom('Group', 'User', 'ServiceAccount'), name: validName, namespace: validName },
    'kind',
    'name',
  ),
  { maxLength: 2 },
);

/** Props of Environment. */
export const environmentProps = options({
  stage: constantFrom('development', 'production'),
  namespace: options({ name: constantFrom('ns-one', 'ns-two'), lifecycle: constantFrom('create', 'existing') }),
  podSecurity: constantFrom('restricted', 'baseline', 'privileged'),
  domain: constantFrom('ch.example.com', 'db.example.org'),
  images,
  tls,
  monitoring: seldom(monitoring),
  issuers,
  labels: validLabels,
  gitops: constantFrom('argocd', 'flux'),
  access: options({ view: subjects, operate: subjects, own: subjects }),
} satisfies Fields<EnvironmentProps, 'platform' | 'operator' | 'acknowledge'>);

const resources = options(
  { cpu: validCpu, memory: validQuantity, cpuLimit: fc.constant('64'), memoryLimit: fc.constant('2Pi') },
  'cpu',
  'memory',
);

const placement = options({
  spread: constantFrom('required', 'preferred'),
  pool: fc.oneof(
    { weight: 1, arbitrary: fc.constant('any') },
    {
      weight: 4,
      arbitrary: options(
        {
          labels: fc.constant({ dedicated: 'clickhouse' }),
          taint: constantFrom(
            'dedicated=clickhouse:NoSchedule',
            'dedicated:NoExecute',
            'example.com/db=:PreferNoSchedule',
          ),
        },
        'labels',
      ),
    },
  ),
  disruption: constantFrom('within-budget', 'never'),
});

/** A machine and resources say the same twice. */
const oneSize = <T extends { resources?: unknown; instanceType?: unknown }>(props: T) =>
  props.instanceType === undefined ? props : { ...props, resources: undefined };
const instanceType = constantFrom(
  ...['m7g.xlarge', 'i4i.2xlarge', 'n2-highmem-8', 'c3-standard-4'],
  ...Array<object>(6).fill({ eks: 'r7g.2xlarge', gke: 'n2-standard-8', aks: 'Standard_D8s_v5' }),
);
const onDelete = constantFrom('retain', 'delete');
const taskId = constantFrom('1', '2026-11-21', 'yes');

const keeperSettings = options({
  logger: options({ level: constantFrom('debug', 'warning') }),
  max_connections: constantFrom(1000, '4Ki'),
  keeper_server: options({
    max_memory_usage_soft_limit_ratio: constantFrom(0.7, '0.8'),
    coordination_settings: options({
      snapshots_to_keep: constantFrom(3, 5),
      snapshot_distance: constantFrom(50_000, '200K'),
      raft_logs_level: constantFrom('warning', 'information'),
    }),
  }),
});

/** Props of Keeper. */
export const keeperProps = options({
  settings: keeperSettings,
  rollout: seldom(
    seldom(
      options(
        {
          members: constantFrom([0], [2, 1]),
          image: validImage,
          settings: keeperSettings,
          resources,
          metrics: constantFrom('on' as const),
        },
        'members',
      ),
    ),
  ),
  resize: seldom(seldom(record({ from: constantFrom(1, 3), members: constantFrom(1, 2, 3) }))),
  name: constantFrom('keeper', 'coordination', 'k'),
  replicas: constantFrom(1, 3, 5, 7),
  storage: validQuantity,
  storageClass,
  image: validImage,
  resources,
  instanceType: seldom(instanceType),
  placement,
  taskId,
  alerts: seldom(keeperAlerts),
  onDelete,
} satisfies Fields<KeeperProps, 'transform' | 'acknowledge'>).map(oneSize);

const password = options(
  { name: validName, hashKey: constantFrom('hash', 'sha256.hex'), passwordKey: constantFrom('password', 'pass_word') },
  'name',
);

const user = options(
  {
    networks: array(validRange, { minLength: 1, maxLength: 3 }),
    grants: array(
      constantFrom(
        'SELECT ON events.*',
        'GRANT INSERT, SELECT(a, b) ON db.t',
        'SELECT ON `a<b&c`.*',
        'SHOW TABLES ON *.*',
      ),
      { maxLength: 2 },
    ),
    password,
    profile: constantFrom('default', 'default', 'web'),
    quota: constantFrom('default', 'default', 'web'),
  },
  'networks',
);

const count = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 40 }));
/** A map by name. */
const elements = <T>(value: fc.Arbitrary<T>) => map(fc.oneof(fc.constant('web'), validElement), value);

/** A map by name, with an entry that users can refer to. */
const withWeb = <T>(value: fc.Arbitrary<T>) =>
  fc.tuple(value, elements(value)).map(([web, others]) => ({ web, ...others }));

const amount = fc.integer({ min: 1, max: 1_000_000 });

/** A public certificate is for what is exposed. */
const certified = <T extends { exposure?: unknown; publicCertificate?: unknown }>(props: T) =>
  props.exposure === undefined ? { ...props, publicCertificate: undefined } : props;

/** Props of ClickHouseCluster. */
export const clusterProps = options(
  {
    name: validName,
    shards: count,
    replication: options(
      {
        replicas: constantFrom(1, 2, 2, 3, 3, 4),
        keeper: fc.constant(keeperMark),
        root: seldom(constantFrom('/analytics/events', '/x')),
        zones: constantFrom('rotated', 'aligned'),
      },
      'replicas',
      'keeper',
    ),
    storage: options(
      {
        size: validQuantity,
        storageClass,
        volumes: fc.integer({ min: 1, max: 4 }),
        attributesClass: seldom(constantFrom('fast', 'gp3-7000')),
        local: seldom(options({ backup: constantFrom('every night to s3://company-backup') }, 'backup')),
        cold: seldom(options({ store, cache: validQuantity }, 'store')),
      },
      'size',
    ),
    logs: record({ size: validQuantity }),
    image: validImage,
    resources,
    instanceType: seldom(instanceType),
    identity: seldom(identity),
    exposure: seldom(exposure),
    placement,
    admin: options({ networks: array(validRange, { maxLength: 2 }), password }),
    users: elements(user),
    profiles: withWeb(
      options({
        max_memory_usage: fc.oneof(amount, constantFrom('10Gi', '18446744073709551615')),
        readonly: constantFrom(0, 1, 2),
        load_balancing: constantFrom('random', 'in_order'),
        log_comment: constantFrom('<&>', 'yes', '_removed_'),
        log_queries: fc.boolean(),
        constraints: options({
          max_memory_usage: constantFrom({ max: '20Gi' }, { min: 1, max: 2 }, { readonly: true }),
          log_queries: fc.constant({ changeable_in_readonly: true }),
        }),
      }),
    ),
    settings: options({
      max_concurrent_queries: amount,
      logger: options({ level: constantFrom('debug', 'warning'), size: constantFrom('10M', '1G') }),
      merge_tree: options({ parts_to_throw_insert: amount, cleanup_delay_period: amount }),
      query_log: constantFrom('_removed_', { ttl: 'event_date + INTERVAL 7 DAY' }),
      custom_settings_prefixes: constantFrom('SQL_', 'tenant_<&>'),
    }),
    quotas: withWeb(
      options(
        {
          seconds: amount,
          queries: amount,
          errors: amount,
          resultRows: amount,
          readRows: amount,
          executionTime: amount,
        },
        'seconds',
      ),
    ),
    databases: fc.uniqueArray(constantFrom('events', 'Orders_2', '_x'), { maxLength: 3 }),
    clients: array(options({ namespace: validName, podLabels: validLabels }), { maxLength: 2 }),
    overrides: seldom(randomOverrides({ resources, instanceType })),
    publicCertificate,
    updates: options({ shardsAtOnce: fc.integer({ min: 1, max: 10 }) }),
    secretRevision: constantFrom('2026-11', 'after the audit', 'yes'),
    taskId,
    alerts: seldom(clusterAlerts),
    onDelete,
  } satisfies Fields<ClickHouseClusterProps, 'transform' | 'acknowledge'>,
  'storage',
  'profiles',
  'quotas',
)
  .map(oneSize)
  .map(certified);
