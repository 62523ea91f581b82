/* slug.h -- a name for folders, addresses and ids */
#ifndef BASE_SLUG_H
#define BASE_SLUG_H

#include "arena.h"
#include "buf.h"

/*
 * Add text in lower case, with letters that lost their accents, digits, and
 * one - for all that is between them: "Súdwest-Fryslân" is sudwest-fryslan.
 * It stops once out holds about 64 bytes.
 */
void slug_add(struct buf *out, struct str text);
/* The slug of text, in the arena. */
struct str slug_new(struct arena *, struct str text);

#endif
