/* table.c -- stage 5b: <table> -> grid of cells -> rows with a height */
#include "table.h"

#include <math.h>
#include <stdlib.h>

/* Narrower columns hold no word; a table with more of them cannot be set. */
static const double least_column = 12;
/* Of the height of the text: a head that is higher is not repeated, and a
   span that is lower is kept on one page. */
static const double kept_part = 1.0 / 3;

/* What is known while the grid is made. */
struct grid {
	struct builder *builder;
	struct table *table;
	struct block *block;
	size_t column;		/* of the next <col> */
	size_t *until;		/* for each column: taken up to this row */
	size_t columns;		/* room in until */
	const struct style *group;
	int group_tag;
};

static bool
is_shown(const struct node *node)
{
	return node->element != ELEMENT_TEXT && !node_is_media(node, "web");
}

static enum display
display(const struct node *node)
{
	return element_infos[node->element].display;
}

static const struct style *
style_of(struct grid *g, const struct node *node, const struct style *parent)
{
	return theme_style(g->builder->theme, node, parent);
}

static int
tag_of(struct grid *g, const struct node *node, int parent)
{
	return builder_tag(g->builder, element_infos[node->element].tag,
	    parent, node);
}

static void
need_columns(struct grid *g, size_t n)
{
	struct table *table = g->table;

	for (; table->n_columns < n; table->n_columns++) {
		table->columns = arena_grow(g->builder->arena, table->columns,
		    table->n_columns, sizeof *table->columns);
		table->columns[table->n_columns] = (struct column){ 0 };
		g->until = arena_grow(g->builder->arena, g->until,
		    table->n_columns, sizeof *g->until);
		g->until[table->n_columns] = 0;
	}
}

static double
part_of(const struct node *col)
{
	const struct str *width = node_attribute(col, "width");
	double n = !width ? 0 : strtod(width->s, NULL);

	return width && str_ends(*width, "%") && n > 0 && n <= 100 ?
	    n / 100 : 0;
}

static void
add_columns(struct grid *g, const struct node *node)
{
	const struct str *span = node_attribute(node, "span");
	long n = !span ? 1 : strtol(span->s, NULL, 10);

	if (node->first) {
		for (const struct node *col = node->first; col;
		    col = col->next)
			if (is_shown(col))
				add_columns(g, col);
		return;
	}
	for (; n > 0 && n <= 1000; n--) {
		need_columns(g, g->column + 1);
		g->table->columns[g->column++].part = part_of(node);
	}
}

static void
add_caption(struct grid *g, const struct node *node)
{
	struct builder *b = g->builder;
	struct block *caption = block_new(b, BLOCK_BOX, node,
	    style_of(g, node, g->block->style),
	    tag_of(g, node, g->block->tag));

	block_children(b, caption);
	caption->keep_with_next = true;
	g->table->caption = caption;
}

/* Rules and padding of a cell, and how narrow and wide it can be. */
static void
measure_cell(struct cell *cell)
{
	const struct style *style = cell->block->style;

	cell->inset = (struct edges){
		style->border.top + style->padding.top,
		style->border.right + style->padding.right,
		style->border.bottom + style->padding.bottom,
		style->border.left + style->padding.left,
	};
	cell->measure = block_measure(cell->block);
}

/* <th scope="rowgroup">: the head of the rows that follow. */
static bool
is_group_head(const struct node *node)
{
	const struct str *scope = node_attribute(node, "scope");

	return node->element == ELEMENT_TH && scope &&
	    str_is(*scope, "rowgroup");
}

