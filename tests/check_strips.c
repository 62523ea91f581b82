/* check_strips.c -- strips of blocks, and what of them fits on a page */
#include <check.h>
#include <math.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/typeset/page/keep.h"
#include "../gen/typeset/page/notes.h"
#include "../gen/typeset/page/page_break.h"
#include "../gen/typeset/page/table.h"
#include "block_fixture.h"
#include "suites.h"

/* ---- flow ---- */

/* Kinds of strips: space, edge, line, picture, rule, table row, fixed. */
static const char *
kinds(const struct flow *flow)
{
	char *s = arena_alloc(fixture_arena, flow->n + 1);
	double height = 0;

	for (size_t i = 0; i < flow->n; i++) {
		s[i] = "selprtf"[flow->strips[i].kind];
		height += flow->strips[i].height;
	}
	ck_assert_double_eq_tol(flow->left, height, 1e-6);
	ck_assert_uint_eq(flow->next, 0);
	return s;
}

/* How bad it is when a page ends before each strip: 0 … 3. */
static const char *
penalties(const struct flow *flow)
{
	char *s = arena_alloc(fixture_arena, flow->n + 1);

	for (size_t i = 0; i < flow->n; i++)
		s[i] = (char)('0' + flow->strips[i].penalty);
	return s;
}

START_TEST(strips_of_nothing)
{
	ck_assert_str_eq(kinds(block_flow("", "")), "");
	ck_assert_str_eq(kinds(block_flow("<p/><div><p> </p></div>", "")), "");
}
END_TEST

START_TEST(strips_of_blocks)
{
	const struct flow *flow = block_flow("<p>a</p><p>b</p><hr/>", "");

	ck_assert_str_eq(kinds(flow), "lslsr");
	ck_assert_double_eq_tol(flow->strips[0].height, 15, 1e-6);
	ck_assert_double_eq_tol(flow->strips[1].height, 10, 1e-6);
	ck_assert_double_eq_tol(flow->strips[0].width, BLOCK_WIDTH, 1e-6);
	ck_assert_str_eq(kinds(block_flow("<table><tr><td>a</td></tr></table>"
	    "<img src=\"tests/pictures/ring.png\" alt=\"\"/>", "")), "tp");
	ck_assert_str_eq(kinds(block_flow("<div>a</div>",
	    "  div: { binnenruimte: 5 }\n")), "ele");
	ck_assert_str_eq(kinds(block_flow("<div>a</div><p>b</p>",
	    "  div: { plaats: { boven: 9, links: 9, breedte: 99 } }\n")),
	    "fl");
}
END_TEST

/* The wider of two margins; none where a page or a box begins. */
START_TEST(margins_meet)
{
	static const char rules[] = "  h1: { ruimte-voor: 30, ruimte-na: 4 }\n"
	    "  div: { binnenruimte: 5 }\n";
	const struct flow *flow = block_flow("<h1>a</h1><p>b</p><h1>c</h1>"
	    "<div><h1>d</h1></div>", rules);

	ck_assert_str_eq(kinds(flow), "lslslsele");
	ck_assert_double_eq_tol(flow->strips[1].height, 4, 1e-6);
	ck_assert_double_eq_tol(flow->strips[3].height, 30, 1e-6);
	ck_assert_double_eq_tol(flow->strips[5].height, 4, 1e-6);
	ck_assert_uint_eq(flow->n_boxes, 1);
	ck_assert_uint_eq(flow->boxes[0].first, 6);
	ck_assert_uint_eq(flow->boxes[0].end, 9);
	ck_assert_int_eq(flow->strips[7].box, 0);
	ck_assert_int_eq(flow->strips[4].box, -1);
}
END_TEST

START_TEST(ids_are_on_strips)
{
	const struct flow *flow = block_flow("<p id=\"a\"/><p id=\"b\">x</p>"
	    "<p id=\"c\"/>", "");
	const struct anchor *a = flow->strips[0].anchors;

	ck_assert_str_eq(a->id.s, "a");
	ck_assert_str_eq(a->next->id.s, "b");
	/* there is nothing behind it: it leads to the last strip */
	ck_assert_str_eq(a->next->next->id.s, "c");
	ck_assert_ptr_null(a->next->next->next);
}
END_TEST

