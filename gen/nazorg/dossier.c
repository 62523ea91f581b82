/* dossier.c -- nazorg: what was asked of a gemeente and what came back */
#include "dossier_private.h"

#include <stdlib.h>
#include <string.h>

#include "../base/diag.h"
#include "../content/value/tree.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A date as it stands in YAML, whether the schema has seen it or not. */
static struct str
iso_text(const struct value *v)
{
	const struct value *iso = v ? value_find(v->facets, "iso") : NULL;

	return value_text(iso ? iso : v);
}

day_number
day_of(const struct value *v)
{
	return day_parse(iso_text(v));
}

day_number
day_at(const struct value *map, const char *path)
{
	return day_of(value_path(map, path));
}

static const struct value *
list_at(const struct value *map, const char *path)
{
	const struct value *list = value_path(map, path);

	return list && list->kind == VALUE_LIST ? list : NULL;
}

/* --- ids --- */

static int
id_year(const struct value *data)
{
	static const char *const paths[] = { "nazorg.vaststelling",
		"publicatie.vaststelling", "datum", "nazorg.antwoord_voor" };

	for (size_t i = 0; i < COUNT(paths); i++) {
		day_number day = day_parse_last(iso_text(value_path(data,
		    paths[i])));

		if (day != DAY_NONE)
			return day_date(day).year;
	}
	return 0;
}

/* Recommendations without an id get one: GM9904-2020-A1. */
static void
complete_ids(struct arena *a, struct value *data)
{
	const struct value *list = list_at(data, "aanbevelingen");
	struct str code = value_text_at(data, "gemeente.code");
	int year = id_year(data);

	for (size_t i = 0; list && code.n && i < list->n; i++) {
		struct value *item = list->items[i], *id;
		struct member *m = value_member(item, STR("id"));

		if (item->kind != VALUE_MAP || (m && value_text(m->value).n))
			continue;
		id = value_string(a, item->loc, arena_printf(a,
		    "%.*s-%d-A%zu", (int)code.n, code.s, year, i + 1));
		if (m)
			m->value = id;
		else
			value_set(a, item, STR("id"), item->loc, id);
	}
}

/* --- from values to structs --- */

/* A recommendation by its id; sorted, to search in. */
struct entry {
	struct str id;
	struct recommendation *r;
};

struct collector {
	struct arena *arena;
	struct diag *diag;	/* NULL: it was checked before */
	struct dossier *dossier;
	struct entry *entries;
	bool ok;
};

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *e = a, *f = b;
	int c = str_compare(e->id, f->id);

	if (c)
		return c;
	return e->r < f->r ? -1 : e->r > f->r;
}

static int
compare_ids(const void *key, const void *entry)
{
	return str_compare(*(const struct str *)key,
	    ((const struct entry *)entry)->id);
}

static void
check_entries(struct collector *c)
{
	for (size_t i = 1; i < c->dossier->n; i++) {
		const struct recommendation *r = c->entries[i].r;

		if (!str_eq(r->id, c->entries[i - 1].id))
			continue;
		diag_at(c->diag, value_find(r->value, "id")->loc,
		    DIAG_NAZORG_ID_TWICE, r->id.s);
		diag_at(c->diag,
		    value_find(c->entries[i - 1].r->value, "id")->loc,
		    DIAG_FIRST_HERE);
		c->ok = false;
	}
}

static void
collect_recommendations(struct collector *c)
{
	struct dossier *d = c->dossier;
	const struct value *list = list_at(d->data, "aanbevelingen");
	size_t n = list ? list->n : 0;

	d->recommendations = arena_array(c->arena, n + 1,
	    sizeof *d->recommendations);
	c->entries = arena_array(c->arena, n + 1, sizeof *c->entries);
	for (size_t i = 0; i < n; i++) {
		const struct value *item = list->items[i];
		struct str id = value_text_at(item, "id");
		struct recommendation *r = &d->recommendations[d->n];

		if (!id.n)
			continue;
		*r = (struct recommendation){ .id = id, .value = item };
		c->entries[d->n++] = (struct entry){ id, r };
	}
	qsort(c->entries, d->n, sizeof *c->entries, compare_entries);
	if (c->diag)
		check_entries(c);
}

