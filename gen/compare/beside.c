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
	struct sheet *sheets;
	size_t n_sheets;
	bool is_pair;		/* columns are regions */
};

static void
add_columns(struct beside *b, struct value *list, const struct sheet *sheet)
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
add_sheet(struct beside *b, struct value *list, const struct sheet *sheet,
    const struct row *row)
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

/*
 * themas: titel, onderdelen: onderwerp, titel (the same, "" if it is the
 * thema's), bladen
 */
static void
add_themes(struct beside *b, struct value *list, const struct groups *themes)
{
	struct arena *a = b->arena;

	for (size_t i = 0; i < themes->n; i++) {
		const struct group *group = &themes->list[i];
		struct value *map = tree_add(a, list), *parts, *part, *sheets;

		tree_value(a, map, "titel", group->title);
		parts = tree_list(a, map, "onderdelen");
		for (size_t k = 0; k < group->n; k++) {
			const struct row *row = &group->rows[k];

			part = tree_add(a, parts);
			tree_text(a, part, "titel", row->title == group->title
			    ? STR("") : row->title->text);
			tree_value(a, part, "onderwerp", row->title);
			sheets = tree_list(a, part, "bladen");
			for (size_t s = 0; s < b->n_sheets; s++)
				add_sheet(b, sheets, &b->sheets[s], row);
		}
	}
}

static struct value *
beside_tree(struct beside *b, const struct compare_page *page)
{
	const struct comparison *c = page->comparison;
	struct arena *a = b->arena;
	struct value *tree = page_tree(a, page);
	struct sheet all = { 0, b->n, "" };

	b->n_sheets = cut_sheets(a, b->n, COLUMNS, &b->sheets);
	tree_bool(a, tree, "paar", b->is_pair);
	tree_text(a, tree, "naam", c->areas[page->area].name);
	add_columns(b, tree_list(a, tree, "kolommen"), &all);
	add_themes(b, tree_list(a, tree, "themas"), &c->themes);
	tree_finish(a, tree);
	return tree;
}

struct value *
gemeenten_tree(struct arena *a, const struct compare_page *page)
{
	const struct comparison *c = page->comparison;
	const struct area *area = &c->areas[page->area];
	struct beside b = { .arena = a, .n = area->to - area->from };

	b.columns = arena_array(a, b.n, sizeof *b.columns);
	for (size_t i = 0; i < b.n; i++) {
		size_t at = area->from + i;

		b.columns[i] = (struct column){ c->subjects[at]->name,
			{ c, at, at + 1 }, c->subjects[at]->is_example };
	}
	return beside_tree(&b, page);
}

struct value *
pair_tree(struct arena *a, const struct compare_page *page)
{
	const struct comparison *c = page->comparison;
	struct column columns[2];
	struct beside b = { .arena = a, .columns = columns, .n = 2,
		.is_pair = true };

	for (size_t i = 0; i < 2; i++) {
		const struct area *area =
		    &c->areas[i ? page->other : page->area];

		columns[i] = (struct column){ area->name,
			{ c, area->from, area->to }, area->is_example };
	}
	return beside_tree(&b, page);
}
