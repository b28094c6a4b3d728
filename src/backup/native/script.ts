import { backupScript } from '../script';

/** What is backed up: all that users have made. Servers make the rest themselves. */
export const backedUp = 'ALL EXCEPT DATABASES system, INFORMATION_SCHEMA, information_schema';

/**
 * Lets servers write backups themselves, with the `sh` and `clickhouse-client` of the image of ClickHouse. The client takes the
 * password from CLICKHOUSE_PASSWORD.
 *
 * A server forgets its operations when it restarts, and refuses to write where something is. So each try has a folder of its
 * own: the name ends in the second of its start. What a backup has of its own is there when its file `.backup` is, which comes
 * last; the servers list those.
 */
export const nativeScript = backupScript(
  ['CLICKHOUSE_USER', 'CLICKHOUSE_PASSWORD', 'PORT', 'DESTINATION', 'LISTING'],
  String.raw`# Asks a server: host, SQL.
ask() {
  clickhouse-client $\{CONFIG:+--config-file "$CONFIG" --secure} --host "$1" --port "$PORT" --connect_timeout 5 --query "$2"
}

# Where a backup lies, as SQL: its name.
at() {
  # shellcheck disable=SC2059 # it is a format, with places for the shard and the name
  printf "$DESTINATION" "$shard" "$1"
}

state_on() {
  ask "$1" "SELECT multiIf(status = 'CREATING_BACKUP', 'in progress', status = 'BACKUP_CREATED', 'success', status)
    FROM system.backups WHERE id LIKE '$INSTALLATION-shard$shard-%-$stamp-%' ORDER BY start_time DESC LIMIT 1"
}

complaint_on() {
  ask "$1" "SELECT error FROM system.backups WHERE id LIKE '$INSTALLATION-shard$shard-%-$stamp-%' ORDER BY start_time DESC LIMIT 1"
}

# An increment builds on the newest full backup, when it is not too old. Names: INSTALLATION-shardN-KIND-TIME-SECOND.
plan_on() {
  # shellcheck disable=SC2059 # it is a format, with a place for the shard
  rows=$(ask "$1" "$(printf "$LISTING" "$shard")") || return 1
  echo "$rows" | awk -v full="$INSTALLATION-shard$shard-full-" -v stamp="-$stamp-" -v oldest="$oldest" -v kind="$KIND" '
    index($0, stamp) { found = $0 }
    index($0, full) == 1 && $0 "" > base "" { base = $0 }
    END {
      if (found != "") print "done", found
      else if (kind == "increment" && base "" >= full oldest) print "increment", base
      else print "full"
    }'
}

start() {
  base=''
  case $2 in
    'increment '*) base=$\{2#increment } made=increment ;;
    *) made=full ;;
  esac
  name=$INSTALLATION-shard$shard-$made-$stamp-$(date +%s)
  [ "$made" = "$KIND" ] || say 'there is no full backup to build on: makes one'
  sql="BACKUP BACKED_UP TO $(at "$name") SETTINGS id = '$name'"
  [ -z "$base" ] || sql="$sql, base_backup = $(at "$base")"
  [ -z "$\{THROTTLE:-}" ] || sql="$sql, max_backup_bandwidth = $THROTTLE"
  if answer=$(ask "$1" "$sql ASYNC" 2>&1); then
    say "$1 makes $name$\{base:+ on top of $base}" && begun=yes
  else
    say "$1 refuses: $(echo "$answer" | head -n 1)" && failures=$((failures + 1))
  fi
}

`.replace('BACKED_UP', backedUp),
);
