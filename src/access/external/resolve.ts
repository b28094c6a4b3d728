import type { ResolvedUser } from '../../clickhouse/options';
import { isUnknown } from '../../kubernetes/late';
import { isDnsSubdomain } from '../../kubernetes/names';
import { Problems, show } from '../../kubernetes/prop-error';
import { suggest } from '../../kubernetes/suggest';
import type {
  ExternalCredentialsProps,
  PasswordOwner,
  PasswordSecret,
  RemoteValue,
  ResolvedCredentials,
  SecretStoreOptions,
} from './options';
import { credentialsProps, remoteValue } from './shapes';

/**
 * Applies defaults, and finds the Secrets that the clusters refer to.
 * @throws PropError naming every wrong prop
 */
export function resolveCredentials(
  path: string,
  id: string,
  namespace: string,
  props: ExternalCredentialsProps,
): ResolvedCredentials {
  const problems = new Problems('ExternalCredentials', path);
  const given = problems.check(credentialsProps, props);
  checkSource(problems, given);
  checkAnything(problems, given);
  const owners = ownersOf(given);
  checkPlace(problems, namespace, owners);
  checkUsers(problems, owners, given.users);
  if (given.generate && !isDnsSubdomain(id))
    problems.add({
      rule: 'names/invalid',
      prop: 'id',
      must: 'be lower case letters, digits, "-" and ".", because the generator of passwords is named after it',
      got: id,
      fix: "write 'credentials'.",
    });
  const passwords = passwordsOf(problems, owners, given);
  const secrets = furtherSecrets(problems, passwords, given.store);
  problems.throwIfAny();
  const { store, generate } = given;
  return {
    name: id,
    passwords,
    secrets,
    ...(store && {
      store: {
        name: store.name,
        kind: store.kind ?? 'SecretStore',
        refreshInterval: store.refreshInterval ?? '1h0m0s',
      },
    }),
    ...(generate && { generate: { length: generate.length ?? 32 } }),
  };
}

function checkSource(problems: Problems, { store, generate }: ExternalCredentialsProps): void {
  if (problems.has('store') || problems.has('generate') || (store === undefined) !== (generate === undefined)) return;
  problems.add({
    rule: 'credentials/source',
    prop: store ? 'generate' : 'store',
    must: store ? 'be left out beside store' : 'be given, or generate',
    got: store ? generate : store,
    fix: "write store: { name: 'vault' }, or generate: {}; for some users this and for others that, create two.",
  });
}

function checkAnything(problems: Problems, { clusters = [], sqlUsers = [], store }: ExternalCredentialsProps): void {
  const ofStore = Object.keys(store?.secrets ?? {});
  if ([...problems.all, ...clusters, ...sqlUsers, ...ofStore].length > 0) return;
  problems.add({
    rule: 'credentials/cluster',
    prop: 'clusters',
    must: 'list the clusters whose passwords are provided',
    got: clusters,
    fix: "write clusters: [events], or sqlUsers: [people], or store: { name: 'vault', secrets: { ... } }.",
  });
}

/** A construct with users, and the Secret that it reads for each. */
interface Owner {
  readonly prop: string;
  readonly namespace: string;
  readonly cluster: string;
  readonly secrets: Readonly<Record<string, ResolvedUser['password']>>;
  /** Users whose password another namespace has, too. */
  readonly shared: Readonly<Record<string, string | undefined>>;
}

function ownersOf({ clusters = [], sqlUsers = [] }: ExternalCredentialsProps): readonly Owner[] {
  return [
    ...clusters.map(({ namespace, name, current }, index) => ({
      prop: `clusters[${index}]`,
      namespace,
      cluster: name,
      secrets: Object.fromEntries(Object.entries(current.users).map(([user, { password }]) => [user, password])),
      shared: Object.fromEntries(Object.entries(current.users).map(([user, { sharedWith }]) => [user, sharedWith])),
    })),
    ...sqlUsers.map(({ namespace, cluster, secrets }, index) => ({
      prop: `sqlUsers[${index}]`,
      namespace,
      cluster,
      secrets,
      shared: {},
    })),
  ];
}

function checkPlace(problems: Problems, here: string, owners: readonly Owner[]): void {
  for (const { prop, namespace, cluster } of owners) {
    if (namespace === here) continue;
    problems.add({
      rule: 'credentials/namespace',
      prop,
      must: `stand in the same environment (namespace '${here}'), where its Secrets are made`,
      got: `${namespace}/${cluster}`,
      fix: 'create one ExternalCredentials in each environment.',
    });
  }
}

