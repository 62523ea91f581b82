/* table.h -- tables: a grid of cells, columns that suit what is in them */
#ifndef TYPESET_TABLE_H
#define TYPESET_TABLE_H

#include "flow.h"

/* A cell belongs to the rows and columns that it spans. */
struct cell {
	struct block *block;	/* its content; node and style of the cell */
	size_t row, column;	/* of its first corner, from 0 */
	size_t rows, columns;
	struct measure measure;	/* rules and padding included */
	double x, width;	/* in the table */
	struct edges inset;	/* rules and padding */
	struct flow flow;	/* its content, as wide as the cell allows */
};

struct row {
	struct table *table;
	size_t index;
	const struct node *node;
	const struct style *style;
	struct cell **cells;	/* those that begin here or run on to here */
	size_t n;
	bool keep_with_next;	/* it is the head of the rows below it */
	enum penalty penalty;	/* of a page that ends before it */
};

struct column {
	double min, max;	/* the widest syllable, the longest text */
	double word;		/* the widest word */
	double least;		/* what it gets of these before sharing */
	double square;		/* of the lengths of text in n rows, summed */
	size_t n;
	double weight;		/* its share of the width, by its text */
	double part;		/* of the table's width, by <col>; or 0 */
	double width;
};

struct table {
	const struct node *node;
	const struct style *style;
	struct block *caption;	/* or NULL */
	struct column *columns;
	size_t n_columns;
	struct row *rows;
	size_t n_rows, n_head;	/* the first n_head rows are repeated */
	struct cell *cells;
	size_t n_cells;
	/* after table_set: */
	double width;
	size_t first;		/* strip of the first row in its flow */
	double head_height;
	double repeated;	/* height of head and caption on later pages */
	/* The caption as it stands above the table on later pages, or NULL. */
	struct paragraph *again;
};

/* Make the table of a BLOCK_TABLE out of its node. */
void table_build(struct builder *, struct block *);
/* The least and most widths of the columns, from those of the cells. */
void table_measure_columns(struct table *);
/* The same of the whole, without the margins of the table. */
struct measure table_measure(const struct table *);
/* Give the columns their widths; their sum is at most width. */
void table_set_columns(struct table *, double width);
/* Fill the flows of the cells; the heights of the rows. */
const double *table_set(struct builder *, struct table *);

#endif
