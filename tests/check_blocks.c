/* check_blocks.c -- elements become blocks; their labels and widths */
#include <check.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/document/label.h"
#include "block_fixture.h"
#include "suites.h"

/* ---- labels ---- */

START_TEST(label_numbers)
{
	static const struct {
		const char *type;
		long number;
		const char *label;
	} cases[] = {
		{ "1", 1, "1." }, { "1", 0, "0." }, { "1", -3, "-3." },
		{ "", 7, "7." }, { "aa", 7, "7." }, { "x", 7, "7." },
		{ "a", 1, "a." }, { "a", 26, "z." }, { "a", 27, "aa." },
		{ "A", 52, "AZ." }, { "A", 703, "AAA." }, { "a", 0, "0." },
		{ "a", 999999, "bdwgm." }, { "i", 4, "iv." },
		{ "i", 1949, "mcmxlix." }, { "I", 3888, "MMMDCCCLXXXVIII." },
		{ "i", 4000, "4000." }, { "I", 0, "0." }, { "i", -1, "-1." },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		block_open(arena_printf(fixture_arena,
		    "<ol type=\"%s\"><li>x</li></ol>", cases[i].type).s, "");
		ck_assert_str_eq(label_number(fixture_arena,
		    block_node(ELEMENT_OL), cases[i].number).s,
		    cases[i].label);
	}
	ck_assert_str_eq(label_roman(fixture_arena, 9).s, "ix");
	ck_assert_str_eq(label_roman(fixture_arena, 0).s, "0");
	ck_assert_str_eq(label_roman(fixture_arena, 5000).s, "5000");
}
END_TEST

START_TEST(label_values)
{
	static const struct { const char *value; long number; } cases[] = {
		{ "3", 3 }, { "-2", -2 }, { "0", 0 }, { "", 1 }, { "drie", 1 },
		{ "3a", 1 }, { "3.5", 1 }, { "99999999999999999999", 1 },
	};

	block_open("<ol><li>x</li></ol>", "");
	ck_assert_int_eq(label_start(block_node(ELEMENT_OL)), 1);
	ck_assert_int_eq(label_value(block_node(ELEMENT_LI), 5), 5);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		block_open(arena_printf(fixture_arena, "<ol start=\"%s\">"
		    "<li value=\"%s\">x</li></ol>", cases[i].value,
		    cases[i].value).s, "");
		ck_assert_int_eq(label_start(block_node(ELEMENT_OL)),
		    cases[i].number);
		ck_assert_int_eq(label_value(block_node(ELEMENT_LI), 1),
		    cases[i].number);
	}
}
END_TEST

/* ---- the tree of blocks ---- */

/* Kinds of the blocks in a box: b, t, p, r, T; ( ) around what is inside. */
static void
add_kinds(const struct block *box, struct buf *out)
{
	for (const struct block *b = box->first; b; b = b->next) {
		buf_addc(out, "btprT"[b->kind]);
		if (!b->first)
			continue;
		buf_addc(out, '(');
		add_kinds(b, out);
		buf_addc(out, ')');
	}
}

/* Those of what is inside <body>. */
static const char *
kinds(const char *body)
{
	const struct block *root = block_open(body, "");
	struct buf out = BUF_INIT;
	const char *result;

	ck_assert_int_eq(root->kind, BLOCK_BOX);
	ck_assert_ptr_null(root->next);
	ck_assert_ptr_eq(root->first, root->last);
	add_kinds(root->first, &out);
	result = arena_cstr(fixture_arena, buf_str(&out));
	buf_release(&out);
	return result;
}

START_TEST(blocks_of_elements)
{
	ck_assert_str_eq(kinds(""), "");
	ck_assert_str_eq(kinds("<p>a <b>c</b></p>"), "b(t)");
	ck_assert_str_eq(kinds("a<p>b</p> <!-- --> <p/>c"), "tb(t)bt");
	ck_assert_str_eq(kinds("<div><hr/><ul><li>a<p>b</p></li><li/></ul>"
	    "</div>"), "b(rb(b(tb(t))b))");
	ck_assert_str_eq(kinds("<table><tr><td>a</td></tr></table>"), "T");
	ck_assert_str_eq(kinds("<p data-media=\"web\">a</p>"
	    "<p><span data-media=\"web\">a</span></p>"
	    "<p data-media=\"pdf\">b</p>"), "bb(t)");
}
END_TEST