static void
report_unknown(struct collector *c, const struct value *id)
{
	size_t n = c->dossier->n;
	const char **ids = arena_array(c->arena, n + 1, sizeof *ids);

	for (size_t i = 0; i < n; i++)
		ids[i] = c->dossier->recommendations[i].id.s;
	diag_at(c->diag, id->loc, DIAG_NAZORG_ID_UNKNOWN, id->text.s,
	    str_nearest(id->text, ids, n));
	c->ok = false;
}

static void
collect_answer(struct collector *c, const struct stuk *stuk,
    const struct value *value)
{
	const struct value *id = value_find(value, "id");
	struct str name = value_text(id);
	const struct entry *e = bsearch(&name, c->entries, c->dossier->n,
	    sizeof *e, compare_ids);
	struct recommendation *r;

	if (!e) {
		if (c->diag)
			report_unknown(c, id);
		return;
	}
	r = e->r;
	if (c->diag && r->n && r->answers[r->n - 1].stuk == stuk) {
		diag_at(c->diag, id->loc, DIAG_NAZORG_ANSWER_TWICE, name.s);
		c->ok = false;
	}
	r->answers = arena_grow(c->arena, r->answers, r->n,
	    sizeof *r->answers);
	r->answers[r->n++] = (struct answer){
		.stuk = stuk,
		.status = status_find(value_text_at(value, "status")),
		.planned = day_at(value, "gereed_op"),
		.value = value,
	};
}

static int
compare_stukken(const void *a, const void *b)
{
	const struct stuk *s = a, *t = b;

	if (s->day != t->day)
		return s->day < t->day ? -1 : 1;
	return s->order < t->order ? -1 : s->order > t->order;
}

static void
collect_stukken(struct collector *c)
{
	struct dossier *d = c->dossier;
	const struct value *list = list_at(d->data, "nazorg.stukken");
	size_t n = list ? list->n : 0;

	d->stukken = arena_array(c->arena, n + 1, sizeof *d->stukken);
	for (size_t i = 0; i < n; i++) {
		const struct value *v = list->items[i];

		d->stukken[i] = (struct stuk){
			.kind = stuk_find(value_text_at(v, "soort")),
			.letter = letter_find(value_text_at(v, "brief")),
			.day = day_at(v, "datum"),
			.file = value_text_at(v, "bestand"),
			.order = i,
			.value = v,
		};
	}
	d->n_stukken = n;
	qsort(d->stukken, n, sizeof *d->stukken, compare_stukken);
	for (size_t i = 0; i < n; i++) {
		const struct value *answers = list_at(d->stukken[i].value,
		    "aanbevelingen");

		for (size_t k = 0; answers && k < answers->n; k++)
			collect_answer(c, &d->stukken[i], answers->items[k]);
	}
}

static void
collect_moves(struct collector *c)
{
	struct dossier *d = c->dossier;
	const struct value *list = list_at(d->data, "nazorg.verplaatst");
	size_t n = list ? list->n : 0;

	d->due = d->asked;
	d->moves = arena_array(c->arena, n + 1, sizeof *d->moves);
	for (size_t i = 0; i < n; i++) {
		d->moves[i].to = day_at(list->items[i], "naar");
		d->moves[i].on = day_at(list->items[i], "op");
		d->due = d->moves[i].to;
	}
	d->n_moves = n;
}

/* A year after the report, as far as its day is known, if it is not planned. */
static void
collect_talk(struct dossier *d)
{
	day_number from = d->adopted;

	d->talk = day_at(d->data, "nazorg.gesprek.datum");
	d->talk_is_planned = d->talk != DAY_NONE;
	if (d->talk_is_planned)
		return;
	if (from == DAY_NONE)
		from = day_parse_last(iso_text(value_find(d->data, "datum")));
	if (from == DAY_NONE)
		from = d->asked;
	d->talk = day_add_years(from, 1);
}

