/* check_rows.c -- tables: spans, widths, and rows at the end of a page */
#include <check.h>
#include <string.h>

#include "pages_fixture.h"
#include "suites.h"

/* Lines of text: 26 of 15 points fill a page of 400 points of text. */
#define LINE(word) word "<br/>"
#define FIVE LINE("a") LINE("b") LINE("c") LINE("d") LINE("e")
#define TEN FIVE FIVE
#define TWENTY TEN TEN

#define HEAD "<table><caption>Naam</caption><thead><tr><th>Kop</th>" \
	"<th>Hoofd</th></tr></thead><tbody>"

/* The text of a head of rows is above each part of them, but read once. */
START_TEST(row_head_goes_on)
{
	ck_assert(pages_set("<table><tr><th scope=\"row\" rowspan=\"2\">Kop"
	    "</th><td>" TWENTY "</td></tr><tr><td>" TEN "</td></tr></table>",
	    ""));
	ck_assert_uint_eq(pages->n_pages, 2);
	ck_assert_ptr_null(strstr(pages_text(0, true), "Kop (vervolg)"));
	fixture_contains(pages_text(1, true), "|Kop (vervolg)|");
	ck_assert_ptr_null(strstr(pages_text(1, false), "Kop"));
}
END_TEST

/* A head of a group of rows is not left alone at the foot. */
START_TEST(group_head_stays_with_rows)
{
	ck_assert(pages_set("<p>" TWENTY LINE("x") "</p><table><tr>"
	    "<td>eerst</td></tr><tr><th scope=\"rowgroup\">Kop</th></tr><tr>"
	    "<td>rij<br/>rij</td></tr></table>", ""));
	ck_assert_int_eq(pages_where("eerst"), 0);
	ck_assert_int_eq(pages_where("Kop"), 1);
	ck_assert(pages_set("<p>" TWENTY LINE("x") "</p><table><tr>"
	    "<td>eerst</td></tr><tr class=\"k\"><td>Kop</td></tr><tr>"
	    "<td>rij<br/>rij</td></tr></table>",
	    "  .k: { bij-volgende-houden: ja }\n"));
	ck_assert_int_eq(pages_where("Kop"), 1);
}
END_TEST

START_TEST(cells_are_aligned)
{
	static const char rules[] = "  .m: { verticaal: midden }\n"
	    "  .o: { verticaal: onder }\n  .r: { uitlijning: rechts }\n";

	ck_assert(pages_set("<table><tr><td>a<br/>b<br/>c</td><td>boven</td>"
	    "<td class=\"m\">midden</td><td class=\"o\">onder</td>"
	    "<td class=\"r\">rechts</td></tr></table>", rules));
	ck_assert_double_eq_tol(pages_y("boven"), pages_y("a"), 0.01);
	ck_assert_double_eq_tol(pages_y("midden"), pages_y("b"), 0.01);
	ck_assert_double_eq_tol(pages_y("onder"), pages_y("c"), 0.01);
	ck_assert_double_eq_tol(pages_x("rechts") +
	    pages_find("rechts", 0)->width, 346, 0.01);
}
END_TEST

START_TEST(table_head_repeats)
{
	const char *body = fixture_repeat(HEAD,
	    "<tr><th>rij</th><td>cel</td></tr>", 40, "</tbody></table>");

	ck_assert(pages_set(body, ""));
	ck_assert_uint_eq(pages->n_pages, 3);
	fixture_contains(pages_text(0, false), "|Tabel 1: Naam|Kop|");
	for (size_t i = 1; i < 3; i++) {
		fixture_contains(pages_text(i, true),
		    "|Tabel 1: Naam (vervolg)|Kop|Hoofd|rij|");
		ck_assert_ptr_null(strstr(pages_text(i, false), "Kop"));
	}
	ck_assert_str_eq(pages_tag("Kop")->scope, "Column");
	ck_assert_str_eq(pages_tag("rij")->scope, "Row");
	ck_assert_str_eq(pages_tag("cel")->type, "TD");
	ck_assert_str_eq(pages_parent(pages_parent(pages_tag("cel")))->type,
	    "TBody");
}
END_TEST

START_TEST(table_head_stays_with_row)
{
	ck_assert(pages_set(fixture_repeat("<p>" TWENTY "x<br/>y<br/>z</p>"
	    HEAD, "<tr><td>rij</td><td>cel</td></tr>", 3,
	    "</tbody></table>"), ""));
	ck_assert_int_eq(pages_where("Naam"), 1);
	ck_assert_int_eq(pages_where("Kop"), 1);
}
END_TEST

