#!/usr/bin/env bash
# Finds or installs the object store of the tests, moto, and prints its program as the last line. A program on PATH is taken,
# else a virtual environment is made once. Both are Python's, which no npm package of an S3 server replaces: those are abandoned.
set -euo pipefail
version=5.2.1
for found in $(type -ap moto_server); do
  if "$found" --help >/dev/null 2>&1; then
    echo "$found"
    exit 0
  fi
done

cache=${ANYHOUSE_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/anyhouse}
target=$cache/moto-$version
if [ ! -x "$target/bin/moto_server" ]; then
  if ! command -v python3 >/dev/null || ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    root=()
    [ "$(id -u)" = 0 ] || root=(sudo)
    if ! { "${root[@]}" apt-get update -q && "${root[@]}" apt-get install -y -q --no-install-recommends python3-venv; } >&2; then
      echo 'The tests of backups need an S3 server, moto, and so Python. Fix: apt-get install python3-venv' >&2
      exit 69
    fi
  fi
  mkdir -p "$cache"
  rm -rf "$target"
  # In place, for the programs of a virtual environment hold its path; what was broken off is made again.
  trap 'rm -rf "$target"' ERR INT TERM
  python3 -m venv "$target" >&2
  "$target/bin/pip" install --quiet --disable-pip-version-check "moto[s3,server]==$version" >&2
fi
echo "$target/bin/moto_server"
