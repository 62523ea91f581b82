/* kept.c -- what other pages read of a report that was read */
#include "kept.h"

#include <string.h>

#include "../base/buf.h"

static struct str
name_or(const struct report *r, const char *path, size_t part)
{
	struct str name = value_text_at(r->data, path);

	return name.n ? name : r->place->parts[part];
}

struct str
report_onderzoek(const struct report *r)
{
	return name_or(r, "onderzoek.titel", 0);
}

struct str
report_regio(const struct report *r)
{
	return name_or(r, "regio.naam", 1);
}

struct str
report_gemeente(const struct report *r)
{
	return name_or(r, "gemeente.naam", 2);
}

struct str
report_soort(struct arena *a, const struct report *r)
{
	struct str title = schema_title(r->kind->schema);

	return r->is_withdrawn ? arena_printf(a, "%s (ingetrokken)",
	    title.s) : title;
}

bool
report_is_example(const struct report *r)
{
	return value_is_true(value_find(r->data, "voorbeeld"));
}

/* --- quoting --- */

static const char link_here[] = "href=\"#";

static struct str
lead_links(struct arena *a, struct str xhtml, struct str page)
{
	size_t begin = strlen(link_here) - 1, at = 0, found;
	struct buf b = BUF_INIT;

	while ((found = str_find(xhtml, link_here, at)) != (size_t)-1) {
		buf_add(&b, str_slice(xhtml, at, found + begin));
		buf_add(&b, page);
		at = found + begin;
		buf_addc(&b, xhtml.s[at++]);
	}
	buf_add(&b, str_slice(xhtml, at, xhtml.n));
	return buf_detach(&b, a);
}

/* Does it, or anything in it, lead to elsewhere in its report? */
static bool
has_links(const struct value *v)
{
	bool found = v->selected || (v->kind == VALUE_MARKUP &&
	    str_find(v->text, link_here, 0) != (size_t)-1);

	for (size_t i = 0; i < v->n && !found; i++)
		found = has_links(v->members ? v->members[i].value :
		    v->items[i]);
	return found;
}

struct value *
kept_quote(struct arena *a, struct value *v, struct str page)
{
	struct value *copy, *own;

	if (!has_links(v))
		return v;
	copy = value_new(a, v->kind, v->loc);
	copy->facets = v->facets;
	if (v->kind == VALUE_MARKUP)
		copy->text = lead_links(a, v->text, page);
	for (size_t i = 0; i < v->n && !v->selected; i++) {
		const struct member *m = v->members ? &v->members[i] : NULL;

		own = kept_quote(a, m ? m->value : v->items[i], page);
		if (m)
			value_set(a, copy, m->name, m->loc, own);
		else
			value_add(a, copy, own);
	}
	return copy;
}
