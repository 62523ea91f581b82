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

# calls without a bound, and exits outside the ground floor and main
grep -nE '\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atof|setjmp|longjmp)\(' \
	gen/*.c gen/*/*.c >>"$faults" || true
grep -nE '\b(exit|abort)\(' gen/*.c gen/*/*.c | grep -v '^gen/base/die.c' \
	>>"$faults" || true
grep -nE 'fprintf\(stderr' gen/*/*.c | grep -vE '^gen/base/(diag|die).c' \
	>>"$faults" || true

# each outside library in one file
for header in yaml.h cmark.h expat.h hb.h fontconfig/fontconfig.h hyphen.h \
	cairo-pdf.h librsvg/rsvg.h qpdf/qpdf-c.h microhttpd.h xxhash.h; do
	files=$(grep -lE "^#include <$header>" gen/*/*.[ch] || true)
	[ "$(echo "$files" | wc -l)" -le 1 ] ||
		echo "<$header> is included by:" "$files" >>"$faults"
done

# a stage knows itself, the ground floor, the headers of stages before it
wall() { # FOLDER ALLOWED...
	folder=$1
	shift
	pattern=$(echo "$folder" "$@" | tr ' ' '|')
	grep -nE '^#include "\.\./' gen/"$folder"/*.[ch] |
		grep -vE "\"\.\./(base|$pattern)/" >>"$faults" || true
}
wall base
wall content
wall template content
wall document content
wall web content document
wall typeset content document
wall pdf typeset content
wall compare content
wall serve
wall nazorg content

cat "$faults"
[ ! -s "$faults" ]
