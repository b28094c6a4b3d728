import { parseImage } from '../../altinity/images';
import { usualPorts } from '../../altinity/usual-ports';
import type { ClickHouseCluster } from '../../clickhouse/clickhouse-cluster';
import { administrator } from '../../clickhouse/resolve-users';
import type { SecretKey } from '../../clickhouse/user-options';
import type { ResolvedEnvironment } from '../../environment/options';
import { imageIn } from '../../environment/pods';
import { isUnknown } from '../../kubernetes/late';
import { isDnsSubdomain } from '../../kubernetes/names';
import { checkOwnName } from '../../kubernetes/own-name';
import { Problems } from '../../kubernetes/prop-error';
import { inside } from '../../kubernetes/shape';
import { secondsOf } from './dates';
import type { ResolvedSqlUser, ResolvedSqlUsers, SqlPassword, SqlUserOptions, SqlUsersProps } from './options';
import { sqlUsersProps } from './shapes';

/**
 * Applies defaults.
 * @throws PropError naming every wrong prop
 */
export function resolveSqlUsers(
  path: string,
  id: string,
  environment: ResolvedEnvironment,
  props: SqlUsersProps,
): ResolvedSqlUsers {
  const problems = new Problems('SqlUsers', path);
  const given = problems.check(sqlUsersProps, props);
  const name = given.name ?? id;
  checkOwnName(problems, id, given.name, { longest: 40, example: 'users' });
  const { cluster, absent = [] } = given;
  const users = Object.entries(given.users ?? {});
  if (!cluster || problems.has('cluster')) throw failed(problems);
  checkPlace(problems, environment.namespace, cluster);
  if (!problems.has('users')) checkUsers(problems, cluster, users, absent);
  problems.throwIfAny();
  return {
    name,
    users: users.map(([user, options]) => resolveUser(cluster.name, user, options)),
    absent,
    ...(given.revision !== undefined && { revision: given.revision }),
    cluster: targetOf(environment, cluster),
  };
}

/** There is always a problem when there is no cluster. */
function failed(problems: Problems): unknown {
  problems.throwIfAny();
  return new Error('a cluster is missing without a problem');
}

function targetOf(environment: ResolvedEnvironment, cluster: ClickHouseCluster): ResolvedSqlUsers['cluster'] {
  const { resolved, name, hosts, certificateAuthority: authority, clientLabels } = cluster;
  const { tcp, tcpSecure } = hosts[0]?.ports ?? {};
  return {
    name,
    image: imageIn(environment, resolved.image),
    admin: resolved.users[administrator]?.password as Required<SecretKey>,
    hosts: hosts.map(({ fqdn }) => fqdn),
    port: authority ? (tcpSecure ?? usualPorts.tcpSecure) : (tcp ?? usualPorts.tcp),
    ...(authority && { authority }),
    clientLabels,
  };
}

function resolveUser(cluster: string, name: string, options: SqlUserOptions): ResolvedSqlUser {
  const secret = secretOf(cluster, name, options.password);
  const { previousPassword: previous, validUntil } = options;
  return {
    name,
    networks: options.networks,
    grants: (options.grants ?? []).map((grant) => grant.trim().replace(/^GRANT\s+/i, '')),
    roles: options.roles ?? [],
    profile: options.profile ?? 'default',
    passwords: [
      passwordOf(secret.name, secret.hashKey, validUntil),
      ...(previous ? [passwordOf(previous.name, previous.hashKey ?? 'password_sha256_hex', previous.validUntil)] : []),
    ],
    secret,
  };
}

function passwordOf(secret: string, hashKey: string, validUntil: string | undefined): SqlPassword {
  const seconds = secondsOf(validUntil);
  return { secret, hashKey, ...(seconds !== undefined && { validUntil: seconds }) };
}

function secretOf(cluster: string, user: string, given: SecretKey | undefined): Required<SecretKey> {
  return {
    name: given?.name ?? `${cluster}-${user.replaceAll('_', '-')}`,
    hashKey: given?.hashKey ?? 'password_sha256_hex',
    passwordKey: given?.passwordKey ?? 'password',
  };
}

function checkPlace(problems: Problems, namespace: string, cluster: ClickHouseCluster): void {
  if (cluster.namespace === namespace) return;
  problems.add({
    rule: 'credentials/namespace',
    prop: 'cluster',
    must: `stand in the same environment (namespace '${namespace}'), where the Job reads its Secrets`,
    got: `${cluster.namespace}/${cluster.name}`,
    fix: 'create the SqlUsers in the environment of the cluster.',
  });
}

function checkUsers(
  problems: Problems,
  cluster: ClickHouseCluster,
  users: readonly (readonly [string, SqlUserOptions])[],
  absent: readonly string[],
): void {
  // What the operator adds, and what the cluster has, stands in the configuration; SQL cannot change it.
  const configured = ['default', 'clickhouse_operator', ...Object.keys(cluster.current.users)];
  const profiles = ['default', ...Object.keys(cluster.resolved.profiles)];
  for (const [name, { profile, password, previousPassword }] of users) {
    const prop = inside('users', name);
    if (configured.includes(name)) problems.add({ prop, ...taken(name) });
    if (profile !== undefined && !profiles.includes(profile))
      problems.add({
        rule: 'users/unknown-profile',
        prop: `${prop}.profile`,
        must: `be one of ${profiles.join(', ')}`,
        got: profile,
        fix: "declare it in profiles of the cluster, or use 'default'.",
      });
    const secret = secretOf(cluster.name, name, password).name;
    if (isUnknown(secret, `${prop}.password.name`, problems, { decides: 'what the Job does, and its name' })) continue;
    const owner = Object.entries(cluster.current.users).find(([, user]) => user.password.name === secret)?.[0];
    if (!isDnsSubdomain(secret) || (owner !== undefined && owner !== name))
      problems.add({
        rule: 'users/secret-name',
        prop,
        must:
          owner === undefined ? 'make a valid name of a Secret' : `have a Secret of its own; '${owner}' has the same`,
        got: secret,
        fix: "give password: { name: 'another-secret' }.",
      });
    const tag = parseImage(cluster.resolved.image)?.tag;
    if (previousPassword && !knowsTwoPasswords(tag))
      problems.add({
        rule: 'sql-users/previous-password',
        prop: `${prop}.previousPassword`,
        must: 'be left out before ClickHouse 24.10, where a user has one password',
        got: cluster.resolved.image,
        fix: 'update the cluster first, or make a second user for the time of the change.',
      });
    if (previousPassword?.name === secret)
      problems.add({
        rule: 'sql-users/previous-password',
        prop: `${prop}.previousPassword.name`,
        must: 'be another Secret than that of the password',
        got: secret,
        fix: "give password: { name: 'my-new-secret' }, and keep the old one here.",
      });
  }
  for (const [index, name] of absent.entries()) {
    const prop = `absent[${index}]`;
    if (configured.includes(name)) problems.add({ prop, ...taken(name) });
    if (users.some(([user]) => user === name))
      problems.add({
        rule: 'sql-users/absent',
        prop,
        must: 'not be one of users',
        got: name,
        fix: 'remove it from one of the two.',
      });
  }
}

/** @see https://github.com/ClickHouse/ClickHouse/pull/70090 */
function knowsTwoPasswords(tag = ''): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(tag) ?? [];
  return major === undefined || Number(major) * 100 + Number(minor) >= 2410;
}

function taken(name: string) {
  return {
    rule: 'sql-users/configured',
    must: 'not be a user of the configuration, which SQL cannot change',
    got: name,
    fix: 'choose another name, or change the user where the cluster lists it.',
  };
}
