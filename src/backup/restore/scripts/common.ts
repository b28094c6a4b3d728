/**
 * What the scripts of restores share, for the `sh` and `curl` of the image of clickhouse-backup. curl asks clickhouse-backup,
 * ClickHouse through its HTTP interface and, for drills, the API server. There is no `jq`: answers are lines of JSON, in
 * which values are looked for by name. Statements lie in files beside the script, to be read and run by hand, too.
 *
 * Passwords reach curl through a file: a command line can be seen by all processes.
 */
export const commonScript = String.raw`#!/bin/sh
set -eu
umask 077
export LC_ALL=C

# What: JOB, BACKUP (latest, or the time in its name), INSTALLATION, whose backup it is. Where to: REPLICAS, a line for each shard.
# How: SCHEME; CA, a file, or nothing; SQL_PORT; SQL_USER, SQL_PASSWORD. How long: PATIENCE, in seconds; POLL, between questions.
work=$(mktemp -d)
deadline=$(($(date +%s) + PATIENCE))

say() { echo "$JOB: $*"; }

# fail CODE WORDS
fail() {
  code=$1
  shift
  echo "$JOB: $*" >&2
  exit "$code"
}

# Waits a moment, while there is time. WORDS say what for.
pause() {
  [ "$(date +%s)" -lt "$deadline" ] || fail 14 "gave up after $PATIENCE s: $*"
  sleep "$\{POLL:-10}"
}

quoted() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }

printf 'header = "X-ClickHouse-User: %s"\nheader = "X-ClickHouse-Key: %s"\n' \
  "$(quoted "$SQL_USER")" "$(quoted "$SQL_PASSWORD")" >"$work/login-sql"

# Lines such as: 0 HOST HOST
number=0
echo "$REPLICAS" | while read -r hosts; do
  echo "$number $hosts"
  number=$((number + 1))
done >"$work/shards"
all_hosts=$(echo "$REPLICAS" | tr '\n' ' ')

# sql HOST [PARAMETERS]: runs the statement that it reads, and prints rows, tab-separated, or the complaint.
sql() {
  curl --silent --show-error --fail-with-body --config "$work/login-sql" $\{CA:+--cacert "$CA"} --connect-timeout 5 \
    --max-time "$PATIENCE" --data-binary @- "$SCHEME://$1:$SQL_PORT/?wait_end_of_query=1$\{2:+&$2}"
}

# query HOST FILE [PARAMETERS]: the same for a file. A complaint ends everything.
query() {
  sql "$1" "$\{3:-}" <"$SCRIPTS/$2" >"$work/rows" 2>"$work/error" || fail 13 "$1: $2: $(cat "$work/rows" "$work/error")"
  cat "$work/rows"
}

wait_for_servers() {
  for host in $all_hosts; do
    until echo 'SELECT 1' | sql "$host" >"$work/error" 2>&1; do pause "$host does not answer: $(cat "$work/error")"; done
  done
}

# A run that has ended well leaves a mark in the database, which lives and dies with the data.
check_marks() {
  for host in $all_hosts; do
    query "$host" mark-table.sql >"$work/none"
    mark=$(query "$host" mark.sql "param_job=$JOB")
    [ -z "$mark" ] || { say "nothing to do: $host says that the backup of $mark has been restored" && exit 0; }
  done
}

# A restore drops the tables that it brings. So there may be none.
check_empty() {
  for host in $all_hosts; do
    found=$(query "$host" tables.sql)
    [ -z "$found" ] || fail 10 "refused, nothing was changed: $host is not empty, it has $(echo "$found" | head -n 1)"
  done
}

# choose_backup: which one, as the time in its name: the newest that all shards have, or the one that was asked for. Lists lie in
# files backups.NUMBER, one name a line.
choose_backup() {
  if [ "$BACKUP" = latest ]; then
    sed -n "s/^$INSTALLATION-shard[0-9]*-[a-z]*-\([0-9]\{14\}\).*/\1/p" "$work"/backups.* | sort -ru >"$work/times"
  else
    echo "$BACKUP" >"$work/times"
  fi
  chosen=''
  while read -r time; do
    missing=''
    while read -r number _; do
      # SQL writes each try of a backup under a name of its own, which goes on with another time.
      grep -x "$INSTALLATION-shard$number-[a-z]*-$time\(-[0-9]*\)\{0,1\}" "$work/backups.$number" | sort | tail -n 1 >"$work/name.$number"
      [ -s "$work/name.$number" ] || missing="$missing $number"
    done <"$work/shards"
    [ -n "$missing" ] || { chosen=$time && break; }
    say "there is no complete backup of $time of shard:$missing"
  done <"$work/times"
  [ -n "$chosen" ] || fail 11 "found no backup of $INSTALLATION that is complete for all shards: $BACKUP"
  say "restores the backup of $chosen"
}

# Replicas fetch from each other; then all of a shard have the same rows.
sync_replicas() {
  while read -r _ _ others; do
    for host in $others; do
      query "$host" replicated.sql >"$work/statements"
      while read -r statement; do
        until printf '%s' "$statement" | sql "$host" "receive_timeout=$PATIENCE" >"$work/error" 2>&1; do
          pause "$host: $statement: $(cat "$work/error")"
        done
      done <"$work/statements"
    done
  done <"$work/shards"
}

# Prints rows of all tables, shard by shard, and compares the replicas.
print_counts() {
  while read -r number first others; do
    query "$first" counts.sql >"$work/counts.$number"
    while read -r table rows; do say "shard $number: $table has $rows rows"; done <"$work/counts.$number"
    query "$first" replicated-counts.sql >"$work/leading"
    for host in $others; do
      query "$host" replicated-counts.sql >"$work/other"
      cmp -s "$work/other" "$work/leading" || fail 16 "replicas of shard $number differ: $host has $(tr '\t\n' ' ;' <"$work/other")"
    done
  done <"$work/shards"
}

write_marks() {
  for host in $all_hosts; do query "$host" mark-insert.sql "param_job=$JOB&param_backup=$chosen"; done
}
`.replaceAll('$\\{', '${');
