/* page.c -- ONE page of the site: one call for each stage */
#include "page.h"

#include "../base/clock.h"
#include "../base/diag.h"
#include "../base/outputs.h"
#include "../meta/metadata.h"
#include "../web/addresses.h"
#include "output.h"
#include "run.h"
#include "settings.h"

const char *const stage_names[STAGE_COUNT] = {
	[STAGE_TREE] = "gegevens",
	[STAGE_RENDER] = "sjabloon",
	[STAGE_PARSE] = "XHTML lezen",
	[STAGE_PASSES] = "nummeren",
	[STAGE_REVIEW] = "nakijken",
	[STAGE_WORDS] = "woorden",
	[STAGE_TYPESET] = "zetten",
};

static const struct loc nowhere;

void
pages_add(struct arena *a, struct pages *pages, struct page page)
{
	pages->list = arena_grow(a, pages->list, pages->n,
	    sizeof *pages->list);
	pages->list[pages->n++] = page;
}

const struct page *
page_find(const struct pages *pages, struct str address)
{
	for (size_t i = 0; i < pages->n; i++)
		if (str_eq(pages->list[i].address, address))
			return &pages->list[i];
	return NULL;
}

/* "../../": the way from the page up to out/. */
static struct str
way_up(struct arena *a, const struct page *page)
{
	struct str up = STR("");

	for (size_t i = 0; i < page->address.n; i++)
		if (page->address.s[i] == '/')
			up = arena_printf(a, "%s../", up.s);
	return up;
}

/* The name of the PDF beside the page, or "". */
static struct str
pdf_name(struct arena *a, const struct page *page)
{
	struct str path;
	size_t at;

	if (!(page->formats & 1u << FORMAT_PDF))
		return STR("");
	path = output_path(a, page, FORMAT_PDF);
	for (at = path.n; at && path.s[at - 1] != '/'; at--)
		;
	return str_slice(path, at, path.n);
}

/*
 * What templates need to know about the page, {{site.basis}}, beside its own
 * members: in a map of its own, since a tree may be shared with others.
 */
static struct value *
add_site(struct making *m)
{
	const struct run *run = m->by->run;
	const struct value *tree = m->tree;
	struct arena *a = m->arena;
	struct value *data = value_new(a, VALUE_MAP, tree->loc);

	for (size_t i = 0; i < tree->n; i++)
		value_set(a, data, tree->members[i].name, tree->members[i].loc,
		    tree->members[i].value);
	value_set(a, data, STR("site"), nowhere, settings_for_page(a,
	    run->tools.settings, way_up(a, m->page),
	    pdf_name(a, m->page)));
	if (m->page->metadata)
		value_set(a, data, STR("metadata"), nowhere,
		    m->page->metadata);
	if (!value_find(data, "toegestaan"))
		value_set(a, data, STR("toegestaan"), nowhere, run->allowed);
	return data;
}

static bool
stage_tree(struct making *m)
{
	if (!m->page->tree)
		return true;	/* written without one */
	m->tree = m->page->tree(m);
	m->data = m->tree ? add_site(m) : NULL;
	return m->data;
}

static bool
stage_render(struct making *m)
{
	const struct page *page = m->page;
	struct template_options options = { page->templates, true };
	const struct template *t = template_find(page->templates,
	    str_from(page->template));

	if (!t) {
		diag_path(m->by->diag, m->by->run->tools.templates.s,
		    DIAG_NO_TEMPLATE, page->template);
		return false;
	}
	return template_render(t, m->data, &options, m->arena, m->by->diag,
	    &m->xhtml, &m->trace);
}

static bool
stage_parse(struct making *m)
{
	m->document = document_parse(m->arena, m->by->diag,
	    buf_str(&m->xhtml), &m->trace);
	return m->document;
}

static bool
stage_passes(struct making *m)
{
	const struct run *run = m->by->run;
	const struct picture_roots roots = {
		.content = run->site.content,
		.assets = run->tools.assets,
		.base = way_up(m->arena, m->page),
	};
	struct value *metadata = m->page->metadata;

	if (!document_finish(m->arena, m->by->diag, m->document))
		return false;
	pictures_place(m->arena, m->document, &roots, &m->pictures);
	if (metadata) {
		metadata_set_title(m->by->kept, metadata, m->document->title);
		metadata_place(m->arena, metadata, m->document);
	}
	return true;
}

