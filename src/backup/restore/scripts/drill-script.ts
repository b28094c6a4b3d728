import { commonScript } from './common';
import { nativeFunctions } from './native-script';
import { sidecarFunctions } from './sidecar-script';

/**
 * A drill: makes a scratch installation, restores the newest backup into it, compares its rows with those of the source, and
 * removes it, also after a failure. What an earlier drill has left is removed first.
 *
 * The comparison is one that cannot be wrong: a part that the source has now, and that is older than the backup, is in the backup.
 * So each table has at least the rows of these parts, whatever came, was merged or was deleted since. Nothing is merged in the
 * scratch installation.
 *
 * The installation is owned by the Job: where the pod is killed, Kubernetes removes it together with the Job.
 */
const drillFunctions = String.raw`
# And: NAMESPACE, SCRATCH, its installation; OWNER, OWNER_ID, the Job; SOURCE_REPLICAS, SOURCE_SCHEME, SOURCE_PORT,
# SOURCE_USER, SOURCE_PASSWORD; SOURCE_CA, a file, or nothing.
account=$\{ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
server=$KUBERNETES_SERVICE_HOST
case $server in *:*) server="[$server]" ;; esac
installations=apis/clickhouse.altinity.com/v1/namespaces/$NAMESPACE/clickhouseinstallations

# kube METHOD PATH [FILE]: asks the API server. Prints the status; the answer lies in a file. Tokens are replaced while it runs.
kube() {
  printf 'header = "Authorization: Bearer %s"\n' "$(cat "$account/token")" >"$work/login-kube"
  curl --silent --config "$work/login-kube" --cacert "$account/ca.crt" --connect-timeout 5 --max-time 60 --request "$1" \
    $\{3:+--header 'Content-Type: application/yaml' --data-binary "@$3"} --output "$work/answer" --write-out '%{http_code}' \
    "https://$server:$KUBERNETES_SERVICE_PORT/$2" || true # 000 is no answer
}

# The API server indents answers for curl. Deletes the scratch installation and waits until its volumes are gone, too. One that no
# Job has made is somebody else's, with data.
remove_scratch() {
  until status=$(kube GET "$installations/$SCRATCH") && case $status in 200 | 404) true ;; *) false ;; esac; do
    pause "the API server does not show $SCRATCH: $status"
  done
  [ "$status" = 404 ] || grep -q '"kind": *"Job"' "$work/answer" ||
    fail 10 "refused, nothing was changed: $SCRATCH is an installation that no drill has made"
  until case $(kube DELETE "$installations/$SCRATCH") in 200 | 202 | 404) true ;; *) false ;; esac; do
    pause "the API server does not delete $SCRATCH: $(head -c 300 "$work/answer")"
  done
  until [ "$(kube GET "$installations/$SCRATCH")" = 404 ]; do pause "$SCRATCH is still being removed"; done
  claims="api/v1/namespaces/$NAMESPACE/persistentvolumeclaims?labelSelector=clickhouse.altinity.com%2Fchi%3D$SCRATCH"
  until [ "$(kube GET "$claims")" = 200 ] && grep -q '"items": *\[\]' "$work/answer"; do
    pause "volumes of $SCRATCH are still there"
  done
}

create_scratch() {
  sed "s/@OWNER@/$OWNER/; s/@OWNER_ID@/$OWNER_ID/" "$SCRIPTS/installation.yaml" >"$work/installation"
  status=$(kube POST "$installations" "$work/installation")
  [ "$status" = 201 ] || fail 15 "the API server does not create $SCRATCH: $status $(head -c 300 "$work/answer")"
  say "made $SCRATCH"
}

# Compares with the source: TABLE, rows in parts that are older than the backup, rows now.
compare() {
  printf 'header = "X-ClickHouse-User: %s"\nheader = "X-ClickHouse-Key: %s"\n' \
    "$(quoted "$SOURCE_USER")" "$(quoted "$SOURCE_PASSWORD")" >"$work/login-sql"
  SCHEME=$SOURCE_SCHEME SQL_PORT=$SOURCE_PORT CA=$\{SOURCE_CA:-}
  echo "$SOURCE_REPLICAS" >"$work/sources"
  number=0 short=''
  while read -r source _; do
    query "$source" source-rows.sql "param_time=$chosen" >"$work/source"
    while read -r table old now; do
      have=$(awk -F '\t' -v table="$table" '$1 == table { rows = $2 } END { print rows + 0 }' "$work/counts.$number")
      say "shard $number: $table: $have rows restored, at least $old expected, $now in the source now"
      [ "$have" -ge "$old" ] || short="$short $number:$table"
    done <"$work/source"
    number=$((number + 1))
  done <"$work/sources"
  [ -z "$short" ] || fail 17 "the backup of $chosen is short of rows of:$short"
}

# Removes what is there, whatever happened, in the time that is meant for it.
clean_up() {
  ended=$?
  trap - EXIT TERM INT
  deadline=$(($(date +%s) + 1800))
  [ "$ended" = 10 ] || remove_scratch
  rm -rf "$work"
  [ "$ended" != 0 ] || echo "$JOB: the backup of $chosen can be restored"
  exit "$ended"
}
trap clean_up EXIT
trap 'fail 14 "ended from outside"' TERM INT
`.replaceAll('$\\{', '${');

const steps = (engine: 'sidecar' | 'native') => `
remove_scratch
create_scratch
wait_for_servers
${engine === 'sidecar' ? 'wait_for_sidecars\n' : ''}list_backups
choose_backup
restore_shards
print_counts
compare
`;

/** The script of a drill. */
export function drillScript(engine: 'sidecar' | 'native'): string {
  const functions = engine === 'sidecar' ? sidecarFunctions : nativeFunctions;
  return `${commonScript}${functions}${drillFunctions}${steps(engine)}`;
}
