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
# api METHOD HOST PATH: lines of JSON, or of a complaint.
api() {
  curl -sS --fail-with-body --config "$work/api" --connect-timeout 10 --max-time 600 --request "$1" \
    "http://$2:7171/backup/$3" 2>&1
}

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

wait_for_sidecars() {
  for host in $(hosts_of "$SHARDS"); do
    until api GET "$host" version >"$work/error"; do
      pause "clickhouse-backup of $host does not answer: $(cat "$work/error")"
    done
  done
}

# Names of the complete backups of a host, newest first.
backups() {
  api GET "$1" list/remote >"$work/list" || fail 15 "$1 cannot list its backups: $(cat "$work/list")"
  grep -v '"desc":"broken' "$work/list" |
    sed -n 's/.*"name":"\([^"]*\)","created":"\([^"]*\)".*/\2 \1/p' | sort -r | sed 's/^.* //'
}

# Which backup: the newest that all shards have, or the one that was asked for.
choose_backup() {
  backups "$(first_of "$SHARDS")" >"$work/candidates"
  if [ "$BACKUP" != latest ]; then echo "$BACKUP" >"$work/candidates"; fi
  for shard in $SHARDS; do
    backups "$(first_of "$shard")" >"$work/backups.$(first_of "$shard")"
  done
  name=''
  while read -r candidate; do
    missing=''
    for shard in $SHARDS; do
      grep -qxF "$candidate" "$work/backups.$(first_of "$shard")" || missing="$missing $(first_of "$shard")"
    done
    if [ -z "$missing" ]; then name=$candidate && break; fi
    say "$candidate is left out: not complete at$missing"
  done <"$work/candidates"
  [ -n "$name" ] || fail 11 "no backup: there is no complete one named $BACKUP for all shards"
  say "restores backup $name"
}

# forget HOST: deletes a local copy of the backup.
forget() {
  if api GET "$1" list/local | grep -qF "\"name\":\"$name\""; then
    until answer=$(api POST "$1" "delete/local/$name"); do
      case $answer in
        *'another operation'*) pause "another operation runs at $1" ;;
        *) fail 13 "$1 cannot delete its local copy of $name: $answer" ;;
      esac
    done
  fi
}

# begin HOST WHAT: begins to restore schema or data, and writes down the id of the operation.
begin() {
  forget "$1"
  until answer=$(api POST "$1" "restore_remote/$name?$2$TABLES"); do
    case $answer in
      *'another operation'*) pause "another operation runs at $1" ;;
      *) fail 13 "$1 refuses to restore the $2 of $name: $answer" ;;
    esac
  done
  echo "$answer" | field operation_id >"$work/operation.$1"
}

# finish HOST WHAT: waits for the end of what was begun there.
finish() {
  while :; do
    answer=$(api GET "$1" "status?operationid=$(cat "$work/operation.$1")") || answer='in progress' # its container starts
    case $answer in
      *'"status":"success"'*) break ;;
      *'in progress'*) pause "the $2 of $name is not restored yet at $1; clickhouse-backup goes on there" ;;
      '') fail 13 "$1 has forgotten that it restores the $2 of $name: clickhouse-backup was restarted in the middle" ;;
      *) fail 13 "$1 could not restore the $2 of $name: $(echo "$answer" | sed 's/.*"error":"//; s/","operation_id.*//')" ;;
    esac
  done
  forget "$1"
}

restore_shards() {
  for host in $(hosts_of "$SHARDS"); do
    begin "$host" schema
    finish "$host" schema
    say "$host has the schema"
  done
  for shard in $SHARDS; do begin "$(first_of "$shard")" data; done
  for shard in $SHARDS; do
    finish "$(first_of "$shard")" data
    say "$(first_of "$shard") has the data"
  done
}
`;

/** Restores with clickhouse-backup. */
export const sidecarScript = `${commonScript}${sidecarFunctions}
trap 'rm -rf "$work"' EXIT
trap 'fail 14 "ended from outside; what clickhouse-backup does, it goes on with"' TERM INT

wait_for_hosts
wait_for_sidecars
check_marks
check_empty
choose_backup
restore_shards
sync_replicas
print_counts
write_marks
say "done: $name"
`;
