/* check.c -- stage 2, check: values against a schema; complete them */
#include "schema_tree.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/diag.h"
#include "../value/facets.h"

struct checker {
	struct arena *arena;
	struct diag *diag;
	struct patterns patterns;
};

/* Where a value stands, for messages; lives on the stack. */
struct step {
	const struct step *up;		/* NULL: the root */
	const struct value *value;
	struct str key;			/* of a map, or */
	size_t item;			/* of a list, from 1 */
};

static void check_value(struct checker *, const struct schema *,
    const struct step *, struct value *);

static const struct loc nowhere = { NULL, 0, 0 };

/* Of the value, or of the nearest one above it that stands in a file. */
static struct loc
place_loc(const struct step *p)
{
	while (p->up && !p->value->loc.src)
		p = p->up;
	return p->value->loc;
}

/* "'partijen'", "item 3 van 'partijen'". */
static const char *
place_name(struct checker *c, const struct step *p)
{
	if (!p->up)
		return "dit bestand";
	if (!p->item)
		return arena_printf(c->arena, "'%s'", p->key.s).s;
	return arena_printf(c->arena, "item %zu van %s", p->item,
	    place_name(c, p->up)).s;
}

static unsigned
types_of(const struct value *v)
{
	switch (v->kind) {
	case VALUE_NULL:
		return TYPE_NULL;
	case VALUE_BOOL:
		return TYPE_BOOLEAN;
	case VALUE_NUMBER:
		return trunc(v->number) == v->number ?
		    TYPE_INTEGER | TYPE_NUMBER : TYPE_NUMBER;
	case VALUE_STRING:
	case VALUE_MARKUP:
		return TYPE_STRING;
	case VALUE_LIST:
		return TYPE_ARRAY;
	case VALUE_MAP:
		return TYPE_OBJECT;
	}
	return 0;
}

static bool
allows_null(const struct schema *s)
{
	for (; s; s = s->ref)
		if (s->types & TYPE_NULL)
			return true;
	return false;
}

/* "een heel getal of een lijst" */
static const char *
type_names(struct checker *c, unsigned types)
{
	static const char *const names[] = {
		"leeg", "true of false", "een heel getal", "een getal",
		"een tekst", "een lijst", "een blok met sleutels"
	};
	const char *wanted[sizeof names / sizeof *names];
	size_t n = 0;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (types & 1u << i)
			wanted[n++] = names[i];
	return schema_choices(c->arena, wanted, n).s;
}

static bool
check_type(struct checker *c, const struct schema *s, const struct step *p,
    const struct value *v)
{
	unsigned found = types_of(v);
	bool is_scalar = v->kind != VALUE_LIST && v->kind != VALUE_MAP;
	const struct diag_takes_3 *what = DIAG_SCHEMA_TYPE;

	if (!s->types || s->types & found)
		return true;
	if (s->types == TYPE_STRING && is_scalar)
		what = DIAG_SCHEMA_TYPE_QUOTES;
	else if (s->types == TYPE_ARRAY && is_scalar)
		what = DIAG_SCHEMA_TYPE_DASH;
	diag_at(c->diag, place_loc(p), what, place_name(c, p),
	    type_names(c, s->types), schema_show(c->arena, v).s);
	return false;
}

static bool
is_same(struct arena *a, const struct value *v, const struct value *other)
{
	return str_eq(schema_fingerprint(a, v), schema_fingerprint(a, other));
}

static void
check_enum(struct checker *c, const struct schema *s, const struct step *p,
    const struct value *v)
{
	size_t n = s->allowed->n;
	const char **names = arena_array(c->arena, n, sizeof *names);

	for (size_t i = 0; i < n; i++) {
		if (is_same(c->arena, v, s->allowed->items[i]))
			return;
		names[i] = value_text(s->allowed->items[i]).s;
	}
	diag_at(c->diag, place_loc(p), DIAG_SCHEMA_ENUM, place_name(c, p),
	    schema_show(c->arena, v).s, schema_choices(c->arena, names, n).s,
	    str_nearest(value_text(v), names, n));
}

static void
check_const(struct checker *c, const struct schema *s, const struct step *p,
    const struct value *v)
{
	if (!is_same(c->arena, v, s->constant))
		diag_at(c->diag, place_loc(p), DIAG_SCHEMA_CONST,
		    place_name(c, p), schema_show(c->arena, s->constant).s,
		    schema_show(c->arena, v).s);
}

/* The message about the format of a text; NULL if it has that. */
static const struct diag_takes_2 *
format_fault(struct checker *c, enum schema_format format, struct value *v)
{
	switch (format) {
	case FORMAT_DATE:
		switch (facets_date(c->arena, v)) {
		case DATE_OK:
			return NULL;
		case DATE_FORM:
			return DIAG_SCHEMA_DATE;
		case DATE_NO_SUCH:
			return DIAG_SCHEMA_NO_DAY;
		}
		return NULL;
	case FORMAT_MONTH:
		return facets_month(c->arena, v) == DATE_OK ?
		    NULL : DIAG_SCHEMA_MONTH;
	case FORMAT_URI:
		return format_is_uri(v->text) ? NULL :
		    str_starts(v->text, "http://") ||
		    str_starts(v->text, "https://") ?
		    DIAG_SCHEMA_URI_PART : DIAG_SCHEMA_URI;
	case FORMAT_EMAIL:
		return format_is_email(v->text) ?
		    NULL : DIAG_SCHEMA_EMAIL;
	default:
		return NULL;
	}
}

