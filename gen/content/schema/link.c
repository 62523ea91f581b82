/* link.c -- stage 2, check: x-ref and x-select, from one place to another */
#include "schema_tree.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/diag.h"
#include "../value/facets.h"

/* What stands at a path from the root. */
struct target {
	const char *path;
	bool is_absent;			/* its first key has no value at all */
	struct value **values;		/* in the order of the data */
	struct value **sorted;
	size_t n;
};

struct linker {
	const struct schema *schema;
	struct arena *arena;
	struct diag *diag;
	struct value *root;
	struct target *targets;
	size_t n;
};

/* Follow path from v, through lists; lists of x-select are no homes. */
static void
gather(struct linker *l, struct target *t, struct value *v, const char *path)
{
	size_t n = strcspn(path, ".");
	struct member *m;

	if (v->kind == VALUE_LIST) {
		for (size_t i = 0; i < v->n && !v->selected; i++)
			gather(l, t, v->items[i], path);
	} else if (!*path) {
		if (v->kind == VALUE_NULL)
			return;
		t->values = arena_grow(l->arena, t->values, t->n,
		    sizeof(*t->values));
		t->values[t->n++] = v;
	} else {
		m = value_member(v, (struct str){ path, n });
		if (m)
			gather(l, t, m->value, path + n + (path[n] == '.'));
	}
}

/* Numbers before texts. */
static int
compare(const struct value *v, const struct value *o)
{
	bool is_number = v->kind == VALUE_NUMBER;

	if (is_number != (o->kind == VALUE_NUMBER))
		return is_number ? -1 : 1;
	if (is_number && v->number < o->number)
		return -1;
	if (is_number && v->number > o->number)
		return 1;
	return is_number ? 0 : str_compare(v->text, o->text);
}

static int
compare_values(const void *a, const void *b)
{
	return compare(*(struct value *const *)a, *(struct value *const *)b);
}

static const struct target *
find_target(struct linker *l, const char *path)
{
	struct str first = { path, strcspn(path, ".") };
	const struct member *m = value_member(l->root, first);
	struct target *t;

	for (size_t i = 0; i < l->n; i++)
		if (!strcmp(l->targets[i].path, path))
			return &l->targets[i];
	l->targets = arena_grow(l->arena, l->targets, l->n,
	    sizeof *l->targets);
	t = &l->targets[l->n++];
	*t = (struct target){ .path = path };
	t->is_absent = !m || m->value->kind == VALUE_NULL;
	gather(l, t, l->root, path);
	t->sorted = arena_array(l->arena, t->n, sizeof(*t->sorted));
	if (t->n) {
		memcpy(t->sorted, t->values, t->n * sizeof(*t->sorted));
		qsort(t->sorted, t->n, sizeof(*t->sorted), compare_values);
	}
	return t;
}

/* The different values of a target, sorted; their number is left in *n. */
static const char **
names_of(struct linker *l, const struct target *t, size_t *n)
{
	const char **names = arena_array(l->arena, t->n, sizeof *names);

	*n = 0;
	for (size_t i = 0; i < t->n; i++)
		if (!i || compare(t->sorted[i - 1], t->sorted[i]))
			names[(*n)++] = value_text(t->sorted[i]).s;
	return names;
}

/* "1 tot en met 12" if that is what they are, otherwise "a, b of c". */
static struct str
choices(struct linker *l, const struct target *t, const char **names,
    size_t n)
{
	const struct value *first, *last;

	if (!n)
		return STR("");
	first = t->sorted[0];
	last = t->sorted[t->n - 1];
	if (n > 2 && first->kind == VALUE_NUMBER &&
	    last->kind == VALUE_NUMBER &&
	    last->number - first->number + 1 == (double)n)
		return arena_printf(l->arena, "%s tot en met %s",
		    first->text.s, last->text.s);
	return schema_choices(l->arena, names, n);
}

