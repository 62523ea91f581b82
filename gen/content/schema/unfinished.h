/* unfinished.h -- stage 2, check: what a draft left to be filled in */
#ifndef CONTENT_UNFINISHED_H
#define CONTENT_UNFINISHED_H

#include "../value/value.h"

struct diag;

/* Behind it stands a colon and what to write, or the line ends. */
#define UNFINISHED "Vul in"

/*
 * Warn of each line of the files of a report that has the mark.  It is a
 * fault once the report was adopted: then false.
 */
bool unfinished_check(struct diag *, const struct value *report);

#endif
