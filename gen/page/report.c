/* report.c -- one report: one call for each stage */
#include "report.h"

#include "../base/clock.h"
#include "../base/diag.h"
#include "../base/outputs.h"
#include "../content/schema/unfinished.h"
#include "../pdf/pdf.h"
#include "settings.h"
#include "../web/addresses.h"
#include "../web/json.h"
#include "../meta/metadata.h"
#include "../meta/sitemap.h"
#include "../web/web.h"

const char *const stage_names[STAGE_COUNT] = {
	[STAGE_READ] = "lezen",
	[STAGE_CHECK] = "controleren",
	[STAGE_MARK_UP] = "Markdown",
	[STAGE_RENDER] = "sjabloon",
	[STAGE_PARSE] = "XHTML lezen",
	[STAGE_PASSES] = "nummeren",
	[STAGE_REVIEW] = "nakijken",
	[STAGE_WORDS] = "woorden",
	[STAGE_HTML] = "HTML",
	[STAGE_TYPESET] = "zetten",
	[STAGE_PDF] = "pdf",
};

static bool
find_kind(struct report *r, const struct value *report)
{
	const struct value *kind = value_find(report, "soort");
	struct str name = value_text(kind), names;

	names = toolbox_kind_names(r->tools, r->arena);
	if (!kind || kind->kind != VALUE_STRING) {
		diag_at(r->diag, report->loc, DIAG_NO_KIND, names.s);
		return false;
	}
	r->kind = toolbox_kind(r->tools, name);
	if (r->kind)
		return r->kind->sound;
	diag_at(r->diag, kind->loc, DIAG_UNKNOWN_KIND, name.s, names.s,
	    toolbox_nearest_kind(r->tools, r->arena, name));
	return false;
}

static bool
kind_wants(const void *kind, struct str name)
{
	const struct kind *k = kind;

	return schema_has_property(k->schema, name);
}

static bool
stage_read(struct report *r)
{
	r->data = site_read_report(r->arena, r->diag, r->place);
	return r->data && find_kind(r, r->data) &&
	    site_inherit(r->arena, r->diag, r->site, r->place, r->data,
	    kind_wants, r->kind);
}

/* The way from the folder of the report to out/. */
static struct str
way_up(const struct report *r)
{
	static const char ups[] = "../../../";

	return (struct str){ ups + sizeof ups - 1 - 3 * r->place->depth,
		3 * r->place->depth };
}

static bool
stage_check(struct report *r)
{
	const struct schema *schema = r->kind->schema;
	bool ok = schema_check(schema, r->arena, r->diag, r->data);

	ok = schema_link(schema, r->arena, r->diag, r->data) && ok;
	ok = unfinished_check(r->diag, r->data) && ok;
	if (ok)
		r->dossier = dossier_read(r->arena, r->diag, r->place,
		    r->data, &ok);
	if (r->dossier)
		r->dossier->kind = schema_title(schema);
	return ok;
}

struct marking {
	struct report *report;
	struct markdown_options options;
	bool ok;
};

static void
mark_up(void *closure, struct value *v, bool is_inline)
{
	struct marking *m = closure;

	if (!markdown_render(m->report->arena, m->report->diag, v, is_inline,
	    &m->options))
		m->ok = false;
}

static bool
stage_mark_up(struct report *r)
{
	struct marking m = { r, r->tools->markdown, true };

	m.options.variables = r->data;
	schema_each_markdown(r->kind->schema, r->data, mark_up, &m);
	if (r->dossier)
		dossier_compare_letter(r->arena, r->diag, r->dossier);
	dossier_show(r->arena, r->dossier, r->data,
	    dossier_today(r->dossier, r->tools->today));
	return m.ok;
}

bool
report_is_withdrawn(const struct report *r)
{
	return value_is_true(value_path(r->data, "publicatie.ingetrokken"));
}

/* What is left of the data of a report that may not be read any more. */
static struct value *
only_origin(struct report *r)
{
	static const char *const names[] = { "soort", "gemeente", "datum",
		"publicatie", "onderzoek", "regio", "voorbeeld" };
	struct value *left = value_new(r->arena, VALUE_MAP, r->data->loc);
	struct value *v;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		v = value_find(r->data, names[i]);
		value_set(r->arena, left, str_from(names[i]), r->data->loc,
		    v ? v : value_new(r->arena, VALUE_NULL, r->data->loc));
	}
	return left;
}

/* What templates need to know about the page: {{site.basis}}, {{metadata}} */
static void
add_page(struct report *r)
{
	struct value *site = settings_for_page(r->arena, r->tools->settings,
	    way_up(r), STR("rapport.pdf"));

	r->metadata = metadata_new(r->arena, r->data, r->tools->settings,
	    r->place->path);
	value_set(r->arena, r->data, STR("site"), r->data->loc, site);
	value_set(r->arena, r->data, STR("metadata"), r->data->loc,
	    r->metadata);
	if (value_is_true(value_find(r->metadata, "html")) &&
	    !value_is_true(value_find(r->metadata, "voorbeeld")) &&
	    !sitemap_takes(r->metadata))
		diag_path(r->diag, arena_printf(r->arena, "%s/rapport.yaml",
		    r->place->folder.s).s, DIAG_NO_ADOPTION);
}

