/* check_review.c -- each check of a finished document, alone */
#include <check.h>
#include <string.h>

#include "../gen/content/read/yaml.h"
#include "../gen/document/review/checks.h"
#include "document_fixture.h"
#include "suites.h"

/* What a check works on, with the data of the report as YAML. */
static struct checks
begin(const char *body, const char *yaml)
{
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "r.yaml", str_from(yaml));
	struct checks c = { .arena = fixture_arena, .diag = fixture_diag,
		.document = fixture_parse_body(body) };

	c.data = yaml_parse(fixture_arena, fixture_diag, src);
	ck_assert_ptr_nonnull(c.document);
	return c;
}

/* The messages of one check about all passages. */
static const char *
told_with(void (*check)(struct checks *, const struct passage *),
    const char *body, const char *yaml)
{
	struct checks c = begin(body, yaml);
	struct passage p = { .top = c.document->root };

	while (passage_next(&p))
		check(&c, &p);
	passage_release(&p);
	return fixture_messages();
}

/* How many messages those are. */
static size_t
lines(const char *messages)
{
	size_t n = 0;

	for (const char *s = messages; *s != '\0'; s++)
		n += *s == '\n';
	return n;
}

/* ---- how many are told ---- */

START_TEST(there_is_an_end)
{
	struct checks c = begin("<p>a</p>", "a: b\n");
	unsigned n = 0;

	while (n < 100000 && checks_may_tell(&c))
		n++;
	ck_assert_uint_gt(n, 20);
	ck_assert_uint_lt(n, 1000);
	ck_assert(!checks_may_tell(&c));
}
END_TEST

/* ---- counts ---- */

static const char *
counts(const char *text, const char *dossiers)
{
	return told_with(check_counts, arena_printf(fixture_arena,
	    "<p>%s</p>", text).s, arena_printf(fixture_arena,
	    "dossiers: %s\n", dossiers).s);
}

