/* check_inline.c -- from nodes to pieces: tags, words, places to divide */
#include <check.h>
#include <math.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/typeset/line/collect.h"
#include "document_fixture.h"
#include "line_fixture.h"
#include "suites.h"

/* ---- tags ---- */

/* The first element of a kind in the document of the builder. */
static const struct node *
first(enum element element)
{
	const struct node *root = now.builder.document->root, *n = root;

	while (n && n->element != element)
		n = node_next(n, root);
	ck_assert_ptr_nonnull(n);
	return n;
}

static void
open_document(const char *body)
{
	now.builder.document = fixture_parse_body(body);
	ck_assert_msg(now.builder.document, "%s", fixture_messages());
}

/* A new tag; good until the next one. */
static const struct tag *
tag_of(const char *type, enum element element)
{
	int i = builder_tag(&now.builder, type, -1, first(element));

	ck_assert_uint_eq((size_t)i + 1, now.layout.n_tags);
	return &now.layout.tags[i];
}

START_TEST(tags_are_numbered)
{
	open_document("<p>a</p>");
	for (int i = 0; i < 1000; i++)
		ck_assert_int_eq(builder_tag(&now.builder, "P", i - 1, NULL),
		    i);
	ck_assert_int_eq(now.layout.tags[999].parent, 998);
	ck_assert_int_eq(now.layout.tags[0].parent, -1);
	ck_assert_int_eq(now.layout.tags[7].columns, 1);
	ck_assert_uint_eq(now.layout.tags[7].language.n, 0);
}
END_TEST

START_TEST(tags_of_cells)
{
	static const struct {
		const char *attributes, *scope;
		int columns, rows;
	} cases[] = {
		{ "", "Row", 1, 1 }, { "scope=\"col\"", "Column", 1, 1 },
		{ "scope=\"colgroup\" colspan=\"3\"", "Column", 3, 1 },
		{ "scope=\"rowgroup\" rowspan=\"2\"", "Row", 1, 2 },
		{ "scope=\"rowgroup\" colspan=\"2\"", "Both", 2, 1 },
		{ "colspan=\"0\" rowspan=\"-2\"", "Row", 1, 1 },
		{ "colspan=\"1001\" rowspan=\"veel\"", "Row", 1, 1 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct tag *tag;

		open_document(arena_printf(fixture_arena,
		    "<table><tr><th %s>a</th></tr></table>",
		    cases[i].attributes).s);
		tag = tag_of("TH", ELEMENT_TH);
		ck_assert_str_eq(tag->scope, cases[i].scope);
		ck_assert_int_eq(tag->columns, cases[i].columns);
		ck_assert_int_eq(tag->rows, cases[i].rows);
	}
	open_document("<table><thead><tr><th>a</th><td>b</td></tr></thead>"
	    "</table>");
	ck_assert_str_eq(tag_of("TH", ELEMENT_TH)->scope, "Column");
	ck_assert_ptr_null(tag_of("TD", ELEMENT_TD)->scope);
}
END_TEST

START_TEST(tags_of_lists)
{
	static const char *const types[] = { "a", "A", "i", "I", "1", "",
		"aa" };
	static const char *const names[] = { "LowerAlpha", "UpperAlpha",
		"LowerRoman", "UpperRoman", "Decimal", "Decimal", "Decimal" };

	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		open_document(arena_printf(fixture_arena,
		    "<ol type=\"%s\"><li>a</li></ol>", types[i]).s);
		ck_assert_str_eq(tag_of("L", ELEMENT_OL)->numbering, names[i]);
	}
	open_document("<ul><li>a</li></ul>");
	ck_assert_str_eq(tag_of("L", ELEMENT_UL)->numbering, "Disc");
	ck_assert_ptr_null(tag_of("P", ELEMENT_LI)->numbering);
}
END_TEST