START_TEST(pages_that_are_asked_for)
{
	static const char body[] = "<h2>a</h2><h2>b</h2>"
	    "<section class=\"liggend\"><p>c</p></section><p>d</p>";
	const struct flow *flow = block_flow(body, "");
	struct flow cell = { .n = 0 };

	ck_assert_str_eq(kinds(flow), "lllsl");
	ck_assert(!flow->strips[0].new_page && flow->strips[1].new_page);
	ck_assert(flow->strips[2].new_page && flow->strips[2].landscape);
	ck_assert(flow->strips[3].new_page && !flow->strips[3].landscape);
	ck_assert_double_eq_tol(flow->strips[2].width, 400, 1e-6);
	/* in a cell nothing asks for a page */
	flow_set_cell(&building, &cell, block_open(body, "")->first, 200);
	for (size_t i = 0; i < cell.n; i++) {
		ck_assert(!cell.strips[i].new_page);
		ck_assert(!cell.strips[i].landscape);
		ck_assert_double_le(cell.strips[i].width, 200);
	}
}
END_TEST

START_TEST(penalties_of_lines)
{
	ck_assert_str_eq(penalties(block_flow("<p>a</p>", "")), "0");
	ck_assert_str_eq(penalties(block_flow("<p>a<br/>b<br/>c</p>", "")),
	    "022");
	ck_assert_str_eq(penalties(block_flow("<p>a<br/>b<br/>c<br/>d<br/>e"
	    "</p>", "")), "02002");
	/* a heading has two lines below it, and its margin never parts them */
	ck_assert_str_eq(penalties(block_flow("<h1>a</h1><p>b</p><p>c</p>",
	    "  h1: { ruimte-na: 4 }\n")), "02323");
}
END_TEST

/* ---- keep ---- */

enum { MANY = 7 };

/* A flow of strips of 10 points, of these kinds. */
static struct flow
bare_flow(struct strip *strips, const char *wanted)
{
	static const char letters[] = "selprtf";
	struct flow flow = { .strips = strips, .n = strlen(wanted) };

	for (size_t i = 0; i < flow.n; i++) {
		strips[i] = (struct strip){ .height = 10, .whole = 10,
			.box = -1 };
		strips[i].kind = (enum strip_kind)(strchr(letters,
		    wanted[i]) - letters);
		flow.left += 10;
	}
	return flow;
}

START_TEST(keeping_all)
{
	struct strip strips[MANY];
	struct flow flow = bare_flow(strips, "lslslsl");

	strips[5].penalty = BREAK_BAD;
	keep_all(&flow, 3);
	/* a page may end before the first, or its margin */
	ck_assert_str_eq(penalties(&flow), "0000021");
	keep_all(&flow, 7);
	keep_all(&flow, 0);
	ck_assert_str_eq(penalties(&flow), "0111121");
}
END_TEST