enum { WEEK = 7, WEEKS_BEFORE_TALK = 6 };

bool
dossier_collect(struct arena *a, struct diag *diag, struct dossier *d)
{
	struct collector c = { a, diag, d, NULL, true };
	const struct value *weeks = value_path(d->data,
	    "onderzoek.nazorg.uitnodigen_vooraf");

	d->adopted = day_at(d->data, "nazorg.vaststelling");
	if (d->adopted == DAY_NONE)
		d->adopted = day_at(d->data, "publicatie.vaststelling");
	d->asked = day_at(d->data, "nazorg.antwoord_voor");
	d->invite_days = WEEK * (weeks && weeks->kind == VALUE_NUMBER ?
	    (int)weeks->number : WEEKS_BEFORE_TALK);
	collect_moves(&c);
	collect_talk(d);
	collect_recommendations(&c);
	collect_stukken(&c);
	return c.ok;
}

/* The name of the file of each stuk, which a copy of the data still needs. */
static void
name_stukken(struct arena *a, const struct value *data)
{
	const struct value *list = list_at(data, "nazorg.stukken");

	for (size_t i = 0; list && i < list->n; i++) {
		struct value *item = list->items[i];
		const char *path = item->loc.src ? item->loc.src->path : "";
		const char *slash = strrchr(path, '/');

		tree_text(a, item, "bestand", arena_dup(a,
		    str_from(slash ? slash + 1 : path)));
	}
}

/* What the dossier needs; the report may change its own map. */
static struct value *
pick_data(struct arena *a, const struct value *data)
{
	static const char *const names[] = { "soort", "gemeente", "regio",
		"onderzoek", "nazorg", "datum", "publicatie", "voorbeeld",
		"aanbevelingen", "toegestaan" };
	struct value *picked = value_new(a, VALUE_MAP, data->loc), *v;

	for (size_t i = 0; i < COUNT(names); i++) {
		v = value_find(data, names[i]);
		if (v)
			tree_value(a, picked, names[i], v);
	}
	return picked;
}

struct dossier *
dossier_read(struct arena *a, struct diag *diag, const struct place *place,
    struct value *data, bool *ok)
{
	const struct value *nazorg = value_find(data, "nazorg");
	struct dossier *d;

	complete_ids(a, data);
	if (!nazorg || nazorg->kind != VALUE_MAP)
		return NULL;
	name_stukken(a, data);
	d = arena_alloc(a, sizeof *d);
	d->path = place->path;
	d->folder = place->folder;
	d->file = arena_printf(a, "%s/rapport.yaml", place->folder.s);
	d->name = value_text_at(data, "gemeente.naam");
	d->code = value_text_at(data, "gemeente.code");
	d->region = value_text_at(data, "regio.naam");
	d->is_example = value_is_true(value_find(data, "voorbeeld"));
	d->data = pick_data(a, data);
	if (dossier_collect(a, diag, d) && dossier_check(a, diag, d))
		return d;
	*ok = false;
	return NULL;
}

void
dossier_replace_data(struct arena *a, struct dossier *d,
    const struct value *data)
{
	if (data == d->data)
		return;
	d->data = data;
	d->n = 0;
	dossier_collect(a, NULL, d);
}

struct str
letter_file(struct arena *a, enum letter_kind kind, size_t nth)
{
	const char *name = letter_words[kind].file;

	return nth < 2 ? str_from(name) :
	    arena_printf(a, "%s-%zu", name, nth);
}

size_t
letter_count(const struct dossier *d, const struct stuk *stuk)
{
	size_t n = 1;

	for (const struct stuk *s = d->stukken; s < stuk; s++)
		n += s->kind == STUK_LETTER && s->letter == stuk->letter;
	return n;
}
