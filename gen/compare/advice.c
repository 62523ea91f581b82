/* advice.c -- comparison: recommendations, by thema and by gemeente */
#include "parts.h"
#include "trees.h"

/* Recommendations name a thema, or one of its onderdelen. */
static bool
touches(const struct topic_group *group, const struct advice *advice)
{
	for (size_t i = 0; i < advice->themas->n; i++) {
		struct str id = value_text(advice->themas->items[i]);

		if (str_eq(id, group->id))
			return true;
		for (size_t k = 0; k < group->n; k++)
			if (str_eq(id, group->rows[k].id))
				return true;
	}
	return false;
}

/* Those of one gemeente that touch the thema; how many. */
static size_t
add_advices(struct arena *a, struct value *shared, const struct subject *s,
    const struct topic_group *group)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n_advices; i++)
		if (touches(group, &s->advices[i])) {
			value_add(a, shared, s->advices[i].value);
			n++;
		}
	return n;
}

/* rijen: titel, cellen: naam, aanbevelingen */
static void
add_rows(struct arena *a, struct value *rows, const struct comparison *c,
    const struct columns *sheet)
{
	for (size_t i = 0; i < c->themes.n; i++) {
		const struct topic_group *group = &c->themes.list[i];
		struct value *map = tree_add(a, rows), *cells, *cell;

		tree_value(a, map, "titel", group->title);
		cells = tree_list(a, map, "cellen");
		for (size_t k = sheet->from; k < sheet->to; k++) {
			cell = tree_add(a, cells);
			tree_text(a, cell, "naam", c->subjects[k]->name);
			add_advices(a, tree_shared(a, cell, "aanbevelingen"),
			    c->subjects[k], group);
		}
	}
}

/* themas: titel, gemeenten (how many), aanbevelingen */
static void
add_themes(struct arena *a, struct value *list, const struct comparison *c)
{
	for (size_t i = 0; i < c->themes.n; i++) {
		const struct topic_group *group = &c->themes.list[i];
		struct value *map = tree_add(a, list), *all;
		size_t n = 0;

		tree_value(a, map, "titel", group->title);
		all = tree_shared(a, map, "aanbevelingen");
		for (size_t k = 0; k < c->n; k++)
			n += add_advices(a, all, c->subjects[k], group) > 0;
		tree_number(a, map, "gemeenten", (double)n);
	}
}

struct value *
advice_tree(struct arena *a, const struct view *page)
{
	const struct comparison *c = page->comparison;
	struct value *tree = page_tree(a, page), *sheets, *map;
	struct columns *list;
	size_t n = cut_sheets(a, c->n, RUG_COLUMNS, &list);

	sheets = tree_list(a, tree, "bladen");
	for (size_t i = 0; i < n; i++) {
		map = tree_add(a, sheets);
		set_heads(a, map, c, &list[i]);
		add_rows(a, tree_list(a, map, "rijen"), c, &list[i]);
	}
	add_themes(a, tree_list(a, tree, "themas"), c);
	tree_finish(a, tree);
	return tree;
}