START_TEST(keeping_lines)
{
	static const struct {
		const char *kinds;
		size_t first;
		const char *begin, *end;
	} cases[] = {
		{ "lll", 0, "020", "002" }, { "slsesll", 0, "0022220",
		    "0000002" }, { "l", 0, "0", "0" }, { "", 0, "", "" },
		{ "lsp", 0, "000", "000" }, { "plel", 0, "0000", "0022" },
		{ "lll", 1, "002", "002" }, { "lll", 3, "000", "000" },
		{ "llse", 0, "0200", "0200" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct strip strips[MANY];
		struct flow flow = bare_flow(strips, cases[i].kinds);

		keep_first_lines(&flow, cases[i].first);
		ck_assert_str_eq(penalties(&flow), cases[i].begin);
		flow = bare_flow(strips, cases[i].kinds);
		keep_last_lines(&flow, cases[i].first);
		ck_assert_str_eq(penalties(&flow), cases[i].end);
	}
}
END_TEST

/* ---- what fits ---- */

START_TEST(fits_of_nothing)
{
	struct flow flow = { .n = 0 };
	struct fit fit = flow_fit(&flow, 100, NULL, true);

	ck_assert_uint_eq(fit.end, 0);
	ck_assert_double_eq_tol(fit.height, 0, 1e-9);
	ck_assert_double_eq_tol(flow_left(&flow), 0, 1e-9);
	ck_assert_double_eq_tol(flow_rest(&flow).height, 0, 1e-9);
	flow_take(&flow, fit);
	flow_undo(&flow, 0, 0);
}
END_TEST

START_TEST(fits_at_the_best_place)
{
	struct strip strips[MANY];
	struct flow flow = bare_flow(strips, "lllllll");

	ck_assert_uint_eq(flow_fit(&flow, 70, NULL, false).end, 7);
	ck_assert_uint_eq(flow_fit(&flow, 69, NULL, false).end, 6);
	strips[6].penalty = strips[5].penalty = BREAK_BAD;
	strips[4].penalty = BREAK_APART;
	ck_assert_uint_eq(flow_fit(&flow, 69, NULL, false).end, 3);
	for (size_t i = 1; i < MANY; i++)
		strips[i].penalty = BREAK_BAD;
	ck_assert_uint_eq(flow_fit(&flow, 69, NULL, false).end, 6);
	/* a new page comes before all of that */
	strips[2].new_page = true;
	ck_assert_uint_eq(flow_fit(&flow, 1000, NULL, false).end, 2);
	ck_assert_uint_eq(flow.next, 0);
	ck_assert_double_eq_tol(flow.left, 70, 1e-9);
}
END_TEST

START_TEST(fits_if_it_must)
{
	struct strip strips[MANY];
	struct flow flow = bare_flow(strips, "lll");
	struct fit fit;

	fit = flow_fit(&flow, 9, NULL, false);
	ck_assert_uint_eq(fit.end, 0);
	ck_assert_double_eq_tol(fit.height, 0, 1e-9);
	fit = flow_fit(&flow, 9, NULL, true);
	ck_assert_uint_eq(fit.end, 1);
	ck_assert_double_eq_tol(fit.height, 10, 1e-9);
	/* what never parts is parted where the page is full */
	strips[1].penalty = strips[2].penalty = BREAK_NEVER;
	ck_assert_uint_eq(flow_fit(&flow, 25, NULL, false).end, 0);
	ck_assert_uint_eq(flow_fit(&flow, 25, NULL, true).end, 2);
	ck_assert_uint_eq(flow_fit(&flow, -5, NULL, true).end, 1);
}
END_TEST

START_TEST(taking_and_taking_back)
{
	struct strip strips[MANY];
	struct flow flow = bare_flow(strips, "lslslsl");

	flow_take(&flow, flow_fit(&flow, 10, NULL, false));
	/* no margin at the top of the next page */
	ck_assert_uint_eq(flow.next, 2);
	ck_assert_double_eq_tol(flow_left(&flow), 50, 1e-9);
	flow_take(&flow, flow_rest(&flow));
	ck_assert_uint_eq(flow.next, 7);
	ck_assert_double_eq_tol(flow.left, 0, 1e-9);
	flow_undo(&flow, 2, 7);
	ck_assert_uint_eq(flow.next, 2);
	ck_assert_double_eq_tol(flow.left, 50, 1e-9);
	flow_undo(&flow, 0, 7);
	ck_assert_double_eq_tol(flow.left, 70, 1e-9);
}
END_TEST

/* A box that a page cuts has its padding on both. */
START_TEST(fits_of_boxes)
{
	struct flow *flow = block_flow("<div>a<br/>b<br/>c<br/>d<br/>e<br/>f"
	    "</div>", "  div: { binnenruimte: 5, lijn-onder: 1 }\n");
	struct fit fit = flow_fit(flow, 60, NULL, false);

	ck_assert_str_eq(kinds(flow), "elllllle");
	ck_assert_uint_eq(fit.end, 4);
	ck_assert_double_eq_tol(fit.below, 5, 1e-6);
	ck_assert_double_eq_tol(fit.height, 5 + 45 + 5, 1e-6);
	flow_take(flow, fit);
	fit = flow_fit(flow, 100, NULL, false);
	ck_assert_double_eq_tol(fit.above, 5, 1e-6);
	ck_assert_double_eq_tol(fit.height, 5 + 45 + 6, 1e-6);
	ck_assert_double_eq_tol(flow_left(flow), fit.height, 1e-6);
}
END_TEST

START_TEST(fits_of_rows)
{
	struct flow *flow = block_flow(fixture_repeat("<table><thead><tr>"
	    "<th>kop</th></tr></thead><tr><td>", "a<br/>", 12, "</td></tr>"
	    "<tr><td>b</td></tr></table>"), "");
	const struct strip *row = &flow->strips[1];
	struct fit fit = flow_fit(flow, 24 + 100, NULL, false);

	ck_assert_str_eq(kinds(flow), "ttt");
	ck_assert_uint_eq(fit.end, 1);
	ck_assert_double_eq_tol(fit.part, 9 + 6 * 15, 1e-6);
	ck_assert_double_eq_tol(cell_offset(flow, row->row->cells[0], 1), 0,
	    1e-9);
	/* the cell has its lines on the page, and the rest is so much lower */
	flow_take(&row->row->cells[0]->flow, flow_fit(
	    &row->row->cells[0]->flow, 6 * 15, NULL, false));
	flow_take(flow, fit);
	ck_assert_uint_eq(flow->next, 1);
	ck_assert_double_eq_tol(row->height, 9 + 6 * 15, 1e-6);
	fit = flow_fit(flow, 500, NULL, false);
	ck_assert_double_eq_tol(fit.head, 24, 1e-6);
	ck_assert_double_eq_tol(fit.height, 24 + 99 + 24, 1e-6);
	flow_undo(flow, 0, 3);
	ck_assert_double_eq_tol(row->height, 9 + 12 * 15, 1e-6);
}
END_TEST

START_TEST(offsets_of_cells)
{
	struct flow *flow = block_flow("<table><tr><td rowspan=\"3\">a</td>"
	    "<td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>",
	    "");
	const struct cell *cell = flow->strips[0].row->cells[0];

	ck_assert_double_eq_tol(cell_offset(flow, cell, 0), 0, 1e-9);
	ck_assert_double_eq_tol(cell_offset(flow, cell, 2), 48, 1e-6);
	flow->next = 1;	/* the first row is on an earlier page */
	ck_assert_double_eq_tol(cell_offset(flow, cell, 2), 24, 1e-6);
}
END_TEST

/* ---- notes ---- */

static const char three_notes[] = "<p>a<ts-noot>A</ts-noot><br/>"
    "b<ts-noot>B<br/>B<br/>B<br/>B</ts-noot><br/>c<ts-noot>C</ts-noot></p>"
    "<ts-noten/>";

START_TEST(no_notes)
{
	struct notes *notes;

	block_open("<p>a</p>", "");
	notes = notes_new(&building);
	ck_assert_uint_eq(notes->n, 0);
	ck_assert(!notes_are_waiting(notes));
	notes_try(notes, 100, false);
	ck_assert_double_eq_tol(notes_demand(notes), 0, 1e-9);
	ck_assert_uint_eq(notes_mark(notes), 0);
	notes_undo(notes, 0);
}
END_TEST

START_TEST(notes_are_asked_for)
{
	struct flow *flow = block_flow(three_notes, "");
	struct notes *notes = notes_new(&building);
	/* the rule has 5 before it, 4 behind it and is 1 high */
	const double rule = 10;
	size_t mark;

	ck_assert_double_eq_tol(notes->rule, rule, 1e-6);
	notes_try(notes, 400, false);
	notes_want(notes, flow, 0);
	ck_assert_double_eq_tol(notes_demand(notes), rule + 15, 1e-6);
	mark = notes_mark(notes);
	notes_want(notes, flow, 0);	/* once is enough */
	notes_want(notes, flow, 1);
	ck_assert_double_eq_tol(notes_demand(notes), rule + 75, 1e-6);
	ck_assert(!notes_cut(notes));
	notes_forget(notes, mark);
	ck_assert_double_eq_tol(notes_demand(notes), rule + 15, 1e-6);
	/* the last may go on: two of its lines are enough */
	notes_try(notes, 400, true);
	notes_want(notes, flow, 1);
	ck_assert(notes_cut(notes));
	ck_assert(!notes_cut(notes));
	ck_assert_double_eq_tol(notes_demand(notes), rule + 30, 1e-6);
}
END_TEST

START_TEST(notes_wait_for_a_place)
{
	struct flow *flow = block_flow(three_notes, "");
	struct notes *notes = notes_new(&building);

	notes_call(notes, 2, 0);
	notes_call(notes, 0, 0);
	notes_call(notes, 2, 0);
	ck_assert(notes_are_waiting(notes));
	ck_assert_uint_eq(notes->n_waiting, 2);
	/* in the order of their numbers, on one page */
	ck_assert_int_eq(notes->waiting[0], 0);
	ck_assert_int_eq(notes->waiting[1], 2);
	notes_try(notes, 400, false);
	ck_assert_double_eq_tol(notes_demand(notes), notes->rule + 30, 1e-6);
	/* they are on their way: their calls ask for no more */
	notes_want(notes, flow, 0);
	ck_assert_double_eq_tol(notes_demand(notes), notes->rule + 30, 1e-6);
	/* most of a low page is theirs, and new ones do not come on it */
	notes_try(notes, 40, false);
	ck_assert_double_eq_tol(notes_demand(notes), notes->rule + 24, 1e-6);
	notes_want(notes, flow, 1);
	ck_assert(isinf(notes_demand(notes)));
	notes_undo(notes, 1);
	ck_assert_uint_eq(notes->n_waiting, 1);
	ck_assert(!notes->called[2] && notes->called[0]);
	notes_undo(notes, 0);
	ck_assert(!notes_are_waiting(notes));
}
END_TEST

/* Those of a later page stand behind those of an earlier one. */
START_TEST(notes_of_an_earlier_page_come_first)
{
	struct notes *notes;

	block_open(three_notes, "");
	notes = notes_new(&building);
	notes_call(notes, 2, 0);
	notes_call(notes, 0, 1);
	ck_assert_int_eq(notes->waiting[0], 2);
	ck_assert_int_eq(notes->waiting[1], 0);
}
END_TEST

START_TEST(fits_with_notes)
{
	struct flow *flow = block_flow(three_notes, "");
	struct notes *notes = notes_new(&building);
	struct fit fit;

	/* all lines and notes need 45 + 10 + 90 */
	notes_try(notes, 145, false);
	ck_assert_uint_eq(flow_fit(flow, 145, notes, false).end, 3);
	for (size_t i = 0; i < flow->n; i++)
		flow->strips[i].penalty = BREAK_FREE;
	notes_try(notes, 144, false);
	ck_assert_uint_eq(flow_fit(flow, 144, notes, false).end, 2);
	notes_try(notes, 114, false);
	ck_assert_uint_eq(flow_fit(flow, 114, notes, false).end, 1);
	/* … unless its note may go on */
	notes_try(notes, 114, true);
	fit = flow_fit(flow, 114, notes, false);
	ck_assert_uint_eq(fit.end, 2);
	ck_assert_double_le(fit.height + notes_demand(notes), 114);
}
END_TEST

Suite *
strips_suite(void)
{
	Suite *s = suite_create("strips");
	TCase *c = tcase_create("strips");

	tcase_add_checked_fixture(c, block_setup, block_teardown);
	tcase_add_test(c, strips_of_nothing);
	tcase_add_test(c, strips_of_blocks);
	tcase_add_test(c, margins_meet);
	tcase_add_test(c, ids_are_on_strips);
	tcase_add_test(c, pages_that_are_asked_for);
	tcase_add_test(c, penalties_of_lines);
	tcase_add_test(c, keeping_all);
	tcase_add_test(c, keeping_lines);
	tcase_add_test(c, fits_of_nothing);
	tcase_add_test(c, fits_at_the_best_place);
	tcase_add_test(c, fits_if_it_must);
	tcase_add_test(c, taking_and_taking_back);
	tcase_add_test(c, fits_of_boxes);
	tcase_add_test(c, fits_of_rows);
	tcase_add_test(c, offsets_of_cells);
	tcase_add_test(c, no_notes);
	tcase_add_test(c, notes_are_asked_for);
	tcase_add_test(c, notes_wait_for_a_place);
	tcase_add_test(c, notes_of_an_earlier_page_come_first);
	tcase_add_test(c, fits_with_notes);
	suite_add_tcase(s, c);
	return s;
}
