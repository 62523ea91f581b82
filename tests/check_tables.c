/* check_tables.c -- what columns of tables get of the width */
#include <check.h>

#include "pages_fixture.h"
#include "suites.h"

#define PROSE "De medewerkers van het wijkteam spreken met het gezin af " \
	"wie wat doet, en wanneer zij samen nagaan of dat ook gelukt is. "
#define LONG PROSE PROSE PROSE

static const char rules[] = "  \"th, td\": { afbreken: ja }\n";

/* Where the column begins whose text holds this. */
static double
x_of(const char *text)
{
	const struct item *item = pages_find(text, 0);

	ck_assert_msg(item, "'%s' is nowhere whole", text);
	return item->x;
}

static double
y_of(const char *text)
{
	x_of(text);
	return pages_find(text, 0)->y;
}

START_TEST(words_stay_whole)
{
	ck_assert(pages_set("<table><thead><tr><th>Oordeel</th><th>Toelichting"
	    "</th><th>Bron</th></tr></thead><tr><th>goed</th><td>" LONG
	    "</td><td>dossier</td></tr><tr><th>beter</th><td>" LONG
	    "</td><td>gesprek<sup>12</sup></td></tr></table>", rules));
	x_of("Oordeel");
	x_of("dossier");
	x_of("gesprek");
}
END_TEST

/* The widest is divided first, and only if there is no room. */
START_TEST(widest_word_gives_in)
{
	static const char *const row = "<table><tr><th>Leeuwarden</th>"
	    "<td>veiligheidsplan</td><td>%s</td></tr></table>";

	ck_assert(pages_set(arena_printf(fixture_arena, row,
	    "jeugdbeschermingstafel").s, rules));
	x_of("jeugdbeschermingstafel");
	ck_assert(pages_set(arena_printf(fixture_arena, row,
	    "huiselijkgeweldconsultatiegesprekken").s, rules));
	x_of("Leeuwarden");
	x_of("veiligheidsplan");
	x_of("huiselijk");
	ck_assert_ptr_null(pages_find("consultatiegesprekken", 0));
}
END_TEST

START_TEST(short_texts_stay_on_one_line)
{
	ck_assert(pages_set("<table><tr><th>Zo goed</th><td>" LONG
	    "</td><td>" LONG "</td></tr></table>", rules));
	x_of("Zo goed");
}
END_TEST

/* A cell beside many rows needs no more than its part of each of them. */
START_TEST(row_span_asks_little)
{
	double beside, over;

	ck_assert(pages_set("<table><tr><th>" PROSE "</th><td>links " PROSE
	    "</td></tr></table>", rules));
	beside = x_of("links");
	ck_assert(pages_set("<table><tr><th rowspan=\"4\">" PROSE "</th>"
	    "<td>links " PROSE "</td></tr><tr><td>" PROSE "</td></tr><tr><td>"
	    PROSE "</td></tr><tr><td>" PROSE "</td></tr></table>", rules));
	over = x_of("links");
	ck_assert_double_lt(over - 54, 0.75 * (beside - 54));
}
END_TEST

/* Texts in a cell over columns do not widen what has room already. */
START_TEST(column_span_fits_its_columns)
{
	double alone, under;

	ck_assert(pages_set("<table><tr><td>a</td><td>bbbb</td><td>" LONG
	    "</td></tr></table>", rules));
	alone = x_of("medewerkers");
	ck_assert(pages_set("<table><tr><td>a</td><td>bbbb</td><td>" LONG
	    "</td></tr><tr><td colspan=\"2\">c</td><td>d</td></tr></table>",
	    rules));
	under = x_of("medewerkers");
	ck_assert_double_eq_tol(alone, under, 0.01);
	/* and does when its word is wider than they are */
	ck_assert(pages_set("<table><tr><td>a</td><td>b</td><td>" LONG
	    "</td></tr><tr><td colspan=\"2\">veiligheidsplan</td><td>d</td>"
	    "</tr></table>", rules));
	x_of("veiligheidsplan");
}
END_TEST

START_TEST(widths_of_the_template)
{
	ck_assert(pages_set("<table><colgroup><col width=\"70%\"/><col/>"
	    "</colgroup><tr><td>links</td><td>" LONG "</td></tr></table>",
	    rules));
	ck_assert_double_eq_tol(x_of("De medew") - x_of("links"), 210, 0.01);
	/* but no word is divided for it */
	ck_assert(pages_set("<table><colgroup><col width=\"90%\"/><col/>"
	    "</colgroup><tr><td>" LONG "</td><td>veiligheidsplan</td></tr>"
	    "</table>", rules));
	x_of("veiligheidsplan");
}
END_TEST

/* An address has places of its own to end a line. */
START_TEST(address_does_not_push)
{
	ck_assert(pages_set("<table><tr><td>https://www.voorbeeld.nl/een/heel/"
	    "lang/adres/dat/nergens/past</td><td>woord</td></tr></table>",
	    rules));
	ck_assert_double_eq_tol(y_of("https"), y_of("woord"), 0.01);
	ck_assert_double_lt(x_of("woord"), 350);
}
END_TEST

Suite *
tables_suite(void)
{
	Suite *s = suite_create("tables");
	TCase *c = tcase_create("tables");

	tcase_add_checked_fixture(c, pages_setup, pages_teardown);
	tcase_add_test(c, words_stay_whole);
	tcase_add_test(c, widest_word_gives_in);
	tcase_add_test(c, short_texts_stay_on_one_line);
	tcase_add_test(c, row_span_asks_little);
	tcase_add_test(c, column_span_fits_its_columns);
	tcase_add_test(c, widths_of_the_template);
	tcase_add_test(c, address_does_not_push);
	suite_add_tcase(s, c);
	return s;
}
