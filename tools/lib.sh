# Shared by the scripts of this folder: steps, failures, packages, builds.
# Sourced, never run. The caller sets STEPS to how many steps it has.

set -euo pipefail

# asked_for_help ARGUMENT...: true where one of them is --help or -h.
asked_for_help() {
  local argument
  for argument in "$@"; do
    case "$argument" in --help | -h) return 0 ;; esac
  done
  return 1
}

# The remarks at the head of the script that sourced this are its help: they are
# printed before anything is done.
if asked_for_help "$@"; then
  sed -n -e '1d' -e '/^#/!q' -e 's/^# \{0,1\}//p' "$0"
  exit 0
fi

cd "$(dirname "${BASH_SOURCE[0]}")/.."

STEP=0
LOG_FOLDER=build/log
mkdir -p "$LOG_FOLDER"

# step TEXT: says what happens next.
step() {
  STEP=$((STEP + 1))
  printf '[%s/%s] %s\n' "$STEP" "$STEPS" "$1"
}

# fail TEXT: one clear line that says what to do, then the end.
fail() {
  printf 'failed: %s\n' "$1" >&2
  exit 1
}

# quietly NAME HINT COMMAND...: runs a command with its output in
# build/log/NAME.log; on failure shows the end of it and the hint.
quietly() {
  local name=$1 hint=$2
  shift 2
  local log=$LOG_FOLDER/$name.log
  if ! "$@" >"$log" 2>&1; then
    tail -n 25 "$log" >&2
    fail "$hint (whole output: $log)"
  fi
}

# Debian 12 packages; one name a line in tools/packages.txt, # for remarks.
packages() {
  sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "tools/packages${1:-}.txt"
}

missing_packages() {
  local name
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null |
      grep -q '^install ok installed$' || printf '%s\n' "$name"
  done
}

# install_packages SUFFIX...: installs what is missing from tools/packages*.txt.
install_packages() {
  command -v dpkg-query >/dev/null ||
    fail "this is not Debian; install the packages of tools/packages.txt by hand"
  local wanted=() lacking=() suffix
  for suffix in "" "$@"; do
    mapfile -t -O "${#wanted[@]}" wanted < <(packages "$suffix")
  done
  mapfile -t lacking < <(missing_packages "${wanted[@]}")
  if [ "${#lacking[@]}" -eq 0 ]; then
    printf '      all %s packages are there\n' "${#wanted[@]}"
    return
  fi
  [ "$(id -u)" -eq 0 ] ||
    fail "as root, run: apt-get install --no-install-recommends ${lacking[*]}"
  printf '      %s of %s packages to install\n' "${#lacking[@]}" "${#wanted[@]}"
  export DEBIAN_FRONTEND=noninteractive
  quietly apt-update "the package lists cannot be fetched; check the network" \
    apt-get update
  quietly apt-install "the packages cannot be installed; see above" \
    apt-get install -y --no-install-recommends "${lacking[@]}"
}

# build PRESET TARGET...: configures and builds, showing ninja's own progress
# on a terminal and its last line elsewhere.
build() {
  local preset=$1
  shift
  quietly "configure-$preset" "the build cannot be configured; see above" \
    cmake --preset "$preset"
  if [ -t 1 ]; then
    cmake --build "build/$preset" --target "$@" ||
      fail "the build of preset $preset stopped; see above"
  else
    quietly "build-$preset" "the build of preset $preset stopped; see above" \
      cmake --build "build/$preset" --target "$@"
  fi
}
