/* place_row.c -- stage 5b: rows of a table -> cells at their place on a page */
#include "place.h"

#include "table.h"

/* What a row has of a cell on this page. */
struct piece {
	struct cell *cell;
	double x, y, height;
	bool is_last;		/* the cell ends here */
	bool is_forced;		/* if not, it must take something */
};

/* How high a cell that is placed in a row is on this page. */
static double
piece_height(const struct flow *flow, struct fit fit, const struct cell *cell,
    size_t strip)
{
	size_t end = flow->strips[strip].row->table->first + cell->row +
	    cell->rows;
	double height = end > fit.end ? fit.part : 0;

	for (; strip < end && strip < fit.end; strip++)
		height += flow->strips[strip].height;
	return height;
}

/* How far down the house style wants a cell that stands whole in its row. */
static double
lowering(const struct piece *piece)
{
	const struct cell *cell = piece->cell;
	double spare = piece->height - cell->inset.top - cell->inset.bottom;

	if (cell->block->style->vertical == VERTICAL_TOP)
		return 0;
	for (size_t i = 0; i < cell->flow.n; i++)
		spare -= cell->flow.strips[i].height;
	return cell->block->style->vertical == VERTICAL_MIDDLE ?
	    spare / 2 : spare;
}

/*
 * The head of rows that go on on a new page, of which all was said before: its
 * text again, if there is room, for who looks at the page only.
 */
static void
place_again(struct placer *p, const struct piece *piece)
{
	struct builder *b = p->builder;
	const struct cell *cell = piece->cell;
	struct str text = node_content(b->arena, cell->block->node);
	const struct paragraph *again;

	if (text.n == 0)
		return;
	text = arena_printf(b->arena, "%s (vervolg)", text.s);
	again = paragraph_break(b, inline_from(b, text, theme_class(b->theme,
	    "vervolg", cell->block->style), TAG_LAYOUT), cell->width -
	    cell->inset.left - cell->inset.right, 0);
	if (again->height <= piece->height - cell->inset.top -
	    cell->inset.bottom)
		place_paragraph(p, again, piece->x + cell->inset.left,
		    piece->y + cell->inset.top);
}

static void
place_piece(struct placer *p, const struct piece *piece)
{
	struct cell *cell = piece->cell;
	struct flow *flow = &cell->flow;
	struct fit fit = flow_rest(flow);
	double y = piece->y + cell->inset.top;

	if (!piece->is_last && !p->repeats)
		fit = flow_fit(flow, piece->height - cell->inset.top -
		    cell->inset.bottom, NULL, piece->is_forced);
	place_frame(p, &(struct frame){ cell->block->style, piece->x,
	    piece->y, cell->width, piece->height,
	    flow->next == 0 || p->repeats, true });
	if (piece->is_last && (flow->next == 0 || p->repeats))
		y += lowering(piece);
	if (!p->repeats && flow->next == flow->n &&
	    cell->block->node->element == ELEMENT_TH)
		place_again(p, piece);
	else
		place_flow(p, flow, fit, piece->x + cell->inset.left, y);
}

void
place_row(struct placer *p, struct flow *flow, struct fit fit, size_t strip,
    double x, double y)
{
	const struct row *row = flow->strips[strip].row;

	x += flow->strips[strip].x;
	place_frame(p, &(struct frame){ row->style, x, y, row->table->width,
	    strip < fit.end ? flow->strips[strip].height : fit.part, true,
	    true });
	for (size_t i = 0; i < row->n; i++) {
		struct cell *cell = row->cells[i];
		struct piece piece = { .cell = cell, .x = x + cell->x,
			.y = y };
		size_t end = row->table->first + cell->row + cell->rows;

		/* Once on a page: where it begins, or goes on. */
		if (cell->row != row->index &&
		    (strip != flow->next || p->repeats))
			continue;
		piece.height = piece_height(flow, fit, cell, strip);
		piece.is_last = end <= fit.end;
		piece.is_forced = fit.is_forced;
		place_piece(p, &piece);
	}
}

void
place_head(struct placer *p, struct flow *flow, double x, double y)
{
	const struct strip *strip = &flow->strips[flow->next];
	const struct table *table = strip->row->table;
	const struct fit all = { .end = table->first + table->n_head };

	p->repeats = true;
	if (table->again) {
		place_paragraph(p, table->again, x + strip->x, y);
		y += table->again->height +
		    table->caption->style->margin.bottom;
	}
	place_frame(p, &(struct frame){ &(struct style){
	    .border.top = table->style->border.top,
	    .border_color = table->style->border_color }, x + strip->x, y,
	    table->width, table->style->border.top, true, false });
	y += table->style->border.top;
	for (size_t i = 0; i < table->n_head; i++) {
		place_row(p, flow, all, table->first + i, x, y);
		y += flow->strips[table->first + i].height;
	}
	p->repeats = false;
}
