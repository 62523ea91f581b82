/* page_break.c -- stage 5b: strips -> what fits on a page */
#include "page_break.h"

#include <math.h>

#include "notes.h"
#include "table.h"

static const double slack = 0.01;	/* sums of heights are not exact */
/* Of the room: a row that is higher may be divided over pages. */
static const double row_part = 1.0 / 3;
/* … and so may a lower one, rather than leave more of the page white. */
static const double white_part = 1.0 / 6;
/* What a lower row has of each of its cells on both pages, at least. */
enum { row_lines = 2 };
/* In points: a smaller part of a row is left for the next page. */
static const double least_part = 40;
/* How often to look for the part of a row that fits with its notes. */
enum { tries = 8 };

/* One search for the end of a page. */
struct search {
	const struct flow *flow;
	struct notes *notes;
	double room;
	struct fit start;		/* nothing but what comes first */
	struct fit best[BREAK_LEVELS];	/* end 0: none */
};

/* The innermost box that is open before a strip; or NULL. */
static const struct box *
open_box(const struct flow *flow, size_t strip)
{
	int i = strip < flow->n ? flow->strips[strip].box : -1;

	while (i >= 0 && flow->boxes[i].first >= strip)
		i = flow->boxes[i].parent;
	return i < 0 ? NULL : &flow->boxes[i];
}

/* True if some of the row is on an earlier page. */
static bool
has_begun(const struct row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->cells[i]->flow.next > 0)
			return true;
	return row->index > 0;
}

/* What stands above the next strip on a new page. */
static struct fit
start_page(const struct flow *flow)
{
	const struct box *box = open_box(flow, flow->next);
	struct fit fit = { .end = flow->next };
	const struct row *row;

	if (box)
		fit.above = box->above;
	if (flow->next < flow->n &&
	    flow->strips[flow->next].kind == STRIP_ROW) {
		row = flow->strips[flow->next].row;
		if (row->index >= row->table->n_head && has_begun(row))
			fit.head = row->table->repeated;
	}
	fit.height = fit.above + fit.head;
	return fit;
}

static double
padding_below(const struct flow *flow, size_t strip)
{
	const struct box *box = open_box(flow, strip);

	return !box ? 0 : box->below;
}

/* The page ends before a strip. */
static struct fit
cut(const struct search *s, size_t strip, double used)
{
	struct fit fit = s->start;

	fit.end = strip;
	fit.height = used;
	return fit;
}

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
		for (size_t k = flow->next; s->notes &&
		    k < fit.end + (fit.part > 0); k++)
			notes_want(s->notes, flow, k);
	}
	return fmin(part, at->height);
}

/* True if so much of the row fits in room, with the notes that it calls. */
static bool
part_fits(struct search *s, size_t strip, double try, double room,
    double *part)
{
	size_t mark;
	bool fits;

	*part = fit_row(s, strip, try, false);
	if (!s->notes)
		return true;
	mark = notes_mark(s->notes);
	fits = *part + notes_demand(s->notes) <= room + slack;
	notes_forget(s->notes, mark);
	return fits;
}

/* The highest part of the row that fits in room, notes of the page included. */
static double
find_part(struct search *s, size_t strip, double room)
{
	double demand = !s->notes ? 0 : notes_demand(s->notes);
	double low = 0, high = room - demand, part, best = 0;

	if (high <= 0)
		return 0;
	if (part_fits(s, strip, high, room, &part))
		return part;
	for (int i = 0; i < tries; i++) {
		double middle = (low + high) / 2;

		if (part_fits(s, strip, middle, room, &part)) {
			low = middle;
			best = part;
		} else {
			high = middle;
		}
	}
	return best;
}

static struct fit
divide_row(struct search *s, size_t strip, double used, bool force)
{
	double below = padding_below(s->flow, strip);
	double room = s->room - used - below;
	double part = find_part(s, strip, room);
	struct fit fit;

	if (part < least_part && s->notes && notes_cut(s->notes))
		part = find_part(s, strip, room);
	if (part < least_part && !force)
		part = 0;
	force = force && part <= 0;
	if (force)
		part = fit_row(s, strip, room, true);
	if (part + slack >= s->flow->strips[strip].height)
		part = 0;	/* all of it fits, but not its notes */
	fit = cut(s, strip, used + part + below);
	fit.part = part;
	fit.below = below;
	fit.is_forced = force;
	return fit;
}

/* True if there is enough to read in the strips from first up to end. */
static bool
has_lines(const struct flow *flow, size_t first, size_t end)
{
	size_t lines = 0;

	for (; first < end && lines < row_lines; first++)
		lines += flow->strips[first].kind == STRIP_LINE ? 1 :
		    flow->strips[first].kind == STRIP_PICTURE ? row_lines : 0;
	return lines >= row_lines;
}

