/* schema.c -- stage 2: what a schema says, and a walk along the data */
#include "schema_tree.h"

struct property *
schema_property(const struct schema *s, struct str name)
{
	for (size_t i = 0; i < s->n_properties; i++)
		if (str_eq(s->properties[i].name, name))
			return &s->properties[i];
	return NULL;
}

bool
schema_has_property(const struct schema *s, struct str name)
{
	for (; s; s = s->ref)
		if (schema_property(s, name))
			return true;
	return false;
}

struct str
schema_file(const struct schema *s)
{
	for (; s; s = s->ref)
		if (s->file.n)
			return s->file;
	return STR("");
}

struct str
schema_title(const struct schema *s)
{
	return s->title;
}

struct str
schema_description(const struct schema *s)
{
	for (; s; s = s->ref)
		if (s->description.n)
			return s->description;
	return STR("");
}

const struct value *
schema_example(const struct schema *s)
{
	for (; s; s = s->ref)
		if (s->example)
			return s->example;
	return NULL;
}

const struct value *
schema_fallback(const struct schema *s)
{
	for (; s; s = s->ref)
		if (s->fallback)
			return s->fallback;
	return NULL;
}

bool
schema_is_selected(const struct schema *s)
{
	for (; s; s = s->ref)
		if (s->select_from)
			return true;
	return false;
}

static void
walk_list(const struct schema *s, struct value *list, schema_visit *visit,
    void *closure)
{
	if (!s->items || list->selected)
		return;
	for (size_t i = 0; i < list->n; i++)
		schema_walk(s->items, list->items[i], visit, closure);
}

static void
walk_map(const struct schema *s, struct value *map, schema_visit *visit,
    void *closure)
{
	for (size_t i = 0; i < map->n; i++) {
		const struct property *p =
		    schema_property(s, map->members[i].name);
		const struct schema *below = p ? p->schema : s->additional;

		if (below)
			schema_walk(below, map->members[i].value, visit,
			    closure);
	}
}

void
schema_walk(const struct schema *s, struct value *v, schema_visit *visit,
    void *closure)
{
	for (; s; s = s->ref) {
		visit(closure, s, v);
		if (v->kind == VALUE_LIST)
			walk_list(s, v, visit, closure);
		else if (v->kind == VALUE_MAP)
			walk_map(s, v, visit, closure);
	}
}

struct markdown_visit {
	void (*visit)(void *, struct value *, bool is_inline);
	void *closure;
};

static void
visit_markdown(void *closure, const struct schema *s, struct value *v)
{
	const struct markdown_visit *m = closure;
	bool is_inline = s->format == FORMAT_MARKDOWN_INLINE;

	if (v->kind == VALUE_STRING && !v->complete &&
	    (is_inline || s->format == FORMAT_MARKDOWN))
		m->visit(m->closure, v, is_inline);
}

void
schema_each_markdown(const struct schema *s, struct value *v,
    void (*visit)(void *, struct value *, bool is_inline), void *closure)
{
	struct markdown_visit m = { visit, closure };

	schema_walk(s, v, visit_markdown, &m);
}

enum { SHOWN = 40 };	/* code points of a text in a message */

struct str
schema_show(struct arena *a, const struct value *v)
{
	struct str s = v->text;
	size_t to = 0, shown = 0, end = str_find(s, "\n", 0);

	switch (v->kind) {
	case VALUE_NULL:
		return STR("leeg");
	case VALUE_BOOL:
	case VALUE_NUMBER:
		return s;
	case VALUE_LIST:
	case VALUE_MAP:
		return str_from(value_kind_name(v->kind));
	default:
		break;
	}
	if (end > s.n)
		end = s.n;
	while (to < end && shown++ < SHOWN)
		utf8_next(s, &to);
	return arena_printf(a, "\"%.*s%s\"", (int)to, s.s,
	    to < s.n ? "…" : "");
}

struct str
schema_choices(struct arena *a, const char *const *names, size_t n)
{
	enum { MANY = 12 };
	struct str all = STR("");
	const char *mark;

	for (size_t i = 0; i < n && i < MANY; i++) {
		mark = !i ? "" : i + 1 == n ? " of " : ", ";
		all = arena_printf(a, "%s%s%s", all.s, mark, names[i]);
	}
	if (n > MANY)
		all = arena_printf(a, "%s en nog %zu", all.s, n - MANY);
	return all;
}