START_TEST(blocks_of_pictures)
{
	const struct block *b;

	ck_assert_str_eq(kinds("<p> <img src=\"tests/pictures/balken.svg\" "
	    "alt=\"\"/> </p>"), "b(p)");
	ck_assert_str_eq(kinds("<p>a <img src=\"tests/pictures/balken.svg\" "
	    "alt=\"\"/></p>"), "b(t)");
	b = block_find(block_open("<img src=\"tests/pictures/ring.png\" "
	    "alt=\"Ring\" width=\"40\"/>", ""), BLOCK_PICTURE);
	ck_assert_double_eq_tol(b->width, 30, 1e-9);
	ck_assert_double_eq_tol(b->height, 30, 1e-9);
	ck_assert_str_eq(building.layout->tags[b->tag].alt.s, "Ring");
	ck_assert_uint_eq(diag_count(fixture_diag, DIAG_ERROR), 0);
	b = block_find(block_open("<img src=\"geen.png\" alt=\"\"/>", ""),
	    BLOCK_PICTURE);
	ck_assert_int_eq(b->tag, TAG_LAYOUT);
	ck_assert_double_gt(b->width, 0);
	ck_assert_uint_eq(diag_count(fixture_diag, DIAG_ERROR), 1);
}
END_TEST

START_TEST(blocks_of_lists)
{
	const struct block *list, *item;

	list = block_open("<ol start=\"9\"><li>a</li><li>b</li></ol>",
	    "")->first->first;
	for (item = list->first; item; item = item->next) {
		ck_assert_ptr_nonnull(item->label);
		ck_assert_double_ge(item->label_room,
		    inline_max_width(item->label));
		ck_assert_double_eq_tol(item->label_room,
		    list->first->label_room, 1e-9);
		ck_assert_str_eq(building.layout->tags[item->tag].type,
		    "LBody");
	}
	/* with a sign of its own, and with none that is read */
	list = block_open("<ul><li>a</li></ul>", "")->first->first;
	ck_assert_str_eq(building.layout->tags[list->tag].numbering, "Disc");
	list = block_open("<ul class=\"x\"><li>a</li></ul>",
	    "  .x: { opsommingsteken: \"\" }\n")->first->first;
	ck_assert_str_eq(building.layout->tags[list->tag].numbering, "None");
	ck_assert_ptr_null(list->first->label);
	/* what stays with the list that follows */
	list = block_open("<p>a:</p> <ul><li>b</li></ul><p>c</p>x<ul/>",
	    "")->first->first;
	ck_assert(list->keep_with_next);
	ck_assert(!list->next->next->keep_with_next);
}
END_TEST

START_TEST(blocks_of_notes)
{
	const struct block *root = block_open("<p>a<ts-noot>A</ts-noot> "
	    "b<ts-noot>B</ts-noot></p><ts-noten/>", "");
	const struct block *last = root->first->last;

	/* they stand apart from the text */
	ck_assert_ptr_eq(root->first->first, last);
	for (int i = 0; i < 2; i++) {
		const struct block *note = building.notes[i];

		ck_assert_ptr_nonnull(note->label);
		ck_assert_str_eq(building.layout->tags[note->tag].type,
		    "Note");
		ck_assert_int_eq(note->first->kind, BLOCK_TEXT);
	}
}
END_TEST

/* An entry tells whose page it names; other links do not. */
START_TEST(blocks_of_the_contents)
{
	const struct block *root = block_open("<ts-inhoud/><h2 id=\"h\">a"
	    "</h2><ol><li><a href=\"#h\">a</a></li></ol>", "");
	const struct block *text = block_find(root->first->first, BLOCK_TEXT);

	ck_assert_str_eq(text->page_of.s, "h");
	ck_assert_str_eq(building.layout->tags[text->tag].type, "Reference");
	text = block_find(root->first->last, BLOCK_TEXT);
	ck_assert_uint_eq(text->page_of.n, 0);
}
END_TEST

