import { at, type Manifest, text } from './manifest';

/** Kinds that make Secrets in the cluster, with the place of the name where it is not their own. */
const makers: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Certificate: [['spec', 'secretName']],
  ExternalSecret: [['spec', 'target', 'name']],
  SealedSecret: [['spec', 'template', 'metadata', 'name']],
  Secret: [],
  VaultDynamicSecret: [['spec', 'destination', 'name']],
  VaultStaticSecret: [['spec', 'destination', 'name']],
};

/**
 * The Secret that an object is or makes, as `namespace/name`. An ExternalSecret that only merges into one makes none.
 * @see https://external-secrets.io/v1.3.2/guides/ownership-deletion-policy/
 */
export function providedSecret({ kind, metadata, ...manifest }: Manifest): string | undefined {
  const places = Object.hasOwn(makers, kind) ? makers[kind] : undefined;
  if (!places) return undefined;
  if (kind === 'ExternalSecret' && /^(Merge|None)$/.test(text(at(manifest, 'spec', 'target', 'creationPolicy')) ?? ''))
    return undefined;
  const names = places.map((place) => text(at(manifest, ...place)));
  return `${text(metadata.namespace) ?? 'default'}/${names.find((name) => name !== undefined) ?? metadata.name}`;
}
