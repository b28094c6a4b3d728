/**
 * The program beside HAProxy that brings changed files into it, for `sh` of the official image, which has `socat` since
 * October 2025 (docker-library/haproxy issue 59). Arguments: a task, the directory where the files are mounted, the
 * directory of HAProxy, seconds between two looks, authorities as `NAME=FILE`, and the directories of certificates.
 *
 * - `init` checks the files and puts them where HAProxy starts from; fails when HAProxy would not take them.
 * - `watch` repeats that for as long as it runs, and tells a running HAProxy: tables and certificates through its
 *   runtime socket, so that no stream is cut; a changed configuration or authority by a reload. Its metrics show how
 *   many days each certificate is still valid, as weight of a server of `be_certificates`.
 *
 * A reload, because HAProxy (2.6 to 3.5) answers `commit ssl ca-file` with success and believes the old authority as
 * before, where the edge has no certificate for its backends: `ssl_sock_prep_srv_ctx_and_inst` in ssl_sock.c.
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
data=$source
shift 4
authorities=''
while [ "$#" -gt 0 ]; do
  case $1 in
    *=*) authorities="$authorities $(echo "$1" | tr '=' ' ')" && shift ;;
    *) break ;;
  esac
done # what is left are directories of certificates

# --- files ---

# Takes copies of authorities, given as NAME FILE NAME FILE, and prints what it has copied.
copy_authorities() {
  mkdir "$run/next/authorities" || return 1
  while [ "$#" -gt 0 ]; do
    echo "$1" && tee "$run/next/authorities/$1.crt" <"$2" || return 1
    shift 2
  done
}

# Chooses where tables come from. What another container follows at the API server counts for a minute after it was known to
# be the newest, and then until the mounted files change: unchanged ones may be older than it.
choose() {
  data=$source contact='' before=''
  set=$(readlink "$run/followed/live") || return 0
  read -r contact 2>/dev/null <"$run/followed/contact"
  case $contact in '' | *[!0-9]*) return 0 ;; esac
  mounted=$(cksum <"$source/sums")
  read -r before 2>/dev/null <"$run/mounted"
  if [ $(($(date +%s) - contact)) -lt 60 ]; then
    [ "$mounted" = "$before" ] || echo "$mounted" >"$run/mounted"
  elif [ "$mounted" != "$before" ]; then
    return 0
  fi
  data=$run/followed/$set
}

# Takes a copy of files that belong together. The kubelet may swap them meanwhile, and several ConfigMaps never arrive
# at the same time: "sums" tells.
copy_set() {
  rm -rf "$run/next"
  mkdir -p "$run/next/parts" && cp "$data/sums" "$run/next/parts/sums" || return 1
  while read -r _ name; do
    case $name in haproxy.cfg) from=$source ;; *) from=$data ;; esac
    cp "$from/$name" "$run/next/parts/$name" || return 1
  done <"$run/next/parts/sums"
  (cd "$run/next/parts" && sha256sum -c sums >/dev/null 2>&1) || { echo 'files of two revisions'; return 1; }
  for table in trusted_lb.lst src_class.map allow.map routes.map; do
    : >"$run/next/$table" || return 1
    while read -r _ name; do
      case $name in
        "$table" | "$table".*) cat "$run/next/parts/$name" >>"$run/next/$table" || return 1 ;;
      esac
    done <"$run/next/parts/sums"
  done
  # The description says what HAProxy runs, authorities included.
  # shellcheck disable=SC2086 # a word for each name and file
  believed=$(copy_authorities $authorities) || return 1
  believed=$(echo "$believed" | sha256sum | cut -c 1-16)
  sed "s/^  description .*/&-$believed/" "$run/next/parts/haproxy.cfg" >"$run/next/haproxy.cfg" || return 1
  : >"$run/next/src_class_next.map"
}

