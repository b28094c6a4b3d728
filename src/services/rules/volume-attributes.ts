import { forEach, installationsOf } from '../../altinity/rules/installations';
import { claimTemplatesOf, faultAt } from '../../altinity/rules/places';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { at, type Manifest, text } from '../../kubernetes/manifest';
import { suggest } from '../../kubernetes/suggest';

/** Where the classes of a cluster are declared beside its installations, a claim names one of them. */
function* unknownClasses(installation: Manifest, set: ManifestSet): Generator<Fault> {
  const cluster = set.clusterOf(installation);
  const declared = set
    .ofKind('VolumeAttributesClass')
    .filter((other) => set.clusterOf(other) === cluster)
    .map(({ metadata }) => metadata.name);
  if (declared.length === 0) return;
  for (const claim of claimTemplatesOf(installation)) {
    const name = text(at(claim.node, 'spec', 'volumeAttributesClassName'));
    if (!name || declared.includes(name)) continue;
    const message = `no VolumeAttributesClass is called '${name}', so that its volumes are never made.`;
    const meant = suggest(name, declared) ?? (declared.length === 1 ? declared[0] : undefined);
    yield faultAt(installation, claim, ['spec', 'volumeAttributesClassName'], message, meant && `write '${meant}'.`);
  }
}

/** Rules about the speed of volumes. */
export const volumeAttributeRules: readonly Rule[] = [
  {
    id: 'storage/attributes-unknown',
    severity: 'error',
    title: 'A VolumeAttributesClass that volumes ask for exists',
    why: 'A claim that names a class which is not there stays Pending.',
    fix: 'declare it with volumeAttributes of ClusterServices.',
    source: 'Kubernetes documentation, Volume Attributes Classes',
    check: forEach(installationsOf, unknownClasses),
  },
  {
    id: 'storage/attributes-disk',
    severity: 'error',
    title: 'The speed of volumes is chosen where it can be',
    why: 'Drivers refuse to make a volume with attributes that its type of disk does not have.',
    fix: 'use another type of disk, or larger volumes.',
    source:
      'gcp-compute-persistent-disk-csi-driver (CreateVolume); azuredisk-csi-driver, modifyvolume; aws-ebs-csi-driver, modify-volume',
  },
  {
    id: 'storage/attributes-range',
    severity: 'error',
    title: 'The speed of volumes is one that the disk can have',
    why: 'The cloud refuses the volume, and its claim stays Pending.',
    fix: 'write the number that the message names.',
    source: 'Amazon EBS, general purpose volumes; Google Cloud, Hyperdisk; Azure, Premium SSD v2',
  },
];
