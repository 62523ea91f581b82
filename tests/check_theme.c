/* check_theme.c -- the house style becomes the look of elements */
#include <check.h>
#include <math.h>

#include "../gen/content/read/yaml.h"
#include "../gen/typeset/look/style.h"
#include "document_fixture.h"
#include "suites.h"

static struct font_library *fonts;
static struct theme *theme;

static void
setup(void)
{
	fixture_setup();
	fonts = font_library_new();
	theme = NULL;
}

static void
teardown(void)
{
	theme_free(theme);
	font_library_free(fonts);
	fixture_teardown();
}

static const char before[] =
    "tokens:\n"
    "  kleur: { tekst: \"#102030\", rood: \"#ff0000\" }\n"
    "  letter: { tekst: Open Sans, kop: Open Sans }\n"
    "pagina:\n"
    "  staand: { breedte: 200 mm, hoogte: 300 mm, "
    "marge: [20 mm, 10 mm], kopregel: 30, paginanummer: 20 }\n"
    "  liggend: { breedte: 300 mm, hoogte: 200 mm, "
    "marge: [10, 20, 30, 40], kopregel: 30, paginanummer: 20 }\n"
    "elementen:\n";

/* The house style with these rules, from line 8 on. */
static const char *
load(const char *rules)
{
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "h.yaml", arena_printf(fixture_arena, "%s%s",
	    before, rules));
	struct value *v = yaml_parse(fixture_arena, fixture_diag, src);

	ck_assert_msg(v, "%s", fixture_messages());
	theme_free(theme);
	theme = theme_new(fonts, fixture_diag, v);
	ck_assert_int_eq(!theme,
	    diag_count(fixture_diag, DIAG_ERROR) > 0);
	return fixture_messages();
}

/* The style of the innermost first element of a body. */
static const struct style *
style_of(const char *body)
{
	struct document *document = fixture_parse_body(body);
	const struct style *style = NULL;

	ck_assert_ptr_nonnull(document);
	theme_listen(theme, fixture_diag);
	for (const struct node *n = document->root; n; n = n->first) {
		if (n->element == ELEMENT_TEXT)
			break;
		while (n->element == ELEMENT_HEAD)
			n = n->next;
		style = theme_style(theme, n, style);
	}
	return style;
}

static void
check_color(struct color c, unsigned rgb)
{
	ck_assert_uint_eq((unsigned)lround(c.red * 255) << 16 |
	    (unsigned)lround(c.green * 255) << 8 |
	    (unsigned)lround(c.blue * 255), rgb);
}

START_TEST(lengths)
{
	const struct style *s;

	ck_assert_str_eq(load("  p: { grootte: 12, regelhoogte: 1.5, "
	    "ruimte-voor: 10 mm, ruimte-na: 2 em, binnenruimte: [1, 2 pt],"
	    " lijn-links: 3 }\n"), "");
	s = style_of("<p>x</p>");
	ck_assert_double_eq_tol(s->size, 12, 1e-9);
	ck_assert_double_eq_tol(s->leading, 18, 1e-9);
	ck_assert_double_eq_tol(s->margin.top, 720 / 25.4, 1e-9);
	ck_assert_double_eq_tol(s->margin.bottom, 24, 1e-9);
	ck_assert_double_eq_tol(s->padding.bottom, 1, 1e-9);
	ck_assert_double_eq_tol(s->padding.left, 2, 1e-9);
	ck_assert_double_eq_tol(s->border.left, 3, 1e-9);
}
END_TEST

START_TEST(inheritance)
{
	const struct style *s;

	load("  body: { grootte: 20, kleur: rood, ruimte-na: 5, "
	    "uitlijning: midden, achtergrond: rood }\n"
	    "  em: { grootte: 0.5 em, cursief: ja }\n");
	s = style_of("<p><em>x</em></p>");
	ck_assert_double_eq_tol(s->size, 10, 1e-9);
	check_color(s->color, 0xff0000);
	ck_assert_int_eq(s->align, ALIGN_CENTER);
	ck_assert(s->italic);
	ck_assert_double_eq(s->margin.bottom, 0);
	ck_assert(!s->has_background);
}
END_TEST

