/* text_table.c -- stage 5a: a table -> plain text, row by row */
#include "text_parts.h"

enum {
	MAX_SPAN = 1000,	/* as in document/pass/merge.c */
	/* bytes; what is longer, or has lines, is said in its first row only */
	MAX_AGAIN = 300
};

struct column {
	struct str head;
	struct str words;	/* of the cell from above; "" right of it */
	size_t width;		/* of that cell */
	size_t rows;		/* that it goes on for */
	bool is_head;		/* it is a <th> */
};

struct item {			/* of a row: what is said of a cell */
	struct str head;
	struct str words;
	bool is_head;		/* <th> */
};

struct grid {
	struct text *text;
	struct column *columns;
	size_t n;
	struct item *items;	/* of the row that is read */
	size_t n_items, room;
	bool in_head;		/* the last row was one of heads */
};

static size_t
span_of(const struct node *cell, const char *name)
{
	const struct str *value = node_attribute(cell, name);
	size_t span = 0;

	for (size_t i = 0; value && i < value->n; i++) {
		if (value->s[i] < '0' || value->s[i] > '9')
			return 1;
		span = 10 * span + (size_t)(value->s[i] - '0');
		if (span > MAX_SPAN)
			return MAX_SPAN;
	}
	return span == 0 ? 1 : span;
}

static bool
is_cell(const struct node *node)
{
	return element_infos[node->element].display == DISPLAY_CELL &&
	    !text_is_left_out(node);
}

static const struct node *
first_cell(const struct node *node)
{
	while (node && !is_cell(node))
		node = node->next;
	return node;
}

/* In a thead, or a row of th that are no heads of rows. */
static bool
is_head_row(const struct node *row)
{
	const struct node *c = first_cell(row->first);

	if (row->parent->element == ELEMENT_THEAD)
		return true;
	if (!c)
		return false;
	for (; c; c = first_cell(c->next)) {
		const struct str *scope = node_attribute(c, "scope");

		if (c->element != ELEMENT_TH || (scope &&
		    str_starts(*scope, "row")))
			return false;
	}
	return true;
}

/* Two heads; no cell needs more of them than anybody can remember. */
static struct str
join(struct arena *arena, struct str a, struct str b)
{
	if (a.n == 0)
		return b;
	if (b.n == 0 || a.n > MAX_AGAIN)
		return a;
	return arena_printf(arena, "%s, %s", a.s, b.s);
}

/* One over all columns is about the whole row and needs none. */
static struct str
head_of(const struct grid *g, size_t column, size_t width)
{
	struct str head = g->columns[column].head, next;

	if (width > 1 && width == g->n)
		return STR("");
	for (size_t i = 1; i < width; i++) {
		next = g->columns[column + i].head;
		if (!str_eq(next, g->columns[column + i - 1].head))
			head = join(g->text->arena, head, next);
	}
	return head;
}

static void
add_item(struct grid *g, size_t column, size_t width, struct str words,
    bool is_head)
{
	if (words.n == 0)
		return;
	if (g->n_items == g->room)
		g->items = arena_grow(g->text->arena, g->items, g->room++,
		    sizeof *g->items);
	g->items[g->n_items++] = (struct item){
		head_of(g, column, width), words, is_head,
	};
}

/* Gives its words. */
static struct str
put_cell(struct grid *g, const struct node *cell, size_t column, size_t width)
{
	struct arena *arena = g->text->arena;
	size_t rows = span_of(cell, "rowspan");
	struct str words = text_inside(g->text, cell, g->in_head);
	bool again = words.n <= MAX_AGAIN && !text_has_lines(words);

	while (g->n < column + width) {
		g->columns = arena_grow(arena, g->columns, g->n,
		    sizeof *g->columns);
		g->columns[g->n++] = (struct column){ .rows = 0 };
	}
	for (size_t i = 0; i < width; i++) {
		struct column *c = &g->columns[column + i];

		c->words = i == 0 && again ? words : STR("");
		c->width = width;
		c->rows = rows - 1;
		c->is_head = cell->element == ELEMENT_TH;
		if (g->in_head)
			c->head = join(arena, c->head, words);
	}
	return words;
}

