# Set-up shared by web/run and tests/run (bash, sourced).
#
# need_packages GROUP...   installs the Debian packages of the groups that are missing here
# need_sources             unpacks Dear ImGui and SDL2 to build/third_party/, checked by SHA-256
# need_headers             links the header-only libraries to build/third_party/include/
# need_fonts               cuts the interface fonts to size into build/fonts/
# need_modules FOLDER HOME  installs a folder's npm packages, at the versions of its lock file, to build/HOME/node_modules
# build NAME TARGET...     builds targets in build/native or build/wasm
#
# Every function leaves a whole result or none: work happens in a temporary folder that is renamed at the end.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=$ROOT/build
THIRD_PARTY=$BUILD/third_party

if [ -t 1 ]; then bold=$'\e[1m' dim=$'\e[2m' red=$'\e[31m' plain=$'\e[0m'; else bold= dim= red= plain=; fi
say()  { printf '%s\n' "${bold}parley${plain} $*"; }
fail() { printf '%s\n' "${red}parley: $*${plain}" >&2; exit 1; }

# --- Debian packages ---------------------------------------------------------------------------------------------

# One "package:proof" each: a proof with a slash is a file, one without is a command on the PATH.
packages_native='cmake:cmake ninja-build:ninja g++:g++ doctest-dev:/usr/include/doctest/doctest.h
  nlohmann-json3-dev:/usr/include/nlohmann/json.hpp libcli11-dev:/usr/include/CLI/CLI.hpp
  xz-utils:xz'
packages_fonts='fonts-inter:/usr/share/fonts/opentype/inter python3-fonttools:/usr/lib/python3/dist-packages/fontTools'
packages_web='nodejs:node npm:npm esbuild:esbuild zip:zip node-marked:/usr/share/nodejs/marked/package.json'
packages_browser='chromium:chromium unzip:unzip'

# An emcc on the PATH will do if it is 3.1.6 or newer.
have_emcc() {
  local version
  version=$(emcc --version 2>/dev/null) || return 1
  [[ $version =~ [0-9]+\.[0-9]+\.[0-9]+ ]] && printf '3.1.6\n%s\n' "${BASH_REMATCH[0]}" | sort -CV
}

