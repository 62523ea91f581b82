/* dossier_keep.c -- nazorg: a dossier that outlives its report */
#include "dossier_private.h"

#include <string.h>

#include "../base/buf.h"
#include "../content/value/tree.h"

/* A link to elsewhere in the report must go there from a letter too. */
static struct str
lead_links(struct arena *a, struct str xhtml)
{
	static const char link[] = "href=\"#";
	struct buf b = BUF_INIT;
	struct str result;
	size_t at = 0, found;

	while ((found = str_find(xhtml, link, at)) != (size_t)-1) {
		buf_add(&b, str_slice(xhtml, at, found));
		buf_adds(&b, "href=\"index.html#");
		at = found + strlen(link);
	}
	buf_add(&b, str_slice(xhtml, at, xhtml.n));
	result = arena_dup(a, buf_str(&b));
	buf_release(&b);
	return result;
}

/* With facets, without places; what lives elsewhere is left out. */
static struct value *
copy(struct arena *a, const struct value *v)
{
	struct value *c = value_new(a, v ? v->kind : VALUE_NULL,
	    (struct loc){ 0 });

	if (!v || v->selected)
		return c;
	c->number = v->number;
	c->truth = v->truth;
	c->text = v->kind == VALUE_MARKUP ? lead_links(a, v->text) :
	    arena_dup(a, v->text);
	if (v->facets)
		c->facets = copy(a, v->facets);
	for (size_t i = 0; i < v->n; i++) {
		if (v->kind == VALUE_LIST)
			value_add(a, c, copy(a, v->items[i]));
		else
			tree_value(a, c, arena_dup(a, v->members[i].name).s,
			    copy(a, v->members[i].value));
	}
	return c;
}

static struct value *
keep_data(struct arena *a, const struct value *data)
{
	struct value *kept = tree_new(a);

	for (size_t i = 0; i < data->n; i++)
		tree_value(a, kept, arena_dup(a, data->members[i].name).s,
		    copy(a, data->members[i].value));
	return kept;
}

struct dossier *
dossier_keep(struct arena *a, const struct dossier *from)
{
	struct dossier *d = arena_alloc(a, sizeof *d);

	d->path = arena_dup(a, from->path);
	d->folder = arena_dup(a, from->folder);
	d->file = arena_dup(a, from->file);
	d->name = arena_dup(a, from->name);
	d->code = arena_dup(a, from->code);
	d->region = arena_dup(a, from->region);
	d->kind = arena_dup(a, from->kind);
	d->is_example = from->is_example;
	d->data = keep_data(a, from->data);
	dossier_collect(a, NULL, d);
	for (size_t i = 0; i < d->n; i++) {
		d->recommendations[i].line = from->recommendations[i].line;
		d->recommendations[i].column =
		    from->recommendations[i].column;
	}
	return d;
}
