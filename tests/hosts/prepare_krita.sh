#!/usr/bin/env bash
# Prepares a real Krita for the tests: the distribution's packages, and a home in which Krita has started once.
#
# May be run again at any time: what is there stays. A first start of a home takes 20 to 30 s, later ones 3.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
home=$checkout/.cache/hosts/krita/home
packages=(krita python3-pyqt5 xvfb xauth x11-apps imagemagick xdotool dbus-x11)

say() { echo "prepare_krita: $*"; }

install_packages() {
  local missing=() package
  for package in "${packages[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installs ${missing[*]}"
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  # Without recommended packages python3-pyqt5 has to be named: Krita's Python is silently dead without it.
  local install=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}")
  "${install[@]}" > /dev/null 2>&1 || { "${root[@]}" apt-get update -q > /dev/null && "${install[@]}" > /dev/null; }
}

warm_home() {
  local version stamp=$home/.krita-version run
  version=$(dpkg-query -W -f '${Version}' krita)
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$version" ] && driver_is_current; then
    say "Krita $version is ready"
    return
  fi
  say "starts Krita $version once"
  rm -rf "$home"
  mkdir -p "$home/.config" "$home/.local/share/krita/pykrita"
  printf '[python]\nenable_hintpen=true\nenable_hintpen_driver=true\n' > "$home/.config/kritarc"
  cp -r "$here/krita/driver/." "$home/.local/share/krita/pykrita/"
  run=$(mktemp -d)
  # A script without scenarios: Krita starts, and ends.
  HOME=$home XDG_RUNTIME_DIR=$run LANG=C.UTF-8 HINTPEN_DRIVER_SCRIPT=/dev/null HINTPEN_DRIVER_REPORT=$run/report.json \
    timeout 180 xvfb-run -a -s '-screen 0 1600x1000x24' krita --nosplash > "$run/log" 2>&1 ||
    { cat "$run/log" >&2; say "Krita did not start" >&2; exit 1; }
  rm -rf "$run"
  echo "$version" > "$stamp"
}

driver_is_current() {
  diff -rq -x __pycache__ "$here/krita/driver/hintpen_driver" "$home/.local/share/krita/pykrita/hintpen_driver" > /dev/null
}

command -v apt-get > /dev/null || { say "knows apt-get only: install Krita 5.1 or later yourself" >&2; exit 1; }
install_packages
warm_home
