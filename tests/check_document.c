/* check_document.c -- the passes over the document */
#include <check.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "document_fixture.h"
#include "suites.h"

#define CALL(n, id) \
	"<sup class=nootverwijzing><a href=#noot-" n " role=doc-noteref " \
	"aria-label=\"Voetnoot " n "\"" id ">" n "</a></sup>"
#define FIRST_CALL(n) CALL(n, " id=nootverwijzing-" n)
#define BACK(n) " " BACK_LINK(n)
#define BACK_LINK(n) \
	"<a href=#nootverwijzing-" n " class=terug role=doc-backlink " \
	"aria-label=\"Terug naar de verwijzing in de tekst\" " \
	"data-media=web>Terug</a>"
#define NOTES(items) \
	"<section class=noten role=doc-endnotes aria-labelledby=noten>\n" \
	"<h2 id=noten data-media=web>Noten</h2>\n<ol>\n" items \
	"\n</ol>\n</section>"
#define NOTE(n, body) "<li id=noot-" n " class=noot>" body "</li>"

/* ---- merge ---- */

/* Rows of cells, each a single letter or digit, as HTML in one line. */
static const char *
merged(const char *rows)
{
	const char *html = fixture_finish(arena_printf(fixture_arena,
	    "<table><tbody>%s</tbody></table>", rows).s);
	struct buf out = BUF_INIT;

	for (const char *s = html; *s != '\0'; s++)
		if (*s != '\n')
			buf_addc(&out, *s);
	html = arena_cstr(fixture_arena, buf_str(&out));
	buf_release(&out);
	return html;
}

#define TABLE(rows) "<table><tbody>" rows "</tbody></table>"

START_TEST(merge_equal_cells_below_each_other)
{
	ck_assert_str_eq(merged(
	    "<tr><th data-merge=\"a\">A</th><td>1</td></tr>"
	    "<tr><th data-merge=\"a\">A</th><td>2</td></tr>"
	    "<tr><th data-merge=\"a\">A</th><td>3</td></tr>"
	    "<tr><th data-merge=\"b\">B</th><td>4</td></tr>"
	    "<tr><th data-merge=\"a\">A</th><td>5</td></tr>"),
	    TABLE("<tr><th rowspan=3>A</th><td>1</td></tr>"
	    "<tr><td>2</td></tr><tr><td>3</td></tr>"
	    "<tr><th>B</th><td>4</td></tr><tr><th>A</th><td>5</td></tr>"));
}
END_TEST

START_TEST(merge_two_columns)
{
	ck_assert_str_eq(merged(
	    "<tr><th data-merge=\"a\">A</th><td data-merge=\"x\">X</td>"
	    "<td>1</td></tr>"
	    "<tr><th data-merge=\"a\">A</th><td data-merge=\"x\">X</td>"
	    "<td>2</td></tr>"
	    "<tr><th data-merge=\"a\">A</th><td data-merge=\"y\">Y</td>"
	    "<td>3</td></tr>"),
	    TABLE("<tr><th rowspan=3>A</th><td rowspan=2>X</td><td>1</td></tr>"
	    "<tr><td>2</td></tr><tr><td>Y</td><td>3</td></tr>"));
}
END_TEST

START_TEST(merge_minds_spans)
{
	/* the second row's cell is in the second column, below the X */
	ck_assert_str_eq(merged(
	    "<tr><td rowspan=\"2\">R</td><td data-merge=\"x\">X</td></tr>"
	    "<tr><td data-merge=\"x\">X</td></tr>"
	    "<tr><td data-merge=\"x\">L</td><td data-merge=\"x\">X</td></tr>"),
	    TABLE("<tr><td>R</td><td rowspan=2>X</td></tr>"
	    "<tr><td>L</td></tr>"));
}
END_TEST

START_TEST(merge_only_the_same_columns)
{
	ck_assert_str_eq(merged(
	    "<tr><td colspan=\"2\" data-merge=\"x\">X</td><td>1</td></tr>"
	    "<tr><td data-merge=\"x\">X</td><td>2</td><td>3</td></tr>"
	    "<tr><td>4</td><td data-merge=\"x\">X</td><td>5</td></tr>"),
	    TABLE("<tr><td colspan=2>X</td><td>1</td></tr>"
	    "<tr><td>X</td><td>2</td><td>3</td></tr>"
	    "<tr><td>4</td><td>X</td><td>5</td></tr>"));
	ck_assert_str_eq(merged(
	    "<tr><td colspan=\"2\" data-merge=\"x\">X</td><td>1</td></tr>"
	    "<tr><td colspan=\"2\" data-merge=\"x\">X</td><td>2</td></tr>"),
	    TABLE("<tr><td colspan=2 rowspan=2>X</td><td>1</td></tr>"
	    "<tr><td>2</td></tr>"));
	ck_assert_str_eq(merged(
	    "<tr><td data-merge=\"\">a</td></tr><tr><td data-merge=\"\">b</td>"
	    "</tr>"), TABLE("<tr><td>a</td></tr><tr><td>b</td></tr>"));
}
END_TEST

