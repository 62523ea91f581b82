#!/bin/sh
# style.sh: what a compiler does not see -- width, length, walls, banned calls.
set -eu
cd "$(dirname "$0")/.."

faults=$(mktemp)
trap 'rm -f "$faults"' EXIT

# list FOLDERS -name … : without what is made or installed; no git is needed
list() {
	find "$@" | grep -vE '^(gen/build|tests/node_modules)/' | sort
}
code=$(list gen tests -name '*.[ch]')

# 80 columns with tabs of 8; files of at most 700 lines; functions of at most
# 60 (from the { to the } in the first column), unless they are one flat switch
for file in $code; do
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

# the ten longest functions, to see which way it goes
echo 'longest functions:'
for file in $(list gen -name '*.c'); do
	awk -v file="$file" '
		/^[a-z_]+\(/ { name = $0; sub(/\(.*/, "", name) }
		/^\{/ { start = NR }
		/^\}/ && start { print NR - start - 1, name, file; start = 0 }' "$file"
done | sort -rn | head -n 10

# JavaScript: tabs, 80 columns, const arrow functions, double quotes
for file in $(list assets tests -name '*.js' -o -name '*.mjs'); do
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
for file in $(list templates -name '*.mustache'); do
	LC_ALL=C awk -v file="$file" '
		{ gsub(/[\200-\277]/, "") }
		length($0) > 120 { print file ":" NR ": wider than 120 columns" }
	' "$file"
done >>"$faults"

sources=$(list gen -name '*.c')

# a pointer is tested as p and !p (!!p where it is counted)
grep -nE '[=!]= *NULL\b' $code >>"$faults" || true

# calls without a bound, and exits outside the ground floor and main
grep -nE '\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atof|setjmp|longjmp)\(' \
	$sources >>"$faults" || true
grep -nE '\b(exit|abort)\(' $sources | grep -v '^gen/base/die.c' \
	>>"$faults" || true
grep -nE 'fprintf\(stderr' $(echo "$sources" |
	grep -vE '^gen/(main.c|command/|base/(diag|die).c)') \
	>>"$faults" || true

# each outside library in one file
for header in yaml.h cmark.h expat.h hb.h fontconfig/fontconfig.h hyphen.h \
	cairo-pdf.h librsvg/rsvg.h qpdf/qpdf-c.h microhttpd.h xxhash.h; do
	files=$(grep -lE "^#include <$header>" $(list gen -name '*.[ch]') || true)
	[ "$(echo "$files" | wc -l)" -le 1 ] ||
		echo "<$header> is included by:" "$files" >>"$faults"
done

# the house: arrows, circles, READMEs
sh tests/rooms.sh 2>>"$faults" || true

cat "$faults"
[ ! -s "$faults" ]
