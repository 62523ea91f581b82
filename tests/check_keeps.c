/* check_keeps.c -- what a page ends with, and how the next one goes on */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../gen/base/buf.h"
#include "pages_fixture.h"
#include "suites.h"
#include "temp.h"

/* 26 lines of 15 points fill a page, from 50 to 450. */
#define FIVE "a<br/>b<br/>c<br/>d<br/>e<br/>"
#define TEN FIVE FIVE
#define TWENTY TEN TEN

static const struct item *
item_of(const char *text, size_t page)
{
	const struct item *item = pages_find(text, page);

	ck_assert_msg(item, "'%s' is nowhere", text);
	return item;
}

/* The n-th fill or rule of a page, from 0. */
static const struct item *
shape(size_t page, enum item_kind kind, size_t n)
{
	for (size_t i = 0; i < pages->pages[page].n_items; i++) {
		const struct item *item = &pages->pages[page].items[i];

		if (item->kind == kind && n-- == 0)
			return item;
	}
	ck_abort_msg("page %zu has too few of kind %d", page + 1, kind);
}

/* A box never ends with one line on a page of its own. */
START_TEST(lines_of_a_box)
{
	ck_assert(pages_set("<p>" TWENTY "v<br/>w</p><div><p>een<br/>twee"
	    "<br/>drie</p><p>voet</p></div><p>" TEN "</p>", ""));
	ck_assert_int_eq(pages_where("een"), 1);
	ck_assert(pages_set("<p>" TWENTY "v</p><div><p>een<br/>twee"
	    "<br/>drie<br/>vier</p><p>voet</p></div><p>" TEN "</p>", ""));
	ck_assert_int_eq(pages_where("twee"), 0);
	ck_assert_int_eq(pages_where("drie"), 1);
	ck_assert_int_eq(pages_where("voet"), 1);
	/* the first line only of one that can be seen */
	ck_assert(pages_set("<p>" TWENTY "v<br/>w<br/>x</p><blockquote><p>kop"
	    "</p><p>een<br/>twee<br/>drie</p></blockquote><p>" TEN "</p>",
	    "  blockquote: { lijn-links: 2 }\n"));
	ck_assert_int_eq(pages_where("kop"), 1);
}
END_TEST

START_TEST(line_kept_with_those_before_it)
{
	const char *rules = "  .bron: { bij-vorige-houden: ja }\n";

	ck_assert(pages_set("<p>" TWENTY "v</p><p>een<br/>twee<br/>drie<br/>"
	    "vier</p><p class=\"bron\">bron</p><p>" TEN "</p>", rules));
	ck_assert_int_eq(pages_where("twee"), 0);
	ck_assert_int_eq(pages_where("drie"), 1);
	ck_assert_int_eq(pages_where("bron"), 1);
	/* with a paragraph of one line too, but not with those before it */
	ck_assert(pages_set("<p>" TWENTY "v</p><p>een</p><p>twee</p><p>drie</p>"
	    "<p class=\"bron\">bron</p><p>" TEN "</p>", rules));
	ck_assert_int_eq(pages_where("twee"), 0);
	ck_assert_int_eq(pages_where("drie"), 1);
	ck_assert_int_eq(pages_where("bron"), 1);
}
END_TEST

START_TEST(lines_of_a_list)
{
	/* three of four would fit below */
	ck_assert(pages_set("<p>" TWENTY "v<br/>w<br/>x</p><ul><li>een</li>"
	    "<li>twee</li><li>drie</li><li>vier</li></ul><p>" TEN "</p>", ""));
	ck_assert_int_eq(pages_where("twee"), 0);
	ck_assert_int_eq(pages_where("drie"), 1);
}
END_TEST

/* Also in a cell that goes on. */
START_TEST(lines_of_a_cell)
{
	ck_assert(pages_set("<p>" TEN "x</p><table><tr><td><p>" TEN
	    "een<br/>twee</p><p>voet</p><p>" TEN "</p></td></tr></table>"
	    "<table><tr><td>" TEN "<p>x</p><p>slot</p></td></tr></table>",
	    ""));
	ck_assert_int_eq(pages_where("slot"), pages_where("|x|slot"));
}
END_TEST

static const char padded[] = "  .k: { achtergrond: \"#eeeeee\", "
    "binnenruimte: 12, lijn-boven: 1, lijn-onder: 1 }\n";

