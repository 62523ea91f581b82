/* check_font.c -- fonts are found exactly, words are shaped once */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/typeset/look/font.h"
#include "document_fixture.h"
#include "suites.h"
#include "work.h"

static const struct loc nowhere = { NULL, 0, 0 };

static struct font_library *library;
static struct font *regular;

static struct font *
open_font(int weight, bool italic)
{
	return font_open(library, fixture_diag, nowhere, STR("Open Sans"),
	    weight, italic);
}

static void
setup(void)
{
	fixture_setup();
	library = font_library_new();
	regular = open_font(400, false);
	ck_assert_ptr_nonnull(regular);
}

static void
teardown(void)
{
	font_library_free(library);
	fixture_teardown();
}

static const struct shaped_word *
shape(const char *word)
{
	return font_shape(regular, str_from(word));
}

static size_t
bytes_of(const struct shaped_word *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++)
		n += w->glyphs[i].bytes;
	return n;
}

START_TEST(finds_each_weight_and_slope)
{
	struct font *semibold = open_font(600, false);

	ck_assert_ptr_nonnull(semibold);
	ck_assert_str_eq(font_name(semibold), "Open Sans 600");
	ck_assert_str_eq(font_name(open_font(700, true)),
	    "Open Sans 700 italic");
	ck_assert_ptr_eq(open_font(600, false), semibold);
	ck_assert_ptr_ne(open_font(700, false), semibold);
	ck_assert_ptr_nonnull(font_face(semibold));
	ck_assert(font_shape(semibold, STR("ja"))->advance >
	    shape("ja")->advance);
}
END_TEST

START_TEST(takes_no_substitute)
{
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "huisstijl.yaml", STR("letter:\n  tekst: Nergens\n"));
	struct loc loc = source_loc(src, 17);

	ck_assert_ptr_null(font_open(library, fixture_diag, loc,
	    STR("Nergens"), 400, true));
	ck_assert_str_eq(fixture_messages(), "huisstijl.yaml:2:10: error: "
	    "lettertype Nergens 400 italic staat niet op deze computer; "
	    "installeer het of kies een ander lettertype in de huisstijl\n");
	/* the family is there, but not in this weight */
	ck_assert_ptr_null(open_font(550, false));
	ck_assert_uint_eq(diag_count(fixture_diag, DIAG_ERROR), 1);
}
END_TEST

START_TEST(oblique_stands_for_italic)
{
	struct font *mono = font_open(library, fixture_diag, nowhere,
	    STR("DejaVu Sans Mono"), 400, false);
	struct font *oblique = font_open(library, fixture_diag, nowhere,
	    STR("DejaVu Sans Mono"), 400, true);

	ck_assert_msg(mono && oblique, "%s", fixture_messages());
	ck_assert_str_ne(font_file(mono), font_file(oblique));
	ck_assert_double_eq_tol(font_shape(mono, STR("i"))->advance,
	    font_shape(oblique, STR("W"))->advance, 1e-6);
}
END_TEST

START_TEST(metrics_are_parts_of_the_size)
{
	struct font_metrics m = font_metrics(regular);

	ck_assert(m.ascent > 0.9 && m.ascent < 1.2);
	ck_assert(m.descent > 0.1 && m.descent < 0.4);
	ck_assert(m.x_height > 0.4 && m.x_height < m.cap_height);
	ck_assert(m.cap_height < m.ascent);
	ck_assert(m.underline_position < 0);
	ck_assert(m.underline_thickness > 0.02 && m.underline_thickness < 0.2);
}
END_TEST

START_TEST(shapes_with_kerning_and_without_ligatures)
{
	ck_assert(shape("AV")->advance <
	    shape("A")->advance + shape("V")->advance - 0.01);
	ck_assert_uint_eq(shape("efficiënt fluit")->n, 15);
	for (size_t i = 0; i < 15; i++)
		ck_assert_uint_eq(shape("efficiënt fluit")->glyphs[i].bytes,
		    i == 6 ? 2 : 1);
}
END_TEST

START_TEST(glyphs_cover_all_bytes)
{
	static const char *const words[] = { "", "a", "één", "e\u0308n",
		"a\u0301\u0300b", "zo\u00ADheen", "1\u00A0mei", "\u202F",
		"\u200Bx", "o\u0338\u0338\u0338" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		ck_assert_msg(bytes_of(shape(words[i])) == strlen(words[i]),
		    "bytes of \"%s\"", words[i]);
}
END_TEST

START_TEST(soft_hyphen_shows_at_a_division_only)
{
	const struct shaped_word *end = font_divide(regular, STR("n"));

	ck_assert_uint_eq(end->n, 2);
	ck_assert_uint_eq(end->glyphs[1].bytes, 2);
	ck_assert_uint_ne(end->glyphs[1].id, 0);
	ck_assert(end->advance > shape("n")->advance + 0.1);
	ck_assert_ptr_eq(font_divide(regular, STR("n")), end);
	ck_assert_uint_eq(font_divide(regular, STR("ë"))->n, 2);
	ck_assert_ptr_null(font_divide(regular, STR("")));
	ck_assert_double_eq_tol(shape("aan\u00ADbod")->advance,
	    shape("aanbod")->advance, 0.001);
}
END_TEST

START_TEST(knows_what_is_missing)
{
	ck_assert(!shape("Leeuwarden,")->has_missing);
	ck_assert(shape("a\u6F22b")->has_missing);
	/* the hyphens of Unicode may be drawn as that of ASCII */
	ck_assert(!shape("a\u2011b")->has_missing);
	ck_assert_uint_eq(shape("\u2010")->glyphs[0].id,
	    shape("-")->glyphs[0].id);
}
END_TEST

START_TEST(shapes_each_word_once)
{
	const struct shaped_word *first = shape("eerste");
	char word[32];

	for (int i = 0; i < 5000; i++) {
		snprintf(word, sizeof word, "woord%d", i);
		ck_assert_uint_eq(shape(word)->n, strlen(word));
	}
	ck_assert_ptr_eq(shape("eerste"), first);
	for (int i = 0; i < 5000; i++) {
		snprintf(word, sizeof word, "woord%d", i);
		ck_assert_ptr_eq(shape(word), shape(word));
	}
}
END_TEST

static void
shape_long_word(size_t n, const void *with)
{
	struct buf word = BUF_INIT;
	const struct shaped_word *w;

	(void)with;
	for (size_t i = 0; i < n; i++)
		buf_addc(&word, (char)('a' + i % 26));
	w = font_shape(regular, buf_str(&word));
	ck_assert_uint_eq(w->n, n);
	buf_release(&word);
}

START_TEST(a_very_long_word_is_no_trouble)
{
	work_is_linear(shape_long_word, 20000, NULL);
}
END_TEST

Suite *
font_suite(void)
{
	Suite *s = suite_create("font");
	TCase *t = tcase_create("font");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, finds_each_weight_and_slope);
	tcase_add_test(t, takes_no_substitute);
	tcase_add_test(t, oblique_stands_for_italic);
	tcase_add_test(t, metrics_are_parts_of_the_size);
	tcase_add_test(t, shapes_with_kerning_and_without_ligatures);
	tcase_add_test(t, glyphs_cover_all_bytes);
	tcase_add_test(t, soft_hyphen_shows_at_a_division_only);
	tcase_add_test(t, knows_what_is_missing);
	tcase_add_test(t, shapes_each_word_once);
	tcase_add_test(t, a_very_long_word_is_no_trouble);
	suite_add_tcase(s, t);
	return s;
}
