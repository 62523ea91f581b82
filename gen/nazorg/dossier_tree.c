/* dossier_tree.c -- nazorg: a dossier as a tree, for templates */
#include "dossier_tree.h"

#include "../content/value/facets.h"
#include "../content/value/tree.h"
#include "dossier_private.h"

static const struct loc nowhere;

struct str
stuk_title(const struct stuk *s)
{
	return str_from(s->kind == STUK_LETTER && s->letter < LETTER_KINDS ?
	    letter_words[s->letter].title : stuk_words[s->kind].title);
}

struct value *
day_value(struct arena *a, day_number day)
{
	struct value *v;

	if (day == DAY_NONE)
		return value_new(a, VALUE_NULL, nowhere);
	v = value_string(a, nowhere, day_iso(a, day));
	facets_date(a, v);
	return v;
}

/* A member of another map as it is, or null. */
static void
share(struct arena *a, struct value *map, const char *name,
    const struct value *from, const char *path)
{
	struct value *v = value_path(from, path);

	tree_value(a, map, name, v ? v : value_new(a, VALUE_NULL, nowhere));
}

static void
add_report(struct arena *a, struct value *map, const struct dossier *d)
{
	struct value *v = tree_map(a, map, "gemeente");

	tree_text(a, v, "naam", d->name);
	tree_text(a, v, "code", d->code);
	v = tree_map(a, map, "rapport");
	share(a, v, "titel", d->data, "onderzoek.titel");
	tree_text(a, v, "soort", d->kind);
	share(a, v, "datum", d->data, "datum");
	tree_text(a, v, "html", arena_printf(a, "%s/index.html", d->path.s));
	tree_text(a, v, "pdf", arena_printf(a, "%s/rapport.pdf", d->path.s));
	share(a, map, "onderzoek", d->data, "onderzoek");
}

static void
add_moves(struct arena *a, struct value *map, const struct dossier *d,
    day_number today)
{
	const struct value *all = value_path(d->data, "nazorg.verplaatst");
	struct value *list = tree_list(a, map, "verplaatst");
	day_number from = d->asked;

	for (size_t i = 0; i < d->n_moves; i++) {
		struct value *item;

		if (d->moves[i].on > today)
			continue;
		item = tree_add(a, list);
		tree_value(a, item, "van", day_value(a, from));
		share(a, item, "naar", all->items[i], "naar");
		share(a, item, "reden", all->items[i], "reden");
		share(a, item, "op", all->items[i], "op");
		from = d->moves[i].to;
	}
}

static bool
was_held(const struct dossier *d, day_number today)
{
	for (size_t i = 0; i < d->n_stukken; i++)
		if (d->stukken[i].kind == STUK_TALK &&
		    d->stukken[i].day <= today)
			return true;
	return false;
}

static void
add_dates(struct arena *a, struct value *map, const struct dossier *d,
    day_number today)
{
	day_number due = dossier_due(d, today);
	struct value *v;

	tree_value(a, map, "vaststelling", day_value(a, d->adopted));
	tree_value(a, map, "antwoord_voor", day_value(a, due));
	tree_value(a, map, "oorspronkelijk",
	    day_value(a, due == d->asked ? DAY_NONE : d->asked));
	add_moves(a, map, d, today);
	v = tree_map(a, map, "gesprek");
	tree_value(a, v, "datum", day_value(a, d->talk));
	share(a, v, "tijd", d->data, "nazorg.gesprek.tijd");
	share(a, v, "plaats", d->data, "nazorg.gesprek.plaats");
	tree_bool(a, v, "gehouden", was_held(d, today));
	tree_bool(a, v, "afgesproken", d->talk_is_planned);
}

static void
add_copies(struct arena *a, struct value *map, const struct dossier *d)
{
	static const char *const paths[] = { "nazorg.cc",
		"onderzoek.nazorg.cc" };
	struct value *list = tree_list(a, map, "cc");

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		const struct value *own = value_path(d->data, paths[i]);

		for (size_t k = 0; own && k < own->n; k++)
			value_add(a, list, value_string(a, nowhere,
			    value_text(own->items[k])));
	}
}