START_TEST(cascade)
{
	load("  p.a: { gewicht: 700 }\n"
	    "  .a: { gewicht: 600, kleur: rood }\n"
	    "  p: { gewicht: 300, kleur: \"#00ff00\", onderstreept: ja }\n"
	    "  .b p: { doorgehaald: ja }\n"
	    "  \"h2, h3\": { gewicht: 700 }\n");
	ck_assert_int_eq(style_of("<p class=\"x a\">x</p>")->weight, 700);
	check_color(style_of("<p class=\"x a\">x</p>")->color, 0xff0000);
	ck_assert(style_of("<p class=\"x a\">x</p>")->underline);
	ck_assert_int_eq(style_of("<p class=\"ab\">x</p>")->weight, 300);
	ck_assert_int_eq(style_of("<div class=\"a\">x</div>")->weight, 600);
	ck_assert(!style_of("<div><p>x</p></div>")->strike);
	ck_assert(style_of("<div class=\"b\"><div><p>x</p></div></div>")
	    ->strike);
	ck_assert(!style_of("<p class=\"b\">x</p>")->strike);
	ck_assert_int_eq(style_of("<h3>x</h3>")->weight, 700);
}
END_TEST

START_TEST(later_rule_wins)
{
	load("  .a: { gewicht: 600 }\n  .b: { gewicht: 700 }\n");
	ck_assert_int_eq(style_of("<p class=\"b a\">x</p>")->weight, 700);
}
END_TEST

START_TEST(computed_once)
{
	const struct style *s;

	load("  p: { gewicht: 600 }\n");
	s = style_of("<p class=\"a\">x</p>");
	ck_assert_ptr_eq(style_of("<p class=\"a\">y</p>"), s);
	ck_assert_ptr_ne(style_of("<p class=\"b\">y</p>"), s);
	for (int i = 0; i < 1000; i++)
		style_of(arena_printf(fixture_arena, "<p class=\"c%d\">x</p>",
		    i).s);
	ck_assert_ptr_eq(style_of("<p class=\"a\">y</p>"), s);
}
END_TEST

START_TEST(sheets)
{
	const struct sheet *sheet;

	load("  p: { gewicht: 400 }\n");
	sheet = theme_sheet(theme, false);
	ck_assert_double_eq_tol(sheet->width, 200 * 72 / 25.4, 1e-6);
	ck_assert_double_eq_tol(sheet->margin.left, 10 * 72 / 25.4, 1e-6);
	sheet = theme_sheet(theme, true);
	ck_assert_double_eq_tol(sheet->margin.bottom, 30, 1e-6);
}
END_TEST

START_TEST(missing_font_each_time)
{
	load("  em: { lettertype: Bestaat Niet }\n");
	for (int i = 0; i < 2; i++) {
		ck_assert_ptr_nonnull(style_of("<em>x</em>")->font);
		fixture_contains(fixture_messages(),
		    "h.yaml:8:21: error: lettertype Bestaat Niet");
	}
}
END_TEST

