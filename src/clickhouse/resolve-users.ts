import { isDnsSubdomain } from '../kubernetes/names';
import type { Problems } from '../kubernetes/prop-error';
import type { ClickHouseClusterProps, ResolvedUser } from './options';
import type { SecretKey, UserOptions } from './user-options';

/** The administrator. It exists always, so that somebody can create databases and users. */
export const administrator = 'admin';

/** Addresses of the pod itself: what `kubectl exec` and `port-forward` come from. */
const loopback = ['127.0.0.1/32', '::1/128'];

/** The administrator and the application users, with defaults applied. */
export function resolveUsers(
  problems: Problems,
  cluster: string,
  props: ClickHouseClusterProps,
): Record<string, ResolvedUser> {
  const users = Object.entries(props.users ?? {});
  if (problems.has('users') || problems.has('admin') || problems.has('profiles') || problems.has('quotas')) return {};
  checkReferences(problems, props);
  checkSecretNames(problems, cluster, users);
  const admin = {
    networks: [...loopback, ...(props.admin?.networks ?? [])],
    password: secretOf(cluster, administrator, props.admin?.password),
  };
  const resolved = users.map(([name, user]) => [name, resolveUser(cluster, name, user)] as const);
  return { [administrator]: admin, ...Object.fromEntries(resolved) };
}

function resolveUser(cluster: string, name: string, { grants = [], password, ...user }: UserOptions): ResolvedUser {
  // A user of a configuration file without grants has every right, so one that may do nothing has to say so.
  const statements = grants.length === 0 ? ['GRANT USAGE ON *.*'] : grants.map(statement);
  return {
    networks: user.networks,
    grants: statements,
    password: secretOf(cluster, name, password),
    profile: user.profile === 'default' ? undefined : user.profile,
    quota: user.quota === 'default' ? undefined : user.quota,
  };
}

function statement(grant: string): string {
  const trimmed = grant.trim();
  return /^GRANT\s/i.test(trimmed) ? trimmed : `GRANT ${trimmed}`;
}

function secretOf(cluster: string, user: string, given: SecretKey | undefined): Required<SecretKey> {
  return {
    name: given?.name ?? `${cluster}-${user.replaceAll('_', '-')}`,
    hashKey: given?.hashKey ?? 'password_sha256_hex',
    passwordKey: given?.passwordKey ?? 'password',
  };
}

function checkReferences(problems: Problems, { users, profiles, quotas }: ClickHouseClusterProps): void {
  for (const [name, user] of Object.entries(users ?? {})) {
    for (const [kind, known] of [
      ['profile', profiles],
      ['quota', quotas],
    ] as const) {
      const used = user[kind];
      if (used === undefined || used === 'default' || (known && Object.hasOwn(known, used))) continue;
      const names = ['default', ...Object.keys(known ?? {})].join(', ');
      problems.add({
        rule: `users/unknown-${kind}`,
        prop: `users.${name}.${kind}`,
        must: `be one of ${names}`,
        got: used,
        fix: `declare it in ${kind}s, or use 'default'.`,
      });
    }
  }
}

function checkSecretNames(
  problems: Problems,
  cluster: string,
  users: readonly (readonly [string, UserOptions])[],
): void {
  const owners = new Map([[`${cluster}-${administrator}`, administrator]]);
  for (const [name, { password }] of users) {
    const secret = secretOf(cluster, name, password).name;
    const owner = owners.get(secret);
    if (password === undefined && (owner !== undefined || !isDnsSubdomain(secret))) {
      problems.add({
        rule: 'users/secret-name',
        prop: `users.${name}`,
        must:
          owner === undefined ? 'make a valid name of a Secret' : `have a Secret of its own; '${owner}' has the same`,
        got: secret,
        fix: "rename the user, or give password: { name: 'another-secret' }.",
      });
    }
    owners.set(secret, name);
  }
}
