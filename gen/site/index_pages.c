/* index_pages.c -- the index, and the pages of regions and gemeenten */
#include "index_pages.h"

#include "../base/slug.h"
#include "../content/value/tree.h"

static const struct loc nowhere;

struct tree {
	struct arena *arena;
	const struct template_set *templates;
	const struct report *list;	/* by path */
	const bool *is_compared;
	size_t n;
	struct pages *pages;
};

static struct value *
null(struct arena *a)
{
	return value_new(a, VALUE_NULL, nowhere);
}

static struct value *
tree_of(struct making *m)
{
	return m->page->of;
}

static struct value *
add_page(struct tree *t, struct str path, const char *template)
{
	struct value *data = tree_new(t->arena);

	pages_add(t->arena, t->pages, (struct page){
		.address = path,
		.formats = 1u << FORMAT_HTML,
		.templates = t->templates,
		.template = template,
		.tree = tree_of,
		.of = data,
	});
	return data;
}

/* --- documents --- */

static struct str
size_text(struct arena *a, size_t bytes)
{
	return arena_printf(a, "%zu kB", (bytes + 999) / 1000);
}

static struct str
area_of(struct arena *a, const struct report *s)
{
	if (s->place->depth > 2)
		return arena_printf(a, "Gemeente %s", report_gemeente(s).s);
	if (s->place->depth > 1)
		return arena_printf(a, "Regio %s", report_regio(s).s);
	return report_onderzoek(s);
}

/* A day or a month, or null. */
static struct value *
date_of(struct arena *a, const struct report *s)
{
	struct value *date = value_find(s->data, "datum");

	return date && value_find(date->facets, "iso") ? date : null(a);
}

/* part: only that part of the document, or NULL for the whole. */
static void
add_document(struct tree *t, struct value *list, const struct report *s,
    const struct value *part)
{
	struct arena *a = t->arena;
	struct value *map = tree_add(a, list), *names;
	struct str path = s->place->path;

	tree_text(a, map, "gebied", part ?
	    arena_printf(a, "Deel over %s", value_text_at(part,
	    "gemeente").s) : area_of(a, s));
	tree_text(a, map, "soort", report_soort(a, s));
	tree_value(a, map, "datum", date_of(a, s));
	tree_text(a, map, "html", arena_printf(a, "%s/index.html%s%s", path.s,
	    part ? "#" : "", value_text_at(part, "id").s));
	tree_text(a, map, "pdf", arena_printf(a, "%s/rapport.pdf", path.s));
	tree_text(a, map, "grootte", size_text(a, s->pdf_size));
	tree_bool(a, map, "voorbeeld", report_is_example(s));
	names = tree_list(a, map, "gemeenten");
	for (size_t i = 0; !part && i < s->parts->n; i++)
		value_add(a, names, value_find(s->parts->items[i],
		    "gemeente"));
}

/* --- groups: reports that are next to each other --- */

/* The first part, or the first two, of a path. */
static struct str
head(struct str path, size_t parts)
{
	size_t at = 0, n = 0;

	while (at < path.n && (path.s[at] != '/' || ++n < parts))
		at++;
	return str_slice(path, 0, at);
}

/* The first report from i on that is made, or n. */
static size_t
next_made(const struct tree *t, size_t i)
{
	while (i < t->n && !t->list[i].is_made)
		i++;
	return i;
}

/* Where the group ends that i belongs to. */
static size_t
group_end(const struct tree *t, size_t i, size_t parts)
{
	struct str first = head(t->list[i].place->path, parts);

	for (i++; i < t->n; i++)
		if (t->list[i].is_made &&
		    !str_eq(head(t->list[i].place->path, parts), first))
			break;
	return i;
}

/* --- page of a gemeente --- */

static const struct value *
find_part(const struct report *s, struct str gemeente)
{
	for (size_t i = 0; i < s->parts->n; i++)
		if (str_eq(value_text_at(s->parts->items[i], "gemeente"),
		    gemeente))
			return s->parts->items[i];
	return NULL;
}

