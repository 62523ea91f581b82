/* check_grid.c -- tables as grids, the widths of columns, heights of rows */
#include <check.h>
#include <math.h>

#include "../gen/typeset/page/table.h"
#include "block_fixture.h"
#include "suites.h"

/* The table of these rows; the last that was opened. */
static struct table *
table_of(const char *rows, const char *rules)
{
	const struct block *block = block_find(block_open(
	    arena_printf(fixture_arena, "<table>%s</table>", rows).s, rules),
	    BLOCK_TABLE);

	ck_assert_ptr_nonnull(block);
	return block->table;
}

/* The same table, built a second time. */
START_TEST(table_by_hand)
{
	const struct table *first = table_of("<tr><td>a</td><td>b</td></tr>",
	    "");
	struct block *block = block_new(&building, BLOCK_TABLE, first->node,
	    first->style, 0);

	table_build(&building, block);
	ck_assert_ptr_ne(block->table, first);
	ck_assert_uint_eq(block->table->n_cells, 2);
	ck_assert_double_eq_tol(table_measure(block->table).max,
	    table_measure(first).max, 1e-9);
}
END_TEST

START_TEST(table_grids)
{
	const struct table *t = table_of("<caption>c</caption>"
	    "<thead><tr><th rowspan=\"9\">a</th><th colspan=\"2\">b</th></tr>"
	    "</thead><tbody><tr><td>c</td><td rowspan=\"2\">d</td></tr>"
	    "<tr><td data-media=\"web\">x</td><td>e</td><td>f</td></tr>"
	    "</tbody>", "");
	static const size_t wanted[][4] = { { 0, 0, 1, 1 }, { 0, 1, 1, 2 },
		{ 1, 0, 1, 1 }, { 1, 1, 2, 1 }, { 2, 0, 1, 1 },
		{ 2, 2, 1, 1 } };

	ck_assert_ptr_nonnull(t->caption);
	ck_assert_uint_eq(t->n_head, 1);
	ck_assert_uint_eq(t->n_rows, 3);
	ck_assert_uint_eq(t->n_columns, 3);
	ck_assert_uint_eq(t->n_cells, 6);
	for (size_t i = 0; i < t->n_cells; i++) {
		ck_assert_uint_eq(t->cells[i].row, wanted[i][0]);
		ck_assert_uint_eq(t->cells[i].column, wanted[i][1]);
		ck_assert_uint_eq(t->cells[i].rows, wanted[i][2]);
		ck_assert_uint_eq(t->cells[i].columns, wanted[i][3]);
	}
	/* a row has the cells that run on to it as well */
	ck_assert_uint_eq(t->rows[1].n, 2);
	ck_assert_uint_eq(t->rows[2].n, 3);
	ck_assert_ptr_eq(t->rows[2].cells[0], &t->cells[3]);
}
END_TEST

START_TEST(tables_of_little)
{
	const struct table *t = table_of("", "");

	ck_assert_uint_eq(t->n_rows + t->n_columns + t->n_cells, 0);
	ck_assert_ptr_null(t->caption);
	t = table_of("<tr/><tr/>", "");
	ck_assert_uint_eq(t->n_rows, 2);
	ck_assert_uint_eq(t->n_columns, 0);
	ck_assert_str_eq(fixture_messages(), "");
}
END_TEST

START_TEST(tables_with_too_much)
{
	const struct table *t;

	/* 400 points of text on a turned sheet, 12 for each column */
	t = table_of(fixture_repeat("<tr>", "<td>a</td>", 33, "</tr>"), "");
	ck_assert_uint_eq(t->n_rows, 1);
	ck_assert_uint_eq(diag_count(fixture_diag, DIAG_ERROR), 0);
	t = table_of(fixture_repeat("<tr>", "<td>a</td>", 34, "</tr>"), "");
	ck_assert_uint_eq(t->n_rows, 0);
	fixture_contains(fixture_messages(), "34 kolommen");
}
END_TEST

