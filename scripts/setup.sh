#!/usr/bin/env bash
# Install what the project needs: `setup.sh environment DIR` makes the Python environment, `setup.sh libraries DIR` fetches with it the
# scripts that pages load, `setup.sh browser` sees to Chromium, Firefox and WebKit, `setup.sh office` to a LibreOffice,
# which the tests open documents with.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { echo "== $*"; }

apt_install() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Missing: $*. Install it, for example:  sudo apt-get install $*" >&2
    exit 2
  fi
  say "Installing $* from Debian"
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

environment() {
  local python=${PYTHON:-python3} folder=$1
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $python is older." >&2; exit 2; }
  "$python" -c 'import ensurepip' 2>/dev/null || apt_install python3-venv
  say "Making the Python environment in $folder"
  "$python" -m venv --clear "$folder"
  say "Installing the locked dependencies (about a minute)"
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
}

packages() {
  local bin=$PWD/$1/bin folder=$2
  shift 2
  say "Fetching the locked packages of $folder"
  (cd "$folder" && PATH=$bin:$PATH npm ci --ignore-scripts --loglevel=error "$@" >/dev/null)
}

browser() {
  local missing=()
  [ -n "${MALLISTO_CHROMIUM:-}" ] || command -v chromium >/dev/null || missing+=(chromium)
  command -v firefox-esr >/dev/null || missing+=(firefox-esr)
  command -v WebKitWebDriver >/dev/null || missing+=(webkit2gtk-driver)
  command -v Xvfb >/dev/null || missing+=(xvfb)
  [ ${#missing[@]} -eq 0 ] || apt_install "${missing[@]}"
}

office() {
  # Each program has a library of its own; a machine may have one of them only.
  for library in libswlo libsclo libsdlo; do
    [ -e "/usr/lib/libreoffice/program/$library.so" ] || { apt_install libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui; break; }
  done
}

case "${1:-}" in
  environment) environment "${2:-.venv}" ;;
  packages) packages "${@:2}" ;;
  browser) browser ;;
  office) office ;;
  *) echo "usage: setup.sh environment DIR | packages DIR FOLDER [OPTION …] | browser | office" >&2; exit 2 ;;
esac
