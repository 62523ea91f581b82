/* marks.h -- which part of the content belongs to which tag */
#ifndef PDF_MARKS_H
#define PDF_MARKS_H

#include "../base/arena.h"

/*
 * Content is drawn in flat pieces, none inside another: one for each run of
 * items of a page with the same tag.  cairo may write tags of its own as it
 * likes (1.16 one for each piece, 1.18 only where there is text), so the
 * pieces are told apart by borders that are content: before each piece and
 * behind the last of a page a square that is too small to be seen and that no
 * item has.  A border says by its place which it is, from 0 on each page, and
 * is taken out when the marks are put in.
 */
enum {
	HOLDS_TEXT = 1,		/* perhaps spaces alone, which cairo drops */
	HOLDS_INK = 2,		/* text that is seen */
	HOLDS_FILL = 4,
	HOLDS_PICTURE = 8	/* which may show text too */
};

struct mark {
	size_t page;
	int tag;		/* index in layout.tags, or TAG_HEADER … */
	size_t number;		/* of the border before it */
	unsigned holds;		/* HOLDS_… of its items */
};

/* The least that cairo tells apart, in points; it writes 0.004. */
#define BORDER_SIZE (1 / 256.)

/* In points from the left and the top of the page, both whole numbers. */
static inline unsigned
border_x(size_t number)
{
	return number % 256;
}

static inline unsigned
border_y(size_t number)
{
	return (unsigned)(number / 256);
}

struct marks {
	struct mark *list;
	size_t n;
};

#endif
