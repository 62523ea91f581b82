/* site_page.c -- a tree of values + a template -> a page, and its PDF */
#include "site_page.h"

#include <string.h>

#include "base/diag.h"
#include "base/out.h"
#include "pdf/pdf.h"
#include "settings.h"
#include "web/web.h"

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
	struct str pdf = STR("");
	const char *slash;

	if (order->has_pdf) {
		pdf = pdf_path(a, order->path);
		slash = strrchr(pdf.s, '/');
		if (slash)
			pdf = str_from(slash + 1);
	}
	if (!value_find(order->data, "site"))
		value_set(a, order->data, STR("site"), (struct loc){ 0 },
		    settings_for_page(a, m->run->tools.settings,
		    way_up(a, order->path), pdf));
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

static struct document *
make_document(const struct page_maker *m, struct arena *a,
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

	if (fill(m, a, order, &xhtml, &trace))
		document = document_parse(a, m->diag, buf_str(&xhtml),
		    &trace);
	if (document && !document_finish(a, m->diag, document))
		document = NULL;
	if (document)
		pictures_place(a, document, &roots, &pictures);
	buf_release(&xhtml);
	return document;
}

static bool
write_file(const struct page_maker *m, struct arena *a, struct str path,
    const struct buf *text)
{
	return out_write(m->diag, arena_printf(a, "%s/%s",
	    m->run->options->out, path.s).s, buf_str(text));
}

static bool
write_pdf(const struct page_maker *m, struct arena *a,
    const struct page_order *order, const struct document *document)
{
	struct pdf_info info = {
		.title = document->title,
		.author = order->author,
		.language = document->language,
		.path = order->path.s,
	};
	struct layout *layout = typeset(m->typesetter, a, m->diag, document);
	struct buf pdf = BUF_INIT;
	bool ok = layout && pdf_write(layout, &info, m->diag, &pdf) &&
	    write_file(m, a, pdf_path(a, order->path), &pdf);

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

	add_site(m, a, order);
	document = make_document(m, a, order);
	if (!document)
		return false;
	html_write(document->root, &html);
	ok = write_file(m, a, order->path, &html);
	buf_release(&html);
	return ok && (!order->has_pdf || write_pdf(m, a, order, document));
}

bool
picture_make(const struct page_maker *m, struct arena *a,
    const struct page_order *order)
{
	struct buf text = BUF_INIT;
	bool ok = fill(m, a, order, &text, NULL) &&
	    write_file(m, a, order->path, &text);

	buf_release(&text);
	return ok;
}
