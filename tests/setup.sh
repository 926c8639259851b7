#!/usr/bin/env bash
# Makes a Debian 12 with Rust, Node and a C compiler ready to build and test. Asks nothing, and does nothing twice.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
  # building: window, SQLCipher's libcrypto, and bindgen for SQLite's session extension
  libwebkit2gtk-4.1-dev pkg-config libssl-dev libclang1-14 libclang-common-14-dev
  # window tests
  webkit2gtk-driver xvfb fonts-noto-cjk util-linux
  # reading back what was written (pdf, xlsx, sticks), and what was asked of the network
  poppler-utils qpdf libreoffice-calc-nogui dosfstools strace
  # typing Chinese in the window: an input method on a bus of its own, a keyboard, the clipboard
  ibus ibus-gtk3 ibus-libpinyin dbus-daemon xdotool xclip
  # printing: a service of the test's own, with a queue that writes PDFs
  cups cups-client printer-driver-cups-pdf
)

say() { printf 'setup: %s\n' "$*" >&2; }

need() {
  command -v "$1" >/dev/null && return
  say "$1 is missing; install $2 first."
  exit 1
}

missing_packages() {
  local package
  for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
  if ! command -v dpkg-query >/dev/null; then
    say "this is not Debian; the build needs what these packages hold: ${packages[*]}"
    return
  fi
  local missing
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
    say "packages are missing and sudo wants a password. As root, run:"
    say "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    exit 1
  fi
  say "installing ${missing[*]}"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
  as_root "${apt[@]}" update || say "apt-get update failed; trying with the lists that are here"
  as_root "${apt[@]}" install --yes --no-install-recommends "${missing[@]}" >/dev/null
}

# npm ci takes the folder away first, so it runs only when the lock file has changed.
install_node_modules() {
  local stamp=ui/node_modules/.installed
  cmp -s ui/package-lock.json "$stamp" && return
  say "installing the window's node modules"
  npm --prefix ui ci --no-audit --no-fund --loglevel=error
  cp ui/package-lock.json "$stamp"
}

need cargo "Rust (https://rustup.rs)"
need npm "Node 20 or newer"
need cc "a C compiler (apt-get install build-essential)"
install_packages
install_node_modules
