import type { ResolvedEnvironment } from '../../environment/options';
import { gitopsAnnotations } from '../../kubernetes/gitops';
import type { Manifest } from '../../kubernetes/manifest';
import type { PasswordSecret, RemoteValue, ResolvedCredentials } from './options';

const generators = 'generators.external-secrets.io/v1alpha1';

/** All objects, with the name by which each is known in the tree. */
export function renderCredentials(
  credentials: ResolvedCredentials,
  environment: ResolvedEnvironment,
): readonly (readonly [id: string, manifest: Manifest])[] {
  const generator = renderGenerator(credentials, environment);
  return [
    ...(generator ? [['generator', generator] as const] : []),
    ...credentials.passwords.map(
      (password) => [`password-${password.secret}`, renderPassword(credentials, environment, password)] as const,
    ),
    ...credentials.secrets.map(
      ({ secret, values }) => [`secret-${secret}`, renderSecret(credentials, environment, secret, values)] as const,
    ),
  ];
}

/** Letters and digits, so that a password needs no quotes anywhere. */
function renderGenerator(
  { name, generate }: ResolvedCredentials,
  environment: ResolvedEnvironment,
): Manifest | undefined {
  if (!generate) return undefined;
  const { length } = generate;
  return {
    apiVersion: generators,
    kind: 'Password',
    metadata: metadata(environment, name),
    spec: { length, digits: Math.floor(length / 4), symbols: 0, noUpper: false, allowRepeat: true },
  };
}

function renderPassword(
  credentials: ResolvedCredentials,
  environment: ResolvedEnvironment,
  password: PasswordSecret,
): Manifest {
  return password.remote
    ? externalSecret(environment, password.secret, {
        ...periodic(credentials),
        target: { ...kept(password.secret), template: { data: hashed(password, checkedTemplates) } },
        data: [{ secretKey: 'password', remoteRef: remoteRef(password.remote) }],
      })
    : externalSecret(environment, password.secret, {
        refreshPolicy: 'CreatedOnce',
        target: {
          ...kept(password.secret),
          // An ExternalSecret that is made again generates again. What exists stays as it is.
          immutable: true,
          template: { data: hashed(password, templates) },
        },
        dataFrom: [
          { sourceRef: { generatorRef: { apiVersion: generators, kind: 'Password', name: credentials.name } } },
        ],
      });
}

function renderSecret(
  credentials: ResolvedCredentials,
  environment: ResolvedEnvironment,
  secret: string,
  values: Readonly<Record<string, RemoteValue>>,
): Manifest {
  return externalSecret(environment, secret, {
    ...periodic(credentials),
    target: kept(secret),
    data: Object.entries(values).map(([secretKey, remote]) => ({ secretKey, remoteRef: remoteRef(remote) })),
  });
}

/**
 * With the defaults of the API server: the list is replaced as a whole, so that Argo CD would see a difference for ever, and a
 * server-side apply after a POST would be a conflict.
 * @see https://external-secrets.io/v1.3.2/api/spec/ ExternalSecretDataRemoteRef
 */
function remoteRef(remote: RemoteValue) {
  return { ...remote, conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' };
}

function periodic({ store }: ResolvedCredentials) {
  const { name = '', kind, refreshInterval } = store ?? {};
  return { refreshInterval, secretStoreRef: { name, kind } };
}

/**
 * Servers and applications use the Secret, so it outlives what made it: with `Owner`, it would go with the
 * ExternalSecret, and no pod that reads it could start.
 */
function kept(name: string) {
  return { name, creationPolicy: 'Orphan', deletionPolicy: 'Retain' };
}

/** What a password is made of, and what ClickHouse compares with. */
interface Templates {
  readonly password: string;
  readonly hash: string;
}

/** Functions of sprig, as External Secrets has them: the hash in lower case letters, of exactly these bytes. */
const templates: Templates = { password: '{{ .password }}', hash: '{{ .password | sha256sum }}' };

/**
 * Values of stores were often written with `echo`, which adds the end of a line. It belongs to no password, and the hash
 * would be one of another. An empty one would let everybody in.
 */
const checkedTemplates: Templates = {
  password: '{{ .password | trimSuffix "\\n" }}',
  hash: '{{ if not (.password | trimSuffix "\\n") }}{{ fail "the password in the store is empty" }}{{ end }}{{ .password | trimSuffix "\\n" | sha256sum }}',
};

function hashed({ username, passwordKey, hashKey }: PasswordSecret, { password, hash }: Templates) {
  return { ...(username && { [username.key]: username.value }), [passwordKey]: password, [hashKey]: hash };
}

function externalSecret(environment: ResolvedEnvironment, name: string, spec: object): Manifest {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: metadata(environment, name),
    spec,
  };
}

function metadata({ namespace, gitops }: ResolvedEnvironment, name: string): Manifest['metadata'] {
  return { name, namespace, annotations: gitopsAnnotations(gitops, 'access', 'replaceable') };
}
