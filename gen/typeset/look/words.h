/* words.h -- a table from words to what was found out about them */
#ifndef TYPESET_WORDS_H
#define TYPESET_WORDS_H

#include "../../base/arena.h"

struct words;

/* The copies of the words live in the arena. */
struct words *words_new(struct arena *);
void words_free(struct words *);		/* NULL is allowed */

/*
 * Where the value of word is kept: NULL if the word is new.  Stays valid until
 * the next call.
 */
void **words_slot(struct words *, struct str word);

#endif
