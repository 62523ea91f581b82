/* pages.c -- comparison: which pages there are */
#include "parts.h"
#include "trees.h"

struct pages {
	struct arena *arena;
	const struct comparison *comparison;
	struct compare_pages *list;
};

/* Give it a name (without extension) and put it at the end. */
static void
add(struct pages *p, struct str name, struct compare_page page)
{
	struct compare_pages *all = p->list;

	page.comparison = p->comparison;
	page.path = arena_printf(p->arena, "%s/vergelijking/%s.%s",
	    p->comparison->folder.s, name.s,
	    page.is_picture ? "svg" : "html");
	all->list = arena_grow(p->arena, all->list, all->n,
	    sizeof *all->list);
	all->list[all->n++] = page;
}

static void
add_pictures(struct pages *p)
{
	const struct comparison *c = p->comparison;

	if (c->tiles)
		add(p, STR("kaart"), (struct compare_page){
			.template = "kaart", .is_picture = true,
			.tree = map_tree });
	for (size_t i = 0; i < c->n_areas; i++)
		add(p, profile_file(p->arena, &c->areas[i]),
		    (struct compare_page){ .template = "staven",
			.is_picture = true, .tree = chart_tree,
			.n_areas = 1, .area = i });
}

static void
add_area_pages(struct pages *p, size_t i)
{
	const struct comparison *c = p->comparison;
	const struct area *area = &c->areas[i];

	add(p, profile_file(p->arena, area), (struct compare_page){
		.template = "profiel", .has_pdf = true,
		.tree = profile_tree, .n_areas = 1, .area = i });
	if (area->to - area->from > 1)
		add(p, gemeenten_file(p->arena, area), (struct compare_page){
			.template = "naast", .has_pdf = true,
			.tree = gemeenten_tree, .n_areas = 1, .area = i });
	for (size_t k = i + 1; k < c->n_areas; k++)
		add(p, pair_file(p->arena, area, &c->areas[k]),
		    (struct compare_page){ .template = "naast",
			.has_pdf = true, .tree = pair_tree, .n_areas = 2,
			.area = i, .other = k });
}

static void
add_onderdelen(struct pages *p)
{
	const struct groups *themes = &p->comparison->themes;

	for (size_t i = 0; i < themes->n; i++)
		for (size_t k = 0; k < themes->list[i].n; k++) {
			const struct row *row = &themes->list[i].rows[k];

			add(p, onderdeel_file(p->arena, row),
			    (struct compare_page){ .template = "onderdeel",
				.has_pdf = true, .tree = onderdeel_tree,
				.row = row });
		}
}

void
compare_pages(struct arena *a, const struct comparison *c,
    struct compare_pages *list)
{
	struct pages p = { a, c, list };

	*list = (struct compare_pages){ 0 };
	add_pictures(&p);
	add(&p, STR("index"), (struct compare_page){ .template = "index",
		.has_pdf = true, .tree = overview_tree });
	add(&p, STR("kies"), (struct compare_page){ .template = "kies",
		.tree = overview_tree });
	add(&p, STR("rug"), (struct compare_page){ .template = "rug",
		.has_pdf = true, .tree = rug_tree });
	add(&p, STR("terugkerend"), (struct compare_page){
		.template = "terugkerend", .has_pdf = true,
		.tree = recurring_tree });
	add(&p, STR("aanbevelingen"), (struct compare_page){
		.template = "aanbevelingen", .has_pdf = true,
		.tree = advice_tree });
	add_onderdelen(&p);
	for (size_t i = 0; i < c->n_others; i++)
		add(&p, other_file(a, &c->others[i]), (struct compare_page){
			.template = "anders", .has_pdf = true,
			.tree = other_tree, .other = i });
	for (size_t i = 0; i < c->n_areas; i++)
		add_area_pages(&p, i);
}
