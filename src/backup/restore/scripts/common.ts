/**
 * What the scripts of restores share. They run in the image of clickhouse-backup, which has `sh` and `curl`: curl asks
 * clickhouse-backup, ClickHouse (its HTTP interface) and, for drills, the API server. There is no `jq`: answers are lines of JSON
 * whose values are looked for by name.
 *
 * Passwords reach curl through a file, never through a command line.
 */
export const commonScript = String.raw`#!/bin/sh
set -eu
umask 077
export LC_ALL=C

work=$(mktemp -d)
deadline=$(($(date +%s) + PATIENCE))

say() { echo "$JOB: $*"; }

# fail CODE WORDS: what the codes mean is told in docs/restore.md.
fail() {
  code=$1
  shift
  echo "$JOB: $*" >&2
  exit "$code"
}

# Waits a moment, while there is time. WORDS say what for.
pause() {
  [ "$(date +%s)" -lt "$deadline" ] || fail 14 "gave up after $PATIENCE s: $*"
  sleep "$PAUSE"
}

quoted() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }

printf 'header = "X-ClickHouse-User: %s"\nheader = "X-ClickHouse-Key: %s"\n' \
  "$(quoted "$SQL_USER")" "$(quoted "$SQL_PASSWORD")" >"$work/sql"
printf 'user = "%s:%s"\n' "$(quoted "${'$'}{API_USERNAME:-}")" "$(quoted "${'$'}{API_PASSWORD:-}")" >"$work/api"

# sql HOST [PARAMETERS]: runs what it reads, and prints rows, tab-separated. A statement that fails prints the complaint.
sql() {
  curl -sS --fail-with-body --config "$work/sql" ${'$'}{SQL_CA:+--cacert "$SQL_CA"} --connect-timeout 10 --max-time "$PATIENCE" \
    --data-binary @- "$SQL_SCHEME://$1:$SQL_PORT/?wait_end_of_query=1${'$'}{2:+&$2}"
}

# query HOST FILE [PARAMETERS]: the same for a file, and ends everything when it fails.
query() {
  sql "$1" "${'$'}{3:-}" <"$SCRIPTS/$2" >"$work/rows" 2>"$work/error" || fail 13 "$1: $2: $(cat "$work/rows" "$work/error")"
  cat "$work/rows"
}

# Hosts of a shard, which are written as HOST,HOST.
hosts_of() { echo "$1" | tr , ' '; }
first_of() { echo "${'$'}{1%%,*}"; }

ready() { echo 'SELECT 1' | sql "$1" >"$work/error" 2>&1; }

wait_for_hosts() {
  for host in $(hosts_of "$SHARDS"); do
    until ready "$host"; do pause "$host does not answer: $(cat "$work/error")"; done
  done
}

# A finished run leaves a mark in the database, which lives and dies with the data.
check_marks() {
  for host in $(hosts_of "$SHARDS"); do
    query "$host" mark-table.sql >/dev/null
    mark=$(query "$host" mark.sql "param_job=$JOB")
    if [ -n "$mark" ]; then
      say "nothing to do: $mark has been restored already, says $host"
      exit 0
    fi
  done
}

# clickhouse-backup drops tables that it restores, also without --rm. So there may be none.
check_empty() {
  for host in $(hosts_of "$SHARDS"); do
    found=$(query "$host" tables.sql)
    [ -z "$found" ] || fail 10 "refused: $host is not empty, it has $(echo "$found" | wc -l | tr -d ' ') tables, such as $(echo "$found" | head -n 1)"
  done
}

# Replicas fetch from each other. Then all of a shard have the same rows.
sync_replicas() {
  for shard in $SHARDS; do
    for host in $(hosts_of "${'$'}{shard#*,}"); do
      [ "$host" != "$shard" ] || continue # a single replica
      query "$host" replicated.sql >"$work/statements"
      while read -r statement; do
        until echo "$statement" | sql "$host" receive_timeout="$PATIENCE" >"$work/error" 2>&1; do
          pause "$host: $statement: $(cat "$work/error")"
        done
      done <"$work/statements"
    done
  done
}

# Prints rows of all tables, shard by shard, and compares the replicas.
print_counts() {
  number=0
  for shard in $SHARDS; do
    query "$(first_of "$shard")" counts.sql >"$work/counts.$number"
    while read -r table rows _; do say "shard $number: $table has $rows rows"; done <"$work/counts.$number"
    for host in $(hosts_of "$shard"); do
      query "$host" replicated-counts.sql >"$work/other"
      [ "$host" != "$(first_of "$shard")" ] || cp "$work/other" "$work/leading"
      cmp -s "$work/other" "$work/leading" || fail 16 "replicas of shard $number differ: $host has $(tr '\t\n' ' ;' <"$work/other")"
    done
    number=$((number + 1))
  done
}

write_marks() {
  for host in $(hosts_of "$SHARDS"); do query "$host" mark-insert.sql "param_job=$JOB&param_backup=$name"; done
}
`;
