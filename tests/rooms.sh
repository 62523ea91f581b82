#!/bin/sh
# rooms.sh: print the rooms of gen/ with what each includes, and the longest
# chain; what is against the house that CONTRIBUTING.md draws goes to standard
# error, and makes it fail.  It needs no git.
set -eu
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# "    command      one file a command …": the rooms, from the top
sed -n '/^<!-- house -->$/,/^<!-- end of house -->$/s/^    \([a-z]*\).*/\1/p' \
	CONTRIBUTING.md >"$work/order"

# an arrow from folder to folder; gen/main.c stands above all
find gen -name '*.[ch]' -not -path 'gen/build/*' | sort |
while read -r file; do
	sed -n 's/^#include "\(.*\)"$/\1/p' "$file" |
		sed "s|^|$file $(dirname "$file")/|"
done | awk '
	{
		n = split($2, part, "/")
		top = 0
		for (i = 1; i <= n; i++)
			if (part[i] == "..") top--
			else path[++top] = part[i]
		to = path[2]
		for (i = 3; i < top; i++) to = to "/" path[i]
		m = split($1, from, "/")
		room = m == 2 ? "main" : from[2]
		for (i = 3; i < m; i++) room = room "/" from[i]
		if (room != to) print room, to, $1
	}' >"$work/arrows"

cut -d' ' -f1,2 "$work/arrows" | sort -u >"$work/pairs"
tsort "$work/pairs" >/dev/null 2>"$work/circles" || true
sed -n 's/^tsort: \([a-z/]*\)$/gen\/\1: is part of a circle/p' \
	"$work/circles" >"$work/faults"

awk -v order="$(tr '\n' ' ' <"$work/order")" '
	BEGIN { n = split("main " order, list); for (i = 1; i <= n; i++) rank[list[i]] = i }
	{ split($1, from, "/"); split($2, to, "/") }
	!(from[1] in rank) { print $3 ": " from[1] " is not in the house" }
	rank[to[1]] < rank[from[1]] { print $3 ": goes up, from " $1 " to " $2 }
' "$work/arrows" | sort -u >>"$work/faults"

# a README for each room, which names every file
for room in $(cat "$work/order"); do
	for file in $(find "gen/$room" -name '*.c' -o -name '*.def'); do
		grep -qF "\`${file#gen/"$room"/}\`" "gen/$room/README.md" ||
			echo "$file: gen/$room/README.md does not name it"
	done
done >>"$work/faults"

awk '{ to[$1] = to[$1] " " $2 } END { for (r in to) print r ":" to[r] }' \
	"$work/pairs" | sort

# of rooms, not of the folders in them; from the ground floor up
awk -v order="$(tr '\n' ' ' <"$work/order")" '
	{ split($1, a, "/"); split($2, b, "/"); arrow[a[1] " " b[1]] = a[1] != b[1] }
	END {
		n = split(order, list)
		for (i = n; i > 0; i--) {
			r = list[i]
			arrows[r] = 0
			for (j = i + 1; j <= n; j++)
				if (arrow[r " " list[j]] && arrows[list[j]] >= arrows[r]) {
					arrows[r] = arrows[list[j]] + 1
					chain[r] = " > " list[j] chain[list[j]]
				}
			if (arrows[r] >= most) { most = arrows[r]; top = r }
		}
		print most " arrows at most: " top chain[top]
	}' "$work/pairs"

cat "$work/faults" >&2
[ ! -s "$work/faults" ]
