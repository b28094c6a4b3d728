/**
 * The program that keeps a copy of one ConfigMap, for the same image as the applying script and a container of its own:
 * it alone has a token for the API server. Arguments: the directory of the copy, namespace and name of the ConfigMap, and
 * the directory of `token` and `ca.crt`.
 *
 * It watches the metadata of the ConfigMap, whose events are short lines, and reads the whole object when one comes. It asks in
 * HTTP 1.0, so answers are not cut into chunks; its token is read again for each connection, as kubelets replace it.
 *
 * A copy is valid as a whole: it is written to a directory, compared with its sums, and a link is moved to it. `contact` holds
 * the last second in which the copy was what the API server has. So this may be killed at any line, too.
 */
export const followScript = String.raw`#!/bin/sh
set -u
umask 077
export LC_ALL=C

run=$1 namespace=$2 name=$3 account=$4
path=/api/v1/namespaces/$namespace/configmaps
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
# The API server takes a closed sending side for a client that is gone: shut-none.
server="OPENSSL:$host:$KUBERNETES_SERVICE_PORT,cafile=$account/ca.crt,commonname=kubernetes.default.svc,shut-none"
return=$(printf '\r')
failure='' asker=''

# Says what is wrong, once for as long as it is.
failed() {
  [ "$1" = "$failure" ] || echo "edge-follow: failed: $1"
  failure=$1
  return 1
}

# ask SECONDS PATH TYPE: becomes socat, so run it in a subshell.
ask() {
  token=$(cat "$account/token") || exit 1
  exec timeout "$1" socat -t "$1" - "$server" <<END
GET $2 HTTP/1.0$return
Host: kubernetes.default.svc$return
User-Agent: edge-follow$return
Authorization: Bearer $token$return
Accept: application/json$3$return
$return
END
}

# The status in the first line of an answer.
check_status() {
  case $1 in
    200) ;;
    # socat begins its lines with the time and its process id.
    '') failed "no answer of the API server at $host: $(sed 's/^[^]]*] [A-Z] //' "$run/error" | tr '\n' ' ')" ;;
    401 | 403 | 404) failed "the API server answers $1 for ConfigMap $namespace/$name" ;;
    *) failed "the API server answers $1" ;;
  esac
}

# Writes the files in an object of JSON into a directory. What lies between two quotes is a record: a string, or what is
# between strings. Files hold nothing that JSON escapes but ends of lines.
extract() {
  awk -v directory="$1" '
    function refuse(why) { print why; refused = 1; exit 1 }
    function file(name, text, lines, count, line) {
      count = split(text, lines, /\\n/)
      for (line = 1; line <= count; line++) {
        if (lines[line] ~ /[^A-Za-z.-:|_ -]/) refuse(name " holds what no table holds") # from . to : are / and digits, too
        printf "%s%s", lines[line], (line < count ? "\n" : "") >(directory "/" name)
      }
      if (count == 0) printf "" >(directory "/" name)
      close(directory "/" name)
    }
    BEGIN { RS = "\"" }
    inside {
      string = string $0
      escaped = 0
      for (last = length($0); last > 0 && substr($0, last, 1) == "\\"; last--) escaped = !escaped
      if (escaped) broken = 1; else inside = 0
      if (broken) string = "\\" # which is no name and no text of ours
      next
    }
    {
      if ($0 ~ /^[ \t\n]*:/) {
        if (depth == 1) part = string
        if (depth == 2) key = string
      } else if (depth == 2 && part == "data" && key ~ /^(sums|(trusted_lb\.lst|(routes|src_class|allow)\.map)(\.[0-9]+)?)$/) {
        file(key, string)
      }
      for (at = 1; at <= length($0); at++) {
        mark = substr($0, at, 1)
        if (mark == "{" || mark == "[") depth++
        if (mark == "}" || mark == "]") depth--
      }
      if (depth > 0) inside = 1
      string = broken = ""
      if (depth < 2) key = ""
    }
    END { if (!refused && (depth != 0 || inside)) refuse("the answer is cut off") }'
}

# haproxy.cfg comes with the mounted files.
check_sums() {
  if grep -Evq '^[0-9a-f]{64}  (haproxy\.cfg|(trusted_lb\.lst|(routes|src_class|allow)\.map)(\.[0-9]+)?)$' "$1/sums"; then
    return 1
  fi
  (cd "$1" && grep -v ' haproxy\.cfg$' sums | sha256sum -c >/dev/null 2>&1)
}

# Reads the ConfigMap and makes it the copy that is used.
fetch() {
  (ask 15 "$path/$name" '') >"$run/answer" 2>"$run/error"
  status=''
  read -r _ status _ <"$run/answer"
  check_status "$status" || return 1
  rm -rf "$run/next" && mkdir "$run/next" || return 1
  why=$(tr -d '\r' <"$run/answer" | sed '1,/^$/d' | extract "$run/next") || { failed "$why"; return 1; }
  check_sums "$run/next" || { failed 'files of two revisions'; return 1; }
  revision=$(sha256sum <"$run/next/sums" | cut -c 1-16)
  current=$(readlink "$run/live")
  if [ "$current" != "sets/$revision" ]; then
    mkdir -p "$run/sets" || return 1
    for old in "$run"/sets/*; do
      [ "$old" = "$run/$current" ] || rm -rf "$old"
    done
    mv "$run/next" "$run/sets/$revision" && rm -f "$run/live.new" || return 1
    ln -s "sets/$revision" "$run/live.new" && mv -fT "$run/live.new" "$run/live" || return 1
    echo "edge-follow: read sets/$revision"
  elif [ -n "$failure" ]; then
    echo "edge-follow: follows again"
  fi
  failure=''
  date +%s >"$run/contact.new" && mv -f "$run/contact.new" "$run/contact"
}

# Reads an answer that grows while the ConfigMap changes. The first event tells what is there now.
take_events() {
  status=''
  read -r _ status _
  check_status "$status" || return 1
  while read -r line && [ "$line" != "$return" ]; do :; done
  while read -r line; do
    case $line in
      '{"type":"ADDED",'* | '{"type":"MODIFIED",'*) fetch || return 1 ;;
      '{"type":"BOOKMARK",'*) ;;
      '{"type":"DELETED",'*) failed "ConfigMap $namespace/$name is gone; the copy stays" ;;
      '{"type":"ERROR",'*'"code":410'*) return 1 ;; # too old: the next answer begins with what is there now
      *) failed "the API server tells $(echo "$line" | cut -c 1-200)" || return 1 ;;
    esac
  done
}

# The API server ends the answer after half a minute: so a connection that is dead is noticed.
listen() {
  rm -f "$run/events" && mkfifo "$run/events" || return 1
  ask 45 "$path?watch=1&fieldSelector=metadata.name=$name&timeoutSeconds=30" \
    ';as=PartialObjectMetadata;g=meta.k8s.io;v=v1' >"$run/events" 2>"$run/error" &
  asker=$!
  take_events <"$run/events"
  result=$?
  kill "$asker" 2>/dev/null
  wait "$asker"
  return "$result"
}

follow() {
  delay=1
  while :; do
    started=$(date +%s)
    if listen && [ $(($(date +%s) - started)) -ge 5 ]; then
      delay=1
    else
      sleep "$delay" &
      wait $!
      delay=$((delay < 8 ? delay * 2 : 15))
    fi
  done
}

trap 'kill $asker 2>/dev/null; exit 0' TERM INT USR1 # USR1 is how containers of this image are stopped
follow
`;
