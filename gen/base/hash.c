/* hash.c -- the fingerprint of a text (libxxhash) */
#include "hash.h"

#include <inttypes.h>
#include <stdio.h>
#include <xxhash.h>

void
hash_text(struct str s, char out[HASH_LENGTH + 1])
{
	snprintf(out, HASH_LENGTH + 1, "%016" PRIx64,
	    (uint64_t)XXH64(s.s, s.n, 0));
}
