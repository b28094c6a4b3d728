/**
 * The script of a job that backs up every shard of an installation. How it asks servers is left to an engine; what it does is
 * the same: the first replica of a shard that answers makes the backup, all shards at the same time.
 *
 * It remembers nothing, and may be started again at any time: a backup has the time of its Job in its name, so that a second
 * pod of the same Job finds what the first one has begun, or has done.
 *
 * Ends with 0 when every shard has its backup in the store, with 1 when one has not, with 2 when something it needs is not set.
 *
 * @param variables that the engine needs
 * @param functions of the engine: `state_on HOST` prints nothing, `in progress`, `success` or another state of the newest
 * operation of this Job; `plan_on HOST` prints `done NAME`, `increment BASE` or `full`; `start HOST PLAN` begins, and sets
 * `begun=yes`, or adds to `failures`; `complaint_on HOST` prints why the newest operation failed. They know `shard`, `stamp` and `oldest`.
 */
export function backupScript(variables: readonly string[], functions: string): string {
  return frame.replace('# VARIABLES', variables.join(' ')).replace('# ENGINE\n', functions).replaceAll('$\\{', '${');
}

const frame = String.raw`#!/bin/sh
set -eu

# What: INSTALLATION, KIND (full or increment). Where: REPLICAS, a line for each shard. How long: FULL_AGE, seconds after which
# an increment needs a new full backup; PATIENCE with a server that does not answer, and DEADLINE, in seconds.
for variable in INSTALLATION KIND REPLICAS FULL_AGE PATIENCE DEADLINE # VARIABLES; do
  eval "value=\$\{$variable:-}"
  [ -n "$value" ] || { echo "$variable is not set" >&2 && exit 2; }
done
trap 'exit 1' TERM INT

# The time of the Job: its name ends in the minute for which the CronJob made it. Another Job counts from now.
minute=$(printf '%s' "$\{JOB_NAME:-}" | sed -n 's/.*-\([0-9]\{8\}\)$/\1/p')
at=$(($\{minute:-0} * 60))
[ "$at" -gt 0 ] || at=$(date +%s)
stamp=$(date -u -d "@$at" +%Y%m%d%H%M%S)
oldest=$(date -u -d "@$((at - FULL_AGE))" +%Y%m%d%H%M%S)
end=$(($(date +%s) + DEADLINE))

say() { echo "shard $shard: $*"; }
pause() { sleep "$\{POLL:-10}"; }

# ENGINE
# The first replica that is on it already, else the first that answers.
choose() {
  alive=''
  for replica in "$@"; do
    state=$(state_on "$replica") || continue
    [ "$state" != 'in progress' ] || { echo "$replica" && return 0; }
    [ -n "$alive" ] || alive=$replica
  done
  echo "$alive"
}

# Backs up a shard: its number, and its replicas.
backup() {
  shard=$1 host='' silent=0 failures=0 begun=no
  shift
  while [ "$failures" -lt 3 ]; do
    now=$(date +%s)
    [ "$now" -lt "$end" ] || { say "did not end within $DEADLINE s; what runs goes on" >&2 && return 1; }
    if [ -z "$host" ]; then
      host=$(choose "$@")
      if [ -z "$host" ]; then
        [ "$silent" -gt 0 ] || { silent=$now && say "no replica answers: $*"; }
        [ $((now - silent)) -lt "$PATIENCE" ] || { say "no replica has answered for $PATIENCE s" >&2 && return 1; }
        pause && continue
      fi
      silent=0
    fi
    if ! state=$(state_on "$host") || ! plan=$(plan_on "$host"); then
      # It may only have been restarted, and goes on then.
      [ "$silent" -gt 0 ] || { silent=$now && say "$host does not answer"; }
      [ $((now - silent)) -lt "$PATIENCE" ] || { host='' silent=0 begun=no; }
      pause && continue
    fi
    silent=0
    case $begun,$state,$plan in
      *,'in progress',*) begun=yes ;;
      *,'done '*) say "$\{plan#done } is in the store" && return 0 ;;
      no,*) start "$host" "$plan" ;;
      yes,,*) say "$host has been restarted and forgot it" && failures=$((failures + 1)) begun=no ;;
      *) say "$host: $(complaint_on "$host")" && failures=$((failures + 1)) begun=no ;;
    esac
    pause
  done
  say 'has no backup: tried three times' >&2
  return 1
}

pids='' number=0
while read -r hosts; do
  # shellcheck disable=SC2086 # a list of names
  backup "$number" $hosts &
  pids="$pids $!" number=$((number + 1))
done <<END
$REPLICAS
END

failed='' number=0
for pid in $pids; do
  wait "$pid" || failed="$failed $number"
  number=$((number + 1))
done
[ -z "$failed" ] || { echo "no backup of shard:$failed" >&2 && exit 1; }
echo "all shards of $INSTALLATION are in the store"
`;
