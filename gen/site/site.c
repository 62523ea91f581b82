/* site.c -- the website is a list of pages, and some files */
#include "site.h"

#include <stdio.h>

#include "../compare/comparisons.h"
#include "../content/schema/reference.h"
#include "../content/value/tree.h"
#include "../nazorg/aspect.h"
#include "../nazorg/letter_pages.h"
#include "index_pages.h"

bool
site_open(struct run *run, const struct options *o)
{
	return run_open(run, o, &nazorg_aspect);
}

/* --- pages --- */

/* What may stand in the files of a kind of document, from its schema. */
static struct value *
reference_tree(struct making *m)
{
	const struct kind *kind = m->page->of;
	struct value *data = tree_new(m->arena);

	tree_text(m->arena, data, "naam", schema_title(kind->schema));
	tree_value(m->arena, data, "groepen", schema_reference(kind->schema,
	    m->arena));
	return data;
}

static void
reference_pages(struct run *run, const struct template_set *templates,
    struct pages *pages)
{
	for (size_t i = 0; i < run->tools.n_kinds; i++) {
		struct kind *kind = &run->tools.kinds[i];

		if (kind->sound)
			pages_add(run->arena, pages, (struct page){
				.address = arena_printf(run->arena,
				    "naslag/%s.html", kind->name.s),
				.formats = 1u << FORMAT_HTML,
				.templates = templates,
				.template = "naslag",
				.tree = reference_tree,
				.of = kind,
			});
	}
}

/*
 * All pages but those of the reports, which are made by then (their outcome is
 * in the index).  Of a run of some reports only what belongs to these.
 */
static void
list_others(struct run *run, struct pages *pages)
{
	bool *is_compared = arena_array(run->arena, run->n + 1,
	    sizeof *is_compared);
	const struct template_set *templates;
	struct made_letters letters;

	letter_pages(run, LETTER_NONE, &letters, pages);
	if (run->options->n_paths)
		return;
	comparison_pages(run, pages, is_compared);
	overview_pages(run, pages);
	templates = toolbox_templates(&run->tools, run->arena, run->diag,
	    "site");
	if (!templates)
		return;
	index_pages(run, templates, is_compared, pages);
	reference_pages(run, templates, pages);
}

void
site_make(struct run *run)
{
	struct pages reports = { 0 }, others = { 0 };

	run_read(run);
	run_pages(run, &reports);
	pages_make(run, &reports);
	list_others(run, &others);
	pages_make(run, &others);
	if (!run->write || run->options->n_paths)
		return;
	site_assets(run);
	site_maps(run);
}

/*
 * Pages of the site as a whole tell how the reports came out, so these are
 * made first; the page of a report, or a letter beside it, needs no others.
 */
const struct page *
site_find_page(struct run *run, struct str address)
{
	struct pages reports = { 0 }, others = { 0 };
	const struct page *page;

	run_read(run);
	run_pages(run, &reports);
	page = page_find(&reports, address);
	if (page)
		return page;
	if (!run->options->n_paths)
		pages_make(run, &reports);
	list_others(run, &others);
	return page_find(&others, address);
}
