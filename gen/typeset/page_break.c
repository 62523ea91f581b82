/* page_break.c -- stage 5b: strips -> what fits on a page */
#include "page_break.h"

#include <math.h>

#include "notes.h"
#include "table.h"

static const double slack = 0.01;	/* sums of heights are not exact */
/* Of the room: a row that is higher may be divided over pages. */
static const double row_part = 1.0 / 3;
/* In points: a smaller part of a row is left for the next page. */
static const double least_part = 40;

/* One search for the end of a page. */
struct search {
	const struct flow *flow;
	struct notes *notes;
	double room;
	struct fit best[BREAK_LEVELS];	/* end 0: none */
};

double
cell_offset(const struct flow *flow, const struct cell *cell, size_t strip)
{
	const struct row *row = flow->strips[strip].row;
	size_t first = row->table->first + cell->row;
	double offset = 0;

	if (first < flow->next)
		first = flow->next;
	for (; first < strip; first++)
		offset += flow->strips[first].height;
	return offset;
}

/*
 * How high a part of the row fits in room: each cell ends at a place of its
 * own.  Asks room for the notes in that part.  0 if no cell would go on.
 */
static double
fit_row(struct search *s, size_t strip, double room, bool force)
{
	const struct strip *at = &s->flow->strips[strip];
	double part = 0;

	for (size_t i = 0; i < at->row->n; i++) {
		const struct cell *cell = at->row->cells[i];
		const struct flow *flow = &cell->flow;
		double offset = cell_offset(s->flow, cell, strip);
		double edges = cell->inset.top + cell->inset.bottom;
		struct fit fit = flow_fit(flow, offset + room - edges, NULL,
		    force);

		if (fit.height > 0)
			part = fmax(part, fit.height + edges - offset);
		for (size_t k = flow->next; s->notes != NULL &&
		    k < fit.end + (fit.part > 0); k++)
			notes_want(s->notes, flow, k);
	}
	return fmin(part, at->height);
}

/*
 * The same with room for the notes of that part.  Less room has fewer notes,
 * so the second try fits.
 */
static struct fit
divide_row(struct search *s, size_t strip, double used, bool force)
{
	double demand = s->notes == NULL ? 0 : notes_demand(s->notes);
	double room = s->room - used - demand, part, extra = 0;
	size_t mark = s->notes == NULL ? 0 : notes_mark(s->notes);

	part = fit_row(s, strip, room, false);
	if (s->notes != NULL) {
		extra = notes_demand(s->notes) - demand;
		notes_forget(s->notes, mark);
		if (part + extra > room + slack)
			part = fit_row(s, strip, room - extra, false);
	}
	if (part < least_part && !force)
		part = 0;
	force = force && part <= 0;
	if (force)
		part = fit_row(s, strip, room - extra, true);
	if (part + slack >= s->flow->strips[strip].height)
		part = 0;	/* all of it fits, but not its notes */
	return (struct fit){ strip, part, used + part, force };
}

/* The page is full at strip. */
static struct fit
end_page(struct search *s, size_t strip, double used, bool force)
{
	const struct flow *flow = s->flow;
	const struct strip *at = &flow->strips[strip];
	struct fit fit;

	if (at->kind == STRIP_ROW && at->height > s->room * row_part) {
		fit = divide_row(s, strip, used, false);
		if (fit.part > 0)
			return fit;
	}
	for (int i = 0; i < BREAK_LEVELS; i++)
		if (s->best[i].end > 0)
			return s->best[i];
	if (!force)
		return (struct fit){ .end = flow->next };
	if (at->kind == STRIP_ROW) {
		fit = divide_row(s, strip, used, true);
		if (fit.part > 0)
			return fit;
	}
	if (strip > flow->next)
		return (struct fit){ .end = strip, .height = used };
	return (struct fit){ .end = strip + 1,
		.height = at->height };
}