/* Children of a box that is made by hand. */
START_TEST(blocks_by_hand)
{
	const struct block *root = block_open("<div><p>a</p>b</div>", "");
	struct block *box = block_new(&building, BLOCK_BOX,
	    block_node(ELEMENT_DIV), root->style, 0);

	ck_assert_ptr_null(box->first);
	block_children(&building, box);
	ck_assert_int_eq(box->first->kind, BLOCK_BOX);
	ck_assert_int_eq(box->last->kind, BLOCK_TEXT);
	ck_assert_ptr_eq(box->first->next, box->last);
	ck_assert_ptr_null(box->last->node);
}
END_TEST

/* ---- widths ---- */

START_TEST(inner_widths)
{
	struct style style = { .margin = { 1, 2, 3, 4 },
		.border = { 1, 1, 1, 1 }, .padding = { 10, 10, 10, 10 } };
	struct edges inset;

	ck_assert_double_eq_tol(block_inner_width(&style, 100, &inset), 72,
	    1e-9);
	ck_assert_double_eq_tol(inset.top, 11, 1e-9);
	ck_assert_double_eq_tol(inset.right, 13, 1e-9);
	ck_assert_double_eq_tol(inset.left, 15, 1e-9);
	/* too little for text: the margins give in */
	ck_assert_double_eq_tol(block_inner_width(&style, 60, &inset), 60,
	    1e-9);
	ck_assert_double_eq_tol(inset.left + inset.right, 0, 1e-9);
	ck_assert_double_eq_tol(inset.top, 11, 1e-9);
	style.width = 50;
	ck_assert_double_eq_tol(block_inner_width(&style, 100, &inset), 50,
	    1e-9);
	ck_assert_double_eq_tol(inset.left + 50 + inset.right, 100, 1e-9);
	style.width = 500;
	ck_assert_double_eq_tol(block_inner_width(&style, 100, &inset), 72,
	    1e-9);
}
END_TEST

START_TEST(block_measures)
{
	struct measure text, box;
	const struct block *root;

	root = block_open("<div><p>kort</p><p>veiligheidsplan kort</p></div>",
	    "  div p: { binnenruimte: 7, afbreken: ja }\n");
	text = block_measure(block_find(root->first->first->last,
	    BLOCK_TEXT));
	ck_assert_double_gt(text.min, 0);
	ck_assert_double_lt(text.min, text.word);
	ck_assert_double_lt(text.word, text.max);
	ck_assert_double_eq_tol(text.length, text.max, 1e-9);
	box = block_measure(root->first->first);
	ck_assert_double_eq_tol(box.max, text.max + 14, 1e-9);
	ck_assert_double_eq_tol(box.min, text.min + 14, 1e-9);
	/* the length is that of all texts, one behind the other */
	ck_assert_double_gt(box.length, text.length);
	box = block_measure(block_open("<p/>", "")->first);
	ck_assert_double_eq_tol(box.max, 0, 1e-9);
}
END_TEST

Suite *
blocks_suite(void)
{
	Suite *s = suite_create("blocks");
	TCase *c = tcase_create("blocks");

	tcase_add_checked_fixture(c, block_setup, block_teardown);
	tcase_add_test(c, label_numbers);
	tcase_add_test(c, label_values);
	tcase_add_test(c, blocks_of_elements);
	tcase_add_test(c, blocks_of_pictures);
	tcase_add_test(c, blocks_of_lists);
	tcase_add_test(c, blocks_of_notes);
	tcase_add_test(c, blocks_of_the_contents);
	tcase_add_test(c, blocks_by_hand);
	tcase_add_test(c, inner_widths);
	tcase_add_test(c, block_measures);
	suite_add_tcase(s, c);
	return s;
}
