/* notes.c -- stage 5b: the footnotes that a page has to find room for */
#include "notes.h"

#include <math.h>

#include "page_break.h"
#include "table.h"

/* Of the room: what notes from earlier pages may take beside text. */
static const double waiting_part = 0.6;

static double
text_width(struct builder *b, bool landscape)
{
	const struct sheet *sheet = theme_sheet(b->theme, landscape);

	return sheet->width - sheet->margin.left - sheet->margin.right;
}

struct notes *
notes_new(struct builder *b)
{
	struct notes *notes = arena_alloc(b->arena, sizeof *notes);
	struct node root = { .element = ELEMENT_HTML };
	const struct style *style = theme_class(b->theme, "nootlijn",
	    theme_style(b->theme, &root, NULL));
	/* A note may go on from a turned page to an upright one. */
	double width = fmin(text_width(b, false), text_width(b, true));

	notes->n = b->document->n_notes;
	notes->flows = arena_array(b->arena, notes->n + 1,
	    sizeof *notes->flows);
	notes->called = arena_array(b->arena, notes->n + 1,
	    sizeof *notes->called);
	notes->waiting = arena_array(b->arena, notes->n + 1,
	    sizeof *notes->waiting);
	notes->asked = arena_array(b->arena, notes->n + 1,
	    sizeof *notes->asked);
	notes->is_asked = arena_array(b->arena, notes->n + 1,
	    sizeof *notes->is_asked);
	notes->rule_style = style;
	notes->rule_before = style->margin.top;
	notes->rule = style->margin.top + style->border.top +
	    style->margin.bottom;
	for (size_t i = 0; i < notes->n; i++)
		if (b->notes[i])
			flow_set(b, &notes->flows[i], b->notes[i], width,
			    false);
	return notes;
}

bool
notes_are_waiting(const struct notes *notes)
{
	return notes->first < notes->n_waiting;
}

void
notes_try(struct notes *notes, double room, bool lenient)
{
	notes_forget(notes, 0);
	notes->room = room;
	notes->lenient = lenient;
	notes->is_cut = false;
	notes->wanted = notes->wait = 0;
	for (size_t i = notes->first; i < notes->n_waiting; i++)
		notes->wait += flow_left(&notes->flows[notes->waiting[i]]);
}

static void
want(struct notes *notes, int note)
{
	if (notes->called[note] || notes->is_asked[note])
		return;
	notes->is_asked[note] = true;
	notes->asked[notes->n_asked++] = note;
	notes->wanted += notes->flows[note].left;
}

size_t
notes_mark(const struct notes *notes)
{
	return notes->n_asked;
}

void
notes_forget(struct notes *notes, size_t mark)
{
	while (notes->n_asked > mark) {
		int note = notes->asked[--notes->n_asked];

		notes->is_asked[note] = false;
		notes->wanted -= notes->flows[note].left;
	}
}

/*
 * Ask for those of a cell; if it runs on below the row, then only as far as
 * it can stand beside the rows up to this one.
 */
static void
want_cell(struct notes *notes, const struct flow *flow, size_t at,
    const struct cell *cell)
{
	double room = HUGE_VAL;

	if (cell->row + cell->rows > flow->strips[at].row->index + 1)
		room = cell_offset(flow, cell, at) + flow->strips[at].height;
	for (size_t k = cell->flow.next; k < cell->flow.n && room > 0; k++) {
		notes_want(notes, &cell->flow, k);
		room -= cell->flow.strips[k].height;
	}
}

void
notes_want(struct notes *notes, const struct flow *flow, size_t at)
{
	const struct strip *strip = &flow->strips[at];

	if (strip->kind == STRIP_LINE)
		for (size_t i = 0; i < strip->line->n_notes; i++)
			want(notes, strip->line->notes[i]);
	for (size_t i = 0; strip->kind == STRIP_FIXED &&
	    i < strip->fixed->n; i++)
		notes_want(notes, strip->fixed, i);
	if (strip->kind != STRIP_ROW)
		return;
	for (size_t i = 0; i < strip->row->n; i++)
		want_cell(notes, flow, at, strip->row->cells[i]);
}

double
notes_demand(const struct notes *notes)
{
	const double two_lines = 2 * notes->rule_style->leading;
	double most = notes->room * waiting_part, height, last;

	if (notes->wait > most)
		return notes->n_asked > 0 ? HUGE_VAL : notes->rule + most;
	height = notes->wait + notes->wanted;
	if (notes->is_cut && notes->n_asked > 0) {
		last = notes->flows[notes->asked[notes->n_asked - 1]].left;
		height -= fmax(0, last - two_lines);
	}
	return notes->n_asked > 0 || notes->wait > 0 ?
	    height + notes->rule : 0;
}

bool
notes_cut(struct notes *notes)
{
	if (!notes->lenient || notes->is_cut)
		return false;
	notes->is_cut = true;
	return true;
}

void
notes_undo(struct notes *notes, size_t waiting)
{
	for (size_t i = waiting; i < notes->n_waiting; i++) {
		struct flow *flow = &notes->flows[notes->waiting[i]];

		notes->called[notes->waiting[i]] = false;
		flow_undo(flow, 0, flow->n);
	}
	notes->n_waiting = notes->first = waiting;
}

void
notes_call(struct notes *notes, int note, size_t from)
{
	size_t at = notes->n_waiting;

	if (notes->called[note] || notes->flows[note].n == 0)
		return;
	notes->called[note] = true;
	notes->n_waiting++;
	for (; at > from && notes->waiting[at - 1] > note; at--)
		notes->waiting[at] = notes->waiting[at - 1];
	notes->waiting[at] = note;
}
