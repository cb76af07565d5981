#!/usr/bin/env bash
# Prepares the real drawing programs for the tests. May be run again at any time.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/prepare_krita.sh"
"$here/prepare_gimp.sh"