START_TEST(merge_adds_rowspans)
{
	ck_assert_str_eq(merged(
	    "<tr><td data-merge=\"x\" rowspan=\"2\">X</td><td>1</td></tr>"
	    "<tr><td>2</td></tr>"
	    "<tr><td data-merge=\"x\" rowspan=\"2\">X</td><td>3</td></tr>"
	    "<tr><td>4</td></tr>"),
	    TABLE("<tr><td rowspan=4>X</td><td>1</td></tr><tr><td>2</td></tr>"
	    "<tr><td>3</td></tr><tr><td>4</td></tr>"));
}
END_TEST

START_TEST(merge_takes_empty_rows_away)
{
	ck_assert_str_eq(merged(
	    "<tr><td data-merge=\"x\">X</td><td data-merge=\"y\">Y</td></tr>"
	    "<tr><td data-merge=\"x\">X</td><td data-merge=\"y\">Y</td></tr>"
	    "<tr><td data-merge=\"x\">X</td><td>1</td></tr>"),
	    TABLE("<tr><td rowspan=2>X</td><td>Y</td></tr>"
	    "<tr><td>1</td></tr>"));
}
END_TEST

START_TEST(merge_stays_in_its_group)
{
	ck_assert_str_eq(fixture_finish(
	    "<table><thead><tr><th data-merge=\"x\">X</th></tr></thead>"
	    "<tbody><tr><td data-merge=\"x\">X</td></tr></tbody></table>"),
	    "<table>\n<thead>\n<tr>\n<th>X</th>\n</tr>\n</thead>\n"
	    "<tbody>\n<tr>\n<td>X</td>\n</tr>\n</tbody>\n</table>");
}
END_TEST

START_TEST(merge_wrong_span)
{
	ck_assert_str_eq(fixture_finish(
	    "<table><tr>\n<td colspan=\"0\">x</td>"
	    "<td rowspan=\"9999999\">y</td></tr></table>"),
	    "t.mustache:3:1: error: colspan=\"0\" kan niet; geef een heel "
	    "getal van 1 tot en met 1000\n"
	    "t.mustache:3:23: error: rowspan=\"9999999\" kan niet; geef een "
	    "heel getal van 1 tot en met 1000\n");
}
END_TEST

/* ---- notes ---- */

START_TEST(notes_are_numbered_in_reading_order)
{
	ck_assert_str_eq(fixture_finish(
	    "<p>een <ts-noot key=\"a\">A <em>a</em></ts-noot>.</p>"
	    "<table><tbody><tr><td>twee\n <ts-noot key=\"b\">B</ts-noot></td>"
	    "</tr></tbody></table>"
	    "<p>drie<ts-noot key=\"a\"/></p><ts-noten/>"),
	    "<p>een" FIRST_CALL("1") ".</p>\n"
	    "<table>\n<tbody>\n<tr>\n<td>twee" FIRST_CALL("2") "</td>\n</tr>\n"
	    "</tbody>\n</table>\n<p>drie" CALL("1", "") "</p>\n"
	    NOTES(NOTE("1", "A <em>a</em>" BACK("1")) "\n"
	    NOTE("2", "B" BACK("2"))));
}
END_TEST

START_TEST(notes_of_merged_cells_go)
{
	ck_assert_str_eq(fixture_finish(
	    "<table><tr><td data-merge=\"x\">x<ts-noot key=\"a\">A</ts-noot>"
	    "</td><td>1</td></tr><tr><td data-merge=\"x\">x"
	    "<ts-noot key=\"a\">A</ts-noot></td><td>2</td></tr></table>"
	    "<ts-noten/>"),
	    "<table>\n<tr>\n<td rowspan=2>x" FIRST_CALL("1") "</td>\n"
	    "<td>1</td>\n</tr>\n<tr>\n<td>2</td>\n</tr>\n</table>\n"
	    NOTES(NOTE("1", "A" BACK("1"))));
}
END_TEST

