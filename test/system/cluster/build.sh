#!/usr/bin/env bash
# Builds the control plane of the system tests from source, once, and prints the directory that holds it as its last
# line. Takes minutes on a cold machine; afterwards it only looks. A shell script, so that it can run while `npm ci` does.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${ANYHOUSE_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/anyhouse}
key=$(cat "$here/go.mod" "$here/go.sum" "${BASH_SOURCE[0]}" | cksum | tr ' ' '-')
target=$cache/control-plane-$key
if [ -d "$target" ]; then
  echo "$target"
  exit 0
fi

if ! command -v go >/dev/null; then
  wanted=$(sed -n 's/^go \([0-9]*\.[0-9]*\).*/\1/p' "$here/go.mod")
  echo "The system tests build a Kubernetes control plane from source, and there is no Go on this machine." >&2
  echo "Install Go $wanted or later from https://go.dev/dl, or set KUBEBUILDER_ASSETS to a directory with etcd," >&2
  echo "kube-apiserver and kubectl (setup-envtest prints one)." >&2
  exit 69
fi

cd "$here"
mkdir -p "$cache"
work=$(mktemp -d "$cache/building.XXXXXX")
trap 'rm -rf "$work"' EXIT
echo "Building etcd, kube-apiserver and their companions with $(go env GOVERSION); this happens once." >&2

# Clients derive what a server can do from its version, which a plain build does not know.
version=$(go list -m -f '{{.Version}}' k8s.io/kubernetes)
package=k8s.io/component-base/version
IFS=. read -r major minor _ <<<"${version#v}"
flags="-s -w -X $package.gitVersion=$version -X $package.gitMajor=$major -X $package.gitMinor=$minor"
mkdir "$work/bin"
GOBIN=$work/bin go install -ldflags "$flags" tool >&2
mv "$work/bin/server" "$work/bin/etcd" # the last part of its import path

cp -r "$(go list -m -f '{{.Dir}}' sigs.k8s.io/kwok)/kustomize/stage" "$work/kwok-stages"
chmod -R u+w "$work/kwok-stages"
chmod 755 "$work"
# Only whole directories get the final name, so that an interrupted build is never mistaken for a finished one.
[ -d "$target" ] || mv "$work" "$target"
echo "$target"
