/* paging.h -- blocks -> the pages of a document */
#ifndef TYPESET_PAGING_H
#define TYPESET_PAGING_H

#include "block.h"

/* Fill the builder's layout with the pages for this tree of blocks. */
void paging_make(struct builder *, const struct block *root);

#endif
