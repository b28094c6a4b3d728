import type { LabelSelector, LabelSelectorRequirement } from 'kubernetes-types/meta/v1';
import type { IPBlock, NetworkPolicyPeer } from 'kubernetes-types/networking/v1';
import { isUnknown, late } from '../kubernetes/late';
import { checkListedOnce } from '../kubernetes/listed-once';
import { isLabelValue } from '../kubernetes/names';
import type { Problems } from '../kubernetes/prop-error';
import {
  all,
  type Check,
  cidr,
  flag,
  inside,
  labels,
  leaf,
  line,
  listOf,
  mapOf,
  objectName,
  oneOf,
  required,
  shape,
} from '../kubernetes/shape';
import { loadBalancerKinds, type PlatformStorage } from './facts';
import type {
  AddressPools,
  BareMetalOptions,
  CustomPlatformOptions,
  OpenStackOptions,
  PlatformOverrides,
} from './options';
import { platformPools } from './pools';

const zoneNames = listOf(
  leaf((zone) => typeof zone === 'string' && isLabelValue(zone) && zone !== '', {
    rule: 'platform/zone',
    must: 'be the value of the zone label of nodes',
    fix: 'write a zone such as "eu-west-1a"; `kubectl get nodes -L topology.kubernetes.io/zone` shows them.',
    decides: 'where pods go',
  }),
);

const storage: Check = all(
  shape<PlatformStorage>({
    className: required(late(objectName), { must: 'name a StorageClass', fix: "write className: 'gp3'." }),
    expandable: required(flag, {
      must: 'say whether volumes can grow',
      fix: 'copy allowVolumeExpansion of the class.',
    }),
    create: shape({
      provisioner: required(line, { must: 'name a CSI driver', fix: "write provisioner: 'ebs.csi.aws.com'." }),
      parameters: mapOf(line, late(line)),
      volumeBindingMode: required(oneOf(['WaitForFirstConsumer', 'Immediate']), {
        must: 'be "WaitForFirstConsumer" or "Immediate"',
        fix: "write volumeBindingMode: 'WaitForFirstConsumer'.",
      }),
    }),
  }),
  (value, prop, problems) => {
    const { className, create } = (value ?? {}) as Partial<PlatformStorage>;
    if (create !== undefined)
      isUnknown(className, inside(prop, 'className'), problems, { decides: 'the name of the class that is made' });
  },
);

const addressPools = shape<AddressPools>({ internal: late(objectName), public: late(objectName) });

const selector: Check = shape<LabelSelector>({
  matchLabels: labels,
  matchExpressions: listOf(
    shape<LabelSelectorRequirement>({
      key: required(line, { must: 'name a label', fix: "write key: 'app'." }),
      operator: required(oneOf(['Exists', 'DoesNotExist', 'In', 'NotIn']), {
        must: 'be "Exists", "DoesNotExist", "In" or "NotIn"',
        fix: "write operator: 'Exists'.",
      }),
      values: listOf(line),
    }),
  ),
});

/** A peer names pods or addresses, never both, and never nothing: that would be everybody. */
const networkPeer: Check = all(
  shape<NetworkPolicyPeer>({
    ipBlock: shape<IPBlock>({
      cidr: required(cidr, { must: 'be an address range', fix: "write cidr: '169.254.20.10/32'." }),
      except: listOf(cidr),
    }),
    namespaceSelector: selector,
    podSelector: selector,
  }),
  leaf(
    (peer) => {
      const { ipBlock, namespaceSelector, podSelector } = peer as NetworkPolicyPeer;
      return (ipBlock !== undefined) !== (namespaceSelector !== undefined || podSelector !== undefined);
    },
    {
      must: 'name either pods or an address range',
      fix: "write { podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }, or { ipBlock: { cidr: '169.254.20.10/32' } }.",
    },
  ),
);

const overrides = {
  cluster: line,
  zones: zoneNames,
  stage: oneOf(['development', 'production']),
  storage,
  networkPolicy: oneOf(['enforced', 'off', 'unknown']),
  dns: listOf(networkPeer),
  loadBalancer: oneOf(loadBalancerKinds),
  addressPools,
  pools: platformPools,
};

/** Checks of {@link PlatformOverrides}. */
export const overridesShape: Check = shape<PlatformOverrides>(overrides);

/** Checks of {@link CustomPlatformOptions}. */
export const customShape: Check = shape<CustomPlatformOptions>({
  ...overrides,
  name: required(objectName, { must: 'name the platform', fix: "write name: 'on-premises'." }),
  storage: required(storage, {
    must: 'name the StorageClass of databases',
    fix: 'write storage: { className, expandable }.',
  }),
});

/** Checks of {@link OpenStackOptions}. */
export const openStackShape: Check = all(
  shape<OpenStackOptions>({
    zones: required(zoneNames, {
      must: 'list the availability zones of the nodes',
      fix: "write zones: ['nova'], the zones that the nodes stand in.",
    }),
    region: line,
    volumeType: leaf((type) => typeof type === 'string' && /[A-Za-z0-9]/.test(type) && type.length <= 63, {
      must: 'be a Cinder volume type',
      fix: 'write one that `openstack volume type list` shows.',
    }),
    octavia: oneOf(['amphora', 'ovn']),
    cluster: line,
    networkPolicy: overrides.networkPolicy,
    pools: platformPools,
  }),
  distinctZones,
);

/** Checks of {@link BareMetalOptions}. */
export const bareMetalShape: Check = all(
  shape<BareMetalOptions>({
    loadBalancer: required(oneOf(['metallb', 'cilium', 'kube-vip']), {
      must: 'say who answers for Services of type LoadBalancer',
      fix: "write loadBalancer: 'metallb', 'cilium' or 'kube-vip'.",
    }),
    storage: required(storage, {
      must: 'name the StorageClass of databases',
      fix: 'write storage: { className, expandable }.',
    }),
    addressPools,
    zones: zoneNames,
    cluster: line,
    networkPolicy: overrides.networkPolicy,
    pools: platformPools,
  }),
  distinctZones,
  poolsOfKubeVip,
);

function distinctZones(value: unknown, prop: string, problems: Problems): void {
  const { zones } = value as { readonly zones?: readonly string[] };
  if (zones !== undefined && !problems.has('zones')) checkListedOnce('platform/zone', `${prop}zones`, zones, problems);
}

function poolsOfKubeVip(value: unknown, _prop: string, problems: Problems): void {
  const { loadBalancer, addressPools: pools } = value as BareMetalOptions;
  if (loadBalancer !== 'kube-vip' || pools === undefined || problems.has('addressPools')) return;
  problems.add({
    rule: 'platform/address-pools',
    prop: 'addressPools',
    must: 'not be set with kube-vip, which has one pool for a namespace',
    got: pools,
    fix: 'remove it, and configure the pool of the namespace in the ConfigMap of kube-vip.',
  });
}
