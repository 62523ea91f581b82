/* context.c -- stage 3: look names up in the data */
#include "mustache_tree.h"

/* The member, or other form, of v with this name; NULL if it has none. */
static const struct value *
member_of(const struct value *v, struct str name)
{
	const struct member *m = value_member(v, name);

	if (!m)
		m = value_member(v->facets, name);
	return m ? m->value : NULL;
}

/*
 * The first part of a name is looked for from the inside out; the others only
 * in what the part before them led to.  Null is an answer too, that of an
 * optional key without a value, and so are all names inside it.
 */
struct lookup
context_find(const struct context *context, const struct piece *piece)
{
	struct lookup found = { NULL, 0, NULL };

	if (!piece->n_parts) {
		found.value = context->value;
		return found;
	}
	for (; context && !found.value; context = context->up)
		found.value = member_of(context->value, piece->parts[0]);
	while (found.value && ++found.part < piece->n_parts &&
	    found.value->kind != VALUE_NULL) {
		found.holder = found.value;
		found.value = member_of(found.holder,
		    piece->parts[found.part]);
	}
	return found;
}

struct names {
	struct arena *arena;
	const char **list;
	size_t n;
};

static void
collect_names(struct names *names, const struct value *v)
{
	if (!v || v->kind != VALUE_MAP)
		return;
	for (size_t i = 0; i < v->n; i++) {
		names->list = arena_grow(names->arena, names->list, names->n,
		    sizeof *names->list);
		names->list[names->n++] = arena_cstr(names->arena,
		    v->members[i].name);
	}
}

const char *
context_nearest(const struct context *context, const struct piece *piece,
    const struct lookup *missed, struct arena *a)
{
	struct names names = { .arena = a };

	if (missed->holder) {
		collect_names(&names, missed->holder);
		collect_names(&names, missed->holder->facets);
	} else {
		for (; context; context = context->up) {
			collect_names(&names, context->value);
			collect_names(&names, context->value->facets);
		}
	}
	return str_nearest(piece->parts[missed->part], names.list, names.n);
}
