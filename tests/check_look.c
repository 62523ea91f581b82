/* check_look.c -- the house style as rules and sheets; words in a table */
#include <check.h>
#include <string.h>

#include "../gen/content/read/yaml.h"
#include "../gen/typeset/look/theme.h"
#include "../gen/typeset/look/words.h"
#include "document_fixture.h"
#include "suites.h"

static struct theme_rules rules;

/* Read a house style; the messages. */
static const char *
read_style(const char *yaml)
{
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "h.yaml", str_from(yaml));
	const struct value *style = yaml_parse(fixture_arena, fixture_diag,
	    src);
	bool ok;

	ck_assert_msg(style, "%s", fixture_messages());
	ok = theme_read(fixture_arena, fixture_diag, style, &rules);
	ck_assert_int_eq(ok, diag_count(fixture_diag, DIAG_ERROR) == 0);
	return fixture_messages();
}

#define SHEET "{ breedte: 300, hoogte: 400, marge: 20, kopregel: 10, " \
	"paginanummer: 12 }"
#define PAGES "pagina:\n  staand: " SHEET "\n  liggend: " SHEET "\n"

/* With these lines under elementen, from line 5 on. */
static const char *
read_rules(const char *lines)
{
	return read_style(arena_printf(fixture_arena, PAGES "elementen:\n%s",
	    lines).s);
}

static const char *
property_of(const struct declaration *d)
{
	return theme_properties[d->property].name;
}

/* ---- rules ---- */

START_TEST(least_house_style)
{
	ck_assert_str_eq(read_rules("  {}\n"), "");
	ck_assert_uint_eq(rules.n, 0);
	ck_assert_uint_eq(rules.n_named, 0);
	ck_assert_str_eq(rules.family.s, "Open Sans");
	ck_assert_str_eq(read_style("tokens: { letter: { tekst: DejaVu } }\n"
	    PAGES "elementen: { h2: }\n"), "");
	ck_assert_uint_eq(rules.n, 0);
	ck_assert_str_eq(rules.family.s, "DejaVu");
	ck_assert_uint_eq(rules.family_loc.line, 1);
}
END_TEST

/* The lightest first; rules of one weight in the order of the file. */
START_TEST(rules_by_weight)
{
	static const unsigned weights[] = { 1, 1, 1, 2, 100, 101 };

	ck_assert_str_eq(read_rules("  .b: { gewicht: 700 }\n"
	    "  h2.b: { gewicht: 700 }\n  h4: { gewicht: 600 }\n"
	    "  table td: { gewicht: 700 }\n  \"h2,  h3\": { gewicht: 700 }\n"),
	    "");
	ck_assert_uint_eq(rules.n, 6);
	for (size_t i = 0; i < 6; i++)
		ck_assert_uint_eq(rules.rules[i].weight, weights[i]);
	ck_assert_int_eq(rules.rules[0].parts[0].element, ELEMENT_H4);
	ck_assert_int_eq(rules.rules[1].parts[0].element, ELEMENT_H2);
	ck_assert_int_eq(rules.rules[2].parts[0].element, ELEMENT_H3);
	ck_assert_uint_eq(rules.rules[3].n_parts, 2);
	ck_assert_int_eq(rules.rules[3].parts[0].element, ELEMENT_TABLE);
	ck_assert_int_eq(rules.rules[4].parts[0].element, ELEMENT_TEXT);
	ck_assert_str_eq(rules.rules[4].parts[0].class.s, "b");
}
END_TEST

START_TEST(selectors)
{
	static const char *const wrong[] = { "h2..a", "h2.", ".", "a.b.c",
		"h9", "a b c d e", "h2,", " ", "h2 .b. i" };

	ck_assert_str_eq(read_rules("  a b em i: {}\n"), "");
	ck_assert_uint_eq(rules.rules[0].n_parts, SELECTOR_PARTS);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		fixture_contains(read_rules(arena_printf(fixture_arena,
		    "  \"%s\": { gewicht: 700 }\n", wrong[i]).s),
		    "h.yaml:5:");
}
END_TEST

