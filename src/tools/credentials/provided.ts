import { at, type Manifest, text } from '../../kubernetes/manifest';

/** Kinds that make Secrets in the cluster, with the place of the name where it is not their own. */
const makers: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Certificate: [['spec', 'secretName']],
  ExternalSecret: [['spec', 'target', 'name']],
  SealedSecret: [['spec', 'template', 'metadata', 'name']],
  Secret: [],
  VaultDynamicSecret: [['spec', 'destination', 'name']],
  VaultStaticSecret: [['spec', 'destination', 'name']],
};

/** The Secret that an object is or makes, as `namespace/name`. */
export function providedSecret({ kind, metadata, ...manifest }: Manifest): string | undefined {
  const places = makers[kind];
  if (!places) return undefined;
  const names = places.map((place) => text(at(manifest, ...place)));
  return `${metadata.namespace ?? 'default'}/${names.find((name) => name !== undefined) ?? metadata.name}`;
}