START_TEST(padding_at_a_cut)
{
	const struct item *fill, *last;

	ck_assert(pages_set("<p>" TEN "</p><div class=\"k\"><p>" TWENTY
	    "</p></div>", padded));
	fill = shape(0, ITEM_FILL, 0);
	/* below the last line as at the end of the box, without a rule */
	last = &pages->pages[0].items[pages->pages[0].n_items - 1];
	while (last->tag < 0)
		last--;
	ck_assert_double_eq_tol(fill->y + fill->height,
	    last->y + (15 - 10.9), 12.5);
	ck_assert_double_gt(fill->y + fill->height, last->y + 12);
	ck_assert_double_le(fill->y + fill->height, 450.01);
	ck_assert_double_eq(shape(0, ITEM_RULE, 0)->y, fill->y);
	fill = shape(1, ITEM_FILL, 0);
	ck_assert_double_eq_tol(fill->y, 50, 0.01);
	ck_assert_double_gt(pages->pages[1].items[2].y, 62);
	ck_assert_double_eq_tol(shape(1, ITEM_RULE, 0)->y,
	    fill->y + fill->height - 1, 0.01);
}
END_TEST

START_TEST(boxes_in_boxes_at_a_cut)
{
	const struct item *outer, *inner;

	ck_assert(pages_set("<div class=\"k\"><p>voor</p><div class=\"k\"><p>"
	    TWENTY TEN "</p></div></div>", padded));
	outer = shape(0, ITEM_FILL, 0);
	inner = shape(0, ITEM_FILL, 1);
	ck_assert_double_eq_tol(outer->y + outer->height -
	    inner->y - inner->height, 12, 0.01);
	outer = shape(1, ITEM_FILL, 0);
	inner = shape(1, ITEM_FILL, 1);
	ck_assert_double_eq_tol(outer->y, 50, 0.01);
	ck_assert_double_eq_tol(inner->y, 62, 0.01);
}
END_TEST

/* Boxes whose padding would take the page have none at a cut. */
START_TEST(deep_boxes_at_a_cut)
{
	struct buf body = BUF_INIT;

	for (int i = 0; i < 20; i++)
		buf_adds(&body, "<div class=\"k\">");
	buf_adds(&body, "<p>" TWENTY TWENTY TWENTY "slot</p>");
	for (int i = 0; i < 20; i++)
		buf_adds(&body, "</div>");
	ck_assert(pages_set(body.s, padded));
	buf_release(&body);
	ck_assert_int_ge(pages_where("slot"), 2);
	ck_assert_uint_lt(pages->n_pages, 8);
}
END_TEST

#define ROW(text) "<tr><td>" text "</td></tr>"
#define ROWS ROW("r") ROW("r") ROW("r") ROW("r") ROW("r") ROW("r") ROW("r")

/* The head that is repeated stands inside the box around the table. */
START_TEST(head_inside_a_box)
{
	const struct item *fill, *head;

	ck_assert(pages_set("<div class=\"k\"><table><thead><tr><th>kop</th>"
	    "</tr></thead><tbody>" ROWS ROWS ROWS "</tbody></table></div>",
	    padded));
	fill = shape(1, ITEM_FILL, 0);
	head = item_of("kop", 1);
	ck_assert_double_eq_tol(fill->y, 50, 0.01);
	ck_assert_double_gt(head->y, 50 + 12 + 10);
	ck_assert_double_lt(head->y, item_of("r", 1)->y);
}
END_TEST

/* A table in a cell repeats its head below that of the table around it. */
START_TEST(heads_of_nested_tables)
{
	ck_assert(pages_set("<table><thead><tr><th>buiten</th></tr></thead>"
	    "<tbody><tr><td><table><thead><tr><th>binnen</th></tr></thead>"
	    "<tbody>" ROWS ROWS ROWS ROWS "</tbody></table></td></tr></tbody>"
	    "</table>", ""));
	ck_assert_uint_eq(pages->n_pages, 2);
	ck_assert_double_gt(item_of("binnen", 1)->y,
	    item_of("buiten", 1)->y + 15);
	ck_assert_int_lt(item_of("binnen", 1)->tag, 0);
	ck_assert_str_eq(item_of("binnen", 0)->text.s, "binnen");
	ck_assert_int_ge(item_of("binnen", 0)->tag, 0);
}
END_TEST

START_TEST(label_beside_table)
{
	const char *first;

	ck_assert(pages_set("<ol><li><table><tr><td>cel<br/>x</td></tr>"
	    "</table></li></ol>", "  body table: { grootte: 8 }\n"));
	ck_assert_double_eq_tol(item_of("1.", 0)->y, item_of("cel", 0)->y,
	    0.01);
	first = pages_text(0, false);
	ck_assert_str_eq(first, "|1.|cel|x|");
	/* of a table that goes on it stands at the beginning only */
	ck_assert(pages_set("<ul><li><table><thead><tr><th>kop</th></tr>"
	    "</thead>" ROWS ROWS ROWS "</table></li></ul>", ""));
	ck_assert_int_eq(pages_where("•"), 0);
	ck_assert_ptr_null(strstr(pages_text(1, true), "•"));
}
END_TEST

