/* overview_tree.c -- nazorg: an overview as a tree, for its page */
#include "overview_tree.h"

#include <stdlib.h>

#include "../content/value/tree.h"
#include "letter.h"

/* --- gemeenten --- */

static int
compare_days(const void *a, const void *b)
{
	const day_number *d = a, *e = b;

	return *d < *e ? -1 : *d > *e;
}

/* All days on which being late may begin or end, in order. */
static size_t
turning_points(struct arena *a, const struct dossier *d, day_number **days)
{
	size_t n = 0;

	*days = arena_array(a, d->n_stukken + 2 * d->n_moves + 2,
	    sizeof **days);
	(*days)[n++] = d->asked;
	(*days)[n++] = d->talk + 1;
	for (size_t i = 0; i < d->n_moves; i++) {
		(*days)[n++] = d->moves[i].to;
		(*days)[n++] = d->moves[i].on;
	}
	for (size_t i = 0; i < d->n_stukken; i++)
		(*days)[n++] = d->stukken[i].day;
	qsort(*days, n, sizeof **days, compare_days);
	return n;
}

/* "2020-05-01/2020-05-20 2021-01-21/": from day to the first good day. */
static struct str
late_spans(struct arena *a, const struct follow *f)
{
	struct buf b = BUF_INIT;
	day_number *days;
	size_t n = turning_points(a, f->dossier, &days);
	bool late = false;

	for (size_t i = 0; i < n; i++) {
		struct standing s = dossier_standing(f->dossier, days[i]);

		if (s.is_late == late)
			continue;
		late = s.is_late;
		if (late)
			buf_addf(&b, "%s%s/", b.n ? " " : "",
			    day_iso(a, days[i]).s);
		else
			buf_add(&b, day_iso(a, days[i]));
	}
	return buf_detach(&b, a);
}

/* The letter that is due, if it can be made: its address below out/, or "". */
static struct str
due_letter(struct arena *a, const struct follow *f)
{
	const struct value *data = f->dossier->data;
	struct letter *list;
	size_t n = letters_find(a, f->dossier, &f->standing, &list);

	if (f->standing.letter == LETTER_NONE ||
	    !value_is_true(value_path(data, "nazorg.geadresseerde")) ||
	    !value_is_true(value_path(data,
	    "onderzoek.afzender.contact.email")))
		return STR("");
	return arena_printf(a, "%s/%s.html", f->dossier->path.s,
	    list[n - 1].file.s);
}

static void
add_gemeente(struct arena *a, struct value *list, const struct follow *f)
{
	struct value *v = dossier_tree(a, f->dossier, &f->standing), *next;
	day_number day;
	const char *what = follow_next(f, &day);
	enum letter_kind letter = f->standing.letter;

	next = tree_map(a, v, "volgende");
	tree_text(a, next, "wat", str_from(what));
	tree_value(a, next, "datum", day_value(a, day));
	tree_text(a, v, "brief_naam", letter == LETTER_NONE ? STR("") :
	    str_from(letter_words[letter].title));
	tree_text(a, v, "brief_html", due_letter(a, f));
	tree_text(a, v, "dagen_te_laat", late_spans(a, f));
	value_add(a, list, v);
}

/* --- recommendations --- */

/* The thema that a recommendation of a gemeente's tree stands under. */
static struct str
thema_of(const struct value *recommendation)
{
	const struct value *themas = value_find(recommendation, "themas");

	return themas && themas->n ? value_text_at(themas->items[0], "titel") :
	    STR("Andere aanbevelingen");
}

/* A thema with its recommendations. */
struct thema {
	struct str title;
	struct value *list;
};

struct themas {
	struct arena *arena;
	struct value *tree;
	struct thema *list;	/* in the order in which they turn up */
	size_t n;
	size_t count[STATUS_COUNT];
};

/* There are a handful of them in an onderzoek. */
static struct value *
thema_list(struct themas *t, struct str title)
{
	struct value *map;

	for (size_t i = 0; i < t->n; i++)
		if (str_eq(t->list[i].title, title))
			return t->list[i].list;
	map = tree_add(t->arena, t->tree);
	tree_text(t->arena, map, "titel", title);
	t->list = arena_grow(t->arena, t->list, t->n, sizeof *t->list);
	t->list[t->n] = (struct thema){ title,
		tree_list(t->arena, map, "aanbevelingen") };
	return t->list[t->n++].list;
}

