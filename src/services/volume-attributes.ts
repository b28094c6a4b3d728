import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest } from '../kubernetes/manifest';
import type { Problems } from '../kubernetes/prop-error';
import { type Check, mapOf, objectName, shape, wholeNumber } from '../kubernetes/shape';
import type { PlatformFacts, StorageClassTemplate } from '../platform/facts';

/** How fast volumes are. What is left out is what the disk has by itself. */
export interface VolumeAttributes {
  /** Operations per second. @default - what the disk has by itself: 3000 on gp3, Hyperdisk Balanced and Premium SSD v2 */
  readonly iops?: number;
  /** MiB per second. @default - what the disk has by itself: 125 on gp3 and Premium SSD v2, 140 on Hyperdisk Balanced */
  readonly throughput?: number;
}

/** Checks the shape of the prop. */
export const volumeAttributes: Check = mapOf(
  objectName,
  shape<VolumeAttributes>({ iops: wholeNumber(1, 1_000_000), throughput: wholeNumber(1, 100_000) }),
);

/** A disk whose speed can be chosen. */
interface Disk {
  readonly name: string;
  /** Least values, which the disk has without being asked. */
  readonly least: Required<VolumeAttributes>;
  /** Whether throughput is at most a quarter MiB/s for each of the operations per second. */
  readonly perOperation?: true;
  /** Parameters of the driver. A driver refuses those that it does not know. */
  parameters(attributes: VolumeAttributes): Readonly<Record<string, string>>;
}

/** @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/modify-volume.md */
const gp3: Disk = {
  name: 'gp3',
  least: { iops: 3000, throughput: 125 },
  perOperation: true,
  parameters: ({ iops, throughput }) => ({ ...texts({ iops, throughput }), type: 'gp3' }),
};

/**
 * The driver takes `iops` and `throughput`, the latter with a unit, although the page of Kubernetes about these classes
 * shows other names (ExtractModifyVolumeParameters of gcp-compute-persistent-disk-csi-driver).
 */
const hyperdisk: Disk = {
  name: 'hyperdisk-balanced',
  least: { iops: 3000, throughput: 140 },
  parameters: ({ iops, throughput }) => texts({ iops, throughput: throughput && `${throughput}Mi` }),
};

/** @see https://github.com/kubernetes-sigs/azuredisk-csi-driver/tree/master/deploy/example/modifyvolume */
const premiumV2: Disk = {
  name: 'PremiumV2_LRS',
  least: { iops: 3000, throughput: 125 },
  perOperation: true,
  parameters: ({ iops, throughput }) => texts({ DiskIOPSReadWrite: iops, DiskMBpsReadWrite: throughput }),
};

/** Disks by driver and type. The speed of others follows from their size. */
const disks: Readonly<Record<string, Disk>> = {
  'ebs.csi.aws.com gp3': gp3,
  'ebs.csi.eks.amazonaws.com gp3': gp3,
  'pd.csi.storage.gke.io hyperdisk-balanced': hyperdisk,
  'disk.csi.azure.com PremiumV2_LRS': premiumV2,
};

/** Reports speeds that the disk of the platform cannot have. A laptop has none to choose, and gets no class. */
export function checkVolumeAttributes(
  problems: Problems,
  { size, name, storage }: PlatformFacts,
  given: Readonly<Record<string, VolumeAttributes>> = {},
): void {
  if (size === 'laptop') return;
  const disk = diskOf(storage.create);
  for (const [className, attributes] of Object.entries(given)) {
    const prop = `volumeAttributes.${className}`;
    if (disk) checkSpeed(problems, prop, disk, attributes);
    else
      problems.add({
        rule: 'storage/attributes-disk',
        prop,
        must: `be left out on ${name}: the speed of '${storage.className}' cannot be chosen`,
        got: attributes,
        fix: "use a disk whose speed can: gp3 on EKS, disk: 'hyperdisk-balanced' on GKE, disk: 'PremiumV2_LRS' on AKS.",
      });
  }
}

function checkSpeed(problems: Problems, prop: string, disk: Disk, attributes: VolumeAttributes): void {
  const report = (place: string, must: string, got: unknown, fix: string) =>
    problems.add({ rule: 'storage/attributes-range', prop: place, must, got, fix });
  const { iops = disk.least.iops, throughput } = attributes;
  if (attributes.iops === undefined && throughput === undefined)
    report(prop, 'say iops, throughput or both', attributes, 'write { iops: 6000 }, or remove the class.');
  for (const key of ['iops', 'throughput'] as const) {
    const [least, speed] = [disk.least[key], attributes[key]];
    if (speed !== undefined && speed < least)
      report(
        `${prop}.${key}`,
        `be at least ${least}, which every ${disk.name} has`,
        speed,
        `write ${least}, or leave it out.`,
      );
  }
  if (disk.perOperation && throughput !== undefined && iops >= disk.least.iops && throughput > iops / 4)
    report(
      `${prop}.throughput`,
      `be at most a quarter of iops (${iops / 4})`,
      throughput,
      `write iops: ${throughput * 4}.`,
    );
}

/** The classes of a platform. Their parameters can never change: another speed is another class. */
export function renderVolumeAttributes(
  { size, storage }: PlatformFacts,
  given: Readonly<Record<string, VolumeAttributes>> = {},
  gitops?: 'argocd' | 'flux',
): readonly Manifest[] {
  const disk = diskOf(storage.create);
  if (size === 'laptop' || !disk || !storage.create) return [];
  const { provisioner } = storage.create;
  return Object.entries(given).map(([name, attributes]) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'VolumeAttributesClass',
    metadata: { name, annotations: gitopsAnnotations(gitops, 'services', 'holds-data') },
    driverName: provisioner,
    parameters: disk.parameters(attributes),
  }));
}

function diskOf(create: StorageClassTemplate | undefined): Disk | undefined {
  const { type, skuName } = create?.parameters ?? {};
  const key = `${create?.provisioner} ${type ?? skuName}`;
  return Object.hasOwn(disks, key) ? disks[key] : undefined;
}

function texts(values: Readonly<Record<string, string | number | undefined>>): Readonly<Record<string, string>> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
}