START_TEST(tags_say_more)
{
	open_document("<p id=\"p\" lang=\"en\"><a href=\"/\" title=\"t\">a"
	    "</a><abbr title=\"lang\" lang=\"en\">b</abbr>"
	    "<img alt=\"c\" src=\"x\"/><em lang=\"nl\">d</em></p>");
	ck_assert_str_eq(tag_of("Link", ELEMENT_A)->contents.s, "t");
	ck_assert_str_eq(tag_of("Note", ELEMENT_P)->id.s, "p");
	ck_assert_uint_eq(tag_of("P", ELEMENT_P)->id.n, 0);
	ck_assert_str_eq(tag_of("Figure", ELEMENT_IMG)->alt.s, "c");
	ck_assert_uint_eq(tag_of("P", ELEMENT_IMG)->alt.n, 0);
	ck_assert_str_eq(tag_of("Span", ELEMENT_ABBR)->expansion.s, "lang");
	/* only where it differs from what is around it */
	ck_assert_str_eq(tag_of("P", ELEMENT_P)->language.s, "en");
	ck_assert_uint_eq(tag_of("Span", ELEMENT_ABBR)->language.n, 0);
	ck_assert_str_eq(tag_of("Span", ELEMENT_EM)->language.s, "nl");
	open_document("<p lang=\"nl\"><a href=\"/\" aria-label=\"l\" "
	    "title=\"t\">a</a></p>");
	ck_assert_str_eq(tag_of("Link", ELEMENT_A)->contents.s, "l");
	ck_assert_uint_eq(tag_of("P", ELEMENT_P)->language.n, 0);
}
END_TEST

/* ---- collect ---- */

static struct inline_span base;
static struct collector collector;

static void
begin(void)
{
	line_parse("x");
	base = (struct inline_span){ .style = &now.style, .tag = now.root,
		.is_dutch = true };
	collect_init(&collector, &now.builder, &base);
}

/* What must be true of all that was collected. */
static void
check_collected(const struct inline_text *t)
{
	double x = 0;

	for (size_t i = 0; i < t->n_pieces; i++) {
		const struct inline_piece *p = &t->pieces[i];

		ck_assert_double_eq_tol(p->x, x, 1e-6);
		x += p->word ? p->word->advance *
		    p->span->style->size : p->span->picture->width +
		    p->span->picture->gap;
	}
	ck_assert_uint_ge(t->n_points, 2);
	ck_assert_double_eq_tol(t->points[0].next, 0, 1e-9);
	ck_assert(t->points[t->n_points - 1].is_forced);
	for (size_t i = 1; i < t->n_points; i++) {
		ck_assert_double_ge(t->points[i].next, t->points[i - 1].next);
		ck_assert_uint_ge(t->turns[i].begin.text,
		    t->turns[i].end.text);
		ck_assert_uint_le(t->turns[i].begin.text, t->text.n);
	}
}

/* The pieces of a text and its points, apart by |; forced ones are !. */
static const char *
collected(void)
{
	const struct inline_text *t = collect_end(&collector);
	struct buf out = BUF_INIT;
	const char *result;

	if (!t)
		return NULL;
	check_collected(t);
	for (size_t i = 1; i < t->n_points; i++) {
		buf_add(&out, str_slice(t->text, t->turns[i - 1].begin.text,
		    t->turns[i].end.text));
		buf_addc(&out, t->points[i].is_forced ? '!' : '|');
	}
	result = arena_cstr(fixture_arena, buf_str(&out));
	buf_release(&out);
	return result;
}

START_TEST(collect_nothing)
{
	begin();
	ck_assert_ptr_null(collected());
	begin();
	collect_text(&collector, STR(" \n\t"));
	collect_wish(&collector);
	collect_text(&collector, STR("\u00AD\u200B"));
	ck_assert_ptr_null(collected());
}
END_TEST

START_TEST(collect_words)
{
	begin();
	collect_text(&collector, STR(" een "));
	collect_text(&collector, STR("\n twee"));
	collect_text(&collector, STR("drie\u00A0vier "));
	ck_assert_str_eq(collected(), "een|tweedrie\u00A0vier!");
	begin();
	collect_text(&collector, STR("veiligheidsplan"));
	ck_assert_str_eq(collected(), "vei|lig|heids|plan!");
	begin();
	base.is_dutch = false;
	collect_text(&collector, STR("veiligheidsplan"));
	ck_assert_str_eq(collected(), "veiligheidsplan!");
}
END_TEST