START_TEST(values_of_properties)
{
	const struct declaration *d;

	ck_assert_str_eq(read_rules("  p: { ruimte-na: 10 mm, "
	    "binnenruimte: [1, 2 em], uitlijning: midden, kleur: \"#ff8000\", "
	    "achtergrond: geen, verschuiving: -3, afbreken: ja, "
	    "breedte: }\n"), "");
	ck_assert_uint_eq(rules.n, 1);
	ck_assert_uint_eq(rules.rules[0].n_declarations, 7);
	d = rules.rules[0].declarations;
	ck_assert_str_eq(property_of(d), "ruimte-na");
	ck_assert_double_eq_tol(d->lengths[0].number, 28.35, 0.01);
	ck_assert(!d->lengths[0].is_em);
	d++;
	ck_assert_double_eq_tol(d->lengths[2].number, 1, 1e-9);
	ck_assert_double_eq_tol(d->lengths[3].number, 2, 1e-9);
	ck_assert(!d->lengths[2].is_em && d->lengths[3].is_em);
	ck_assert_int_eq((int)(++d)->number, ALIGN_CENTER);
	ck_assert_double_eq_tol((++d)->color.green, 128 / 255., 1e-9);
	ck_assert(!(++d)->flag);
	ck_assert_double_eq_tol((++d)->lengths[0].number, -3, 1e-9);
	ck_assert((++d)->flag);
	ck_assert_uint_eq(d->loc.line, 5);
}
END_TEST

START_TEST(values_that_are_wrong)
{
	static const char *const wrong[] = { "ruimte-na: -1",
		"ruimte-na: 1 km", "ruimte-na: mm", "ruimte-na: 1e9",
		"ruimte-na: [1]", "binnenruimte: [1, 2, 3]",
		"binnenruimte: []", "gewicht: 99", "gewicht: 901",
		"gewicht: vet", "afbreken: misschien", "kleur: \"#12345\"",
		"kleur: \"#12345g\"", "kleur: rood", "regelhoogte: 0.4",
		"plaats: 3", "plaats: { boven: 1, links: 2 }",
		"opsommingsteken: geen.svg", "grote: 3", "nieuwe-pagina: 3" };

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(strstr(read_rules(arena_printf(fixture_arena,
		    "  p: { %s }\n", wrong[i]).s), "h.yaml:5:"), "%s",
		    wrong[i]);
	fixture_contains(read_rules("  p: vet\n"), "h.yaml:5:6: error: ");
	fixture_contains(read_rules("  p: { groote: 3 }\n"), "grootte");
}
END_TEST

START_TEST(markers)
{
	ck_assert(style_marker_is_picture(STR("a.svg")));
	ck_assert(!style_marker_is_picture(STR("•")));
	ck_assert(!style_marker_is_picture(STR("")));
	ck_assert(!style_marker_is_picture(STR("a.svgz")));
}
END_TEST

/* ---- sheets ---- */

START_TEST(sheets_in_points)
{
	ck_assert_str_eq(read_style("pagina:\n  staand: { breedte: 100 mm, "
	    "hoogte: 400, marge: [10, 20 mm, 30, 40], kopregel: 1, "
	    "paginanummer: 2, nummering: \"{nummer}\" }\n  liggend: " SHEET
	    "\nelementen: {}\n"), "");
	ck_assert_double_eq_tol(rules.upright.width, 283.46, 0.01);
	ck_assert_double_eq_tol(rules.upright.margin.right, 56.69, 0.01);
	ck_assert_double_eq_tol(rules.upright.margin.left, 40, 1e-9);
	ck_assert_double_eq_tol(rules.upright.foot, 2, 1e-9);
	ck_assert_str_eq(rules.upright.number.s, "{nummer}");
	ck_assert_double_eq_tol(rules.turned.margin.bottom, 20, 1e-9);
	ck_assert_uint_eq(rules.turned.number.n, 0);
}
END_TEST

START_TEST(sheets_of_a_name)
{
	const struct named_sheet *n;

	ck_assert_str_eq(read_style(PAGES "  brief: { breedte: 300, "
	    "hoogte: 400, marge: [90, 20], kopregel: 1, paginanummer: 2, "
	    "vervolg-boven: 30, streepjes: [{ boven: 9, links: 1, "
	    "breedte: 5 }] }\n  leeg:\nelementen: {}\n"), "");
	ck_assert_uint_eq(rules.n_named, 1);
	n = rules.named;
	ck_assert_str_eq(n->class.s, "brief");
	ck_assert_double_eq_tol(n->first.margin.top, 90, 1e-9);
	ck_assert_double_eq_tol(n->others.margin.top, 30, 1e-9);
	ck_assert_uint_eq(n->first.n_marks, 1);
	ck_assert_double_eq_tol(n->first.marks[0].top, 9, 1e-9);
	ck_assert_uint_eq(n->others.n_marks, 0);
}
END_TEST

