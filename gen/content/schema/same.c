/* same.c -- stage 2: when two values are the same, by JSON Schema */
#include "schema_tree.h"

#include <stdlib.h>

#include "../../base/buf.h"

static int
compare_members(const void *a, const void *b)
{
	const struct member *m = a, *o = b;

	return str_compare(m->name, o->name);
}

static void add_value(struct arena *, struct buf *, const struct value *);

/* The order of the keys of a map says nothing. */
static void
add_members(struct arena *a, struct buf *b, const struct value *map)
{
	struct member *sorted = arena_array(a, map->n, sizeof *sorted);

	for (size_t i = 0; i < map->n; i++)
		sorted[i] = map->members[i];
	if (map->n)
		qsort(sorted, map->n, sizeof *sorted, compare_members);
	for (size_t i = 0; i < map->n; i++) {
		buf_add(b, sorted[i].name);
		buf_addc(b, '\0');
		add_value(a, b, sorted[i].value);
	}
}

static void
add_value(struct arena *a, struct buf *b, const struct value *v)
{
	if (v->selected)	/* lives elsewhere, and may lead back here */
		return;
	buf_addf(b, "%d:", (int)v->kind);
	if (v->kind == VALUE_NUMBER) {
		buf_addf(b, "%.17g", v->number);
		return;
	}
	buf_addf(b, "%zu(", v->kind == VALUE_LIST || v->kind == VALUE_MAP ?
	    v->n : v->text.n);
	buf_add(b, value_text(v));
	if (v->kind == VALUE_MAP)
		add_members(a, b, v);
	for (size_t i = 0; v->kind == VALUE_LIST && i < v->n; i++) {
		buf_addc(b, '\0');
		add_value(a, b, v->items[i]);
	}
}

struct str
schema_fingerprint(struct arena *a, const struct value *v)
{
	struct buf b = BUF_INIT;
	struct str s;

	add_value(a, &b, v);
	s = arena_dup(a, buf_str(&b));
	buf_release(&b);
	return s;
}
