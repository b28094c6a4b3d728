import { certificateNamesAnnotation } from '../../edge/gateway-objects';
import { serverNames } from '../../environment/render-tls';
import type { Manifest } from '../../kubernetes/manifest';
import type { Cluster } from '../cluster/cluster';
import type { ManifestSource } from '../manifests/source';
import { operatorOf } from '../operator-context';
import { plural } from '../text';
import { productionOf, tlsSecret } from './ca-secrets';
import { developmentCa } from './development-ca';
import { type NeededSecret, neededSecrets } from './needed';
import { secretReferences } from './references';
import { makeUp } from './secret-data';

/** What is to be applied before the manifests, and what has to be said about it. */
export interface Credentials {
  /** Namespaces first, then Secrets. */
  readonly objects: readonly Manifest[];
  /** Remarks; they never hold a value. */
  readonly notes: readonly string[];
  /** What is wrong in the cluster: Secrets that lack a key. */
  readonly faults: readonly string[];
}

/**
 * Secrets with random values for everything that manifests of one cluster need and nobody provides.
 * @param cluster where Secrets that exist are left alone; without one, nothing is known to exist
 */
export async function makeCredentials(sources: readonly ManifestSource[], cluster?: Cluster): Promise<Credentials> {
  const notes: string[] = [];
  const faults: string[] = [];
  const secrets: Manifest[] = [];
  let existing = 0;
  const all = neededSecrets(sources);
  const production = productionOf(sources);
  for (const needed of all) {
    const { data, missing } = makeUp(needed);
    const found = await cluster?.get('Secret', needed.name, needed.namespace);
    if (found) {
      existing += 1;
      const there = Object.keys({ ...(found.data as object | undefined) });
      const absent = Object.keys(data).filter((key) => readBy(needed, key) && !there.includes(key));
      if (absent.length > 0) faults.push(lacks(needed, absent));
      continue;
    }
    if (needed.references.some(({ use }) => use === 'certificate') && !production.includes(needed.namespace)) {
      const { ca, server } = await developmentCa(certificateNames(sources, needed) ?? serverNames(needed.namespace));
      secrets.push(tlsSecret(needed.name, needed.namespace, server, ca));
      continue;
    }
    if (Object.keys(data).length > 0) secrets.push(secretOf(needed, data));
    if (missing.length > 0) notes.push(onlyYours(needed, missing, Object.keys(data)));
  }
  if (existing > 0)
    notes.push(
      `${plural(existing, 'Secret exists', 'Secrets exist')} already and ${existing === 1 ? 'stays as it is' : 'stay as they are'}.`,
    );
  return { objects: [...(await namespacesOf(sources, all, cluster)), ...secrets], notes, faults };
}

/** Names for the certificate of a gateway, which its Deployment tells; undefined for that of servers. */
export function certificateNames(
  sources: readonly ManifestSource[],
  { namespace, name }: NeededSecret,
): readonly string[] | undefined {
  const names = sources
    .flatMap((source) => source.manifests.map(({ manifest }) => manifest))
    .filter((manifest) =>
      secretReferences(manifest).some((found) => found.namespace === namespace && found.secret === name),
    )
    .flatMap(({ metadata }) => metadata.annotations?.[certificateNamesAnnotation]?.split(',') ?? []);
  return names.length > 0 ? [...new Set(names)] : undefined;
}

/** Whether somebody reads the key; the password beside a hash is for people, and may lie elsewhere. */
function readBy({ references }: NeededSecret, key: string): boolean {
  return references.some((reference) => reference.key === key);
}

function secretOf({ namespace, name }: NeededSecret, stringData: Readonly<Record<string, string>>): Manifest {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, type: 'Opaque', stringData };
}

function lacks({ namespace, name }: NeededSecret, keys: readonly string[]): string {
  return `Secret ${namespace}/${name} exists, but has no ${keys.join(', ')}. Add what is missing, or delete it and run this again.`;
}

/** What only the user has of a Secret, as a sentence. */
export function onlyYours(
  { namespace, name, references }: NeededSecret,
  keys: readonly string[],
  made: readonly string[],
): string {
  const by = [...new Set(references.map((reference) => reference.by))].join(', ');
  if (references.some(({ use }) => use === 'image-pull')) {
    return `Secret ${namespace}/${name} is not made: only you have the account of the registry (needed by ${by}).`;
  }
  const what = keys.includes('*') ? 'its content' : keys.join(', ');
  const state = made.length > 0 ? 'not complete' : 'not made';
  return `Secret ${namespace}/${name} is ${state}: only you have ${what} (needed by ${by}).`;
}

/**
 * The namespaces that the Secrets need, so that they can be applied first. Those of the manifests are printed also when
 * they exist: kubectl refuses to apply nothing, and applying them is what comes next anyway.
 */
async function namespacesOf(
  sources: readonly ManifestSource[],
  needed: readonly NeededSecret[],
  cluster: Cluster | undefined,
): Promise<readonly Manifest[]> {
  const manifests = sources.flatMap((source) => source.manifests.map(({ manifest }) => manifest));
  const declared = new Map(
    manifests.filter(({ kind }) => kind === 'Namespace').map((manifest) => [manifest.metadata.name, manifest]),
  );
  const names = [...new Set(needed.map(({ namespace }) => namespace))];
  const wanted = names.flatMap((name) => declared.get(name) ?? []);
  // Nobody declares the namespace of an operator that Helm installs.
  const bare = names.find((name) => name === operatorOf(sources)?.namespace && !declared.has(name));
  if (bare === undefined || (await cluster?.get('Namespace', bare))) return wanted;
  return [...wanted, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: bare } }];
}