/* A sheet has no text, so no em; and each has room for some of it. */
START_TEST(sheets_that_are_wrong)
{
	static const char *const wrong[] = {
		"breedte: 30 em, hoogte: 400, marge: 20",
		"breedte: -300, hoogte: 400, marge: 20",
		"breedte: 300, hoogte: 400", "hoogte: 400, marge: 20",
		"breedte: 300, hoogte: 400, marge: [1, 2, 3]",
		"breedte: 300, hoogte: 400, marge: 150",
		"breedte: 300, hoogte: 400, marge: [-1, 20]",
		"breedte: 300, hoogte: 400, marge: 2 em",
		"breedte: 300, hoogte: 400, marge: 20, vervolg-boven: 2 em",
		"breedte: 300, hoogte: 400, marge: 20, vervolg-boven: -2",
		"breedte: 300, hoogte: 400, marge: 20, vervolg-boven: 300",
		("breedte: 300, hoogte: 400, marge: 20, streepjes: [{ "
		"boven: 1 em, links: 1, breedte: 1 }]"),
		"breedte: 300, hoogte: 400, marge: 20, streepjes: [9]",
	};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(strstr(read_style(arena_printf(fixture_arena,
		    PAGES "  brief: { kopregel: 1, paginanummer: 2, %s }\n"
		    "elementen: {}\n", wrong[i]).s), "h.yaml:4:"),
		    "%s", wrong[i]);
}
END_TEST

START_TEST(no_house_style)
{
	static const char *const styles[] = { "a: b\n", "[1]\n", "tekst\n",
		"pagina: tekst\nelementen: tekst\n",
		"pagina: { staand: , liggend: [] }\nelementen: []\n" };

	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
		fixture_contains(read_style(styles[i]), "h.yaml:1:");
}
END_TEST

/* ---- words ---- */

START_TEST(words_are_kept)
{
	struct words *words = words_new(fixture_arena);
	char word[] = "woord";
	int one, two;

	ck_assert_ptr_null(*words_slot(words, STR("")));
	*words_slot(words, STR("")) = &one;
	*words_slot(words, str_from(word)) = &two;
	word[0] = 'b';	/* the table has a copy */
	ck_assert_ptr_null(*words_slot(words, str_from(word)));
	ck_assert_ptr_eq(*words_slot(words, STR("woord")), &two);
	ck_assert_ptr_eq(*words_slot(words, STR("")), &one);
	/* a NUL is a byte like others */
	ck_assert_ptr_null(*words_slot(words, STR("woord\0")));
	words_free(words);
	words_free(NULL);
}
END_TEST

START_TEST(many_words)
{
	enum { MANY = 20000 };
	static int numbers[MANY];
	struct words *words = words_new(fixture_arena);

	for (int i = 0; i < MANY; i++)
		*words_slot(words, arena_printf(fixture_arena, "w%d", i)) =
		    &numbers[i];
	for (int i = 0; i < MANY; i++)
		ck_assert_ptr_eq(*words_slot(words,
		    arena_printf(fixture_arena, "w%d", i)), &numbers[i]);
	words_free(words);
}
END_TEST

Suite *
look_suite(void)
{
	Suite *s = suite_create("look");
	TCase *c = tcase_create("look");

	tcase_add_checked_fixture(c, fixture_setup, fixture_teardown);
	tcase_add_test(c, least_house_style);
	tcase_add_test(c, rules_by_weight);
	tcase_add_test(c, selectors);
	tcase_add_test(c, values_of_properties);
	tcase_add_test(c, values_that_are_wrong);
	tcase_add_test(c, markers);
	tcase_add_test(c, sheets_in_points);
	tcase_add_test(c, sheets_of_a_name);
	tcase_add_test(c, sheets_that_are_wrong);
	tcase_add_test(c, no_house_style);
	tcase_add_test(c, words_are_kept);
	tcase_add_test(c, many_words);
	suite_add_tcase(s, c);
	return s;
}
