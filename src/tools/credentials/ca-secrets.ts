import { contextOf } from '../../checks/context';
import type { Manifest } from '../../kubernetes/manifest';
import type { Cluster } from '../cluster/cluster';
import { InputError } from '../manifests/input-error';
import type { ManifestSource } from '../manifests/source';
import { developmentCa, type KeyPair } from './development-ca';

/** Secret with the authority; cert-manager takes it as it is for an Issuer. */
const caSecret = 'development-ca';

/** Secret with the certificate of servers. */
const certificateSecret = 'development-certificate';

const dnsName = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * A development CA and a certificate for these names, as Secrets in every environment of some manifests.
 * @throws InputError for a wrong name, for manifests without environments, and for production
 */
export async function caSecrets(
  sources: readonly ManifestSource[],
  names: readonly string[],
  cluster?: Cluster,
): Promise<{ readonly objects: readonly Manifest[]; readonly notes: readonly string[] }> {
  const wrong = names.filter((name) => !dnsName.test(name) || name.length > 253);
  if (wrong.length > 0) {
    throw new InputError(wrong.map((name) => `--ca must be a DNS name such as ch.example.test, got "${name}".`));
  }
  const namespaces = environmentsOf(sources);
  const taken = await Promise.all(namespaces.map((namespace) => existing(namespace, cluster)));
  const free = namespaces.filter((_, index) => !taken[index]);
  const notes = namespaces
    .filter((_, index) => taken[index])
    .map((namespace) => `The development CA of ${namespace} exists already and stays as it is.`);
  if (free.length === 0) return { objects: [], notes };
  const { ca, server } = await developmentCa(names);
  const objects = free.flatMap((namespace) => [
    tlsSecret(caSecret, namespace, ca, ca),
    tlsSecret(certificateSecret, namespace, server, ca),
  ]);
  return { objects, notes };
}

/** Namespaces for production. */
export function productionOf(sources: readonly ManifestSource[]): readonly string[] {
  return sources
    .flatMap((source) => source.manifests.map(({ manifest }) => manifest))
    .filter((manifest) => contextOf(manifest)?.stage === 'production')
    .map(({ kind, metadata }) => (kind === 'Namespace' ? metadata.name : (metadata.namespace ?? 'default')));
}

function environmentsOf(sources: readonly ManifestSource[]): readonly string[] {
  const manifests = sources.flatMap((source) => source.manifests.map(({ manifest }) => manifest));
  const production = productionOf(sources);
  if (production.length > 0) {
    const names = production.join(', ');
    throw new InputError([`${names} is for production; a development CA has no place there. Use cert-manager.`]);
  }
  const installations = manifests.filter(({ kind }) => /^ClickHouse(Keeper)?Installation$/.test(kind));
  const namespaces = [...new Set(installations.map(({ metadata }) => metadata.namespace ?? 'default'))];
  if (namespaces.length > 0) return namespaces;
  throw new InputError(['--ca puts a certificate beside every installation, but there is none in these manifests.']);
}

async function existing(namespace: string, cluster: Cluster | undefined): Promise<boolean> {
  const found = await Promise.all([caSecret, certificateSecret].map((name) => cluster?.get('Secret', name, namespace)));
  return found.some((secret) => secret !== undefined);
}

/** A Secret with a certificate, as cert-manager makes it. */
export function tlsSecret(name: string, namespace: string, { certificate, key }: KeyPair, ca: KeyPair): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    type: 'kubernetes.io/tls',
    stringData: { 'ca.crt': ca.certificate, 'tls.crt': certificate, 'tls.key': key },
  };
}
