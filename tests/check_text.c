/* check_text.c -- the document as plain text */
#include <check.h>
#include <string.h>
#include <time.h>

#include "../gen/web/text.h"
#include "document_fixture.h"
#include "suites.h"

static const char *
written(const struct document *document)
{
	struct buf out = BUF_INIT;
	const char *result;

	text_write(document, &out);
	result = arena_cstr(fixture_arena, buf_str(&out));
	buf_release(&out);
	return result;
}

/* The text of a body that the passes have finished. */
static const char *
text(const char *body)
{
	struct document *document = fixture_parse_body(body);

	ck_assert_msg(document && document_finish(fixture_arena,
	    fixture_diag, document), "%s", fixture_messages());
	return written(document);
}

START_TEST(empty_document)
{
	ck_assert_str_eq(text(""), "");
	ck_assert_str_eq(written(fixture_parse_body("<p> </p><ul><li/></ul>"
	    "<h1><img src=\"a.svg\" alt=\"\"/></h1><dl/><table/><hr/>"
	    "<pre>\n</pre>")), "");
}
END_TEST

START_TEST(appends_to_what_is_there)
{
	struct buf out = BUF_INIT;

	buf_adds(&out, "voor\n");
	text_write(fixture_parse_body("<p>a</p>"), &out);
	ck_assert_str_eq(out.s, "voor\na\n");
	buf_release(&out);
}
END_TEST

START_TEST(paragraph_is_one_line)
{
	ck_assert_str_eq(text("<p>\n Een  <em>twee</em>\n<b> drie</b></p>"
	    "<div>vier<p>vijf</p>zes</div>"),
	    "Een twee drie\n\nvier\n\nvijf\n\nzes\n");
}
END_TEST

START_TEST(signs_for_breaking_go)
{
	ck_assert_str_eq(text("<p>zorg&shy;ver&#x200B;lener, 3&nbsp;km,"
	    " e&#x2011;mail, 1&#x202F;000, caf\u00E9&#x2060;s</p>"),
	    "zorgverlener, 3 km, e-mail, 1 000, caf\u00E9s\n");
}
END_TEST

START_TEST(br_ends_a_line)
{
	ck_assert_str_eq(text("<p><br/>Postbus 1<br/>\n Utrecht<br/></p>"
	    "<p>b</p>"), "Postbus 1\nUtrecht\n\nb\n");
}
END_TEST

START_TEST(pre_keeps_its_lines)
{
	ck_assert_str_eq(text("<pre>\n a:\n\n   b  c\n</pre><p>d</p>"
	    "<ul><li><pre>e\n f</pre></li></ul>"),
	    " a:\n\n   b  c\n\nd\n\n- e\n   f\n");
}
END_TEST

START_TEST(headings_have_their_level)
{
	ck_assert_str_eq(text("<main data-number=\"2\"><h1>Rapport</h1>"
	    "<h2>Eerste</h2>a<h3>Deel</h3><p>b</p></main>"),
	    "# Rapport\n\n## 1 Eerste\n\na\n\n### 1.1 Deel\n\nb\n");
	ck_assert_str_eq(text("<h1>Het netwerk<br/>Gemeente A<br/></h1>"
	    "<h2>Wie?<br/>Wat</h2>"), "# Het netwerk, Gemeente A\n\n"
	    "## Wie? Wat\n");
}
END_TEST

START_TEST(lists_have_marks)
{
	ck_assert_str_eq(text("<p>Zie:</p><ul><li>a</li><li><p>b</p></li></ul>"
	    "<ol start=\"9\"><li>c</li><li>d</li><li value=\"3\">e</li></ol>"
	    "<ol type=\"a\"><li>f</li><li>g</li></ol>"),
	    "Zie:\n\n- a\n- b\n\n9. c\n10. d\n3. e\n\na. f\nb. g\n");
}
END_TEST

START_TEST(lists_in_lists)
{
	ck_assert_str_eq(text("<ul><li>a<ol><li>b<br/>c</li><li><p>d</p>"
	    "<p>e</p></li></ol>f</li><li><ul><li>g</li></ul></li><li> </li>"
	    "<li>h</li></ul><p>i</p>"),
	    "- a\n  1. b\n    c\n  2. d\n\n    e\n  f\n- - g\n- h\n\ni\n");
}
END_TEST

START_TEST(terms_and_explanations)
{
	ck_assert_str_eq(text("<dl><dt>TSD</dt><dd>Toezicht</dd>"
	    "<div><dt>Wat?</dt><dd><p>Dit.</p></dd></div>"
	    "<dt>A</dt><dt>B</dt><dd><p>c</p><p>d</p></dd>"
	    "<dt>E</dt><dd>f</dd><dd>g</dd><dt>H</dt></dl><p>i</p>"),
	    "TSD: Toezicht\nWat? Dit.\nA, B:\n  c\n\n  d\n\n"
	    "E: f\ng\nH\n\ni\n");
}
END_TEST

