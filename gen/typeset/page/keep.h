/* keep.h -- which strips at the end of a flow stay on one page */
#ifndef TYPESET_KEEP_H
#define TYPESET_KEEP_H

#include "flow.h"

/*
 * Each function is about the strips from first on, when all of a block is in
 * the flow.  What is asked is done where that is possible.
 */

/* All stay together. */
void keep_all(struct flow *, size_t first);
/* The first line, or the last one, is not alone on its page. */
void keep_first_lines(struct flow *, size_t first);
void keep_last_lines(struct flow *, size_t first);

#endif