START_TEST(collect_signs)
{
	const struct inline_text *t;

	begin();
	collect_text(&collector, STR("veiligheids\u00ADplan"));
	t = collect_end(&collector);
	check_collected(t);
	ck_assert_str_eq(t->text.s, "veiligheidsplan");
	/* its own division is the only one */
	ck_assert_uint_eq(t->n_points, 3);
	ck_assert(t->turns[1].is_division && t->points[1].is_hyphen);
	ck_assert_double_gt(t->points[1].hyphen, 0);
	begin();
	collect_text(&collector, STR("a\u200Bb"));
	t = collect_end(&collector);
	ck_assert_uint_eq(t->n_points, 3);
	ck_assert(!t->turns[1].is_division && !t->points[1].is_hyphen);
}
END_TEST

START_TEST(collect_breaks_and_wishes)
{
	begin();
	collect_text(&collector, STR("een "));
	collect_break(&collector);
	collect_text(&collector, STR(" twee"));
	collect_wish(&collector);
	collect_text(&collector, STR("drie"));
	collect_break(&collector);
	ck_assert_str_eq(collected(), "een!twee|drie!");
	/* only the last break makes no line of its own */
	begin();
	collect_text(&collector, STR("een"));
	collect_break(&collector);
	collect_break(&collector);
	collect_break(&collector);
	ck_assert_str_eq(collected(), "een!!!");
}
END_TEST

START_TEST(collect_kept_spaces)
{
	begin();
	collector.keep_spaces = true;
	collect_text(&collector, STR("  a\tb \nc"));
	ck_assert_str_eq(collected(), "  a||||b|!c!");
}
END_TEST

/* The space before a call of a note never ends a line. */
START_TEST(collect_calls)
{
	struct inline_span call;

	begin();
	call = base;
	call.is_call = true;
	collect_text(&collector, STR("woord "));
	collector.span = &call;
	collect_text(&collector, STR("1"));
	collector.span = &base;
	collect_text(&collector, STR(" twee"));
	ck_assert_str_eq(collected(), "woord 1|twee!");
}
END_TEST

START_TEST(collect_pictures_and_marks)
{
	const struct span_picture picture = { .width = 30, .gap = 4 };
	struct inline_span span;
	const struct inline_text *t;

	begin();
	span = base;
	span.picture = &picture;
	collect_mark(&collector, (struct inline_mark){ .anchor = STR("a") });
	collect_text(&collector, STR("woord "));
	collect_mark(&collector,
	    (struct inline_mark){ .is_note = true, .note = 7 });
	collector.span = &span;
	collect_picture(&collector);
	collect_mark(&collector, (struct inline_mark){ .anchor = STR("b") });
	t = collect_end(&collector);
	check_collected(t);
	ck_assert_uint_eq(t->n_pieces, 3);
	ck_assert_ptr_null(t->pieces[2].word);
	ck_assert_double_eq_tol(inline_max_width(t),
	    t->pieces[2].x + 34, 1e-6);
	ck_assert_uint_eq(t->n_marks, 3);
	ck_assert_uint_eq(t->marks[0].piece, 0);
	ck_assert_uint_eq(t->marks[1].piece, 2);
	ck_assert_int_eq(t->marks[1].note, 7);
	ck_assert_uint_eq(t->marks[2].piece, 3);
}
END_TEST

START_TEST(collect_tells_what_is_missing)
{
	size_t n;

	begin();
	collect_text(&collector, STR("\u4E2D \u4E2D \u6587"));
	collect_end(&collector);
	ck_assert_uint_eq(diag_count(now.builder.diag, DIAG_ERROR), 2);
	fixture_contains(fixture_messages(), "U+4E2D");
	now.builder.diag = fixture_diag;
	begin();
	for (unsigned c = 0x4E00; c < 0x4E80; c++) {
		char sign[4];

		n = utf8_put(sign, c);
		collect_text(&collector, (struct str){ sign, n });
	}
	collect_end(&collector);
	ck_assert_uint_eq(diag_count(fixture_diag, DIAG_ERROR), MAX_MISSING);
}
END_TEST

