#!/usr/bin/env bash
# Prepares a real GIMP 3 for the tests: the machine's own, else one in a Debian 13 root that is kept and used again.
#
#   HINTPEN_HOSTS_CACHE   where roots are kept: /var/cache/hintpen for root, else .cache/hosts in the checkout
#   HINTPEN_HOSTS_MATRIX  1: also GIMP 3.2, in a root of Debian's testing release
#
# A root holds GIMP, the server's packages for that root's Python (/opt/hintpen/packages, from requirements.lock) and
# a home in which GIMP has started once (/opt/hintpen/home): a first start takes four times as long.
set -euo pipefail
checkout=$(cd "$(dirname "$0")/../.." && pwd)
if [ "$(id -u)" = 0 ]; then default_cache=/var/cache/hintpen; else default_cache=$checkout/.cache/hosts; fi
cache=${HINTPEN_HOSTS_CACHE:-$default_cache}

gimp_packages=gimp,gimp-data,gir1.2-gimp-3.0,python3,python3-gi,python3-gi-cairo,fonts-dejavu-core,xvfb,xauth,xdotool,imagemagick,dbus-x11
server_packages='numpy|scipy|opencv-python-headless|grpcio|grpcio-health-checking|grpcio-reflection|grpcio-status|googleapis-common-protos|protobuf|typing-extensions|pillow|psd-tools|tqdm'

say() { echo "prepare_gimp: $*"; }

give_up() { say "$*" >&2; exit 1; }

has_gimp3() { # of the machine itself, with all that the tests drive it with
  command -v xvfb-run xdotool import > /dev/null && /usr/bin/python3 -c 'import gi; gi.require_version("Gimp", "3.0")' 2> /dev/null &&
    compgen -G '/usr/bin/gimp-console-3*' > /dev/null
}

debian_mirror() { # that of the machine's own sources; nothing on other distributions: mmdebstrap knows Debian's
  grep -qx 'ID=debian' /etc/os-release || return 0
  { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2> /dev/null || true; } |
    sed -n -E -e 's/^URIs: *([^ ]+\/debian)\/?( .*)?$/\1/p' -e 's/^deb (\[[^]]*\] )?([^ ]+\/debian)\/? .*/\2/p' | head -n 1
}

make_root() { # suite, folder
  say "makes a Debian $1 root with GIMP in $2 (a few minutes, 1.3 GB)"
  local options part=$2.part mirror
  options=$(mktemp)
  apt-config dump | grep -E '^Acquire::(Check-|Retries|http)' > "$options" || true
  echo 'Apt::Install-Recommends "false";' >> "$options"
  mirror=$(debian_mirror)
  rm -rf "$part"
  mmdebstrap --quiet --variant=apt --aptopt="$options" --include="ca-certificates,$gimp_packages" "$1" "$part" ${mirror:+"$mirror"} ||
    give_up "could not make the root: are Debian's package servers reachable?"
  rm "$options"
  mv "$part" "$2"
}

add_server() { # root: what the server needs, for the root's Python
  local lock version folder=$1/opt/hintpen/packages
  lock=$(mktemp)
  awk -v names="$server_packages" '/^[a-z]/ {keep = $0 ~ "^(" names ")=="} keep' "$checkout/requirements.lock" > "$lock"
  if cmp -s "$lock" "$folder/installed.lock"; then rm "$lock"; return; fi
  version=$(chroot "$1" python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  say "installs the server's packages for Python $version in $folder"
  [ -x "$cache/pip/bin/pip" ] || python3 -m venv "$cache/pip"
  rm -rf "$folder"
  mkdir -p "$folder"
  "$cache/pip/bin/pip" install --quiet --quiet --disable-pip-version-check --target "$folder" --python-version "$version" \
    --only-binary=:all: --no-deps --require-hashes -r "$lock" || give_up "could not install the server's packages"
  mv "$lock" "$folder/installed.lock"
}

warm_up() { # root
  local home=$1/opt/hintpen/home
  [ -e "$home" ] && return
  say "starts GIMP for the first time"
  rm -rf "$home.part"
  mkdir -p "$home.part"
  env -i PATH=/usr/sbin:/usr/bin:/bin HOME=/opt/hintpen/home.part LANG=C.UTF-8 timeout 120 chroot "$1" \
    gimp-console -idf --batch-interpreter=python-fu-eval -b 'print("started")' --quit > /dev/null 2>&1 ||
    give_up "GIMP in $1 does not start"
  mv "$home.part" "$home"
}

prepare_root() { # suite, name
  local root=$cache/$2
  mkdir -p "$cache"
  exec 9> "$cache/$2.lock"
  flock 9 # two checkouts may share the cache
  [ -d "$root" ] || make_root "$1" "$root"
  add_server "$root"
  warm_up "$root"
  say "GIMP is ready in $root"
}

if has_gimp3; then
  say "uses the machine's own GIMP"
else
  [ "$(id -u)" = 0 ] || give_up "this machine has no GIMP 3, and a root for one can only be made and entered by root: install gimp >= 3, xvfb, xdotool, imagemagick and python3-gi, or run this as root"
  command -v mmdebstrap > /dev/null || apt-get install -y -qq --no-install-recommends mmdebstrap
  prepare_root trixie gimp3-root
fi
if [ "${HINTPEN_HOSTS_MATRIX:-}" = 1 ]; then
  prepare_root testing gimp32-root
fi