/* Sum of the columns; each is at least as wide as its least. */
static double
width_of_columns(const struct table *t)
{
	double sum = 0;

	for (size_t i = 0; i < t->n_columns; i++) {
		ck_assert_double_ge(t->columns[i].width, 0);
		sum += t->columns[i].width;
	}
	ck_assert_double_eq_tol(sum, t->width, 1e-6);
	return sum;
}

/* A table of columns with these widths of syllable, word and text. */
static struct table
bare_table(struct column *columns, size_t n, const struct style *style)
{
	for (size_t i = 0; i < n; i++)
		columns[i].weight = 1;
	return (struct table){ .columns = columns, .n_columns = n,
		.style = style };
}

START_TEST(columns_share_the_width)
{
	const struct style full = { .full_width = true }, plain = { 0 };
	struct column columns[] = {
		{ .min = 10, .word = 40, .max = 400 },
		{ .min = 10, .word = 20, .max = 20 },
		{ .min = 30, .word = 60, .max = 90 },
	};
	struct table t = bare_table(columns, 3, &plain);
	static const double widths[] = { 1, 30, 50, 80, 120, 300, 509 };

	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		table_set_columns(&t, widths[i]);
		ck_assert_double_le(width_of_columns(&t), widths[i] + 1e-6);
	}
	/* words are divided only where there is no other way */
	table_set_columns(&t, 120);
	for (size_t i = 0; i < 3; i++)
		ck_assert_double_ge(columns[i].width, columns[i].word - 1e-6);
	table_set_columns(&t, 50);
	for (size_t i = 0; i < 3; i++)
		ck_assert_double_ge(columns[i].width, columns[i].min - 1e-6);
	/* no wider than its texts, unless the style wants it as wide as all */
	table_set_columns(&t, 1000);
	ck_assert_double_eq_tol(width_of_columns(&t), 510, 1e-6);
	t.style = &full;
	table_set_columns(&t, 1000);
	ck_assert_double_eq_tol(width_of_columns(&t), 1000, 1e-6);
}
END_TEST

START_TEST(columns_with_a_part)
{
	const struct style full = { .full_width = true };
	struct column columns[] = {
		{ .min = 10, .word = 20, .max = 500, .part = 0.25 },
		{ .min = 10, .word = 20, .max = 500 },
	};
	struct table t = bare_table(columns, 2, &full);

	table_set_columns(&t, 200);
	ck_assert_double_eq_tol(columns[0].width, 50, 1e-6);
	ck_assert_double_eq_tol(columns[1].width, 150, 1e-6);
	/* what the words of the other need comes first */
	columns[0].part = 1;
	table_set_columns(&t, 200);
	ck_assert_double_eq_tol(columns[0].width, 180, 1e-6);
	ck_assert_double_eq_tol(columns[1].width, 20, 1e-6);
}
END_TEST

START_TEST(columns_of_nothing)
{
	const struct style full = { .full_width = true };
	struct column columns[3] = { { 0 } };
	struct table t = bare_table(columns, 3, &full);

	table_measure_columns(&t);
	ck_assert_double_eq_tol(table_measure(&t).max, 0, 1e-9);
	table_set_columns(&t, 300);
	ck_assert(isfinite(width_of_columns(&t)));
	t.n_columns = 0;
	table_set_columns(&t, 300);
	ck_assert_double_eq_tol(t.width, 0, 1e-9);
}
END_TEST

START_TEST(columns_of_spans)
{
	const struct style plain = { 0 };
	struct column columns[2] = { { 0 } };
	struct cell cells[] = {
		{ .rows = 1, .columns = 1, .measure = { 10, 30, 20, 30 } },
		{ .rows = 1, .column = 1, .columns = 1,
			.measure = { 10, 90, 20, 90 } },
		{ .rows = 1, .columns = 2, .measure = { 60, 240, 80, 240 } },
	};
	struct table t = bare_table(columns, 2, &plain);

	t.cells = cells;
	t.n_cells = 3;
	table_measure_columns(&t);
	/* what the span asks beyond the others, by their lengths: 1 and 3 */
	ck_assert_double_eq_tol(columns[0].min, 20, 1e-6);
	ck_assert_double_eq_tol(columns[1].min, 40, 1e-6);
	ck_assert_double_eq_tol(columns[0].max, 60, 1e-6);
	ck_assert_double_eq_tol(columns[1].max, 180, 1e-6);
	ck_assert_double_eq_tol(table_measure(&t).length, 360, 1e-6);
}
END_TEST