START_TEST(notes_with_blocks)
{
	ck_assert_str_eq(fixture_finish(
	    "<p>x<ts-noot key=\"a\"><p>A</p><p>B</p></ts-noot>"
	    "y<ts-noot key=\"b\">C<ul><li>D</li></ul></ts-noot></p>"
	    "<ts-noten/>"),
	    "<p>x" FIRST_CALL("1") "y" FIRST_CALL("2") "</p>\n"
	    NOTES(NOTE("1", "\n<p>A</p>\n<p>B" BACK("1") "</p>\n") "\n"
	    NOTE("2", "C\n<ul>\n<li>D</li>\n</ul>\n<p data-media=web>"
	    BACK_LINK("2") "</p>\n")));
}
END_TEST

START_TEST(notes_beside_each_other_are_set_apart)
{
	ck_assert_str_eq(fixture_finish(
	    "<p>x<em>y<ts-noot>A</ts-noot></em> <ts-noot>B</ts-noot>.</p>"
	    "<ts-noten/>"),
	    "<p>x<em>y" FIRST_CALL("1") "</em>"
	    "<sup class=nootverwijzing>,\u00A0</sup>" FIRST_CALL("2") ".</p>\n"
	    NOTES(NOTE("1", "A" BACK("1")) "\n" NOTE("2", "B" BACK("2"))));
}
END_TEST

START_TEST(notes_on_the_website_only_do_not_count)
{
	ck_assert_str_eq(fixture_finish(
	    "<div data-media=\"web\"><p>x <ts-noot key=\"a\">A</ts-noot></p>"
	    "</div><p>y<ts-noot key=\"b\">B</ts-noot>"
	    "z<ts-noot key=\"a\"/></p><ts-noten/>"),
	    "<div data-media=web>\n<p>x" CALL("2", "") "</p>\n</div>\n<p>y"
	    FIRST_CALL("1") "z" FIRST_CALL("2") "</p>\n"
	    NOTES(NOTE("1", "B" BACK("1")) "\n"
	    NOTE("2", "A" BACK("2"))));
	/* and one that the PDF does not have is not there at all */
	ck_assert_str_eq(fixture_finish("<p data-media=\"web\">x"
	    "<ts-noot key=\"a\">A</ts-noot></p><ts-noten/>"),
	    "<p data-media=web>x</p>");
}
END_TEST

START_TEST(notes_go_back_to_the_website)
{
	ck_assert_str_eq(fixture_finish(
	    "<p data-media=\"web\">x<ts-noot key=\"a\">A</ts-noot></p>"
	    "<p data-media=\"pdf\">y<ts-noot key=\"a\"/></p><ts-noten/>"),
	    "<p data-media=web>x" FIRST_CALL("1") "</p>\n"
	    NOTES(NOTE("1", "A" BACK("1"))));
}
END_TEST

START_TEST(notes_fill_the_document)
{
	struct document *document = fixture_parse_body(
	    "<p>x<ts-noot key=\"a\">A</ts-noot>y<ts-noot>B</ts-noot>"
	    "z<ts-noot>C</ts-noot></p><ts-noten/>");

	ck_assert(document_finish(fixture_arena, fixture_diag, document));
	ck_assert_uint_eq(document->n_notes, 3);
	ck_assert_int_eq(document->notes[1].number, 2);
	ck_assert_int_eq(document->notes[1].call->element, ELEMENT_A);
	ck_assert_str_eq(document->notes[1].body->first->text.s, "B");
	/* its heading is on the website only */
	ck_assert_uint_eq(document->n_headings, 0);
}
END_TEST

START_TEST(notes_show_addresses_on_paper)
{
	struct document *d = fixture_parse_body(
	    "<p>x<ts-noot>Zie <a href=\"https://www.igj.nl/zorg/\">IGJ</a>"
	    " en <a href=\"http://tsd.nl\">tsd.nl</a>.</ts-noot></p>"
	    "<ts-noten/>");

	ck_assert(document_finish(fixture_arena, fixture_diag, d));
	ck_assert_str_eq(node_content(fixture_arena, d->notes[0].body).s,
	    "Zie IGJ (www.igj.nl/zorg) en tsd.nl.");
	ck_assert_ptr_null(strstr(fixture_html(d), "www.igj.nl/zorg)"));
}
END_TEST

