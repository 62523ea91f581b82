/* check_passes.c -- each pass over a document, alone */
#include <check.h>
#include <string.h>

#include "../gen/document/pass/passes.h"
#include "document_fixture.h"
#include "suites.h"

/* What a pass works on: this body, of which no pass was run yet. */
static struct passes
begin(const char *body)
{
	struct passes p = { .arena = fixture_arena, .diag = fixture_diag,
		.document = fixture_parse_body(body),
		.ids = names_new(fixture_arena) };

	ck_assert_ptr_nonnull(p.document);
	return p;
}

/* The HTML after one pass. */
static const char *
after(void (*pass)(struct passes *), const char *body)
{
	struct passes p = begin(body);

	pass(&p);
	return fixture_html(p.document);
}

/* The first element of a kind. */
static struct node *
first(const struct passes *p, enum element element)
{
	struct node *n = p->document->root;

	while (n && n->element != element)
		n = node_next(n, p->document->root);
	ck_assert_ptr_nonnull(n);
	return n;
}

/* ---- what they share ---- */

START_TEST(numbers_in_front)
{
	struct passes p = begin("<h2>Kop</h2><h3></h3><h4>4</h4>");
	const struct node *h2 = first(&p, ELEMENT_H2);
	const struct node *h3 = first(&p, ELEMENT_H3);

	number_put(&p, first(&p, ELEMENT_H2), STR("3.2"));
	number_put(&p, first(&p, ELEMENT_H3), STR("Bijlage 1:"));
	ck_assert_str_eq(number_find(fixture_arena, h2).s, "3.2");
	ck_assert_str_eq(number_find(fixture_arena, h3).s, "Bijlage 1:");
	ck_assert_str_eq(node_content(fixture_arena, h2).s, "3.2 Kop");
	ck_assert_uint_eq(number_find(fixture_arena,
	    first(&p, ELEMENT_H4)).n, 0);
}
END_TEST

START_TEST(attributes_as_numbers)
{
	static const struct { const char *value; int number; } cases[] = {
		{ "2", 2 }, { "5", 5 }, { "05", 5 }, { "1", -1 }, { "6", -1 },
		{ "x", -1 }, { "3x", -1 }, { "-3", -1 }, { " 3", -1 },
		{ "3.0", -1 }, { "99999999999999999999", -1 },
	};
	struct passes p = begin("<p/>");
	struct node *node = first(&p, ELEMENT_P);

	ck_assert_int_eq(number_attribute(&p, node, "levels", 2, 5, 4), 4);
	node_set(fixture_arena, node, "levels", STR(""));
	ck_assert_int_eq(number_attribute(&p, node, "levels", 2, 5, 4), 4);
	ck_assert_str_eq(fixture_messages(), "");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool is_sound = cases[i].number > 0;

		p.diag = fixture_diag;
		node_set(fixture_arena, node, "levels",
		    str_from(cases[i].value));
		ck_assert_int_eq(number_attribute(&p, node, "levels", 2, 5,
		    4), is_sound ? cases[i].number : 4);
		ck_assert_msg(is_sound == !strcmp(fixture_messages(), ""),
		    "\"%s\"", cases[i].value);
	}
}
END_TEST

/* ---- merge ---- */

START_TEST(merge_tables_without_cells)
{
	ck_assert_str_eq(after(pass_merge, "<table></table>"),
	    "<table></table>");
	/* a row that was empty is kept: it is not one that was merged */
	ck_assert_str_eq(after(pass_merge, "<table><tr></tr>"
	    "<tr><td data-merge=\"a\">A</td></tr><tr></tr></table>"),
	    "<table>\n<tr></tr>\n<tr>\n<td>A</td>\n</tr>\n"
	    "<tr></tr>\n</table>");
}
END_TEST