function checkUsers(problems: Problems, owners: readonly Owner[], users: readonly string[] = []): void {
  const known = [...new Set(owners.flatMap(({ secrets }) => Object.keys(secrets)))];
  for (const [index, user] of users.entries()) {
    if (known.includes(user) || owners.length === 0) continue;
    problems.add({
      rule: 'users/unknown',
      prop: `users[${index}]`,
      must: `be one of ${known.join(', ')}`,
      got: user,
      fix: `write '${suggest(user, known) ?? known.at(-1)}', or add the user to the cluster.`,
    });
  }
}

/** One Secret for each user. Clusters may share one when it means the same everywhere. */
function passwordsOf(
  problems: Problems,
  owners: readonly Owner[],
  { users, store, generate }: ExternalCredentialsProps,
): readonly PasswordSecret[] {
  const found = new Map<string, { readonly entry: PasswordSecret; readonly user: string }>();
  for (const { prop, namespace, cluster, secrets, shared } of owners)
    for (const [user, { name: secret, passwordKey, hashKey, usernameKey }] of Object.entries(secrets)) {
      if (users && !users.includes(user)) continue;
      if (generate && shared[user] !== undefined) {
        // What is made up in one namespace is not known in the other.
        if (users) problems.add(generatedTwice(user, users.indexOf(user), shared[user]));
        continue;
      }
      if (isUnknown(secret, prop, problems, { decides: `the name of the Secret of '${user}'` })) continue;
      const remote = generate ? undefined : remoteOf(problems, store, { namespace, cluster, user });
      const username = usernameKey === undefined ? undefined : { key: usernameKey, value: user };
      const entry = { secret, passwordKey, hashKey, ...(username && { username }), ...(remote && { remote }) };
      const first = found.get(secret);
      if (!first) found.set(secret, { entry, user });
      else if (JSON.stringify(first.entry) !== JSON.stringify(entry) || first.user !== user)
        problems.add({
          rule: 'credentials/shared-secret',
          prop,
          must: `have a Secret for '${user}' alone; '${secret}' is that of '${first.user}', too`,
          got: secret,
          fix: `give password: { name: '${cluster}-${user}' } to the user of the cluster.`,
        });
    }
  return [...found.values()].map(({ entry }) => entry);
}

function generatedTwice(user: string, index: number, elsewhere: string) {
  return {
    rule: 'credentials/generated-twice',
    prop: `users[${index}]`,
    must: `have its password in a store: namespace '${elsewhere}' needs the same one, and a generator makes another for each`,
    got: user,
    fix: `provide it in a second ExternalCredentials with users: ['${user}'] and store, and in '${elsewhere}' with store.secrets.`,
  };
}

function remoteOf(problems: Problems, store: SecretStoreOptions | undefined, owner: PasswordOwner): RemoteValue {
  const { namespace, cluster, user } = owner;
  if (!store?.key || problems.has('store')) return { key: `${namespace}/${cluster}/${user}` };
  const remote: unknown = store.key(owner);
  const inner = new Problems('ExternalCredentials', '');
  if (remote !== undefined) remoteValue(remote, 'remote', inner);
  if (remote === undefined || inner.all.length > 0)
    problems.add({
      rule: 'credentials/remote-key',
      prop: 'store.key',
      must: `answer where the password of '${user}' lies: a name, or { key, property }`,
      gotText: show(remote),
      fix: "write key: ({ user }) => 'databases/' + user.",
    });
  return asRemote(remote as string | RemoteValue);
}

function asRemote(remote: string | RemoteValue): RemoteValue {
  return typeof remote === 'string' ? { key: remote } : remote;
}

function furtherSecrets(
  problems: Problems,
  passwords: readonly PasswordSecret[],
  store: SecretStoreOptions | undefined,
): ResolvedCredentials['secrets'] {
  if (!store?.secrets || problems.has('store')) return [];
  return Object.entries(store.secrets).map(([secret, values]) => {
    if (passwords.some((password) => password.secret === secret))
      problems.add({
        rule: 'credentials/provided-twice',
        prop: `store.secrets.${secret}`,
        must: 'not be the Secret of a user, which is made already',
        got: secret,
        fix: 'remove it; store.key says where the password of a user lies.',
      });
    const entries = Object.entries(values).map(([key, remote]) => [key, asRemote(remote)] as const);
    return { secret, values: Object.fromEntries(entries) };
  });
}
