/* hash.h -- the fingerprint of a text (libxxhash) */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "str.h"

enum { HASH_LENGTH = 16 };

/* The same for the same text, always: 16 hexadecimal digits and a NUL. */
void hash_text(struct str, char out[HASH_LENGTH + 1]);

#endif
