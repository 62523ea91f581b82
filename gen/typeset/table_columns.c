/* table_columns.c -- stage 5b: widths of columns, from what is in them */
#include <math.h>

#include "table.h"

/*
 * Automatic layout after CSS 2.1, 17.5.2.2: a column is at least as wide as
 * its widest word and at most as wide as its longest text.  In between CSS
 * goes by the longest text alone, so that one long cell starves the other
 * columns; here the share of a column follows the text of all its cells.
 */

/*
 * 1 would make the cells of a row equally high, 0 the columns equally wide:
 * short texts read badly in columns of one word.
 */
static const double share_power = 0.6;

/* What cells of one column ask of it. */
static void
measure_single(struct table *table)
{
	for (size_t i = 0; i < table->n_cells; i++) {
		const struct cell *cell = &table->cells[i];
		struct column *column = &table->columns[cell->column];

		if (cell->columns != 1)
			continue;
		column->min = fmax(column->min, cell->measure.min);
		column->max = fmax(column->max, cell->measure.max);
		column->square += cell->measure.length * cell->measure.length;
		column->n++;
	}
}

/* What a wide cell asks beyond that is shared by the columns it spans. */
static void
measure_span(struct table *table, const struct cell *cell)
{
	struct column *columns = &table->columns[cell->column];
	double min = 0, max = 0;

	for (size_t i = 0; i < cell->columns; i++) {
		min += columns[i].min;
		max += columns[i].max;
	}
	for (size_t i = 0; i < cell->columns; i++) {
		double share = max > 0 ? columns[i].max / max :
		    1 / (double)cell->columns;

		columns[i].min += fmax(0, cell->measure.min - min) * share;
		columns[i].max += fmax(0, cell->measure.max - max) * share;
	}
}

void
table_measure_columns(struct table *table)
{
	measure_single(table);
	for (size_t i = 0; i < table->n_cells; i++)
		if (table->cells[i].columns > 1)
			measure_span(table, &table->cells[i]);
	for (size_t i = 0; i < table->n_columns; i++) {
		struct column *column = &table->columns[i];

		column->max = fmax(column->max, column->min);
		/* root mean square: between the mean and the longest */
		column->weight = column->n == 0 ? 1 : fmax(1, pow(
		    sqrt(column->square / (double)column->n), share_power));
	}
}

struct measure
table_measure(const struct table *table)
{
	struct measure m = { 0, 0, 0 };

	for (size_t i = 0; i < table->n_columns; i++) {
		m.min += table->columns[i].min;
		m.max += table->columns[i].max;
	}
	for (size_t i = 0; i < table->n_cells; i++)
		m.length += table->cells[i].measure.length;
	return m;
}

/* Not even the widest words fit: every column gives in. */
static void
set_tight(struct table *table, double width, double min)
{
	double least = width / (double)table->n_columns / 2;

	for (size_t i = 0; i < table->n_columns; i++)
		table->columns[i].width = least +
		    table->columns[i].min / min * width / 2;
}

/* Columns with a part of their own get it first, if their words fit. */
static double
set_parts(struct table *table, double width, double min)
{
	double spare = width - min, given = 0;

	for (size_t i = 0; i < table->n_columns; i++) {
		struct column *column = &table->columns[i];
		double more;

		if (column->part == 0)
			continue;
		more = fmin(fmax(column->part * width - column->min, 0),
		    spare);
		column->width = column->min + more;
		spare -= more;
		given += column->width;
	}
	return given;
}

/* Give the other columns by their text; the sum. */
static double
share(struct table *table, double factor)
{
	double sum = 0;

	for (size_t i = 0; i < table->n_columns; i++) {
		struct column *column = &table->columns[i];

		if (column->part > 0)
			continue;
		column->width = fmin(column->max,
		    fmax(column->min, column->weight * factor));
		sum += column->width;
	}
	return sum;
}

static void
set_rest(struct table *table, double room)
{
	double low = 0, high = 1, max;

	/* With this factor all have their most. */
	for (size_t i = 0; i < table->n_columns; i++)
		high = fmax(high, table->columns[i].max /
		    table->columns[i].weight);
	max = share(table, high);
	for (size_t i = 0; max <= room && i < table->n_columns; i++)
		if (table->columns[i].part == 0 && max > 0)
			table->columns[i].width *= room / max;
	if (max <= room)
		return;
	for (int i = 0; i < 50; i++) {
		double middle = (low + high) / 2;

		if (share(table, middle) > room)
			high = middle;
		else
			low = middle;
	}
	share(table, low);
}

void
table_set_columns(struct table *table, double width)
{
	struct measure m = table_measure(table);
	double given;

	if (!table->style->full_width)
		width = fmin(width, fmax(m.max, 1));
	if (m.min > width) {
		set_tight(table, width, m.min);
	} else {
		given = set_parts(table, width, m.min);
		set_rest(table, width - given);
	}
	table->width = 0;
	for (size_t i = 0; i < table->n_columns; i++)
		table->width += table->columns[i].width;
}