START_TEST(no_notes_no_section)
{
	ck_assert_str_eq(fixture_finish("<p>x</p><ts-noten/>"), "<p>x</p>");
}
END_TEST

START_TEST(note_faults)
{
	ck_assert_str_eq(fixture_finish("<p>x<ts-noot key=\"a\">A</ts-noot>"
	    "</p>"),
	    "t.mustache:1:1: error: dit document heeft voetnoten, maar geen "
	    "plaats ervoor; zet <ts-noten/> in het sjabloon\n");
	ck_assert_str_eq(fixture_finish(
	    "<ts-noten/>\n<ts-noten/>"),
	    "t.mustache:3:1: error: <ts-noten/> staat twee keer in dit "
	    "document; haal er een weg\n"
	    "t.mustache:2:1: note: hier staat de eerste\n");
	ck_assert_str_eq(fixture_finish(
	    "<p>x<ts-noot key=\"a\"/></p><ts-noten/>"),
	    "t.mustache:2:5: error: deze voetnoot heeft geen tekst; schrijf "
	    "de tekst van de noot\n");
	ck_assert_str_eq(fixture_finish(
	    "<p>x<ts-noot key=\"a\">A\n<ts-noot key=\"b\">B</ts-noot></ts-noot>"
	    "</p><ts-noten/>"),
	    "t.mustache:3:1: error: een voetnoot kan niet in een voetnoot "
	    "staan; neem de tekst op in de eerste\n");
	ck_assert_str_eq(fixture_finish(
	    "<p><a href=\"x\"><em>y<ts-noot key=\"a\">A</ts-noot></em></a></p>"
	    "<ts-noten/>"),
	    "t.mustache:2:21: error: een voetnoot kan niet in een link staan; "
	    "zet de voetnoot achter de link\n");
}
END_TEST

/* ---- headings ---- */

START_TEST(headings_get_ids)
{
	ck_assert_str_eq(fixture_finish(
	    "<h1>Regie &amp; ‘één’ plán!</h1><h2>Toezicht</h2><h2>Toezicht</h2>"
	    "<h2 id=\"toezicht-3\">x</h2><h2>Toezicht</h2>"
	    "<h2>Foto’s, IJsseløer: Łódź</h2><h2>Ελλάδα</h2>"),
	    "<h1 id=regie-een-plan>Regie &amp; ‘één’ plán!</h1>\n"
	    "<h2 id=toezicht>Toezicht</h2>\n<h2 id=toezicht-2>Toezicht</h2>\n"
	    "<h2 id=toezicht-3>x</h2>\n<h2 id=toezicht-4>Toezicht</h2>\n"
	    "<h2 id=fotos-ijsseloer-lodz>Foto’s, IJsseløer: Łódź</h2>\n"
	    "<h2 id=kop>Ελλάδα</h2>");
}
END_TEST

START_TEST(ids_occur_once)
{
	ck_assert_str_eq(fixture_finish(
	    "<p id=\"a\">x</p>\n<p id=\"a\">y</p>\n<p id=\"a b\">z</p>\n"
	    "<p id=\"\">z</p>"),
	    "t.mustache:3:1: error: het id 'a' staat twee keer in dit "
	    "document; geef dit of het bestand een andere naam\n"
	    "t.mustache:2:1: note: hier staat de eerste\n"
	    "t.mustache:4:1: error: het id 'a b' is leeg of heeft een spatie; "
	    "gebruik letters, cijfers en streepjes\n"
	    "t.mustache:5:1: error: het id '' is leeg of heeft een spatie; "
	    "gebruik letters, cijfers en streepjes\n");
}
END_TEST

START_TEST(markdown_headings_fit_in)
{
	ck_assert_str_eq(fixture_finish(
	    "<h1 id=\"a\">t</h1><section><h2 id=\"b\">c</h2>"
	    "<div><h1 class=\"md\" id=\"c\">d</h1><p>x</p>"
	    "<h2 class=\"md\" id=\"d\">e</h2></div>"
	    "<section><h3 id=\"e\">f</h3><article><h4 id=\"f\">g</h4>"
	    "<h1 class=\"md x\" id=\"g\">h</h1></article></section>"
	    "<h1 class=\"md\" id=\"h\">i</h1></section>"),
	    "<h1 id=a>t</h1>\n<section>\n<h2 id=b>c</h2>\n"
	    "<div>\n<h3 id=c>d</h3>\n<p>x</p>\n<h4 id=d>e</h4>\n</div>\n"
	    "<section>\n<h3 id=e>f</h3>\n<article>\n<h4 id=f>g</h4>\n"
	    "<h5 class=\"md x\" id=g>h</h5>\n</article>\n</section>\n"
	    "<h3 id=h>i</h3>\n</section>");
}
END_TEST