/* Put a cell on the first place of its row that is free. */
static void
add_cell(struct grid *g, struct row *row, const struct node *node, int parent)
{
	struct builder *b = g->builder;
	struct table *table = g->table;
	const struct tag *tag;
	struct cell *cell;
	size_t column = 0;
	int index = tag_of(g, node, parent);

	while (column < table->n_columns && g->until[column] > row->index)
		column++;
	table->cells = arena_grow(b->arena, table->cells, table->n_cells,
	    sizeof *table->cells);
	cell = &table->cells[table->n_cells++];
	tag = &b->layout->tags[index];
	*cell = (struct cell){ .row = row->index, .column = column,
		.rows = (size_t)tag->rows, .columns = (size_t)tag->columns };
	need_columns(g, column + cell->columns);
	for (size_t i = 0; i < cell->columns; i++)
		g->until[column + i] = row->index + cell->rows;
	cell->block = block_new(b, BLOCK_BOX, node,
	    style_of(g, node, row->style), index);
	row->keep_with_next |= is_group_head(node);
	block_children(b, cell->block);
	measure_cell(&table->cells[table->n_cells - 1]);
}

static void
add_row(struct grid *g, const struct node *node, const struct style *parent,
    int parent_tag)
{
	struct table *table = g->table;
	struct row row = { .table = table, .index = table->n_rows,
		.node = node, .style = style_of(g, node, parent) };
	int tag = tag_of(g, node, parent_tag);

	row.keep_with_next = row.style->keep_with_next;
	for (const struct node *n = node->first; n; n = n->next)
		if (is_shown(n) && display(n) == DISPLAY_CELL)
			add_cell(g, &row, n, tag);
	table->rows = arena_grow(g->builder->arena, table->rows, table->n_rows,
	    sizeof row);
	table->rows[table->n_rows++] = row;
}

/* Cells end with the group of rows that they stand in. */
static void
end_group(struct grid *g, size_t first_cell)
{
	struct table *table = g->table;

	for (size_t i = first_cell; i < table->n_cells; i++) {
		struct cell *cell = &table->cells[i];

		if (cell->row + cell->rows > table->n_rows)
			cell->rows = table->n_rows - cell->row;
	}
	for (size_t i = 0; i < table->n_columns; i++)
		g->until[i] = 0;
}

static void
add_group(struct grid *g, const struct node *node)
{
	const struct style *style = style_of(g, node, g->block->style);
	size_t first_cell = g->table->n_cells;
	bool is_head = node->element == ELEMENT_THEAD && g->table->n_rows == 0;
	int tag = tag_of(g, node, g->block->tag);

	for (const struct node *n = node->first; n; n = n->next)
		if (is_shown(n) && display(n) == DISPLAY_ROW)
			add_row(g, n, style, tag);
	end_group(g, first_cell);
	if (is_head)
		g->table->n_head = g->table->n_rows;
}

/* Each row knows the cells that run on to it, from left to right. */
static void
fill_rows(struct grid *g)
{
	struct table *table = g->table;
	struct arena *arena = g->builder->arena;

	for (size_t i = 0; i < table->n_cells; i++) {
		struct cell *cell = &table->cells[i];

		for (size_t k = 0; k < cell->rows; k++) {
			struct row *row = &table->rows[cell->row + k];

			row->cells = arena_grow(arena, row->cells, row->n,
			    sizeof *row->cells);
			row->cells[row->n++] = cell;
		}
	}
}

static bool
check_columns(struct grid *g)
{
	struct builder *b = g->builder;
	const struct sheet *sheet = theme_sheet(b->theme, true);
	double room = sheet->width - sheet->margin.left - sheet->margin.right;

	if ((double)g->table->n_columns * least_column <= room)
		return true;
	diag_at(b->diag, g->block->node->loc, DIAG_TABLE_COLUMNS,
	    arena_printf(b->arena, "%zu", g->table->n_columns).s,
	    arena_printf(b->arena, "%.0f", floor(room / least_column)).s);
	return false;
}

