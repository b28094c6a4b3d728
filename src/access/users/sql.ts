import { isoOf } from './dates';
import type { ResolvedSqlUser, ResolvedSqlUsers } from './options';

/** All passwords of all users, in the order of their variables. */
export function passwordsOf({ users }: Pick<ResolvedSqlUsers, 'users'>) {
  return users.flatMap(({ name, passwords }) => passwords.map((password) => ({ user: name, ...password })));
}

/**
 * Statements that make users what they shall be, whatever they were. Nobody can log in before the rights are right.
 * @param hashOf text for the hash of a password, by its place among all
 */
export function renderSql(
  { users, absent }: Pick<ResolvedSqlUsers, 'users' | 'absent'>,
  hashOf: (index: number) => string,
): readonly string[] {
  let first = 0;
  const made = users.flatMap((user) => {
    const hashes = user.passwords.map((_, index) => hashOf(first + index));
    first += hashes.length;
    return renderUser(user, hashes);
  });
  return [...made, ...absent.map((name) => `DROP USER IF EXISTS ${identifier(name)}`)];
}

function renderUser(
  { name, networks, grants, roles, profile, passwords }: ResolvedSqlUser,
  hashes: readonly string[],
): readonly string[] {
  const user = identifier(name);
  const identified = passwords.map(({ validUntil }, index) => {
    const until = validUntil === undefined ? '' : ` VALID UNTIL ${literal(dateTime(validUntil))}`;
    return `sha256_hash BY '${hashes[index]}'${until}`;
  });
  return [
    `CREATE USER IF NOT EXISTS ${user} IDENTIFIED WITH ${identified[0]} HOST NONE`,
    // One statement takes away what is not listed: there is no moment without rights.
    `GRANT ${grants.length > 0 ? grants.join(', ') : 'USAGE ON *.*'} TO ${user} WITH REPLACE OPTION`,
    roles.length > 0
      ? `GRANT ${roles.map(identifier).join(', ')} TO ${user} WITH REPLACE OPTION`
      : `REVOKE ALL FROM ${user}`,
    // VALID UNTIL belongs to a password, so that it stands before HOST.
    `ALTER USER ${user} IDENTIFIED WITH ${identified.join(', ')} HOST IP ${networks.map(literal).join(', ')} SETTINGS PROFILE ${literal(profile)}`,
  ];
}

/** The zone is written out: without it, that of the server counts. */
function dateTime(seconds: number): string {
  return isoOf(seconds).replace('T', ' ').replace('Z', ' UTC');
}

/** A name in double quotes. */
function identifier(name: string): string {
  return `"${name.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** A text in single quotes. */
function literal(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
