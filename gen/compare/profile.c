/* profile.c -- comparison: counts of a region, and what recurs */
#include "parts.h"
#include "trees.h"

struct counts {
	size_t good, better;
};

static bool
group_has(const struct topic_group *group, const struct finding *f)
{
	for (size_t i = 0; i < group->n; i++)
		if (row_has(&group->rows[i], f))
			return true;
	return false;
}

static struct counts
count(const struct range *range, const struct topic_group *group)
{
	struct counts n = { 0, 0 };

	for (size_t i = range->from; i < range->to; i++) {
		const struct subject *s = range->comparison->subjects[i];

		for (size_t k = 0; k < s->n_findings; k++) {
			if (!group_has(group, &s->findings[k]))
				continue;
			if (s->findings[k].good)
				n.good++;
			else
				n.better++;
		}
	}
	return n;
}

/* --- what recurs --- */

/*
 * An item for an indicator if its findings of one kind recur: indicator,
 * titel, and goed, goed_keert_terug, goed_gemeenten (in how many), beter …
 */
static void
add_if_recurring(struct arena *a, struct value *list,
    const struct range *range, const struct topic *row)
{
	size_t good = spread(range, row, true);
	size_t better = spread(range, row, false);
	struct value *map;

	if (good < 2 && better < 2)
		return;
	map = tree_add(a, list);
	tree_text(a, map, "indicator", row_number(a, row));
	tree_value(a, map, "titel", row->title);
	set_findings(a, map, range, row);
	tree_bool(a, map, "goed_keert_terug", good > 1);
	tree_bool(a, map, "beter_keert_terug", better > 1);
	tree_number(a, map, "goed_gemeenten", (double)good);
	tree_number(a, map, "beter_gemeenten", (double)better);
}

static void
add_recurring(struct arena *a, struct value *list, const struct range *range)
{
	const struct topics *groups = &range->comparison->indicators;

	for (size_t i = 0; i < groups->n; i++)
		for (size_t k = 0; k < groups->list[i].n; k++)
			add_if_recurring(a, list, range,
			    &groups->list[i].rows[k]);
}

struct value *
recurring_tree(struct arena *a, const struct view *page)
{
	const struct comparison *c = page->comparison;
	struct value *tree = page_tree(a, page);
	struct range all = { c, 0, c->n };

	tree_number(a, tree, "gemeenten", (double)c->n);
	add_recurring(a, tree_list(a, tree, "terugkerend"), &all);
	tree_finish(a, tree);
	return tree;
}

/* --- the bar chart: so narrow that a telephone shows readable text --- */

enum {
	CHART_WIDTH = 440, BAR_WIDTH = 320, BAR_HEIGHT = 20,
	THEME_HEIGHT = 80, TITLE_HEIGHT = 22,
};

static void
set_bar(struct arena *a, struct value *map, const char *name, size_t n,
    size_t most)
{
	struct value *bar = tree_map(a, map, name);
	double length = most ? (double)(n * BAR_WIDTH / most) : 0;

	tree_number(a, bar, "aantal", (double)n);
	tree_number(a, bar, "lengte", length);
	tree_number(a, bar, "einde", length + 8);
}

/* The most findings of one kind in one thema: the longest bar. */
static size_t
longest(const struct range *range)
{
	const struct topics *themes = &range->comparison->themes;
	size_t most = 0;

	for (size_t i = 0; i < themes->n; i++) {
		struct counts n = count(range, &themes->list[i]);

		if (n.good > most)
			most = n.good;
		if (n.better > most)
			most = n.better;
	}
	return most;
}

struct value *
chart_tree(struct arena *a, const struct view *page)
{
	const struct comparison *c = page->comparison;
	const struct area *area = &c->areas[page->area];
	const struct range range = { c, area->from, area->to };
	struct value *tree = tree_new(a), *list, *map;
	size_t most = longest(&range);

	tree_number(a, tree, "breedte", CHART_WIDTH);
	tree_number(a, tree, "hoogte",
	    (double)(c->themes.n * THEME_HEIGHT));
	tree_number(a, tree, "staaf", BAR_HEIGHT);
	tree_value(a, tree, "kleur", (struct value *)c->colors);
	list = tree_list(a, tree, "themas");
	for (size_t i = 0; i < c->themes.n; i++) {
		const struct topic_group *group = &c->themes.list[i];
		struct counts n = count(&range, group);

		map = tree_add(a, list);
		tree_value(a, map, "titel", group->title);
		tree_number(a, map, "boven", (double)(i * THEME_HEIGHT));
		set_bar(a, map, "goed", n.good, most);
		set_bar(a, map, "beter", n.better, most);
	}
	return tree;
}

/* --- the page --- */

/* themas: titel, goed, beter, samen (numbers) */
static void
add_counts(struct arena *a, struct value *list, const struct range *range)
{
	const struct topics *themes = &range->comparison->themes;

	for (size_t i = 0; i < themes->n; i++) {
		struct counts n = count(range, &themes->list[i]);
		struct value *map = tree_add(a, list);

		tree_value(a, map, "titel", themes->list[i].title);
		tree_number(a, map, "goed", (double)n.good);
		tree_number(a, map, "beter", (double)n.better);
		tree_number(a, map, "samen", (double)(n.good + n.better));
	}
}

struct value *
profile_tree(struct arena *a, const struct view *page)
{
	const struct comparison *c = page->comparison;
	const struct area *area = &c->areas[page->area];
	const struct range range = { c, area->from, area->to };
	struct value *tree = page_tree(a, page), *map, *list;
	struct str chart = arena_printf(a, "%s.svg",
	    profile_file(a, area).s);

	tree_text(a, tree, "naam", area->name);
	tree_bool(a, tree, "voorbeeld", area->is_example);
	map = tree_map(a, tree, "grafiek");
	tree_text(a, map, "html", chart);
	tree_text(a, map, "bestand", arena_printf(a, "%s/%s/vergelijking/%s",
	    c->out.s, c->folder.s, chart.s));
	tree_number(a, map, "breedte", CHART_WIDTH);
	tree_number(a, map, "hoogte", (double)(c->themes.n * THEME_HEIGHT));
	list = tree_list(a, tree, "gemeenten");
	for (size_t i = area->from; i < area->to; i++)
		add_subject(a, list, c->subjects[i]);
	add_counts(a, tree_list(a, tree, "themas"), &range);
	set_examples(a, tree_shared(a, tree, "voorbeelden"), &range);
	add_recurring(a, tree_list(a, tree, "terugkerend"), &range);
	tree_finish(a, tree);
	return tree;
}
