/* check_xhtml.c -- parsing XHTML */
#include <check.h>

#include "document_fixture.h"
#include "suites.h"

#define FRAME(body) \
	"<html lang=\"nl\"><head><title>T</title></head><body>" body \
	"</body></html>"

static const char *
faults_of(const char *xhtml)
{
	ck_assert_ptr_null(fixture_parse(xhtml));
	return fixture_messages();
}

START_TEST(parse_fills_title_and_language)
{
	const struct document *document = fixture_parse(
	    "<html lang=\"nl-NL\"><head><title> Rapport\n &amp; meer </title>"
	    "</head><body/></html>");

	ck_assert_ptr_nonnull(document);
	ck_assert(str_is(document->title, "Rapport & meer"));
	ck_assert(str_is(document->language, "nl-NL"));
	ck_assert_int_eq(document->root->element, ELEMENT_HTML);
}
END_TEST

START_TEST(parse_keeps_places)
{
	const struct document *document = fixture_parse_body(
	    "<p>é <b>x</b>\n<i>y</i></p>");
	const struct node *p = document->root->last->first;

	ck_assert_uint_eq(p->loc.line, 2);
	ck_assert_uint_eq(p->loc.column, 1);
	ck_assert_uint_eq(p->first->loc.column, 4);
	ck_assert_uint_eq(p->first->next->loc.column, 6);
	ck_assert_uint_eq(p->last->loc.line, 3);
}
END_TEST

START_TEST(parse_without_trace)
{
	struct str bad = STR("<html><p></html>");

	ck_assert_ptr_null(document_parse(fixture_arena, fixture_diag, bad,
	    NULL));
	ck_assert_uint_eq(diag_count(fixture_diag, DIAG_ERROR), 1);
	ck_assert_ptr_nonnull(document_parse(fixture_arena, fixture_diag,
	    str_from(FRAME("<p>x</p>")), NULL));
}
END_TEST

START_TEST(space_between_blocks_goes)
{
	const struct document *document = fixture_parse_body(
	    "<ul>\n <li>\n  <p>a</p>\n </li>\n</ul>\n<p>b <em>c</em> <b>d</b>"
	    "</p> <div> <a>e</a> <a>f</a> </div>");
	const struct node *body = document->root->last;

	ck_assert_int_eq(body->first->element, ELEMENT_UL);
	ck_assert_int_eq(body->first->first->element, ELEMENT_LI);
	ck_assert_int_eq(body->first->first->first->element, ELEMENT_P);
	ck_assert_ptr_null(body->first->first->first->next);
	ck_assert_str_eq(fixture_html(document),
	    "<ul>\n<li>\n<p>a</p>\n</li>\n</ul>\n"
	    "<p>b <em>c</em> <b>d</b></p>\n<div><a>e</a> <a>f</a></div>");
}
END_TEST

START_TEST(named_characters)
{
	const struct document *document = fixture_parse_body(
	    "<p title=\"&euro;&nbsp;5\">&nbsp;&shy;&ndash;&mdash;&lsquo;"
	    "&rsquo;&ldquo;&rdquo;&hellip;&euro;&times;&middot;&eacute;"
	    "&amp;&#8594;</p>");
	const struct node *p;

	ck_assert_ptr_nonnull(document);
	p = document->root->last->first;
	ck_assert_str_eq(p->first->text.s,
	    "\u00A0\u00AD–—‘’“”…€×·é&→");
	ck_assert_str_eq(node_attribute(p, "title")->s, "€\u00A05");
	ck_assert_ptr_null(p->first->next);
}
END_TEST

START_TEST(unknown_character_name)
{
	ck_assert_str_eq(faults_of(FRAME("<p>\n &eurp;</p>")),
	    "t.mustache:2:2: error: de tekencode &eurp; bestaat niet; "
	    "bedoelt u &euro;?\n");
	ck_assert_str_eq(faults_of(FRAME("<p>\n &qqqqqq; x</p>")),
	    "t.mustache:2:2: error: de tekencode &qqqqqq; bestaat niet\n");
	fixture_contains(faults_of(FRAME("<p title=\"&eurp;\"/>")),
	    "bestaat niet");
}
END_TEST

