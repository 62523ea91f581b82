/* check_large.c -- the passes over a document with very much of something */
#include <check.h>
#include <string.h>

#include "document_fixture.h"
#include "suites.h"
#include "work.h"

static void
finish_many(size_t n, const void *part)
{
	ck_assert_ptr_nonnull(strstr(fixture_finish(fixture_repeat(
	    "<ts-inhoud/><h2 id=\"a\">A</h2><div id=\"b\">", part, (int)n,
	    "<h2>B</h2></div><ts-noten/>")), "<h2"));
}

START_TEST(many_of_everything)
{
	static const char *const parts[] = {
		"<h2>Wat gaat goed</h2>\n",
		"<p>x<ts-noot>y</ts-noot></p>\n",
		"<p>x<ts-noot key=\"a\">y</ts-noot></p>\n",
		"<p><a href=\"#a\"/></p>\n",
		"<p><a href=\"#b\"/></p>\n",
		"<p>x <b>y</b> &amp; z</p>\n",
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		work_is_linear(finish_many, 2000, parts[i]);
}
END_TEST

static const char *
merge(size_t n, const char *cells)
{
	return fixture_finish(fixture_repeat("<table><tbody>", arena_printf(
	    fixture_arena, "<tr>%s</tr>\n", cells).s, (int)n,
	    "</tbody></table>"));
}

static void
merge_many(size_t n, const void *with)
{
	const char *html, *row;

	(void)with;
	fixture_contains(merge(n, "<td data-merge=\"x\">y</td><td>z</td>"),
	    arena_printf(fixture_arena, "rowspan=%zu", n).s);
	/* rows of which nothing is left go */
	html = merge(n, "<td data-merge=\"x\">y</td>");
	row = strstr(html, "<tr>");
	ck_assert_ptr_nonnull(row);
	ck_assert_ptr_null(strstr(row + 1, "<tr>"));
}

static void
fail_many(size_t n, const void *with)
{
	(void)with;
	fixture_contains(fixture_finish(fixture_repeat("<h2>A</h2>",
	    "<p><a href=\"#b\">c</a></p>\n", (int)n, "")), "'#b'");
}

START_TEST(many_rows_and_faults)
{
	work_is_linear(merge_many, 2000, NULL);
	work_is_linear(fail_many, 2000, NULL);
}
END_TEST

Suite *
large_suite(void)
{
	Suite *s = suite_create("large");
	TCase *t = tcase_create("large");

	tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
	tcase_add_test(t, many_of_everything);
	tcase_add_test(t, many_rows_and_faults);
	suite_add_tcase(s, t);
	return s;
}