START_TEST(heading_faults)
{
	ck_assert_str_eq(fixture_finish(
	    "<h1>a</h1>\n<h3>b</h3>\n<h2> <img src=\"x\" alt=\"\"/></h2>"),
	    "t.mustache:3:1: error: deze kop slaat een niveau over: niveau 3, "
	    "terwijl hier hoogstens niveau 2 past\n"
	    "t.mustache:4:1: error: deze kop is leeg; schrijf een tekst of "
	    "haal de kop weg\n");
	ck_assert_str_eq(fixture_finish(
	    "<h2>a</h2>\n<h2 class=\"md\">b</h2>"),
	    "t.mustache:3:1: error: deze kop slaat een niveau over: niveau 4, "
	    "terwijl hier hoogstens niveau 3 past; haal een # weg\n");
	ck_assert_str_eq(fixture_finish(
	    "<h2>a</h2><h3>b</h3><h4>c</h4>\n<h3 class=\"md\">b</h3>"),
	    "t.mustache:3:1: error: deze kop staat te diep (meer dan zes "
	    "niveaus); gebruik minder # of maak er vette tekst van\n");
}
END_TEST

START_TEST(heading_levels_in_both_media)
{
	fixture_contains(fixture_finish(
	    "<h1>a</h1><h2 data-media=\"web\">b</h2>\n<h3>c</h3>"),
	    "t.mustache:3:1: error: deze kop slaat een niveau over");
	fixture_contains(fixture_finish(
	    "<h1>a</h1><div data-media=\"web\"><h2>b</h2><h3>c</h3></div>"
	    "<h2>d</h2>"), "<h3 id=c>");
}
END_TEST

START_TEST(chapters_get_numbers)
{
	ck_assert_str_eq(fixture_finish(
	    "<nav><h2>i</h2></nav><main data-number=\"2\"><h1>t</h1>"
	    "<h2>a</h2><h3>b</h3><h3>c</h3><h4>d</h4>"
	    "<h2 data-number=\"none\">e</h2><h3>f</h3>"
	    "<h2>g</h2><h3>h</h3>"
	    "<h2 data-number=\"Bijlage\">j</h2><h3>k</h3>"
	    "<h2 data-number=\"Bijlage\">l</h2></main><h2>m</h2>"),
	    "<nav>\n<h2 id=i>i</h2>\n</nav>\n<main>\n<h1 id=t>t</h1>\n"
	    "<h2 id=a><span class=nummer>1</span> a</h2>\n"
	    "<h3 id=b><span class=nummer>1.1</span> b</h3>\n"
	    "<h3 id=c><span class=nummer>1.2</span> c</h3>\n"
	    "<h4 id=d>d</h4>\n<h2 id=e>e</h2>\n<h3 id=f>f</h3>\n"
	    "<h2 id=g><span class=nummer>2</span> g</h2>\n"
	    "<h3 id=h><span class=nummer>2.1</span> h</h3>\n"
	    "<h2 id=j><span class=nummer>Bijlage 1:</span> j</h2>\n"
	    "<h3 id=k>k</h3>\n"
	    "<h2 id=l><span class=nummer>Bijlage 2:</span> l</h2>\n</main>\n"
	    "<h2 id=m>m</h2>");
}
END_TEST

START_TEST(templates_may_name_a_target)
{
	ck_assert_str_eq(fixture_finish("<h2>a</h2><p>Zie "
	    "<a href=\"#i\"></a>.</p>"
	    "<p id=\"i\" data-ts-naam=\"indicator 5\">x</p>"),
	    "<h2 id=a>a</h2>\n<p>Zie <a href=#i>indicator 5</a>.</p>\n"
	    "<p id=i>x</p>");
}
END_TEST

START_TEST(labels_count_by_level)
{
	ck_assert_str_eq(fixture_finish("<h2 data-number=\"Thema\">a</h2>"
	    "<h3 data-number=\"Vraag\">b</h3><h3 data-number=\"Vraag\">c</h3>"
	    "<h2 data-number=\"Thema\">d</h2>"
	    "<h3 data-number=\"Vraag\">e</h3>"),
	    "<h2 id=a><span class=nummer>Thema 1:</span> a</h2>\n"
	    "<h3 id=b><span class=nummer>Vraag 1:</span> b</h3>\n"
	    "<h3 id=c><span class=nummer>Vraag 2:</span> c</h3>\n"
	    "<h2 id=d><span class=nummer>Thema 2:</span> d</h2>\n"
	    "<h3 id=e><span class=nummer>Vraag 1:</span> e</h3>");
}
END_TEST

