import type {
  ClickHouseClusterProps,
  ClusterServicesProps,
  EnvironmentProps,
  KeeperProps,
  ManagedOperatorOptions,
} from 'anyhouse';
import { Identity, ObjectStore } from 'anyhouse';
import fc from 'fast-check';
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

/** An arbitrary for each prop, so that a new prop does not compile before it is tried. */
type Fields<Props, Left extends keyof Props = never> = Record<Exclude<keyof Props, Left>, fc.Arbitrary<unknown>>;

const minio = ObjectStore.s3({ bucket: 'cold', endpoint: 'http://minio:9000', keys: { name: 'minio' } });

/** A record whose keys may be missing, but for the required ones. */
function options<T, K extends keyof T>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }, ...requiredKeys: K[]) {
  return record<T, K>(fields, { requiredKeys });
}

const zones = (zone: (letter: string) => string) =>
  fc
    .oneof(fc.constant(['a', 'b', 'c']), fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }))
    .map((letters) => letters.map(zone));
const networkPolicy = constantFrom('enforced', 'off', 'unknown');
const storageClass = constantFrom('gp3', 'local-nvme', 'standard-rwo');

const clouds = [
  { factory: 'eks' as const, region: 'eu-west-1', zones: zones((letter) => `eu-west-1${letter}`) },
  { factory: 'gke' as const, region: 'europe-west4', zones: zones((letter) => `europe-west4-${letter}`) },
];

/** A platform: how it is made, and what of it is replaced. */
export const platform = fc.oneof(
  fc.constant({ factory: 'minikube' as const, options: undefined }),
  ...clouds.map((cloud) =>
    record({
      factory: fc.constant(cloud.factory),
      options: options(
        { region: fc.constant(cloud.region), zones: cloud.zones, cluster: validName, networkPolicy },
        'region',
        'zones',
      ),
    }),
  ),
  record({
    factory: fc.constant('custom' as const),
    options: options(
      {
        name: validName,
        zones: zones((letter) => `rack-${letter}`),
        stage: constantFrom('development', 'production'),
        networkPolicy,
        storage: options(
          {
            className: storageClass,
            expandable: fc.boolean(),
            create: options(
              {
                provisioner: fc.constant('csi.example.com'),
                parameters: map(constantFrom('type', 'csi.storage.k8s.io/fstype'), constantFrom('ssd', 'xfs')),
                volumeBindingMode: constantFrom('WaitForFirstConsumer', 'Immediate'),
              },
              'provisioner',
              'volumeBindingMode',
            ),
          },
          'className',
          'expandable',
        ),
        dns: array(fc.constant({ ipBlock: { cidr: '169.254.20.10/32' } }), { maxLength: 2 }),
      },
      'name',
      'storage',
    ),
  }),
);

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
  labels: validLabels,
  gitops: constantFrom('argocd', 'flux'),
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
  images,
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
  pool: options(
    {
      labels: fc.constant({ dedicated: 'clickhouse' }),
      taint: constantFrom('dedicated=clickhouse:NoSchedule', 'dedicated:NoExecute', 'example.com/db=:PreferNoSchedule'),
    },
    'labels',
  ),
  disruption: constantFrom('within-budget', 'never'),
});

const instanceType = constantFrom('m7g.xlarge', 'r7g.2xlarge', 'i4i.2xlarge', 'n2-highmem-8', 'c3-standard-4');
const onDelete = constantFrom('retain', 'delete');

/** Props of Keeper. */
export const keeperProps = options({
  name: constantFrom('keeper', 'coordination', 'k'),
  replicas: constantFrom(1, 3, 5, 7),
  storage: validQuantity,
  storageClass,
  image: validImage,
  resources,
  instanceType,
  placement,
  onDelete,
} satisfies Fields<KeeperProps, 'transform' | 'acknowledge'>);

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

/** Props of ClickHouseCluster. */
export const clusterProps = options(
  {
    name: validName,
    shards: count,
    replication: options(
      {
        replicas: constantFrom(1, 2, 2, 3, 3, 4),
        keeper: fc.constant(keeperMark),
        root: constantFrom('/analytics/events', '/x'),
      },
      'replicas',
      'keeper',
    ),
    storage: options(
      {
        size: validQuantity,
        storageClass,
        volumes: fc.integer({ min: 1, max: 4 }),
        attributesClass: constantFrom('fast', 'gp3-7000'),
        cold: options({ store: fc.constant(minio), cache: validQuantity }, 'store'),
      },
      'size',
    ),
    logs: record({ size: validQuantity }),
    image: validImage,
    resources,
    instanceType,
    identity: constantFrom(Identity.eksPodIdentity()),
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
    updates: options({ shardsAtOnce: fc.integer({ min: 1, max: 10 }) }),
    onDelete,
  } satisfies Fields<ClickHouseClusterProps, 'transform' | 'acknowledge' | 'exposure'>,
  'storage',
  'profiles',
  'quotas',
);
