#!/bin/sh
# torture.sh DIR SECTIONS ROWS: write a kind of document "proef" and one report
# of it into DIR, for measuring: SECTIONS sections of about two pages, then a
# table of ROWS rows.
#
# torture.sh DIR: the same kind, but with everything at once that is hard to
# typeset: tests/torture.xhtml.  Look at its pages:
#
#     sh tests/torture.sh /tmp/t && gen/build/toetssteen build --assets assets \
#         --content /tmp/t/content --templates /tmp/t/templates --out /tmp/t/out
#
# The folder of the common partials is that of this repository.
set -eu
dir=$1 sections=${2:-0} rows=${3:-0}
tests=$(realpath "$(dirname "$0")")

kind=$dir/templates/proef report=$dir/content/proef
rm -rf "$report"
mkdir -p "$kind" "$report/delen"
for common in "$tests"/../templates/algemeen "$tests"/../templates/site; do
	ln -sfn "$common" "$dir/templates/"
done

cat >"$kind/schema.yaml" <<'END'
$schema: https://json-schema.org/draft/2020-12/schema
title: Proef
description: Een document om het programma mee te meten.
type: object
required: [soort, datum, titel, onderzoek, rijen, delen]
properties:
  soort: { const: proef }
  datum: { type: string, format: date }
  titel: { type: string }
  map: { type: string }
  kort: { type: string }
  lang: { type: string }
  onderzoek:
    type: object
    properties:
      titel: { type: string }
  rijen:
    type: array
    items:
      type: object
      properties:
        naam: { type: string }
        tekst: { type: string, format: markdown }
  delen:
    type: array
    items:
      type: object
      properties:
        titel: { type: string }
        tekst: { type: string, format: markdown }
END

if [ "$sections" = 0 ]; then
	body=$(cat "$tests/torture.xhtml")
else
	body='{{#delen}}
<section>
<h2 id="deel-{{id}}">{{titel}}</h2>
{{tekst}}
</section>
{{/delen}}
<section>
<h2 id="rijen">Rijen</h2>
<table>
<caption>De rijen</caption>
<thead><tr><th scope="col">Naam</th><th scope="col">Tekst</th></tr></thead>
<tbody>
{{#rijen}}
<tr><th scope="row">{{naam}}</th><td>{{tekst}}</td></tr>
{{/rijen}}
</tbody>
</table>
</section>'
fi
cat >"$kind/rapport.mustache" <<END
{{<pagina}}
{{\$titel}}{{titel}}{{/titel}}
{{\$inhoud}}
<h1>{{titel}}</h1>
{{>inhoud}}
<div class="tekst" id="tekst" tabindex="-1">
$body
<ts-noten/>
</div>
{{/inhoud}}
{{/pagina}}
END

cat >"$report/onderzoek.yaml" <<'END'
titel: Een proef
END

cat >"$report/balken.svg" <<'END'
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">
<rect x="10" y="60" width="60" height="40" fill="#154273"/>
<rect x="110" y="40" width="60" height="60" fill="#01689b"/>
<rect x="210" y="10" width="60" height="90" fill="#105f26"/>
<text x="240" y="60" font-family="Open Sans" font-size="14" fill="#ffffff"
 text-anchor="middle">90</text>
</svg>
END

awk -v sections="$sections" -v rows="$rows" -v report="$report" '
# n words in sentences of about 12, without the last full stop
function words(n,    s, i) {
	for (i = 0; i < n; i++) {
		seed = (seed * 16807) % 2147483647
		s = s (i == 0 ? "" : i % 12 ? " " : ". Ook ") word[seed % count]
	}
	return s
}
BEGIN {
	count = split("de gemeente het gezin en in van veiligheid is niet " \
	    "jeugdprofessionals samenwerking een hulp voor met elkaar " \
	    "veiligheidsplan wordt omdat kinderen na overdracht dat", word)
	word[0] = "wijkteam"
	seed = 1
	file = report "/rapport.yaml"
	print "soort: proef\ndatum: 2020-01-31\ntitel: Proef" >file
	printf "map: %s\nkort: %s.\nlang: %s.\n", report, words(25),
	    words(180) >file
	print rows ? "rijen:" : "rijen: []" >file
	for (i = 1; i <= rows; i++)
		printf "  - naam: Rij %d\n    tekst: %s.\n", i,
		    words(3 + i % 20) >file
	if (!sections)
		print "delen: []" >file
	for (i = 1; i <= sections; i++) {
		file = sprintf("%s/delen/%05d.md", report, i)
		printf "---\ntitel: Deel %d\n---\n", i >file
		for (p = 0; p < 3; p++)
			printf "%s[^%d].\n\n- %s;\n- %s.\n\n# %s\n\n" \
			    "[^%d]: %s.\n\n", words(60), p, words(12),
			    words(9), words(3), p, words(15) >file
		print words(20) "." >file
		close(file)
	}
}'
