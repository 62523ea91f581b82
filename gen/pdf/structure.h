/* structure.h -- stage 6: the structure tree as PDF objects */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

#include "../typeset/page.h"
#include "marks.h"
#include "update.h"

/* What the tree needs to know of the file. */
struct structure {
	struct update *update;
	const struct layout *layout;
	const struct marks *marks;
	const int *ids;		/* of each mark: number on its page, or -1 */
	const int *pages;	/* object number of each page */
	int root;		/* object numbers that are reserved already: */
	int first_tag;		/* of tag 0; the others follow */
	int first_link;		/* of the first link of the first page */
	size_t n_links;
};

/*
 * Write the structure tree root, its elements, the parent tree and the tree
 * of identifiers (ISO 32000-1 14.7).  An element takes its own content and
 * its child elements in the order in which they are drawn; where it is
 * continued on another page it has content there too.
 */
void structure_write(const struct structure *);

#endif
