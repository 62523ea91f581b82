/* dutch.h -- stage 2: numbers and months in Dutch words */
#ifndef CONTENT_DUTCH_H
#define CONTENT_DUTCH_H

#include "../../base/arena.h"

/* Beyond this number words are no help to a reader. */
enum { DUTCH_MAX = 999999 };

/* "nul", "één", "drieëntwintig", "honderdeen"; n is at most DUTCH_MAX. */
struct str dutch_count(struct arena *, unsigned n);
/* "eerste", "drieëntwintigste"; n is at most DUTCH_MAX. */
struct str dutch_rank(struct arena *, unsigned n);
/* "mei"; month is 1 … 12. */
struct str dutch_month(unsigned month);

#endif
