import { hashIndex, sqlUsersAnnotation } from '../../access/users/variables';
import { at, list, type Manifest, record, text } from '../../kubernetes/manifest';
import { issuerReferences } from './issuer-references';

/** What a key of a Secret is for. `given` are values that cannot be made up: keys of a cloud, tokens. */
export type KeyUse = 'password' | 'password-sha256' | 'password-double-sha1' | 'shared-secret' | 'given';

/** A place in a manifest that needs a Secret. */
export interface SecretReference {
  readonly namespace: string;
  readonly secret: string;
  /** The key that is read. @default - all of them */
  readonly key?: string;
  readonly use: KeyUse | 'image-pull' | 'certificate';
  /** User of the database whose password it is. */
  readonly user?: string;
  /** Who refers to it: `ClickHouseInstallation/events`. */
  readonly by: string;
}

const passwordFields: Readonly<Record<string, KeyUse>> = {
  password: 'password',
  password_sha256_hex: 'password-sha256',
  password_double_sha1_hex: 'password-double-sha1',
};

/** All places of a manifest that cannot do without a Secret. Accepts any object. */
export function secretReferences(manifest: Manifest): readonly SecretReference[] {
  if (charts.has(manifest.kind)) return [];
  if (manifest.kind === 'ConfigMap') return drillInstallations(manifest).flatMap(secretReferences);
  const namespace = manifest.metadata.namespace ?? 'default';
  const by = `${manifest.kind}/${manifest.metadata.name}`;
  const own = ownReferences(manifest);
  const named = new Set(own.map(({ secret, key }) => `${secret}/${key}`));
  // The same places are found again by the general search, which knows nothing about their use.
  const others = generalReferences(manifest).filter(({ secret, key }) => !named.has(`${secret}/${key}`));
  return [...own, ...others].map((reference) => ({ namespace, by, ...reference }));
}

/** Values of a chart say what its pods read, in another namespace and in words of their own. */
const charts: ReadonlySet<string> = new Set(['Application', 'HelmRelease']);

/** The installation that a RestoreDrill makes: it reads Secrets only while it is there. */
function drillInstallations({ data }: Manifest): readonly Manifest[] {
  const file = text(record(data)['installation.yaml']);
  if (file === undefined || !file.includes('kind: ClickHouseInstallation')) return [];
  const { parse } = require('yaml') as typeof import('yaml');
  return [parse(file, { version: '1.1' }) as Manifest];
}

function ownReferences(manifest: Manifest): readonly Found[] {
  if (manifest.kind === 'ClickHouseInstallation') return installationReferences(manifest);
  return manifest.kind === 'Job' ? sqlUserReferences(manifest) : issuerReferences(manifest);
}

/** Hashes of users that a Job makes. */
function sqlUserReferences({ metadata, spec }: Manifest): readonly Found[] {
  const users = text(metadata.annotations?.[sqlUsersAnnotation])?.split(',') ?? [];
  const [container] = list(at(spec, 'template', 'spec', 'containers'));
  return list(at(container, 'env')).flatMap((variable): readonly Found[] => {
    const index = hashIndex(text(at(variable, 'name')) ?? '');
    const found = keyRef(at(variable, 'valueFrom', 'secretKeyRef'));
    const user = index === undefined ? undefined : users[index];
    return found && user !== undefined ? [{ ...found, use: 'password-sha256', user }] : [];
  });
}

/** A reference whose namespace and owner follow from its manifest. */
export type Found = Omit<SecretReference, 'namespace' | 'by'> & { readonly namespace?: string };

function installationReferences(manifest: Manifest): readonly Found[] {
  const { users, clusters } = record(at(manifest, 'spec', 'configuration'));
  const shared = list(clusters).flatMap((cluster) => {
    const found = keyRef(at(cluster, 'secret', 'valueFrom', 'secretKeyRef'));
    return found ? [{ ...found, use: 'shared-secret' as const }] : [];
  });
  return [...userReferences(record(users)), ...shared];
}

/** Passwords of users: `app/password_sha256_hex: { valueFrom }`, or the same as nested maps. */
function userReferences(users: Readonly<Record<string, unknown>>): readonly Found[] {
  return Object.entries(users).flatMap(([path, value]) => {
    const [user = '', field] = path.split('/');
    const fields = field === undefined ? Object.entries(record(value)) : [[field, value] as const];
    return fields.flatMap(([name, entry]): readonly Found[] => {
      const found = keyRef(at(entry, 'valueFrom', 'secretKeyRef')) ?? addressedSecret(name, entry);
      const use = passwordFields[name.replace(addressPrefix, '')];
      return found && use ? [{ ...found, use, user }] : [];
    });
  });
}

const addressPrefix = /^k8s_secret_(?:env_)?/;

/** The old way, `app/k8s_secret_password: namespace/secret/key`, which releases from 0.27.4 refuse. */
function addressedSecret(field: string, value: unknown): Omit<Found, 'use'> | undefined {
  if (!addressPrefix.test(field)) return undefined;
  const parts = (text(value) ?? '').split('/');
  if (parts.length < 2 || parts.length > 3) return undefined;
  const [key = '', secret = '', namespace] = parts.reverse();
  return { ...(namespace && { namespace }), secret, key };
}

/** Secrets that pods, routes and the like name, wherever they do it in the object. */
function generalReferences(value: unknown): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap(generalReferences);
  return Object.entries(record(value)).flatMap(([field, entry]): readonly Found[] => {
    const found = fieldReference(field, entry);
    return found.length > 0 ? found : generalReferences(entry);
  });
}

function fieldReference(field: string, entry: unknown): readonly Found[] {
  const optional = record(entry).optional === true;
  const given = (secret: unknown): readonly Found[] =>
    text(secret) && !optional ? [{ secret: String(secret), use: 'given' }] : [];
  if (field === 'secretKeyRef') {
    const found = keyRef(entry);
    return found ? [{ ...found, use: 'given' }] : [];
  }
  if (field === 'secretRef') return given(record(entry).name);
  // A volume, alone or projected.
  if (field === 'secret') {
    const keys = list(record(entry).items).map((item) => record(item).key);
    const certificate = keys.includes('tls.crt') && keys.includes('tls.key');
    const found = given(record(entry).secretName ?? record(entry).name);
    return certificate ? found.map((reference) => ({ ...reference, use: 'certificate' })) : found;
  }
  if (field !== 'imagePullSecrets') return [];
  return list(entry).flatMap((each) =>
    given(record(each).name).map((found) => ({ ...found, use: 'image-pull' as const })),
  );
}

function keyRef(value: unknown): Omit<Found, 'use'> | undefined {
  const { name, key, optional } = record(value);
  return text(name) && text(key) && optional !== true ? { secret: String(name), key: String(key) } : undefined;
}