START_TEST(counts_that_agree)
{
	static const char *const texts[] = {
		"in twee van de tien dossiers", "in 2 van de 10 dossiers",
		"tien van de tien onderzochte dossiers.", "van de dossiers",
		"acht dossiers", "van de acht gezinnen", "dossiers",
		"van de vele dossiers", "van de nul dossiers", "",
		"drie van de acht of negen keer in dossiers",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		ck_assert_str_eq(counts(texts[i], "10"), "");
}
END_TEST

START_TEST(counts_that_differ)
{
	static const char *const texts[] = {
		"twee van de acht dossiers", "2 van de 8 dossiers",
		"twee van de acht onderzochte dossiers (a)",
		"van de <b>acht</b>\n\u00A0dossiers.",
		"van de 9999999 dossiers", "van de tweehonderd dossiers",
		"Van de acht dossiers waren er twee op orde.",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		ck_assert_msg(lines(counts(texts[i], "10")) == 1, "%s",
		    texts[i]);
	fixture_contains(counts("twee van de acht dossiers", "10"),
	    "t.mustache:2:16: warning: hier zijn het acht dossiers, maar "
	    "volgens 'dossiers' in rapport.yaml 10;");
	ck_assert_uint_eq(lines(counts("van de acht dossiers, van de negen "
	    "dossiers", "10")), 2);
}
END_TEST

/* Where the report does not say how many, nothing is compared. */
START_TEST(counts_of_nothing)
{
	static const char *const none[] = { "tien", "0", "-3", "", "[10]",
		"1000000", "0.5" };

	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		ck_assert_str_eq(counts("een van de acht dossiers", none[i]),
		    "");
	ck_assert_str_eq(told_with(check_counts,
	    "<p>een van de acht dossiers</p>", "a: b\n"), "");
}
END_TEST

/* ---- length ---- */

static const char *
long_text(const char *word, int n, const char *end)
{
	return told_with(check_length, arena_printf(fixture_arena, "<p>%s</p>",
	    fixture_repeat("", word, n, end)).s, "a: b\n");
}

START_TEST(sentences_up_to_thirty_words)
{
	ck_assert_str_eq(long_text("woord ", 30, ""), "");
	ck_assert_str_eq(long_text("woord ", 29, "eind. En nog een."), "");
	fixture_contains(long_text("woord ", 31, ""),
	    "t.mustache:2:4: warning: deze zin heeft 31 woorden");
	/* dashes are no words */
	ck_assert_str_eq(long_text("woord – ", 30, ""), "");
	ck_assert_str_eq(told_with(check_length, "<p> </p><p/>", "a: b\n"),
	    "");
}
END_TEST

START_TEST(sentences_end)
{
	static const char *const ends[] = { ". En ", "! En ", "? En ",
		"… En ", ".) En ", ".” ‘Ja’ ", ". 3 ", "!\n En " };
	static const char *const go_on[] = { ". en ", "! en ", " art. 3 ",
		" o.a. De ", " J. Jansen ", ": De ", "; De ", " (bijv. De) " };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		ck_assert_msg(!*long_text("woord ", 20, fixture_repeat("een",
		    ends[i], 1, fixture_repeat("", "woord ", 20, ""))),
		    "%s", ends[i]);
	for (size_t i = 0; i < sizeof go_on / sizeof *go_on; i++)
		ck_assert_msg(*long_text("woord ", 20, fixture_repeat("een",
		    go_on[i], 1, fixture_repeat("", "woord ", 20, ""))),
		    "%s", go_on[i]);
}
END_TEST

START_TEST(paragraphs_up_to_150_words)
{
	ck_assert_str_eq(long_text("Een zin. ", 75, ""), "");
	fixture_contains(long_text("Een zin. ", 76, ""),
	    "t.mustache:2:4: warning: deze alinea heeft 152 woorden");
	/* both are told of a paragraph that is one sentence */
	ck_assert_uint_eq(lines(long_text("woord ", 200, "")), 2);
}
END_TEST

/* ---- elements ---- */

static const char *
elements(const char *body)
{
	struct checks c = begin(body, "a: b\n");

	check_elements(&c);
	return fixture_messages();
}

START_TEST(links_say_where_they_go)
{
	static const char *const empty[] = { "hier", "Klik hier.", "LEES MEER",
		"meer →", "https://a.nl", "www.a.nl/b", "http://a.nl/" };
	static const char *const sound[] = { "hier staat meer", "www.a.nl",
		"meerdere", "de wet", "" };

	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
		ck_assert_msg(lines(elements(arena_printf(fixture_arena,
		    "<a href=\"/x\">%s</a>", empty[i]).s)) == 1, "%s",
		    empty[i]);
	for (size_t i = 0; i < sizeof sound / sizeof *sound; i++)
		ck_assert_str_eq(elements(arena_printf(fixture_arena,
		    "<a href=\"/x\">%s</a>", sound[i]).s), "");
	ck_assert_str_eq(elements("<a>hier</a><a href=\"/x\" "
	    "aria-label=\"De wet\">hier</a>"), "");
}
END_TEST

START_TEST(tables_say_what_they_are)
{
	ck_assert_uint_eq(lines(elements("<table><tr><td>a</td></tr></table>")),
	    2);
	/* of a table inside it they are of no use to the table around it */
	ck_assert_uint_eq(lines(elements("<table><tr><td><table>"
	    "<caption>c</caption><tr><th>a</th></tr></table></td></tr>"
	    "</table>")), 2);
	ck_assert_str_eq(elements("<table><caption>c</caption>"
	    "<tbody><tr><th>a</th></tr></tbody></table>"), "");
}
END_TEST

START_TEST(signs_have_words)
{
	fixture_contains(elements("<p>\n<span class=\"goed\"></span></p>"),
	    "t.mustache:3:1: error: <span class=\"goed\">");
	ck_assert_str_eq(elements("<p><span class=\"goed\">goed</span>"
	    "<span></span><span class=\" \"></span>"
	    "<b class=\"x\" aria-hidden=\"true\"></b>"
	    "<i class=\"x\" aria-label=\"goed\"></i></p>"), "");
	ck_assert_uint_eq(lines(elements("<p><b class=\"x\" "
	    "aria-hidden=\"false\"></b></p>")), 1);
}
END_TEST

START_TEST(images_have_descriptions)
{
	ck_assert_uint_eq(lines(elements("<img src=\"a.svg\"/>")), 1);
	ck_assert_str_eq(elements("<img src=\"a.svg\" alt=\"\"/>"), "");
}
END_TEST

/* ---- privacy ---- */

#define PHONE "<p>Bel 058-1234567.</p>"

START_TEST(personal_data_by_kind)
{
	static const char *const texts[] = { "J. de Vries", "BSN 111222333",
		"058-1234567", "a@b.nl", "geboren op 3 mei 2012" };
	static const char *const kinds[] = { "naam van een persoon",
		"burgerservicenummer", "telefoonnummer", "e-mailadres",
		"geboortedatum" };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		fixture_contains(told_with(check_privacy,
		    arena_printf(fixture_arena, "<p>Dit is %s.</p>",
		    texts[i]).s, "a: b\n"), kinds[i]);
	ck_assert_str_eq(told_with(check_privacy, "<p>Dit is niets.</p>",
	    "a: b\n"), "");
}
END_TEST

START_TEST(personal_data_that_may_be_there)
{
	static const char *const allowed[] = {
		"toegestaan: [{ tekst: (058) 12 34 567 }]\n",
		"onderzoek: { toegestaan: [{ tekst: 0581234567 }] }\n",
		("onderzoek: { afzender: { contact: "
		"{ telefoon: 058 1234567 } } }\n"),
		"site: { contact: { telefoon: 058-123-45-67 } }\n",
	};
	static const char *const others[] = {
		"toegestaan: [{ tekst: 0581234568 }]\n",
		"toegestaan: [{ reden: geen tekst }, 0581234567]\n",
		"toegestaan: { tekst: 0581234567 }\n", "toegestaan:\n",
		"toegestaan: [{ tekst: '' }]\n",
	};

	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		ck_assert_msg(!*told_with(check_privacy, PHONE, allowed[i]),
		    "%s", allowed[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_assert_msg(lines(told_with(check_privacy, PHONE,
		    others[i])) == 1, "%s", others[i]);
	/* the same number, as it is called from elsewhere */
	ck_assert_str_eq(told_with(check_privacy, "<p>+31 58 1234567</p>",
	    allowed[0]), "");
	ck_assert_str_eq(told_with(check_privacy, "<p>+31 (0)58 1234567</p>",
	    allowed[0]), "");
}
END_TEST

START_TEST(personal_data_in_attributes)
{
	static const char *const names[] = { "alt", "title", "aria-label",
		"content", "href" };
	struct checks c;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		c = begin(arena_printf(fixture_arena, "<p>\n<a %s=\"x "
		    "a@b.nl\">y</a></p>", names[i]).s, "a: b\n");
		check_privacy_attributes(&c);
		fixture_contains(fixture_messages(), "t.mustache:3:1: error: "
		    "hier staat een e-mailadres (a@b.nl)");
	}
	c = begin("<p class=\"a@b.nl\">a@b.nl</p>", "a: b\n");
	check_privacy_attributes(&c);
	ck_assert_str_eq(fixture_messages(), "");
}
END_TEST

Suite *
review_suite(void)
{
	Suite *s = suite_create("review");
	TCase *c = tcase_create("review");

	tcase_add_checked_fixture(c, fixture_setup, fixture_teardown);
	tcase_add_test(c, there_is_an_end);
	tcase_add_test(c, counts_that_agree);
	tcase_add_test(c, counts_that_differ);
	tcase_add_test(c, counts_of_nothing);
	tcase_add_test(c, sentences_up_to_thirty_words);
	tcase_add_test(c, sentences_end);
	tcase_add_test(c, paragraphs_up_to_150_words);
	tcase_add_test(c, links_say_where_they_go);
	tcase_add_test(c, tables_say_what_they_are);
	tcase_add_test(c, signs_have_words);
	tcase_add_test(c, images_have_descriptions);
	tcase_add_test(c, personal_data_by_kind);
	tcase_add_test(c, personal_data_that_may_be_there);
	tcase_add_test(c, personal_data_in_attributes);
	suite_add_tcase(s, c);
	return s;
}