/* All rows are one: one row is left, and no span. */
START_TEST(merge_all_rows)
{
	ck_assert_str_eq(after(pass_merge, fixture_repeat("<table>",
	    "<tr><td data-merge=\"a\">A</td><td data-merge=\"b\">B</td></tr>",
	    300, "</table>")),
	    "<table>\n<tr>\n<td>A</td>\n<td>B</td>\n</tr>\n</table>");
}
END_TEST

START_TEST(merge_in_a_table_in_a_cell)
{
	ck_assert_str_eq(after(pass_merge, "<table><tr>"
	    "<td data-merge=\"a\">A<table><tr><td data-merge=\"a\">A</td>"
	    "</tr></table></td></tr></table>"),
	    "<table>\n<tr>\n<td>A\n<table>\n<tr>\n<td>A</td>\n</tr>\n"
	    "</table>\n</td>\n</tr>\n</table>");
}
END_TEST

/* ---- notes ---- */

START_TEST(notes_fill_the_list)
{
	struct passes p = begin("<p>a<ts-noot key=\"x\">X</ts-noot> "
	    "b<ts-noot>Y</ts-noot> c<ts-noot key=\"x\"/></p><ts-noten/>");
	const struct document *document = p.document;

	pass_notes(&p);
	ck_assert_uint_eq(document->n_notes, 2);
	for (size_t i = 0; i < 2; i++) {
		const struct note *note = &document->notes[i];
		const struct str *href = node_attribute(note->call, "href");

		ck_assert_int_eq(note->number, (int)i + 1);
		ck_assert_int_eq(note->call->element, ELEMENT_A);
		ck_assert_int_eq(note->body->element, ELEMENT_LI);
		ck_assert_str_eq(href->s + 1,
		    node_attribute(note->body, "id")->s);
	}
	ck_assert_str_eq(node_content(fixture_arena,
	    document->notes[1].body).s, "Y");
	ck_assert_str_eq(fixture_messages(), "");
}
END_TEST

START_TEST(notes_that_are_only_called)
{
	ck_assert_str_eq(after(pass_notes, "<p>a</p><ts-noten/>"), "<p>a</p>");
	after(pass_notes, "<p>\n<ts-noot key=\"x\"/>"
	    "<ts-noot key=\"x\"/></p><ts-noten/>");
	fixture_contains(fixture_messages(), "t.mustache:3:1: error: ");
}
END_TEST

/* Where no place was given, the notes are still somewhere. */
START_TEST(notes_without_a_place)
{
	struct passes p = begin("<p>a<ts-noot>X</ts-noot></p>");

	pass_notes(&p);
	ck_assert_ptr_eq(p.document->notes[0].body->parent->parent->parent,
	    p.document->root);
	ck_assert_uint_eq(diag_count(fixture_diag, DIAG_ERROR), 1);
}
END_TEST

/* ---- ids ---- */

START_TEST(ids_are_made_of_a_text)
{
	struct passes p = begin("<p id=\"risico-2\"/><h2/>");
	struct node *h2 = first(&p, ELEMENT_H2);

	pass_ids(&p);
	ck_assert_str_eq(id_make(&p, h2, STR("Risico’s?")).s, "risicos");
	ck_assert_str_eq(id_make(&p, h2, STR("Risico")).s, "risico");
	/* risico-2 is taken by the paragraph */
	ck_assert_str_eq(id_make(&p, h2, STR("RISICO")).s, "risico-3");
	ck_assert_str_eq(id_make(&p, h2, STR("risico")).s, "risico-4");
	ck_assert_str_eq(node_attribute(h2, "id")->s, "risico-4");
	ck_assert_str_eq(id_make(&p, h2, STR("")).s, "kop");
	ck_assert_str_eq(id_make(&p, h2, STR("…?!")).s, "kop-2");
	ck_assert_uint_lt(id_make(&p, h2, str_from(fixture_repeat("",
	    "lang ", 1000, ""))).n, 80);
	ck_assert_ptr_eq(((struct target *)names_find(p.ids,
	    STR("kop-2")))->node, h2);
}
END_TEST