static bool
stage_review(struct making *m)
{
	return document_check(m->arena, m->by->diag, m->document, m->data);
}

static bool
stage_words(struct making *m)
{
	const struct value *own = value_find(m->data, "woordenlijst");

	document_mark_words(m->arena, m->by->diag, m->document,
	    own ? own : m->by->run->tools.words);
	return true;
}

static bool
stage_typeset(struct making *m)
{
	struct maker *by = m->by;

	if (!by->typesetter)
		by->typesetter = typesetter_new(by->diag,
		    by->run->tools.style);
	if (!by->typesetter)
		return false;
	addresses_complete(m->arena, m->document, value_text_at(
	    by->run->tools.settings, "adres"), m->page->address);
	m->layout = typeset(by->typesetter, m->arena, by->diag, m->document);
	return m->layout;
}

static bool (*const stages[STAGE_COUNT])(struct making *) = {
	[STAGE_TREE] = stage_tree,
	[STAGE_RENDER] = stage_render,
	[STAGE_PARSE] = stage_parse,
	[STAGE_PASSES] = stage_passes,
	[STAGE_REVIEW] = stage_review,
	[STAGE_WORDS] = stage_words,
	[STAGE_TYPESET] = stage_typeset,
};

bool
page_open(struct making *m, struct maker *by, const struct page *page,
    enum stage last, unsigned formats)
{
	double before = clock_cpu(), now;

	*m = (struct making){ .by = by, .page = page, .arena = arena_new(),
		.ok = true };
	for (int s = 0; m->ok && s <= (int)last; s++) {
		m->ok = stages[s](m);
		now = clock_cpu();
		m->seconds[s] = now - before;
		m->ok = m->ok && output_after(m, (enum stage)s, formats);
		before = clock_cpu();
	}
	return m->ok;
}

void
page_close(struct making *m)
{
	buf_release(&m->xhtml);
	for (int f = 0; f < FORMAT_COUNT; f++)
		buf_release(&m->files[f]);
	arena_free(m->arena);
}

static bool
write_files(struct making *m)
{
	const struct run *run = m->by->run;
	bool ok = true;

	for (size_t i = 0; i < m->pictures.n; i++)
		ok = outputs_copy(run->outputs, m->by->diag,
		    m->pictures.files[i].to, m->pictures.files[i].from.s) &&
		    ok;
	for (int f = 0; f < FORMAT_COUNT; f++)
		if (m->page->formats & 1u << f)
			ok = ok && outputs_write(run->outputs, m->by->diag,
			    output_path(m->arena, m->page, (enum format)f),
			    buf_str(&m->files[f]));
	return ok;
}

/*
 * A run that does not write has no pictures of the site for a PDF; those of a
 * document come from its content.
 */
static unsigned
formats_of(const struct run *run, const struct page *page)
{
	return run->write || page->metadata ? page->formats :
	    page->formats & ~(1u << FORMAT_PDF);
}

bool
page_make(struct maker *by, const struct page *page)
{
	unsigned formats = formats_of(by->run, page);
	struct making m;
	bool ok;

	page_open(&m, by, page, output_stage(formats), formats);
	if (m.ok && by->run->write)
		m.ok = write_files(&m);
	if (page->done)
		page->done(&m);
	ok = m.ok;
	page_close(&m);
	return ok;
}

/* --- many pages --- */

struct batch {
	const struct page **list;
	size_t n;
};

static void
make_one(void *closure, struct maker *by, size_t i)
{
	const struct batch *batch = closure;

	page_make(by, batch->list[i]);
}

void
pages_make(struct run *run, const struct pages *pages)
{
	struct batch batch = { .list = arena_array(run->arena, pages->n + 1,
	    sizeof *batch.list) };

	for (int pictures = 1; pictures >= 0; pictures--) {
		batch.n = 0;
		for (size_t i = 0; i < pages->n; i++)
			if (!(pages->list[i].formats & 1u << FORMAT_PICTURE) ==
			    !pictures)
				batch.list[batch.n++] = &pages->list[i];
		run_each(run, batch.n, make_one, &batch);
	}
}