/* Read a row into items; false if it has no words of its own. */
static bool
read_row(struct grid *g, const struct node *row)
{
	const struct node *cell = first_cell(row->first);
	bool has_words = false;
	size_t width;

	g->n_items = 0;
	for (size_t i = 0; i < g->n || cell; i += width) {
		struct str words;

		width = 1;
		if (i < g->n && g->columns[i].rows > 0) {
			g->columns[i].rows--;
			add_item(g, i, g->columns[i].width,
			    g->columns[i].words, g->columns[i].is_head);
		} else if (cell) {
			width = span_of(cell, "colspan");
			words = put_cell(g, cell, i, width);
			add_item(g, i, width, words,
			    cell->element == ELEMENT_TH);
			has_words |= words.n > 0;
			cell = first_cell(cell->next);
		}
	}
	return has_words;
}

/* The head of a row is the head of a cell that has no other: "Naam: Jan". */
static bool
is_label(const struct item *item, const struct item *next)
{
	return item->is_head && item->head.n == 0 && next->head.n == 0 &&
	    !next->is_head && !text_has_lines(item->words);
}

/* Whole sentences, paragraphs, lists: with a line of its own it reads well. */
static bool
is_long(struct str words)
{
	return str_ends(words, ".") || text_has_lines(words);
}

static void
write_items(struct grid *g)
{
	struct text *t = g->text;
	/* alone in its row: about the rows that follow */
	bool is_title = g->n_items == 1 && g->items[0].is_head;
	bool block = false;

	for (size_t i = 0; i < g->n_items; i++)
		block |= is_long(g->items[i].words);
	if (block || is_title)
		lines_gap(&t->lines, GAP_BLANK);
	for (size_t i = 0; i < g->n_items; i++) {
		struct item *item = &g->items[i];

		if (i + 1 < g->n_items && is_label(item, item + 1)) {
			item[1].head = item->words;
			continue;
		}
		text_labelled(t, item->head, item->words);
		if (block)
			lines_gap(&t->lines, GAP_LINE);
		else if (i + 1 < g->n_items)
			lines_add(&t->lines, STR("; "));
	}
	lines_gap(&t->lines, block ? GAP_BLANK : GAP_LINE);
}

static void
write_row(struct grid *g, const struct node *row)
{
	bool was_head = g->in_head;

	g->in_head = is_head_row(row);
	for (size_t i = 0; g->in_head && !was_head && i < g->n; i++)
		g->columns[i].head = STR("");
	if (read_row(g, row) && !g->in_head)
		write_items(g);
}

/* Cells do not reach out of their group. */
static void
write_rows(struct grid *g, const struct node *group)
{
	for (const struct node *c = group->first; c; c = c->next)
		if (c->element == ELEMENT_TR && !text_is_left_out(c))
			write_row(g, c);
	for (size_t i = 0; i < g->n; i++)
		g->columns[i].rows = 0;
}

static void
write_caption(struct text *t, const struct node *caption)
{
	text_flat(t, caption);
	lines_gap(&t->lines, GAP_LINE);
}

/* Heads above nothing are all that there is to say. */
static void
write_heads(struct grid *g)
{
	g->n_items = 0;
	for (size_t i = 0; i < g->n; i++)
		add_item(g, i, g->n, g->columns[i].head, true);
	write_items(g);
}

void
text_table(struct text *t, const struct node *table)
{
	struct grid g = { .text = t };

	lines_gap(&t->lines, GAP_BLANK);
	for (const struct node *c = table->first; c; c = c->next) {
		if (text_is_left_out(c))
			continue;
		if (c->element == ELEMENT_CAPTION)
			write_caption(t, c);
		else if (c->element == ELEMENT_TR)
			write_row(&g, c);
		else if (element_infos[c->element].display == DISPLAY_GROUP)
			write_rows(&g, c);
	}
	if (g.in_head)
		write_heads(&g);
	lines_gap(&t->lines, GAP_BLANK);
}
