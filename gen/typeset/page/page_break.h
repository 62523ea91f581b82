/* page_break.h -- how much of a flow fits in a room of some height */
#ifndef TYPESET_PAGE_BREAK_H
#define TYPESET_PAGE_BREAK_H

#include "flow.h"

struct cell;
struct notes;

/*
 * What a page takes of a flow: the strips before end and, if part is above 0,
 * so much of the row at end.
 */
struct fit {
	size_t end;
	double part;
	double above;		/* padding of boxes that go on here … */
	double head;		/* … and head of a table, before the strips */
	double below;		/* padding of boxes that are cut behind them */
	double height;		/* of all this */
	bool is_forced;		/* the row's cells must take something */
};

/*
 * What fits of a flow from its next strip on, ending at the best place.
 * notes (NULL in cells and notes) ask for room too.  force: something must be
 * taken, even if it is too high.  Changes nothing (but in notes).
 */
struct fit flow_fit(const struct flow *, double room, struct notes *,
    bool force);
/* All that is left. */
struct fit flow_rest(const struct flow *);
/* Its height on a new page. */
double flow_left(const struct flow *);

/*
 * That is on a page now: go on behind it.  Margins at the new top are left
 * out, and a row that was divided gets the height of its rest.
 */
void flow_take(struct flow *, struct fit);

/* Nothing from first up to end is on a page any more, but all before it. */
void flow_undo(struct flow *, size_t first, size_t end);

/*
 * The height that a cell has above a row of its flow, on the page that begins
 * with the flow's next strip.
 */
double cell_offset(const struct flow *, const struct cell *, size_t strip);

#endif
