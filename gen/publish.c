/* publish.c -- what the site has beside its reports: index and assets */
#include "publish.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/diag.h"
#include "base/out.h"
#include "content/facets.h"
#include "web/tokens.h"
#include "web/web.h"

static const struct loc nowhere;

static void
set_text(struct arena *a, struct value *map, const char *name,
    struct str text)
{
	value_set(a, map, str_from(name), nowhere,
	    value_string(a, nowhere, text));
}

/* XHTML that is made already; empty if there is none. */
static void
set_markup(struct arena *a, struct value *map, const char *name,
    struct str xhtml)
{
	struct value *v = value_string(a, nowhere, xhtml);

	v->kind = VALUE_MARKUP;
	value_set(a, map, str_from(name), nowhere, v);
}

static struct value *
set_list(struct arena *a, struct value *map, const char *name)
{
	struct value *list = value_new(a, VALUE_LIST, nowhere);

	value_set(a, map, str_from(name), nowhere, list);
	return list;
}

static struct value *
add_map(struct arena *a, struct value *list)
{
	struct value *map = value_new(a, VALUE_MAP, nowhere);

	value_add(a, list, map);
	return map;
}

static void
add_document(struct arena *a, struct value *list, const struct summary *s)
{
	struct value *map = add_map(a, list);

	set_text(a, map, "titel", s->titel);
	set_text(a, map, "gemeente", s->gemeente);
	set_text(a, map, "soort", s->soort);
	set_text(a, map, "datum", s->datum);
	set_text(a, map, "html",
	    arena_printf(a, "%s/index.html", s->path.s));
	set_text(a, map, "pdf", arena_printf(a, "%s/rapport.pdf", s->path.s));
}

/* The first part, or the first two, of a path. */
static struct str
head(struct str path, size_t parts)
{
	size_t at = 0, n = 0;

	while (at < path.n && (path.s[at] != '/' || ++n < parts))
		at++;
	return str_slice(path, 0, at);
}

/* The index stands at the top of out/ and has no PDF. */
static void
set_site(struct arena *a, struct value *data)
{
	struct value *site = value_new(a, VALUE_MAP, nowhere);

	set_text(a, site, "basis", STR(""));
	set_text(a, site, "pdf", STR(""));
	value_set(a, data, STR("site"), nowhere, site);
}

/*
 * Summaries are sorted by path, so an onderzoek, and a regio within it, ends
 * where the head of the path changes.
 */
static struct value *
index_data(struct arena *a, const struct run *run)
{
	struct value *data = value_new(a, VALUE_MAP, nowhere);
	struct value *onderzoeken = set_list(a, data, "onderzoeken");
	struct value *onderzoek, *regio, *regios = NULL, *documenten = NULL;
	const struct summary *s, *last = NULL;

	set_site(a, data);
	for (size_t i = 0; i < run->n; i++) {
		s = &run->summaries[i];
		if (!s->made)
			continue;
		if (!last || !str_eq(head(last->path, 1), head(s->path, 1))) {
			onderzoek = add_map(a, onderzoeken);
			set_text(a, onderzoek, "titel", s->onderzoek);
			set_markup(a, onderzoek, "omschrijving",
			    s->omschrijving);
			regios = set_list(a, onderzoek, "regios");
		}
		if (!last || !str_eq(head(last->path, 2), head(s->path, 2))) {
			regio = add_map(a, regios);
			set_text(a, regio, "naam", s->regio);
			documenten = set_list(a, regio, "documenten");
		}
		add_document(a, documenten, s);
		last = s;
	}
	return data;
}

static bool
render_index(struct run *run, struct buf *html)
{
	struct arena *a = run->arena;
	struct diag *d = run->diag;
	struct template_set *set = template_set_new(a);
	struct template_options options = { set, true };
	const struct template *t;
	struct document *document;
	struct buf xhtml = BUF_INIT;
	struct trace trace = { 0 };
	const char *templates = run->tools.templates.s;
	bool ok;

	ok = template_set_load(set, d, arena_printf(a, "%s/algemeen",
	    templates).s) && template_set_load(set, d,
	    arena_printf(a, "%s/site", templates).s);
	t = ok ? template_find(set, STR("index")) : NULL;
	ok = t && template_render(t, index_data(a, run), &options, a, d,
	    &xhtml, &trace);
	document = ok ? document_parse(a, d, buf_str(&xhtml), &trace) : NULL;
	ok = document && document_finish(a, d, document);
	if (ok)
		html_write(document->root, html);
	buf_release(&xhtml);
	return ok;
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
	struct buf html = BUF_INIT;

	if (render_index(run, &html))
		out_write(run->diag, arena_printf(run->arena, "%s/index.html",
		    run->options->out).s, buf_str(&html));
	buf_release(&html);
	write_tokens(run);
	copy_folder(run, "css");
	copy_folder(run, "icons");
	copy_folder(run, "script");
	copy_fonts(run);
}