START_TEST(quotes_are_further_in)
{
	ck_assert_str_eq(text("<blockquote><p>a</p><p>b</p></blockquote>c"),
	    "  a\n\n  b\n\nc\n");
}
END_TEST

START_TEST(pictures_are_their_text)
{
	ck_assert_str_eq(text("<p><img src=\"a.svg\" alt=\"Gaat goed:\"/> b"
	    "<img src=\"a.svg\" alt=\"\"/></p>"), "Gaat goed: b\n");
	ck_assert_str_eq(text("<figure><img src=\"a.svg\" alt=\"Een kaart.\"/>"
	    "<figcaption>De regio</figcaption></figure>"),
	    "Afbeelding: Een kaart.\n\nFiguur 1: De regio\n");
}
END_TEST

START_TEST(links_tell_where_they_lead)
{
	ck_assert_str_eq(text("<p id=\"x\">Zie <a href=\"https://www.igj.nl/\">"
	    "de <em>inspectie</em></a>, <a href=\"https://www.igj.nl\">"
	    "www.igj.nl</a>, <a href=\"#x\">hier</a>, <a href=\"b.html\">b</a>,"
	    " <a href=\"mailto:a@igj.nl?subject=b\">mail ons</a> en"
	    " <a href=\"mailto:a@igj.nl\">a@igj.nl</a>.</p>"),
	    "Zie de inspectie (www.igj.nl), www.igj.nl, hier, b,"
	    " mail ons (a@igj.nl) en a@igj.nl.\n");
	ck_assert_str_eq(text("<p><a href=\"https://a.nl\">b</a>"
	    "<span data-media=\"pdf\"> (a.nl)</span></p>"), "b (a.nl)\n");
}
END_TEST

START_TEST(notes_at_the_end)
{
	ck_assert_str_eq(text("<p>Een<ts-noot key=\"k\">Met"
	    " <a href=\"https://a.nl/b\">link</a>.</ts-noot>"
	    "<ts-noot><p>Twee.</p><p>Drie.</p></ts-noot> en weer <ts-noot"
	    " key=\"k\"/>.</p><ts-noten/><p>Colofon</p>"),
	    "Een[1][2] en weer[1].\n\n## Noten\n\n"
	    "[1] Met link (a.nl/b).\n[2] Twee.\n\n  Drie.\n\nColofon\n");
}
END_TEST

START_TEST(as_the_pdf_has_it)
{
	ck_assert_str_eq(text("<p data-media=\"web\">a</p><p>b<span"
	    " data-media=\"web\">c</span><span data-media=\"pdf\">d</span></p>"
	    "<h2 data-media=\"web\">e</h2>"), "bd\n");
}
END_TEST

START_TEST(left_out)
{
	ck_assert_str_eq(text("<nav><h2>Inhoud</h2><ts-inhoud/></nav>"
	    "<ts-inhoud/><h2>a</h2><p hidden=\"hidden\">b</p>"
	    "<p><span aria-hidden=\"true\">c</span>d<button>e</button></p>"),
	    "## a\n\nd\n");
}
END_TEST

START_TEST(rows_with_their_heads)
{
	ck_assert_str_eq(text("<p>a</p><table><caption>Aantallen</caption>"
	    "<thead><tr><th>Gemeente</th><th>2022</th><th>2023</th></tr>"
	    "</thead><tbody>"
	    "<tr><th scope=\"row\">Someren</th><td>12</td><td>14</td></tr>"
	    "<tr><th scope=\"row\">Brunssum</th><td> </td><td>8</td></tr>"
	    "</tbody></table><p>b</p>"), "a\n\nTabel 1: Aantallen\n"
	    "Gemeente: Someren; 2022: 12; 2023: 14\n"
	    "Gemeente: Brunssum; 2023: 8\n\nb\n");
}
END_TEST

START_TEST(heads_of_rows_alone)
{
	ck_assert_str_eq(text("<table><tr><th scope=\"row\">Naam</th>"
	    "<td>Jan</td></tr><tr><th scope=\"row\" rowspan=\"2\">Waarom?</th>"
	    "<td>a</td></tr><tr><td>b</td></tr></table>"),
	    "Naam: Jan\nWaarom? a\nWaarom? b\n");
	ck_assert_str_eq(text("<table><tr><td>a</td><td>b</td></tr></table>"),
	    "a; b\n");
}
END_TEST

