/* check_content.c -- stage 6: borders become marks, or the page is refused */
#include <check.h>
#include <string.h>

#include "../gen/pdf/content.h"
#include "suites.h"

static struct tag tags[] = { { .type = "H1", .parent = -1 },
	{ .type = "Figure", .parent = -1 } };
static const struct layout layout = { .tags = tags, .n_tags = 2 };
static const struct mark marks[] = {
	{ 0, TAG_LAYOUT, 0, HOLDS_FILL },
	{ 0, 0, 1, HOLDS_TEXT | HOLDS_INK },
	{ 0, 1, 2, HOLDS_PICTURE },
};

enum { N_MARKS = sizeof marks / sizeof *marks };

static struct buf out;
static int ids[N_MARKS];

static void
setup(void)
{
	out = (struct buf)BUF_INIT;
}

static void
teardown(void)
{
	buf_release(&out);
}

#define BORDER(n) n " 0 0.004 0.004 re f\n"

static const char whole[] =
    "q\n" BORDER("0") "0 9 5 2 re f\n" BORDER("1")
    "BT (re f \\) BDC) Tj ET\n" BORDER("2") "/x5 Do\n" BORDER("3") "Q\n";

START_TEST(pieces_get_the_names_of_their_tags)
{
	ck_assert_pstr_eq(content_rewrite(str_from(whole), &layout, marks,
	    N_MARKS, ids, &out), NULL);
	ck_assert_str_eq(out.s,
	    "q\n/Artifact << /Type /Layout >> BDC\n0 9 5 2 re f\nEMC "
	    "/H1 << /MCID 0 >> BDC\nBT (re f \\) BDC) Tj ET\nEMC "
	    "/Figure << /MCID 1 >> BDC\n/x5 Do\nEMC \nQ\n");
	ck_assert_int_eq(ids[0], -1);
	ck_assert_int_eq(ids[1], 0);
	ck_assert_int_eq(ids[2], 1);
}
END_TEST

START_TEST(a_page_without_items_stays_as_it_is)
{
	ck_assert_pstr_eq(content_rewrite(STR("q Q"), &layout, NULL, 0, NULL,
	    &out), NULL);
	ck_assert_str_eq(out.s, "q Q");
}
END_TEST

START_TEST(marks_of_cairo_itself_stay)
{
	struct mark mark = { 0, 0, 0, HOLDS_TEXT | HOLDS_INK };

	ck_assert_pstr_eq(content_rewrite(STR(BORDER("0")
	    "/Span << /ActualText <FEFF> >> BDC (a) Tj EMC\n" BORDER("1")),
	    &layout, &mark, 1, ids, &out), NULL);
	ck_assert_str_eq(out.s, "/H1 << /MCID 0 >> BDC\n"
	    "/Span << /ActualText <FEFF> >> BDC (a) Tj EMC\nEMC \n");
}
END_TEST

/* ISO 32000-1 14.8.2.2.2: what is no content says why it is there. */
START_TEST(artifacts_say_what_they_are)
{
	static const struct { int tag; const char *type; } kinds[] = {
		{ TAG_HEADER, "/Pagination /Subtype /Header" },
		{ TAG_FOOTER, "/Pagination /Subtype /Footer" },
		{ TAG_LAYOUT, "/Layout" },
		{ TAG_BACKGROUND, "/Background" },	/* a watermark too */
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct mark mark = { 0, kinds[i].tag, 0,
			HOLDS_TEXT | HOLDS_INK };

		buf_clear(&out);
		ck_assert_pstr_eq(content_rewrite(STR(BORDER("0") "(a) Tj "
		    BORDER("1")), &layout, &mark, 1, ids, &out), NULL);
		ck_assert_ptr_nonnull(strstr(out.s, kinds[i].type));
		ck_assert_int_eq(ids[0], -1);
	}
}
END_TEST

/* cairo 1.16 and 1.18 write nothing for a piece that is but a space. */
START_TEST(blank_text_may_be_gone)
{
	struct mark mark = { 0, 0, 0, HOLDS_TEXT };

	ck_assert_pstr_eq(content_rewrite(STR(BORDER("0") BORDER("1")),
	    &layout, &mark, 1, ids, &out), NULL);
	ck_assert_pstr_eq(content_rewrite(STR(BORDER("0") "( ) Tj "
	    BORDER("1")), &layout, &mark, 1, ids, &out), NULL);
}
END_TEST

