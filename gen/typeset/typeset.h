/* typeset.h -- stage 5b: document -> placed items on pages */
#ifndef TYPESET_TYPESET_H
#define TYPESET_TYPESET_H

#include "../content/value/value.h"
#include "../document/document.h"
#include "page.h"

struct diag;

/*
 * What one thread needs for all its reports: the house style, its fonts, the
 * cache of shaped words and the hyphenation dictionary.
 */
struct typesetter;

/* style: assets/huisstijl.yaml, checked.  NULL after telling d. */
struct typesetter *typesetter_new(struct diag *d, const struct value *style);
void typesetter_free(struct typesetter *);

/*
 * Set a document.  Faults (a character that no font has, a table that cannot
 * be set) go to d with their place; NULL then.
 */
struct layout *typeset(struct typesetter *, struct arena *, struct diag *d,
    const struct document *);

#endif