void
table_build(struct builder *b, struct block *block)
{
	struct table *table = arena_alloc(b->arena, sizeof *table);
	struct grid g = { .builder = b, .table = table, .block = block };

	block->table = table;
	table->node = block->node;
	table->style = block->style;
	for (const struct node *n = block->node->first; n;
	    n = n->next) {
		if (!is_shown(n))
			continue;
		if (display(n) == DISPLAY_CAPTION)
			add_caption(&g, n);
		else if (display(n) == DISPLAY_COLUMN)
			add_columns(&g, n);
		else if (display(n) == DISPLAY_GROUP)
			add_group(&g, n);
		else if (display(n) == DISPLAY_ROW)
			add_row(&g, n, block->style, block->tag);
	}
	end_group(&g, 0);
	if (!check_columns(&g)) {
		table->n_rows = 0;
		return;
	}
	fill_rows(&g);
	table_measure_columns(table);
}

/* The height that a cell needs. */
static double
cell_height(const struct cell *cell)
{
	return cell->flow.left + cell->inset.top + cell->inset.bottom;
}

/*
 * A row is as high as the cells that end in it ask for, less what the rows
 * above gave them already.  A row that so gets nothing is one line high, so
 * that there is something to put on a page.
 */
static void
set_heights(const struct table *table, double *heights)
{
	for (size_t i = 0; i < table->n_rows; i++) {
		const struct row *row = &table->rows[i];

		for (size_t k = 0; k < row->n; k++) {
			const struct cell *cell = row->cells[k];
			double height = cell_height(cell);

			if (cell->row + cell->rows != i + 1)
				continue;
			for (size_t above = cell->row; above < i; above++)
				height -= heights[above];
			heights[i] = fmax(heights[i], height);
		}
		if (heights[i] <= 0)
			heights[i] = row->style->leading;
	}
}

/*
 * Head rows stay with the first row, heads of groups with their first row, and
 * low spans stay together.
 */
static void
set_penalties(struct builder *b, struct table *table, const double *heights)
{
	const struct sheet *sheet = theme_sheet(b->theme, true);
	double kept = (sheet->height - sheet->margin.top -
	    sheet->margin.bottom) * kept_part;

	for (size_t i = 0; i < table->n_head; i++)
		table->head_height += heights[i];
	for (size_t i = 1; i < table->n_rows; i++)
		if (i <= table->n_head || table->rows[i - 1].keep_with_next)
			table->rows[i].penalty = BREAK_BAD;
	for (size_t i = 0; i < table->n_cells; i++) {
		const struct cell *cell = &table->cells[i];
		double height = 0;

		for (size_t k = 0; k < cell->rows; k++)
			height += heights[cell->row + k];
		for (size_t k = 1; k < cell->rows && height < kept; k++)
			if (table->rows[cell->row + k].penalty == BREAK_FREE)
				table->rows[cell->row + k].penalty =
				    BREAK_APART;
	}
}

/* "Tabel 2: … (vervolg)", for the pages that a table runs on to. */
static void
set_again(struct builder *b, struct table *table)
{
	struct str text;

	if (!table->caption)
		return;
	text = node_content(b->arena, table->caption->node);
	if (text.n == 0)
		return;
	text = arena_printf(b->arena, "%s (vervolg)", text.s);
	table->again = paragraph_break(b, inline_from(b, text,
	    table->caption->style, TAG_LAYOUT), table->width, 0);
}

const double *
table_set(struct builder *b, struct table *table)
{
	double *heights = arena_array(b->arena, table->n_rows + 1,
	    sizeof *heights);

	for (size_t i = 0; i < table->n_cells; i++) {
		struct cell *cell = &table->cells[i];
		double inner;

		cell->x = cell->width = 0;
		for (size_t k = 0; k < cell->column + cell->columns; k++)
			*(k < cell->column ? &cell->x : &cell->width) +=
			    table->columns[k].width;
		inner = cell->width - cell->inset.left - cell->inset.right;
		if (inner < least_column && cell->measure.min > cell->width) {
			cell->inset.left = cell->inset.right = 0;
			inner = cell->width;
		}
		flow_set_cell(b, &cell->flow, cell->block, inner);
	}
	set_heights(table, heights);
	set_penalties(b, table, heights);
	set_again(b, table);
	return heights;
}
