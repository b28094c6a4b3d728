import type { Manifest } from '../kubernetes/manifest';

/**
 * The one object with a kind and a name.
 * @throws Error with what there is instead, when none or several have them
 */
export function manifestNamed(manifests: readonly Manifest[], kind: string, name: string): Manifest {
  const found = manifests.filter((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  const [first] = found;
  if (first && found.length === 1) return first;
  throw new Error(
    first
      ? `${found.length} objects are ${kind}/${name}, in the namespaces ${found.map(namespaceOf).join(', ')}.`
      : `No object is ${kind}/${name}. There is ${manifests.map(nameOf).join(', ') || 'nothing'}.`,
  );
}

function nameOf({ kind, metadata }: Manifest): string {
  return `${kind}/${metadata.name}`;
}

function namespaceOf({ metadata }: Manifest): string {
  return metadata.namespace ?? '(none)';
}
