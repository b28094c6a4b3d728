import { installationsOf } from '../../altinity/rules/installations';
import { entriesAt, type Place, specOf } from '../../altinity/rules/places';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { at, list, type Manifest, record } from '../../kubernetes/manifest';

/** A StorageClass with the installations whose volumes it makes. */
interface UsedClass {
  readonly storageClass: Manifest;
  readonly users: readonly Manifest[];
}

function usedClasses(set: ManifestSet): readonly UsedClass[] {
  const classes = set.ofKind('StorageClass');
  if (classes.length === 0) return [];
  const users = new Map<string, Set<Manifest>>();
  for (const installation of installationsOf(set)) {
    for (const claim of entriesAt(specOf(installation), 'templates', 'volumeClaimTemplates')) {
      const key = `${set.clusterOf(installation)} ${at(claim.node, 'spec', 'storageClassName') ?? ''}`;
      const known = users.get(key);
      if (known) known.add(installation);
      else users.set(key, new Set([installation]));
    }
  }
  return classes.map((storageClass) => {
    const cluster = set.clusterOf(storageClass);
    const isDefault =
      record(storageClass.metadata.annotations)['storageclass.kubernetes.io/is-default-class'] === 'true';
    const names = [storageClass.metadata.name, ...(isDefault ? [''] : [])];
    return { storageClass, users: names.flatMap((name) => [...(users.get(`${cluster} ${name}`) ?? [])]) };
  });
}

/** Faults of classes that somebody uses outside of development. */
function* serious(
  set: ManifestSet,
  judge: (storageClass: Manifest, user: string) => Fault | undefined,
): Generator<Fault> {
  for (const { storageClass, users } of usedClasses(set)) {
    const user = users.find((installation) => set.contextOf(installation).stage !== 'development');
    const fault = user && judge(storageClass, user.metadata.name);
    if (fault) yield fault;
  }
}

function deletes(storageClass: Manifest, user: string): Fault | undefined {
  const { reclaimPolicy } = storageClass;
  if (reclaimPolicy === 'Retain') return undefined;
  const pointer = reclaimPolicy === undefined ? '' : '/reclaimPolicy';
  return { object: storageClass, pointer, message: `deleting a claim of '${user}' deletes the disk.` };
}

function cannotGrow(storageClass: Manifest, user: string): Fault | undefined {
  const { allowVolumeExpansion } = storageClass;
  if (allowVolumeExpansion === true) return undefined;
  const pointer = allowVolumeExpansion === undefined ? '' : '/allowVolumeExpansion';
  return { object: storageClass, pointer, message: `the volumes of '${user}' can never grow.` };
}

function* immediate(set: ManifestSet): Generator<Fault> {
  for (const { storageClass, users } of usedClasses(set)) {
    const { volumeBindingMode } = storageClass;
    const pinned = users.find((installation) =>
      entriesAt(specOf(installation), 'templates', 'podTemplates').some(isPinned),
    );
    if (volumeBindingMode === 'WaitForFirstConsumer' || !pinned) continue;
    const pointer = volumeBindingMode === undefined ? '' : '/volumeBindingMode';
    yield {
      object: storageClass,
      pointer,
      message: `pods of '${pinned.metadata.name}' are pinned to zones, but its disks are made anywhere.`,
    };
  }
}

const zoneKey = /\/zone$/;

/** Whether a pod template names the zone of its pods. */
function isPinned({ node }: Place): boolean {
  const { values, key } = record(node.zone);
  if (list(values).length > 0 && zoneKey.test(String(key || '/zone'))) return true;
  const { nodeSelector, affinity } = record(node.spec);
  const terms = list(
    at(affinity, 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'),
  );
  const keys = terms.flatMap((term) => list(record(term).matchExpressions)).map((expression) => record(expression).key);
  return [...Object.keys(record(nodeSelector)), ...keys].some((each) => zoneKey.test(String(each)));
}

/** Rules about StorageClasses. */
export const storageClassRules: readonly Rule[] = [
  {
    id: 'storage-class/immediate-binding',
    severity: 'error',
    title: 'Disks of pods that are pinned to zones are made when the pod has a node',
    why: 'A disk that is made at once stands in any zone. The pod that has to stand in another one stays Pending.',
    fix: 'write volumeBindingMode: WaitForFirstConsumer. It cannot be changed on an existing class.',
    source: 'Kubernetes, storage classes (volume binding mode)',
    check: immediate,
  },
  {
    id: 'storage-class/delete',
    severity: 'warning',
    title: 'Disks with data outlive their claims',
    why: 'A deleted claim or namespace takes the disk with it, whatever the installation says about its volumes.',
    fix: 'write reclaimPolicy: Retain. It cannot be changed on an existing class, only on its volumes.',
    source: 'Kubernetes, storage classes (reclaim policy)',
    check: (set) => serious(set, deletes),
  },
  {
    id: 'storage-class/not-expandable',
    severity: 'warning',
    title: 'Disks with data can grow',
    why: 'The operator reports a larger size as Completed, and the disk stays as it is.',
    fix: 'write allowVolumeExpansion: true, where the driver supports it.',
    source: 'operator #788; observed with 0.26.0',
    check: (set) => serious(set, cannotGrow),
  },
];
