#!/bin/sh
# modules.sh [BUILD]: the modules of these rooms that no test calls. A
# test must call a function that the module gives to others, itself or by the
# fixture of its suite; that the whole program calls it is not enough.
set -eu
cd "$(dirname "$0")/.."
build=${1:-gen/build}
rooms='content template document pdf typeset'

called=$(mktemp)
faults=$(mktemp)
trap 'rm -f "$called" "$faults"' EXIT

nm -u "$build"/tests/check_*.o "$build"/tests/*_fixture.o | awk 'NF == 2 { print $2 }' >"$called"
for room in $rooms; do
	find "gen/$room" -name '*.c' | sort
done | while read -r source; do
	object=$build/${source#gen/}
	nm -g --defined-only "${object%.c}.o" | awk '$2 == "T" { print $3 }' |
		grep -qxFf "$called" || echo "$source: no test calls it"
done >"$faults"

cat "$faults"
[ ! -s "$faults" ]
