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

static struct value *
quote_markup(struct arena *a, struct value *v, struct str page)
{
	struct value *copy;

	if (str_find(v->text, link_here, 0) == (size_t)-1)
		return v;
	copy = value_new(a, VALUE_MARKUP, v->loc);
	copy->text = lead_links(a, v->text, page);
	copy->facets = v->facets;
	return copy;
}

struct value *
kept_quote(struct arena *a, struct value *v, struct str page)
{
	struct value *copy, *below;
	bool differs = false;

	if (v->kind == VALUE_MARKUP)
		return quote_markup(a, v, page);
	if (v->kind != VALUE_LIST && v->kind != VALUE_MAP)
		return v;
	copy = value_new(a, v->kind, v->loc);
	copy->facets = v->facets;
	if (v->selected)
		return copy;
	for (size_t i = 0; i < v->n; i++) {
		const struct member *m = v->members ? &v->members[i] : NULL;

		below = kept_quote(a, m ? m->value : v->items[i], page);
		differs |= below != (m ? m->value : v->items[i]);
		if (m)
			value_set(a, copy, m->name, m->loc, below);
		else
			value_add(a, copy, below);
	}
	return differs ? copy : v;
}
