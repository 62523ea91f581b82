/* names.h -- stage 4: something for each name, found in constant time */
#ifndef DOCUMENT_NAMES_H
#define DOCUMENT_NAMES_H

#include "../base/arena.h"

/* Lives in an arena; keeps the names in the order in which they came. */
struct names;

struct names *names_new(struct arena *);
/*
 * The place of a name, for reading and writing; a new name is added with
 * NULL.  The name is borrowed.  Good until the next call.
 */
void **names_slot(struct names *, struct str name);
/* What was kept for a name, or NULL. */
void *names_find(const struct names *, struct str name);
/* The name that was probably meant, or NULL. */
const char *names_nearest(const struct names *, struct str name);

#endif
