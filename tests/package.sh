#!/usr/bin/env bash
# Builds the programs for handing out, and the Debian package where Tauri's bundler is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
release=${CARGO_TARGET_DIR:-target}/release

cargo build --release --locked
echo "Made: $release/liaison-station $release/station"
bundler=$PWD/ui/node_modules/.bin/tauri
if [ -x "$bundler" ]; then
  (cd src-tauri && "$bundler" build --bundles deb -- --locked)
  find "$release/bundle/deb" -name '*.deb'
else
  echo "No Debian package: @tauri-apps/cli is not among the node modules (npm --prefix ui install --no-save @tauri-apps/cli@2)."
fi