static bool
stage_render(struct report *r)
{
	struct template_options options = { r->kind->templates, true };
	const struct template *t = r->kind->report;

	if (report_is_withdrawn(r)) {
		r->data = only_origin(r);
		t = r->kind->withdrawn;
	}
	add_page(r);
	if (!t) {
		diag_path(r->diag, r->tools->templates.s,
		    DIAG_NO_WITHDRAWN_TEMPLATE);
		return false;
	}
	return template_render(t, r->data, &options, r->arena, r->diag,
	    &r->xhtml, &r->trace);
}

static bool
stage_parse(struct report *r)
{
	r->document = document_parse(r->arena, r->diag, buf_str(&r->xhtml),
	    &r->trace);
	return r->document;
}

static bool
stage_passes(struct report *r)
{
	const struct picture_roots roots = {
		.content = r->site->content,
		.assets = r->tools->assets,
		.base = way_up(r),
	};

	if (!document_finish(r->arena, r->diag, r->document))
		return false;
	pictures_place(r->arena, r->document, &roots, &r->pictures);
	metadata_place(r->arena, r->metadata, r->document);
	return true;
}

static bool
stage_review(struct report *r)
{
	return document_check(r->arena, r->diag, r->document, r->data);
}

static bool
stage_words(struct report *r)
{
	document_mark_words(r->arena, r->diag, r->document,
	    value_find(r->data, "woordenlijst"));
	return true;
}

static bool
stage_html(struct report *r)
{
	html_write(r->document->root, &r->html);
	return true;
}

static bool
stage_typeset(struct report *r)
{
	addresses_complete(r->arena, r->document, value_text(value_find(
	    r->tools->settings, "adres")), arena_printf(r->arena,
	    "%s/index.html", r->place->path.s));
	r->layout = typeset(r->typesetter, r->arena, r->diag, r->document);
	return r->layout;
}

static bool
stage_pdf(struct report *r)
{
	struct pdf_info info = {
		.title = r->document->title,
		.author = metadata_text(r->metadata, "opsteller"),
		.subject = metadata_text(r->metadata, "omschrijving"),
		.keywords = metadata_keywords(r->metadata, r->arena),
		.language = r->document->language,
		.date = metadata_text(r->metadata, "vaststelling"),
		.identifier = metadata_text(r->metadata, "kenmerk"),
		.publisher = metadata_text(r->metadata, "uitgever.naam"),
		.kind = metadata_text(r->metadata, "documentsoort.naam"),
		.category = metadata_text(r->metadata, "categorie.naam"),
		.coverage = metadata_text(r->metadata, "gebied.uri"),
		.rights = metadata_text(r->metadata, "licentie"),
		.path = r->place->folder.s,
	};

	if (!info.date.n)
		info.date = metadata_text(r->metadata, "datum");
	return pdf_write(r->layout, &info, r->diag, &r->pdf);
}

static bool (*const stages[STAGE_COUNT])(struct report *) = {
	[STAGE_READ] = stage_read,
	[STAGE_CHECK] = stage_check,
	[STAGE_MARK_UP] = stage_mark_up,
	[STAGE_RENDER] = stage_render,
	[STAGE_PARSE] = stage_parse,
	[STAGE_PASSES] = stage_passes,
	[STAGE_REVIEW] = stage_review,
	[STAGE_WORDS] = stage_words,
	[STAGE_HTML] = stage_html,
	[STAGE_TYPESET] = stage_typeset,
	[STAGE_PDF] = stage_pdf,
};

bool
report_run(struct report *r, enum stage last)
{
	double before = clock_cpu(), now;
	bool ok = true;

	r->arena = arena_new();
	for (int s = 0; ok && s <= (int)last; s++) {
		ok = stages[s](r);
		now = clock_cpu();
		r->seconds[s] = now - before;
		before = now;
	}
	return ok;
}

void
report_release(struct report *r)
{
	buf_release(&r->xhtml);
	buf_release(&r->html);
	buf_release(&r->pdf);
	arena_free(r->arena);
	r->arena = NULL;
}

static bool
write_part(struct report *r, struct outputs *out, const char *name,
    const struct buf *part)
{
	return outputs_write(out, r->diag, arena_printf(r->arena, "%s/%s",
	    r->place->path.s, name), buf_str(part));
}

bool
report_write(struct report *r, struct outputs *out)
{
	struct buf json = BUF_INIT;
	bool ok = true;

	for (size_t i = 0; i < r->pictures.n; i++)
		ok = outputs_copy(out, r->diag, r->pictures.files[i].to,
		    r->pictures.files[i].from.s) && ok;
	json_report(r->data, r->place->folder, &json);
	ok = ok && write_part(r, out, "index.html", &r->html) &&
	    write_part(r, out, "rapport.pdf", &r->pdf) &&
	    write_part(r, out, "rapport.json", &json);
	buf_release(&json);
	return ok;
}
