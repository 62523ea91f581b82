/* check_checks.c -- the checks of a finished document */
#include <check.h>
#include <string.h>

#include "../gen/content/read/yaml.h"
#include "../gen/document/passage.h"
#include "document_fixture.h"
#include "suites.h"

/* The messages about a document, with the data of its report as YAML. */
static const char *
checked_with(const char *body, const char *yaml)
{
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "r.yaml", str_from(yaml));
	const struct value *data = yaml_parse(fixture_arena, fixture_diag, src);
	struct document *document = fixture_parse_body(body);
	size_t errors;
	bool ok;

	ck_assert_ptr_nonnull(document);
	ck_assert_ptr_nonnull(data);
	ok = document_check(fixture_arena, fixture_diag, document, data);
	errors = diag_count(fixture_diag, DIAG_ERROR);
	ck_assert_int_eq(ok, errors == 0);
	return fixture_messages();
}

static const char *
checked(const char *body)
{
	return checked_with(body, "dossiers: 10\n");
}

#define SOUND(body) ck_assert_str_eq(checked(body), "")

START_TEST(images)
{
	SOUND("<p><img src=\"a.svg\" alt=\"\"/></p>");
	fixture_contains(checked("<p>x <img src=\"a.svg\"/></p>"),
	    "t.mustache:2:6: error: deze afbeelding heeft geen alt;");
}
END_TEST

START_TEST(links)
{
	SOUND("<p>Lees <a href=\"x\">het rapport</a> en <a href=\"x\" "
	    "aria-label=\"Voetnoot 1\">hier</a>.</p>");
	SOUND("<p><a href=\"x\">www.voorbeeld.nl</a> <a>hier</a></p>");
	fixture_contains(checked("<p>Lees <a href=\"x\">Klik hier!</a></p>"),
	    "t.mustache:2:9: warning: de link 'Klik hier!' zegt niet");
	fixture_contains(checked(
	    "<p><a href=\"x\"><b>lees</b> meer →</a></p>"),
	    "t.mustache:2:4: warning: de link 'lees meer →' zegt niet");
	fixture_contains(checked("<p><a href=\"x\">http://v.nl/x</a></p>"),
	    "2:4: warning: deze link toont een webadres;");
	fixture_contains(checked("<p><a href=\"x\">www.v.nl/x.pdf</a></p>"),
	    "2:4: warning: deze link toont een webadres;");
}
END_TEST

START_TEST(tables)
{
	const char *bad = checked("<table><tr><td>a</td></tr></table>");

	SOUND("<table><caption>Tabel</caption><thead><tr><th>K</th></tr>"
	    "</thead><tbody><tr><td>a</td></tr></tbody></table>");
	fixture_contains(bad, "2:1: error: deze tabel heeft geen bijschrift; "
	    "begin de tabel met een <caption>");
	fixture_contains(bad, "2:1: error: deze tabel heeft geen koppen;");
	/* what a table in a cell has, is not its own */
	fixture_contains(checked("<table><caption>T</caption><tr><td><table>"
	    "<caption>U</caption><tr><th>x</th></tr></table></td></tr>"
	    "</table>"), "2:1: error: deze tabel heeft geen koppen;");
}
END_TEST

START_TEST(signs_without_words)
{
	SOUND("<p><span class=\"goed\">Goed</span> <span class=\"a\" "
	    "aria-hidden=\"true\"></span> <span></span> "
	    "<b class=\"x\"><img src=\"a\" alt=\"Goed\"/></b></p>");
	fixture_contains(checked("<p>x <span class=\"goed\"></span></p>"),
	    "2:6: error: <span class=\"goed\"> heeft geen tekst");
}
END_TEST

#define TEN "een twee drie vier vijf zes zeven acht negen tien "

START_TEST(long_sentences)
{
	SOUND("<p>" TEN TEN TEN ". Nu " TEN TEN "</p>");
	SOUND("<p>" TEN TEN "einde. Begin " TEN TEN "einde? Begin " TEN
	    "‘einde.’ Begin " TEN TEN "</p>");
	SOUND("<ul><li>" TEN TEN "</li><li>" TEN TEN "</li></ul>");
	fixture_contains(checked("<p>Kort.\nNu " TEN TEN TEN "</p>"),
	    "t.mustache:3:1: warning: deze zin heeft 31 woorden;");
	fixture_contains(checked("<p>Kort. <b>Een</b> " TEN TEN TEN "</p>"),
	    "t.mustache:2:13: warning: deze zin heeft 31 woorden;");
	/* a full stop that ends no sentence */
	fixture_contains(checked("<p>" TEN TEN "art. 2 en o.a. Zij " TEN
	    "</p>"), "warning: deze zin heeft 35 woorden;");
	fixture_contains(checked("<p>" TEN TEN "enz. en dan " TEN "</p>"),
	    "warning: deze zin heeft 33 woorden;");
}
END_TEST

