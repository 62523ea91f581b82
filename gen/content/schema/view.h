/* view.h -- stage 2: the schemas that hold for one value, together */
#ifndef CONTENT_SCHEMA_VIEW_H
#define CONTENT_SCHEMA_VIEW_H

#include "schema_tree.h"

enum { MAX_VIEW = 16 };

/* The nearest comes first: what it says goes before what a $ref says. */
struct view {
	const struct schema *list[MAX_VIEW];
	size_t n;
};

/* Add s and the schemas that it refers to. */
void view_add(struct view *, const struct schema *s);
struct view view_property(const struct view *, struct str name);
struct view view_items(const struct view *);
/* The names of all properties, those of the last $ref first. */
struct str *view_names(const struct view *, struct arena *, size_t *n);
bool view_requires(const struct view *, struct str name);

/* One schema that says of each keyword but the lists what holds. */
struct schema view_rules(const struct view *);

#endif
