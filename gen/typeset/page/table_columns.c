/* table_columns.c -- stage 5b: widths of columns, from what is in them */
#include <math.h>

#include "table.h"

enum { SEARCHES = 50 };		/* halves an interval to nothing */

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
/* Of an equal share: texts that need no more stay on one line. */
static const double short_part = 0.5;

/*
 * What cells of one column ask of it.  The text of a cell that spans rows is
 * spread over them: it has their height.
 */
static void
measure_single(struct table *table)
{
	for (size_t i = 0; i < table->n_cells; i++) {
		const struct cell *cell = &table->cells[i];
		const struct measure *m = &cell->measure;
		struct column *column = &table->columns[cell->column];

		if (cell->columns != 1)
			continue;
		column->min = fmax(column->min, m->min);
		column->word = fmax(column->word, m->word);
		column->max = fmax(column->max, m->max);
		column->square += m->length * m->length / (double)cell->rows;
		column->n += cell->rows;
	}
}

/* What a wide cell asks beyond that is shared by the columns it spans. */
static void
measure_span(struct table *table, const struct cell *cell)
{
	struct column *columns = &table->columns[cell->column];
	struct measure have = { .min = 0 };

	for (size_t i = 0; i < cell->columns; i++) {
		have.min += columns[i].min;
		have.word += columns[i].word;
		have.max += columns[i].max;
	}
	for (size_t i = 0; i < cell->columns; i++) {
		double share = have.max > 0 ? columns[i].max / have.max :
		    1 / (double)cell->columns;

		columns[i].min += fmax(0, cell->measure.min - have.min) *
		    share;
		columns[i].word += fmax(0, cell->measure.word - have.word) *
		    share;
		columns[i].max += fmax(0, cell->measure.max - have.max) *
		    share;
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

		column->word = fmax(column->word, column->min);
		column->max = fmax(column->max, column->word);
		/* root mean square: between the mean and the longest */
		column->weight = column->n == 0 ? 1 : fmax(1, pow(
		    sqrt(column->square / (double)column->n), share_power));
	}
}

struct measure
table_measure(const struct table *table)
{
	struct measure m = { .min = 0 };

	for (size_t i = 0; i < table->n_columns; i++) {
		m.min += table->columns[i].min;
		m.word += table->columns[i].word;
		m.max += table->columns[i].max;
	}
	for (size_t i = 0; i < table->n_cells; i++)
		m.length += table->cells[i].measure.length;
	return m;
}

/*
 * Room for all words that are at most so wide, and more for the others only if
 * their syllables are wider; the sum.
 */
static double
keep_words(struct table *table, double widest)
{
	double sum = 0;

	for (size_t i = 0; i < table->n_columns; i++) {
		struct column *column = &table->columns[i];

		column->least = fmax(column->min, fmin(column->word, widest));
		sum += column->least;
	}
	return sum;
}

/* The same where not even the syllables fit. */
static double
keep_syllables(struct table *table, double widest)
{
	double sum = 0;

	for (size_t i = 0; i < table->n_columns; i++) {
		struct column *column = &table->columns[i];

		column->least = fmin(column->min, widest);
		sum += column->least;
	}
	return sum;
}

/* No word is divided if that can be; else those that are the widest. */
static double
set_least(struct table *table, double width, double min)
{
	double (*keep)(struct table *, double) = min > width ?
	    keep_syllables : keep_words;
	double low = 0, high = width;

	if (keep(table, width) <= width)
		return keep(table, width);
	for (int i = 0; i < SEARCHES; i++) {
		double middle = (low + high) / 2;

		if (keep(table, middle) > width)
			high = middle;
		else
			low = middle;
	}
	return keep(table, low);
}

/* Short texts on one line, as far as sum leaves room for that. */
static double
keep_short_lines(struct table *table, double width, double sum)
{
	double most = width / (double)table->n_columns * short_part;

	for (size_t i = 0; i < table->n_columns; i++) {
		struct column *column = &table->columns[i];
		double more = column->max - column->least;

		if (column->part > 0 || column->max > most ||
		    sum + more > width)
			continue;
		column->least = column->max;
		sum += more;
	}
	return sum;
}

/* Columns with a part of their own get it first, if their words fit. */
static double
set_parts(struct table *table, double width, double least)
{
	double spare = width - least, given = 0;

	for (size_t i = 0; i < table->n_columns; i++) {
		struct column *column = &table->columns[i];
		double more;

		if (column->part == 0)
			continue;
		more = fmin(fmax(column->part * width - column->least, 0),
		    spare);
		column->width = column->least + more;
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
		    fmax(column->least, column->weight * factor));
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
	for (int i = 0; i < SEARCHES; i++) {
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
	double least;

	if (!table->style->full_width)
		width = fmin(width, fmax(m.max, 1));
	least = set_least(table, width, m.min);
	least = keep_short_lines(table, width, least);
	set_rest(table, width - set_parts(table, width, least));
	table->width = 0;
	for (size_t i = 0; i < table->n_columns; i++)
		table->width += table->columns[i].width;
}
