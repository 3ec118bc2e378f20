#!/usr/bin/env bash
# The claims as a whole, in a quick look; and a few measured in full again: the page of the guide must say the same of them.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
parley=$root/build/native/parley page=$root/web/guide/claims.md

check() {
  local sentence=$1; shift
  if "$@" >"$work/out" 2>&1; then passed=$((passed + 1)); echo "ok    $sentence"
  else failed=$((failed + 1)); echo "FAIL  $sentence"; sed 's/^/      /' "$work/out"; fi
}

# stale: run  parley claims --format md --out web/guide/claims.md --pictures web/guide/pictures
quick() { "$parley" claims --quick --out "$work/quick.txt"; }
every_claim() { [ "$(grep -cE '^C[0-9]{2}  ' "$work/quick.txt")" = 66 ]; }
in_full() { "$parley" claims C07 C19 C26 --format md --out "$work/three.md" && [ "$(grep -c '^| \*\*C' "$work/three.md")" = 3 ]; }
same_lines() { ! grep '^| \*\*C' "$work/three.md" | grep -vFx -f "$page"; }
of_this_engine() { grep -F "$(sed -n '/^<!-- claims: /p' "$work/three.md")" "$page"; }
pictures_there() { grep -o '](pictures/[^)]*)' "$page" | tr -d '()]' | while read -r picture; do [ -s "$root/web/guide/$picture" ] || { echo "no $picture"; exit 1; }; done; }

check "a quick look at the whole table finds enough claims expressed" quick
check "it prints every claim" every_claim
check "three claims are expressed when measured in full" in_full
check "the page is of this engine, these defaults and this table" of_this_engine
check "the page says of them what is measured now" same_lines
check "every picture of the page is there" pictures_there
echo "$passed passed, $failed failed"
[ $failed = 0 ]
