import { isoOf } from './dates';
import type { ResolvedSqlUsers, SqlPassword } from './options';
import { passwordsOf, renderSql } from './sql';
import { hashVariable } from './variables';

/**
 * The program of the Job. For each server it waits until it may log in, and sends the same statements. Run again, it
 * changes nothing more. It goes on when a server does not answer, and ends with an error then.
 *
 * Hashes come from the environment, are checked to be hashes, and go to the client on its standard input: neither other
 * processes nor logs see them. What the client complains about repeats the statement, so they are taken out of that.
 */
export function renderScript(users: ResolvedSqlUsers): string {
  const { name, hosts, port, authority } = users.cluster;
  const passwords = passwordsOf(users);
  const statements = renderSql(users, (index) => `\${${hashVariable(index)}}`);
  const connection = `--port ${port}${authority ? ` --secure --config-file ${clientConfiguration}` : ''}`;
  return `#!/bin/sh
# Makes the users that live in the databases of cluster ${name}, on every server.
# CLICKHOUSE_USER and CLICKHOUSE_PASSWORD are those of the administrator.
set -eu

wrong() {
  echo "$1" >&2
  exit 1
}

# is_hash USER SECRET HASH: what is no SHA-256 would lock the user out.
is_hash() {
  case $3 in *[!0-9a-fA-F]*) set -- "$1" "$2" '' ;; esac
  [ "\${#3}" -eq 64 ] || wrong "User '$1': Secret $2 holds no SHA-256 in hexadecimal. Nothing was changed."
}

# is_ahead USER SECONDS TIME
is_ahead() {
  [ "$(date -u +%s)" -lt "$2" ] ||
    wrong "User '$1': validUntil is over ($3). Nothing was changed. Move it, or list the user in absent."
}

# ask HOST: sends the statements on standard input. What is said about them must not repeat hashes.
ask() {
  answer=$(clickhouse-client --host "$1" ${connection} \\
    --connect_timeout 10 --receive_timeout 60 --multiquery 2>&1) && return
  answer=$(printf '%s\\n' "$answer" | sed 's/[0-9a-fA-F]\\{64\\}/[HIDDEN]/g')
  return 1
}

# Servers know this pod by its name in DNS, which they look up every 15 seconds.
wait_for() {
  attempt=1
  until ask "$1" <<END; do
SELECT 1
END
    [ "$attempt" -lt 24 ] || return 1
    attempt=$((attempt + 1))
    sleep 5
  done
}

apply() {
  ask "$1" <<END
${statements.map((statement) => `${inHereDocument(statement)};`).join('\n')}
END
}

${[...new Set([...dateChecks(users), ...passwords.map(hashCheck)])].join('\n')}

failed=''
for host in \\
${hosts.map((host) => `  ${host}`).join(' \\\n')}; do
  if wait_for "$host" && apply "$host"; then
    echo "$host: done"
  else
    echo "$host: $answer" >&2
    failed="$failed $host"
  fi
done
[ -z "$failed" ] || wrong "These servers may have other users than the rest:$failed. What was sent can be sent again."
`;
}

/** File with the configuration of the client. */
const clientConfiguration = '/scripts/client.xml';

/** Where the certificate of the authority is mounted. */
export const authorityDirectory = '/authority';

/** The client believes servers by the authority of the cluster alone. */
export function renderClientConfiguration({ key }: { readonly key: string }): string {
  return `<config>
  <openSSL>
    <client>
      <caConfig>${authorityDirectory}/${key}</caConfig>
      <loadDefaultCAFile>false</loadDefaultCAFile>
      <verificationMode>strict</verificationMode>
      <invalidCertificateHandler><name>RejectCertificateHandler</name></invalidCertificateHandler>
    </client>
  </openSSL>
</config>
`;
}

/** A password before the current one may be over; nobody has to clean up the program that day. */
function dateChecks({ users }: ResolvedSqlUsers): readonly string[] {
  return users.flatMap(({ name, passwords: [{ validUntil } = {} as SqlPassword] }) =>
    validUntil === undefined ? [] : [`is_ahead ${name} ${validUntil} ${isoOf(validUntil)}`],
  );
}

function hashCheck({ user, secret }: { readonly user: string; readonly secret: string }, index: number): string {
  return `is_hash ${user} ${secret} "$${hashVariable(index)}"`;
}

/** A statement as it stands in a here-document, where only the hashes are variables. */
function inHereDocument(statement: string): string {
  return statement.replaceAll(/[\\`]|\$(?!\{HASH_\d+\})/g, '\\$&');
}
