/* marks.h -- which part of the content belongs to which tag */
#ifndef PDF_MARKS_H
#define PDF_MARKS_H

#include "../base/arena.h"

/*
 * Content is drawn in flat pieces, none inside another: one for each run of
 * items of a page with the same tag.  cairo numbers them from 0 on each page
 * (marked content identifiers, ISO 32000-1 14.7.4), in the order of drawing.
 */
struct mark {
	size_t page;
	int tag;	/* index in layout.tags, or TAG_HEADER … */
};

struct marks {
	struct mark *list;
	size_t n;
};

#endif