static void
check_string(struct checker *c, const struct schema *s, const struct step *p,
    struct value *v)
{
	const struct diag_takes_2 *fault = format_fault(c, s->format, v);

	if (fault)
		diag_at(c->diag, place_loc(p), fault, place_name(c, p),
		    schema_show(c->arena, v).s);
	if (s->pattern &&
	    !pattern_matches(c->arena, &c->patterns, s, v->text))
		diag_at(c->diag, place_loc(p), DIAG_SCHEMA_PATTERN,
		    place_name(c, p), schema_show(c->arena, v).s,
		    schema_description(s).s,
		    value_text(schema_example(s)).s);
}

static const char *
show_number(struct checker *c, double number)
{
	return value_number(c->arena, nowhere, number)->text.s;
}

static void
check_number(struct checker *c, const struct schema *s, const struct step *p,
    const struct value *v)
{
	if (v->number < s->minimum)
		diag_at(c->diag, place_loc(p), DIAG_SCHEMA_MINIMUM,
		    place_name(c, p), show_number(c, s->minimum),
		    v->text.s);
	if (v->number > s->maximum)
		diag_at(c->diag, place_loc(p), DIAG_SCHEMA_MAXIMUM,
		    place_name(c, p), show_number(c, s->maximum),
		    v->text.s);
}

struct entry {
	struct str fingerprint;
	size_t i;
};

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *e = a, *f = b;
	int c = str_compare(e->fingerprint, f->fingerprint);

	if (c)
		return c;
	return e->i < f->i ? -1 : e->i > f->i;
}

/* Sorted, so that a long list takes no n * n comparisons. */
static void
check_unique(struct checker *c, const struct step *p, struct value *list)
{
	struct entry *entries = arena_array(c->arena, list->n,
	    sizeof *entries), *first = entries;

	for (size_t i = 0; i < list->n; i++)
		entries[i] = (struct entry){
			schema_fingerprint(c->arena, list->items[i]), i };
	if (list->n)
		qsort(entries, list->n, sizeof *entries, compare_entries);
	for (size_t i = 1; i < list->n; i++) {
		struct value *v = list->items[entries[i].i];
		struct step item = { p, v, STR(""), entries[i].i + 1 };

		if (!str_eq(first->fingerprint, entries[i].fingerprint)) {
			first = &entries[i];
			continue;
		}
		diag_at(c->diag, place_loc(&item), DIAG_SCHEMA_UNIQUE,
		    place_name(c, &item), schema_show(c->arena, v).s);
		diag_at(c->diag, list->items[first->i]->loc,
		    DIAG_SCHEMA_UNIQUE_HERE);
	}
}

static void
check_list(struct checker *c, const struct schema *s, const struct step *p,
    struct value *list)
{
	if (list->selected)
		return;
	if (list->n < s->min_items)
		diag_at(c->diag, place_loc(p), DIAG_SCHEMA_MIN_ITEMS,
		    place_name(c, p),
		    arena_printf(c->arena, "%zu", s->min_items).s,
		    arena_printf(c->arena, "%zu", list->n).s);
	for (size_t i = 0; s->items && i < list->n; i++) {
		struct value *v = list->items[i];
		struct step item = { p, v, STR(""), i + 1 };

		if (v->kind == VALUE_NULL && !allows_null(s->items))
			diag_at(c->diag, place_loc(&item), DIAG_SCHEMA_EMPTY,
			    place_name(c, &item),
			    schema_description(s->items).s);
		else
			check_value(c, s->items, &item, v);
	}
	if (s->is_unique)
		check_unique(c, p, list);
}

/* A copy of the default, or an absent value. */
static struct value *
fill_in(struct checker *c, const struct schema *s)
{
	const struct value *fallback = schema_fallback(s);
	size_t room = (size_t)-1;
	struct value *v;

	if (fallback)
		return value_copy(c->arena, fallback, 2, &room);
	v = value_new(c->arena, VALUE_NULL, nowhere);
	v->selected = schema_is_selected(s);	/* until it is linked */
	return v;
}

/* A text without words. */
static bool
is_blank(const struct value *v)
{
	return v->kind == VALUE_STRING && !str_trim(value_text(v)).n;
}