/* True if the strip fits below used, together with the notes it calls. */
static bool
strip_fits(struct search *s, size_t strip, double used)
{
	double room = s->room + slack - used -
	    s->flow->strips[strip].height;
	size_t mark;

	if (s->notes == NULL)
		return room >= 0;
	if (room < notes_demand(s->notes))
		return false;
	mark = notes_mark(s->notes);
	notes_want(s->notes, s->flow, strip);
	if (room >= notes_demand(s->notes))
		return true;
	if (notes_mark(s->notes) > mark && notes_cut(s->notes)) {
		if (room >= notes_demand(s->notes))
			return true;
		s->notes->is_cut = false;
	}
	notes_forget(s->notes, mark);
	return false;
}

struct fit
flow_fit(const struct flow *flow, double room, struct notes *notes,
    bool force)
{
	struct search s = { .flow = flow, .notes = notes, .room = room };
	double used = 0;

	for (size_t i = flow->next; i < flow->n; i++) {
		const struct strip *strip = &flow->strips[i];

		if (i > flow->next && strip->new_page)
			return (struct fit){ .end = i, .height = used };
		if (i > flow->next && strip->penalty < BREAK_NEVER)
			s.best[strip->penalty] = (struct fit){ .end = i,
				.height = used };
		if (s.best[BREAK_FREE].end == i && notes != NULL &&
		    notes->is_cut)
			return s.best[BREAK_FREE];
		if (!strip_fits(&s, i, used))
			return end_page(&s, i, used, force);
		used += strip->height;
	}
	return (struct fit){ .end = flow->n, .height = used };
}

struct fit
flow_rest(const struct flow *flow)
{
	return (struct fit){ .end = flow->n, .height = flow->left };
}

static void
set_height(struct flow *flow, size_t strip, double height)
{
	flow->left += height - flow->strips[strip].height;
	flow->strips[strip].height = height;
}

static double
height_left(const struct cell *cell)
{
	if (cell->flow.next == cell->flow.n)
		return 0;
	return cell->flow.left + cell->inset.top + cell->inset.bottom;
}

/*
 * The page began inside a table: what is left of the cells that run on may be
 * higher than their rows, or lower in a row that was divided.
 */
static void
resume_row(struct flow *flow, bool divided)
{
	const struct row *row = flow->strips[flow->next].row;
	double height = 0;

	for (size_t i = 0; i < row->n; i++)
		if (row->cells[i]->row + row->cells[i]->rows ==
		    row->index + 1)
			height = fmax(height, height_left(row->cells[i]));
	if (divided)
		set_height(flow, flow->next, height);
	for (size_t i = 0; i < row->n; i++) {
		const struct cell *cell = row->cells[i];
		size_t last = row->table->first + cell->row + cell->rows - 1;
		double missing = height_left(cell) -
		    cell_offset(flow, cell, last) - flow->strips[last].height;

		if (missing > 0 && (divided || cell->row < row->index))
			set_height(flow, last,
			    flow->strips[last].height + missing);
	}
}

/* True if a cell that ends in the row has text for the next page. */
static bool
goes_on(const struct row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->cells[i]->row + row->cells[i]->rows ==
		    row->index + 1 && height_left(row->cells[i]) > 0)
			return true;
	return false;
}

void
flow_take(struct flow *flow, struct fit fit)
{
	if (fit.part > 0 && !goes_on(flow->strips[fit.end].row))
		fit = (struct fit){ .end = fit.end + 1 };
	for (; flow->next < fit.end; flow->next++)
		flow->left -= flow->strips[flow->next].height;
	while (flow->next < flow->n && fit.part == 0 &&
	    flow->strips[flow->next].kind == STRIP_SPACE)
		flow->left -= flow->strips[flow->next++].height;
	if (flow->next < flow->n &&
	    flow->strips[flow->next].kind == STRIP_ROW)
		resume_row(flow, fit.part > 0);
	if (flow->next == flow->n)
		flow->left = 0;
}
