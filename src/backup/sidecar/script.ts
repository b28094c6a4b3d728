import { backupScript } from '../script';

/**
 * Asks clickhouse-backup beside each server, with the `sh` and `curl` of its image. An operation is followed by the name of the
 * backup: clickhouse-backup forgets its ids when it restarts, and goes on with an upload under another one.
 *
 * Of the API (pkg/server/server.go of 2.8.0): lists are lines of JSON; `/backup/actions` lists operations with the texts of
 * their commands; 423 means that another operation runs; a connection is refused while it restarts.
 */
export const sidecarScript = backupScript(
  ['SCHEME', 'API_USERNAME', 'API_PASSWORD'],
  String.raw`login=$(printf '%s:%s' "$API_USERNAME" "$API_PASSWORD" | sed 's/["\\]/\\&/g; s/.*/user = "&"/')

# Asks a server: method, host, what. The login goes through a pipe, since arguments can be seen by all processes.
ask() {
  printf '%s\n' "$login" | curl --config - --silent --show-error --connect-timeout 5 --max-time 300 \
    $\{CA:+--cacert "$CA"} --request "$1" --write-out '\n%{http_code}\n' "$SCHEME://$2:$\{PORT:-7171}/backup/$3" 2>&1
}

# The same, for what can only be read: the answer without its code, or nothing.
read_from() {
  answer=$(ask GET "$1" "$2") || return 1
  [ "$(echo "$answer" | tail -n 1)" = 200 ] || return 1
  echo "$answer" | sed '$d; /^$/d'
}

# Text of a key, in lines of JSON.
# shellcheck disable=SC2016 # it is for awk
field='function field(key,  text) {
  if (!match($0, "\"" key "\":\"[^\"]*")) return ""
  text = substr($0, RSTART, RLENGTH)
  return substr(text, length(key) + 5)
}'

state_on() {
  rows=$(read_from "$1" "actions?filter=-$stamp") || return 1
  echo "$rows" | awk "$field"'/create_remote|upload/ { state = field("status") } END { print state }'
}

complaint_on() { read_from "$1" "actions?filter=-$stamp" | tail -n 1; }

# An increment builds on the newest good backup, when its chain is whole and not too old.
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
      while (first in needs && needs[first] != "" && steps++ < 1000) first = needs[first]
      begun = substr(first, length(first) - 13)
      if (found != "") print "done", found
      else if (kind == "increment" && first in needs && begun "" >= oldest "") print "increment", base
      else print "full"
    }'
}

# Makes a server over TLS read its certificate again: it would go on with the one that it started with until that has ended.
# Beginning anew ends what runs, so that it is done only where nothing does.
refresh() {
  refreshed=$1
  rows=$(read_from "$1" actions) || return 0
  case $rows in *'"in progress"'*) return 0 ;; esac
  ask POST "$1" ../restart >/dev/null || true
}

start() {
  [ "$SCHEME" = http ] || [ "$\{refreshed:-}" = "$1" ] || { refresh "$1" && return 0; }
  base=''
  case $2 in
    'increment '*) base=$\{2#increment } made=increment ;;
    *) made=full ;;
  esac
  name=$INSTALLATION-shard$shard-$made-$stamp
  [ "$made" = "$KIND" ] || say 'there is no full backup to build on: makes one'
  answer=$(ask POST "$1" "create_remote?name=$name$\{base:+&diff-from-remote=$base}") || answer="$answer
000"
  case $(echo "$answer" | tail -n 1) in
    2??) say "$1 makes $name$\{base:+ on top of $base}" && begun=yes ;;
    423) say "$1 is busy with another operation: waits" ;;
    *) say "$1 refuses: $(echo "$answer" | tr '\n' ' ')" && failures=$((failures + 1)) ;;
  esac
}

`,
);
