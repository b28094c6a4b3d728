/** Where the answer of the question lies, for the containers that act on it. */
export const answerDirectory = '/answer';

/** Names of the files of the idle check, in its ConfigMap. */
export const idleFiles = {
  script: 'idle.sh',
  question: 'idle.sql',
  client: 'client.xml',
  stop: 'stop.json',
  keep: 'keep.json',
  pods: 'pods.json',
  nothing: 'nothing.json',
} as const;

/**
 * Asks the servers of one cluster, and leaves what the next containers do: `patch.json` is merged into the installations,
 * `gone.json` lists the pods to wait for. kubectl has no shell and cannot choose, so that "do nothing" is an empty patch and a
 * pod that does not exist. One busy server is enough, whichever cluster it belongs to.
 *
 * Variables: CLUSTER, HOSTS, PORT, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD, and SECURE where the servers speak TLS. The client
 * reads user and password from the environment itself. TRIES and PAUSE are for tests.
 */
export const idleScript = `#!/bin/sh
# Asks the servers of one cluster whether they are idle. Exit code: 0 answered, 1 a server did not answer.
set -eu
here=$(dirname "$0")
answer=\${ANSWER:-${answerDirectory}}

leave() {
  cp "$here/$1" "$answer/patch.json"
  cp "$here/$2" "$answer/gone.json"
}

busy() {
  echo "$CLUSTER: busy: $1. Nothing is stopped."
  leave ${idleFiles.keep} ${idleFiles.nothing}
  exit 0
}

ask() {
  clickhouse-client --host "$1" --port "$PORT" \${SECURE:+--secure --config-file "$here/${idleFiles.client}"} \\
    --connect_timeout 10 --queries-file "$here/${idleFiles.question}" 2>&1
}

if [ -e "$answer/patch.json" ] && cmp -s "$answer/patch.json" "$here/${idleFiles.keep}"; then
  echo "$CLUSTER: not asked, for another cluster is busy."
  exit 0
fi

for host in $HOSTS; do
  # The Service of a server has no address while the server is stopped.
  getent hosts "$host" >/dev/null || busy "$host has no address: it is stopped, or not started yet"
  try=1
  # ClickHouse knows this pod by its name in DNS, which takes a while to appear.
  until said=$(ask "$host"); do
    if [ "$try" -ge "\${TRIES:-12}" ]; then
      echo "$CLUSTER: $host gave no answer, so nothing is stopped: $said" >&2
      exit 1
    fi
    try=$((try + 1))
    sleep "\${PAUSE:-10}"
  done
  [ "$said" = idle ] || busy "$host is \${said#busy: }"
  echo "$CLUSTER: $host is idle."
done
leave ${idleFiles.stop} ${idleFiles.pods}
`;

/** How the client tells servers from others: by the authority of the environment alone. */
export const clientConfiguration = `<clickhouse>
  <openSSL>
    <client>
      <loadDefaultCAFile>false</loadDefaultCAFile>
      <caConfig>/authority/ca.crt</caConfig>
      <verificationMode>strict</verificationMode>
      <invalidCertificateHandler><name>RejectCertificateHandler</name></invalidCertificateHandler>
    </client>
  </openSSL>
</clickhouse>
`;
