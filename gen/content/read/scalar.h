/* scalar.h -- stage 1, read: what a plain scalar of YAML means */
#ifndef CONTENT_SCALAR_H
#define CONTENT_SCALAR_H

#include "../value/value.h"

/*
 * Null, true, a number or a string, by the core schema of YAML 1.2, section
 * 10.3.  text is in the arena already.
 */
struct value *scalar_resolve(struct arena *, struct loc, struct str text);

#endif
