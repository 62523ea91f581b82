/* tree.h -- to write trees of values for templates */
#ifndef CONTENT_TREE_H
#define CONTENT_TREE_H

#include "value.h"

/* Add a member to a map. */
void tree_text(struct arena *, struct value *map, const char *name,
    struct str);
void tree_number(struct arena *, struct value *map, const char *name,
    double);
void tree_bool(struct arena *, struct value *map, const char *name, bool);
void tree_value(struct arena *, struct value *map, const char *name,
    struct value *);
struct value *tree_map(struct arena *, struct value *map, const char *name);
struct value *tree_list(struct arena *, struct value *map, const char *name);
/* A list of values that live elsewhere; tree_finish leaves those alone. */
struct value *tree_shared(struct arena *, struct value *map,
    const char *name);
/* A new map at the end of a list. */
struct value *tree_add(struct arena *, struct value *list);
struct value *tree_new(struct arena *);		/* an empty map */

/* Give all lists and their items their facets, now that v is complete. */
void tree_finish(struct arena *, struct value *v);

/* XHTML without notes and tags, as XHTML that fits within a line. */
struct value *tree_inline(struct arena *, const struct value *markup);
/* The same as text, with the entities as characters. */
struct str tree_plain(struct arena *, const struct value *);

#endif
