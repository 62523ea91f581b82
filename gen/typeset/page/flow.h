/* flow.h -- blocks of a given width -> strips below each other */
#ifndef TYPESET_FLOW_H
#define TYPESET_FLOW_H

#include "block.h"

struct flow;
struct row;

enum strip_kind {
	STRIP_SPACE,		/* margin; left out where a page begins */
	STRIP_EDGE,		/* rule and padding of a box */
	STRIP_LINE,
	STRIP_PICTURE,
	STRIP_RULE,
	STRIP_ROW,		/* of a table; may be divided */
	STRIP_FIXED		/* elsewhere on the page: no height here */
};

/* How bad it is when a page ends just before a strip. */
enum penalty {
	BREAK_FREE,
	BREAK_APART,		/* in what should be kept together */
	BREAK_BAD,		/* heading from text, one line from the rest */
	BREAK_NEVER,
	BREAK_LEVELS = BREAK_NEVER
};

/* An id whose destination is the top of a strip. */
struct anchor {
	struct str id;
	struct anchor *next;
};

/* A number or sign that hangs before a line. */
struct label {
	const struct line *line;
	double x;
	struct label *next;	/* further to the right */
};

/* What cannot be divided over pages (but for rows). */
struct strip {
	enum strip_kind kind;
	enum penalty penalty;
	bool new_page;		/* a page must end before this */
	bool right_page;	/* … and an odd one begin */
	bool landscape, bare, front;	/* of the page that it stands on */
	double x, width, height;
	double whole;		/* the height before a row was divided */
	int box;		/* innermost box with a look, or -1 */
	const struct line *line;	/* LINE */
	const struct label *labels;	/* before the first line in it */
	struct str page_of;	/* LINE: id whose page number it ends with */
	double number_room;	/* for that number and the gap before it */
	const struct style *style;	/* LINE: of its paragraph; RULE */
	const struct block *picture;	/* PICTURE */
	struct row *row;	/* ROW */
	struct flow *fixed;	/* FIXED: what stands at the style's position */
	struct anchor *anchors;
};

/* A box that can be seen: it has a background or rules. */
struct box {
	const struct style *style;
	int parent;		/* index in boxes, or -1 */
	double x, width;	/* of its outer edges, without margin */
	double above, below;	/* padding where a page cuts it, with that of
				   the boxes around it */
	size_t first, end;	/* strips in it */
};

/*
 * Strips in the order of the document.  Placing takes from the front: what
 * stands before next is on a page already.
 */
struct flow {
	struct strip *strips;
	size_t n;
	struct box *boxes;	/* in the order of their first strip */
	size_t n_boxes;
	size_t next;
	double left;		/* height of what is not on a page yet */
};

/*
 * Fill the flow with a block that may use this width.  has_pages: this is the
 * flow of the document, in which blocks may ask for a new page.
 */
void flow_set(struct builder *, struct flow *, const struct block *,
    double width, bool has_pages);
/* The same with the content of a cell: its own padding is not in the flow. */
void flow_set_cell(struct builder *, struct flow *, const struct block *cell,
    double width);

#endif