START_TEST(ids_that_are_there)
{
	struct passes p = begin("<p id=\"a\"/><p id=\"\"/><p id=\"b c\"/>\n"
	    "<p id=\"a\"/>");

	pass_ids(&p);
	ck_assert_ptr_eq(((struct target *)names_find(p.ids,
	    STR("a")))->node, first(&p, ELEMENT_P));
	ck_assert_ptr_null(names_find(p.ids, STR("")));
	ck_assert_ptr_null(names_find(p.ids, STR("b c")));
	ck_assert_uint_eq(diag_count(fixture_diag, DIAG_ERROR), 3);
	fixture_contains(fixture_messages(), "t.mustache:3:1: error: ");
}
END_TEST

/* ---- headings ---- */

START_TEST(headings_for_the_contents)
{
	struct passes p = begin("<h1>Titel</h1><main data-number=\"2\">"
	    "<h2>Een</h2><h3>Twee</h3>"
	    "<h2 data-media=\"web\">Web</h2><h2></h2>"
	    "<h2 data-number=\"Bijlage\">Drie <em>3</em></h2></main>");
	static const struct {
		int level;
		const char *number, *text, *id;
	} wanted[] = {
		{ 1, "", "Titel", "titel" }, { 2, "1", "Een", "een" },
		{ 3, "1.1", "Twee", "twee" },
		{ 2, "Bijlage 1", "Drie 3", "drie-3" },
	};
	const struct heading *h;

	pass_headings(&p);
	h = p.document->headings;
	ck_assert_uint_eq(p.document->n_headings, 4);
	for (size_t i = 0; i < 4; i++) {
		ck_assert_int_eq(h[i].level, wanted[i].level);
		ck_assert_str_eq(h[i].number.s, wanted[i].number);
		ck_assert_str_eq(h[i].text.s, wanted[i].text);
		ck_assert_str_eq(h[i].id.s, wanted[i].id);
		ck_assert_str_eq(node_attribute(h[i].node, "id")->s,
		    h[i].id.s);
		ck_assert_ptr_null(node_attribute(h[i].node, "data-number"));
	}
	/* the empty one is a fault, and has no id that says nothing */
	ck_assert_uint_eq(diag_count(fixture_diag, DIAG_ERROR), 1);
	ck_assert_ptr_null(names_find(p.ids, STR("kop")));
}
END_TEST

START_TEST(headings_as_deep_as_can_be)
{
	ck_assert_str_eq(after(pass_headings, "<h2>a</h2><h3>b</h3><h4>c</h4>"
	    "<h2 class=\"md\">d</h2>"),
	    "<h2 id=a>a</h2>\n<h3 id=b>b</h3>\n<h4 id=c>c</h4>\n"
	    "<h6 id=d>d</h6>");
	/* two levels below an h4, but none is between them */
	fixture_contains(fixture_messages(), "error: ");
	after(pass_headings, "<h2>a</h2><h3>b</h3><h4>c</h4><h5>d</h5>"
	    "<h1 class=\"md\">e</h1>\n<h2 class=\"md\">f</h2>");
	fixture_contains(fixture_messages(), "t.mustache:3:1: error: ");
}
END_TEST

START_TEST(no_headings)
{
	struct passes p = begin("<p>a</p>");

	pass_headings(&p);
	pass_captions(&p);
	ck_assert_uint_eq(p.document->n_headings, 0);
	ck_assert_str_eq(fixture_html(p.document), "<p>a</p>");
}
END_TEST

/* ---- captions ---- */

