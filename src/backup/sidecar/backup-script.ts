/**
 * Backs up every shard of an installation through the API of clickhouse-backup, which runs beside each server. For the `sh` and
 * `curl` of the image of clickhouse-backup.
 *
 * It remembers nothing, and may be started again at any time: a backup has the time of its Job in its name, so that a second
 * pod of the same Job finds what the first one has begun, or has done. An operation is followed by that name, for
 * clickhouse-backup forgets its ids when it restarts, and goes on with an upload under another one.
 *
 * Ends with 0 when every shard has its backup in the store, with 1 when one has not, with 2 when something it needs is not set.
 *
 * Of the API (pkg/server/server.go of 2.8.0): lists are lines of JSON; `/backup/actions` lists operations with the texts of
 * their commands; 423 means that another operation runs; a new connection is refused while it restarts.
 */
export const backupScript = String.raw`#!/bin/sh
set -eu

# What: INSTALLATION, KIND (full or increment). Where: REPLICAS, a line for each shard; SCHEME; CA, a file, or nothing.
# How long: FULL_AGE, seconds after which an increment needs a new full backup; PATIENCE and DEADLINE, in seconds.
for variable in INSTALLATION KIND REPLICAS SCHEME FULL_AGE PATIENCE DEADLINE API_USERNAME API_PASSWORD; do
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
login=$(printf '%s:%s' "$API_USERNAME" "$API_PASSWORD" | sed 's/["\\]/\\&/g; s/.*/user = "&"/')

say() { echo "shard $shard: $*"; }
pause() { sleep "$\{POLL:-10}"; }

# Asks a server: method, host, what. The login goes through a pipe, since arguments can be seen by all processes.
ask() {
  printf '%s\n' "$login" | curl --config - --silent --show-error --connect-timeout 5 --max-time 300 \
    $\{CA:+--cacert "$CA"} --request "$1" --write-out '\n%{http_code}\n' "$SCHEME://$2:$\{PORT:-7171}/backup/$3" 2>&1
}

# The same, for what can only be read: the answer without its code, or nothing.
read_from() {
  answer=$(ask GET "$1" "$2") || return 1
  [ "$(echo "$answer" | tail -n 1)" = 200 ] || return 1
  echo "$answer" | sed '$d'
}

# Text of a key, in lines of JSON.
field='function field(key,  text) {
  if (!match($0, "\"" key "\":\"[^\"]*")) return ""
  text = substr($0, RSTART, RLENGTH)
  return substr(text, length(key) + 5)
}'

# State of the newest operation of this Job on a server: empty, "in progress", "success", "error" or "cancel".
state_on() {
  rows=$(read_from "$1" "actions?filter=-$stamp") || return 1
  echo "$rows" | awk "$field"'$0 ~ /create_remote|upload/ { state = field("status") } END { print state }'
}

# What to do: "done NAME"; "increment BASE" on the newest good backup, whose chain is whole and young enough; or "full".
plan_on() {
  rows=$(read_from "$1" list/remote) || return 1
  echo "$rows" | awk -v prefix="$INSTALLATION-shard$shard-" -v stamp="$stamp" -v oldest="$oldest" -v kind="$KIND" "$field"'
    {
      name = field("name")
      when = substr(name, length(name) - 13)
      if (index(name, prefix) != 1 || when !~ /^[0-9]+$/ || field("desc") ~ /^broken/) next
      needs[name] = field("required")
      if (when "" == stamp "") found = name
      if (when "" > newest "") { newest = when; base = name }
    }
    END {
      first = base
      while (first in needs && needs[first] != "" && length_of_chain++ < 1000) first = needs[first]
      age = substr(first, length(first) - 13)
      if (found != "") print "done", found
      else if (kind == "increment" && first in needs && age "" >= oldest "") print "increment", base
      else print "full"
    }'
}

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

# Asks for the backup that the plan says.
start() {
  base=''
  case $2 in
    'increment '*) base=$\{2#increment } kind=increment ;;
    *) kind=full ;;
  esac
  name=$INSTALLATION-shard$shard-$kind-$stamp
  [ "$kind" = "$KIND" ] || say 'there is no full backup to build on: makes one'
  answer=$(ask POST "$1" "create_remote?name=$name$\{base:+&diff-from-remote=$base}") || answer="$answer
000"
  case $(echo "$answer" | tail -n 1) in
    2??) say "$1 makes $name$\{base:+ on top of $base}" && begun=yes ;;
    423) say "$1 is busy with another operation: waits" ;;
    *) say "$1 refuses: $(echo "$answer" | tr '\n' ' ')" && failures=$((failures + 1)) ;;
  esac
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
      [ -n "$host" ] || [ "$silent" -gt 0 ] || { silent=$now && say "no replica answers: $*"; }
      [ -n "$host" ] || [ $((now - silent)) -lt "$PATIENCE" ] || { say "no replica has answered for $PATIENCE s" >&2 && return 1; }
      [ -n "$host" ] || { pause && continue; }
      silent=0
    fi
    if state=$(state_on "$host") && plan=$(plan_on "$host"); then
      silent=0
    else
      # It may only have been restarted, and goes on then.
      [ "$silent" -gt 0 ] || { silent=$now && say "$host does not answer"; }
      [ $((now - silent)) -lt "$PATIENCE" ] || { host='' silent=0 begun=no; }
      pause
      continue
    fi
    case $plan in 'done '*) [ "$state" = 'in progress' ] || { say "$\{plan#done } is in the store" && return 0; } ;; esac
    case $begun,$state in
      *,'in progress') begun=yes ;;
      no,*) start "$host" "$plan" ;;
      yes,) say "$host has been restarted and forgot it" && failures=$((failures + 1)) begun=no ;;
      *) say "$host: $(read_from "$host" "actions?filter=-$stamp" | tail -n 1)" && failures=$((failures + 1)) begun=no ;;
    esac
    pause
  done
  say 'has no backup: tried three times' >&2
  return 1
}

pids='' number=0
while read -r replicas; do
  # shellcheck disable=SC2086 # a list of names
  backup "$number" $replicas &
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
`.replaceAll('$\\{', '${');