static void
check_member(struct checker *c, const struct property *property,
    const struct step *p, struct member *m)
{
	const struct schema *s = property->schema;
	struct step here = { p, m->value, m->name, 0 };

	if (m->value->complete)
		return;
	if (property->is_required && is_blank(m->value)) {
		diag_at(c->diag, place_loc(&here), DIAG_SCHEMA_EMPTY,
		    place_name(c, &here), schema_description(s).s);
		return;
	}
	if (m->value->kind == VALUE_NULL && !allows_null(s)) {
		if (property->is_required)
			diag_at(c->diag, place_loc(&here), DIAG_SCHEMA_EMPTY,
			    place_name(c, &here), schema_description(s).s);
		else if (schema_fallback(s))
			here.value = m->value = fill_in(c, s);
		if (m->value->kind == VALUE_NULL)
			return;
	}
	if (schema_is_selected(s) && !m->value->selected) {
		diag_at(c->diag, m->loc, DIAG_SCHEMA_SELECTED, m->name.s);
		return;
	}
	check_value(c, s, &here, m->value);
}

/* Only keys that one may write are offered instead. */
static void
report_unknown(struct checker *c, const struct schema *s,
    const struct step *p, const struct member *m)
{
	const char **names = arena_array(c->arena, s->n_properties,
	    sizeof *names);
	const char *nearest;
	size_t n = 0;

	for (size_t i = 0; i < s->n_properties; i++) {
		const struct property *property = &s->properties[i];

		if (!schema_is_selected(property->schema) &&
		    !property->schema->is_deprecated)
			names[n++] = property->name.s;
	}
	nearest = str_nearest(m->name, names, n);
	diag_at(c->diag, m->loc.src ? m->loc : place_loc(p),
	    DIAG_SCHEMA_UNKNOWN, m->name.s, nearest, nearest ? "" :
	    schema_choices(c->arena, names, n).s);
}

static void
report_missing(struct checker *c, const struct property *property,
    const struct step *p)
{
	const char *about = schema_description(property->schema).s;
	struct str file = schema_file(property->schema);

	if (file.n)
		diag_at(c->diag, place_loc(p), DIAG_SCHEMA_NO_FILE,
		    property->name.s, about, file.s);
	else
		diag_at(c->diag, place_loc(p), DIAG_SCHEMA_MISSING,
		    property->name.s, about);
}

/* The members that are there. */
static void
check_members(struct checker *c, const struct schema *s,
    const struct step *p, struct value *map)
{
	for (size_t i = 0, n = map->n; i < n; i++) {
		struct member *m = &map->members[i];
		const struct property *property = schema_property(s, m->name);
		struct property other = { m->name, s->additional, false };

		if (property && property->schema->is_deprecated)
			diag_at(c->diag, m->loc, DIAG_SCHEMA_DEPRECATED,
			    m->name.s, schema_description(property->schema).s);
		if (property || s->additional)
			check_member(c, property ? property : &other, p, m);
		else if (s->is_closed)
			report_unknown(c, s, p, m);
	}
}

static void
check_map(struct checker *c, const struct schema *s, const struct step *p,
    struct value *map)
{
	check_members(c, s, p, map);
	for (size_t i = 0; i < s->n_properties; i++) {
		const struct property *property = &s->properties[i];

		if (value_member(map, property->name))
			continue;
		if (property->is_required) {
			report_missing(c, property, p);
			continue;
		}
		value_set(c->arena, map, property->name, nowhere,
		    fill_in(c, property->schema));
		check_member(c, property, p, &map->members[map->n - 1]);
	}
}

/* One schema of a chain; false if v is of another type than it wants. */
static bool
check_one(struct checker *c, const struct schema *s, const struct step *p,
    struct value *v)
{
	if (!check_type(c, s, p, v))
		return false;
	if (s->allowed)
		check_enum(c, s, p, v);
	if (s->constant)
		check_const(c, s, p, v);
	if (v->kind == VALUE_STRING)
		check_string(c, s, p, v);
	else if (v->kind == VALUE_NUMBER)
		check_number(c, s, p, v);
	else if (v->kind == VALUE_LIST)
		check_list(c, s, p, v);
	else if (v->kind == VALUE_MAP)
		check_map(c, s, p, v);
	return true;
}

static void
check_value(struct checker *c, const struct schema *s, const struct step *p,
    struct value *v)
{
	if (v->complete)	/* it was checked before */
		return;
	while (s && check_one(c, s, p, v))
		s = s->ref;
	if (v->kind == VALUE_NUMBER)
		facets_number(c->arena, v);
	if (v->kind == VALUE_LIST)
		facets_list(c->arena, v);
	if (v->kind == VALUE_LIST && !v->selected)
		facets_items(c->arena, v);
}

bool
schema_check(const struct schema *s, struct arena *a, struct diag *d,
    struct value *v)
{
	struct checker c = { .arena = a, .diag = d };
	struct step root = { .value = v };
	size_t errors = diag_count(d, DIAG_ERROR);

	check_value(&c, s, &root, v);
	patterns_release(&c.patterns);
	return diag_count(d, DIAG_ERROR) == errors;
}

bool
schema_check_present(const struct schema *s, struct arena *a, struct diag *d,
    struct value *map)
{
	struct checker c = { .arena = a, .diag = d };
	struct step root = { .value = map };
	size_t errors = diag_count(d, DIAG_ERROR);

	for (; s; s = s->ref)
		check_members(&c, s, &root, map);
	patterns_release(&c.patterns);
	return diag_count(d, DIAG_ERROR) == errors;
}
