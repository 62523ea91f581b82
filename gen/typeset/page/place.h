/* place.h -- strips that fit on a page -> items on that page */
#ifndef TYPESET_PLACE_H
#define TYPESET_PLACE_H

#include "../../base/buf.h"
#include "notes.h"
#include "page_break.h"

/* A page number in the contents that is filled in at the end. */
struct page_reference {
	size_t page, item;	/* index of the page, and of the item on it */
	struct str target;	/* id */
	const struct style *style;
	double right;		/* where the number ends */
};

struct placer {
	struct builder *builder;
	struct notes *notes;
	struct laid_page *page;	/* the one being filled */
	size_t index;		/* of it */
	size_t first_note;	/* in notes->waiting: of those of this page */
	double top;		/* of the text on the page */
	bool repeats;		/* a table's head again: no part of the text */
	struct page_reference *references;
	size_t n_references;
};

/*
 * Put the strips of fit on the page, the first at x, y.  Calls of notes are
 * told to notes; rows take from the flows of their cells.
 */
void place_flow(struct placer *, struct flow *, struct fit, double x,
    double y);
/* The lines of a paragraph below each other. */
void place_paragraph(struct placer *, const struct paragraph *, double x,
    double y);
/* The rules that a sheet has for folding and punching. */
void place_marks(struct builder *, struct laid_page *, const struct sheet *);
/* The rule above the notes of a page; if its width is 0, the usual one. */
void place_note_rule(struct placer *, double x, double y, double width);
/* place_row.c: a row, or the part of it if part is above 0. */
void place_row(struct placer *, struct flow *, struct fit, size_t strip,
    double x, double y);
/* place_row.c: the head of a table that goes on. */
void place_head(struct placer *, struct flow *, double x, double y);

/* Background and rules of a box, of which this is the top or the bottom. */
struct frame {
	const struct style *style;
	double x, y, width, height;
	bool is_top, is_bottom;
};
void place_frame(struct placer *, const struct frame *);

struct item *page_add(struct builder *, struct laid_page *, struct item);
void page_add_link(struct builder *, struct laid_page *, struct link);

#endif
