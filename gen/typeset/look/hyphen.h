/* hyphen.h -- where a word may be divided (libhyphen) */
#ifndef TYPESET_HYPHEN_H
#define TYPESET_HYPHEN_H

#include "../../base/str.h"

struct diag;
struct hyphenator;	/* keeps the words it has seen; belongs to one thread */

/* The Dutch dictionary of Debian's hyphen-nl; NULL after telling d. */
struct hyphenator *hyphenator_new(struct diag *d);
void hyphenator_free(struct hyphenator *);

/*
 * Fill points with the byte offsets in word at which it may be divided, in
 * order, at most max of them; returns how many.  At least two letters stay
 * before and three behind a division; words with digits are not divided.
 */
size_t hyphenate(struct hyphenator *, struct str word, size_t *points,
    size_t max);

#endif