START_TEST(heads_above_each_other)
{
	ck_assert_str_eq(text("<table><thead><tr><td rowspan=\"2\"></td>"
	    "<th colspan=\"2\">Friesland</th><th rowspan=\"2\">Samen</th></tr>"
	    "<tr><th>2022</th><th>2023</th></tr></thead><tbody>"
	    "<tr><th scope=\"rowgroup\" colspan=\"4\">Zorg</th></tr>"
	    "<tr><th scope=\"row\">a</th><td>1</td><td>2</td><td>3</td></tr>"
	    "<tr><th scope=\"row\">b</th><td colspan=\"2\">4</td><td>5</td>"
	    "</tr></tbody></table>"),
	    "Zorg\na; Friesland, 2022: 1; Friesland, 2023: 2; Samen: 3\n"
	    "b; Friesland, 2022, Friesland, 2023: 4; Samen: 5\n");
}
END_TEST

START_TEST(heads_in_the_middle)
{
	ck_assert_str_eq(text("<table><tr><th>A</th><th>B</th></tr>"
	    "<tr><td>1</td><td>2</td></tr><tr><th>C</th><th>D</th></tr>"
	    "<tr><td>3</td><td>4</td></tr></table>"),
	    "A: 1; B: 2\nC: 3; D: 4\n");
	ck_assert_str_eq(text("<table><tr><th>A</th><th>B</th></tr></table>"),
	    "A; B\n");
}
END_TEST

START_TEST(cells_over_rows)
{
	/* to the end of their group, and no further */
	ck_assert_str_eq(text("<table><thead><tr><th>A</th><th>B</th><th>C</th>"
	    "</tr></thead><tbody><tr><td rowspan=\"9\">1</td><td>2</td>"
	    "<td>3</td></tr><tr><td rowspan=\"9\">4</td><td>5</td></tr>"
	    "<tr><td>6</td></tr></tbody><tbody><tr><td>7</td><td>8</td></tr>"
	    "</tbody></table>"),
	    "A: 1; B: 2; C: 3\nA: 1; B: 4; C: 5\nA: 1; B: 4; C: 6\n"
	    "A: 7; B: 8\n");
	ck_assert_str_eq(text("<table><tr><th>A</th><th>B</th><th>C</th></tr>"
	    "<tr><td colspan=\"2\" rowspan=\"2\">1</td><td>2</td></tr>"
	    "<tr><td>3</td></tr></table>"),
	    "A, B: 1; C: 2\nA, B: 1; C: 3\n");
	/* no words of its own: no row */
	ck_assert_str_eq(text("<table><tr><td rowspan=\"3\">1</td><td>2</td>"
	    "</tr><tr><td></td></tr><tr/></table>"), "1; 2\n");
	/* merged by the pass */
	ck_assert_str_eq(text("<table><tr><td data-merge=\"a\">1</td><td>2</td>"
	    "</tr><tr><td data-merge=\"a\">1</td><td>3</td></tr></table>"),
	    "1; 2\n1; 3\n");
}
END_TEST

START_TEST(long_cells_are_said_once)
{
	const char *row = "<tr><td>b</td></tr></table>", *table, *words;

	words = fixture_repeat("", "x", 300, "");
	table = arena_printf(fixture_arena, "<table><tr><td rowspan=\"2\">%s"
	    "</td><td>a</td></tr>%s", words, row).s;
	ck_assert_str_eq(text(table), arena_printf(fixture_arena,
	    "%s; a\n%s; b\n", words, words).s);
	table = arena_printf(fixture_arena, "<table><tr><td rowspan=\"2\">%sx"
	    "</td><td>a</td></tr>%s", words, row).s;
	ck_assert_str_eq(text(table), arena_printf(fixture_arena,
	    "%sx; a\nb\n", words).s);
	ck_assert_str_eq(text("<table><tr><td rowspan=\"2\"><p>x</p><p>y</p>"
	    "</td><td>a</td></tr><tr><td>b</td></tr></table>"),
	    "x\n\ny\na\n\nb\n");
}
END_TEST

START_TEST(list_in_table)
{
	ck_assert_str_eq(text("<table class=\"ongenummerd\">"
	    "<caption>T</caption><tr><th>A</th><th>B</th></tr>"
	    "<tr><td>1</td><td>2</td></tr>"
	    "<tr><td>Een zin.</td><td>Voor:<ul><li>a</li><li>b</li></ul></td>"
	    "</tr><tr><td><p>3</p></td><td>4</td></tr></table>"),
	    "T\nA: 1; B: 2\n\nA: Een zin.\nB:\n  Voor:\n\n  - a\n  - b\n\n"
	    "A: 3; B: 4\n");
}
END_TEST

