import type {
  AksOptions,
  BareMetalOptions,
  CustomPlatformOptions,
  EksOptions,
  GkeOptions,
  OpenStackOptions,
  PlatformPool,
  PlatformPools,
} from 'anyhouse';
import fc from 'fast-check';
import { loadBalancerKinds } from '../../src/platform/facts';
import { type Fields, options, seldom, storageClass } from './random-options';
import { map, validName } from './random-values';

const { constantFrom, record } = fc;

const zones = (zone: (letter: string) => string) =>
  fc
    .oneof(fc.constant(['a', 'b', 'c']), fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }))
    .map((letters) => letters.map(zone));
const networkPolicy = constantFrom('enforced', 'off', 'unknown');
const addressPools = seldom(options({ internal: validName, public: validName }));
const storage = options(
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
);

const nodes = {
  labels: constantFrom({ dedicated: 'clickhouse' }, { dedicated: 'keeper', 'anyhouse.dev/pool': 'blue' }),
  taint: constantFrom('dedicated=clickhouse:NoSchedule', 'dedicated:NoExecute'),
};
/** Nodes set apart, seldom: most programs are about the rest. Zones and machines may be those of another place. */
const pools = (zone: string, ...machines: readonly string[]) => {
  const pool = options(
    {
      ...nodes,
      zones: fc.constant([zone]),
      instanceType: machines.length > 0 ? constantFrom(...machines) : fc.constant(undefined),
    } satisfies Fields<PlatformPool>,
    'labels',
  );
  return seldom(options({ clickhouse: pool, keeper: pool } satisfies Fields<PlatformPools>));
};

const cloud = (region: string, separator: string) => ({
  region: fc.constant(region),
  zones: zones((letter) => `${region}${separator}${letter}`),
  cluster: validName,
  networkPolicy,
});
const made = <F extends string, T>(factory: F, arbitrary: fc.Arbitrary<T>) =>
  record({ factory: constantFrom(factory), options: arbitrary });

/** A platform: how it is made, and what of it is replaced. */
export const platform = fc.oneof(
  record({ factory: constantFrom('minikube' as const, 'kind' as const), options: fc.constant(undefined) }),
  made(
    'eks' as const,
    options(
      {
        ...cloud('eu-west-1', ''),
        mode: constantFrom('standard', 'auto'),
        pools: pools('eu-west-1a', 'r7g.2xlarge', 'm7i.xlarge'),
      } satisfies Fields<EksOptions>,
      'region',
      'zones',
    ),
  ),
  made(
    'gke' as const,
    options(
      {
        ...cloud('europe-west4', '-'),
        pools: pools('europe-west4-a', 'n2-standard-8', 'c4a-standard-4'),
        disk: constantFrom('pd-ssd', 'hyperdisk-balanced'),
      } satisfies Fields<GkeOptions>,
      'region',
      'zones',
    ),
  ),
  made(
    'aks' as const,
    options(
      {
        ...cloud('westeurope', '-'),
        zones: fc.constant(['westeurope-1', 'westeurope-2', 'westeurope-3']),
        pools: pools('westeurope-2', 'Standard_D8s_v5'),
        disk: constantFrom('Premium_LRS', 'PremiumV2_LRS'),
      } satisfies Fields<AksOptions>,
      'region',
      'zones',
    ),
  ),
  made(
    'openstack' as const,
    options(
      {
        ...cloud('north', '-'),
        pools: pools('north-a'),
        volumeType: constantFrom('fast', 'ceph-ssd'),
        octavia: constantFrom('amphora', 'ovn'),
      } satisfies Fields<OpenStackOptions>,
      'zones',
    ),
  ),
  made(
    'bareMetal' as const,
    options(
      {
        loadBalancer: constantFrom('metallb', 'cilium', 'kube-vip'),
        storage,
        addressPools,
        zones: zones((letter) => `room-${letter}`),
        pools: pools('room-a'),
        cluster: validName,
        networkPolicy,
      } satisfies Fields<BareMetalOptions>,
      'loadBalancer',
      'storage',
    ),
  ),
  made(
    'custom' as const,
    options(
      {
        name: validName,
        cluster: validName,
        zones: zones((letter) => `rack-${letter}`),
        pools: pools('rack-a'),
        stage: constantFrom('development', 'production'),
        networkPolicy,
        storage,
        dns: fc.array(fc.constant({ ipBlock: { cidr: '169.254.20.10/32' } }), { maxLength: 2 }),
        loadBalancer: constantFrom(...loadBalancerKinds),
        addressPools,
      } satisfies Fields<CustomPlatformOptions>,
      'name',
      'storage',
    ),
  ),
);
