#!/usr/bin/env bash
# Lints the contract and writes its stubs, with pinned tools in a virtual environment of their own.
#   proto/generate.sh           writes backend/hintpen/v1
#   proto/generate.sh --check   writes nothing; fails when the committed stubs are not what the contract says
set -euo pipefail
cd "$(dirname "$0")"
tools=../.cache/proto-venv
if ! cmp -s requirements.lock "$tools/requirements.lock"; then
  python3 -m venv --clear "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
  cp requirements.lock "$tools/requirements.lock"
fi
generate() {  # into the folder $1
  "$tools/bin/python" -m grpc_tools.protoc -I . --python_out="$1" --pyi_out="$1" --grpc_python_out="$1" hintpen/v1/colorizer.proto
}
if [ "${1:-}" = --check ]; then
  if command -v npm >/dev/null; then
    npm install --loglevel=error --no-audit --no-fund
    npx --no-install buf lint
    npx --no-install buf format --diff --exit-code
  elif [ -n "${CI:-}" ]; then
    echo "npm is missing: install it, so that buf can lint the contract" >&2
    exit 1
  fi
  fresh=$(mktemp -d)
  trap 'rm -rf "$fresh"' EXIT
  generate "$fresh"
  for file in "$fresh"/hintpen/v1/*; do
    cmp "$file" "../backend/hintpen/v1/$(basename "$file")" || {
      echo "the committed stubs differ from the contract: run proto/generate.sh" >&2
      exit 1
    }
  done
else
  generate ../backend
fi
