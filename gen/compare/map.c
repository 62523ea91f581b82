/* map.c -- comparison: the overview, with a map of tiles */
#include "parts.h"
#include "trees.h"

enum { STEP = 24, PER_ROW = 24, CAPTION = 24 };	/* pixels; tiles */

/* Which subject has this code, or c->n; one that is made up is not there. */
static size_t
find_code(const struct comparison *c, struct str code)
{
	size_t i = 0;

	while (i < c->n && (c->subjects[i]->is_example ||
	    !str_eq(c->subjects[i]->code, code)))
		i++;
	return i;
}

static void
add_tile(struct arena *a, struct value *list, double x, double y,
    size_t number)
{
	struct value *map = tree_add(a, list);

	tree_number(a, map, "x", x);
	tree_number(a, map, "y", y);
	tree_text(a, map, "nummer", number ? arena_printf(a, "%zu", number) :
	    STR(""));
}

struct extent {
	double width, height;	/* in tiles */
};

/* The tiles of the country; on_map learns which subjects are among them. */
static struct extent
add_country(struct arena *a, struct value *list, const struct comparison *c,
    bool *on_map)
{
	const struct value *tiles = value_find(c->tiles, "tegels");
	struct extent e = { 0, 0 };

	for (size_t i = 0; i < tiles->n; i++) {
		const struct value *tile = tiles->items[i];
		double column = value_find(tile, "kolom")->number;
		double row = value_find(tile, "rij")->number;
		size_t s = find_code(c, value_text_at(tile, "code"));

		on_map[s] = true;
		add_tile(a, list, (column - 1) * STEP, (row - 1) * STEP,
		    s < c->n ? s + 1 : 0);
		if (column > e.width)
			e.width = column;
		if (row > e.height)
			e.height = row;
	}
	return e;
}

/*
 * Below the country, from top on: a caption and the gemeenten that are not on
 * it, either those that are made up or the others.  Where they end.
 */
static double
add_apart(struct arena *a, struct value *list, const struct comparison *c,
    const bool *on_map, bool is_example, double top)
{
	struct value *map, *tiles;
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++) {
		if (on_map[i] || c->subjects[i]->is_example != is_example)
			continue;
		if (!n) {
			map = tree_add(a, list);
			tree_bool(a, map, "verzonnen", is_example);
			tree_number(a, map, "bijschrift", top + CAPTION - 8);
			tiles = tree_list(a, map, "tegels");
		}
		add_tile(a, tiles, (double)(n % PER_ROW * STEP), top +
		    CAPTION + (double)(n / PER_ROW * STEP), i + 1);
		n++;
	}
	return n ? top + CAPTION + (double)((n + PER_ROW - 1) / PER_ROW *
	    STEP) : top;
}

struct value *
map_tree(struct arena *a, const struct view *page)
{
	const struct comparison *c = page->comparison;
	struct value *tree = tree_new(a), *apart;
	bool *on_map = arena_array(a, c->n + 1, sizeof *on_map);
	struct extent e = add_country(a, tree_list(a, tree, "tegels"), c,
	    on_map);
	double end = e.height * STEP;

	apart = tree_list(a, tree, "apart");
	end = add_apart(a, apart, c, on_map, false, end);
	end = add_apart(a, apart, c, on_map, true, end);
	tree_number(a, tree, "breedte", (e.width > PER_ROW ? e.width :
	    PER_ROW) * STEP);
	tree_number(a, tree, "hoogte", end);
	tree_value(a, tree, "kleur", (struct value *)c->colors);
	tree_finish(a, tree);
	return tree;
}

/* --- the overview --- */

static void
count_findings(struct arena *a, struct value *map, const struct subject *s)
{
	size_t good = 0;

	for (size_t i = 0; i < s->n_findings; i++)
		good += s->findings[i].good;
	tree_number(a, map, "goed", (double)good);
	tree_number(a, map, "beter", (double)(s->n_findings - good));
}

/* paren: naam and html of each other region, regio: this one */
static void
add_pairs(struct arena *a, struct value *list, const struct comparison *c,
    size_t area)
{
	for (size_t i = 0; i < c->n_areas; i++) {
		size_t one = i < area ? i : area, other = i < area ? area : i;
		struct value *map;

		if (i == area)
			continue;
		map = tree_add(a, list);
		tree_text(a, map, "naam", c->areas[i].name);
		tree_text(a, map, "regio", c->areas[area].name);
		tree_text(a, map, "html", arena_printf(a, "%s.html",
		    pair_file(a, &c->areas[one], &c->areas[other]).s));
	}
}

static void
add_regions(struct arena *a, struct value *list, const struct comparison *c)
{
	for (size_t i = 0; i < c->n_areas; i++) {
		const struct area *area = &c->areas[i];
		struct value *map = add_area(a, list, area), *names, *item;

		names = tree_list(a, map, "gemeenten");
		for (size_t k = area->from; k < area->to; k++) {
			item = add_subject(a, names, c->subjects[k]);
			tree_number(a, item, "kaartnummer", (double)(k + 1));
			count_findings(a, item, c->subjects[k]);
		}
		add_pairs(a, tree_list(a, map, "paren"), c, i);
	}
}

/* themas: titel, onderdelen: titel, html, goed, beter (in how many) */
static void
add_themes(struct arena *a, struct value *list, const struct comparison *c)
{
	const struct range all = { c, 0, c->n };

	for (size_t i = 0; i < c->themes.n; i++) {
		const struct topic_group *group = &c->themes.list[i];
		struct value *map = tree_add(a, list), *parts;

		tree_value(a, map, "titel", group->title);
		parts = tree_list(a, map, "onderdelen");
		for (size_t k = 0; k < group->n; k++) {
			const struct topic *row = &group->rows[k];

			map = tree_add(a, parts);
			tree_value(a, map, "titel", row->title);
			tree_text(a, map, "html", arena_printf(a, "%s.html",
			    onderdeel_file(a, row).s));
			tree_number(a, map, "goed", (double)spread(&all, row,
			    true));
			tree_number(a, map, "beter", (double)spread(&all, row,
			    false));
		}
	}
}

struct value *
index_tree(struct arena *a, const struct view *page)
{
	const struct comparison *c = page->comparison;
	struct value *tree = page_tree(a, page), *others, *map;

	add_regions(a, tree_list(a, tree, "regios"), c);
	add_themes(a, tree_list(a, tree, "themas"), c);
	others = tree_list(a, tree, "anderen");
	for (size_t i = 0; i < c->n_others; i++) {
		map = tree_add(a, others);
		tree_text(a, map, "naam", c->others[i].title);
		tree_text(a, map, "html", arena_printf(a, "%s.html",
		    other_file(a, &c->others[i]).s));
	}
	tree_number(a, tree, "gemeenten", (double)c->n);
	tree_text(a, tree, "kaart", !c->tiles ? STR("") : arena_printf(a,
	    "%s/%s/vergelijking/kaart.svg", c->out.s, c->folder.s));
	tree_finish(a, tree);
	return tree;
}
