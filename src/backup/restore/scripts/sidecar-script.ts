import { commonScript } from './common';

/**
 * What a restore asks of clickhouse-backup. Traps upstream, all read in its source of 2.8.0:
 * - a restore of the schema drops what it restores, with or without `rm`; with `rm` it drops the whole database, also tables
 *   that the backup does not have. So this never says `rm`, and refuses before that (`check_empty`);
 * - `restore_remote` takes a local backup of that name for complete, also one that holds the schema alone. So local ones are
 *   deleted before each step;
 * - whoever restarts the container in the middle loses the operation: its id is then answered with nothing.
 *
 * The order of a sharded cluster is schema on all replicas, then data on the first of each shard, which the others fetch.
 * @see https://github.com/Altinity/clickhouse-backup/blob/v2.8.0/pkg/backup/restore.go
 * @see https://github.com/Altinity/clickhouse-backup/blob/v2.8.0/Examples.md#how-to-back-up--restore-a-sharded-cluster
 */
export const sidecarFunctions = String.raw`
# And: API_USERNAME, API_PASSWORD; TABLES, a part of a query, or nothing.
printf 'user = "%s:%s"\n' "$(quoted "$API_USERNAME")" "$(quoted "$API_PASSWORD")" >"$work/login-api"

# api METHOD HOST PATH: lines of JSON, or the complaint.
api() {
  curl --silent --show-error --fail-with-body --config "$work/login-api" $\{CA:+--cacert "$CA"} --connect-timeout 5 \
    --max-time 300 --request "$1" "$SCHEME://$2:7171/backup/$3" 2>&1
}

wait_for_sidecars() {
  for host in $all_hosts; do
    until api GET "$host" version >"$work/error"; do
      pause "clickhouse-backup of $host does not answer: $(cat "$work/error")"
    done
  done
}

# The complete backups of each shard.
list_backups() {
  while read -r number first _; do
    api GET "$first" list/remote >"$work/list" || fail 15 "$first cannot list its backups: $(cat "$work/list")"
    sed -n '/"desc":"broken/d; s/.*"name":"\([^"]*\)".*/\1/p' "$work/list" >"$work/backups.$number"
  done <"$work/shards"
}

# demand HOST WORDS PATH: a POST. While another operation runs there, it waits.
demand() {
  until answer=$(api POST "$1" "$3"); do
    case $answer in
      *'another operation'*) pause "another operation runs at $1, which has to $2" ;;
      *) fail 13 "$1 does not $2: $answer" ;;
    esac
  done
}

# forget HOST NAME: deletes a local copy.
forget() {
  api GET "$1" list/local >"$work/list" || fail 15 "$1 cannot list its local copies: $(cat "$work/list")"
  if grep -qF "\"name\":\"$2\"" "$work/list"; then demand "$1" "delete its copy of $2" "delete/local/$2"; fi
}

# begin HOST WHAT NAME: begins to restore the schema or the data.
begin() {
  forget "$1" "$3"
  demand "$1" "restore the $2 of $3" "restore_remote/$3?$2$\{TABLES:-}"
  echo "$answer" | sed -n 's/.*"operation_id":"\([^"]*\)".*/\1/p' >"$work/operation.$1"
}

# finish HOST WHAT NAME: waits for the end of what was begun there.
finish() {
  while :; do
    answer=$(api GET "$1" "status?operationid=$(cat "$work/operation.$1")") || answer='in progress' # its container starts
    case $answer in
      *'"status":"success"'*) break ;;
      *'in progress'*) pause "$1 has not restored the $2 of $3 yet, and goes on with it" ;;
      '') fail 13 "$1 has forgotten that it restores the $2 of $3: clickhouse-backup was restarted in the middle" ;;
      *) fail 13 "$1 could not restore the $2 of $3: $(echo "$answer" | sed 's/.*"error":"//; s/","operation_id.*//')" ;;
    esac
  done
  forget "$1" "$3"
  say "$1 has the $2 of $3"
}

restore_shards() {
  while read -r number hosts; do
    for host in $hosts; do
      begin "$host" schema "$(cat "$work/name.$number")"
      finish "$host" schema "$(cat "$work/name.$number")"
    done
  done <"$work/shards"
  while read -r number first _; do begin "$first" data "$(cat "$work/name.$number")"; done <"$work/shards"
  while read -r number first _; do finish "$first" data "$(cat "$work/name.$number")"; done <"$work/shards"
}
`.replaceAll('$\\{', '${');

/** Restores with clickhouse-backup. */
export const sidecarScript = `${commonScript}${sidecarFunctions}
trap 'rm -rf "$work"' EXIT
trap 'fail 14 "ended from outside; clickhouse-backup goes on with what it does"' TERM INT

wait_for_servers
wait_for_sidecars
check_marks
check_empty
list_backups
choose_backup
restore_shards
sync_replicas
print_counts
write_marks
say 'done'
`;