START_TEST(no_entities_of_its_own)
{
	const char *wanted = "t.mustache:1:1: error: dit is geen geldige XHTML:"
	    " hier hoort <html> te beginnen, zonder <!DOCTYPE> ervoor\n";

	ck_assert_str_eq(faults_of("<!DOCTYPE html [<!ENTITY a \"x\">"
	    "<!ENTITY b \"&a;&a;\">]>" FRAME("&b;")), wanted);
	ck_assert_str_eq(faults_of("<!DOCTYPE html SYSTEM \"/etc/passwd\">"
	    FRAME("")), wanted);
}
END_TEST

START_TEST(mismatched_tag)
{
	ck_assert_str_eq(faults_of(FRAME("\n<p>a <em>b\n</p>\n")),
	    "t.mustache:3:3: error: hier staat </p>, maar <em> is nog open; "
	    "zet er eerst </em> voor\n"
	    "t.mustache:2:6: note: hier begint <em>\n");
}
END_TEST

START_TEST(unclosed_element)
{
	ck_assert_str_eq(faults_of("<html lang=\"nl\">\n<body>\n <p>x</p>\n"),
	    "t.mustache:2:1: error: <body> wordt nergens gesloten; zet </body> "
	    "erbij\n");
	ck_assert_str_eq(faults_of(""),
	    "t.mustache:1:1: error: in dit document ontbreekt <html>; zet dat "
	    "in het sjabloon\n");
}
END_TEST

START_TEST(syntax_faults)
{
	ck_assert_str_eq(faults_of(FRAME("<p>\na < b</p>")),
	    "t.mustache:2:4: error: dit is geen geldige XHTML: een losse < of "
	    "&, of een attribuut zonder aanhalingstekens; schrijf &lt; of "
	    "&amp;, of attribuut=\"waarde\"\n");
	fixture_contains(faults_of(FRAME("<p id=x>y</p>")),
	    "attribuut zonder aanhalingstekens");
	ck_assert_str_eq(faults_of(FRAME("<p\n id=\"a\" id=\"b\"/>")),
	    "t.mustache:2:9: error: dit is geen geldige XHTML: dit attribuut "
	    "staat twee keer in de tag; haal er een weg\n");
	ck_assert_str_eq(faults_of(FRAME("") "\n<p/>"),
	    "t.mustache:2:1: error: dit is geen geldige XHTML: na </html> mag "
	    "niets meer komen; haal dit weg\n");
	fixture_contains(faults_of(" <?xml version=\"1.0\"?>"
	    FRAME("")), "haal dat weg");
	fixture_contains(faults_of(FRAME("<p") ), "error:");
	fixture_contains(faults_of("<html"), "zet er een >");
	fixture_contains(faults_of("tekst"), "error:");
	fixture_contains(faults_of(FRAME("&#0;")), "tekencode");
}
END_TEST

START_TEST(unknown_elements_are_all_told)
{
	ck_assert_str_eq(faults_of(FRAME(
	    "\n<sektion><p>x</p></sektion>\n<font>y</font>")),
	    "t.mustache:2:1: error: het element <sektion> kent dit programma "
	    "niet; bedoelt u <section>?\n"
	    "t.mustache:3:1: error: het element <font> kent dit programma "
	    "niet\n");
	fixture_contains(faults_of(FRAME("\n<foo>x</p>")),
	    "</p>, maar <foo> is nog open");
}
END_TEST

START_TEST(wrong_nesting)
{
	ck_assert_str_eq(faults_of(FRAME("\n<p>a\n<ul><li>b</li></ul></p>")),
	    "t.mustache:3:1: error: <ul> mag niet in <p> staan; sluit eerst "
	    "<p> of haal <p> weg\n"
	    "t.mustache:2:1: note: hier begint <p>\n");
	fixture_contains(faults_of(FRAME(
	    "<h2><p>x</p></h2>")), "<p> mag niet in <h2> staan");
	fixture_contains(faults_of(FRAME(
	    "<p><a href=\"x\"><div/></a></p>")), "<div> mag niet in <p>");
	fixture_contains(faults_of(FRAME(
	    "<p><a href=\"x\"><em><a href=\"y\">z</a></em></a></p>")),
	    "<a> mag niet in <a>");
	ck_assert_ptr_nonnull(fixture_parse(FRAME(
	    "<div><a href=\"x\"><div><p>x</p></div></a></div>"
	    "<p>a<ts-noot key=\"k\"><p>b <a href=\"y\">c</a></p></ts-noot>"
	    "</p>")));
}
END_TEST

