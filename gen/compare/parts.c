/* parts.c -- comparison: what the trees of several pages have in common */
#include "parts.h"

/* Is the page about region i? */
static bool
is_about(const struct view *page, size_t i)
{
	return !page->n_areas || i == page->area ||
	    (page->n_areas > 1 && i == page->other);
}

struct value *
page_tree(struct arena *a, const struct view *page)
{
	const struct comparison *c = page->comparison;
	struct value *tree = tree_new(a);
	size_t n = 0, examples = 0;

	for (size_t i = 0; i < c->n_areas; i++)
		if (is_about(page, i)) {
			n++;
			examples += c->areas[i].is_example;
		}
	tree_text(a, tree_map(a, tree, "onderzoek"), "titel", c->title);
	tree_bool(a, tree, "heeft_voorbeelden", examples > 0);
	tree_bool(a, tree, "alles_verzonnen", examples == n);
	return tree;
}

struct str
profile_file(struct arena *a, const struct area *area)
{
	return arena_printf(a, "profiel-%s", area->folder.s);
}

struct str
gemeenten_file(struct arena *a, const struct area *area)
{
	return arena_printf(a, "gemeenten-%s", area->folder.s);
}

struct str
pair_file(struct arena *a, const struct area *one, const struct area *other)
{
	return arena_printf(a, "naast-%s--%s", one->folder.s,
	    other->folder.s);
}

struct str
other_file(struct arena *a, const struct other *other)
{
	return arena_printf(a, "anders-%s", other->folder.s);
}

struct str
onderdeel_file(struct arena *a, const struct topic *row)
{
	return arena_printf(a, "onderdeel-%s", row->id.s);
}

struct value *
add_subject(struct arena *a, struct value *list, const struct subject *s)
{
	struct value *map = tree_add(a, list);

	tree_text(a, map, "naam", s->name);
	tree_text(a, map, "regio", s->regio_name);
	tree_text(a, map, "code", s->code);
	tree_text(a, map, "html", arena_printf(a, "%s/index.html",
	    s->path.s));
	tree_bool(a, map, "voorbeeld", s->is_example);
	return map;
}

struct value *
add_area(struct arena *a, struct value *list, const struct area *area)
{
	struct value *map = tree_add(a, list);
	size_t n = area->to - area->from;

	tree_text(a, map, "naam", area->name);
	tree_bool(a, map, "voorbeeld", area->is_example);
	tree_text(a, map, "profiel", arena_printf(a, "%s.html",
	    profile_file(a, area).s));
	tree_text(a, map, "naast", n < 2 ? STR("") : arena_printf(a,
	    "%s.html", gemeenten_file(a, area).s));
	tree_number(a, map, "aantal", (double)n);
	return map;
}

struct str
row_number(struct arena *a, const struct topic *row)
{
	return row->number ? arena_printf(a, "%.0f", row->number) : STR("");
}

size_t
cut_sheets(struct arena *a, size_t n, size_t most, struct columns **list)
{
	size_t count = (n + most - 1) / most, n_sheets = 0;
	struct columns *sheets = arena_array(a, count + 1, sizeof *sheets);

	*list = sheets;
	sheets[n_sheets++] = (struct columns){ 0, n, count > 1 ? "web" : "" };
	/* sheets of about the same width */
	for (size_t i = 0; count > 1 && i < count; i++)
		sheets[n_sheets++] = (struct columns){ n * i / count,
			n * (i + 1) / count, "pdf" };
	return n_sheets;
}

size_t
spread(const struct range *range, const struct topic *row, bool good)
{
	size_t n = 0;

	for (size_t i = range->from; i < range->to; i++) {
		const struct subject *s = range->comparison->subjects[i];
		bool found = false;

		for (size_t k = 0; k < s->n_findings && !found; k++)
			found = s->findings[k].good == good &&
			    row_has(row, &s->findings[k]);
		n += found;
	}
	return n;
}

void
set_findings(struct arena *a, struct value *map, const struct range *range,
    const struct topic *row)
{
	struct value *good = tree_shared(a, map, "goed");
	struct value *better = tree_shared(a, map, "beter");

	for (size_t i = range->from; i < range->to; i++) {
		const struct subject *s = range->comparison->subjects[i];

		for (size_t k = 0; k < s->n_findings; k++)
			if (row_has(row, &s->findings[k]))
				value_add(a, s->findings[k].good ? good :
				    better, s->findings[k].value);
	}
	tree_bool(a, map, "leeg", !good->n && !better->n);
}

void
set_examples(struct arena *a, struct value *shared, const struct range *range)
{
	for (size_t i = range->from; i < range->to; i++) {
		const struct value *list =
		    range->comparison->subjects[i]->examples;

		for (size_t k = 0; k < list->n; k++)
			value_add(a, shared, list->items[k]);
	}
}

void
set_heads(struct arena *a, struct value *map, const struct comparison *c,
    const struct columns *sheet)
{
	struct value *list;

	tree_text(a, map, "media", str_from(sheet->media));
	list = tree_list(a, map, "regios");
	for (size_t i = 0; i < c->n_areas; i++) {
		const struct area *area = &c->areas[i];
		size_t from = area->from > sheet->from ? area->from :
		    sheet->from;
		size_t to = area->to < sheet->to ? area->to : sheet->to;

		if (from < to)
			tree_number(a, add_area(a, list, area), "kolommen",
			    (double)(to - from));
	}
	list = tree_list(a, map, "gemeenten");
	for (size_t i = sheet->from; i < sheet->to; i++)
		add_subject(a, list, c->subjects[i]);
}
