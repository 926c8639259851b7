#!/usr/bin/env bash
# Opens the window; without a screen makes the demonstration's files instead.
set -euo pipefail
cd "$(dirname "$0")/.."
programs=${CARGO_TARGET_DIR:-target}/debug

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$programs/liaison-station" "$@"
fi
echo "There is no screen here (DISPLAY and WAYLAND_DISPLAY are empty), so instead of the window: station demo --out demo"
rm -rf demo # made by an earlier run
"$programs/station" demo --out demo
echo "Made:"
find demo -type f | sort | sed 's/^/  /'
