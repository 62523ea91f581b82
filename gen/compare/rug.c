/* rug.c -- comparison: a table with a column for each gemeente */
#include "parts.h"
#include "trees.h"

struct rug {
	struct arena *arena;
	const struct comparison *comparison;
	const struct columns *sheet;
};

/*
 * rijen: indicator (number or ""), titel, html (of the page of an onderdeel,
 * or ""), cellen: naam, goed, beter, leeg
 */
static void
add_rows(struct rug *r, struct value *list, const struct topic_group *group)
{
	struct arena *a = r->arena;

	for (size_t i = 0; i < group->n; i++) {
		const struct topic *row = &group->rows[i];
		struct value *map = tree_add(a, list), *cells, *cell;

		tree_text(a, map, "indicator", row_number(a, row));
		tree_value(a, map, "titel", row->title);
		tree_text(a, map, "html", row->number ? STR("") :
		    arena_printf(a, "%s.html", onderdeel_file(a, row).s));
		cells = tree_list(a, map, "cellen");
		for (size_t k = r->sheet->from; k < r->sheet->to; k++) {
			struct range one = { r->comparison, k, k + 1 };

			cell = tree_add(a, cells);
			tree_text(a, cell, "naam",
			    r->comparison->subjects[k]->name);
			set_findings(a, cell, &one, row);
		}
	}
}

/* A sheet: media, regios, gemeenten, groepen: titel, breedte, rijen. */
static void
add_sheet(struct rug *r, struct value *list, const struct topics *groups)
{
	struct arena *a = r->arena;
	const struct columns *sheet = r->sheet;
	struct value *map = tree_add(a, list), *all;

	set_heads(a, map, r->comparison, sheet);
	all = tree_list(a, map, "groepen");
	for (size_t i = 0; i < groups->n; i++) {
		struct value *group = tree_add(a, all);

		tree_value(a, group, "titel", groups->list[i].title);
		tree_number(a, group, "breedte",
		    (double)(sheet->to - sheet->from + 1));
		add_rows(r, tree_list(a, group, "rijen"), &groups->list[i]);
	}
}

static void
add_part(struct rug *r, struct value *parts, const char *title,
    const struct topics *groups)
{
	struct value *part, *sheets;
	struct columns *list;
	size_t n;

	if (!groups->n)
		return;
	part = tree_add(r->arena, parts);
	tree_text(r->arena, part, "titel", str_from(title));
	sheets = tree_list(r->arena, part, "bladen");
	n = cut_sheets(r->arena, r->comparison->n, RUG_COLUMNS,
	    &list);
	for (size_t i = 0; i < n; i++) {
		r->sheet = &list[i];
		add_sheet(r, sheets, groups);
	}
}

struct value *
rug_tree(struct arena *a, const struct view *page)
{
	const struct comparison *c = page->comparison;
	struct rug r = { .arena = a, .comparison = c };
	struct value *tree = page_tree(a, page), *parts;

	parts = tree_list(a, tree, "delen");
	add_part(&r, parts, "Per thema en onderdeel", &c->themes);
	add_part(&r, parts, "Per indicator van het toezichtkader",
	    &c->indicators);
	tree_finish(a, tree);
	return tree;
}
