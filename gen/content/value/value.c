/* value.c -- stage 1-2: the tree of data that every later stage reads */
#include "value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/buf.h"

struct value *
value_new(struct arena *a, enum value_kind kind, struct loc loc)
{
	struct value *v = arena_alloc(a, sizeof *v);

	v->kind = kind;
	v->loc = loc;
	v->text = STR("");
	return v;
}

struct value *
value_string(struct arena *a, struct loc loc, struct str text)
{
	struct value *v = value_new(a, VALUE_STRING, loc);

	v->text = text;
	return v;
}

/* The shortest text that reads back as the same number. */
static struct str
number_text(struct arena *a, double number)
{
	struct str text;

	if (isnan(number))
		return STR(".nan");
	if (isinf(number))
		return number > 0 ? STR(".inf") : STR("-.inf");
	if (fabs(number) < 1e15 && trunc(number) == number)
		return arena_printf(a, "%.0f", number);
	text = arena_printf(a, "%.15g", number);
	if (strtod(text.s, NULL) != number)
		text = arena_printf(a, "%.17g", number);
	return text;
}

struct value *
value_number(struct arena *a, struct loc loc, double number)
{
	struct value *v = value_new(a, VALUE_NUMBER, loc);

	v->number = number;
	v->text = number_text(a, number);
	return v;
}

struct value *
value_bool(struct arena *a, struct loc loc, bool truth)
{
	struct value *v = value_new(a, VALUE_BOOL, loc);

	v->truth = truth;
	v->text = truth ? STR("true") : STR("false");
	return v;
}

struct value *
value_copy(struct arena *a, const struct value *v, unsigned depth,
    size_t *room)
{
	struct value *copy, *child;

	if (!depth || !*room)
		return NULL;
	--*room;
	copy = value_new(a, v->kind, v->loc);
	*copy = *v;
	copy->facets = NULL;
	copy->complete = false;
	copy->items = NULL;
	copy->members = NULL;
	copy->n = 0;
	for (size_t i = 0; i < v->n; i++) {
		const struct member *m = v->members ? &v->members[i] : NULL;

		child = value_copy(a, m ? m->value : v->items[i], depth - 1,
		    room);
		if (!child)
			return NULL;
		if (m)
			value_set(a, copy, m->name, m->loc, child);
		else
			value_add(a, copy, child);
	}
	return copy;
}

void
value_complete(struct value *v)
{
	v->complete = true;
	for (size_t i = 0; i < v->n; i++)
		value_complete(v->members ? v->members[i].value : v->items[i]);
}

static struct value *
copy_bare(struct arena *a, const struct value *v)
{
	struct value *copy = value_new(a, v->kind, v->loc);

	*copy = *v;
	copy->complete = v->kind != VALUE_STRING;
	copy->items = NULL;
	copy->members = NULL;
	copy->n = 0;
	return copy;
}

/* Is it, or leads it to, a list that each tree fills itself? */
static bool
leads_to_selected(const struct value *v)
{
	bool found = v->selected;

	for (size_t i = 0; i < v->n && !found; i++)
		found = leads_to_selected(v->members ? v->members[i].value :
		    v->items[i]);
	return found;
}

struct value *
value_detach(struct arena *a, struct value *v, bool texts)
{
	struct value *copy, *own;

	if (v->selected || (!texts && !leads_to_selected(v)))
		return v;
	copy = copy_bare(a, v);
	for (size_t i = 0; i < v->n; i++) {
		own = value_detach(a, v->members ? v->members[i].value :
		    v->items[i], texts);
		if (v->members)
			value_set(a, copy, v->members[i].name,
			    v->members[i].loc, own);
		else
			value_add(a, copy, own);
	}
	return copy;
}

void
value_add(struct arena *a, struct value *list, struct value *item)
{
	list->items = arena_grow(a, list->items, list->n, sizeof(item));
	list->items[list->n++] = item;
}

void
value_set(struct arena *a, struct value *map, struct str name, struct loc loc,
    struct value *v)
{
	map->members = arena_grow(a, map->members, map->n,
	    sizeof *map->members);
	map->members[map->n++] = (struct member){ name, loc, v };
}

struct member *
value_member(const struct value *v, struct str name)
{
	if (!v || v->kind != VALUE_MAP)
		return NULL;
	for (size_t i = 0; i < v->n; i++)
		if (str_eq(v->members[i].name, name))
			return &v->members[i];
	return NULL;
}

struct value *
value_find(const struct value *v, const char *name)
{
	struct member *m = value_member(v, str_from(name));

	return m ? m->value : NULL;
}

struct value *
value_path(const struct value *v, const char *path)
{
	struct member *m;
	size_t n;

	for (;; path += n + 1) {
		n = strcspn(path, ".");
		m = value_member(v, (struct str){ path, n });
		if (!m)
			return NULL;
		if (!path[n])
			return m->value;
		v = m->value;
	}
}

struct str
value_text(const struct value *v)
{
	if (!v || v->kind == VALUE_NULL || v->kind == VALUE_LIST ||
	    v->kind == VALUE_MAP)
		return STR("");
	return v->text;
}

