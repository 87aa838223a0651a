#!/usr/bin/env bash
# Installs the Python servers that the tests of publishing need, where those tests look for them: in $NENDO_PUBLISH_VENV, or in
# target/publish-venv. Does nothing if they are there.
set -euo pipefail
cd "$(dirname "$0")"

venv=${NENDO_PUBLISH_VENV:-../../target/publish-venv}
if ! cmp --silent requirements.txt "$venv/requirements.txt" || ! "$venv/bin/python" -c ''; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  # Every package is listed. None is built here, but for pyftpdlib, which is published as its source alone and needs setuptools.
  install=("$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary ':all:')
  "${install[@]}" "$(grep '^setuptools==' requirements.txt)"
  "${install[@]}" --no-binary pyftpdlib --no-build-isolation --requirement requirements.txt
  "$venv/bin/pip" check --disable-pip-version-check
  cp requirements.txt "$venv/"
fi