START_TEST(headings_fill_the_document)
{
	struct document *document = fixture_parse_body(
	    "<main data-number=\"1\"><h2>a  <em>b</em><a href=\"#a-b\" "
	    "data-media=\"web\">#</a></h2>"
	    "<h2 data-number=\"Bijlage\">c</h2>"
	    "<div data-media=\"web\"><h2>d</h2></div></main>");

	ck_assert(document_finish(fixture_arena, fixture_diag, document));
	ck_assert_uint_eq(document->n_headings, 2);
	ck_assert_str_eq(document->headings[0].text.s, "a b");
	ck_assert_str_eq(document->headings[0].number.s, "1");
	ck_assert_str_eq(document->headings[0].id.s, "a-b");
	ck_assert_int_eq(document->headings[1].level, 2);
	ck_assert_str_eq(document->headings[1].number.s, "Bijlage 1");
}
END_TEST

START_TEST(wrong_data_number)
{
	ck_assert_str_eq(fixture_finish(
	    "<main data-number=\"veel\">\n<section data-number=\"1\"/></main>"),
	    "t.mustache:2:1: error: data-number=\"veel\" kan niet; geef een "
	    "heel getal van 0 tot en met 5\n"
	    "t.mustache:3:1: error: data-number hoort op <body>, op <main> of "
	    "op een kop; haal het hier weg\n");
}
END_TEST

/* ---- captions, contents, references ---- */

START_TEST(captions_get_numbers)
{
	ck_assert_str_eq(fixture_finish(
	    "<table><caption>a</caption></table>"
	    "<table class=\"ongenummerd\"><caption>b</caption></table>"
	    "<table><caption class=\"ongenummerd\">c</caption></table>"
	    "<table><caption>d</caption></table>"
	    "<figure><figcaption>e</figcaption></figure>"),
	    "<table>\n<caption><span class=nummer>Tabel 1:</span> a</caption>\n"
	    "</table>\n<table class=ongenummerd>\n<caption>b</caption>\n"
	    "</table>\n<table>\n<caption class=ongenummerd>c</caption>\n"
	    "</table>\n<table>\n<caption><span class=nummer>Tabel 2:</span> d"
	    "</caption>\n</table>\n<figure>\n<figcaption><span class=nummer>"
	    "Figuur 1:</span> e</figcaption>\n</figure>");
}
END_TEST

#define ITEM(id, text) "<li><a href=#" id ">" text "</a>"

START_TEST(contents_are_nested)
{
	const char *html = fixture_finish(
	    "<nav><h2>i</h2><ts-inhoud/></nav><main data-number=\"2\">"
	    "<h1>t</h1><h2>a</h2><h3>b <i lang=\"en\" id=\"x\">c</i></h3>"
	    "<h4>d</h4><h2 class=\"niet-in-inhoud\">e</h2><h2>f"
	    "<ts-noot key=\"k\">n</ts-noot><a href=\"#f-g\" data-media=\"web\">"
	    "#</a> <a href=\"http://x\">g</a></h2></main><ts-noten/>");

	fixture_contains(html, "<nav>\n<h2 id=i>i</h2>\n"
	    "<ol class=inhoud>\n"
	    ITEM("a", "<span class=nummer>1</span> a") "\n<ol>\n"
	    ITEM("b-c", "<span class=nummer>1.1</span> b <i lang=en>c</i>")
	    "</li>\n</ol>\n</li>\n"
	    ITEM("f-g", "<span class=nummer>3</span> f g")
	    "</li>\n</ol>\n</nav>");
}
END_TEST