START_TEST(captions_count_apart)
{
	ck_assert_str_eq(after(pass_captions,
	    "<figure><figcaption>a</figcaption></figure>"
	    "<table><caption></caption></table>"
	    "<figure data-media=\"web\"><figcaption>b</figcaption></figure>"
	    "<figure class=\"x ongenummerd\"><figcaption>c</figcaption>"
	    "</figure>"),
	    "<figure>\n<figcaption><span class=nummer>Figuur 1:</span> a"
	    "</figcaption>\n</figure>\n"
	    "<table>\n<caption><span class=nummer>Tabel 1:</span> </caption>\n"
	    "</table>\n"
	    "<figure data-media=web>\n<figcaption>b</figcaption>\n</figure>\n"
	    "<figure class=\"x ongenummerd\">\n<figcaption>c</figcaption>\n"
	    "</figure>");
}
END_TEST

START_TEST(captions_of_the_pdf_count)
{
	struct passes p = begin("<div data-media=\"pdf\"><table><caption>a"
	    "</caption></table></div><table><caption>b</caption></table>");

	pass_captions(&p);
	ck_assert_str_eq(number_find(fixture_arena,
	    first(&p, ELEMENT_CAPTION)).s, "Tabel 1:");
	fixture_contains(fixture_html(p.document),
	    "<span class=nummer>Tabel 2:</span> b");
}
END_TEST

/* ---- contents ---- */

/* The contents alone, of headings that the pass before it found. */
static const char *
contents(const char *body)
{
	struct passes p = begin(body);
	struct node *n;

	pass_headings(&p);
	pass_contents(&p);
	for (n = p.document->root; n; ) {
		struct node *old = n;

		n = element_heading_level(n->element) > 0 ?
		    node_skip(n, p.document->root) :
		    node_next(n, p.document->root);
		if (element_heading_level(old->element) > 0)
			node_remove(old);
	}
	return fixture_html(p.document);
}

START_TEST(contents_of_nothing)
{
	ck_assert_str_eq(contents("<ts-inhoud/>"), "");
	ck_assert_str_eq(contents("<ts-inhoud/><h1>Titel</h1>"
	    "<nav><h2>Menu</h2></nav><h2 class=\"niet-in-inhoud\">x</h2>"),
	    "<nav></nav>");
}
END_TEST

START_TEST(contents_say_what_the_heading_says)
{
	ck_assert_str_eq(contents("<ts-inhoud/><h2 id=\"h\">A "
	    "<a href=\"#x\" id=\"l\">b <em id=\"e\">c</em></a>"
	    "<img src=\"x.svg\" alt=\"d\"/></h2>"),
	    "<ol class=inhoud>\n<li><a href=#h>A b <em>c</em></a></li>\n"
	    "</ol>");
}
END_TEST

START_TEST(contents_of_wrong_levels)
{
	static const char *const wrong[] = { "0", "6", "twee" };

	for (size_t i = 0; i < 3; i++) {
		ck_assert_str_eq(contents(arena_printf(fixture_arena,
		    "<ts-inhoud levels=\"%s\"/><h2>a</h2><h3>b</h3>"
		    "<h4>c</h4>", wrong[i]).s),
		    "<ol class=inhoud>\n<li><a href=#a>a</a>\n<ol>\n"
		    "<li><a href=#b>b</a></li>\n</ol>\n</li>\n</ol>");
		fixture_contains(fixture_messages(), wrong[i]);
	}
}
END_TEST

/* ---- references ---- */

/* The text of the link to #x. */
static const char *
reference(const char *link, const char *target)
{
	struct passes p = begin(arena_printf(fixture_arena, "%s%s", link,
	    target).s);

	pass_ids(&p);
	pass_references(&p);
	return node_content(fixture_arena, first(&p, ELEMENT_A)).s;
}

#define LINK "<p>zie <a href=\"#x\"> </a></p>"
#define NUMBER(n) "<span class=\"nummer\">" n "</span> "

