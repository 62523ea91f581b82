/* keyword.c -- stage 2: one schema and the schemas in it, into memory */
#include "schema_tree.h"

#include <math.h>

#include "../../base/diag.h"

static const char *const type_names[] = {
	"null", "boolean", "integer", "number", "string", "array", "object"
};

static const char *const format_names[] = {
	"", "date", "month", "markdown", "markdown-inline", "uri", "email"
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The number of the name in list; n after telling that it is not there. */
static size_t
choose(struct schema_reader *l, const struct value *v, const char *const *list,
    size_t n)
{
	struct str name = value_text(v);

	for (size_t i = 0; i < n; i++)
		if (name.n && str_is(name, list[i]))
			return i;
	diag_at(l->diag, v->loc, DIAG_SCHEMA_CHOICE,
	    schema_show(l->arena, v).s, schema_choices(l->arena, list, n).s);
	return n;
}

static void
read_type(struct schema_reader *l, struct schema *s, const struct value *v)
{
	const size_t n = COUNT(type_names);
	size_t i;

	if (v->kind == VALUE_STRING) {
		i = choose(l, v, type_names, n);
		s->types |= i < n ? 1u << i : 0;
		return;
	}
	for (size_t j = 0; j < v->n; j++) {
		i = choose(l, v->items[j], type_names, n);
		s->types |= i < n ? 1u << i : 0;
	}
}

static void
read_format(struct schema_reader *l, struct schema *s, const struct value *v)
{
	size_t i = choose(l, v, format_names + 1, COUNT(format_names) - 1);

	if (i < COUNT(format_names) - 1)
		s->format = (enum schema_format)(i + 1);
}

static void
add_property(struct schema_reader *l, struct schema *s, struct str name,
    struct schema *below)
{
	s->properties = arena_grow(l->arena, s->properties, s->n_properties,
	    sizeof *s->properties);
	s->properties[s->n_properties++] = (struct property){
		.name = name, .schema = below };
}

static void
read_properties(struct schema_reader *l, struct schema *s,
    const struct value *v)
{
	for (size_t i = 0; i < v->n; i++)
		add_property(l, s, v->members[i].name,
		    schema_read(l, v->members[i].value));
}

static void
read_definitions(struct schema_reader *l, struct schema *s,
    const struct value *v)
{
	s->definitions = arena_array(l->arena, v->n, sizeof *s->definitions);
	for (size_t i = 0; i < v->n; i++)
		s->definitions[s->n_definitions++] = (struct property){
			.name = v->members[i].name,
			.schema = schema_read(l, v->members[i].value) };
}

const char *
schema_nearest(struct arena *a, struct str name,
    const struct property *list, size_t n)
{
	const char **names = arena_array(a, n, sizeof *names);

	for (size_t i = 0; i < n; i++)
		names[i] = list[i].name.s;
	return str_nearest(name, names, n);
}

/*
 * Comes after properties.  With a $ref beside it, the key may be one of the
 * schema there.
 */
static void
read_required(struct schema_reader *l, struct schema *s, const struct value *v)
{
	for (size_t i = 0; i < v->n; i++) {
		struct str name = value_text(v->items[i]);
		struct property *p = schema_property(s, name);

		if (!p && s->ref_text) {
			add_property(l, s, name,
			    schema_read(l, value_new(l->arena, VALUE_MAP,
			    v->items[i]->loc)));
			p = &s->properties[s->n_properties - 1];
		}
		if (p)
			p->is_required = true;
		else
			diag_at(l->diag, v->items[i]->loc,
			    DIAG_SCHEMA_REQUIRED, name.s,
			    schema_nearest(l->arena, name, s->properties,
			    s->n_properties));
	}
}

static void
read_additional(struct schema_reader *l, struct schema *s,
    const struct value *v)
{
	if (v->kind == VALUE_BOOL)
		s->is_closed = !v->truth;
	else
		s->additional = schema_read(l, v);
}

static void
read_items(struct schema_reader *l, struct schema *s, const struct value *v)
{
	s->items = schema_read(l, v);
}

static void
read_enum(struct schema_reader *l, struct schema *s, const struct value *v)
{
	(void)l;
	s->allowed = v;
}

static void
read_const(struct schema_reader *l, struct schema *s, const struct value *v)
{
	(void)l;
	s->constant = v;
}

static void
read_pattern(struct schema_reader *l, struct schema *s, const struct value *v)
{
	const char *fault = pattern_check(l->arena, v->text);

	if (fault)
		diag_at(l->diag, v->loc, DIAG_SCHEMA_BAD_PATTERN, fault);
	s->pattern = v->text.s;
}

static void
read_minimum(struct schema_reader *l, struct schema *s, const struct value *v)
{
	(void)l;
	s->minimum = v->number;
}

static void
read_maximum(struct schema_reader *l, struct schema *s, const struct value *v)
{
	(void)l;
	s->maximum = v->number;
}

static void
read_min_items(struct schema_reader *l, struct schema *s, const struct value *v)
{
	if (v->number >= 0 && v->number <= 1e6 &&
	    trunc(v->number) == v->number)
		s->min_items = (size_t)v->number;
	else
		diag_at(l->diag, v->loc, DIAG_SCHEMA_KEYWORD_KIND, "minItems",
		    "een heel getal");
}

static void
read_unique(struct schema_reader *l, struct schema *s, const struct value *v)
{
	(void)l;
	s->is_unique = v->truth;
}

static void
read_ref(struct schema_reader *l, struct schema *s, const struct value *v)
{
	s->ref_text = v;
	l->refs = arena_grow(l->arena, l->refs, l->n_refs, sizeof(*l->refs));
	l->refs[l->n_refs++] = s;
}

static void
read_title(struct schema_reader *l, struct schema *s, const struct value *v)
{
	s->title = arena_dup(l->arena, v->text);
}

static void
read_description(struct schema_reader *l, struct schema *s,
    const struct value *v)
{
	struct str text = str_trim(v->text);

	if (str_ends(text, "."))
		text.n--;
	s->description = arena_dup(l->arena, text);
}

static bool
is_scalar(const struct value *v)
{
	return v->kind != VALUE_LIST && v->kind != VALUE_MAP;
}

/* A map that is filled in could ask for itself again, without end. */
static void
read_default(struct schema_reader *l, struct schema *s, const struct value *v)
{
	bool ok = v->kind != VALUE_MAP;

	if (v->kind == VALUE_LIST)
		for (size_t i = 0; i < v->n; i++)
			ok = ok && is_scalar(v->items[i]);
	if (ok)
		s->fallback = v;
	else
		diag_at(l->diag, v->loc, DIAG_SCHEMA_DEFAULT);
}

static void
read_examples(struct schema_reader *l, struct schema *s, const struct value *v)
{
	(void)l;
	if (v->n && is_scalar(v->items[0]))
		s->example = v->items[0];
}

static void
read_deprecated(struct schema_reader *l, struct schema *s,
    const struct value *v)
{
	(void)l;
	s->is_deprecated = v->truth;
}

static void
read_file(struct schema_reader *l, struct schema *s, const struct value *v)
{
	(void)l;
	s->file = v->text;
}

static void
read_reference(struct schema_reader *l, struct schema *s, const struct value *v)
{
	(void)l;
	s->reference = v->text.s;
}

static void
add_where(struct schema_reader *l, struct schema *s, const struct member *m)
{
	struct str text = m->value->text;
	bool is_own = m->value->kind == VALUE_STRING && str_starts(text, ".");

	if (!is_scalar(m->value)) {
		diag_at(l->diag, m->value->loc, DIAG_SCHEMA_SELECT);
		return;
	}
	if (is_own)
		text = str_slice(text, 1, text.n);
	s->wheres[s->n_wheres++] = (struct where){ m->name, text, is_own };
}

/* { from: path, where: { field: text or .field } } */
static void
read_select(struct schema_reader *l, struct schema *s, const struct value *v)
{
	const struct value *from = value_find(v, "from");
	const struct value *where = value_find(v, "where");

	if (!from || from->kind != VALUE_STRING || v->n != 2 ||
	    !where || where->kind != VALUE_MAP) {
		diag_at(l->diag, v->loc, DIAG_SCHEMA_SELECT);
		return;
	}
	s->select_from = from->text.s;
	s->wheres = arena_array(l->arena, where->n, sizeof *s->wheres);
	for (size_t i = 0; i < where->n; i++)
		add_where(l, s, &where->members[i]);
}

enum {
	BOOL = 1 << VALUE_BOOL,
	NUMBER = 1 << VALUE_NUMBER,
	STRING = 1 << VALUE_STRING,
	LIST = 1 << VALUE_LIST,
	MAP = 1 << VALUE_MAP,
	ANY = ~0
};

/* They are read in this order, not in that of the file. */
static const struct keyword {
	const char *name;
	int kinds;
	/* NULL: for people and for other programs */
	void (*read)(struct schema_reader *, struct schema *,
	    const struct value *);
} keywords[] = {
	{ "$schema", STRING, NULL },
	{ "$id", STRING, NULL },
	{ "$ref", STRING, read_ref },
	{ "$defs", MAP, read_definitions },
	{ "title", STRING, read_title },
	{ "description", STRING, read_description },
	{ "type", STRING | LIST, read_type },
	{ "properties", MAP, read_properties },
	{ "required", LIST, read_required },
	{ "additionalProperties", BOOL | MAP, read_additional },
	{ "items", MAP, read_items },
	{ "enum", LIST, read_enum },
	{ "const", ANY, read_const },
	{ "pattern", STRING, read_pattern },
	{ "format", STRING, read_format },
	{ "minimum", NUMBER, read_minimum },
	{ "maximum", NUMBER, read_maximum },
	{ "minItems", NUMBER, read_min_items },
	{ "uniqueItems", BOOL, read_unique },
	{ "default", ANY, read_default },
	{ "examples", LIST, read_examples },
	{ "deprecated", BOOL, read_deprecated },
	{ "x-file", STRING, read_file },
	{ "x-ref", STRING, read_reference },
	{ "x-select", MAP, read_select },
};

static void
check_keyword(struct schema_reader *l, const struct member *m)
{
	const char *names[COUNT(keywords)];

	for (size_t i = 0; i < COUNT(keywords); i++) {
		if (str_is(m->name, keywords[i].name))
			return;
		names[i] = keywords[i].name;
	}
	diag_at(l->diag, m->loc, DIAG_SCHEMA_KEYWORD, m->name.s,
	    str_nearest(m->name, names, COUNT(keywords)));
}

static void
read_keyword(struct schema_reader *l, struct schema *s, const struct keyword *k,
    const struct value *v)
{
	const char *names[VALUE_MARKUP];
	size_t n = 0;

	if (k->kinds & 1 << v->kind) {
		if (k->read)
			k->read(l, s, v);
		return;
	}
	for (int kind = 0; kind < VALUE_MARKUP; kind++)
		if (k->kinds & 1 << kind)
			names[n++] = value_kind_name((enum value_kind)kind);
	diag_at(l->diag, v->loc, DIAG_SCHEMA_KEYWORD_KIND, k->name,
	    schema_choices(l->arena, names, n).s);
}

/* Never NULL, so that one run tells all faults. */
struct schema *
schema_read(struct schema_reader *l, const struct value *v)
{
	struct schema *s = arena_alloc(l->arena, sizeof *s);
	const struct value *below;

	*s = (struct schema){ .loc = v->loc, .minimum = -INFINITY,
		.maximum = INFINITY };
	if (v->kind != VALUE_MAP) {
		diag_at(l->diag, v->loc, DIAG_SCHEMA_NO_MAP);
		return s;
	}
	for (size_t i = 0; i < v->n; i++)
		check_keyword(l, &v->members[i]);
	for (size_t i = 0; i < COUNT(keywords); i++) {
		below = value_find(v, keywords[i].name);
		if (below)
			read_keyword(l, s, &keywords[i], below);
	}
	return s;
}