/* The file or folder that a path leads to, or the first key of the path. */
static struct str
home_of(struct linker *l, const char *path)
{
	struct str key = arena_dup(l->arena,
	    (struct str){ path, strcspn(path, ".") });
	const struct property *p = NULL;
	struct str file = STR("");
	size_t slash;

	for (const struct schema *s = l->schema; s && !p; s = s->ref)
		p = schema_property(s, key);
	if (p)
		file = schema_file(p->schema);
	if (!file.n)
		return arena_printf(l->arena, "'%s'", key.s);
	slash = str_find(file, "/", 0);
	return slash == (size_t)-1 ? file :
	    arena_printf(l->arena, "de map %.*s", (int)slash, file.s);
}

static void
check_reference(struct linker *l, const struct schema *s, struct value *v)
{
	const struct target *t = find_target(l, s->reference);
	const char *last = strrchr(s->reference, '.');
	const char **names;
	size_t n;

	if (t->is_absent)	/* that has been told already */
		return;
	if (t->n && bsearch(&v, t->sorted, t->n, sizeof(*t->sorted),
	    compare_values))
		return;
	names = names_of(l, t, &n);
	diag_at(l->diag, v->loc, DIAG_LINK_UNKNOWN,
	    schema_show(l->arena, v).s, last ? last + 1 : s->reference,
	    home_of(l, s->reference).s, choices(l, t, names, n).s,
	    v->kind == VALUE_STRING ? str_nearest(v->text, names, n) : "");
}

/* True if v has this text, or is a list with such an item. */
static bool
has_text(const struct value *v, struct str text)
{
	if (!v || v->kind == VALUE_NULL || v->kind == VALUE_MAP)
		return false;
	if (v->kind != VALUE_LIST)
		return str_eq(v->text, text);
	for (size_t i = 0; i < v->n; i++)
		if (v->items[i]->kind != VALUE_LIST &&
		    has_text(v->items[i], text))
			return true;
	return false;
}

static bool
is_match(const struct where *w, const struct value *item,
    const struct value *map)
{
	const struct value *theirs = NULL, *ours;
	const struct member *m = value_member(item, w->field);

	if (m)
		theirs = m->value;
	if (!w->is_own)
		return has_text(theirs, w->text);
	m = value_member(map, w->text);
	ours = m ? m->value : NULL;
	if (!ours || ours->kind == VALUE_NULL || ours->kind == VALUE_MAP)
		return false;
	if (ours->kind != VALUE_LIST)
		return has_text(theirs, ours->text);
	for (size_t i = 0; i < ours->n; i++)
		if (has_text(theirs, value_text(ours->items[i])))
			return true;
	return false;
}

static struct value *
select_items(struct linker *l, const struct schema *s,
    const struct value *map)
{
	const struct target *t = find_target(l, s->select_from);
	struct value *list = value_new(l->arena, VALUE_LIST,
	    (struct loc){ NULL, 0, 0 });

	list->selected = true;
	for (size_t i = 0; i < t->n; i++) {
		bool fits = true;

		for (size_t j = 0; fits && j < s->n_wheres; j++)
			fits = is_match(&s->wheres[j], t->values[i], map);
		if (fits)
			value_add(l->arena, list, t->values[i]);
	}
	facets_list(l->arena, list);
	return list;
}

static void
visit(void *closure, const struct schema *s, struct value *v)
{
	struct linker *l = closure;
	struct member *m;

	if (s->reference &&
	    (v->kind == VALUE_STRING || v->kind == VALUE_NUMBER))
		check_reference(l, s, v);
	for (size_t i = 0; v->kind == VALUE_MAP && i < s->n_properties; i++) {
		const struct schema *below = s->properties[i].schema;

		while (below && !below->select_from)
			below = below->ref;
		m = below ? value_member(v, s->properties[i].name) : NULL;
		if (m)
			m->value = select_items(l, below, v);
	}
}

bool
schema_link(const struct schema *s, struct arena *a, struct diag *d,
    struct value *root)
{
	struct linker l = { .schema = s, .arena = a, .diag = d,
		.root = root };
	size_t errors = diag_count(d, DIAG_ERROR);

	schema_walk(s, root, visit, &l);
	return diag_count(d, DIAG_ERROR) == errors;
}
