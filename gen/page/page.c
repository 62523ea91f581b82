/* site_page.c -- a tree of values + a template -> a page, and its PDF */
#include "page.h"

#include <string.h>

#include "../base/diag.h"
#include "../base/outputs.h"
#include "../pdf/pdf.h"
#include "settings.h"
#include "../web/addresses.h"
#include "../web/web.h"

/* The way from the page to out/. */
static struct str
way_up(struct arena *a, struct str path)
{
	struct str up = STR("");

	for (size_t i = 0; i < path.n; i++)
		if (path.s[i] == '/')
			up = arena_printf(a, "%s../", up.s);
	return up;
}

/* "x/index.html" becomes "x/index.pdf". */
static struct str
pdf_path(struct arena *a, struct str path)
{
	int n = (int)(path.n - strlen("html"));

	return arena_printf(a, "%.*spdf", n, path.s);
}

static void
add_site(const struct page_maker *m, struct arena *a,
    const struct page_order *order)
{
	const struct loc nowhere = { 0 };
	struct str pdf = STR("");
	const char *slash;

	if (order->has_pdf) {
		pdf = pdf_path(a, order->path);
		slash = strrchr(pdf.s, '/');
		if (slash)
			pdf = str_from(slash + 1);
	}
	if (!value_find(order->data, "site"))
		value_set(a, order->data, STR("site"), nowhere,
		    settings_for_page(a, m->run->tools.settings,
		    way_up(a, order->path), pdf));
	if (!value_find(order->data, "toegestaan"))
		value_set(a, order->data, STR("toegestaan"), nowhere,
		    m->run->allowed);
}

static bool
fill(const struct page_maker *m, struct arena *a,
    const struct page_order *order, struct buf *text, struct trace *trace)
{
	struct template_options options = { m->templates, true };
	const struct template *t = template_find(m->templates,
	    str_from(order->template));

	if (!t) {
		diag_path(m->diag, m->run->tools.templates.s,
		    DIAG_NO_SITE_TEMPLATE, order->template);
		return false;
	}
	return template_render(t, order->data, &options, a, m->diag, text,
	    trace);
}

static void
mark_words(const struct page_maker *m, struct arena *a,
    const struct page_order *order, struct document *document)
{
	const struct value *own = value_find(order->data, "woordenlijst");

	document_mark_words(a, m->diag, document,
	    own ? own : m->run->tools.words);
}

struct document *
page_document(const struct page_maker *m, struct arena *a,
    const struct page_order *order)
{
	struct picture_roots roots = {
		.content = m->run->site.content,
		.assets = m->run->tools.assets,
		.base = way_up(a, order->path),
	};
	struct picture_list pictures = { 0 };	/* the reports have them */
	struct document *document = NULL;
	struct buf xhtml = BUF_INIT;
	struct trace trace = { 0 };

	add_site(m, a, order);
	if (fill(m, a, order, &xhtml, &trace))
		document = document_parse(a, m->diag, buf_str(&xhtml),
		    &trace);
	buf_release(&xhtml);
	if (!document || !document_finish(a, m->diag, document) ||
	    !document_check(a, m->diag, document, order->data))
		return NULL;
	pictures_place(a, document, &roots, &pictures);
	mark_words(m, a, order, document);
	return document;
}

static bool
write_file(const struct page_maker *m, struct str path,
    const struct buf *text)
{
	return !m->run->write || outputs_write(m->run->outputs, m->diag,
	    path, buf_str(text));
}

static bool
write_pdf(const struct page_maker *m, struct arena *a,
    const struct page_order *order, struct document *document)
{
	struct pdf_info info = {
		.title = document->title,
		.author = order->author,
		.date = order->date,
		.language = document->language,
		.path = order->path.s,
	};
	struct layout *layout;
	struct buf pdf = BUF_INIT;
	bool ok;

	addresses_complete(a, document, value_text(value_find(
	    m->run->tools.settings, "adres")), order->path);
	layout = typeset(m->typesetter, a, m->diag, document);
	ok = layout && pdf_write(layout, &info, m->diag, &pdf) &&
	    write_file(m, pdf_path(a, order->path), &pdf);

	buf_release(&pdf);
	return ok;
}

bool
page_make(const struct page_maker *m, struct arena *a,
    const struct page_order *order)
{
	struct document *document;
	struct buf html = BUF_INIT;
	bool ok;

	document = page_document(m, a, order);
	if (!document)
		return false;
	html_write(document->root, &html);
	if (order->html)
		buf_add(order->html, buf_str(&html));
	ok = write_file(m, order->path, &html);
	buf_release(&html);
	return ok && (!order->has_pdf || !m->run->write ||
	    write_pdf(m, a, order, document));
}

bool
picture_make(const struct page_maker *m, struct arena *a,
    const struct page_order *order)
{
	struct buf text = BUF_INIT;
	bool ok = fill(m, a, order, &text, NULL) &&
	    write_file(m, order->path, &text);

	buf_release(&text);
	return ok;
}