START_TEST(lists_and_tables_are_whole)
{
	ck_assert_str_eq(faults_of(FRAME("\n<ul>\n<p>x</p>\n</ul>\n"
	    "<li>y</li>\n<table>\n<tr>\nz <td>a</td></tr>\n"
	    "<tbody><td>b</td></tbody></table>\n<tr/>")),
	    "t.mustache:3:1: error: <p> kan niet direct in <ul> staan; zet er "
	    "<li> omheen\n"
	    "t.mustache:5:1: error: <li> kan niet direct in <body> staan; zet "
	    "er <ul> omheen\n"
	    "t.mustache:7:5: error: tekst kan niet direct in <tr> staan; zet "
	    "er <td> omheen\n"
	    "t.mustache:9:8: error: <td> kan niet direct in <tbody> staan; zet "
	    "er <tr> omheen\n"
	    "t.mustache:10:1: error: <tr> kan niet direct in <body> staan; zet "
	    "er <table> omheen\n");
	ck_assert_ptr_nonnull(fixture_parse(FRAME("<table><caption>x</caption>"
	    "<colgroup><col/></colgroup><col/><tr><td/></tr><tbody/></table>"
	    "<ol><li/></ol>")));
}
END_TEST

START_TEST(void_element_with_content)
{
	ck_assert_str_eq(faults_of(FRAME("<p>\n<br>x</br></p>")),
	    "t.mustache:2:1: error: <br> mag geen inhoud hebben; schrijf "
	    "<br/>\n");
}
END_TEST

START_TEST(script_with_end_tag)
{
	ck_assert_str_eq(faults_of(FRAME("\n<script>a = '&lt;/script>'"
	    "</script>")),
	    "t.mustache:2:1: error: in <script> mag geen </ staan; zet deze "
	    "code in een eigen bestand\n");
}
END_TEST

START_TEST(depth_is_limited)
{
	const char *deep = fixture_repeat("<html lang=\"nl\"><body>\n",
	    "<div>\n", 100000, "");

	ck_assert_str_eq(faults_of(deep),
	    "t.mustache:200:1: error: hier staan meer dan 200 elementen in "
	    "elkaar; maak de opbouw eenvoudiger\n");
	deep = fixture_repeat("<html lang=\"nl\"><body>\n", "<br/>\n", 1000,
	    "");
	fixture_contains(faults_of(deep), "</body>");
}
END_TEST

START_TEST(frame_is_complete)
{
	ck_assert_str_eq(faults_of("<p>x</p>"),
	    "t.mustache:1:1: error: in dit document ontbreekt <html> om alles "
	    "heen; zet dat in het sjabloon\n");
	fixture_contains(faults_of(
	    "<html lang=\"nl\"><head><title> </title></head><body/></html>"),
	    "ontbreekt <title>");
	fixture_contains(faults_of(
	    "<html><head><title>T</title></head><body/></html>"),
	    "ontbreekt de taal");
	fixture_contains(faults_of(
	    "<html lang=\"nl\"><head><title>T</title></head></html>"),
	    "ontbreekt <body>");
}
END_TEST

Suite *
xhtml_suite(void)
{
	Suite *s = suite_create("xhtml");
	TCase *t = tcase_create("parsing");

	tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
	tcase_add_test(t, parse_fills_title_and_language);
	tcase_add_test(t, parse_keeps_places);
	tcase_add_test(t, parse_without_trace);
	tcase_add_test(t, space_between_blocks_goes);
	tcase_add_test(t, named_characters);
	tcase_add_test(t, unknown_character_name);
	tcase_add_test(t, no_entities_of_its_own);
	tcase_add_test(t, mismatched_tag);
	tcase_add_test(t, unclosed_element);
	tcase_add_test(t, syntax_faults);
	tcase_add_test(t, unknown_elements_are_all_told);
	tcase_add_test(t, wrong_nesting);
	tcase_add_test(t, lists_and_tables_are_whole);
	tcase_add_test(t, void_element_with_content);
	tcase_add_test(t, script_with_end_tag);
	tcase_add_test(t, depth_is_limited);
	tcase_add_test(t, frame_is_complete);
	suite_add_tcase(s, t);
	return s;
}
