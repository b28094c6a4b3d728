import { commonScript } from './common';

/**
 * Restores with SQL. A statement takes hours, so it runs in the server, and its state is asked for.
 *
 * RESTORE gives each table a new UUID, which is a part of the usual path in Keeper: two replicas that restore by
 * themselves would never meet. So the first replica of a shard restores the structure, and the others create what it has.
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Backups/RestorerFromBackup.cpp
 */
export const nativeFunctions = String.raw`
# The complete backups of each shard.
list_backups() {
  while read -r number first _; do query "$first" "backups-$number.sql" >"$work/backups.$number"; done <"$work/shards"
}

# begin HOST WHAT NUMBER: begins to restore the structure or the data of a shard.
begin() {
  sed "s/@NAME@/$(cat "$work/name.$3")/; s/@ID@/$JOB-$2-$3/" "$SCRIPTS/$2-$3.sql" | sql "$1" >"$work/error" 2>&1 ||
    fail 13 "$1 does not restore the $2: $(cat "$work/error")"
}

# finish HOST WHAT NUMBER: waits for the end of what was begun there.
finish() {
  while :; do
    state=$(query "$1" state.sql "param_id=$JOB-$2-$3")
    case $state in
      RESTORED*) break ;;
      RESTORING*) pause "$1 has not restored the $2 yet, and goes on with it" ;;
      '') fail 13 "$1 has forgotten that it restores the $2: it was restarted in the middle" ;;
      *) fail 13 "$1 could not restore the $2: $state" ;;
    esac
  done
  say "$1 has the $2 of $(cat "$work/name.$3")"
}

# copy_structure FROM TO: creates what the other one has. What depends on something that comes later is tried again.
copy_structure() {
  query "$1" databases.sql >"$work/pending"
  query "$1" definitions.sql >>"$work/pending"
  while [ -s "$work/pending" ]; do
    : >"$work/again"
    while read -r statement; do
      printf '%s' "$statement" | sql "$2" >"$work/error" 2>&1 || printf '%s\n' "$statement" >>"$work/again"
    done <"$work/pending"
    ! cmp -s "$work/again" "$work/pending" || fail 13 "$2: $(head -n 1 "$work/pending"): $(cat "$work/error")"
    mv "$work/again" "$work/pending"
  done
  say "$2 has the structure of $1"
}

# A copy beside its source takes no messages from it.
check_consumers() {
  while read -r number first _; do
    [ -e "$SCRIPTS/consumers-$number.sql" ] || continue
    sed "s/@NAME@/$(cat "$work/name.$number")/g" "$SCRIPTS/consumers-$number.sql" | sql "$first" >"$work/rows" 2>"$work/error" ||
      fail 13 "$first: consumers-$number.sql: $(cat "$work/rows" "$work/error")"
    [ ! -s "$work/rows" ] || fail 18 "refused, nothing was changed: $(cat "$work/name.$number") has tables that would take messages \
from the source: $(tr '\n' ' ' <"$work/rows")"
  done <"$work/shards"
}

restore_shards() {
  check_consumers
  while read -r number first others; do
    begin "$first" structure "$number"
    finish "$first" structure "$number"
    for host in $others; do copy_structure "$first" "$host"; done
  done <"$work/shards"
  while read -r number first _; do begin "$first" data "$number"; done <"$work/shards"
  while read -r number first _; do finish "$first" data "$number"; done <"$work/shards"
}
`;

/** Restores with SQL. */
export const nativeScript = `${commonScript}${nativeFunctions}
trap 'rm -rf "$work"' EXIT
trap 'fail 14 "ended from outside; the servers go on with what they restore"' TERM INT

wait_for_servers
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