START_TEST(long_paragraphs)
{
	fixture_contains(checked(fixture_repeat("<p>", "Een twee drie. ", 51,
	    "</p>")), "2:4: warning: deze alinea heeft 153 woorden;");
	SOUND(fixture_repeat("<p>", "Een twee drie. ", 50, "</p>"));
}
END_TEST

START_TEST(counts)
{
	fixture_contains(checked("<p>Bij twee van de\nacht dossiers was</p>"),
	    "t.mustache:3:1: warning: hier zijn het acht dossiers, maar "
	    "volgens 'dossiers' in rapport.yaml 10;");
	fixture_contains(checked("<p>In 3 van de 12 onderzochte dossiers</p>"),
	    "2:16: warning: hier zijn het 12 dossiers");
	SOUND("<p>In 3 van de 10 dossiers, in één van de tien dossiers en in "
	    "geen van de tien gevolgde dossiers.</p>");
	SOUND("<p>Twee van de dossiers, van acht dossiers, de acht dossiers, "
	    "van de elf gezinnen.</p>");
	ck_assert_str_eq(checked_with("<p>van de acht dossiers</p>",
	    "soort: verslag\n"), "");
}
END_TEST

START_TEST(personal_data)
{
	fixture_contains(checked("<p>Bel\nJ. de Vries</p>"),
	    "t.mustache:3:1: error: hier staat een naam van een persoon "
	    "(J. de Vries), en dat mag niet zomaar");
	fixture_contains(checked("<p><a href=\"mailto:j@v.nl\">mail</a></p>"),
	    "2:4: error: hier staat een e-mailadres (j@v.nl)");
	fixture_contains(checked("<p>06-<b>12345678</b></p>"),
	    "2:4: error: hier staat een telefoonnummer (06-12345678)");
}
END_TEST

START_TEST(allowed_personal_data)
{
	static const char body[] = "<p>J. de Vries, info@v.nl, "
	    "+31 88 370 02 88, 06-12345678 en x@v.nl</p>";
	const char *messages = checked_with(body,
	    "onderzoek:\n"
	    "  afzender:\n"
	    "    contact: {telefoon: \"088-3700288\", email: info@v.nl}\n"
	    "  toegestaan:\n"
	    "    - {tekst: 06 1234 5678, reden: r}\n"
	    "toegestaan:\n"
	    "  - {tekst: J.  de Vries, reden: r}\n");

	fixture_contains(messages, "een e-mailadres (x@v.nl)");
	ck_assert_ptr_null(strstr(messages, "telefoon"));
	ck_assert_ptr_null(strstr(messages, "info@"));
	ck_assert_ptr_null(strstr(messages, "Vries"));
}
END_TEST

/* <kbd> is what to type; nobody has an address at example.nl */
START_TEST(examples_are_nobodys)
{
	SOUND("<p>Schrijf <kbd>J. de Vries, 06-12345678</kbd>.</p>");
	SOUND("<p>info@example.nl en x@example.org</p>");
	fixture_contains(checked("<p>x@example.nl.nu</p>"), "e-mailadres");
}
END_TEST

START_TEST(there_is_an_end_to_it)
{
	const char *messages = checked(fixture_repeat("<p>", "J. de Vries\n",
	    1000, "</p>"));

	ck_assert_uint_lt(strlen(messages), 60000);
}
END_TEST

START_TEST(passages_of_a_document)
{
	const struct document *document = fixture_parse_body(
	    "<ul><li>a <b>b</b><br/>c<ul><li>d</li></ul>e</li></ul>"
	    "<p>f<sup class=\"nootverwijzing\">1</sup>g</p>");
	struct passage p = { .top = document->root->last };
	static const char *const wanted[] = { "a b\nc", "d", "e", "fg" };

	for (size_t i = 0; i < 4; i++) {
		ck_assert(passage_next(&p));
		ck_assert_str_eq(str_trim(buf_str(&p.text)).s, wanted[i]);
	}
	ck_assert_int_eq(p.block->element, ELEMENT_P);
	ck_assert_uint_eq(passage_place(&p, 1).line, 2);
	ck_assert(!passage_next(&p));
	passage_release(&p);
}
END_TEST

Suite *
checks_suite(void)
{
	Suite *s = suite_create("checks");
	TCase *c = tcase_create("checks");

	tcase_add_checked_fixture(c, fixture_setup, fixture_teardown);
	tcase_add_test(c, images);
	tcase_add_test(c, links);
	tcase_add_test(c, tables);
	tcase_add_test(c, signs_without_words);
	tcase_add_test(c, long_sentences);
	tcase_add_test(c, long_paragraphs);
	tcase_add_test(c, counts);
	tcase_add_test(c, personal_data);
	tcase_add_test(c, allowed_personal_data);
	tcase_add_test(c, examples_are_nobodys);
	tcase_add_test(c, there_is_an_end_to_it);
	tcase_add_test(c, passages_of_a_document);
	suite_add_tcase(s, c);
	return s;
}
