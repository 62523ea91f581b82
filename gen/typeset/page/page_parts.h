/* page_parts.h -- what is put on the pages when all of them are there */
#ifndef TYPESET_PAGE_PARTS_H
#define TYPESET_PAGE_PARTS_H

#include "place.h"

struct page_kind {
	bool bare;		/* no running head, no number */
	bool turned;		/* landscape */
	bool front;		/* counted with i, ii, iii */
};

/* Numbers of the pages, by the kind of each. */
void page_put_labels(struct builder *, const struct page_kind *);
/* The same in the contents. */
void page_fill_references(struct placer *);
/* Running heads, and the numbers at the foot. */
void page_put_heads(struct builder *, const struct page_kind *);
/* Bookmarks of the headings. */
void page_put_bookmarks(struct builder *);
/* Links to a place that is not in the PDF are taken away. */
void page_check_links(struct builder *);

#endif