# Runs a command as root, through sudo when needed.
as_root() {
  if [ "$(id -u)" = 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
  else sudo env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

need_packages() {
  local group list entry package proof missing=() log
  for group; do
    list=packages_$group
    for entry in ${!list}; do
      package=${entry%%:*} proof=${entry#*:}
      case $proof in
        */*) [ -e "$proof" ] ;;
        *)   command -v "$proof" >/dev/null ;;
      esac || missing+=("$package")
    done
    if [ "$group" = web ] && ! have_emcc; then missing+=(emscripten); fi
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local by_hand="apt-get update && apt-get install --no-install-recommends ${missing[*]}" broken
  command -v apt-get >/dev/null ||
    fail "these tools are missing and there is no apt-get to install them (Debian 12 is assumed): ${missing[*]}"
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || fail "missing: ${missing[*]}. As root, run: $by_hand"
    by_hand="sudo sh -c '$by_hand'"
  fi
  broken=$(dpkg --audit 2>/dev/null | sed -n 's/^ \([a-z0-9][^ ]*\) .*/\1/p' | xargs)
  [ -z "$broken" ] || fail "a package is half installed ($broken). Mend it with: dpkg --configure -a && apt-get -f install"

  say "installing ${missing[*]} ${dim}(Debian packages, once)${plain}"
  mkdir -p "$BUILD" || fail "cannot write to $BUILD"
  log=$BUILD/apt.log
  # An update may fail for a source that has nothing to do with us; whether it was good enough, the installation tells.
  as_root apt-get -o DPkg::Lock::Timeout=300 update >"$log" 2>&1 || true
  as_root apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -y --no-install-recommends install "${missing[@]}" >>"$log" 2>&1 ||
    fail "apt could not install ${missing[*]}: $(why_apt_failed "$log") Try by hand: $by_hand"
}

# Reads an apt log and says in one sentence what went wrong.
why_apt_failed() {
  if   grep -qiE 'No space left|enough free space' "$1"; then echo 'the disk is full (df -h shows it).'
  elif grep -qiE 'Could not resolve|Failed to fetch|Unable to connect|Temporary failure|Cannot initiate' "$1"; then
    echo 'the package archive cannot be reached (is the network up?).'
  elif grep -qiE 'dpkg was interrupted|not fully installed|unmet dependencies' "$1"; then
    echo 'a package is half installed; mend it with: dpkg --configure -a && apt-get -f install.'
  elif grep -qiE 'Unable to locate package|no installation candidate' "$1"; then
    echo 'this system does not offer one of them (Debian 12 is assumed).'
  elif grep -qiE 'a password is required|not in the sudoers' "$1"; then echo 'sudo was refused.'
  else echo "see $1."; fi
}

# --- Third-party source ------------------------------------------------------------------------------------------

# Folder, Debian source package, upstream archive, its SHA-256. The Debian part of a source package changes at point
# releases, the upstream archive does not; only the archive is used. Both are in Debian 13 "trixie".
sources='
imgui-1.90.1 imgui   imgui_1.90.1+ds.orig.tar.xz         ecce377df0f90b292f15dcbd83d438bddc162b2388c881132bde18c787572a1c
SDL2-2.32.4  libsdl2 libsdl2_2.32.4+dfsg.orig.tar.gz     d364cded8bf41f3f503014d3fb6473f1a7077ff468da1638dae4a6bec6ef2277'

need_sources() {
  local folder package archive sum work
  while read -r folder package archive sum; do
    if [ -z "$folder" ] || [ "$(cat "$THIRD_PARTY/$folder/.sha256" 2>/dev/null)" = "$sum" ]; then continue; fi
    work=$THIRD_PARTY/.work
    rm -rf "$work" && mkdir -p "$work/unpacked" || fail "cannot write to $THIRD_PARTY (is the disk full? df -h shows it)"
    if ! sum_is "$sum" "$THIRD_PARTY/$archive"; then
      say "fetching ${folder/-/ } ${dim}(source, once)${plain}"
      download_source "$package" "$work"
      [ -e "$work/$archive" ] || fail "the Debian archive no longer offers $archive; the pinned versions in web/setup.sh need a look"
      sum_is "$sum" "$work/$archive" || fail "$archive is not the file it should be (its SHA-256 differs); nothing was unpacked"
      mv "$work/$archive" "$THIRD_PARTY/"
    fi
    tar -xf "$THIRD_PARTY/$archive" -C "$work/unpacked" --strip-components=1 &&
      echo "$sum" >"$work/unpacked/.sha256" || fail "cannot unpack $archive (is the disk full? df -h shows it)"
    rm -rf "${THIRD_PARTY:?}/$folder" && mv "$work/unpacked" "$THIRD_PARTY/$folder" && rm -rf "$work"
  done <<<"$sources"
}

sum_is() { [ -e "$2" ] && [ "$(sha256sum <"$2" | cut -d' ' -f1)" = "$1" ]; }

debian_archive() {
  apt-get indextargets --format '$(REPO_URI) $(LABEL)' 'Created-By: Packages' 2>/dev/null | awk '$2 == "Debian" && !n++ { print $1 }'
}

# Downloads the upstream archive of a trixie source package into a folder. apt runs with a private configuration: its
# own source line, lists and cache, so the machine's own set-up is neither changed nor relied on beyond the archive's address.
download_source() {
  local package=$1 work=$2 archive log=$BUILD/apt.log
  archive=$(debian_archive)
  if [ -z "$archive" ]; then  # no package lists yet: refresh them once
    as_root apt-get -o DPkg::Lock::Timeout=300 update >"$log" 2>&1 || fail "apt-get update failed: $(why_apt_failed "$log")"
    archive=$(debian_archive)
  fi
  [ -n "$archive" ] || fail "apt knows no Debian archive on this machine, so the source of $package cannot be fetched"
  mkdir -p "$work/apt/lists/partial" "$work/apt/archives/partial"
  echo "deb-src $archive trixie main" >"$work/apt/sources.list"
  cat >"$work/apt/apt.conf" <<CONF
Dir::Etc::SourceList "$work/apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::State::lists "$work/apt/lists";
Dir::Cache "$work/apt";
APT::Sandbox::User "root";
CONF
  (cd "$work" && export APT_CONFIG=$work/apt/apt.conf &&
   apt-get update && apt-get source --tar-only --download-only "$package") >"$log" 2>&1 ||
    fail "the source of $package could not be fetched: $(why_apt_failed "$log") Run the same command again when that is mended."
}

# emcc must see the header-only libraries and nothing else of /usr/include, whose C library is not its own.
need_headers() {
  local name
  mkdir -p "$THIRD_PARTY/include" || fail "cannot write to $THIRD_PARTY"
  for name in doctest nlohmann CLI; do
    [ -e "$THIRD_PARTY/include/$name" ] || ln -sfn "/usr/include/$name" "$THIRD_PARTY/include/$name"
  done
}

need_fonts() {
  local recipe=$ROOT/web/third_party/fonts.py inter=/usr/share/fonts/opentype/inter work=$BUILD/.fonts stamp
  stamp=$(cat "$recipe" "$inter/Inter-Regular.otf" 2>/dev/null | sha256sum)
  [ "$(cat "$BUILD/fonts/.stamp" 2>/dev/null)" != "$stamp" ] || return 0
  say "cutting the fonts to size"
  rm -rf "$work" && mkdir -p "$work" &&
    # Debian's own python3, which has fontTools; another one may come first on the PATH.
    /usr/bin/python3 "$recipe" "$inter" "$work" && echo "$stamp" >"$work/.stamp" ||
    fail "the fonts could not be made from the package fonts-inter; try: apt-get install --reinstall fonts-inter python3-fonttools"
  rm -rf "$BUILD/fonts" && mv "$work" "$BUILD/fonts"
}

# --- Packages of npm ----------------------------------------------------------------------------------------------

need_modules() {
  local from=$ROOT/$1 home=$BUILD/$2 work=$BUILD/.$2 stamp
  stamp=$(cat "$from/package.json" "$from/package-lock.json" | sha256sum)
  [ "$(cat "$home/.stamp" 2>/dev/null)" != "$stamp" ] || return 0
  say "installing the npm packages of $1 ${dim}(once)${plain}"
  rm -rf "$work" && mkdir -p "$work" && cp "$from/package.json" "$from/package-lock.json" "$work/" || fail "cannot write to $BUILD"
  (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund >"$BUILD/npm.log" 2>&1) ||
    fail "npm could not install the packages of $1 (is the network up? build/npm.log tells more); try: cd $1 && npm ci"
  echo "$stamp" >"$work/.stamp"
  rm -rf "$home" && mv "$work" "$home"
}

# --- Building ----------------------------------------------------------------------------------------------------

# What a first build writes, roughly, in MB. Asked before work starts: a full disk in the middle gives obscure errors.
need_disk() {
  local free
  mkdir -p "$BUILD" 2>/dev/null && [ -w "$BUILD" ] || fail "cannot write to $BUILD"
  free=$(df -Pm "$BUILD" | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$1" ] || fail "only $free MB are free where build/ lives; about $1 MB are needed (df -h shows the disks)"
}

# One build at a time: two would write the same files. build_done lets the next one in.
build_begin() {
  exec 9>"$BUILD/.lock"
  flock -n 9 || { say "another build is running here, waiting for it"; flock 9; }
}
build_done() { exec 9>&-; }

# build NAME TARGET...   configures build/NAME on the first time and builds the targets; later ones re-configure by themselves.
build() {
  local name=$1 folder=$BUILD/$1 wrap= tools; shift
  [ "$name" != wasm ] || wrap=emcmake
  # Another compiler, or a tree that has moved, starts afresh.
  tools="$ROOT $(cmake --version) $(if [ "$name" = wasm ]; then emcc --version; else c++ --version; fi 2>/dev/null)"
  if [ "$(cat "$folder/.tools" 2>/dev/null)" != "$tools" ]; then
    rm -rf "$folder"
    $wrap cmake -S "$ROOT" -B "$folder" -G Ninja >"$BUILD/configure-$name.log" 2>&1 || {
      cat "$BUILD/configure-$name.log" >&2; fail "the $name build could not be configured (see above)"; }
    echo "$tools" >"$folder/.tools"
  fi
  cmake --build "$folder" --parallel "$(nproc)" --target "$@" || fail "the $name build failed (see above)"
}
