/* beside.c -- comparison: findings in columns next to each other */
#include "parts.h"
#include "trees.h"

enum { COLUMNS = 3 };	/* that a page of the PDF has room for */

struct column {
	struct str name;
	struct range range;
	bool is_example;
};

struct beside {
	struct arena *arena;
	struct column *columns;
	size_t n;
	struct columns *sheets;
	size_t n_sheets;
};

static void
add_columns(struct beside *b, struct value *list, const struct columns *sheet)
{
	for (size_t i = sheet->from; i < sheet->to; i++) {
		struct value *map = tree_add(b->arena, list);

		tree_text(b->arena, map, "naam", b->columns[i].name);
		tree_bool(b->arena, map, "voorbeeld",
		    b->columns[i].is_example);
	}
}

/* A sheet: media, kolommen, cellen: naam, goed, beter, leeg. */
static void
add_sheet(struct beside *b, struct value *list, const struct columns *sheet,
    const struct topic *row)
{
	struct arena *a = b->arena;
	struct value *map = tree_add(a, list), *cells, *cell;

	tree_text(a, map, "media", str_from(sheet->media));
	add_columns(b, tree_list(a, map, "kolommen"), sheet);
	cells = tree_list(a, map, "cellen");
	for (size_t i = sheet->from; i < sheet->to; i++) {
		cell = tree_add(a, cells);
		tree_text(a, cell, "naam", b->columns[i].name);
		set_findings(a, cell, &b->columns[i].range, row);
	}
}

/* onderdelen: onderwerp, titel (the same, "" if it is the thema's), bladen */
static void
add_part(struct beside *b, struct value *parts, const struct topic_group *group,
    const struct topic *row)
{
	struct arena *a = b->arena;
	struct value *part = tree_add(a, parts), *sheets;

	tree_text(a, part, "titel", row->title == group->title ? STR("") :
	    row->title->text);
	tree_value(a, part, "onderwerp", row->title);
	sheets = tree_list(a, part, "bladen");
	for (size_t i = 0; i < b->n_sheets; i++)
		add_sheet(b, sheets, &b->sheets[i], row);
}

/* themas: titel, onderdelen; all of them, or only that of one row */
static void
add_themes(struct beside *b, struct value *list, const struct topics *themes,
    const struct topic *only)
{
	for (size_t i = 0; i < themes->n; i++) {
		const struct topic_group *group = &themes->list[i];
		struct value *map, *parts;

		if (only && (only < group->rows ||
		    only >= group->rows + group->n))
			continue;
		map = tree_add(b->arena, list);
		tree_value(b->arena, map, "titel", group->title);
		parts = tree_list(b->arena, map, "onderdelen");
		for (size_t k = 0; k < group->n; k++)
			if (!only || only == &group->rows[k])
				add_part(b, parts, group, &group->rows[k]);
	}
}

static struct value *
beside_tree(struct beside *b, const struct view *page)
{
	const struct comparison *c = page->comparison;
	struct arena *a = b->arena;
	struct value *tree = page_tree(a, page);
	struct columns all = { 0, b->n, "" };

	b->n_sheets = cut_sheets(a, b->n, COLUMNS, &b->sheets);
	add_columns(b, tree_list(a, tree, "kolommen"), &all);
	add_themes(b, tree_list(a, tree, "themas"), &c->themes, page->row);
	return tree;
}

/* voorbeelden: the good examples of each column, naam and teksten */
static void
add_examples(struct beside *b, struct value *tree)
{
	struct arena *a = b->arena;
	struct value *list = tree_list(a, tree, "voorbeelden"), *map, *texts;

	for (size_t i = 0; i < b->n; i++) {
		map = tree_add(a, list);
		tree_text(a, map, "naam", b->columns[i].name);
		texts = tree_shared(a, map, "teksten");
		set_examples(a, texts, &b->columns[i].range);
	}
}

/* Columns for n regions: those of which, or all of them. */
static void
set_regions(struct beside *b, const struct comparison *c,
    const size_t *which, size_t n)
{
	b->n = n;
	b->columns = arena_array(b->arena, n, sizeof *b->columns);
	for (size_t i = 0; i < n; i++) {
		const struct area *area = &c->areas[which ? which[i] : i];

		b->columns[i] = (struct column){ area->name,
			{ c, area->from, area->to }, area->is_example };
	}
}

struct value *
gemeenten_tree(struct arena *a, const struct view *page)
{
	const struct comparison *c = page->comparison;
	const struct area *area = &c->areas[page->area];
	struct beside b = { .arena = a, .n = area->to - area->from };
	struct value *tree;

	b.columns = arena_array(a, b.n, sizeof *b.columns);
	for (size_t i = 0; i < b.n; i++) {
		size_t at = area->from + i;

		b.columns[i] = (struct column){ c->subjects[at]->name,
			{ c, at, at + 1 }, c->subjects[at]->is_example };
	}
	tree = beside_tree(&b, page);
	tree_bool(a, tree, "paar", false);
	tree_text(a, tree, "naam", area->name);
	add_examples(&b, tree);
	tree_finish(a, tree);
	return tree;
}

struct value *
pair_tree(struct arena *a, const struct view *page)
{
	const size_t which[] = { page->area, page->other };
	struct beside b = { .arena = a };
	struct value *tree;

	set_regions(&b, page->comparison, which, 2);
	tree = beside_tree(&b, page);
	tree_bool(a, tree, "paar", true);
	tree_text(a, tree, "naam", b.columns[0].name);
	add_examples(&b, tree);
	tree_finish(a, tree);
	return tree;
}

/* Adds regios: naam, voorbeeld, gemeenten, goed, beter (in how many). */
struct value *
onderdeel_tree(struct arena *a, const struct view *page)
{
	const struct comparison *c = page->comparison;
	struct beside b = { .arena = a };
	struct value *tree, *list, *map;

	set_regions(&b, c, NULL, c->n_areas);
	tree = beside_tree(&b, page);
	tree_value(a, tree, "onderwerp", page->row->title);
	list = tree_list(a, tree, "regios");
	for (size_t i = 0; i < c->n_areas; i++) {
		const struct range *range = &b.columns[i].range;

		map = add_area(a, list, &c->areas[i]);
		tree_number(a, map, "goed", (double)spread(range, page->row,
		    true));
		tree_number(a, map, "beter", (double)spread(range, page->row,
		    false));
	}
	tree_finish(a, tree);
	return tree;
}
