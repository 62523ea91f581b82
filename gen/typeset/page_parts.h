/* page_parts.h -- what is put on the pages when all of them are there */
#ifndef TYPESET_PAGE_PARTS_H
#define TYPESET_PAGE_PARTS_H

#include "place.h"

/* Numbers of the pages, in the contents and at the foot. */
void page_fill_references(struct placer *);
/*
 * Running heads and page numbers; bare (one for each page) tells which have
 * neither, turned which are landscape.
 */
void page_put_heads(struct builder *, const bool *bare, const bool *turned);
/* Bookmarks of the headings. */
void page_put_bookmarks(struct builder *);
/* Links to a place that is not in the PDF are taken away. */
void page_check_links(struct builder *);

#endif
