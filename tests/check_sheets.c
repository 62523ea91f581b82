/* check_sheets.c -- running heads, page numbers, contents, letters */
#include <check.h>
#include <string.h>

#include "pages_fixture.h"
#include "suites.h"

#define TEN "a<br/>b<br/>c<br/>d<br/>e<br/>f<br/>g<br/>h<br/>i<br/>j<br/>"
#define TWENTY TEN TEN

static const struct item *
item_of(const char *text)
{
	const struct item *item = pages_find(text, 0);

	ck_assert_msg(item, "'%s' is nowhere", text);
	return item;
}

static const struct tag *
parent_of(int tag)
{
	ck_assert_int_ge(pages->tags[tag].parent, 0);
	return &pages->tags[pages->tags[tag].parent];
}

START_TEST(heads_and_numbers)
{
	ck_assert(pages_set("<header class=\"kaal\"><h1>Titel</h1></header>"
	    "<h2>Een</h2><p>" TWENTY TEN "</p><h2 data-number=\"Bijlage\">"
	    "Twee</h2><p>x</p>", ""));
	ck_assert_str_eq(pages_text(0, true), "|Titel|");
	ck_assert_str_eq(pages->pages[0].label.s, "");
	fixture_contains(pages_text(1, true), "|T|Een|2|");
	fixture_contains(pages_text(2, true), "|T|Een|3|");
	fixture_contains(pages_text(3, true), "|T|Bijlage 1: Twee|4|");
	ck_assert_str_eq(pages->pages[3].label.s, "4");
	ck_assert_uint_eq(pages->n_bookmarks, 3);
	ck_assert_str_eq(pages->bookmarks[2].text.s, "Bijlage 1: Twee");
	ck_assert_int_eq(pages->bookmarks[2].level, 2);
}
END_TEST

START_TEST(front_and_right_hand_pages)
{
	ck_assert(pages_set("<header class=\"v\"><h1>Titel</h1></header>"
	    "<nav class=\"inhoud v\"><ts-inhoud/></nav><h2>Een</h2><p>een</p>"
	    "<h2>Twee</h2><p>twee</p>", "  .v: { voorwerk: ja }\n"
	    "  nav: { nieuwe-pagina: ja }\n"
	    "  body h2: { nieuwe-pagina: rechts }\n"));
	ck_assert_uint_eq(pages->n_pages, 5);
	ck_assert_str_eq(pages->pages[0].label.s, "i");
	ck_assert_str_eq(pages->pages[1].label.s, "ii");
	ck_assert_str_eq(pages->pages[2].label.s, "1");
	ck_assert_str_eq(pages->pages[4].label.s, "3");
	fixture_contains(pages_text(1, false), "|Een|1|Twee|3|");
	ck_assert_str_eq(pages_text(3, true), "|");
	ck_assert_int_eq(pages_where("twee"), 4);
}
END_TEST

START_TEST(letter)
{
	static const char rules[] = "  .adres: { plaats: { boven: 80, "
	    "links: 120, breedte: 100, hoogte: 40 } }\n";

	ck_assert(pages_set_document(fixture_parse("<html lang=\"nl\"><head>"
	    "<title>T</title></head><body class=\"lang brief\">"
	    "<p>eerst</p>"
	    "<div class=\"adres\"><p>adres</p></div><p>" TEN TEN "</p>"
	    "</body></html>"), rules));
	ck_assert_uint_eq(pages->n_pages, 2);
	/* in its place on the page, and read in its place in the text */
	ck_assert_double_eq(item_of("adres")->x, 120);
	ck_assert_double_eq_tol(item_of("adres")->y - item_of("eerst")->y,
	    80 - 200, 0.01);
	fixture_contains(pages_text(0, false), "|eerst|adres|a|");
	/* no running head on the first page, and a lower top */
	fixture_contains(pages_text(0, true), "|Pagina 1 van 2|");
	ck_assert_ptr_null(strstr(pages_text(0, true), "|T|"));
	fixture_contains(pages_text(1, true), "|T|Pagina 2 van 2|");
	ck_assert_double_lt(pages->pages[1].items[0].y, 65);
	ck_assert_int_eq(pages->pages[0].items[0].kind, ITEM_RULE);
	ck_assert_double_eq(pages->pages[0].items[0].y, 160);
}
END_TEST