/* The text of a cell over four rows is a quarter of that in each. */
START_TEST(columns_of_high_cells)
{
	struct column columns[2] = { { 0 } };
	struct cell cells[] = {
		{ .rows = 4, .columns = 1, .measure = { 10, 90, 20, 90 } },
		{ .rows = 1, .column = 1, .columns = 1,
			.measure = { 10, 90, 20, 90 } },
	};
	struct table t = { .columns = columns, .n_columns = 2,
		.cells = cells, .n_cells = 2 };

	table_measure_columns(&t);
	ck_assert_double_eq_tol(columns[0].max, columns[1].max, 1e-6);
	ck_assert_double_gt(columns[1].weight, 2 * columns[0].weight);
}
END_TEST

/* The heights of the rows of a table that is as wide as the text. */
static const double *
heights_of(struct table *t)
{
	table_set_columns(t, BLOCK_WIDTH);
	return table_set(&building, t);
}

START_TEST(heights_of_rows)
{
	struct table *t = table_of("<tr><td rowspan=\"2\">a<br/>b<br/>c<br/>d"
	    "</td><td>e</td></tr><tr><td>f</td></tr><tr/>"
	    "<tr><td></td></tr>", "");
	const double *heights = heights_of(t);

	/* lines of 15, padding of 4 around them, a rule of 1 below */
	ck_assert_double_eq_tol(heights[0], 24, 1e-6);
	ck_assert_double_eq_tol(heights[1], 69 - 24, 1e-6);
	ck_assert_double_eq_tol(heights[2], 15, 1e-6);
	ck_assert_double_eq_tol(heights[3], 9, 1e-6);
	ck_assert_double_eq_tol(t->cells[0].width, t->columns[0].width, 1e-6);
	ck_assert_double_eq_tol(t->cells[1].x, t->columns[0].width, 1e-6);
	/* low rows that a cell spans stay together */
	ck_assert_int_eq(t->rows[1].penalty, BREAK_APART);
	ck_assert_int_eq(t->rows[2].penalty, BREAK_FREE);
}
END_TEST

START_TEST(heights_of_heads)
{
	struct table *t = table_of("<caption>Tabel</caption><thead><tr>"
	    "<th>a</th></tr><tr><th>b</th></tr></thead><tr><td>c</td></tr>"
	    "<tr><td>d</td></tr>", "");
	const double *heights = heights_of(t);

	ck_assert_double_eq_tol(t->head_height, heights[0] + heights[1],
	    1e-6);
	ck_assert_int_eq(t->rows[2].penalty, BREAK_BAD);
	ck_assert_int_eq(t->rows[3].penalty, BREAK_FREE);
	ck_assert_ptr_nonnull(t->again);
	t = table_of("<caption class=\"ongenummerd\"/><tr><td>c</td></tr>", "");
	heights_of(t);
	ck_assert_ptr_null(t->again);
}
END_TEST

Suite *
grid_suite(void)
{
	Suite *s = suite_create("grid");
	TCase *c = tcase_create("grid");

	tcase_add_checked_fixture(c, block_setup, block_teardown);
	tcase_add_test(c, table_by_hand);
	tcase_add_test(c, table_grids);
	tcase_add_test(c, tables_of_little);
	tcase_add_test(c, tables_with_too_much);
	tcase_add_test(c, columns_share_the_width);
	tcase_add_test(c, columns_with_a_part);
	tcase_add_test(c, columns_of_nothing);
	tcase_add_test(c, columns_of_spans);
	tcase_add_test(c, columns_of_high_cells);
	tcase_add_test(c, heights_of_rows);
	tcase_add_test(c, heights_of_heads);
	suite_add_tcase(s, c);
	return s;
}
