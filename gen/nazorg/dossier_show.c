/* dossier_show.c -- nazorg: what readers of the report may know of it */
#include "dossier_private.h"

#include <string.h>

#include "../content/value/facets.h"
#include "../content/value/tree.h"
#include "dossier_tree.h"

static const struct loc nowhere;

static struct value *
null_value(struct arena *a)
{
	return value_new(a, VALUE_NULL, nowhere);
}

/* "stuk-02-antwoord": where the page of the report tells of it. */
static struct str
stuk_anchor(struct arena *a, const struct stuk *s)
{
	const char *end = strrchr(s->file.s, '.');
	size_t n = end ? (size_t)(end - s->file.s) : s->file.n;

	return arena_printf(a, "stuk-%.*s", (int)n, s->file.s);
}

/* A member that lives elsewhere, or null. */
static void
show_field(struct arena *a, struct value *map, const char *name,
    const struct value *v)
{
	tree_value(a, map, name, v ? (struct value *)v : null_value(a));
}

/* The last reply about it that readers may see: where, or "". */
static struct str
last_reply(struct arena *a, const struct recommendation *r, day_number today)
{
	for (size_t i = r->n; i-- > 0;) {
		const struct stuk *s = r->answers[i].stuk;

		if (s->day <= today && s->kind == STUK_REPLY &&
		    stuk_is_public(s))
			return stuk_anchor(a, s);
	}
	return STR("");
}

/*
 * The status is no secret; what the gemeente said about it is, unless that
 * stuk may be published.
 */
static struct value *
stand_of(struct arena *a, const struct recommendation *r, day_number today)
{
	static const char *const lasting[] = { "maatregel", "eigenaar",
		"gereed_op" };
	const struct answer *answer = recommendation_answer(r, today);
	const struct value *reason;
	struct value *v;

	if (!answer)
		return null_value(a);
	v = tree_new(a);
	status_show(a, v, answer->status);
	tree_value(a, v, "datum", day_value(a, answer->stuk->day));
	tree_bool(a, v, "loopt", answer->status < STATUS_REPORTED);
	tree_text(a, v, "stuk", last_reply(a, r, today));
	for (size_t i = 0; i < sizeof lasting / sizeof *lasting; i++)
		show_field(a, v, lasting[i], recommendation_field(r,
		    lasting[i], today, true));
	reason = value_find(answer->value, "reden");
	show_field(a, v, "reden", stuk_is_public(answer->stuk) ? reason :
	    NULL);
	return v;
}

static void
show_recommendations(struct arena *a, const struct dossier *d,
    const struct value *list, day_number today)
{
	size_t next = 0;	/* of the dossier, which is in the same order */

	for (size_t i = 0; list && list->kind == VALUE_LIST && i < list->n;
	    i++) {
		struct value *item = list->items[i], *stand = NULL;

		if (item->kind != VALUE_MAP)
			continue;
		if (!value_find(item, "id"))
			tree_text(a, item, "id", STR(""));
		if (d && next < d->n &&
		    d->recommendations[next].value == item)
			stand = stand_of(a, &d->recommendations[next++],
			    today);
		tree_value(a, item, "stand", stand ? stand : null_value(a));
	}
}

/* Readers know a recommendation by its number. */
static void
number_answers(struct arena *a, const struct dossier *d,
    const struct stuk *s)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct recommendation *r = &d->recommendations[i];

		for (size_t k = 0; k < r->n; k++)
			if (r->answers[k].stuk == s)
				tree_text(a, (struct value *)
				    r->answers[k].value, "aanbeveling",
				    arena_printf(a, "%zu", i + 1));
	}
}

/* What readers may know of one stuk; html is the way to a letter. */
static void
show_stuk(struct arena *a, const struct dossier *d, const struct stuk *s,
    struct value *v)
{
	static const char *const names[] = { "soort", "tekst",
		"aanbevelingen" };
	bool is_letter = s->kind == STUK_LETTER && s->letter < LETTER_KINDS;
	struct value *member;

	number_answers(a, d, s);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		member = value_find(s->value, names[i]);
		tree_value(a, v, names[i], member ? member : null_value(a));
	}
	tree_text(a, v, "anker", stuk_anchor(a, s));
	tree_text(a, v, "naam", stuk_title(s));
	tree_value(a, v, "datum", day_value(a, s->day));
	tree_text(a, v, "html", is_letter ? arena_printf(a, "%s.html",
	    letter_file(a, s->letter, letter_count(d, s)).s) : STR(""));
}

static struct value *
public_stukken(struct arena *a, const struct dossier *d, day_number today)
{
	struct value *list = value_new(a, VALUE_LIST, nowhere);

	for (size_t i = 0; i < d->n_stukken; i++) {
		if (d->stukken[i].day > today)
			break;
		if (stuk_is_public(&d->stukken[i]))
			show_stuk(a, d, &d->stukken[i], tree_add(a, list));
	}
	facets_list(a, list);
	facets_items(a, list);
	return list;
}

void
dossier_show(struct arena *a, const struct dossier *d, struct value *data,
    day_number today)
{
	struct member *nazorg = value_member(data, STR("nazorg"));
	struct value *shown;

	show_recommendations(a, d, value_find(data, "aanbevelingen"), today);
	if (!d || !nazorg)
		return;
	shown = value_new(a, VALUE_MAP, nazorg->value->loc);
	for (size_t i = 0; i < nazorg->value->n; i++) {
		const struct member *m = &nazorg->value->members[i];

		if (!str_is(m->name, "stukken"))
			value_set(a, shown, m->name, m->loc, m->value);
	}
	tree_value(a, shown, "openbaar", public_stukken(a, d, today));
	nazorg->value = shown;
}