START_TEST(too_much_for_its_place)
{
	ck_assert(!pages_set("<div class=\"adres\"><p>a<br/>b<br/>c</p></div>",
	    "  .adres: { plaats: { boven: 80, links: 120, breedte: 100, "
	    "hoogte: 40 } }\n"));
	fixture_contains(fixture_messages(), "dit deel is 16 mm hoog");
}
END_TEST

START_TEST(long_heads)
{
	/* the title leaves room for more than half of the width */
	ck_assert(pages_set("<h1>T</h1><h2>Een kop die meer vraagt dan de "
	    "helft van de breedte</h2>", ""));
	fixture_contains(pages_text(1, true), "|T|Een kop die meer vraagt "
	    "dan de helft van de breedte|2|");
}
END_TEST

START_TEST(contents)
{
	const struct item *number;

	ck_assert(pages_set("<h1>T</h1><nav class=\"inhoud\">"
	    "<ts-inhoud levels=\"2\"/></nav><h2 id=\"a\">Alfa</h2><h3>Sub"
	    "</h3><p>" TWENTY TEN "</p><h2>Beta</h2><p>x</p>", ""));
	fixture_contains(pages_text(0, false),
	    "|Alfa|2|Sub|2|Beta|4|");
	fixture_contains(pages_text(0, true), "|Alfa|2|.....");
	number = pages_find("4", 0);
	ck_assert_double_eq_tol(number->x + number->width, 350, 0.01);
	ck_assert_str_eq(pages->tags[number->tag].type, "Link");
	ck_assert_str_eq(parent_of(number->tag)->type, "Reference");
	ck_assert_str_eq(parent_of(pages->tags[number->tag].parent)->type,
	    "TOCI");
	ck_assert_str_eq(pages->pages[0].links[0].target.s, "a");
	ck_assert_str_eq(number->text.s, " 4");
	/* one link from title to number */
	ck_assert_uint_eq(pages->pages[0].n_links, 3);
	ck_assert_double_eq_tol(pages->pages[0].links[0].x +
	    pages->pages[0].links[0].width, 350, 0.01);
}
END_TEST

START_TEST(destinations)
{
	size_t found = 0;

	ck_assert(pages_set("<p id=\"p\">een <em id=\"e\">twee</em></p>"
	    "<table><tr id=\"r\"><td id=\"c\">x</td></tr></table>"
	    "<p><a href=\"#c\">naar c</a> <a href=\"#w\">naar w</a></p>"
	    "<p id=\"w\" data-media=\"web\">web</p><p id=\"l\"></p>", ""));
	for (size_t i = 0; i < pages->n_destinations; i++)
		found += !!strchr("pecrl", pages->destinations[i].id.s[0]);
	ck_assert_uint_eq(found, 5);
	ck_assert_uint_eq(pages->pages[0].n_links, 1);
	ck_assert_str_eq(pages->pages[0].links[0].target.s, "c");
}
END_TEST

Suite *
sheets_suite(void)
{
	Suite *suite = suite_create("sheets");
	TCase *tc = tcase_create("sheets");

	tcase_add_checked_fixture(tc, pages_setup, pages_teardown);
	tcase_add_test(tc, heads_and_numbers);
	tcase_add_test(tc, front_and_right_hand_pages);
	tcase_add_test(tc, letter);
	tcase_add_test(tc, too_much_for_its_place);
	tcase_add_test(tc, long_heads);
	tcase_add_test(tc, contents);
	tcase_add_test(tc, destinations);
	suite_add_tcase(suite, tc);
	return suite;
}
