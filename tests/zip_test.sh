#!/usr/bin/env bash
# What a facilitator gets: the archive unpacks, its checksums hold, and it has the very page that was built.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

check() {
  local sentence=$1; shift
  if "$@" >"$work/out" 2>&1; then passed=$((passed + 1)); echo "ok    $sentence"
  else failed=$((failed + 1)); echo "FAIL  $sentence"; sed 's/^/      /' "$work/out"; fi
}
version=$(sed -n 's/.*PARLEY_VERSION "\(.*\)"/\1/p' "$root/build/wasm/generated/parley_version.h")
zip=$root/build/parley-$version.zip folder=$work/parley-$version

one_folder() { [ "$(ls "$work" | grep -v out)" = "parley-$version" ]; }
sums_hold() { (cd "$folder" && sha256sum -c SHA256SUMS); }
sums_are_whole() { diff <(cd "$folder" && ls | grep -v SHA256SUMS | sort) <(cut -c67- "$folder/SHA256SUMS" | sort); }
no_address() { ! grep -nE -e 'src="http|href="http' "$folder/QUICKSTART.html" && ! grep -nF -e "$root" "$folder/QUICKSTART.html"; }

check "the archive of this version is there and sound" unzip -q -d "$work" "$zip"
check "it unpacks into one folder with the version in its name" one_folder
check "the checksums hold" sums_hold
check "every file has one" sums_are_whole
check "the page in it is the one that was built" cmp "$folder/parley-offline.html" "$root/build/site/parley-offline.html"
check "the quick start names this version" grep -q "Parley $version" "$folder/QUICKSTART.html"
check "the quick start needs nothing from elsewhere" no_address
printf 'x' >>"$folder/parley-offline.html" 2>/dev/null
changed_is_noticed() { ! sums_hold; }
check "a changed file is noticed" changed_is_noticed
echo "$passed passed, $failed failed"
[ $failed = 0 ]
