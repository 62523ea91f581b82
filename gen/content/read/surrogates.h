/* surrogates.h -- stage 1, read: what JSON writes in two parts, for YAML */
#ifndef CONTENT_SURROGATES_H
#define CONTENT_SURROGATES_H

#include "../../base/arena.h"

/*
 * JSON writes a character beyond U+FFFF as two escapes in its strings,
 * "\ud83d\udca9".  YAML knows one, "\U0001F4A9", and no pairs.  If text is
 * JSON the result has the pairs of its strings as YAML wants them, and as many
 * spaces behind the string as it became shorter: all that is no string stays
 * in its place.  Else, and if there are none, it is text itself.
 */
struct str surrogates_join(struct arena *, struct str text);

#endif
