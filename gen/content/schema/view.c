/* view.c -- stage 2: the schemas that hold for one value, together */
#include "view.h"

void
view_add(struct view *v, const struct schema *s)
{
	for (; s && v->n < MAX_VIEW; s = s->ref)
		v->list[v->n++] = s;
}

struct view
view_property(const struct view *v, struct str name)
{
	struct view below = { .n = 0 };
	const struct property *p;

	for (size_t i = 0; i < v->n; i++) {
		p = schema_property(v->list[i], name);
		if (p)
			view_add(&below, p->schema);
	}
	return below;
}

struct view
view_items(const struct view *v)
{
	struct view below = { .n = 0 };

	for (size_t i = 0; i < v->n; i++)
		view_add(&below, v->list[i]->items);
	return below;
}

/* True if a schema behind number i has this property as well. */
static bool
comes_later(const struct view *v, size_t i, struct str name)
{
	while (++i < v->n)
		if (schema_property(v->list[i], name))
			return true;
	return false;
}

struct str *
view_names(const struct view *v, struct arena *a, size_t *n)
{
	struct str *names = NULL;

	*n = 0;
	for (size_t i = v->n; i-- > 0; )
		for (size_t k = 0; k < v->list[i]->n_properties; k++) {
			struct str name = v->list[i]->properties[k].name;

			if (comes_later(v, i, name))
				continue;
			names = arena_grow(a, names, *n, sizeof *names);
			names[(*n)++] = name;
		}
	return names;
}

bool
view_requires(const struct view *v, struct str name)
{
	const struct property *p;

	for (size_t i = 0; i < v->n; i++) {
		p = schema_property(v->list[i], name);
		if (p && p->is_required)
			return true;
	}
	return false;
}

/* What r does not say, s says. */
static void
rules_fill(struct schema *r, const struct schema *s)
{
	if (!r->types)
		r->types = s->types;
	if (!r->format)
		r->format = s->format;
	if (!r->constant)
		r->constant = s->constant;
	if (!r->allowed)
		r->allowed = s->allowed;
	if (!r->fallback)
		r->fallback = s->fallback;
	if (!r->example)
		r->example = s->example;
	if (!r->pattern)
		r->pattern = s->pattern;
	if (!r->reference)
		r->reference = s->reference;
	if (!r->select_from)
		r->select_from = s->select_from;
	if (!r->description.n)
		r->description = s->description;
	if (!r->file.n)
		r->file = s->file;
	if (r->minimum < s->minimum)
		r->minimum = s->minimum;
	if (r->min_items < s->min_items)
		r->min_items = s->min_items;
	r->is_deprecated |= s->is_deprecated;
}

struct schema
view_rules(const struct view *v)
{
	struct schema r = *v->list[0];

	for (size_t i = 1; i < v->n; i++)
		rules_fill(&r, v->list[i]);
	return r;
}
