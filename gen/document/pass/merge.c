/* merge.c -- stage 4: table cells below each other with one data-merge */
#include "passes.h"

enum { MAX_SPAN = 1000 };

/* A cell that stays, and the part of the grid that it takes. */
struct span {
	struct node *cell;
	struct str key;		/* of data-merge, or "" */
	size_t column, width;
	unsigned rows;
};

/* Whose cell stands lowest in a column so far. */
struct column {
	struct span *span;
	unsigned end;		/* first row below it */
};

/* One thead, tbody or tfoot; cells do not reach out of it. */
struct grid {
	struct passes *passes;
	struct column *columns;
	size_t n;
	unsigned row;		/* that is being filled, from 0 */
};

static void
widen(struct grid *g, size_t n)
{
	struct arena *arena = g->passes->arena;

	while (g->n < n) {
		g->columns = arena_grow(arena, g->columns, g->n,
		    sizeof *g->columns);
		g->columns[g->n++] = (struct column){ NULL, 0 };
	}
}

static void
set_rows(struct grid *g, struct span *span, unsigned rows)
{
	struct arena *arena = g->passes->arena;

	span->rows = rows;
	if (rows > 1)
		node_set(arena, span->cell, "rowspan",
		    arena_printf(arena, "%u", rows));
	else
		node_unset(span->cell, "rowspan");
}

static struct span *
span_new(struct grid *g, struct node *cell, size_t column)
{
	struct passes *p = g->passes;
	struct span *span = arena_alloc(p->arena, sizeof *span);
	const struct str *key = node_attribute(cell, "data-merge");

	span->cell = cell;
	span->key = key ? *key : STR("");
	span->column = column;
	span->width = (size_t)number_attribute(p, cell, "colspan", 1,
	    MAX_SPAN, 1);
	span->rows = (unsigned)number_attribute(p, cell, "rowspan", 1,
	    MAX_SPAN, 1);
	node_unset(cell, "data-merge");
	return span;
}

/* The cell right above that is the same, or NULL. */
static struct span *
same_above(const struct grid *g, const struct span *span)
{
	const struct column *column = &g->columns[span->column];
	struct span *above = column->span;

	if (!above || column->end != g->row || span->key.n == 0)
		return NULL;
	if (above->column != span->column || above->width != span->width)
		return NULL;
	return str_eq(above->key, span->key) ? above : NULL;
}

/* All cells of a row went into those above, so the row goes too. */
static void
remove_row(struct grid *g, struct node *row)
{
	struct span *last = NULL;

	node_remove(row);
	for (size_t i = 0; i < g->n; i++) {
		struct column *column = &g->columns[i];

		if (column->end <= g->row)
			continue;
		column->end--;
		if (column->span != last)
			set_rows(g, column->span, column->span->rows - 1);
		last = column->span;
	}
}

static void
merge_row(struct grid *g, struct node *row)
{
	struct node *next;
	size_t column = 0, kept = 0, merged = 0;

	for (struct node *cell = row->first; cell; cell = next) {
		struct span *span, *above;
		unsigned end;

		next = cell->next;
		while (column < g->n && g->columns[column].end > g->row)
			column++;
		span = span_new(g, cell, column);
		widen(g, column + span->width);
		end = g->row + span->rows;
		above = same_above(g, span);
		if (above) {
			set_rows(g, above, above->rows + span->rows);
			node_remove(cell);
			span = above;
			merged++;
		} else {
			kept++;
		}
		for (size_t i = 0; i < span->width; i++)
			g->columns[column++] = (struct column){ span, end };
	}
	if (kept == 0 && merged > 0)
		remove_row(g, row);
	else
		g->row++;
}

/* group: thead, tbody, tfoot, or a table with rows of its own */
static void
merge_group(struct passes *p, struct node *group)
{
	struct grid grid = { .passes = p };
	struct node *next;

	for (struct node *row = group->first; row; row = next) {
		next = row->next;
		if (row->element == ELEMENT_TR)
			merge_row(&grid, row);
	}
}

void
pass_merge(struct passes *p)
{
	struct node *root = p->document->root;

	for (struct node *n = root; n; n = node_next(n, root))
		if (element_infos[n->element].display == DISPLAY_GROUP ||
		    n->element == ELEMENT_TABLE)
			merge_group(p, n);
}
