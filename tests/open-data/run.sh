#!/usr/bin/env bash
# Judges the open data of the sites that `make sites` builds. Validators that are not there, or not those of requirements.txt, are installed.
set -euo pipefail
cd "$(dirname "$0")"

venv=../../target/open-data-venv
if ! cmp --silent requirements.txt "$venv/requirements.txt" || ! "$venv/bin/python" -c ''; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  # Every package is listed, and none is built here.
  "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary :all: --requirement requirements.txt
  "$venv/bin/pip" check --disable-pip-version-check
  cp requirements.txt "$venv/"
fi
PYTHONDONTWRITEBYTECODE=1 exec "$venv/bin/python" -m pytest -p no:cacheprovider --quiet "$@"