struct group {
	size_t from, to;	/* reports of one regio */
	struct str folder;	/* "lokaal-netwerk/friesland" */
	const struct report *first;
	bool is_example;	/* all of them are made up */
};

/* Its own documents and the parts about it, of the regio's documents. */
static bool
add_documents_of(struct tree *t, struct value *list, const struct group *g,
    struct str gemeente)
{
	bool own = false;

	for (size_t i = g->from; i < g->to; i++) {
		const struct report *s = &t->list[i];
		const struct value *part;

		if (!s->is_made)
			continue;
		part = find_part(s, gemeente);
		if (s->place->depth == 3 &&
		    str_eq(report_gemeente(s), gemeente)) {
			add_document(t, list, s, NULL);
			own = true;
		} else if (part) {
			add_document(t, list, s, part);
		}
	}
	return own;
}

/* The address of the page that it gets. */
static struct str
add_gemeente_page(struct tree *t, const struct group *g, struct str gemeente)
{
	struct arena *a = t->arena;
	struct str path = arena_printf(a, "%s/%s/index.html",
	    g->folder.s, slug_new(a, gemeente).s);
	struct value *data = add_page(t, path, "gemeente"), *regio;

	tree_text(a, tree_map(a, data, "onderzoek"), "titel",
	    report_onderzoek(g->first));
	regio = tree_map(a, data, "regio");
	tree_text(a, regio, "naam", report_regio(g->first));
	tree_text(a, regio, "html", arena_printf(a, "%s/regio.html",
	    g->folder.s));
	tree_text(a, data, "naam", gemeente);
	tree_bool(a, data, "voorbeeld", g->is_example);
	add_documents_of(t, tree_list(a, data, "documenten"), g, gemeente);
	tree_finish(a, data);
	return path;
}

/* --- page of a regio --- */

static void
add_gemeente(struct tree *t, struct value *list, const struct group *g,
    struct str gemeente)
{
	struct arena *a = t->arena;
	struct value *map, *documents;
	bool own;

	for (size_t i = 0; i < list->n; i++)
		if (str_eq(value_text_at(list->items[i], "naam"),
		    gemeente))
			return;
	map = tree_add(a, list);
	tree_text(a, map, "naam", gemeente);
	documents = tree_list(a, map, "documenten");
	own = add_documents_of(t, documents, g, gemeente);
	if (own || !documents->n)
		tree_value(a, map, "html", null(a));
	else
		tree_text(a, map, "html", add_gemeente_page(t, g, gemeente));
}

/* Those that the regio names, then those that only a document knows. */
static void
add_gemeenten(struct tree *t, struct value *list, const struct group *g)
{
	const struct value *names = value_path(g->first->data,
	    "regio.gemeenten");

	for (size_t i = 0; names && names->kind == VALUE_LIST && i < names->n;
	    i++)
		add_gemeente(t, list, g, value_text(names->items[i]));
	for (size_t i = g->from; i < g->to; i++) {
		const struct report *s = &t->list[i];

		if (s->is_made && s->place->depth == 3)
			add_gemeente(t, list, g, report_gemeente(s));
		for (size_t k = 0; s->is_made && k < s->parts->n; k++)
			add_gemeente(t, list, g, value_text_at(
			    s->parts->items[k], "gemeente"));
	}
}

static bool
are_compared(const struct tree *t, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (t->is_compared[i])
			return true;
	return false;
}

/* A page of the comparison that the onderzoek of path has. */
static struct str
comparison_page(struct arena *a, struct str path, const char *name,
    struct str of)
{
	return arena_printf(a, "%.*s/vergelijking/%s%s.html",
	    (int)head(path, 1).n, path.s, name, of.s);
}