static void
add_standing(struct arena *a, struct value *map, const struct dossier *d,
    const struct standing *s)
{
	const struct phase_words *words = &phase_words[s->phase];
	struct value *v = tree_map(a, map, "fase");

	tree_text(a, v, "id", str_from(words->slug));
	tree_text(a, v, "naam", str_from(words->name));
	tree_text(a, v, "teken", str_from(words->sign));
	tree_text(a, v, "klasse", arena_printf(a, "fase-%s", words->slug));
	if (s->is_late) {
		v = tree_map(a, map, "te_laat");
		tree_text(a, v, "wat", s->late_is_talk ? STR("gesprek") :
		    STR("antwoord"));
		tree_value(a, v, "sinds", day_value(a, s->late_since));
		tree_number(a, v, "dagen", s->today - s->late_since + 1);
	} else {
		share(a, map, "te_laat", NULL, "");
	}
	tree_text(a, map, "brief", str_from(s->letter == LETTER_NONE ? "" :
	    letter_words[s->letter].name));
	v = tree_map(a, map, "aantal");
	tree_number(a, v, "gevraagd", (double)d->n);
	tree_number(a, v, "beantwoord", (double)s->n_answered);
	tree_number(a, v, "klaar", (double)s->n_final);
}

static void
add_letter(struct arena *a, struct value *list, const struct dossier *d,
    const struct stuk *s)
{
	struct value *v = tree_add(a, list);
	struct str file = letter_file(a, s->letter, letter_count(d, s));

	tree_text(a, v, "brief", str_from(letter_words[s->letter].name));
	tree_text(a, v, "naam", stuk_title(s));
	tree_value(a, v, "datum", day_value(a, s->day));
	share(a, v, "kenmerk", s->value, "kenmerk");
	tree_text(a, v, "html", arena_printf(a, "%s/%s.html", d->path.s,
	    file.s));
	tree_text(a, v, "pdf", arena_printf(a, "%s/%s.pdf", d->path.s,
	    file.s));
	share(a, v, "publiceren", s->value, "publiceren");
}

static void
add_reply(struct arena *a, struct value *list, const struct stuk *s)
{
	const struct value *answers = value_find(s->value, "aanbevelingen");
	struct value *v = tree_add(a, list);

	share(a, v, "soort", s->value, "soort");
	tree_text(a, v, "naam", stuk_title(s));
	tree_value(a, v, "datum", day_value(a, s->day));
	share(a, v, "door", s->value, "vastgelegd.door");
	share(a, v, "vastgelegd_op", s->value, "vastgelegd.op");
	share(a, v, "tekst", s->value, "tekst");
	share(a, v, "publiceren", s->value, "publiceren");
	tree_number(a, v, "aantal", answers ? (double)answers->n : 0);
}

static void
add_stukken(struct arena *a, struct value *map, const struct dossier *d,
    day_number today)
{
	struct value *letters = tree_list(a, map, "brieven");
	struct value *replies = tree_list(a, map, "antwoorden");

	for (size_t i = 0; i < d->n_stukken; i++) {
		const struct stuk *s = &d->stukken[i];

		if (s->day > today)
			break;
		if (s->kind != STUK_LETTER)
			add_reply(a, replies, s);
		else if (s->letter < LETTER_KINDS)
			add_letter(a, letters, d, s);
	}
}

/* --- recommendations --- */

static void
fill_answer(struct arena *a, struct value *v, const struct answer *answer)
{
	static const char *const names[] = { "maatregel", "eigenaar",
		"gereed_op", "bewijs", "reden" };

	tree_value(a, v, "datum", day_value(a, answer->stuk->day));
	status_show(a, v, answer->status);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		share(a, v, names[i], answer->value, names[i]);
	share(a, v, "door", answer->stuk->value, "vastgelegd.door");
}

/* The last answer, with what the gemeente said before and still holds. */
static void
add_state(struct arena *a, struct value *map, const struct recommendation *r,
    const struct answer *answer, day_number today)
{
	static const char *const lasting[] = { "maatregel", "eigenaar",
		"gereed_op" };
	struct value *v = tree_map(a, map, "stand");

	fill_answer(a, v, answer);
	for (size_t i = 0; i < sizeof lasting / sizeof *lasting; i++) {
		const struct value *field = recommendation_field(r,
		    lasting[i], today, false);

		if (field)
			value_member(v, str_from(lasting[i]))->value =
			    (struct value *)field;
	}
}

