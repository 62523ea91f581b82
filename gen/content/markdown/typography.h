/* typography.h -- stage 2, mark up: straight text -> Dutch typography */
#ifndef CONTENT_TYPOGRAPHY_H
#define CONTENT_TYPOGRAPHY_H

#include "../../base/arena.h"

/* The quotes of the house style: outermost ones, and those inside them. */
struct quotes {
	struct str open, close, inner_open, inner_close;
};

/* The n bytes at offset become text. */
struct edit {
	size_t offset, n;
	struct str text;
};

struct edits {
	struct edit *items;	/* sorted by offset, never overlapping */
	size_t n;
};

/*
 * What is to be changed in the text of one block: quotes and apostrophes,
 * dashes, ellipses, spaces that must not break.  literal has one byte for
 * each byte of text; where it is not 0 nothing is changed (code, the value
 * of a variable), but the text there still counts as the neighbour of what
 * stands beside it.
 */
struct edits typography_edits(struct arena *, struct str text,
    const char *literal, const struct quotes *);

#endif
