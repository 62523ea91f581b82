/* reference.c -- a schema as data, for the page that explains it */
#include "reference.h"

#include "../value/facets.h"
#include "schema_tree.h"

enum { MAX_DEPTH = 12 };	/* a schema may refer to itself */

static const struct loc nowhere;

struct reference {
	struct arena *arena;
	struct value *groups;
	struct value *keys;	/* of the group that is open */
};

static void
set_text(struct reference *r, struct value *map, const char *name,
    struct str text)
{
	struct value *v = text.n ? value_string(r->arena, nowhere, text) :
	    value_new(r->arena, VALUE_NULL, nowhere);

	value_set(r->arena, map, str_from(name), nowhere, v);
}

static struct value *
open_group(struct reference *r, struct str file)
{
	struct value *group = value_new(r->arena, VALUE_MAP, nowhere);
	struct value *keys = value_new(r->arena, VALUE_LIST, nowhere);

	set_text(r, group, "bestand", file);
	value_set(r->arena, group, STR("sleutels"), nowhere, keys);
	value_add(r->arena, r->groups, group);
	return keys;
}

/* The first schema of a chain of $ref for which a field is set. */
#define CHAIN(s, field) \
	while ((s)->ref && !(s)->field) \
		(s) = (s)->ref

static struct str
format_text(enum schema_format format)
{
	switch (format) {
	case FORMAT_DATE:
		return STR("datum (jaar-maand-dag)");
	case FORMAT_MONTH:
		return STR("maand (jaar-maand)");
	case FORMAT_MARKDOWN:
		return STR("tekst in Markdown");
	case FORMAT_MARKDOWN_INLINE:
		return STR("één alinea Markdown");
	case FORMAT_URI:
		return STR("webadres");
	case FORMAT_EMAIL:
		return STR("e-mailadres");
	default:
		return STR("tekst");
	}
}

static struct str
type_text(const struct schema *s)
{
	const struct schema *f = s, *choice = s;

	CHAIN(s, types);
	CHAIN(f, format);
	CHAIN(choice, allowed);
	if (choice->allowed)
		return STR("keuze");
	if (s->types & TYPE_STRING)
		return format_text(f->format);
	if (s->types & TYPE_INTEGER)
		return STR("heel getal");
	if (s->types & TYPE_NUMBER)
		return STR("getal");
	if (s->types & TYPE_BOOLEAN)
		return STR("true of false");
	if (s->types & TYPE_ARRAY)
		return STR("lijst");
	if (s->types & TYPE_OBJECT)
		return STR("sleutels");
	return STR("tekst");
}

/* "goed, beter" */
static struct str
choices_text(struct reference *r, const struct schema *s)
{
	struct str all = STR("");

	CHAIN(s, allowed);
	if (!s->allowed)
		CHAIN(s, constant);
	if (s->constant)
		return value_text(s->constant);
	for (size_t i = 0; s->allowed && i < s->allowed->n; i++)
		all = arena_printf(r->arena, "%s%s%s", all.s, i ? ", " : "",
		    value_text(s->allowed->items[i]).s);
	return all;
}

static void
add_key(struct reference *r, struct str path, const struct schema *s,
    bool is_required)
{
	struct value *key = value_new(r->arena, VALUE_MAP, nowhere);
	const struct value *example = schema_example(s);
	const struct schema *target = s;

	CHAIN(target, reference);
	set_text(r, key, "pad", path);
	set_text(r, key, "soort", type_text(s));
	set_text(r, key, "omschrijving", schema_description(s));
	set_text(r, key, "keuzes", choices_text(r, s));
	set_text(r, key, "voorbeeld",
	    example ? schema_show(r->arena, example) : STR(""));
	set_text(r, key, "verwijst", str_from(target->reference));
	value_set(r->arena, key, STR("verplicht"), nowhere,
	    value_bool(r->arena, nowhere, is_required));
	value_set(r->arena, key, STR("vanzelf"), nowhere,
	    value_bool(r->arena, nowhere, schema_is_selected(s)));
	value_add(r->arena, r->keys, key);
}

static void add_schema(struct reference *, struct str path,
    const struct schema *, int depth);

static void
add_properties(struct reference *r, struct str path, const struct schema *s,
    int depth)
{
	struct value *before = r->keys;

	for (size_t i = 0; i < s->n_properties; i++) {
		const struct property *p = &s->properties[i];
		struct str file = schema_file(p->schema), name = p->name;

		if (path.n)
			name = arena_printf(r->arena, "%s.%s", path.s,
			    p->name.s);
		if (file.n && depth == 0) {
			r->keys = open_group(r, file);
			add_schema(r, STR(""), p->schema, depth + 1);
			r->keys = before;
			continue;
		}
		add_key(r, name, p->schema, p->is_required);
		add_schema(r, name, p->schema, depth + 1);
	}
}

/* What stands below a key; a list of files has its items' keys at the top. */
static void
add_schema(struct reference *r, struct str path, const struct schema *s,
    int depth)
{
	if (depth > MAX_DEPTH || schema_is_selected(s))
		return;
	for (; s; s = s->ref) {
		add_properties(r, path, s, depth);
		if (s->items)
			add_schema(r, path.n ? arena_printf(r->arena, "%s[]",
			    path.s) : path, s->items, depth + 1);
	}
}

static void
finish(struct reference *r)
{
	for (size_t i = 0; i < r->groups->n; i++) {
		struct value *keys = value_find(r->groups->items[i],
		    "sleutels");

		facets_list(r->arena, keys);
		facets_items(r->arena, keys);
	}
	facets_list(r->arena, r->groups);
	facets_items(r->arena, r->groups);
}

struct value *
schema_reference(const struct schema *s, struct arena *a)
{
	struct reference r = { .arena = a };

	r.groups = value_new(a, VALUE_LIST, nowhere);
	r.keys = open_group(&r, STR("rapport.yaml"));
	add_schema(&r, STR(""), s, 0);
	finish(&r);
	return r.groups;
}
