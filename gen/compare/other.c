/* other.c -- comparison: an onderzoek under another kader beside this one */
#include "../base/diag.h"
#include "parts.h"
#include "trees.h"

/* --- which ones --- */

static bool
has_thema(const struct subject *s, struct str id)
{
	const struct value *themas = value_find(s->onderzoek_data, "themas");

	for (size_t i = 0; i < themas->n; i++)
		if (str_eq(value_text_at(themas->items[i], "id"), id))
			return true;
	return false;
}

static bool
check_thema(struct arena *a, struct diag *d, const struct subject *s,
    const struct value *id)
{
	if (has_thema(s, value_text(id)))
		return true;
	diag_at(d, id->loc, DIAG_COMPARE_THEMA, arena_cstr(a, id->text),
	    s->onderzoek.s);
	return false;
}

/* All themas that the mapping names must exist, here and there. */
static bool
check_mapping(struct arena *a, struct diag *d, const struct comparison *c,
    const struct other *other)
{
	const struct value *list = value_find(other->mapping, "themas");
	bool ok = true;

	for (size_t i = 0; i < list->n; i++) {
		const struct value *there = value_find(list->items[i],
		    "daar");

		ok = check_thema(a, d, c->subjects[0], value_find(
		    list->items[i], "thema")) && ok;
		for (size_t k = 0; k < there->n; k++)
			ok = check_thema(a, d, other->subjects[0],
			    there->items[k]) && ok;
	}
	return ok;
}

static void
add_other(struct arena *a, struct diag *d, struct comparison *c,
    const struct value *mapping, const struct comparison_source *all)
{
	const struct value *name = value_find(mapping, "onderzoek");
	struct other other = { .mapping = mapping };

	for (size_t i = 0; i < all->n; i++) {
		struct subject *s = all->subjects[i];

		if (!s || !s->n_passages ||
		    !str_eq(s->onderzoek, value_text(name)))
			continue;
		other.subjects = arena_grow(a, other.subjects, other.n,
		    sizeof(s));
		other.subjects[other.n++] = s;
	}
	if (!other.n) {
		diag_at(d, name->loc, DIAG_COMPARE_ONDERZOEK,
		    arena_cstr(a, value_text(name)));
		return;
	}
	if (!check_mapping(a, d, c, &other))
		return;
	other.folder = other.subjects[0]->onderzoek;
	other.title = value_text_at(other.subjects[0]->onderzoek_data, "titel");
	c->others = arena_grow(a, c->others, c->n_others, sizeof *c->others);
	c->others[c->n_others++] = other;
}

void
compare_others(struct arena *a, struct diag *d, struct comparison *c,
    const struct value *mapping, const struct comparison_source *all)
{
	const struct value *list = value_find(mapping, "naast");

	for (size_t i = 0; i < list->n; i++)
		add_other(a, d, c, list->items[i], all);
}

/* --- the page --- */

/* delen: deel (its name), teksten: of all reports there, about one thema */
static void
add_parts(struct arena *a, struct value *list, const struct other *other,
    struct str thema)
{
	const struct value *parts = value_find(other->mapping, "delen");

	for (size_t i = 0; i < parts->n; i++) {
		struct str id = value_text_at(parts->items[i], "deel");
		struct value *map = tree_add(a, list), *texts;

		tree_text(a, map, "deel", value_text_at(parts->items[i],
		    "titel"));
		texts = tree_shared(a, map, "teksten");
		for (size_t s = 0; s < other->n; s++) {
			const struct subject *subject = other->subjects[s];

			for (size_t k = 0; k < subject->n_passages; k++)
				if (str_eq(subject->passages[k].part, id) &&
				    str_eq(subject->passages[k].thema, thema))
					value_add(a, texts,
					    subject->passages[k].value);
		}
	}
}

/* daar: titel, delen */
static void
add_there(struct arena *a, struct value *list, const struct other *other,
    const struct value *ids)
{
	const struct value *themas = value_find(
	    other->subjects[0]->onderzoek_data, "themas");

	for (size_t i = 0; i < ids->n; i++)
		for (size_t k = 0; k < themas->n; k++) {
			struct str id = value_text_at(themas->items[k], "id");
			struct value *map;

			if (!str_eq(id, value_text(ids->items[i])))
				continue;
			map = tree_add(a, list);
			tree_text(a, map, "titel",
			    value_text_at(themas->items[k], "titel"));
			add_parts(a, tree_list(a, map, "delen"), other, id);
		}
}

/* onderdelen: titel, goed, beter, leeg */
static void
add_here(struct arena *a, struct value *list, const struct comparison *c,
    const struct topic_group *group)
{
	const struct range all = { c, 0, c->n };

	for (size_t i = 0; i < group->n; i++) {
		struct value *map = tree_add(a, list);

		tree_value(a, map, "titel", group->rows[i].title);
		set_findings(a, map, &all, &group->rows[i]);
	}
}

/* themas: titel, onderdelen, daar */
static void
add_thema(struct arena *a, struct value *list, const struct comparison *c,
    const struct other *other, const struct value *entry)
{
	struct str id = value_text_at(entry, "thema");

	for (size_t i = 0; i < c->themes.n; i++) {
		const struct topic_group *group = &c->themes.list[i];
		struct value *map;

		if (!str_eq(group->id, id))
			continue;
		map = tree_add(a, list);
		tree_value(a, map, "titel", group->title);
		add_here(a, tree_list(a, map, "onderdelen"), c, group);
		add_there(a, tree_list(a, map, "daar"), other,
		    value_find(entry, "daar"));
	}
}

struct value *
other_tree(struct arena *a, const struct view *page)
{
	const struct comparison *c = page->comparison;
	const struct other *other = &c->others[page->other];
	const struct value *entries = value_find(other->mapping, "themas");
	struct value *tree = page_tree(a, page), *list;

	tree_text(a, tree_map(a, tree, "ander"), "titel", other->title);
	list = tree_list(a, tree, "gemeenten");
	for (size_t i = 0; i < other->n; i++)
		add_subject(a, list, other->subjects[i]);
	list = tree_list(a, tree, "themas");
	for (size_t i = 0; i < entries->n; i++)
		add_thema(a, list, c, other, entries->items[i]);
	tree_finish(a, tree);
	return tree;
}
