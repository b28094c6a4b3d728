import { ClusterServices, type ClusterServicesProps, type Manifest, Platform } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { cluster, eks, environment, gke, messageOf, minikube, objectOf } from '../support/environments';

type Given = ClusterServicesProps['volumeAttributes'];
const zones = ['westeurope-1', 'westeurope-2', 'westeurope-3'];
const premiumV2 = Platform.aks({ region: 'westeurope', zones, disk: 'PremiumV2_LRS' });
const hyperdisk = Platform.gke({ region: 'europe-west4', zones: ['europe-west4-a'], disk: 'hyperdisk-balanced' });
const auto = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a'], mode: 'auto' });

function classesOn(platform: Platform, volumeAttributes: Given): readonly Manifest[] {
  const services = new ClusterServices(new App(), 'services', { platform, volumeAttributes });
  return (Testing.synth(services) as Manifest[]).filter(({ kind }) => kind === 'VolumeAttributesClass');
}
const fast = { fast: { iops: 6000, throughput: 500 } };

test.each([
  ['gp3', eks, 'ebs.csi.aws.com', { iops: '6000', throughput: '500', type: 'gp3' }],
  ['gp3 in Auto Mode', auto, 'ebs.csi.eks.amazonaws.com', { iops: '6000', throughput: '500', type: 'gp3' }],
  ['Hyperdisk Balanced', hyperdisk, 'pd.csi.storage.gke.io', { iops: '6000', throughput: '500Mi' }],
  ['Premium SSD v2', premiumV2, 'disk.csi.azure.com', { DiskIOPSReadWrite: '6000', DiskMBpsReadWrite: '500' }],
] as const)('%s has a class with the parameters of its driver', (_, platform, driverName, parameters) => {
  expect(classesOn(platform, fast)).toEqual([
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'VolumeAttributesClass',
      metadata: { name: 'fast' },
      driverName,
      parameters,
    },
  ]);
});

test('what is left out is left to the disk', () => {
  expect(classesOn(eks, { busy: { iops: 9000 } })).toMatchObject([{ parameters: { iops: '9000', type: 'gp3' } }]);
  expect(classesOn(eks, {})).toEqual([]);
});

test('a laptop has no classes, and its claims name none', () => {
  expect(classesOn(minikube, fast)).toEqual([]);
  const storage = { size: '10Gi', attributesClass: 'fast' } as const;
  const claim = (platform: Platform) =>
    objectOf(cluster({ storage }, environment({ platform })), 'ClickHouseInstallation').spec;
  expect(JSON.stringify(claim(minikube))).not.toContain('fast');
  expect(JSON.stringify(claim(eks))).toContain('"volumeAttributesClassName":"fast"');
});

test.each<[string, Platform, unknown, string]>([
  [
    'a disk without a choice',
    gke,
    fast,
    `ClusterServices 'services': volumeAttributes.fast must be left out on gke: the speed of 'clickhouse-pd-ssd' cannot be chosen, got {"iops":6000,"throughput":500}. Fix: use a disk whose speed can: gp3 on EKS, disk: 'hyperdisk-balanced' on GKE, disk: 'PremiumV2_LRS' on AKS. [storage/attributes-disk]`,
  ],
  [
    'too little, and more throughput than that many operations can carry',
    eks,
    { slow: { iops: 100 }, wide: { throughput: 1000 } },
    `2 problems in ClusterServices 'services'
  volumeAttributes.slow.iops must be at least 3000, which every gp3 has, got 100.
    Fix: write 3000, or leave it out. [storage/attributes-range]
  volumeAttributes.wide.throughput must be at most a quarter of iops (750), got 1000.
    Fix: write iops: 4000. [storage/attributes-range]`,
  ],
  [
    'nothing',
    premiumV2,
    { fast: {} },
    `ClusterServices 'services': volumeAttributes.fast must say iops, throughput or both, got {}. Fix: write { iops: 6000 }, or remove the class. [storage/attributes-range]`,
  ],
  [
    'no number',
    eks,
    { fast: { iops: '6000' } },
    `ClusterServices 'services': volumeAttributes.fast.iops must be a whole number from 1 to 1000000, got "6000". Fix: write a number such as 1. [props/type]`,
  ],
])('is refused: %s', (_, platform, given, message) => {
  expect(messageOf(() => classesOn(platform, given as Given))).toBe(message);
});