START_TEST(label_beside_picture)
{
	char path[TEMP_PATH];
	FILE *file;
	bool ok;

	temp_file(path, ".svg");
	file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	fputs("<svg width=\"40\" height=\"80\">", file);
	fclose(file);
	ok = pages_set(arena_printf(fixture_arena, "<p>voor</p><ul><li>"
	    "<img src=\"%s\" alt=\"Kaart\"/></li></ul>", path).s, "");
	remove(path);
	ck_assert(ok);
	ck_assert_double_eq_tol(shape(0, ITEM_PICTURE, 0)->y, 75, 0.01);
	ck_assert_double_eq_tol(item_of("•", 0)->y -
	    item_of("voor", 0)->y, 25, 0.01);
}
END_TEST

/* A chapter with a table can be set again too. */
START_TEST(chapter_with_table_is_set_again)
{
	ck_assert(pages_set("<p>" TEN "</p><table>" ROW("cel") ROW("cel")
	    "</table><p>" FIVE "x<br/>y<br/>z</p><p>een</p><p>twee</p>"
	    "<p>drie</p><h2>Kop</h2>", ""));
	ck_assert_uint_eq(pages->n_pages, 2);
	ck_assert_ptr_nonnull(strstr(pages_text(0, false),
	    "|cel|cel|a|b|c|d|e|x|y|z|een|twee|drie|"));
}
END_TEST

/* Rows that were divided come back whole before they are divided again. */
START_TEST(divided_rows_are_set_again)
{
	const char *text;

	ck_assert(pages_set("<table><tr><td>" TWENTY "</td><td rowspan=\"2\">"
	    TEN TWENTY "f</td></tr><tr><td>g<table>" ROW("h") "</table></td>"
	    "</tr></table><p>" TEN TEN "slot</p><h2>Kop</h2>", ""));
	text = pages_content();
	ck_assert_ptr_nonnull(!strstr(text, "abcdefghslotKop") ?
	    strstr(text, "fgh") : text);
	ck_assert_ptr_null(strstr(strstr(text, "slot") + 1, "slot"));
	ck_assert_uint_eq(strlen(text), 20 + 30 + 3 + 20 + 4 + 3);
}
END_TEST

/* Of a long chapter only the last pages are set again. */
START_TEST(end_of_a_long_chapter)
{
	struct buf body = BUF_INIT;

	for (int i = 0; i < 50; i++)
		buf_adds(&body, "<p>" TWENTY FIVE "z</p>");
	buf_adds(&body, "<p>slot</p><h2>Kop</h2>");
	ck_assert(pages_set(body.s, ""));
	buf_release(&body);
	ck_assert_uint_eq(pages->n_pages, 51);
	ck_assert_int_eq(pages_where("slot"), 49);
	ck_assert_int_eq(pages_where("Kop"), 50);
}
END_TEST

/* The rule above a note that goes on is as wide as the text. */
START_TEST(rule_of_a_note_that_goes_on)
{
	ck_assert(pages_set("<p>een<ts-noot key=\"a\">" TWENTY TWENTY TWENTY
	    "slot</ts-noot></p><p>" TEN "</p><ts-noten/>", ""));
	ck_assert_int_ge(pages_where("slot"), 2);
	ck_assert_uint_lt(pages->n_pages, 6);
	ck_assert_double_eq_tol(shape(0, ITEM_RULE, 0)->width, 50, 0.01);
	ck_assert_double_eq_tol(shape(1, ITEM_RULE, 0)->width, 300, 0.01);
}
END_TEST

Suite *
keeps_suite(void)
{
	Suite *suite = suite_create("keeps");
	TCase *tc = tcase_create("keeps");

	tcase_add_checked_fixture(tc, pages_setup, pages_teardown);
	tcase_add_test(tc, lines_of_a_box);
	tcase_add_test(tc, line_kept_with_those_before_it);
	tcase_add_test(tc, lines_of_a_list);
	tcase_add_test(tc, lines_of_a_cell);
	tcase_add_test(tc, padding_at_a_cut);
	tcase_add_test(tc, boxes_in_boxes_at_a_cut);
	tcase_add_test(tc, deep_boxes_at_a_cut);
	tcase_add_test(tc, head_inside_a_box);
	tcase_add_test(tc, heads_of_nested_tables);
	tcase_add_test(tc, label_beside_table);
	tcase_add_test(tc, label_beside_picture);
	tcase_add_test(tc, chapter_with_table_is_set_again);
	tcase_add_test(tc, divided_rows_are_set_again);
	tcase_add_test(tc, end_of_a_long_chapter);
	tcase_add_test(tc, rule_of_a_note_that_goes_on);
	suite_add_tcase(suite, tc);
	return suite;
}
