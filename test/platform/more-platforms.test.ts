import { Platform } from 'anyhouse';
import { messageOf } from '../support/environments';

const ceph = { className: 'ceph', expandable: true };
const zones = ['westeurope-1', 'westeurope-2', 'westeurope-3'];
const auto = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a'], mode: 'auto' });
const aks = Platform.aks({ region: 'westeurope', zones });
const openstack = Platform.openstack({ zones: ['nova'] });
const metal = Platform.bareMetal({ loadBalancer: 'metallb', storage: ceph });
const platforms = [Platform.kind(), auto, aks, openstack, metal].map((platform) => [platform.name, platform] as const);

test('kind has the defaults of a laptop, and a class of its own that keeps volumes', () => {
  expect(Platform.kind().facts).toMatchObject({
    stage: 'development',
    size: 'laptop',
    zones: [],
    loadBalancer: 'node-port',
    storage: { className: 'clickhouse-local-path', create: { provisioner: 'rancher.io/local-path' } },
  });
});

test('Auto Mode has its own disk driver, load balancer and DNS on each node', () => {
  const standard = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a'] });
  expect(auto.facts.storage).toMatchObject({
    className: 'clickhouse-auto-gp3',
    create: { provisioner: 'ebs.csi.eks.amazonaws.com' },
  });
  expect([standard.facts.loadBalancer, auto.facts.loadBalancer]).toEqual(['aws-lbc', 'eks-auto']);
  expect(auto.facts.dns).toContainEqual({ ipBlock: { cidr: '172.20.0.10/32' } });
  expect(standard.facts.storage.className).toBe('clickhouse-gp3');
});

test('disks of Azure lie in one zone, and only those of the second version go without a host cache', () => {
  expect(aks.facts.storage.create?.parameters).toEqual({
    skuName: 'Premium_LRS',
    'csi.storage.k8s.io/fstype': 'ext4',
  });
  const second = Platform.aks({ region: 'westeurope', zones, disk: 'PremiumV2_LRS' });
  expect(second.facts.storage).toMatchObject({
    className: 'clickhouse-premium-v2',
    create: { parameters: { skuName: 'PremiumV2_LRS', cachingMode: 'None' } },
  });
});

test('a Cinder class is named after its volume type, in letters that Kubernetes takes', () => {
  const platform = Platform.openstack({ zones: ['AZ1'], volumeType: 'High Speed_Gen2' });
  expect(platform.facts.storage).toMatchObject({
    className: 'clickhouse-cinder-high-speed-gen2',
    create: { parameters: { type: 'High Speed_Gen2' } },
  });
  expect(openstack.facts.storage.className).toBe('clickhouse-cinder');
});

test('the provider of Octavia decides what its load balancers can do', () => {
  expect(openstack.facts.loadBalancer).toBe('octavia');
  expect(Platform.openstack({ zones: ['nova'], octavia: 'ovn' }).facts.loadBalancer).toBe('octavia-ovn');
});

test('machines of one’s own bring their storage, and Cilium enforces policies', () => {
  expect(metal.facts).toMatchObject({ storage: ceph, zones: [], networkPolicy: 'unknown', loadBalancer: 'metallb' });
  expect(Platform.bareMetal({ loadBalancer: 'cilium', storage: ceph }).facts.networkPolicy).toBe('enforced');
});

test.each(platforms)('volumes of %s wait for their pod', (_, { facts }) => {
  expect(facts.storage.create?.volumeBindingMode ?? 'WaitForFirstConsumer').toBe('WaitForFirstConsumer');
});

test.each(platforms)('pods on %s may ask the cluster DNS', (_, { facts }) => {
  expect(JSON.stringify(facts.dns)).toContain('kube-dns');
});

test.each([
  ['westeurope', 'westeurope-1', true],
  ['eastus2', 'eastus2-3', true],
  ['westeurope', 'westeurope-a', false],
  ['westeurope', 'northeurope-1', false],
  ['westeurope', '1', false],
])('in the Azure region %s, %s is a zone: %p', (region, zone, accepted) => {
  const make = () => Platform.aks({ region, zones: [zone] });
  if (accepted) expect(make().zones).toEqual([zone]);
  else expect(messageOf(make)).toContain(`write a zone such as "${region}-1". [platform/zone]`);
});

test.each([
  ['an Azure region as its title', () => Platform.aks({ region: 'West Europe', zones }), 'platform/region'],
  [
    'a mode that EKS lacks',
    () => Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a'], mode: 'fargate' as never }),
    'mode must be "standard" or "auto"',
  ],
  ['OpenStack without zones', () => Platform.openstack({} as never), 'zones must list the availability zones'],
  ['a zone twice', () => Platform.openstack({ zones: ['nova', 'nova'] }), 'zones[1] must be listed once'],
  [
    'a volume type without a letter',
    () => Platform.openstack({ zones: ['nova'], volumeType: '!' }),
    'volumeType must be a Cinder volume type',
  ],
  [
    'bare metal without a disk',
    () => Platform.bareMetal({ loadBalancer: 'metallb' } as never),
    'storage must name the StorageClass',
  ],
  [
    'bare metal without a load balancer',
    () => Platform.bareMetal({ storage: ceph } as never),
    'loadBalancer must say who answers',
  ],
  [
    'a load balancer that nobody knows',
    () => Platform.bareMetal({ loadBalancer: 'f5' as never, storage: ceph }),
    'loadBalancer must be "metallb", "cilium" or "kube-vip"',
  ],
  [
    'pools of kube-vip',
    () => Platform.bareMetal({ loadBalancer: 'kube-vip', storage: ceph, addressPools: { public: 'a' } }),
    'platform/address-pools',
  ],
  [
    'a misspelt option',
    () => Platform.aks({ region: 'westeurope', zones, discs: 1 } as never),
    'discs must not be set',
  ],
] as const)('%s is refused', (_, make, part) => {
  expect(messageOf(make)).toContain(part);
});
