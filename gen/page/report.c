/* report.c -- a report: from its folder to its tree, and its page */
#include "report.h"

#include "../base/clock.h"
#include "../base/diag.h"
#include "../content/schema/unfinished.h"
#include "../meta/metadata.h"
#include "../meta/sitemap.h"
#include "run.h"
#include "shared.h"

const char *const report_stage_names[REPORT_STAGES] = {
	[REPORT_READ] = "lezen",
	[REPORT_CHECK] = "controleren",
	[REPORT_MARK_UP] = "Markdown",
};

/* --- from its folder to its tree --- */

static const struct kind *
find_kind(const struct value *data, const struct toolbox *tools,
    struct arena *a, struct diag *d)
{
	const struct value *soort = value_find(data, "soort");
	struct str name = value_text(soort);
	struct str names = toolbox_kind_names(tools, a);
	const struct kind *kind;

	if (!soort || soort->kind != VALUE_STRING) {
		diag_at(d, data->loc, DIAG_NO_KIND, names.s);
		return NULL;
	}
	kind = toolbox_kind(tools, name);
	if (!kind)
		diag_at(d, soort->loc, DIAG_UNKNOWN_KIND, name.s, names.s,
		    toolbox_nearest_kind(tools, a, name));
	return kind;
}

void
report_begin(struct report *r, const struct toolbox *tools, struct arena *a,
    struct diag *d)
{
	r->data = site_read_report(a, d, r->place);
	r->kind = r->data ? find_kind(r->data, tools, a, d) : NULL;
	r->is_sound = r->kind && r->kind->sound;
}

bool
report_read(const struct maker *by, struct report *r)
{
	return site_inherit(by->kept, by->diag, r->place, r->data) &&
	    shared_inherit(by, r);
}

bool
report_check(const struct maker *by, struct report *r)
{
	const struct schema *schema = r->kind->schema;
	const struct aspect *aspect = by->run->aspect;
	bool ok = schema_check(schema, by->kept, by->diag, r->data);

	ok = schema_link(schema, by->kept, by->diag, r->data) && ok;
	ok = unfinished_check(by->diag, r->data) && ok;
	return ok && (!aspect || aspect->check(by, r));
}

struct marking {
	const struct maker *by;
	struct markdown_options options;
	bool ok;
};

static void
mark_up(void *closure, struct value *v, bool is_inline)
{
	struct marking *m = closure;

	if (!markdown_render(m->by->kept, m->by->diag, v, is_inline,
	    &m->options))
		m->ok = false;
}

/* What is left of the data of a report that may not be read any more. */
static struct value *
only_origin(struct arena *a, const struct value *data)
{
	static const char *const names[] = { "soort", "gemeente", "datum",
		"publicatie", "onderzoek", "regio", "voorbeeld" };
	struct value *left = value_new(a, VALUE_MAP, data->loc), *v;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		v = value_find(data, names[i]);
		value_set(a, left, str_from(names[i]), data->loc,
		    v ? v : value_new(a, VALUE_NULL, data->loc));
	}
	return left;
}

static void
add_metadata(const struct maker *by, struct report *r)
{
	r->metadata = metadata_new(by->kept, r->data, by->run->tools.settings,
	    r->place->path);
	if (value_is_true(value_find(r->metadata, "html")) &&
	    !value_is_true(value_find(r->metadata, "voorbeeld")) &&
	    !sitemap_takes(r->metadata))
		diag_path(by->diag, arena_printf(by->kept, "%s/rapport.yaml",
		    r->place->folder.s).s, DIAG_NO_ADOPTION);
}

static bool
report_mark_up(const struct maker *by, struct report *r)
{
	const struct aspect *aspect = by->run->aspect;
	struct marking m = { by, by->run->tools.markdown, true };

	m.options.variables = r->data;
	schema_each_markdown(r->kind->schema, r->data, mark_up, &m);
	if (aspect)
		aspect->complete(by, r);
	r->is_withdrawn = value_is_true(value_path(r->data,
	    "publicatie.ingetrokken"));
	if (r->is_withdrawn)
		r->data = only_origin(by->kept, r->data);
	add_metadata(by, r);
	return m.ok;
}

void
report_make_tree(const struct maker *by, struct report *r)
{
	static bool (*const stages[REPORT_STAGES])(const struct maker *,
	    struct report *) = { report_read, report_check, report_mark_up };
	double before = clock_cpu(), now;

	for (size_t s = 0; r->is_sound && s < REPORT_STAGES; s++) {
		r->is_sound = stages[s](by, r);
		now = clock_cpu();
		r->seconds[s] = now - before;
		before = now;
	}
}

/* --- its page --- */

static struct value *
tree_of(struct making *m)
{
	const struct report *r = m->page->of;

	return r->data;
}

/* Parts of a document that are about one gemeente. */
static struct value *
find_parts(struct arena *a, const struct node *root)
{
	const struct loc nowhere = { 0 };
	struct value *list = value_new(a, VALUE_LIST, nowhere), *map;
	const struct str *gemeente, *id;

	for (const struct node *n = root; n; n = node_next(n, root)) {
		if (n->element == ELEMENT_TEXT)
			continue;
		gemeente = node_attribute(n, "data-ts-gemeente");
		id = node_attribute(n, "id");
		if (!gemeente || !id)
			continue;
		map = value_new(a, VALUE_MAP, nowhere);
		value_set(a, map, STR("gemeente"), nowhere,
		    value_string(a, nowhere, arena_dup(a, *gemeente)));
		value_set(a, map, STR("id"), nowhere,
		    value_string(a, nowhere, arena_dup(a, *id)));
		value_add(a, list, map);
	}
	return list;
}

/* Nobody else looks at this report before all of them are made. */
static void
keep_outcome(struct making *m)
{
	struct report *r = m->page->of;

	r->is_made = m->ok;
	if (m->document)
		r->parts = find_parts(m->by->kept, m->document->root);
	r->pdf_size = m->files[FORMAT_PDF].n;
}

struct page
report_page(struct arena *a, struct report *r)
{
	return (struct page){
		.address = arena_printf(a, "%s/index.html", r->place->path.s),
		.stem = arena_printf(a, "%s/rapport", r->place->path.s),
		.formats = 1u << FORMAT_HTML | 1u << FORMAT_PDF |
		    1u << FORMAT_JSON,
		.templates = r->kind->templates,
		.template = r->is_withdrawn ? "ingetrokken" : "rapport",
		.tree = tree_of,
		.done = keep_outcome,
		.of = r,
		.metadata = r->metadata,
	};
}
