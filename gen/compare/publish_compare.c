/* publish_compare.c -- pages and data to compare gemeenten with */
#include "publish_compare.h"

#include <sys/stat.h>

#include "../base/outputs.h"
#include "compare.h"
#include "../content/read/yaml.h"
#include "../page/page.h"
#include "../web/json.h"

static const char folder[] = "vergelijking";

static bool
exists(const char *path)
{
	struct stat st;

	return !stat(path, &st);
}

/* --- pages --- */

/* Each page has an arena of its own: there may be hundreds. */
static void
make_page(void *pages, const struct page_maker *m, size_t i)
{
	const struct compare_page *page = (struct compare_page *)pages + i;
	struct arena *a = arena_new();
	struct page_order order = {
		.path = page->path,
		.template = page->template,
		.data = page->tree(a, page),
		.author = page->comparison->author,
		.has_pdf = page->has_pdf,
	};

	if (page->is_picture)
		picture_make(m, a, &order);
	else
		page_make(m, a, &order);
	arena_free(a);
}

/* --- data --- */

static void
write_data(struct run *run, const struct comparison *c, const char *name,
    const struct buf *text)
{
	if (run->write)
		outputs_write(run->outputs, run->diag,
		    arena_printf(run->arena, "%s/%s/%s", c->folder.s, folder,
		    name), buf_str(text));
}

static void
write_tables(struct run *run, const struct comparison *c)
{
	struct arena *a = arena_new();
	struct buf text = BUF_INIT;

	compare_findings_csv(a, c, &text);
	write_data(run, c, "bevindingen.csv", &text);
	buf_clear(&text);
	compare_advices_csv(a, c, &text);
	write_data(run, c, "aanbevelingen.csv", &text);
	buf_release(&text);
	arena_free(a);
}

/*
 * The same data twice: a page that is opened from a disk may not read a file
 * of JSON, but it may run a script.
 */
static void
write_json(struct run *run, const struct comparison *c)
{
	struct arena *a = arena_new();
	struct buf json = BUF_INIT, script = BUF_INIT;

	json_value(compare_data(a, c), &json);
	buf_addc(&json, '\n');
	write_data(run, c, "vergelijking.json", &json);
	buf_adds(&script, "globalThis.vergelijking = ");
	buf_add(&script, buf_str(&json));
	write_data(run, c, "gegevens.js", &script);
	buf_release(&json);
	buf_release(&script);
	arena_free(a);
}

/* The schema of the data, as JSON. */
static void
write_schema(struct run *run, const struct comparison *c)
{
	const struct source *src = source_load(run->arena, run->diag,
	    arena_printf(run->arena, "%s/%s/gegevens.schema.yaml",
	    run->options->templates, folder).s);
	struct value *schema = src ? yaml_parse(run->arena, run->diag, src) :
	    NULL;
	struct buf json = BUF_INIT;

	if (!schema)
		return;
	json_value(schema, &json);
	buf_addc(&json, '\n');
	write_data(run, c, "vergelijking.schema.json", &json);
	buf_release(&json);
}

/* --- everything --- */

/* So that the site's pages can lead here. */
static void
mark_summaries(struct run *run, const struct comparison *c)
{
	for (size_t i = 0; i < run->n; i++)
		for (size_t k = 0; k < c->n; k++)
			if (run->subjects[i] == c->subjects[k])
				run->summaries[i].is_compared = true;
}

static void
publish(struct run *run, const struct template_set *templates,
    const struct comparison *c)
{
	struct compare_pages pages;
	size_t pictures = 0;

	mark_summaries(run, c);
	compare_pages(run->arena, c, &pages);
	while (pictures < pages.n && pages.list[pictures].is_picture)
		pictures++;
	/* pages show pictures */
	pages_each(run, templates, pictures, make_page, pages.list);
	pages_each(run, templates, pages.n - pictures, make_page,
	    pages.list + pictures);
	write_tables(run, c);
	write_json(run, c);
	write_schema(run, c);
}

/* Read a YAML file and check it by a schema of ours. */
static const struct value *
read_checked(struct run *run, const char *path, const char *schema_path)
{
	struct arena *a = run->arena;
	struct diag *d = run->diag;
	struct schema *schema;
	const struct source *src;
	struct value *v;

	if (!exists(path))
		return NULL;
	schema = schema_load(a, d, schema_path);
	src = source_load(a, d, path);
	v = src ? yaml_parse(a, d, src) : NULL;
	return schema && v && schema_check(schema, a, d, v) ? v : NULL;
}

/* Onderzoeken under another kader: only as vergelijking.yaml maps them. */
static void
add_others(struct run *run, struct comparison *c)
{
	struct arena *a = run->arena;
	const struct comparison_source source = { run->subjects, run->n };
	const struct value *mapping = read_checked(run,
	    arena_printf(a, "%s/%s/vergelijking.yaml",
	    run->options->content, c->folder.s).s,
	    arena_printf(a, "%s/%s/vergelijking.schema.yaml",
	    run->options->templates, folder).s);

	if (mapping)
		compare_others(a, run->diag, c, mapping, &source);
}

void
publish_comparisons(struct run *run)
{
	struct arena *a = run->arena;
	struct template_set *set = template_set_new(a);
	const char *templates = run->tools.templates.s;
	const char *assets = run->options->assets;
	const char *own = arena_printf(a, "%s/%s", templates, folder).s;
	struct comparisons all;
	const struct value *tiles;

	compare_find(a, run->diag, run->subjects, run->n, &all);
	if (!all.n || !exists(own))
		return;
	if (!template_set_load(set, run->diag,
	    arena_printf(a, "%s/algemeen", templates).s) ||
	    !template_set_load(set, run->diag, own))
		return;
	/* a house style need not have a map of tiles */
	tiles = read_checked(run, arena_printf(a, "%s/tegels.yaml", assets).s,
	    arena_printf(a, "%s/tegels.schema.yaml", assets).s);
	for (size_t i = 0; i < all.n; i++) {
		struct comparison c = all.list[i];

		add_others(run, &c);
		c.tiles = tiles;
		c.colors = value_path(run->tools.style, "tokens.kleur");
		c.out = str_from(run->options->out);
		publish(run, set, &c);
	}
}
