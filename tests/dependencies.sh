#!/usr/bin/env bash
# The house rules of dependencies: what must never be, asserted from what Cargo resolves.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "forbidden dependency: $1" >&2; exit 1; }

# Every target, not only this machine's: a city's PC runs Windows.
tree=$(cargo tree --workspace --locked --edges normal,build --target all --prefix none --format '{p}')
for crate in font-kit openssl openssl-sys native-tls freetype-sys fontconfig-sys yeslogic-fontconfig-sys \
  servo-fontconfig cc cmake bindgen pkg-config vcpkg; do
  if grep -q "^$crate v" <<<"$tree"; then fail "$crate (no C library and no system font may be needed to build)"; fi
done

# nendo's own crates that a crate names, on its normal edges.
own() { cargo tree --package "$1" --locked --depth 1 --edges normal --prefix none --format '{p}' | tail -n +2 | grep -o '^nendo[a-z-]*' | sort -u | tr '\n' ' '; }
[ "$(cargo tree --package nendo-model --locked --edges all --prefix none | wc -l)" -eq 1 ] || fail "the model depends on nothing"
[ "$(own nendo-ingest)" = "nendo-model " ] || fail "ingest knows the model alone, but has: $(own nendo-ingest)"
[ "$(own nendo-chart)" = "" ] || fail "chart knows no other crate of nendo, but has: $(own nendo-chart)"
[ "$(own nendo-site)" = "nendo-chart nendo-model " ] || fail "site knows chart and model, but has: $(own nendo-site)"
[ "$(own nendo-preview)" = "" ] || fail "preview knows no other crate of nendo, but has: $(own nendo-preview)"
for crate in model ingest chart site; do
  if [[ "$(own nendo-$crate)" == *nendo-preview* ]]; then fail "cli alone knows preview, but $crate does"; fi
done
