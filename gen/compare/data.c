/* data.c -- comparison: everything as one tree, for JSON */
#include "compare.h"
#include "../content/value/tree.h"

static void
add_onderdelen(struct arena *a, struct value *list,
    const struct topic_group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		struct value *map = tree_add(a, list);

		tree_text(a, map, "id", group->rows[i].id);
		tree_value(a, map, "titel", group->rows[i].title);
	}
}

static void
add_themes(struct arena *a, struct value *list, const struct topics *themes)
{
	for (size_t i = 0; i < themes->n; i++) {
		struct value *map = tree_add(a, list);

		tree_text(a, map, "id", themes->list[i].id);
		tree_value(a, map, "titel", themes->list[i].title);
		add_onderdelen(a, tree_list(a, map, "onderdelen"),
		    &themes->list[i]);
	}
}

static void
add_indicators(struct arena *a, struct value *list,
    const struct topics *groups)
{
	for (size_t i = 0; i < groups->n; i++)
		for (size_t k = 0; k < groups->list[i].n; k++) {
			const struct topic *row = &groups->list[i].rows[k];
			struct value *map = tree_add(a, list);

			tree_number(a, map, "nummer", row->number);
			tree_text(a, map, "titel", tree_plain(a, row->title));
		}
}

static struct value *
member(const struct value *map, const char *name)
{
	return value_find(map, name);
}

static void
add_findings(struct arena *a, struct value *list, const struct subject *s)
{
	for (size_t i = 0; i < s->n_findings; i++) {
		const struct finding *f = &s->findings[i];
		struct value *map = tree_add(a, list);

		tree_text(a, map, "onderdeel", f->onderdeel);
		tree_text(a, map, "oordeel", f->good ? STR("goed") :
		    STR("beter"));
		tree_value(a, map, "indicatoren", member(f->value,
		    "indicatoren"));
		tree_value(a, map, "titel", member(f->value, "titel"));
		tree_value(a, map, "tekst", member(f->value, "tekst"));
		tree_value(a, map, "html", member(f->value, "html"));
	}
}

static void
add_advices(struct arena *a, struct value *list, const struct subject *s)
{
	for (size_t i = 0; i < s->n_advices; i++) {
		const struct advice *advice = &s->advices[i];
		struct value *map = tree_add(a, list);

		tree_value(a, map, "kenmerk", member(advice->value,
		    "kenmerk"));
		tree_text(a, map, "status", value_text_at(advice->value,
		    "stand.status"));
		tree_value(a, map, "themas", (struct value *)advice->themas);
		tree_value(a, map, "tekst", member(advice->value, "tekst"));
		tree_value(a, map, "html", member(advice->value, "html"));
	}
}

static void
add_examples(struct arena *a, struct value *list, const struct subject *s)
{
	for (size_t i = 0; i < s->examples->n; i++) {
		const struct value *example = s->examples->items[i];
		struct value *map = tree_add(a, list);

		tree_value(a, map, "indicatoren", member(example,
		    "indicatoren"));
		tree_value(a, map, "tekst", member(example, "tekst"));
	}
}

struct value *
compare_data(struct arena *a, const struct comparison *c)
{
	struct value *tree = tree_new(a), *list, *map;

	tree_text(a, tree, "onderzoek", c->title);
	add_themes(a, tree_list(a, tree, "themas"), &c->themes);
	add_indicators(a, tree_list(a, tree, "indicatoren"), &c->indicators);
	list = tree_list(a, tree, "gemeenten");
	for (size_t i = 0; i < c->n; i++) {
		const struct subject *s = c->subjects[i];

		map = tree_add(a, list);
		tree_text(a, map, "code", s->code);
		tree_text(a, map, "naam", s->name);
		tree_text(a, map, "regio", s->regio_name);
		tree_bool(a, map, "voorbeeld", s->is_example);
		tree_text(a, map, "html", arena_printf(a, "%s/index.html",
		    s->path.s));
		add_findings(a, tree_list(a, map, "bevindingen"), s);
		add_advices(a, tree_list(a, map, "aanbevelingen"), s);
		add_examples(a, tree_list(a, map, "voorbeelden"), s);
	}
	return tree;
}