START_TEST(table_in_list)
{
	ck_assert_str_eq(text("<ul><li>a<table><tr><th>A</th></tr>"
	    "<tr><td>1</td></tr><tr><td><p>2</p><p>3</p></td></tr></table></li>"
	    "<li><table><tr><td>4</td><td>5</td></tr></table></li></ul>"),
	    "- a\n\n  A: 1\n\n  A:\n    2\n\n    3\n- 4; 5\n");
}
END_TEST

START_TEST(table_in_table)
{
	ck_assert_str_eq(text("<table><tr><th>A</th></tr><tr><td><table>"
	    "<tr><th>B</th></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>"
	    "</td></tr></table>"), "A:\n  B: 1\n  B: 2\n");
}
END_TEST

START_TEST(note_in_table)
{
	ck_assert_str_eq(text("<table><tr><th>A</th><th>B</th></tr>"
	    "<tr><td>1<ts-noot>x</ts-noot></td><td>2</td></tr></table>"
	    "<ts-noten/>"), "A: 1[1]; B: 2\n\n## Noten\n\n[1] x\n");
}
END_TEST

/* Without places: the fixture takes its time to find them. */
static double
seconds(const char *body)
{
	struct document *document = document_parse(fixture_arena,
	    fixture_diag, arena_printf(fixture_arena,
	    "<html lang=\"nl\"><head><title>T</title></head>"
	    "<body>%s</body></html>", body), NULL);
	struct buf out = BUF_INIT;
	clock_t from = clock();

	ck_assert_msg(document, "%s", fixture_messages());
	text_write(document, &out);
	buf_release(&out);
	return (double)(clock() - from) / CLOCKS_PER_SEC;
}

/* Ten times as much may take some twenty times as long, not a hundred. */
static void
is_linear(const char *before, const char *part, const char *after)
{
	double few = seconds(fixture_repeat(before, part, 2000, after));
	double many = seconds(fixture_repeat(before, part, 20000, after));

	ck_assert_msg(many < 30 * few + 0.1, "%g s and %g s for %s", few, many,
	    part);
}

START_TEST(time_is_linear)
{
	is_linear("", "<p>a <em>b</em><br/>c</p>", "");
	is_linear("<p>", "a <a href=\"https://a.nl\">b</a> ", "</p>");
	is_linear("<ol>", "<li>a<ul><li>b</li></ul></li>", "</ol>");
	is_linear("<dl>", "<dt>a</dt><dt>b</dt>", "</dl>");
	is_linear("<dl>", "<dt>a</dt><dd>b</dd>", "</dl>");
	is_linear("<table><tr><th>A</th><th>B</th></tr>",
	    "<tr><td>1</td><td>2</td></tr>", "</table>");
	is_linear("<table><tr>", "<td rowspan=\"1000\">1</td>",
	    "</tr></table>");
	is_linear("<table><tr>", "<th>1</th>", "</tr></table>");
	is_linear("<table><thead>", "<tr><th>1</th></tr>",
	    "</thead></table>");
}
END_TEST

static void
add_tables(Suite *s)
{
	TCase *t = tcase_create("tables");

	tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
	tcase_add_test(t, rows_with_their_heads);
	tcase_add_test(t, heads_of_rows_alone);
	tcase_add_test(t, heads_above_each_other);
	tcase_add_test(t, heads_in_the_middle);
	tcase_add_test(t, cells_over_rows);
	tcase_add_test(t, long_cells_are_said_once);
	tcase_add_test(t, list_in_table);
	tcase_add_test(t, table_in_list);
	tcase_add_test(t, table_in_table);
	tcase_add_test(t, note_in_table);
	suite_add_tcase(s, t);
}

Suite *
text_suite(void)
{
	Suite *s = suite_create("text");
	TCase *t = tcase_create("text");

	tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
	tcase_add_test(t, empty_document);
	tcase_add_test(t, appends_to_what_is_there);
	tcase_add_test(t, paragraph_is_one_line);
	tcase_add_test(t, signs_for_breaking_go);
	tcase_add_test(t, br_ends_a_line);
	tcase_add_test(t, pre_keeps_its_lines);
	tcase_add_test(t, headings_have_their_level);
	tcase_add_test(t, lists_have_marks);
	tcase_add_test(t, lists_in_lists);
	tcase_add_test(t, terms_and_explanations);
	tcase_add_test(t, quotes_are_further_in);
	tcase_add_test(t, pictures_are_their_text);
	tcase_add_test(t, links_tell_where_they_lead);
	tcase_add_test(t, notes_at_the_end);
	tcase_add_test(t, as_the_pdf_has_it);
	tcase_add_test(t, left_out);
	tcase_add_test(t, time_is_linear);
	suite_add_tcase(s, t);
	add_tables(s);
	return s;
}
