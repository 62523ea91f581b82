/* pages.c -- comparison: which pages there are, and which files of data */
#include "../content/read/yaml.h"
#include "../page/run.h"
#include "../web/json.h"
#include "parts.h"
#include "trees.h"

enum {
	WEB = 1u << FORMAT_HTML,
	BOTH = 1u << FORMAT_HTML | 1u << FORMAT_PDF,
	PICTURE = 1u << FORMAT_PICTURE
};

struct lister {
	struct arena *arena;
	const struct comparison *comparison;
	const struct template_set *templates;
	struct pages *pages;
};

/* --- pages --- */

static struct value *
tree_of_view(struct making *m)
{
	const struct view *view = m->page->of;

	return view->tree(m->arena, view);
}

static struct str
address_of(struct lister *l, struct str name, const char *ending)
{
	return arena_printf(l->arena, "%s/vergelijking/%s.%s",
	    l->comparison->folder.s, name.s, ending);
}

/* A page with this name (without extension). */
static void
add(struct lister *l, struct str name, const char *template,
    unsigned formats, struct view view)
{
	struct view *kept = arena_alloc(l->arena, sizeof *kept);

	*kept = view;
	kept->comparison = l->comparison;
	pages_add(l->arena, l->pages, (struct page){
		.address = address_of(l, name, formats == PICTURE ? "svg" :
		    "html"),
		.formats = formats,
		.templates = l->templates,
		.template = template,
		.tree = tree_of_view,
		.of = kept,
		.author = l->comparison->author,
	});
}

static void
add_pictures(struct lister *l)
{
	const struct comparison *c = l->comparison;

	if (c->tiles)
		add(l, STR("kaart"), "kaart", PICTURE,
		    (struct view){ .tree = map_tree });
	for (size_t i = 0; i < c->n_areas; i++)
		add(l, profile_file(l->arena, &c->areas[i]), "staven", PICTURE,
		    (struct view){ .tree = chart_tree, .n_areas = 1,
			.area = i });
}

static void
add_area_pages(struct lister *l, size_t i)
{
	const struct comparison *c = l->comparison;
	const struct area *area = &c->areas[i];

	add(l, profile_file(l->arena, area), "profiel", BOTH,
	    (struct view){ .tree = profile_tree, .n_areas = 1, .area = i });
	if (area->to - area->from > 1)
		add(l, gemeenten_file(l->arena, area), "naast", BOTH,
		    (struct view){ .tree = gemeenten_tree, .n_areas = 1,
			.area = i });
	for (size_t k = i + 1; k < c->n_areas; k++)
		add(l, pair_file(l->arena, area, &c->areas[k]), "naast", BOTH,
		    (struct view){ .tree = pair_tree, .n_areas = 2, .area = i,
			.other = k });
}

static void
add_onderdelen(struct lister *l)
{
	const struct topics *themes = &l->comparison->themes;

	for (size_t i = 0; i < themes->n; i++)
		for (size_t k = 0; k < themes->list[i].n; k++) {
			const struct topic *row = &themes->list[i].rows[k];

			add(l, onderdeel_file(l->arena, row), "onderdeel",
			    BOTH, (struct view){ .tree = onderdeel_tree,
				.row = row });
		}
}

static void
add_overviews(struct lister *l)
{
	add(l, STR("index"), "index", BOTH,
	    (struct view){ .tree = index_tree });
	add(l, STR("kies"), "kies", WEB,
	    (struct view){ .tree = index_tree });
	add(l, STR("rug"), "rug", BOTH, (struct view){ .tree = rug_tree });
	add(l, STR("terugkerend"), "terugkerend", BOTH,
	    (struct view){ .tree = recurring_tree });
	add(l, STR("aanbevelingen"), "aanbevelingen", BOTH,
	    (struct view){ .tree = advice_tree });
}

/* --- data --- */

static void
write_findings(struct making *m, struct buf *out)
{
	compare_findings_csv(m->arena, m->page->of, out);
}

static void
write_advices(struct making *m, struct buf *out)
{
	compare_advices_csv(m->arena, m->page->of, out);
}

static void
write_json(struct making *m, struct buf *out)
{
	json_value(compare_data(m->arena, m->page->of), out);
	buf_addc(out, '\n');
}

/*
 * The same data once more: a page that is opened from a disk may not read a
 * file of JSON, but it may run a script.
 */
static void
write_script(struct making *m, struct buf *out)
{
	buf_adds(out, "globalThis.vergelijking = ");
	write_json(m, out);
}

/* The schema of the data, as JSON. */
static void
write_schema(struct making *m, struct buf *out)
{
	const struct comparison *c = m->page->of;
	struct value *schema = yaml_load(m->arena, m->by->diag, c->schema);

	if (!schema) {
		m->ok = false;
		return;
	}
	json_value(schema, out);
	buf_addc(out, '\n');
}

static const struct {
	const char *name, *ending;
	void (*write)(struct making *, struct buf *);
} data_files[] = {
	{ "bevindingen", "csv", write_findings },
	{ "aanbevelingen", "csv", write_advices },
	{ "vergelijking", "json", write_json },
	{ "gegevens", "js", write_script },
	{ "vergelijking", "schema.json", write_schema },
};

static void
add_data(struct lister *l)
{
	for (size_t i = 0; i < sizeof data_files / sizeof *data_files; i++)
		pages_add(l->arena, l->pages, (struct page){
			.address = address_of(l, str_from(data_files[i].name),
			    data_files[i].ending),
			.formats = 1u << FORMAT_DATA,
			.write = data_files[i].write,
			.of = (struct comparison *)l->comparison,
		});
}

void
compare_pages(struct arena *a, const struct comparison *c,
    const struct template_set *templates, struct pages *pages)
{
	struct lister l = { a, c, templates, pages };

	add_pictures(&l);
	add_overviews(&l);
	add_onderdelen(&l);
	for (size_t i = 0; i < c->n_others; i++)
		add(&l, other_file(a, &c->others[i]), "anders", BOTH,
		    (struct view){ .tree = other_tree, .other = i });
	for (size_t i = 0; i < c->n_areas; i++)
		add_area_pages(&l, i);
	add_data(&l);
}
