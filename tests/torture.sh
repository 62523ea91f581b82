#!/bin/sh
# torture.sh DIR SECTIONS ROWS: write a kind of document "proef" and one report
# of it into DIR, for measuring: SECTIONS sections of about two pages, then a
# table of ROWS rows.
#
# torture.sh DIR: the same kind, but with everything at once that is hard to
# typeset: tests/torture.xhtml.  Look at its pages:
#
#     sh tests/torture.sh /tmp/t && cd /tmp/t && toetssteen build
#
# The folder of the common partials is that of this repository.
set -eu
dir=$1 sections=${2:-0} rows=${3:-0}
tests=$(realpath "$(dirname "$0")")

kind=$dir/templates/soort/proef report=$dir/content/proef
front='<h1>{{titel}}</h1>' back=
rm -rf "$report" "$dir/assets"
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
	for i in $(seq 45); do
		body="$body
<h3 id=\"kop-$i\">Kop $i van vele, zodat de inhoud niet past op een \
bladzijde</h3><p>Alinea $i.</p>"
	done
	body="$body</section>"
	front='<header class="titelpagina">
<p class="afzender">Toezicht<br/><span class="ministerie">Ministerie</span></p>
<p class="rubriek">Proef</p>
<h1>{{titel}}<br/><span class="gemeente">van alles wat moeilijk is</span></h1>
<p class="regio">Regio Nergens</p>
<div class="inspecties"><p>De inspecties:</p>
<ul><li>Inspectie een</li><li>Inspectie twee</li></ul></div>
<p class="plaats">Utrecht, 31 januari 2020</p>
</header>'
	back='<footer class="colofon"><h2 id="colofon" class="niet-in-inhoud"
data-number="none">Colofon</h2><div class="adressen"><address>
<strong>Postadres</strong><br/>Postbus 1<br/>3500 AA Utrecht</address></div>
</footer>'
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
$front
{{>inhoud}}
<div class="tekst" id="tekst" tabindex="-1">
$body
<ts-noten/>
</div>
{{/inhoud}}
{{\$voet}}
$back
{{/voet}}
{{/pagina}}
END

cat >"$report/onderzoek.yaml" <<'END'
titel: Een proef
END

cp "$tests"/pictures/* "$report"

# the house style, with what the reports do not ask for
cp -r "$tests/../assets" "$dir"
cat >>"$dir/assets/huisstijl.yaml" <<'END'
  "nav, .titelpagina": { voorwerk: ja }
  .uitgevuld p: { uitlijning: uitgevuld, hangende-leestekens: ja }
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
