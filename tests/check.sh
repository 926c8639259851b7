#!/usr/bin/env bash
# Everything that must hold before a change is handed in. Goes on after a failure, so that one run tells all of them.
# The last line is "N passed, N failed": tests of Rust and of the window's code, and each failed step as one more.
set -uo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed_steps=()

step() {
  local name=$1
  shift
  printf '\n== %s\n' "$name"
  "$@" 2>&1 | tee -a "$log"
  [ "${PIPESTATUS[0]}" = 0 ] && return
  failed_steps+=("$name")
  return 1
}

# What the tests and the build write into the tree must be what is committed.
generated() {
  git status --porcelain -- Cargo.lock ui/package-lock.json ui/src && git diff -- Cargo.lock ui/package-lock.json ui/src
}

unchanged() {
  [ "$(generated)" = "$before" ] && return
  git --no-pager diff --stat -- Cargo.lock ui/package-lock.json ui/src
  echo "the checks have rewritten generated files: commit them (make bless renews them)"
  return 1
}

# Sums the numbers before a word in the lines that match: sum 'test result:' passed.
sum() {
  sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -E "$1" | grep -oE "[0-9]+ $2" | awk '{ n += $1 } END { print n + 0 }'
}

in_git=$(git rev-parse --is-inside-work-tree 2>/dev/null || true)
before=$([ -z "$in_git" ] || generated)

step "rustfmt" cargo fmt --all --check
step "ui: types and lints" npm --prefix ui run --silent check
step "ui: tests" npm --prefix ui run --silent test
if step "ui: build" npm --prefix ui run --silent build; then
  step "clippy" cargo clippy --workspace --all-targets --locked -- -D warnings
  # The window tests start the built program, and cargo test does not build it.
  if step "build" cargo build --workspace --locked; then
    step "cargo test" cargo test --workspace --locked --no-fail-fast
  fi
fi
[ -z "$in_git" ] || step "generated files" unchanged

cargo_line='^test result:'
vitest_line='^ *Tests  '
passed=$(($(sum "$cargo_line" passed) + $(sum "$vitest_line" passed)))
failed=$(($(sum "$cargo_line" failed) + $(sum "$vitest_line" failed)))
for name in "${failed_steps[@]}"; do printf '\nfailed: %s' "$name"; done
# A step that failed without a failed test (a lint, a build) counts as one.
[ "$failed" -ge ${#failed_steps[@]} ] || failed=${#failed_steps[@]}
printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ ${#failed_steps[@]} = 0 ]
