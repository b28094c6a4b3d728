import type {
  AksOptions,
  BareMetalOptions,
  CustomPlatformOptions,
  EksOptions,
  GkeOptions,
  OpenStackOptions,
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
      { ...cloud('eu-west-1', ''), mode: constantFrom('standard', 'auto') } satisfies Fields<EksOptions>,
      'region',
      'zones',
    ),
  ),
  made(
    'gke' as const,
    options(
      {
        ...cloud('europe-west4', '-'),
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