START_TEST(contents_of_more_and_fewer_levels)
{
	ck_assert_str_eq(fixture_finish(
	    "<ts-inhoud levels=\"1\"/><ts-inhoud levels=\"3\"/>"
	    "<h2>a</h2><h3>b</h3><h4>c</h4><h5>d</h5><h3>e</h3>"),
	    "<ol class=inhoud>\n" ITEM("a", "a") "</li>\n</ol>\n"
	    "<ol class=inhoud>\n" ITEM("a", "a") "\n<ol>\n" ITEM("b", "b")
	    "\n<ol>\n" ITEM("c", "c") "</li>\n</ol>\n</li>\n"
	    ITEM("e", "e") "</li>\n</ol>\n</li>\n</ol>\n"
	    "<h2 id=a>a</h2>\n<h3 id=b>b</h3>\n<h4 id=c>c</h4>\n"
	    "<h5 id=d>d</h5>\n<h3 id=e>e</h3>");
	ck_assert_str_eq(fixture_finish("<p>x</p><ts-inhoud/>"), "<p>x</p>");
}
END_TEST

START_TEST(contents_in_one_medium)
{
	fixture_contains(fixture_finish("<ts-inhoud/><h2>a</h2>"
	    "<div data-media=\"web\"><h2>b</h2></div>"
	    "<div data-media=\"pdf\"><h2>c</h2></div>"),
	    "<ol class=inhoud>\n" ITEM("a", "a") "</li>\n</ol>\n");
	ck_assert_str_eq(fixture_finish("<ts-inhoud levels=\"x\"/>"),
	    "t.mustache:2:1: error: levels=\"x\" kan niet; geef een heel "
	    "getal van 1 tot en met 5\n");
}
END_TEST

#define LINK(id, text) "<a href=#" id ">" text "</a>"

START_TEST(references_are_filled)
{
	const char *html = fixture_finish(
	    "<main data-number=\"2\"><p>Zie <a href=\"#a\"></a>, "
	    "<a href=\"#b\"/>, <a href=\"#s\"> </a>, <a href=\"#t\"/>, "
	    "<a href=\"#f\"/>, <a href=\"#n\"/>, <a href=\"#a\">hier</a>, "
	    "<a href=\"#u\"/>.</p><p><em><a href=\"#s\"/></em> x</p>"
	    "<p><a href=\"#a\" aria-label=\"y\"></a></p>"
	    "<h2 id=\"a\">A</h2><h3 id=\"b\">B</h3>"
	    "<section id=\"s\"><div><h2 data-number=\"Bijlage\">C</h2></div>"
	    "</section><div id=\"t\"><table><caption>T</caption></table></div>"
	    "<figure id=\"f\"><img src=\"x\" alt=\"y\"/><figcaption>F"
	    "</figcaption></figure><article id=\"n\">"
	    "<h2 data-number=\"none\">N <em>o</em></h2></article>"
	    "<table id=\"u\" class=\"ongenummerd\"><caption>U</caption>"
	    "</table></main>");

	fixture_contains(html, "<p>Zie " LINK("a", "hoofdstuk\u00A01") ", "
	    LINK("b", "paragraaf\u00A01.1") ", " LINK("s", "bijlage\u00A01")
	    ", " LINK("t", "tabel\u00A01") ", " LINK("f", "figuur\u00A01")
	    ", " LINK("n", "‘N o’") ", " LINK("a", "hier") ", "
	    LINK("u", "‘U’") ".</p>\n<p><em>" LINK("s", "Bijlage\u00A01")
	    "</em> x</p>\n<p><a href=#a aria-label=y></a></p>");
}
END_TEST

START_TEST(references_in_notes_are_filled)
{
	fixture_contains(fixture_finish(
	    "<h2>A</h2><p>x<ts-noot key=\"k\">zie <a href=\"#a\"/></ts-noot>"
	    "</p><ts-noten/>"), "zie " LINK("a", "‘A’") BACK("1"));
}
END_TEST

START_TEST(reference_faults)
{
	ck_assert_str_eq(fixture_finish(
	    "<p id=\"bijlage-1\">a <a href=\"#bijlage1\">b</a>\n"
	    "<a href=\"#iets-heel-anders\"/>\n"
	    "<a href=\"#bijlage-1\"/>\n<a href=\"#bijlage-1\"/>\n"
	    "<a href=\"#\">x</a>"
	    "<a href=\"http://x#y\">c</a> <a>d</a></p>"),
	    "t.mustache:2:21: error: de link gaat naar '#bijlage1', maar dat "
	    "staat niet in dit document; verbeter de "
	    "link: bedoelt u '#bijlage-1'?\n"
	    "t.mustache:3:1: error: de link gaat naar '#iets-heel-anders', "
	    "maar dat staat niet in dit document; verbeter de link\n"
	    "t.mustache:4:1: error: deze link heeft geen tekst, en waar hij "
	    "heen gaat staat geen kop; schrijf de tekst van de link\n"
	    "t.mustache:5:1: error: deze link heeft geen tekst, en waar hij "
	    "heen gaat staat geen kop; schrijf de tekst van de link\n"
	    "t.mustache:6:1: error: de link gaat naar '#', maar dat staat niet "
	    "in dit document; verbeter de link\n");
}
END_TEST

