import { at, type Manifest, record, text } from '../../kubernetes/manifest';
import type { Found } from './references';

/** Where cert-manager looks for Secrets of ClusterIssuers, unless its `--cluster-resource-namespace` says otherwise. */
const certManagerNamespace = 'cert-manager';

/** Secrets that an issuer of cert-manager reads. It makes those with the keys of ACME accounts itself. */
export function issuerReferences({ apiVersion, kind, spec }: Manifest): readonly Found[] {
  if (!apiVersion.startsWith('cert-manager.io/') || !['ClusterIssuer', 'Issuer'].includes(kind)) return [];
  const place = kind === 'ClusterIssuer' ? { namespace: certManagerNamespace } : {};
  const authority = text(at(spec, 'ca', 'secretName'));
  const keys = authority === undefined ? [] : ['tls.crt', 'tls.key'].map((key) => ({ secret: authority, key }));
  return [...keys, ...keyReferences(spec)].map((found) => ({ ...place, ...found, use: 'given' as const }));
}

/** Fields such as `apiTokenSecretRef`, wherever they stand. */
function keyReferences(value: unknown): readonly { readonly secret: string; readonly key?: string }[] {
  if (Array.isArray(value)) return value.flatMap(keyReferences);
  return Object.entries(record(value)).flatMap(([field, entry]) => {
    if (field === 'privateKeySecretRef') return [];
    if (!/SecretRef$/.test(field)) return keyReferences(entry);
    const { name, key } = record(entry);
    return text(name) ? [{ secret: String(name), ...(text(key) && { key: String(key) }) }] : [];
  });
}