struct str
value_text_at(const struct value *v, const char *path)
{
	return value_text(value_path(v, path));
}

bool
value_is_true(const struct value *v)
{
	if (!v || v->kind == VALUE_NULL)
		return false;
	if (v->kind == VALUE_BOOL)
		return v->truth;
	return v->kind != VALUE_LIST || v->n;
}

const char *
value_kind_name(enum value_kind kind)
{
	static const char *const names[] = {
		[VALUE_NULL] = "niets",
		[VALUE_BOOL] = "true of false",
		[VALUE_NUMBER] = "een getal",
		[VALUE_STRING] = "een tekst",
		[VALUE_LIST] = "een lijst",
		[VALUE_MAP] = "een blok met sleutels",
		[VALUE_MARKUP] = "een tekst",
	};

	return names[kind];
}

static void
dump_place(struct loc loc, struct buf *b)
{
	if (!loc.src)
		return;
	buf_addf(b, "  @%s", loc.src->path);
	if (loc.line)
		buf_addf(b, ":%u:%u", loc.line, loc.column);
}

/* Between quotes and on one line. */
static void
dump_quoted(struct str s, struct buf *b)
{
	buf_addc(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] == '\n') {
			buf_adds(b, "\\n");
			continue;
		}
		if (s.s[i] == '"' || s.s[i] == '\\')
			buf_addc(b, '\\');
		buf_addc(b, s.s[i]);
	}
	buf_addc(b, '"');
}

static void
dump_scalar(const struct value *v, struct buf *b)
{
	switch (v->kind) {
	case VALUE_NULL:
		buf_adds(b, "null");
		break;
	case VALUE_BOOL:
	case VALUE_NUMBER:
		buf_add(b, v->text);
		break;
	case VALUE_STRING:
		dump_quoted(v->text, b);
		break;
	case VALUE_LIST:
		buf_adds(b, "[]");
		break;
	case VALUE_MAP:
		buf_adds(b, "{}");
		break;
	case VALUE_MARKUP:
		buf_adds(b, "markup ");
		dump_quoted(v->text, b);
		break;
	}
	dump_place(v->loc, b);
	buf_addc(b, '\n');
}

/* Items of x-select live elsewhere, so only their places are shown. */
static void
dump_selected(const struct value *list, struct str path, struct buf *b)
{
	for (size_t i = 0; i < list->n; i++) {
		buf_add(b, path);
		buf_addf(b, "[%zu]: elders", i + 1);
		dump_place(list->items[i]->loc, b);
		buf_addc(b, '\n');
	}
}

/* path is added to for each child and cut back behind it. */
static void
dump(const struct value *v, struct buf *path, struct buf *b)
{
	size_t n = path->n;

	if (v->kind == VALUE_LIST && v->selected && v->n) {
		dump_selected(v, buf_str(path), b);
		return;
	}
	if (!v->n) {
		if (v->kind == VALUE_NULL && !v->loc.src && n)
			return;		/* an optional key that is not there */
		buf_add(b, buf_str(path));
		buf_adds(b, n ? ": " : "");
		dump_scalar(v, b);
		return;
	}
	for (size_t i = 0; i < v->n; i++) {
		if (v->kind == VALUE_LIST) {
			buf_addf(path, "[%zu]", i + 1);
			dump(v->items[i], path, b);
		} else {
			buf_adds(path, n ? "." : "");
			buf_add(path, v->members[i].name);
			dump(v->members[i].value, path, b);
		}
		path->n = n;
	}
}

void
value_dump(const struct value *v, struct buf *b)
{
	struct buf path = BUF_INIT;

	dump(v, &path, b);
	buf_release(&path);
}

void
trace_add(struct arena *a, struct trace *t, size_t offset, struct loc loc)
{
	t->entries = arena_grow(a, t->entries, t->n, sizeof *t->entries);
	t->entries[t->n++] = (struct trace_entry){ offset, loc };
}

/* The last entry at or before a byte, or NULL. */
static const struct trace_entry *
entry_at(const struct trace *t, size_t offset)
{
	size_t low = 0, high = t->n, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (t->entries[middle].offset <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? &t->entries[low - 1] : NULL;
}

struct loc
trace_find(const struct trace *t, size_t offset)
{
	const struct trace_entry *e = entry_at(t, offset);

	return e ? e->loc : (struct loc){ NULL, 0, 0 };
}

struct loc
trace_place(const struct trace *t, struct str text, size_t offset)
{
	const struct trace_entry *e = entry_at(t, offset);
	struct str made, source;
	size_t start;

	if (!e)
		return (struct loc){ NULL, 0, 0 };
	if (!e->loc.src || !e->loc.line)
		return e->loc;
	start = source_offset(e->loc.src, e->loc.line, e->loc.column);
	made = str_slice(text, e->offset, offset);
	source = str_slice(e->loc.src->text, start, start + made.n);
	return str_eq(made, source) ? source_loc(e->loc.src, start + made.n) :
	    e->loc;
}