START_TEST(collect_a_lot)
{
	const struct inline_text *t;

	begin();
	for (int i = 0; i < 5000; i++)
		collect_text(&collector, STR("woord "));
	t = collect_end(&collector);
	check_collected(t);
	ck_assert_uint_eq(t->n_pieces, 9999);
	ck_assert_uint_eq(t->text.n, 29999);
}
END_TEST

/* ---- split ---- */

START_TEST(split_only_what_is_too_wide)
{
	const struct inline_text *t = line_collect(line_parse("een twee"));
	double least = inline_min_width(t);

	ck_assert_ptr_eq(inline_split(fixture_arena, t, least), t);
	ck_assert_ptr_eq(inline_split(fixture_arena, t, HUGE_VAL), t);
	ck_assert_ptr_ne(inline_split(fixture_arena, t, least - 1), t);
}
END_TEST

START_TEST(split_between_all_glyphs)
{
	const struct inline_text *t = line_collect(line_parse(
	    "ja xxxxxxxxxx")), *split;

	ck_assert_uint_eq(t->n_points, 3);
	split = inline_split(fixture_arena, t, 20);
	check_collected(split);
	/* the short word stays whole */
	ck_assert_uint_eq(split->n_points, 3 + 9);
	for (size_t i = 2; i < 11; i++) {
		ck_assert_int_eq(split->points[i].penalty, PENALTY_EMERGENCY);
		ck_assert_uint_eq(split->turns[i].end.text, i + 2);
		ck_assert_double_gt(split->points[i].end,
		    split->points[i - 1].end);
	}
	ck_assert_double_lt(inline_min_width(split), 20);
	/* the text that it was made of is as it was */
	ck_assert_uint_eq(t->n_points, 3);
}
END_TEST

START_TEST(split_leaves_calls_whole)
{
	const struct inline_text *t = line_collect(line_parse("xxxx"
	    "<sup class=\"nootverwijzing\"><a href=\"#noot-1\" "
	    "role=\"doc-noteref\">1234567</a></sup>")), *split;

	split = inline_split(fixture_arena, t, 1);
	check_collected(split);
	ck_assert_uint_eq(split->n_points, 2 + 3);
	ck_assert_double_gt(inline_min_width(split), 1);
}
END_TEST

/* A letter with its marks is one thing, however narrow the column. */
START_TEST(split_keeps_letters_whole)
{
	const struct inline_text *t = line_collect(line_parse(
	    "e\u0301e\u0301e\u0301")), *split;

	split = inline_split(fixture_arena, t, 1);
	for (size_t i = 1; i + 1 < split->n_points; i++)
		ck_assert_uint_eq(split->turns[i].end.text % 3, 0);
	ck_assert_uint_eq(split->n_points, 2 + 2);
}
END_TEST

Suite *
inline_suite(void)
{
	Suite *s = suite_create("inline");
	TCase *c = tcase_create("inline");

	tcase_add_checked_fixture(c, line_setup, line_teardown);
	tcase_add_test(c, tags_are_numbered);
	tcase_add_test(c, tags_of_cells);
	tcase_add_test(c, tags_of_lists);
	tcase_add_test(c, tags_say_more);
	tcase_add_test(c, collect_nothing);
	tcase_add_test(c, collect_words);
	tcase_add_test(c, collect_signs);
	tcase_add_test(c, collect_breaks_and_wishes);
	tcase_add_test(c, collect_kept_spaces);
	tcase_add_test(c, collect_calls);
	tcase_add_test(c, collect_pictures_and_marks);
	tcase_add_test(c, collect_tells_what_is_missing);
	tcase_add_test(c, collect_a_lot);
	tcase_add_test(c, split_only_what_is_too_wide);
	tcase_add_test(c, split_between_all_glyphs);
	tcase_add_test(c, split_leaves_calls_whole);
	tcase_add_test(c, split_keeps_letters_whole);
	suite_add_tcase(s, c);
	return s;
}
