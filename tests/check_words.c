/* check_words.c -- languages, abbreviations, division, glossary */
#include <check.h>
#include <string.h>

#include "../gen/content/read/yaml.h"
#include "../gen/typeset/look/hyphen.h"
#include "document_fixture.h"
#include "suites.h"

static const char list[] =
    "afkortingen:\n"
    "  - {afkorting: VNG, betekenis: Vereniging, uitleg: een club}\n"
    "  - {afkorting: MDA++, betekenis: aanpak}\n"
    "  - {afkorting: ggz, betekenis: zorg}\n"
    "  - {afkorting: 1G1P, betekenis: één plan}\n"
    "talen:\n"
    "  - {term: Signs of Safety, taal: en, uitleg: methode}\n"
    "  - {term: Signs, taal: en}\n"
    "begrippen:\n"
    "  - {begrip: warme overdracht, uitleg: samen}\n"
    "namen: [MEE]\n"
    "afbreken: [gezins-plan]\n";

/* The HTML of a body that was marked, or the messages. */
static const char *
marked(const char *body)
{
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "w.yaml", str_from(list));
	const struct value *words = yaml_parse(fixture_arena, fixture_diag,
	    src);
	struct document *document = fixture_parse_body(body);
	const char *messages;

	ck_assert_ptr_nonnull(document);
	document_mark_words(fixture_arena, fixture_diag, document, words);
	messages = fixture_messages();
	return *messages != '\0' ? messages : fixture_html(document);
}

#define MARKS(body, wanted) ck_assert_str_eq(marked(body), wanted)
#define UNCHANGED(body) MARKS(body, body)
#define VNG "<abbr title=Vereniging>VNG</abbr>"

START_TEST(abbreviations)
{
	MARKS("<p>De VNG-leden.</p>", "<p>De " VNG "-leden.</p>");
	MARKS("<p>MDA++: (MDA++)</p>",
	    "<p><abbr title=aanpak>MDA++</abbr>: (MDA++)</p>");
	MARKS("<p>Ggz en 1G1P</p>", "<p><abbr title=zorg>Ggz</abbr> en "
	    "<abbr title=\"één plan\">1G1P</abbr></p>");
	UNCHANGED("<p>vng, VNGs en ggzX</p>");
}
END_TEST

START_TEST(first_in_each_chapter)
{
	MARKS("<p>VNG</p><h2>Een</h2><p>VNG VNG</p><p>VNG</p><h2>VNG</h2>"
	    "<p>VNG</p>",
	    "<p>" VNG "</p>\n<h2>Een</h2>\n<p>" VNG " VNG</p>\n<p>VNG</p>\n"
	    "<h2>VNG</h2>\n<p>" VNG "</p>");
}
END_TEST

START_TEST(languages)
{
	MARKS("<h3>Signs\nof Safety</h3>",
	    "<h3><span lang=en>Signs\nof Safety</span></h3>");
	/* each time: a reader may begin anywhere */
	MARKS("<p>Signs, Signs</p>", "<p><span lang=en>Signs</span>, "
	    "<span lang=en>Signs</span></p>");
}
END_TEST

START_TEST(left_alone)
{
	MARKS("<p><code>VNG</code> <abbr title=\"x\">VNG</abbr> "
	    "<em lang=\"en\">Signs of Safety</em></p>",
	    "<p><code>VNG</code> <abbr title=x>VNG</abbr> "
	    "<em lang=en>Signs of Safety</em></p>");
	UNCHANGED("<p>https://vng.nl/VNG/ABC www.VNG.nl ABC@VNG.nl</p>");
}
END_TEST

START_TEST(own_division)
{
	MARKS("<p>Gezinsplan, gezinsplan</p>",
	    "<p>Gezins\u00ADplan, gezins\u00ADplan</p>");
}
END_TEST

