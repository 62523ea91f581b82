#!/bin/sh
# style.sh: what a compiler does not see -- width, length, walls, banned calls.
set -eu
cd "$(dirname "$0")/.."

faults=$(mktemp)
trap 'rm -f "$faults"' EXIT

# 80 columns with tabs of 8; files of at most 700 lines; functions of at most
# 60 (from the { to the } in the first column), unless they are one flat switch
for file in $(git ls-files -co --exclude-standard 'gen/*.[ch]' 'tests/*.[ch]'); do
	[ -f "$file" ] || continue
	# a character of UTF-8 is as wide as its first byte
	expand "$file" | LC_ALL=C awk -v file="$file" '
		{ gsub(/[\200-\277]/, "") }
		length($0) > 80 { print file ":" NR ": wider than 80 columns" }'
	awk -v file="$file" '
		/^\{/ { start = NR; cases = 0 }
		/^\tcase |^\tdefault:/ { cases++ }
		/^\}/ && start {
			if (NR - start > 60 && cases < 8)
				print file ":" start ": function of " NR - start " lines"
			start = 0
		}
		END { if (NR > 700) print file ": " NR " lines" }' "$file"
done >"$faults"

# JavaScript: tabs, 80 columns, const arrow functions, double quotes
for file in $(git ls-files -co --exclude-standard '*.js' '*.mjs'); do
	[ -f "$file" ] || continue
	expand "$file" | LC_ALL=C awk -v file="$file" '
		{ gsub(/[\200-\277]/, "") }
		length($0) > 80 { print file ":" NR ": wider than 80 columns" }'
	awk -v file="$file" '
		function fault(text) { print file ":" NR ": " text }
		/^\t* +[^ ]/ && !in_comment { fault("spaces at the start") }
		{ code = $0; gsub(/"([^"\\]|\\.)*"|`[^`]*`|\/\*.*\*\//, "", code) }
		in_comment { if (/\*\//) in_comment = 0; next }
		code ~ /\/\*/ { in_comment = 1; next }
		code ~ /^\t*\/\// { fault("a comment with //") }
		code ~ /(^|[^A-Za-z.])(var|function)[ (]/ { fault("no const arrow") }
		code ~ /[(=,:\[ ]\047[^\047]*\047/ { fault("single quotes") }
		code ~ /[^=!<>]==[^=]|!=[^=]/ { fault("== is ===") }
		code ~ /(^|[^A-Za-z.])require\(/ { fault("no import") }
	' "$file"
	case $file in
	*.js) grep -q '^"use strict";$' "$file" ||
		echo "$file: not strict" ;;
	esac
done >>"$faults"

# a template: 120 columns (those of tests hold long words on purpose)
for file in $(git ls-files -co --exclude-standard 'templates/*.mustache'); do
	[ -f "$file" ] || continue
	LC_ALL=C awk -v file="$file" '
		{ gsub(/[\200-\277]/, "") }
		length($0) > 120 { print file ":" NR ": wider than 120 columns" }
	' "$file"
done >>"$faults"

sources=$(git ls-files -co --exclude-standard 'gen/*.c')

# a pointer is tested as p and !p (!!p where it is counted)
grep -nE '[=!]= *NULL\b' $(git ls-files -co --exclude-standard 'gen/*.[ch]' \
	'tests/*.[ch]') >>"$faults" || true

# calls without a bound, and exits outside the ground floor and main
grep -nE '\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atof|setjmp|longjmp)\(' \
	$sources >>"$faults" || true
grep -nE '\b(exit|abort)\(' $sources | grep -v '^gen/base/die.c' \
	>>"$faults" || true
grep -nE 'fprintf\(stderr' $(echo "$sources" | grep -vE '^gen/(main.c|command/)') | grep -vE '^gen/base/(diag|die).c' \
	>>"$faults" || true

# each outside library in one file
for header in yaml.h cmark.h expat.h hb.h fontconfig/fontconfig.h hyphen.h \
	cairo-pdf.h librsvg/rsvg.h qpdf/qpdf-c.h microhttpd.h xxhash.h; do
	files=$(grep -lE "^#include <$header>" $sources $(git ls-files 'gen/*.h') || true)
	[ "$(echo "$files" | wc -l)" -le 1 ] ||
		echo "<$header> is included by:" "$files" >>"$faults"
done

# An arrow goes down this list of rooms only.
order='main command site compare nazorg page pdf typeset meta web document
	template content base'

for file in $(git ls-files -co --exclude-standard 'gen/*.[ch]'); do
	folder=$(dirname "$file")
	sed -n 's/^#include "\(.*\)"$/\1/p' "$file" | while read -r include; do
		target=$(realpath -m --relative-to=. "$folder/$include")
		echo "$file $target"
	done
done | awk -v order="$order" '
	function room(path,   parts) {
		return split(path, parts, "/") == 2 ? "main" : parts[2]
	}
	BEGIN { n = split(order, rooms); for (i = 1; i <= n; i++) rank[rooms[i]] = i }
	rank[room($2)] < rank[room($1)] { print $1 ": includes " $2 }
' >>"$faults"

cat "$faults"
[ ! -s "$faults" ]
