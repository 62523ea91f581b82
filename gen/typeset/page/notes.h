/* notes.h -- footnotes: which are called, which still wait for a place */
#ifndef TYPESET_NOTES_H
#define TYPESET_NOTES_H

#include "flow.h"

/* Lives in the arena.  Numbers are indices in document.notes. */
struct notes {
	struct flow *flows;	/* text of each note */
	bool *called;		/* its call is on a page */
	size_t n;
	double rule;		/* height of the rule above, with margins */
	double rule_before;	/* the margin above it */
	const struct style *rule_style;
	/* called, but not yet (wholly) at the foot of a page */
	int *waiting;
	size_t first, n_waiting;	/* waiting[first] … [n_waiting - 1] */
	/* what flow_fit asks for while it tries a page */
	int *asked;
	size_t n_asked;
	bool *is_asked;
	double room;		/* height of the text on the page */
	double wait;		/* height of the waiting ones */
	double wanted;		/* height of the asked ones */
	bool lenient;		/* the last may go on on the next page … */
	bool is_cut;		/* … and it does */
};

struct notes *notes_new(struct builder *);
bool notes_are_waiting(const struct notes *);

/* Begin a try for a page with this room. */
void notes_try(struct notes *, double room, bool lenient);
/* Ask room for the notes that are called in a strip (a row: in its cells). */
void notes_want(struct notes *, const struct flow *, size_t strip);
/* How many were asked for; no longer ask for those after so many. */
size_t notes_mark(const struct notes *);
void notes_forget(struct notes *, size_t mark);
/* The room that notes take; HUGE_VAL if there is none for new ones. */
double notes_demand(const struct notes *);

/*
 * Let the last one go on on the next page, if this try allows that.  No more
 * text should come before it than needed.
 */
bool notes_cut(struct notes *);

/* Those that were called from the given one on were not called after all. */
void notes_undo(struct notes *, size_t waiting);

/* The call of a note was put on a page, of which the notes begin at from. */
void notes_call(struct notes *, int note, size_t from);

#endif