START_TEST(row_moves_whole)
{
	ck_assert(pages_set("<p>" TWENTY "</p><table><tr><td>een<br/>twee<br/>"
	    "drie<br/>vier<br/>vijf<br/>zes</td></tr></table>", ""));
	ck_assert_int_eq(pages_where("een"), 1);
}
END_TEST

/* A low row is divided only where it would leave much white … */
START_TEST(low_row_is_divided)
{
	ck_assert(pages_set("<p>" TEN FIVE "</p><table><tr><td>kort</td><td>"
	    "een<br/>twee<br/>drie<br/>vier<br/>vijf<br/>zes<br/>zeven"
	    "</td></tr></table><p>" TEN "</p>", ""));
	ck_assert_int_eq(pages_where("zeven"), 0);
	ck_assert(pages_set("<p>" TWENTY "</p><table><tr><td>kort</td><td>een"
	    "<br/>twee<br/>drie<br/>vier<br/>vijf<br/>zes<br/>zeven</td></tr>"
	    "</table><p>" TEN "</p>", ""));
	ck_assert_int_eq(pages_where("kort"), 0);
	ck_assert_int_eq(pages_where("vijf"), 0);
	ck_assert_int_eq(pages_where("zes"), 1);
	ck_assert_int_eq(pages_where("zeven"), 1);
	/* … and not where the house style keeps its cells whole */
	for (int whole = 0; whole < 2; whole++) {
		ck_assert(pages_set("<p>" TWENTY LINE("x") "</p><table><tr>"
		    "<td>kort</td><td class=\"k\">een<br/>twee<br/>drie<br/>"
		    "vier<br/>vijf<br/>zes</td></tr></table><p>" TEN "</p>",
		    whole ? "  .k: { bijeenhouden: ja }\n" : ""));
		ck_assert_int_eq(pages_where("kort"), whole);
		ck_assert_int_eq(pages_where("zes"), 1);
	}
}
END_TEST

/* … and if no cell loses what should stay together. */
START_TEST(low_row_is_not_cut_badly)
{
	ck_assert(pages_set("<p>" TWENTY "</p><table><tr><td><p class=\"k\">"
	    FIVE "f</p></td><td>een<br/>twee<br/>drie<br/>vier<br/>vijf<br/>"
	    "zes<br/>zeven</td></tr></table><p>" TEN "</p>",
	    "  .k: { bijeenhouden: ja }\n"));
	ck_assert_int_eq(pages_where("een"), 1);
}
END_TEST

START_TEST(high_row_is_divided)
{
	ck_assert(pages_set("<table><tr><td>kort</td><td>" TWENTY TWENTY
	    TWENTY "slot</td></tr><tr><td>na</td><td>b</td></tr></table>",
	    ""));
	ck_assert_uint_eq(pages->n_pages, 3);
	ck_assert_int_eq(pages_where("slot"), 2);
	ck_assert_int_eq(pages_where("na"), 2);
	ck_assert_double_eq_tol(pages_find("na", 2)->y -
	    pages_find("slot", 2)->y, 15 + 9, 0.01);
}
END_TEST

/* A note low in a cell of several rows keeps none of the first ones away. */
START_TEST(note_in_row_span)
{
	ck_assert(pages_set("<p>voor</p><table><tr><td rowspan=\"4\">" FIVE
	    "x<br/>y<ts-noot key=\"a\"><p>Noot " TWENTY TEN "</p></ts-noot>"
	    "<br/>" TEN "</td><td>een</td></tr><tr><td>twee</td></tr><tr><td>"
	    "drie</td></tr><tr><td>vier</td></tr></table><p>na</p><ts-noten/>",
	    ""));
	ck_assert_int_eq(pages_where("een"), 0);
	ck_assert_int_eq(pages_where("drie"), 0);
	ck_assert_int_eq(pages_where("Noot"), pages_where("y"));
	ck_assert_uint_le(pages->n_pages, 3);
}
END_TEST

START_TEST(row_span_goes_on)
{
	ck_assert(pages_set("<table><tr><td rowspan=\"3\">" TWENTY TWENTY
	    "slot</td><td>een</td></tr><tr><td>twee</td></tr><tr><td>drie"
	    "</td></tr></table><p>na</p>", ""));
	ck_assert_int_eq(pages_where("een"), 0);
	ck_assert_int_eq(pages_where("slot"), 1);
	ck_assert_int_eq(pages_where("na"), 1);
	ck_assert_double_gt(pages_find("na", 1)->y,
	    pages_find("slot", 1)->y + 15);
}
END_TEST