START_TEST(references_by_name)
{
	ck_assert_str_eq(reference(LINK, "<h2 id=\"x\">" NUMBER("3")
	    "Kop</h2>"), "hoofdstuk\u00A03");
	ck_assert_str_eq(reference(LINK, "<section id=\"x\"><h3>"
	    NUMBER("3.2") "Kop</h3></section>"), "paragraaf\u00A03.2");
	ck_assert_str_eq(reference(LINK, "<table id=\"x\"><caption>"
	    NUMBER("Tabel 2:") "Wie</caption></table>"), "tabel\u00A02");
	ck_assert_str_eq(reference(LINK, "<h2 id=\"x\">Kop <em>a</em></h2>"),
	    "‘Kop a’");
	ck_assert_str_eq(reference(LINK, "<p id=\"x\" "
	    "data-ts-naam=\"indicator 5\">y</p>"), "indicator 5");
	ck_assert_str_eq(reference("<p><a href=\"#x\"/> zegt</p>",
	    "<h2 id=\"x\">" NUMBER("Bijlage 1:") "Kop</h2>"),
	    "Bijlage\u00A01");
	ck_assert_str_eq(fixture_messages(), "");
}
END_TEST

/* A template may give a heading a number of another form. */
START_TEST(references_to_other_numbers)
{
	ck_assert_str_eq(reference(LINK, "<h2 id=\"x\">" NUMBER("Slot")
	    "Kop</h2>"), "slot");
	ck_assert_str_eq(reference(LINK, "<h2 id=\"x\">" NUMBER("B:")
	    "Kop</h2>"), "b");
}
END_TEST

START_TEST(references_left_alone)
{
	ck_assert_str_eq(reference("<a href=\"#x\">hier</a>",
	    "<h2 id=\"x\">Kop</h2>"), "hier");
	ck_assert_str_eq(reference("<a href=\"#x\" aria-label=\"y\"></a>",
	    "<h2 id=\"x\">Kop</h2>"), "");
	ck_assert_str_eq(reference("<a href=\"/#x\"></a>", ""), "");
	ck_assert_str_eq(fixture_messages(), "");
	ck_assert_str_eq(reference(LINK, "<p id=\"x\">geen kop</p>"), "");
	ck_assert_str_eq(reference(LINK, "<p id=\"xx\">te ver</p>"), "");
	ck_assert_uint_eq(diag_count(fixture_diag, DIAG_ERROR), 2);
	fixture_messages();
	reference("<p><a href=\"#regei\">x</a></p>", "<p id=\"regie\"/>");
	fixture_contains(fixture_messages(), "bedoelt u '#regie'?");
}
END_TEST

Suite *
passes_suite(void)
{
	Suite *s = suite_create("passes");
	TCase *c = tcase_create("passes");

	tcase_add_checked_fixture(c, fixture_setup, fixture_teardown);
	tcase_add_test(c, numbers_in_front);
	tcase_add_test(c, attributes_as_numbers);
	tcase_add_test(c, merge_tables_without_cells);
	tcase_add_test(c, merge_all_rows);
	tcase_add_test(c, merge_in_a_table_in_a_cell);
	tcase_add_test(c, notes_fill_the_list);
	tcase_add_test(c, notes_that_are_only_called);
	tcase_add_test(c, notes_without_a_place);
	tcase_add_test(c, ids_are_made_of_a_text);
	tcase_add_test(c, ids_that_are_there);
	tcase_add_test(c, headings_for_the_contents);
	tcase_add_test(c, headings_as_deep_as_can_be);
	tcase_add_test(c, no_headings);
	tcase_add_test(c, captions_count_apart);
	tcase_add_test(c, captions_of_the_pdf_count);
	tcase_add_test(c, contents_of_nothing);
	tcase_add_test(c, contents_say_what_the_heading_says);
	tcase_add_test(c, contents_of_wrong_levels);
	tcase_add_test(c, references_by_name);
	tcase_add_test(c, references_to_other_numbers);
	tcase_add_test(c, references_left_alone);
	suite_add_tcase(s, c);
	return s;
}