static void
add_recommendations(struct themas *t, const struct follow *f,
    const struct value *gemeente)
{
	static const char *const names[] = { "id", "nummer", "kort", "html",
		"stand", "geschiedenis" };
	const struct value *list = value_find(gemeente, "aanbevelingen");
	const struct answer *answer;

	for (size_t i = 0; i < list->n; i++) {
		struct value *v = tree_add(t->arena,
		    thema_list(t, thema_of(list->items[i])));

		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			tree_value(t->arena, v, names[k],
			    value_find(list->items[i], names[k]));
		tree_text(t->arena, v, "pad", f->dossier->path);
		tree_text(t->arena, v, "gemeente", f->dossier->name);
		tree_bool(t->arena, v, "voorbeeld", f->dossier->is_example);
		answer = recommendation_answer(
		    &f->dossier->recommendations[i], f->standing.today);
		t->count[answer ? answer->status : STATUS_NONE]++;
	}
}

static void
add_themas(struct arena *a, struct value *tree, const struct overview *o,
    const struct value *gemeenten)
{
	struct themas t = { .arena = a, .tree = tree_list(a, tree, "themas") };
	struct value *list = tree_list(a, tree, "standen"), *v;

	for (size_t i = 0; i < o->n; i++)
		add_recommendations(&t, &o->list[i], gemeenten->items[i]);
	for (size_t i = 0; i < STATUS_COUNT; i++) {
		v = tree_add(a, list);
		status_show(a, v, i);
		tree_number(a, v, "aantal", (double)t.count[i]);
	}
}

/* --- timelines --- */

static void
add_events(struct arena *a, struct value *list, const struct follow *f)
{
	struct events e;
	struct value *v;

	events_find(a, f, &e);
	for (size_t i = 0; i < e.n; i++) {
		const struct event *event = &e.list[i];

		v = tree_add(a, list);
		tree_text(a, v, "gemeente", f->dossier->name);
		tree_bool(a, v, "voorbeeld", f->dossier->is_example);
		tree_value(a, v, "datum", day_value(a, event->day));
		tree_text(a, v, "wat", event->recommendation ?
		    arena_printf(a, "%s (%s)", event_names[event->kind],
		    event->recommendation->id.s) :
		    str_from(event_names[event->kind]));
	}
}

static void
add_timelines(struct arena *a, struct value *tree, const struct overview *o,
    const struct timelines *all)
{
	struct value *list = tree_list(a, tree, "tijdlijnen"), *v, *events;

	for (size_t i = 0; i < all->n; i++) {
		const struct timeline *t = &all->list[i];

		v = tree_add(a, list);
		tree_text(a, v, "titel", t->title);
		tree_bool(a, v, "voorbeeld",
		    o->list[t->from].dossier->is_example);
		tree_text(a, v, "html", arena_printf(a, "%s.svg", t->name.s));
		tree_text(a, v, "bestand", arena_printf(a,
		    "%s/%s/nazorg/%s.svg", o->out.s, o->folder.s,
		    t->name.s));
		tree_number(a, v, "breedte", t->width);
		tree_number(a, v, "hoogte", t->height);
		events = tree_list(a, v, "gebeurtenissen");
		for (size_t k = t->from; k < t->to; k++)
			add_events(a, events, &o->list[k]);
	}
}

struct value *
nazorg_tree(struct arena *a, const struct overview *o,
    const struct timelines *timelines)
{
	struct value *tree = tree_new(a), *list;

	tree_text(a, tree_map(a, tree, "onderzoek"), "titel", o->title);
	tree_value(a, tree, "peildatum", day_value(a, o->today));
	tree_number(a, tree, "aantal", (double)o->n);
	tree_number(a, tree, "te_laat", (double)o->n_late);
	tree_number(a, tree, "brieven", (double)o->n_letters);
	tree_bool(a, tree, "heeft_voorbeelden", o->has_examples);
	tree_bool(a, tree, "alles_verzonnen", o->all_examples);
	list = tree_list(a, tree, "gemeenten");
	for (size_t i = 0; i < o->n; i++)
		add_gemeente(a, list, &o->list[i]);
	add_themas(a, tree, o, list);
	add_timelines(a, tree, o, timelines);
	tree_finish(a, tree);
	return tree;
}