START_TEST(spans)
{
	ck_assert(pages_set("<table><tr><td rowspan=\"2\">a</td>"
	    "<td colspan=\"2\">b</td></tr><tr><td>c</td><td>d</td></tr>"
	    "<tr><td>e</td><td>f</td><td>g</td></tr></table>", ""));
	ck_assert_double_eq_tol(pages_x("a"), pages_x("e"), 0.01);
	ck_assert_double_eq_tol(pages_x("b"), pages_x("c"), 0.01);
	ck_assert_double_eq_tol(pages_x("d"), pages_x("g"), 0.01);
	ck_assert_double_gt(pages_x("c"), pages_x("a") + 8);
	ck_assert_int_eq(pages_tag("a")->rows, 2);
	ck_assert_int_eq(pages_tag("b")->columns, 2);
}
END_TEST

START_TEST(column_widths)
{
	ck_assert(pages_set("<table><colgroup><col width=\"50%\"/><col/>"
	    "</colgroup><tr><td>a</td><td>b</td></tr></table>", ""));
	ck_assert_double_eq_tol(pages_x("b") - pages_x("a"), 150, 0.01);
	/* a short text keeps its width, long texts share the rest */
	ck_assert(pages_set("<table><tr><td>Ja</td><td>Een langere tekst die "
	    "zeker niet op een enkele regel van deze tabel past</td><td>Nog "
	    "zo'n langere tekst die niet op een enkele regel past</td></tr>"
	    "</table>", ""));
	ck_assert_double_lt(pages_x("Een") - pages_x("Ja"), 30);
	ck_assert(pages_set("<table class=\"t\"><tr><td>Ja</td><td>Nee</td>"
	    "</tr></table>", "  table.t: { volle-breedte: nee }\n"));
	ck_assert_double_lt(pages_x("Nee") - pages_x("Ja"), 30);
}
END_TEST

START_TEST(tight_table)
{
	ck_assert(pages_set(fixture_repeat("<table><tr>",
	    "<td>Verantwoordelijkheidsverdeling</td>", 20,
	    "</tr></table>"), ""));
	for (size_t i = 0; i < pages->pages[0].n_items; i++) {
		const struct item *item = &pages->pages[0].items[i];

		ck_assert_double_le(item->x + item->width, 350.01);
	}
}
END_TEST

START_TEST(too_many_columns)
{
	ck_assert(!pages_set(fixture_repeat("<table><tr>", "<td>x</td>", 34,
	    "</tr></table>"), ""));
	fixture_contains(fixture_messages(), "t.mustache:2:1: error: deze "
	    "tabel heeft 34 kolommen en past niet op een pagina; maak er "
	    "hoogstens 33 van");
}
END_TEST

START_TEST(broken_tables)
{
	ck_assert(pages_set("<table></table><table><tbody></tbody></table>"
	    "<table><caption>Leeg</caption></table><table><tr></tr></table>"
	    "<table><tr><td rowspan=\"9\"></td></tr></table>"
	    "<table><colgroup><col span=\"3\"/></colgroup><tr><td>x</td></tr>"
	    "</table><p>na</p>", ""));
	ck_assert_int_eq(pages_where("na"), 0);
}
END_TEST

Suite *
rows_suite(void)
{
	Suite *suite = suite_create("rows");
	TCase *tc = tcase_create("rows");

	tcase_add_checked_fixture(tc, pages_setup, pages_teardown);
	tcase_add_test(tc, row_head_goes_on);
	tcase_add_test(tc, group_head_stays_with_rows);
	tcase_add_test(tc, cells_are_aligned);
	tcase_add_test(tc, table_head_repeats);
	tcase_add_test(tc, table_head_stays_with_row);
	tcase_add_test(tc, row_moves_whole);
	tcase_add_test(tc, low_row_is_divided);
	tcase_add_test(tc, low_row_is_not_cut_badly);
	tcase_add_test(tc, high_row_is_divided);
	tcase_add_test(tc, note_in_row_span);
	tcase_add_test(tc, row_span_goes_on);
	tcase_add_test(tc, spans);
	tcase_add_test(tc, column_widths);
	tcase_add_test(tc, tight_table);
	tcase_add_test(tc, too_many_columns);
	tcase_add_test(tc, broken_tables);
	suite_add_tcase(suite, tc);
	return suite;
}
