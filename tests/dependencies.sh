#!/usr/bin/env bash
# The house rules of dependencies: what must never be, asserted from what Cargo resolves.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "forbidden dependency: $1" >&2; exit 1; }

# Every target, not only this machine's: a city's PC runs Windows.
tree=$(cargo tree --workspace --locked --edges normal,build --target all --prefix none --format '{p}')
for crate in font-kit openssl openssl-sys native-tls freetype-sys fontconfig-sys yeslogic-fontconfig-sys \
  servo-fontconfig cmake bindgen pkg-config vcpkg; do
  if grep -q "^$crate v" <<<"$tree"; then fail "$crate (no C library and no system font may be needed to build)"; fi
done

# ring compiles C of its own, with the compiler that Rust links with, and needs nothing of the system; TLS and SSH in Rust alone do not
# run on every PC of a city yet. The other is for Haiku.
compiling=$(cargo tree --workspace --locked --edges normal,build --target all --invert cc --depth 1 --prefix none --format '{p}' |
  tail -n +2 | cut -d' ' -f1 | sort -u | tr '\n' ' ')
[ "$compiling" = "iana-time-zone-haiku ring " ] || fail "C is compiled for: $compiling"

# nendo's own crates that a crate names, on its normal edges.
own() { cargo tree --package "$1" --locked --depth 1 --edges normal --prefix none --format '{p}' | tail -n +2 | grep -o '^nendo[a-z-]*' | sort -u | tr '\n' ' '; }
[ "$(cargo tree --package nendo-model --locked --edges all --prefix none | wc -l)" -eq 1 ] || fail "the model depends on nothing"
[ "$(own nendo-ingest)" = "nendo-model " ] || fail "ingest knows the model alone, but has: $(own nendo-ingest)"
[ "$(own nendo-chart)" = "" ] || fail "chart knows no other crate of nendo, but has: $(own nendo-chart)"
[ "$(own nendo-site)" = "nendo-chart nendo-model " ] || fail "site knows chart and model, but has: $(own nendo-site)"
[ "$(own nendo-preview)" = "" ] || fail "preview knows no other crate of nendo, but has: $(own nendo-preview)"
[ "$(own nendo-publish)" = "" ] || fail "publish knows no other crate of nendo, but has: $(own nendo-publish)"
for crate in model ingest chart site; do
  for outer in preview publish; do
    if [[ "$(own nendo-$crate)" == *nendo-$outer* ]]; then fail "cli alone knows $outer, but $crate does"; fi
  done
done
