import { commonScript } from './common';

/**
 * Restores with SQL. A statement takes hours, so it runs in the server, and its state is asked for.
 *
 * RESTORE gives each table a new UUID, which is a part of the usual path in Keeper: two replicas that restore by
 * themselves would never meet. So the first replica of a shard restores the structure, and the others create what it has.
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Backups/RestorerFromBackup.cpp
 */
export const nativeScript = `${commonScript}${String.raw`
trap 'rm -rf "$work"' EXIT
trap 'fail 14 "ended from outside; what the servers restore, they go on with"' TERM INT

# Which backup: the newest that all shards have, or the one that was asked for. Files backups-N.sql name those of shard N.
choose_backup() {
  number=0
  for shard in $SHARDS; do
    query "$(first_of "$shard")" "backups-$number.sql" >"$work/backups.$number"
    number=$((number + 1))
  done
  if [ "$BACKUP" = latest ]; then cp "$work/backups.0" "$work/candidates"; else echo "$BACKUP" >"$work/candidates"; fi
  name=''
  while read -r candidate; do
    missing=''
    number=0
    for shard in $SHARDS; do
      grep -qxF "$candidate" "$work/backups.$number" || missing="$missing $(first_of "$shard")"
      number=$((number + 1))
    done
    if [ -z "$missing" ]; then name=$candidate && break; fi
    say "$candidate is left out: not complete at$missing"
  done <"$work/candidates"
  [ -n "$name" ] || fail 11 "no backup: there is no complete one named $BACKUP for all shards"
  say "restores backup $name"
}

# restore HOST WHAT NUMBER: begins to restore the structure or the data of a shard.
begin() {
  sed "s/@NAME@/$name/g; s/@ID@/$JOB-$2-$3/g" "$SCRIPTS/$2-$3.sql" | sql "$1" >"$work/error" 2>&1 ||
    fail 13 "$1 refuses to restore the $2 of $name: $(cat "$work/error")"
}

# finish HOST WHAT NUMBER: waits for the end of what was begun there.
finish() {
  while :; do
    state=$(query "$1" state.sql "param_id=$JOB-$2-$3")
    case $state in
      RESTORED*) break ;;
      RESTORING*) pause "the $2 of $name is not restored yet at $1, which goes on" ;;
      '') fail 13 "$1 has forgotten that it restores the $2 of $name: it was restarted in the middle" ;;
      *) fail 13 "$1 could not restore the $2 of $name: $state" ;;
    esac
  done
}

# copy_schema FROM TO: creates what the other one has. What depends on something else is tried again after it.
copy_schema() {
  { query "$1" databases.sql && query "$1" definitions.sql; } >"$work/pending"
  before=''
  while [ -s "$work/pending" ]; do
    left=$(wc -l <"$work/pending")
    [ "$left" != "$before" ] || fail 13 "$2: $(head -n 1 "$work/pending"): $(cat "$work/error")"
    before=$left
    : >"$work/again"
    while read -r statement; do
      printf '%s\n' "$statement" | sql "$2" >"$work/error" 2>&1 || printf '%s\n' "$statement" >>"$work/again"
    done <"$work/pending"
    mv "$work/again" "$work/pending"
  done
}

restore_shards() {
  number=0
  for shard in $SHARDS; do
    begin "$(first_of "$shard")" structure "$number"
    finish "$(first_of "$shard")" structure "$number"
    say "$(first_of "$shard") has the schema"
    for host in $(hosts_of "${'$'}{shard#*,}"); do
      [ "$host" != "$shard" ] || continue # a single replica
      copy_schema "$(first_of "$shard")" "$host"
      say "$host has the schema"
    done
    number=$((number + 1))
  done
  number=0
  for shard in $SHARDS; do
    begin "$(first_of "$shard")" data "$number"
    number=$((number + 1))
  done
  number=0
  for shard in $SHARDS; do
    finish "$(first_of "$shard")" data "$number"
    say "$(first_of "$shard") has the data"
    number=$((number + 1))
  done
}

wait_for_hosts
check_marks
check_empty
choose_backup
restore_shards
sync_replicas
print_counts
write_marks
say "done: $name"
`}`;