/* A word with a hyphen wherever the dictionary would divide it. */
static const char *
divided(struct hyphenator *h, struct str word)
{
	size_t points[64], n = hyphenate(h, word, points, 64), from = 0;
	struct str out = STR("");

	for (size_t i = 0; i <= n; i++) {
		size_t to = i < n ? points[i] : word.n;

		out = arena_printf(fixture_arena, "%s%s%.*s", out.s,
		    i > 0 ? "-" : "", (int)(to - from), word.s + from);
		from = to;
	}
	return out.s;
}

/* An entry that the dictionary has too is of no use. */
START_TEST(our_list_is_needed)
{
	const struct value *words = yaml_load(fixture_arena, fixture_diag,
	    "content/woordenlijst.yaml");
	const struct value *entries = value_find(words, "afbreken");
	struct hyphenator *h = hyphenator_new(fixture_diag);

	ck_assert_uint_gt(entries->n, 20);
	for (size_t i = 0; i < entries->n; i++) {
		struct str entry = value_text(entries->items[i]);
		char *word = arena_cstr(fixture_arena, entry), *end = word;

		for (size_t k = 0; k < entry.n; k++)
			if (entry.s[k] != '-')
				*end++ = entry.s[k];
		ck_assert_str_ne(entry.s, divided(h, (struct str){ word,
		    (size_t)(end - word) }));
	}
	hyphenator_free(h);
}
END_TEST

START_TEST(unknown_abbreviations)
{
	ck_assert_str_eq(marked("<p>Het\nABC en ABC</p><p>X1Y</p>"),
	    "t.mustache:3:1: warning: de afkorting ABC staat niet in de "
	    "woordenlijst; schrijf die uit, of zet die met de betekenis "
	    "in woordenlijst.yaml\n"
	    "t.mustache:3:18: warning: de afkorting X1Y staat niet in de "
	    "woordenlijst; schrijf die uit, of zet die met de betekenis "
	    "in woordenlijst.yaml\n");
	fixture_contains(marked("<p>Een AB.</p>"), "afkorting AB staat");
	fixture_contains(marked("<p>AB++</p>"), "afkorting AB++ staat");
	UNCHANGED("<p>MEE, deel II, IJ, A, 12, 3521 AZ Utrecht, MeiDy, "
	    "GM0080</p>");
}
END_TEST

START_TEST(glossary)
{
	MARKS("<p>Signs of Safety</p><p>Warme overdracht, VNG</p>"
	    "<ts-begrippen/>",
	    "<p><span lang=en>Signs of Safety</span></p>\n"
	    "<p>Warme overdracht, " VNG "</p>\n"
	    "<dl class=begrippen>\n<dt lang=en>Signs of Safety</dt>\n"
	    "<dd>methode</dd>\n<dt>VNG</dt>\n<dd>Vereniging: een club</dd>\n"
	    "<dt>warme overdracht</dt>\n<dd>samen</dd>\n</dl>");
	fixture_contains(marked("<p>x</p><ts-begrippen/>"),
	    "2:9: warning: dit rapport vraagt om een begrippenlijst");
}
END_TEST

START_TEST(without_a_list)
{
	struct document *document = fixture_parse_body("<p>VNG</p>");

	document_mark_words(fixture_arena, fixture_diag, document, NULL);
	ck_assert_str_eq(fixture_html(document), "<p>VNG</p>");
	ck_assert_str_eq(fixture_messages(), "");
}
END_TEST

Suite *
words_suite(void)
{
	Suite *s = suite_create("words");
	TCase *c = tcase_create("words");

	tcase_add_checked_fixture(c, fixture_setup, fixture_teardown);
	tcase_add_test(c, abbreviations);
	tcase_add_test(c, first_in_each_chapter);
	tcase_add_test(c, languages);
	tcase_add_test(c, left_alone);
	tcase_add_test(c, own_division);
	tcase_add_test(c, our_list_is_needed);
	tcase_add_test(c, unknown_abbreviations);
	tcase_add_test(c, glossary);
	tcase_add_test(c, without_a_list);
	suite_add_tcase(s, c);
	return s;
}