/* ---- all together ---- */

START_TEST(nothing_internal_is_left)
{
	struct document *document = fixture_parse_body(
	    "<main data-number=\"1\"><ts-inhoud/><h2 data-number=\"none\">a"
	    "<ts-noot key=\"k\">n</ts-noot></h2><h1 class=\"md\">b</h1>"
	    "<table><tr><td data-merge=\"x\">x</td></tr></table></main>"
	    "<ts-noten/>");

	ck_assert(document_finish(fixture_arena, fixture_diag, document));
	for (const struct node *n = document->root; n;
	    n = node_next(n, document->root)) {
		ck_assert_int_lt(n->element, ELEMENT_TS_NOOT);
		ck_assert_ptr_null(node_attribute(n, "data-number"));
		ck_assert_ptr_null(node_attribute(n, "data-merge"));
		ck_assert(!node_has_class(n, "md"));
	}
}
END_TEST

START_TEST(all_faults_are_told)
{
	const char *messages = fixture_finish(
	    "<h3>a</h3><p id=\"x\">b<ts-noot/></p><p id=\"x\">"
	    "<a href=\"#y\">c</a></p>");

	fixture_contains(messages, "slaat een niveau over");
	fixture_contains(messages, "het id 'x' staat twee keer");
	fixture_contains(messages, "deze voetnoot heeft geen tekst");
	fixture_contains(messages, "zet <ts-noten/> in het sjabloon");
	fixture_contains(messages, "de link gaat naar '#y'");
}
END_TEST

static void
add_merge_and_notes(Suite *s)
{
	TCase *t = tcase_create("merge and notes");

	tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
	tcase_add_test(t, merge_equal_cells_below_each_other);
	tcase_add_test(t, merge_two_columns);
	tcase_add_test(t, merge_minds_spans);
	tcase_add_test(t, merge_only_the_same_columns);
	tcase_add_test(t, merge_adds_rowspans);
	tcase_add_test(t, merge_takes_empty_rows_away);
	tcase_add_test(t, merge_stays_in_its_group);
	tcase_add_test(t, merge_wrong_span);
	tcase_add_test(t, notes_are_numbered_in_reading_order);
	tcase_add_test(t, notes_of_merged_cells_go);
	tcase_add_test(t, notes_with_blocks);
	tcase_add_test(t, notes_beside_each_other_are_set_apart);
	tcase_add_test(t, notes_on_the_website_only_do_not_count);
	tcase_add_test(t, notes_go_back_to_the_website);
	tcase_add_test(t, notes_fill_the_document);
	tcase_add_test(t, notes_show_addresses_on_paper);
	tcase_add_test(t, no_notes_no_section);
	tcase_add_test(t, note_faults);
	suite_add_tcase(s, t);
}

static void
add_headings_and_links(Suite *s)
{
	TCase *t = tcase_create("headings and links");

	tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
	tcase_add_test(t, headings_get_ids);
	tcase_add_test(t, ids_occur_once);
	tcase_add_test(t, markdown_headings_fit_in);
	tcase_add_test(t, heading_faults);
	tcase_add_test(t, heading_levels_in_both_media);
	tcase_add_test(t, chapters_get_numbers);
	tcase_add_test(t, templates_may_name_a_target);
	tcase_add_test(t, labels_count_by_level);
	tcase_add_test(t, headings_fill_the_document);
	tcase_add_test(t, wrong_data_number);
	tcase_add_test(t, captions_get_numbers);
	tcase_add_test(t, contents_are_nested);
	tcase_add_test(t, contents_of_more_and_fewer_levels);
	tcase_add_test(t, contents_in_one_medium);
	tcase_add_test(t, references_are_filled);
	tcase_add_test(t, references_in_notes_are_filled);
	tcase_add_test(t, reference_faults);
	tcase_add_test(t, nothing_internal_is_left);
	tcase_add_test(t, all_faults_are_told);
	suite_add_tcase(s, t);
}

Suite *
document_suite(void)
{
	Suite *s = suite_create("document");

	add_merge_and_notes(s);
	add_headings_and_links(s);
	return s;
}
