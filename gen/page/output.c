/* output.c -- the table of formats: a new one is a row here and its writer */
#include "output.h"

#include <string.h>

#include "../meta/metadata.h"
#include "../pdf/pdf.h"
#include "../web/json.h"
#include "../web/text.h"
#include "../web/web.h"

static bool
write_html(struct making *m, struct buf *out)
{
	html_write(m->document->root, out);
	return true;
}

static bool
write_text(struct making *m, struct buf *out)
{
	text_write(m->document, out);
	return true;
}

/* Only a report has metadata; other pages say who made them and when. */
static bool
write_pdf(struct making *m, struct buf *out)
{
	struct pdf_info info = {
		.title = m->document->title,
		.author = m->page->author,
		.date = m->page->date,
		.language = m->document->language,
		.path = m->page->address.s,
	};

	if (m->page->metadata)
		metadata_pdf(m->page->metadata, m->arena, &info);
	return pdf_write(m->layout, &info, m->by->diag, out);
}

static bool
write_json(struct making *m, struct buf *out)
{
	json_report(m->arena, m->tree, out);
	return true;
}

static bool
write_picture(struct making *m, struct buf *out)
{
	buf_add(out, buf_str(&m->xhtml));
	return true;
}

static bool
write_data(struct making *m, struct buf *out)
{
	m->page->write(m, out);
	return m->ok;	/* it may have told of a fault */
}

const struct output outputs_table[FORMAT_COUNT] = {
	[FORMAT_HTML] = { "html", "html", STAGE_WORDS, write_html },
	[FORMAT_PDF] = { "pdf", "pdf", STAGE_TYPESET, write_pdf },
	[FORMAT_JSON] = { "json", "json", STAGE_TREE, write_json },
	[FORMAT_TEXT] = { "text", "txt", STAGE_WORDS, write_text },
	[FORMAT_PICTURE] = { "svg", NULL, STAGE_RENDER, write_picture },
	[FORMAT_DATA] = { "data", NULL, STAGE_TREE, write_data },
};

enum stage
output_stage(unsigned formats)
{
	enum stage last = STAGE_TREE;

	for (int f = 0; f < FORMAT_COUNT; f++)
		if (formats & 1u << f && outputs_table[f].needs > last)
			last = outputs_table[f].needs;
	return last;
}

/* The address without its ending. */
static struct str
stem_of(const struct page *page)
{
	const char *dot = strrchr(page->address.s, '.');

	if (page->stem.n)
		return page->stem;
	return str_slice(page->address, 0, dot ?
	    (size_t)(dot - page->address.s) : page->address.n);
}

struct str
output_path(struct arena *a, const struct page *page, enum format format)
{
	const char *ending = outputs_table[format].ending;
	struct str stem = stem_of(page);

	if (!ending || str_ends(page->address, ending))
		return page->address;
	return arena_printf(a, "%.*s.%s", (int)stem.n, stem.s, ending);
}

bool
output_after(struct making *m, enum stage stage, unsigned formats)
{
	bool ok = true;

	for (int f = 0; ok && f < FORMAT_COUNT; f++)
		if (formats & 1u << f && outputs_table[f].needs == stage)
			ok = outputs_table[f].write(m, &m->files[f]);
	return ok;
}