/* True if each cell stays whole in this part of the row, or is cut well. */
static bool
cuts_well(const struct flow *flow, size_t strip, double part)
{
	const struct row *row = flow->strips[strip].row;

	for (size_t i = 0; i < row->n; i++) {
		const struct cell *cell = row->cells[i];
		const struct flow *text = &cell->flow;
		struct fit fit = flow_fit(text, part - cell->inset.top -
		    cell->inset.bottom + cell_offset(flow, cell, strip), NULL,
		    false);

		if (fit.end == text->n)
			continue;
		if (fit.part > 0 ||
		    text->strips[fit.end].penalty != BREAK_FREE ||
		    !has_lines(text, text->next, fit.end) ||
		    !has_lines(text, fit.end, text->n))
			return false;
	}
	return true;
}

/* Divide a row only if all its cells are cut well; part 0: it stays whole. */
static struct fit
divide_low_row(struct search *s, size_t strip, double used)
{
	double below = padding_below(s->flow, strip);
	double part = find_part(s, strip, s->room - used - below);
	struct fit fit = cut(s, strip, used + part + below);

	if (part >= least_part &&
	    part + slack < s->flow->strips[strip].height &&
	    cuts_well(s->flow, strip, part))
		fit.part = part;
	fit.below = below;
	return fit;
}

/* True if a page of the document that ends there is too empty. */
static bool
leaves_white(const struct search *s, struct fit fit)
{
	return s->notes && s->room - notes_demand(s->notes) -
	    fit.height > s->room * white_part;
}

/*
 * The best end before a row that no longer fits.  If that leaves too much
 * white, rows that belong together are parted, or the row is divided.
 */
static struct fit
end_before_row(struct search *s, size_t strip, double used, struct fit best)
{
	struct fit apart = s->best[BREAK_APART], part;

	if (!leaves_white(s, best))
		return best;
	if (apart.end > best.end && !leaves_white(s, apart) &&
	    s->flow->strips[apart.end].kind == STRIP_ROW)
		return apart;
	part = divide_low_row(s, strip, used);
	return part.part > 0 ? part : best;
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
			return at->kind != STRIP_ROW ? s->best[i] :
			    end_before_row(s, strip, used, s->best[i]);
	if (!force)
		return (struct fit){ .end = flow->next };
	if (at->kind == STRIP_ROW && (strip == flow->next ||
	    at->penalty == BREAK_NEVER)) {
		fit = divide_row(s, strip, used, true);
		if (fit.part > 0)
			return fit;
	}
	return strip > flow->next ? cut(s, strip, used) :
	    cut(s, strip + 1, used + at->height);
}

/* True if the strip fits below used, together with the notes it calls. */
static bool
strip_fits(struct search *s, size_t strip, double used)
{
	double room = s->room + slack - used -
	    s->flow->strips[strip].height;
	size_t mark;

	if (!s->notes)
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

/* The page may end before this strip, if the padding of its boxes fits. */
static void
note_end(struct search *s, size_t strip, double used)
{
	double below = padding_below(s->flow, strip);
	struct fit *best = &s->best[s->flow->strips[strip].penalty];

	if (below > 0 && used + below + (!s->notes ? 0 :
	    notes_demand(s->notes)) > s->room + slack)
		return;
	*best = cut(s, strip, used + below);
	best->below = below;
}

struct fit
flow_fit(const struct flow *flow, double room, struct notes *notes,
    bool force)
{
	struct search s = { .flow = flow, .notes = notes, .room = room,
		.start = start_page(flow) };
	double used = s.start.height;

	for (size_t i = flow->next; i < flow->n; i++) {
		const struct strip *strip = &flow->strips[i];

		if (i > flow->next && strip->new_page)
			return cut(&s, i, used);
		if (i > flow->next && strip->penalty < BREAK_NEVER)
			note_end(&s, i, used);
		if (s.best[BREAK_FREE].end == i && notes &&
		    notes->is_cut)
			return s.best[BREAK_FREE];
		if (!strip_fits(&s, i, used))
			return end_page(&s, i, used, force);
		used += strip->height;
	}
	return cut(&s, flow->n, used);
}

struct fit
flow_rest(const struct flow *flow)
{
	struct fit fit = start_page(flow);

	fit.end = flow->n;
	fit.height += flow->left;
	return fit;
}

double
flow_left(const struct flow *flow)
{
	return flow_rest(flow).height;
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
	return flow_left(&cell->flow) + cell->inset.top + cell->inset.bottom;
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

static void
undo_strip(struct strip *strip)
{
	if (strip->kind == STRIP_FIXED)
		flow_undo(strip->fixed, 0, strip->fixed->n);
	for (size_t i = 0; strip->kind == STRIP_ROW && i < strip->row->n;
	    i++) {
		struct cell *cell = strip->row->cells[i];

		if (cell->row == strip->row->index)
			flow_undo(&cell->flow, 0, cell->flow.n);
	}
}

void
flow_undo(struct flow *flow, size_t first, size_t end)
{
	for (size_t i = first; i < end || i < flow->next; i++) {
		struct strip *strip = &flow->strips[i];

		if (i >= flow->next)
			flow->left -= strip->height;
		strip->height = strip->whole;
		flow->left += strip->height;
		undo_strip(strip);
	}
	flow->next = first;
}
