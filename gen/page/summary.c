/* summary.c -- what the site's pages tell of a report */
#include "summary.h"

#include "../content/value/facets.h"
#include "../meta/metadata.h"
#include "../meta/sitemap.h"

/* A kind of document need not know a title; then the folder has a name. */
static struct str
name_or(struct arena *a, const struct value *v, struct str folder)
{
	struct str name = value_text(v);

	return arena_dup(a, name.n ? name : folder);
}

static struct str
copy_text(struct arena *a, const struct value *data, const char *path)
{
	return arena_dup(a, value_text(value_path(data, path)));
}

static struct value *
copy_names(struct arena *a, const struct value *names)
{
	struct value *copy;

	if (!names || names->kind != VALUE_LIST)
		return NULL;
	copy = value_new(a, VALUE_LIST, (struct loc){ 0 });
	for (size_t i = 0; i < names->n; i++)
		value_add(a, copy, value_string(a, (struct loc){ 0 },
		    arena_dup(a, value_text(names->items[i]))));
	return copy;
}

/* A day or a month: the facets are made anew from its ISO form. */
static struct value *
copy_date(struct arena *a, const struct value *date)
{
	const struct value *iso = date ? value_find(date->facets, "iso") : NULL;
	struct value *copy;

	if (!iso)
		return NULL;
	copy = value_string(a, (struct loc){ 0 },
	    arena_dup(a, value_text(iso)));
	if (facets_date(a, copy) != FACETS_OK &&
	    facets_month(a, copy) != FACETS_OK)
		return NULL;
	return copy;
}

/* Personal data that may be there: pages quote from the document. */
static struct value *
copy_allowed(struct arena *a, const struct value *data)
{
	static const char *const paths[] = { "toegestaan",
		"onderzoek.toegestaan" };
	const struct loc nowhere = { 0 };
	struct value *copy = value_new(a, VALUE_LIST, nowhere);

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		const struct value *list = value_path(data, paths[i]);

		for (size_t k = 0; list && k < list->n; k++) {
			struct value *map = value_new(a, VALUE_MAP, nowhere);

			value_set(a, map, STR("tekst"), nowhere,
			    value_string(a, nowhere, copy_text(a,
			    list->items[k], "tekst")));
			value_add(a, copy, map);
		}
	}
	return copy;
}

static void
find_parts(const struct node *root, struct arena *a, struct summary *s)
{
	const struct str *gemeente, *id;

	for (const struct node *n = root; n; n = node_next(n, root)) {
		if (n->element == ELEMENT_TEXT)
			continue;
		gemeente = node_attribute(n, "data-ts-gemeente");
		id = node_attribute(n, "id");
		if (!gemeente || !id)
			continue;
		s->parts = arena_grow(a, s->parts, s->n_parts,
		    sizeof *s->parts);
		s->parts[s->n_parts++] = (struct part){
			arena_dup(a, *gemeente), arena_dup(a, *id) };
	}
}

static void
copy_sitemap(struct arena *a, const struct value *metadata, struct summary *s)
{
	struct buf text = BUF_INIT;

	if (!sitemap_takes(metadata))
		return;
	sitemap_document(metadata, &text);
	s->sitemap = arena_dup(a, buf_str(&text));
	s->sitemap_index = sitemap_index_of(metadata);
	s->changed = copy_text(a, metadata, "gewijzigd");
	buf_release(&text);
}

/* What the kind of document is called, and if it may still be read. */
static struct str
kind_name(const struct report *r, struct arena *a)
{
	struct str title = schema_title(r->kind->schema);

	if (!report_is_withdrawn(r))
		return title;
	return arena_printf(a, "%s (ingetrokken)", title.s);
}

void
summarise(const struct report *r, struct arena *a, struct summary *s)
{
	const struct value *data = r->data;
	const struct place *place = r->place;

	*s = (struct summary){
		.made = true,
		.path = place->path,
		.depth = place->depth,
		.onderzoek = name_or(a, value_path(data, "onderzoek.titel"),
		    place->parts[0]),
		.omschrijving = copy_text(a, data, "onderzoek.omschrijving"),
		.veilig_thuis = copy_text(a, data, "regio.veilig_thuis"),
		.gemeenten = copy_names(a, value_path(data,
		    "regio.gemeenten")),
		.soort = kind_name(r, a),
		.is_example = value_is_true(value_find(data, "voorbeeld")),
		.datum = copy_date(a, value_find(data, "datum")),
		.pdf_size = r->pdf.n,
		.allowed = copy_allowed(a, data),
	};
	if (place->depth > 1)
		s->regio = name_or(a, value_path(data, "regio.naam"),
		    place->parts[1]);
	if (place->depth > 2)
		s->gemeente = name_or(a, value_path(data, "gemeente.naam"),
		    place->parts[2]);
	if (r->document)
		find_parts(r->document->root, a, s);
	if (r->document)
		copy_sitemap(a, r->metadata, s);
}
