#!/usr/bin/env bash
# Prepares a real Krita for the tests: the distribution's packages, and a home in which Krita has started once.
#
#   HINTPEN_HOSTS_MATRIX  1: also Krita 5.2, 5.3 and 6, in roots of newer Debians (needs root; 1.2 GB each)
#   HINTPEN_HOSTS_CACHE   where those roots are kept: /var/cache/hintpen
#
# May be run again at any time: what is there stays. A first start of a home takes 20 to 30 s, later ones 3.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
cache=${HINTPEN_HOSTS_CACHE:-/var/cache/hintpen}
packages=(krita python3-pyqt5 xvfb xauth x11-apps imagemagick xdotool dbus-x11)

say() { echo "prepare_krita: $*"; }

give_up() { say "$*" >&2; exit 1; }

install_packages() { # names
  local missing=() package root=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installs ${missing[*]}"
  [ "$(id -u)" = 0 ] || root=(sudo)
  # Without recommended packages python3-pyqt5 has to be named: Krita's Python is silently dead without it.
  local install=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}")
  "${install[@]}" > /dev/null 2>&1 || { "${root[@]}" apt-get update -q > /dev/null && "${install[@]}" > /dev/null; }
}

warm_home() { # root or nothing, home as seen from there
  local root=$1 home=$1$2 version run enter=()
  [ -z "$root" ] || enter=(chroot "$root")
  version=$("${enter[@]}" dpkg-query -W -f '${Version}' krita)
  if [ "$(cat "$home/.krita-version" 2> /dev/null)" = "$version" ] && driver_is_current "$home"; then
    say "Krita $version is ready"
    return
  fi
  say "starts Krita $version once"
  rm -rf "$home"
  mkdir -p "$home/.config" "$home/.local/share/krita/pykrita"
  printf '[python]\nenable_hintpen=true\nenable_hintpen_driver=true\n' > "$home/.config/kritarc"
  cp -r "$here/krita/driver/." "$home/.local/share/krita/pykrita/"
  run=$(mktemp -d -p "$root/tmp")
  # A script without scenarios: Krita starts, and ends. -ac: a root does not see the file with the display's key.
  env -i PATH="$PATH" HOME="$2" XDG_RUNTIME_DIR="${run#"$root"}" LANG=C.UTF-8 \
    HINTPEN_DRIVER_SCRIPT=/dev/null HINTPEN_DRIVER_REPORT="${run#"$root"}/report.json" \
    timeout 180 xvfb-run -a -n $((100 + RANDOM % 400)) -s '-screen 0 1600x1000x24 -ac' "${enter[@]}" krita --nosplash > "$run/log" 2>&1 ||
    { cat "$run/log" >&2; give_up "Krita did not start"; }
  rm -rf "$run"
  echo "$version" > "$home/.krita-version"
}

driver_is_current() { # home
  diff -rq -x __pycache__ "$here/krita/driver/hintpen_driver" "$1/.local/share/krita/pykrita/hintpen_driver" > /dev/null
}

debian_mirror() { # that of the machine's own sources
  { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2> /dev/null || true; } |
    sed -n -E -e 's/^URIs: *([^ ]+\/debian)\/?( .*)?$/\1/p' -e 's/^deb (\[[^]]*\] )?([^ ]+\/debian)\/? .*/\2/p' | head -n 1
}

make_root() { # name, Krita's packages, suites; the first is what the root is made of
  local root=$cache/krita-$1-root mirror options sources=() suite
  if [ ! -d "$root" ]; then
    say "makes a root with Krita of Debian $1 in $root (2 to 4 minutes, 1.2 GB)"
    mirror=$(debian_mirror)
    [ -n "$mirror" ] || give_up "other Kritas are prepared on Debian only"
    for suite in "${@:3}"; do sources+=("deb $mirror $suite main"); done
    options=$(mktemp)
    { apt-config dump | grep -E '^Acquire::(Check-|Retries|http)' || true; echo 'Apt::Install-Recommends "false";'; } > "$options"
    mkdir -p "$cache"
    rm -rf "$root.part"
    mmdebstrap --quiet --variant=apt --aptopt="$options" --include="ca-certificates,fonts-dejavu-core,imagemagick,$2" \
      "$3" "$root.part" "${sources[@]}" || give_up "could not make the root: are Debian's package servers reachable?"
    rm "$options"
    mv "$root.part" "$root"
  fi
  warm_home "$root" /opt/hintpen/home
}

command -v apt-get > /dev/null || give_up "knows apt-get only: install Krita 5.1 or later yourself"
install_packages "${packages[@]}"
warm_home "" "$checkout/.cache/hosts/krita/home"
if [ "${HINTPEN_HOSTS_MATRIX:-}" = 1 ]; then
  install_packages mmdebstrap
  make_root trixie krita,python3-pyqt5 trixie
  make_root forky krita,python3-pyqt5 forky
  make_root experimental krita/experimental,krita-data/experimental,python3-pyqt6 sid experimental
fi