/* One wrong rule and the message about it. */
static const struct {
	const char *rule, *message;
} faults[] = {
	{ "pp: { kleur: rood }", "h.yaml:8:3: error: 'pp' is geen element" },
	{ "tabel: { kleur: rood }", "bedoelt u 'table'?" },
	{ "h1.: { kleur: rood }", "'h1.' is niet te lezen als element" },
	{ ".a.b: { kleur: rood }", "'.a.b' is niet te lezen" },
	{ "\"h1,\": { kleur: rood }", "'' is niet te lezen" },
	{ "a b i u s: { kleur: rood }", "'a b i u s' is niet te lezen" },
	{ "p: rood", "h.yaml:8:6: error: onder 'p' horen eigenschappen" },
	{ "p: { kleurr: rood }",
	    "geen eigenschap 'kleurr'; bedoelt u 'kleur'?" },
	{ "p: { kleur: roo }", "h.yaml:8:15: error: 'roo' is geen kleur" },
	{ "p: { kleur: roo }", "bedoelt u 'rood'?" },
	{ "p: { kleur: \"#12345g\" }", "'#12345g' is geen kleur" },
	{ "p: { ruimte-na: 5 cm }", "'5 cm' is geen maat" },
	{ "p: { ruimte-na: pt }", "'pt' is geen maat" },
	{ "p: { ruimte-na: -1 }", "mag niet kleiner zijn dan 0" },
	{ "p: { binnenruimte: [1, 2, 3] }", "1, 2 of 4 maten" },
	{ "p: { gewicht: vet }", "'vet' kan hier niet; schrijf een getal van "
	    "100 tot en met 900" },
	{ "p: { regelhoogte: 99 }", "van 0.5 tot en met 3" },
	{ "p: { cursief: misschien }",
	    "'misschien' kan hier niet; kies uit ja of nee" },
	{ "p: { uitlijning: left }", "kies uit links, uitgevuld, midden of" },
};

START_TEST(rule_faults)
{
	fixture_contains(load(arena_printf(fixture_arena, "  %s\n",
	    faults[_i].rule).s), faults[_i].message);
}
END_TEST

START_TEST(all_faults)
{
	const char *messages = load("  p: { kleur: a, grootte: b }\n"
	    "  q: { kleur: c }\n  x: {}\n");

	fixture_contains(messages, ":8:15:");
	fixture_contains(messages, ":8:27:");
	fixture_contains(messages, ":9:15:");
	fixture_contains(messages, ":10:3:");
}
END_TEST

static const char *
load_text(const char *text)
{
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "h.yaml", str_from(text));
	struct value *v = yaml_parse(fixture_arena, fixture_diag, src);

	ck_assert_ptr_nonnull(v);
	ck_assert_ptr_null(theme_new(fonts, fixture_diag, v));
	return fixture_messages();
}

START_TEST(page_faults)
{
	fixture_contains(load_text("a: 1\n"), "ontbreekt 'pagina'");
	fixture_contains(load_text("a: 1\n"), "ontbreekt 'elementen'");
	fixture_contains(load_text("pagina:\n  staand: { breedte: 100 }\n"
	    "  liggend: {}\n"), "ontbreekt 'hoogte'");
	fixture_contains(load_text("pagina:\n"
	    "  staand: { breedte: 200, hoogte: 300, marge: 90,"
	    " kopregel: 1, paginanummer: 1 }\n"
	    "  liggend: {}\nelementen: {}\n"),
	    "h.yaml:2:11: error: de marges laten te weinig ruimte");
}
END_TEST

START_TEST(house_style)
{
	theme = theme_new(fonts, fixture_diag, yaml_load(fixture_arena,
	    fixture_diag, "assets/huisstijl.yaml"));
	ck_assert_msg(theme, "%s", fixture_messages());
}
END_TEST

Suite *
theme_suite(void)
{
	Suite *suite = suite_create("theme");
	TCase *tc = tcase_create("theme");

	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, lengths);
	tcase_add_test(tc, inheritance);
	tcase_add_test(tc, cascade);
	tcase_add_test(tc, later_rule_wins);
	tcase_add_test(tc, computed_once);
	tcase_add_test(tc, sheets);
	tcase_add_test(tc, missing_font_each_time);
	tcase_add_loop_test(tc, rule_faults, 0,
	    sizeof faults / sizeof faults[0]);
	tcase_add_test(tc, all_faults);
	tcase_add_test(tc, page_faults);
	tcase_add_test(tc, house_style);
	suite_add_tcase(suite, tc);
	return suite;
}
