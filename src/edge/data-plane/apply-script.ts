/**
 * The program beside HAProxy that brings changed files into it, for `sh` of the official image, which has `socat` since
 * October 2025 (docker-library/haproxy issue 59). Arguments: a task, the directory where the files are mounted, the
 * directory of HAProxy, seconds between two looks, and the directories of certificates.
 *
 * - `init` checks the files and puts them where HAProxy starts from; fails when HAProxy would not take them.
 * - `watch` repeats that for as long as it runs, and tells a running HAProxy: tables and certificates through its
 *   runtime socket, so that no stream is cut; a changed configuration by a reload.
 *
 * It may be killed at any line. Files become valid together, by moving one link; tables change one at a time, in an
 * order in which every mix of old and new gives the old verdict or the new one. It remembers nothing: after a start it
 * compares all of HAProxy with the files again.
 */
export const applyScript = String.raw`#!/bin/sh
set -u
umask 077
export LC_ALL=C

task=$1 source=$2 run=$3 pause=$4
shift 4 # what is left are directories of certificates

# --- files ---

# Takes a copy of files that belong together. The kubelet may swap them meanwhile, and several ConfigMaps never arrive
# at the same time: "sums" tells.
copy_set() {
  rm -rf "$run/next"
  mkdir -p "$run/next/parts" && cp "$source/sums" "$run/next/parts/sums" || return 1
  while read -r sum name; do
    cp "$source/$name" "$run/next/parts/$name" || return 1
  done <"$run/next/parts/sums"
  (cd "$run/next/parts" && sha256sum -c sums >/dev/null 2>&1) || { echo 'files of two revisions'; return 1; }
  for table in trusted_lb.lst src_class.map allow.map routes.map; do
    : >"$run/next/$table" || return 1
    while read -r sum name; do
      case $name in
        "$table" | "$table".*) cat "$run/next/parts/$name" >>"$run/next/$table" || return 1 ;;
      esac
    done <"$run/next/parts/sums"
  done
  : >"$run/next/src_class_next.map" && cp "$run/next/parts/haproxy.cfg" "$run/next/haproxy.cfg"
}

# Makes a checked copy the one that HAProxy starts from. The one before stays: HAProxy may be reading it.
install_set() {
  revision=$(sha256sum <"$source/sums" | cut -c 1-16)
  current=$(readlink "$run/live")
  [ "$current" != "sets/$revision" ] || return 0
  copy_set || return 1
  revision=$(sha256sum <"$run/next/parts/sums" | cut -c 1-16)
  rm -rf "$run/next/parts"
  checked=$(haproxy -c -f "$run/next/haproxy.cfg" 2>&1) || { echo "$checked"; return 1; }
  mkdir -p "$run/sets" || return 1
  for old in "$run"/sets/*; do
    [ "$old" = "$run/$current" ] || rm -rf "$old"
  done
  [ "$current" != "sets/$revision" ] || return 0
  mv "$run/next" "$run/sets/$revision" && rm -f "$run/live.new" || return 1
  ln -s "sets/$revision" "$run/live.new" && mv -fT "$run/live.new" "$run/live"
}

# --- the running HAProxy ---

# HAProxy ends the conversation. It would lose commands that it has not read yet if the sending side was closed first.
ask() { socat -t 30 - "UNIX-CONNECT:$run/admin.sock,shut-none"; }

running() { echo 'show info' | ask | sed -n 's/^description: //p'; }

reload() {
  echo reload | socat -t 30 - "UNIX-CONNECT:$run/master.sock,shut-none" >/dev/null || return 1
  for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    [ "$(running 2>/dev/null)" = "$1" ] && return 0
    sleep 0.5
  done
  echo 'HAProxy did not load the new configuration and goes on with the old one'
  return 1
}

# Lines of a running table, sorted, without the internal column in front.
entries() { echo "show $1 $2" | ask | sed -n 's/^0x[0-9a-f]* //p' | sed 's/ *$//' | sort -u; }

# Replaces a table by the lines of a file in one step: fill KIND NAME FILE.
fill() {
  sort -u "$3" >"$run/wanted" || return 1
  entries "$1" "$2" | cmp -s - "$run/wanted" && return 0
  version=$(echo "prepare $1 $2" | ask | sed -n 's/^New version created: //p')
  [ -n "$version" ] || { echo "HAProxy has no table $2"; return 1; }
  # HAProxy closes the connection on a payload above 16 KB; an empty line ends a payload. Lists take none.
  awk -v kind="$1" -v start="add $1 @$version $2 " '
    BEGIN { print "prompt" }
    kind == "acl" { print start $0; next }
    size > 0 && size + length($0) > 8000 { print ""; size = 0 }
    size == 0 { print start "<<"; size = length(start) }
    { print; size += length($0) + 1 }
    END { print ""; print "quit" }' "$run/wanted" | ask >/dev/null
  entries "$1" "@$version $2" | cmp -s - "$run/wanted" || { echo "HAProxy did not take all of $2"; return 1; }
  answer=$(echo "commit $1 @$version $2" | ask) && [ -z "$answer" ] || { echo "$2: $answer"; return 1; }
}

# While routes change, both the old and the new ranges are known, and the pairs of both: a pair says a fact about two
# hashes, so it is never wrong. So nobody is refused who may come in before and after.
tell_tables() {
  live=$run/live
  if grep -q 'trusted_lb.lst' "$live/haproxy.cfg"; then fill acl trusted_lb.lst "$live/trusted_lb.lst" || return 1; fi
  sort -u "$live/src_class.map" >"$run/classes" || return 1
  if ! entries map src_class.map | cmp -s - "$run/classes"; then
    fill map src_class_next.map "$live/src_class.map" || return 1
  fi
  { entries map allow.map; cat "$live/allow.map"; } >"$run/pairs" || return 1
  fill map allow.map "$run/pairs" || return 1
  fill map routes.map "$live/routes.map" || return 1
  fill map src_class.map "$live/src_class.map" || return 1
  fill map src_class_next.map /dev/null || return 1
  fill map allow.map "$live/allow.map"
}

certificates() {
  for directory in "$@"; do
    cat "$directory/tls.crt" "$directory/tls.key" || return 1
  done
}

# HAProxy refuses a certificate whose key is another one's, and keeps the one it has.
tell_certificates() {
  for directory in "$@"; do
    echo "abort ssl cert $directory/tls.crt" | ask >/dev/null || return 1
  done
  for directory in "$@"; do
    {
      echo "set ssl cert $directory/tls.crt <<"
      grep -hv '^[[:space:]]*$' "$directory/tls.crt" "$directory/tls.key"
      echo
    } | ask >/dev/null
    answer=$(echo "commit ssl cert $directory/tls.crt" | ask)
    case $answer in
      *Success*) ;;
      *) echo "certificate $directory: $answer"; return 1 ;;
    esac
  done
}

# --- both ---

apply() {
  install_set || return 1
  wanted=$(sed -n 's/^  description //p' "$run/live/haproxy.cfg")
  is=$(running 2>/dev/null)
  # One that stops has closed its socket already. A reload would start it again, and nobody would stop it any more.
  [ -n "$is" ] || { echo 'HAProxy does not answer'; return 1; }
  [ "$is" = "$wanted" ] || reload "$wanted" || return 1
  tell_tables || return 1
  served=$(certificates "$@" | sha256sum)
  [ "$served" = "$told" ] || tell_certificates "$@" || return 1
  told=$served
}

stamp() { { cat "$source/sums" && certificates "$@"; } 2>&1 | sha256sum; }

# Metrics show a failed change as server "files" of backend be_applied in maintenance. Server "first" makes /readyz
# answer 200 from the first success in this pod on. HAProxy forgets both when it starts or reloads, so they are repeated.
mark() {
  first=maint
  [ ! -e "$run/ready" ] || first=ready
  echo "set server be_applied/files state $1; set server be_applied/first state $first" | ask >/dev/null 2>&1
}

watch() {
  told='' seen=none failure=''
  while :; do
    now=$(stamp "$@")
    if [ "$now" = "$seen" ]; then
      mark ready
      sleep "$pause"
    elif apply "$@" >"$run/failure" 2>&1; then
      seen=$now failure=''
      : >"$run/ready"
      mark ready
      echo "edge-apply: applied $(readlink "$run/live")"
    else
      mark maint
      message=$(tr '\n' ' ' <"$run/failure")
      [ "$message" = "$failure" ] || echo "edge-apply: failed: $message"
      failure=$message
      sleep 1
    fi
  done
}

trap 'exit 0' TERM INT USR1 # USR1 is how containers of this image are stopped
case $task in
  init) rm -f "$run/ready" && install_set >&2 ;;
  watch) watch "$@" ;;
  *) echo 'usage: apply init|watch SOURCE DIRECTORY SECONDS [CERTIFICATES...]' && exit 2 ;;
esac
`;