static struct str
add_regio_page(struct tree *t, const struct group *g)
{
	struct arena *a = t->arena;
	struct str path = arena_printf(a, "%s/regio.html", g->folder.s);
	struct value *data = add_page(t, path, "regio"), *documents;

	tree_text(a, tree_map(a, data, "onderzoek"), "titel",
	    report_onderzoek(g->first));
	tree_text(a, data, "naam", report_regio(g->first));
	tree_text(a, data, "veilig_thuis", value_text_at(g->first->data,
	    "regio.veilig_thuis"));
	tree_bool(a, data, "voorbeeld", g->is_example);
	tree_text(a, data, "profiel", !are_compared(t, g->from, g->to) ?
	    STR("") : comparison_page(a, g->folder, "profiel-",
	    str_slice(g->folder, head(g->folder, 1).n + 1, g->folder.n)));
	documents = tree_list(a, data, "documenten");
	for (size_t i = g->from; i < g->to; i++)
		if (t->list[i].is_made && t->list[i].place->depth == 2)
			add_document(t, documents, &t->list[i], NULL);
	add_gemeenten(t, tree_list(a, data, "gemeenten"), g);
	tree_finish(a, data);
	return path;
}

/* --- index --- */

static bool
are_examples(const struct tree *t, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (t->list[i].is_made && !report_is_example(&t->list[i]))
			return false;
	return true;
}

static void
add_regio(struct tree *t, struct value *list, size_t from, size_t to)
{
	struct arena *a = t->arena;
	struct group g = {
		.from = from,
		.to = to,
		.folder = arena_dup(a, head(t->list[from].place->path, 2)),
		.first = &t->list[from],
		.is_example = are_examples(t, from, to),
	};
	struct value *map = tree_add(a, list), *documents;

	tree_text(a, map, "naam", report_regio(g.first));
	tree_bool(a, map, "voorbeeld", g.is_example);
	documents = tree_list(a, map, "documenten");
	for (size_t i = from; i < to; i++)
		if (t->list[i].is_made)
			add_document(t, documents, &t->list[i], NULL);
	tree_text(a, map, "html", add_regio_page(t, &g));
}

static void
add_onderzoek(struct tree *t, struct value *list, size_t from, size_t to)
{
	struct arena *a = t->arena;
	const struct report *first = &t->list[from];
	struct value *map = tree_add(a, list), *documents;
	struct value *regios, *examples, *text;
	size_t end;

	tree_text(a, map, "titel", report_onderzoek(first));
	tree_text(a, map, "vergelijking", !are_compared(t, from, to) ?
	    STR("") : comparison_page(a, first->place->path, "index", STR("")));
	text = value_string(a, nowhere, value_text_at(first->data,
	    "onderzoek.omschrijving"));
	text->kind = VALUE_MARKUP;
	tree_value(a, map, "omschrijving", text);
	documents = tree_list(a, map, "documenten");
	regios = tree_list(a, map, "regios");
	examples = tree_list(a, map, "verzonnen");
	for (size_t i = from; i < to; i = next_made(t, end)) {
		end = group_end(t, i, 2);
		if (t->list[i].place->depth == 1)
			add_document(t, documents, &t->list[i], NULL);
		else if (are_examples(t, i, end))
			add_regio(t, examples, i, end);
		else
			add_regio(t, regios, i, end);
	}
}

void
index_pages(struct run *run, const struct template_set *templates,
    const bool *is_compared, struct pages *pages)
{
	struct arena *a = run->arena;
	struct tree t = { a, templates, run->reports, is_compared, run->n,
		pages };
	struct value *data, *onderzoeken;
	size_t end;

	data = add_page(&t, STR("index.html"), "index");
	onderzoeken = tree_list(a, data, "onderzoeken");
	for (size_t i = next_made(&t, 0); i < t.n; i = next_made(&t, end)) {
		end = group_end(&t, i, 1);
		add_onderzoek(&t, onderzoeken, i, end);
	}
	tree_finish(a, data);
	add_page(&t, STR("toegankelijkheid.html"), "toegankelijkheid");
}
