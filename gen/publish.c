/* publish.c -- what the site has beside its reports: pages and assets */
#include "publish.h"

#include <dirent.h>
#include <string.h>

#include "base/diag.h"
#include "base/out.h"
#include "site_tree.h"
#include "web/tokens.h"
#include "web/web.h"

static bool
render_page(struct run *run, const struct template_set *set,
    const struct site_page *page, struct buf *html)
{
	struct arena *a = run->arena;
	struct diag *d = run->diag;
	struct template_options options = { set, true };
	const struct template *t = template_find(set,
	    str_from(page->template));
	struct document *document = NULL;
	struct buf xhtml = BUF_INIT;
	struct trace trace = { 0 };

	if (!t)
		diag_path(d, run->tools.templates.s, DIAG_NO_SITE_TEMPLATE,
		    page->template);
	if (t && template_render(t, page->data, &options, a, d, &xhtml,
	    &trace))
		document = document_parse(a, d, buf_str(&xhtml), &trace);
	if (document && !document_finish(a, d, document))
		document = NULL;
	if (document)
		html_write(document->root, html);
	buf_release(&xhtml);
	return document;
}

/* The pages about onderzoeken, regions and gemeenten. */
static void
write_pages(struct run *run)
{
	struct arena *a = run->arena;
	struct template_set *set = template_set_new(a);
	const char *templates = run->tools.templates.s;
	struct site_pages pages;
	struct buf html = BUF_INIT;

	if (!template_set_load(set, run->diag,
	    arena_printf(a, "%s/algemeen", templates).s) ||
	    !template_set_load(set, run->diag,
	    arena_printf(a, "%s/site", templates).s))
		return;
	site_tree(a, run->summaries, run->n, &pages);
	for (size_t i = 0; i < pages.n; i++) {
		buf_clear(&html);
		if (render_page(run, set, &pages.list[i], &html))
			out_write(run->diag, arena_printf(a, "%s/%s",
			    run->options->out, pages.list[i].path.s).s,
			    buf_str(&html));
	}
	buf_release(&html);
}

/* Copy the files of assets/NAME to out/assets/NAME. */
static void
copy_folder(struct run *run, const char *name)
{
	struct arena *a = run->arena;
	struct str from = arena_printf(a, "%s/%s", run->options->assets, name);
	struct dirent *entry;
	DIR *dir = opendir(from.s);

	if (!dir)
		return;	/* a house style need not have all of them */
	while ((entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			out_copy(run->diag, arena_printf(a, "%s/assets/%s/%s",
			    run->options->out, name, entry->d_name).s,
			    arena_printf(a, "%s/%s", from.s,
			    entry->d_name).s);
	closedir(dir);
}

static void
write_tokens(struct run *run)
{
	struct buf css = BUF_INIT;

	tokens_css(run->tools.style, &css);
	out_write(run->diag, arena_printf(run->arena,
	    "%s/assets/css/huisstijl.css", run->options->out).s,
	    buf_str(&css));
	buf_release(&css);
}

/* Those that assets/css asks for. */
static const struct {
	int weight;
	bool italic;
} web_fonts[] = { { 400, false }, { 400, true }, { 600, false },
	{ 700, false } };

/* The files of the house style's font, for a browser that lacks it. */
static void
copy_fonts(struct run *run)
{
	struct font_library *fonts = font_library_new();
	const struct value *family = value_path(run->tools.style,
	    "tokens.letter.tekst");
	const struct font *font;

	for (size_t i = 0; i < sizeof web_fonts / sizeof *web_fonts; i++) {
		font = font_open(fonts, run->diag, family->loc,
		    value_text(family), web_fonts[i].weight,
		    web_fonts[i].italic);
		if (font)
			out_copy(run->diag, arena_printf(run->arena,
			    "%s/assets/fonts/%s", run->options->out,
			    strrchr(font_file(font), '/') + 1).s,
			    font_file(font));
	}
	font_library_free(fonts);
}

void
publish_site(struct run *run)
{
	write_pages(run);
	write_tokens(run);
	copy_folder(run, "css");
	copy_folder(run, "icons");
	copy_folder(run, "script");
	copy_fonts(run);
}