/* The thema or onderdeel with an id, or NULL. */
static const struct value *
with_id(const struct value *list, struct str id)
{
	for (size_t i = 0; list && i < list->n; i++)
		if (str_eq(value_text_at(list->items[i], "id"), id))
			return list->items[i];
	return NULL;
}

/*
 * The title of a thema or onderdeel of the onderzoek; an onderdeel without
 * one goes by that of its thema.  Else the id.
 */
static struct str
thema_title(const struct dossier *d, struct str id)
{
	const struct value *themas = value_path(d->data, "onderzoek.themas");
	const struct value *found = with_id(themas, id);
	struct str title = value_text_at(found, "titel");

	for (size_t i = 0; !found && themas && i < themas->n; i++) {
		found = with_id(value_find(themas->items[i], "onderdelen"),
		    id);
		title = value_text_at(found, "titel");
		if (found && !title.n)
			title = value_text_at(themas->items[i], "titel");
	}
	return title.n ? title : id;
}

static void
add_themas(struct arena *a, struct value *map, const struct dossier *d,
    const struct recommendation *r)
{
	const struct value *ids = value_find(r->value, "themas");
	struct value *list = tree_list(a, map, "themas");

	for (size_t i = 0; ids && i < ids->n; i++) {
		struct str id = value_text(ids->items[i]);
		struct value *v = tree_add(a, list);

		tree_text(a, v, "id", id);
		tree_text(a, v, "titel", thema_title(d, id));
	}
}

static void
add_recommendation(struct arena *a, struct value *list,
    const struct dossier *d, const struct recommendation *r,
    day_number today)
{
	const struct answer *answer = recommendation_answer(r, today);
	const struct value *number = value_find(r->value->facets, "nummer");
	struct value *v = tree_add(a, list);

	tree_text(a, v, "id", r->id);
	tree_text(a, v, "nummer", value_text(number));
	share(a, v, "tekst", r->value, "tekst");
	tree_text(a, v, "kort", tree_plain(a, value_find(r->value, "tekst")));
	share(a, v, "geadresseerde", r->value, "geadresseerde");
	tree_text(a, v, "html", arena_printf(a,
	    "%s/index.html#aanbeveling-%s", d->path.s,
	    value_text(number).s));
	add_themas(a, v, d, r);
	if (answer)
		add_state(a, v, r, answer, today);
	else
		share(a, v, "stand", NULL, "");
	list = tree_list(a, v, "geschiedenis");
	for (size_t i = 0; i < r->n && r->answers[i].stuk->day <= today; i++)
		fill_answer(a, tree_add(a, list), &r->answers[i]);
}

/* Facets of lists that were made here; the rest is of the dossier. */
static void
finish(struct arena *a, struct value *map)
{
	for (size_t i = 0; i < map->n; i++) {
		struct value *list = map->members[i].value;

		if (list->kind != VALUE_LIST ||
		    value_find(list->facets, "aantal"))
			continue;
		facets_list(a, list);
		facets_items(a, list);
		for (size_t k = 0; k < list->n; k++)
			finish(a, list->items[k]);
	}
}

struct value *
dossier_tree(struct arena *a, const struct dossier *d,
    const struct standing *s)
{
	struct value *map = tree_new(a), *list;

	tree_text(a, map, "pad", d->path);
	tree_text(a, map, "regio", d->region);
	tree_bool(a, map, "voorbeeld", d->is_example);
	add_report(a, map, d);
	add_dates(a, map, d, s->today);
	share(a, map, "geadresseerde", d->data, "nazorg.geadresseerde");
	share(a, map, "uw_kenmerk", d->data, "nazorg.uw_kenmerk");
	add_copies(a, map, d);
	add_standing(a, map, d, s);
	add_stukken(a, map, d, s->today);
	list = tree_list(a, map, "aanbevelingen");
	for (size_t i = 0; i < d->n; i++)
		add_recommendation(a, list, d, &d->recommendations[i],
		    s->today);
	finish(a, map);
	return map;
}