# Makes a checked copy the one that HAProxy starts from. The one before stays: HAProxy may be reading it.
install_set() {
  copy_set || return 1
  revision=$(cat "$run/next/parts/sums" "$run/next/haproxy.cfg" | sha256sum | cut -c 1-16)
  current=$(readlink "$run/live")
  [ "$current" != "sets/$revision" ] || { rm -rf "$run/next"; return 0; }
  rm -rf "$run/next/parts"
  checked=$(haproxy -c -f "$run/next/haproxy.cfg" 2>&1) || { echo "$checked"; return 1; }
  mkdir -p "$run/sets" || return 1
  for old in "$run"/sets/*; do
    [ "$old" = "$run/$current" ] || rm -rf "$old"
  done
  mv "$run/next" "$run/sets/$revision" && rm -f "$run/live.new" || return 1
  ln -s "sets/$revision" "$run/live.new" && mv -fT "$run/live.new" "$run/live"
}

# --- the running HAProxy ---

# HAProxy ends the conversation. It would lose commands that it has not read yet if the sending side was closed first.
ask() { socat -t 30 - "UNIX-CONNECT:$run/admin.sock,shut-none"; }

running() { echo 'show info' | ask | sed -n 's/^description: //p'; }

reload() {
  hour='' # the weights of the new one are not set
  echo reload | socat -t 30 - "UNIX-CONNECT:$run/master.sock,shut-none" >/dev/null || return 1
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
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
  if ! answer=$(echo "commit $1 @$version $2" | ask) || [ -n "$answer" ]; then echo "$2: $answer" && return 1; fi
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
  hour='' # their days are looked up again
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

# Tells metrics how many whole days each certificate is still valid.
tell_days() {
  for directory in "$@"; do
    shown=$(echo "show ssl cert $directory/tls.crt" | ask) || return 1
    days=$({ date -u '+now: %b %d %T %Y' && echo "$shown"; } | awk '
      $1 != "now:" && $1 != "notAfter:" || $1 in seconds { next }
      {
        month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", $2) + 2) / 3
        year = month < 3 ? $5 - 1 : $5
        if (month < 3) month += 12
        split($4, time, ":")
        day = 365 * year + int(year / 4) - int(year / 100) + int(year / 400) + int((153 * month - 457) / 5) + $3
        seconds[$1] = 86400 * day + 3600 * time[1] + 60 * time[2] + time[3]
      }
      END {
        left = int((seconds["notAfter:"] - seconds["now:"]) / 86400)
        print (left < 0 ? 0 : left < 256 ? left : 256)
      }')
    echo "set server be_certificates/$(basename "$directory") weight $days" | ask >/dev/null || return 1
  done
  hour=$(date -u +%H)
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

# shellcheck disable=SC2086 # a word for each name and file
stamp() { { cat "$data/sums" && certificates "$@" && read_authorities $authorities; } 2>&1 | sha256sum; }

read_authorities() {
  while [ "$#" -gt 0 ]; do
    cat "$2" || return 1
    shift 2
  done
}

# Metrics show a failed change as server "files" of backend be_applied in maintenance. Server "first" makes /readyz
# answer 200 from the first success in this pod on. HAProxy forgets both when it starts or reloads, so they are repeated.
mark() {
  first=maint
  [ ! -e "$run/ready" ] || first=ready
  echo "set server be_applied/files state $1; set server be_applied/first state $first" | ask >/dev/null 2>&1
}

watch() {
  told='' seen=none failure='' hour='' said='' since=0
  while :; do
    choose
    now=$(stamp "$@")
    [ "$hour" = "$(date -u +%H)" ] || tell_days "$@" 2>/dev/null
    if [ "$now" = "$seen" ]; then
      mark ready
      sleep "$pause"
    elif apply "$@" >"$run/failure" 2>&1; then
      seen=$now failure=''
      : >"$run/ready"
      mark ready
      echo "edge-apply: applied $(readlink "$run/live")"
    else
      message=$(tr '\n' ' ' <"$run/failure")
      [ "$message" = "$failure" ] || { since=$(date +%s) said=''; }
      failure=$message
      # The kubelet takes up to two minutes until all files are of one revision.
      case $message in *'files of two revisions'*) patience=120 ;; *) patience=0 ;; esac
      if [ $(($(date +%s) - since)) -lt "$patience" ]; then word=waits state=ready; else word=failed state=maint; fi
      mark "$state"
      [ "$said" = "$word" ] || echo "edge-apply: $word: $message"
      said=$word
      sleep 1
    fi
  done
}

trap 'exit 0' TERM INT USR1 # USR1 is how containers of this image are stopped
case $task in
  init) rm -f "$run/ready" && install_set >&2 ;;
  watch) watch "$@" ;;
  *) echo 'usage: apply init|watch SOURCE DIRECTORY SECONDS [NAME=AUTHORITY...] [CERTIFICATES...]' && exit 2 ;;
esac
`;
