#!/usr/bin/env bash
# Builds the parts of real controllers that judge Services, Certificates and health, once, and prints the directory that holds them as its last
# line. Takes minutes on a cold machine; afterwards it only looks.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${ANYHOUSE_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/anyhouse}
judges="aws-load-balancer cert-manager external-dns external-secrets gitops"
key=$(cd "$here" && cat "${BASH_SOURCE[0]##*/}" */go.mod */go.sum */*.go | cksum | tr ' ' '-')
target=$cache/cloud-judges-$key
if [ -d "$target" ]; then
  echo "$target"
  exit 0
fi

if ! command -v go >/dev/null; then
  echo "The tests of load balancers and certificates build parts of real controllers from source, and there is no Go on this machine." >&2
  echo "Install Go 1.26 or later from https://go.dev/dl." >&2
  exit 69
fi

mkdir -p "$cache"
work=$(mktemp -d "$cache/building.XXXXXX")
trap 'rm -rf "$work"' EXIT
echo "Building what judges Services and certificates with $(go env GOVERSION); this happens once." >&2
for judge in $judges; do
  (cd "$here/$judge" && go build -ldflags '-s -w' -o "$work/$judge" . >&2)
done
chmod 755 "$work"
# Only whole directories get the final name, so that an interrupted build is never mistaken for a finished one.
[ -d "$target" ] || mv "$work" "$target"
echo "$target"