/* Of more borders than fit beside each other the next row begins. */
START_TEST(rows_of_borders)
{
	static struct mark many[300];
	static int many_ids[300];
	struct buf in = BUF_INIT;

	for (size_t i = 0; i <= 300; i++)
		buf_addf(&in, "%zu %zu 0.00390625 0.00390625 re f ", i % 256,
		    i / 256);
	for (size_t i = 0; i < 300; i++)
		many[i] = (struct mark){ 0, TAG_LAYOUT, i, HOLDS_FILL };
	ck_assert_pstr_eq(content_rewrite(buf_str(&in), &layout, many, 300,
	    many_ids, &out), NULL);
	buf_release(&in);
}
END_TEST

/* The pieces of whole, changed as another version of cairo might do. */
static const struct {
	const char *content, *fault;
} refused[] = {
	{ "", "minder inhoud dan er getekend is" },
	{ "q Q", "minder inhoud dan er getekend is" },
	{ "(a) Tj " BORDER("0"), "inhoud buiten de structuur" },
	{ "0 0 9 9 re f " BORDER("0"), "inhoud buiten de structuur" },
	{ "/x5 Do " BORDER("0"), "inhoud buiten de structuur" },
	{ BORDER("0") BORDER("1") "(a) Tj " BORDER("2") BORDER("3") "/x7 Do",
	    "inhoud buiten de structuur" },
	{ BORDER("1"), "een grens staat op de verkeerde plaats" },
	{ "0 1 0.004 0.004 re f", "een grens staat op de verkeerde plaats" },
	{ BORDER("0") BORDER("2"), "een grens staat op de verkeerde plaats" },
	{ BORDER("0") BORDER("1") "(a) Tj " BORDER("2") BORDER("3")
	    BORDER("4"), "een grens staat op de verkeerde plaats" },
	{ "0 0 0.004 0.004 re W n", "een grens is niet gevuld" },
	{ "0 0 0.004 0.004 re 9 9 2 2 re f", "een grens is niet gevuld" },
	{ BORDER("0") "(a) Tj " BORDER("1"), "tekst die niet is getekend" },
	{ BORDER("0") BORDER("1") BORDER("2"), "getekende tekst ontbreekt" },
	{ BORDER("0") BORDER("1") "(a) Tj 0 0 9 9 re f",
	    "iets anders dan de getekende tekst" },
	{ BORDER("0") BORDER("1") "(a) Tj /x5 Do",
	    "iets anders dan de getekende tekst" },
	{ BORDER("0") "/Span << >> BDC " BORDER("1"),
	    "een deel van de inhoud is niet gesloten" },
	{ BORDER("0") "EMC ", "een deel van de inhoud is twee keer gesloten" },
	{ BORDER("0") BORDER("1") "(a) Tj " BORDER("2") "BI /W 1 ID (((",
	    "een beeld in de inhoud zelf" },
	{ BORDER("0") BORDER("1") "(a) Tj " BORDER("2") "(never closed\\",
	    "minder inhoud dan er getekend is" },
};

START_TEST(other_content_is_refused)
{
	ck_assert_pstr_eq(content_rewrite(str_from(refused[_i].content),
	    &layout, marks, N_MARKS, ids, &out), refused[_i].fault);
}
END_TEST

/* Wherever what cairo wrote is cut short, that is seen. */
START_TEST(no_part_of_a_page_will_do)
{
	size_t end = str_find(str_from(whole), "Q", 2) - 1;

	for (size_t n = 0; n < end; n++) {
		buf_clear(&out);
		ck_assert_ptr_nonnull(content_rewrite(
		    (struct str){ whole, n }, &layout, marks, N_MARKS, ids,
		    &out));
	}
}
END_TEST

Suite *
content_suite(void)
{
	Suite *s = suite_create("content");
	TCase *c = tcase_create("content");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, pieces_get_the_names_of_their_tags);
	tcase_add_test(c, a_page_without_items_stays_as_it_is);
	tcase_add_test(c, marks_of_cairo_itself_stay);
	tcase_add_test(c, artifacts_say_what_they_are);
	tcase_add_test(c, blank_text_may_be_gone);
	tcase_add_test(c, rows_of_borders);
	tcase_add_loop_test(c, other_content_is_refused, 0,
	    sizeof refused / sizeof *refused);
	tcase_add_test(c, no_part_of_a_page_will_do);
	suite_add_tcase(s, c);
	return s;
}
