#!/bin/sh
# golden.sh PROGRAM CASE: run the commands of one golden case and print what
# they print, standard output and error alike, and their exit status.
#
# CASE/command holds one command line of the program a line.  They run in a
# copy of assets/ and of the kinds of document that CASE/kinds names (only
# rapportage without it), over which GROUP/base and then CASE/files is laid;
# CASE/remove names files to take away, CASE/show files to print afterwards.
set -eu
program=$(realpath "$1")
case=$(realpath "$2")
tests=$(realpath "$(dirname "$0")")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kinds=rapportage
[ ! -f "$case/kinds" ] || kinds=$(cat "$case/kinds")
mkdir -p "$work/templates/soort"
for kind in algemeen site $kinds; do
	folder=templates/$kind
	[ -d "$tests/../$folder" ] || folder=templates/soort/$kind
	cp -r "$tests/../$folder" "$work/$(dirname "$folder")"
done
cp -r "$tests/../assets" "$case/../base/." "$work"
[ ! -d "$case/files" ] || cp -r "$case/files/." "$work"
cd "$work"
[ ! -f "$case/remove" ] || xargs rm -r <"$case/remove"
while read -r line; do
	status=0
	# shellcheck disable=SC2086 # words of the command line
	"$program" $line >output 2>&1 </dev/null || status=$?
	# the one thing that differs each time
	sed 's/ in [0-9]*,[0-9]* s/ in T s/' output
	echo "exit $status"
done <"$case/command"
# files that were made, if the case names them in CASE/show
[ ! -f "$case/show" ] || while read -r file; do
	echo "== $file"
	cat "$file"
done <"$case/show"
