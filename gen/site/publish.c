/* publish.c -- what the site has beside its reports: pages and assets */
#include "publish.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "../base/outputs.h"
#include "../content/schema/reference.h"
#include "../compare/publish_compare.h"
#include "../nazorg/publish_nazorg.h"
#include "../page/page.h"
#include "site_tree.h"
#include "../web/tokens.h"

/* What may stand in the files of a kind of document, from its schema. */
static void
write_reference(const struct page_maker *m, struct arena *a,
    const struct kind *kind)
{
	const struct loc nowhere = { 0 };
	struct value *data = value_new(a, VALUE_MAP, nowhere);

	value_set(a, data, STR("naam"), nowhere,
	    value_string(a, nowhere, schema_title(kind->schema)));
	value_set(a, data, STR("groepen"), nowhere,
	    schema_reference(kind->schema, a));
	page_make(m, a, &(struct page_order){
		.path = arena_printf(a, "naslag/%s.html", kind->name.s),
		.template = "naslag", .data = data });
}

/* The pages about onderzoeken, regions, gemeenten and kinds of document. */
static void
write_pages(struct run *run)
{
	struct arena *a = run->arena;
	struct template_set *set = template_set_new(a);
	const char *templates = run->tools.templates.s;
	struct page_maker m = { .run = run, .templates = set,
		.diag = run->diag };
	struct site_pages pages;

	if (!template_set_load(set, run->diag,
	    arena_printf(a, "%s/algemeen", templates).s) ||
	    !template_set_load(set, run->diag,
	    arena_printf(a, "%s/site", templates).s))
		return;
	site_tree(a, run->summaries, run->n, &pages);
	for (size_t i = 0; i < pages.n; i++)
		page_make(&m, a, &(struct page_order){
			.path = pages.list[i].path,
			.template = pages.list[i].template,
			.data = pages.list[i].data });
	for (size_t i = 0; i < run->tools.n_kinds; i++)
		if (run->tools.kinds[i].sound)
			write_reference(&m, a, &run->tools.kinds[i]);
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
			outputs_copy(run->outputs, run->diag,
			    arena_printf(a, "assets/%s/%s", name,
			    entry->d_name), arena_printf(a, "%s/%s", from.s,
			    entry->d_name).s);
	closedir(dir);
}

static void
write_tokens(struct run *run)
{
	struct buf css = BUF_INIT;

	tokens_css(run->tools.style, &css);
	outputs_write(run->outputs, run->diag,
	    STR("assets/css/huisstijl.css"), buf_str(&css));
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
			outputs_copy(run->outputs, run->diag,
			    arena_printf(run->arena, "assets/fonts/%s",
			    strrchr(font_file(font), '/') + 1),
			    font_file(font));
	}
	font_library_free(fonts);
}

void
publish_check(struct run *run)
{
	publish_comparisons(run);
	publish_nazorg(run);
	write_pages(run);
}

void
publish_site(struct run *run)
{
	publish_check(run);
	write_tokens(run);
	copy_folder(run, "css");
	copy_folder(run, "icons");
	copy_folder(run, "script");
	copy_fonts(run);
	if (value_is_true(value_find(run->tools.settings, "adres")))
		publish_sitemap(run);
	else
		printf("Geen sitemap gemaakt: in %s/site.yaml staat geen "
		    "adres.\n", run->options->content);
}
