import { forEach, installationsOf } from '../../altinity/rules/installations';
import { claimTemplatesOf, faultAt, type Place, podTemplatesOf } from '../../altinity/rules/places';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { asText, at, list, type Manifest, record, text } from '../../kubernetes/manifest';
import { isToken } from '../../kubernetes/token';

const classesOfSet = new WeakMap<ManifestSet, ReadonlyMap<string, Manifest>>();

/** StorageClasses of a set, by Kubernetes cluster and name; the default one also without a name. */
function classesOf(set: ManifestSet): ReadonlyMap<string, Manifest> {
  const known = classesOfSet.get(set);
  if (known) return known;
  const classes = new Map<string, Manifest>();
  for (const storageClass of set.ofKind('StorageClass')) {
    const { name, annotations } = storageClass.metadata;
    const isDefault = record(annotations)['storageclass.kubernetes.io/is-default-class'] === 'true';
    for (const key of isDefault ? [name, ''] : [name])
      classes.set(`${set.clusterOf(storageClass)} ${key}`, storageClass);
  }
  classesOfSet.set(set, classes);
  return classes;
}

/** Classes that make the volumes of an installation, each with the first claim template that names it. */
function* usesOf(installation: Manifest, set: ManifestSet): Generator<readonly [Manifest, Place]> {
  const seen = new Set<Manifest>();
  for (const claim of claimTemplatesOf(installation)) {
    const name = text(at(claim.node, 'spec', 'storageClassName'));
    const storageClass = classesOf(set).get(`${set.clusterOf(installation)} ${name ?? ''}`);
    if (!storageClass || seen.has(storageClass)) continue;
    seen.add(storageClass);
    yield [storageClass, name === undefined ? claim : claim.to('spec', 'storageClassName')];
  }
}

/** Faults at the claims of an installation whose class lacks something that matters outside of development. */
const serious = (isFine: (storageClass: Manifest) => boolean, message: (name: string) => string) =>
  forEach(installationsOf, function* (installation, set): Generator<Fault> {
    if (set.contextOf(installation).stage === 'development') return;
    for (const [storageClass, place] of usesOf(installation, set)) {
      if (!isFine(storageClass)) yield faultAt(installation, place, [], message(storageClass.metadata.name));
    }
  });

function* immediate(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!podTemplatesOf(installation).some(isPinned)) return;
  for (const [{ volumeBindingMode, metadata }, place] of usesOf(installation, set)) {
    const message = `pods are pinned to zones, but StorageClass '${metadata.name}' makes disks at once, in any zone.`;
    if (volumeBindingMode !== 'WaitForFirstConsumer' && !isToken(volumeBindingMode))
      yield faultAt(installation, place, [], message);
  }
}

const zoneKey = /\/zone$/;

/** Whether a pod template names the zone of its pods. */
function isPinned({ node }: Place): boolean {
  const { values, key } = record(node.zone);
  if (list(values).length > 0 && zoneKey.test(asText(key || '/zone'))) return true;
  const { nodeSelector, affinity } = record(node.spec);
  const terms = list(
    at(affinity, 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'),
  );
  const keys = terms.flatMap((term) => list(record(term).matchExpressions)).map((expression) => record(expression).key);
  return [...Object.keys(record(nodeSelector)), ...keys].some((each) => zoneKey.test(asText(each)));
}

/** Rules about StorageClasses. */
export const storageClassRules: readonly Rule[] = [
  {
    id: 'storage-class/immediate-binding',
    severity: 'error',
    title: 'Disks of pods that are pinned to zones are made when the pod has a node',
    why: 'A disk that is made at once stands in any zone. The pod that has to stand in another one stays Pending.',
    fix: 'write volumeBindingMode: WaitForFirstConsumer in the StorageClass. It cannot be changed on an existing class.',
    source: 'Kubernetes, storage classes (volume binding mode)',
    check: forEach(installationsOf, immediate),
  },
  {
    id: 'storage-class/delete',
    severity: 'warning',
    unknown: 'refused',
    title: 'Disks with data outlive their claims',
    why: 'A deleted claim or namespace takes the disk with it, whatever the installation says about its volumes.',
    fix: 'write reclaimPolicy: Retain in the StorageClass. It cannot be changed on an existing class, only on its volumes.',
    source: 'Kubernetes, storage classes (reclaim policy)',
    check: serious(
      ({ reclaimPolicy }) => reclaimPolicy === 'Retain',
      (name) => `StorageClass '${name}' deletes the disk with its claim.`,
    ),
  },
  {
    id: 'storage-class/not-expandable',
    severity: 'warning',
    title: 'Disks with data can grow',
    why: 'The operator reports a larger size as Completed, and the disk stays as it is.',
    fix: 'write allowVolumeExpansion: true in the StorageClass, where the driver supports it.',
    source: 'operator #788; observed with 0.26.0',
    check: serious(
      ({ allowVolumeExpansion }) => allowVolumeExpansion === true || isToken(allowVolumeExpansion),
      (name) => `disks of StorageClass '${name}' can never grow.`,
    ),
  },
];
