import type { ManifestSet } from '../../checks/manifest-set';
import type { Manifest } from '../../kubernetes/manifest';

type Index = ReadonlyMap<string, readonly Manifest[]>;

const indexes = new WeakMap<ManifestSet, Map<string, Index>>();

/** Objects of a kind that stand in the same Kubernetes cluster and namespace as another object. */
export function neighboursOf(set: ManifestSet, object: Manifest, kind: string): readonly Manifest[] {
  return indexOf(set, kind).get(place(set, object)) ?? [];
}

/** Kept for the set: looking through all objects once for each would make large programs slow. */
function indexOf(set: ManifestSet, kind: string): Index {
  const byKind: Map<string, Index> = indexes.get(set) ?? new Map();
  indexes.set(set, byKind);
  const index = byKind.get(kind) ?? grouped(set, kind);
  byKind.set(kind, index);
  return index;
}

function grouped(set: ManifestSet, kind: string): Index {
  const groups = new Map<string, Manifest[]>();
  for (const object of set.ofKind(kind)) {
    const group = groups.get(place(set, object));
    if (group) group.push(object);
    else groups.set(place(set, object), [object]);
  }
  return groups;
}

function place(set: ManifestSet, object: Manifest): string {
  return JSON.stringify([set.clusterOf(object), object.metadata.namespace ?? '']);
}
