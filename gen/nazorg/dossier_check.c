/* dossier_check.c -- nazorg: what no schema can see, across files */
#include "dossier_private.h"

#include <stdlib.h>

#include "../base/diag.h"
#include "../content/value/tree.h"

struct checker {
	struct arena *arena;
	struct diag *diag;
	const struct dossier *dossier;
	bool ok;
};

/* The place of a key of map, or of map if the key is not there. */
static struct loc
loc_of(const struct value *map, const char *path)
{
	const struct value *v = value_path(map, path);

	return v && v->loc.src ? v->loc : map->loc;
}

/* --- dates --- */

/* The day at path, if there is one, may not be before the vaststelling. */
static void
check_not_before(struct checker *c, const struct value *map, const char *path)
{
	const struct dossier *d = c->dossier;
	day_number day = day_at(map, path);

	if (day == DAY_NONE || d->adopted == DAY_NONE || day >= d->adopted)
		return;
	diag_at(c->diag, loc_of(map, path), DIAG_NAZORG_BEFORE,
	    day_iso(c->arena, day).s, day_iso(c->arena, d->adopted).s);
	c->ok = false;
}

static void
check_adoption(struct checker *c)
{
	const struct value *data = c->dossier->data;
	const struct value *own = value_path(data, "nazorg.vaststelling");
	day_number other = day_at(data, "publicatie.vaststelling");

	if (!value_is_true(own) || other == DAY_NONE ||
	    other == c->dossier->adopted)
		return;
	diag_at(c->diag, own->loc, DIAG_NAZORG_ADOPTION,
	    day_iso(c->arena, c->dossier->adopted).s,
	    day_iso(c->arena, other).s);
	diag_at(c->diag, value_path(data, "publicatie.vaststelling")->loc,
	    DIAG_NAZORG_ADOPTION_HERE);
	c->ok = false;
}

static void
check_moves(struct checker *c)
{
	const struct dossier *d = c->dossier;
	const struct value *list = value_path(d->data, "nazorg.verplaatst");
	day_number before = d->asked;

	for (size_t i = 0; i < d->n_moves; i++) {
		const struct move *m = &d->moves[i];
		const struct value *item = list->items[i];

		if (m->to <= before) {
			diag_at(c->diag, loc_of(item, "naar"),
			    DIAG_NAZORG_MOVE_BACK, day_iso(c->arena, m->to).s,
			    day_iso(c->arena, before).s);
			c->ok = false;
		}
		if (m->on > m->to) {
			diag_at(c->diag, loc_of(item, "op"),
			    DIAG_NAZORG_MOVE_AFTER, day_iso(c->arena, m->on).s,
			    day_iso(c->arena, m->to).s);
			c->ok = false;
		}
		check_not_before(c, item, "op");
		before = m->to;
	}
}

/* --- stukken --- */

static void
check_letter(struct checker *c, const struct stuk *s, size_t *sent)
{
	static const char *const needed[] = { "brief", "kenmerk", "inhoud" };

	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (!value_is_true(value_find(s->value, needed[i]))) {
			diag_at(c->diag, s->value->loc,
			    DIAG_NAZORG_LETTER_LACKS, needed[i]);
			c->ok = false;
		}
	if (s->letter >= LETTER_KINDS)
		return;
	if (sent[s->letter]++ &&
	    (s->letter == LETTER_FIRST || s->letter == LETTER_CLOSING)) {
		diag_at(c->diag, loc_of(s->value, "brief"),
		    DIAG_NAZORG_LETTER_TWICE, letter_words[s->letter].name);
		c->ok = false;
	}
}

static void
check_recorded(struct checker *c, const struct stuk *s)
{
	day_number recorded = day_at(s->value, "vastgelegd.op");

	if (s->kind != STUK_LETTER &&
	    !value_is_true(value_find(s->value, "vastgelegd"))) {
		diag_at(c->diag, s->value->loc, DIAG_NAZORG_NOT_RECORDED);
		c->ok = false;
	}
	if (recorded == DAY_NONE || s->day <= recorded)
		return;
	diag_at(c->diag, loc_of(s->value, "datum"), DIAG_NAZORG_FUTURE,
	    day_iso(c->arena, s->day).s, day_iso(c->arena, recorded).s);
	c->ok = false;
}

static void
check_gemeente(struct checker *c, const struct stuk *s)
{
	struct str code = value_text_at(s->value, "gemeente");

	if (!code.n || str_eq(code, c->dossier->code))
		return;
	diag_at(c->diag, loc_of(s->value, "gemeente"), DIAG_NAZORG_GEMEENTE,
	    code.s, c->dossier->code.s);
	c->ok = false;
}

static void
check_stukken(struct checker *c)
{
	const struct dossier *d = c->dossier;
	size_t sent[LETTER_KINDS] = { 0 };

	for (size_t i = 0; i < d->n_stukken; i++) {
		const struct stuk *s = &d->stukken[i];

		check_not_before(c, s->value, "datum");
		check_gemeente(c, s);
		check_recorded(c, s);
		if (s->kind == STUK_REPLY && sent[LETTER_CLOSING])
			diag_at(c->diag, loc_of(s->value, "datum"),
			    DIAG_NAZORG_AFTER_CLOSING);
		if (s->kind == STUK_LETTER)
			check_letter(c, s, sent);
	}
}

/* --- answers --- */

static bool
goes_back(enum status from, enum status to)
{
	if (from == STATUS_REFUSED || from == STATUS_DROPPED)
		return to != from;
	return to < from;
}

static void
check_answer(struct checker *c, const struct answer *a, enum status before)
{
	bool has_reason = value_text_at(a->value, "reden").n;
	struct loc loc = loc_of(a->value, "status");

	if (!has_reason && status_words[a->status].needs_reason) {
		diag_at(c->diag, loc, DIAG_NAZORG_NO_REASON,
		    status_words[a->status].name);
		c->ok = false;
	} else if (!has_reason && goes_back(before, a->status)) {
		diag_at(c->diag, loc, DIAG_NAZORG_BACK,
		    status_words[before].name, status_words[a->status].name);
		c->ok = false;
	}
	if (a->status == STATUS_REPORTED && a->planned != DAY_NONE &&
	    a->planned > a->stuk->day)
		diag_at(c->diag, loc_of(a->value, "gereed_op"),
		    DIAG_NAZORG_READY_LATER, day_iso(c->arena, a->planned).s);
}

static void
check_answers(struct checker *c, const struct recommendation *r)
{
	enum status before = STATUS_NONE;

	for (size_t i = 0; i < r->n; i++) {
		check_answer(c, &r->answers[i], before);
		before = r->answers[i].status;
	}
}

bool
dossier_check(struct arena *a, struct diag *diag, const struct dossier *d)
{
	struct checker c = { a, diag, d, true };
	const struct value *nazorg = value_find(d->data, "nazorg");

	check_adoption(&c);
	check_not_before(&c, nazorg, "antwoord_voor");
	check_not_before(&c, nazorg, "gesprek.datum");
	check_moves(&c);
	check_stukken(&c);
	for (size_t i = 0; i < d->n; i++)
		check_answers(&c, &d->recommendations[i]);
	return c.ok;
}

/* --- what was sent against what is there now --- */

static const struct stuk *
first_letter(const struct dossier *d)
{
	for (size_t i = 0; i < d->n_stukken; i++)
		if (d->stukken[i].kind == STUK_LETTER &&
		    d->stukken[i].letter == LETTER_FIRST)
			return &d->stukken[i];
	return NULL;
}

struct sent {
	struct str id;
	const struct value *value;	/* its map in inhoud */
	bool found;			/* it is in the report still */
};

static int
compare_sent(const void *a, const void *b)
{
	const struct sent *s = a, *t = b;

	return str_compare(s->id, t->id);
}

/* Compare a recommendation with what was sent, NULL if it was not. */
static void
compare_text(struct arena *a, struct diag *diag,
    const struct recommendation *r, struct sent *sent, const char *day)
{
	const struct value *text = value_find(r->value, "tekst");
	struct loc loc = text ? text->loc : r->value->loc;

	if (!sent) {
		diag_at(diag, loc, DIAG_NAZORG_NOT_SENT, r->id.s, day);
		return;
	}
	sent->found = true;
	if (!str_eq(value_text_at(sent->value, "kort"), tree_plain(a, text)))
		diag_at(diag, loc, DIAG_NAZORG_CHANGED, r->id.s, day);
}

void
dossier_compare_letter(struct arena *a, struct diag *diag,
    const struct dossier *d)
{
	const struct stuk *letter = first_letter(d);
	const struct value *list = letter ? value_path(letter->value,
	    "inhoud.aanbevelingen") : NULL;
	const char *day = letter ? day_iso(a, letter->day).s : "";
	struct sent *sent;

	if (!list || list->kind != VALUE_LIST)
		return;
	sent = arena_array(a, list->n + 1, sizeof *sent);
	for (size_t i = 0; i < list->n; i++)
		sent[i] = (struct sent){
			value_text_at(list->items[i], "id"), list->items[i],
			false };
	qsort(sent, list->n, sizeof *sent, compare_sent);
	for (size_t i = 0; i < d->n; i++) {
		struct sent key = { .id = d->recommendations[i].id };

		compare_text(a, diag, &d->recommendations[i], bsearch(&key,
		    sent, list->n, sizeof *sent, compare_sent), day);
	}
	for (size_t i = 0; i < list->n; i++)
		if (!sent[i].found)
			diag_at(diag, sent[i].value->loc, DIAG_NAZORG_GONE,
			    sent[i].id.s, day);
}

/* --- across dossiers --- */

struct owned {
	const struct recommendation *r;
	const struct dossier *dossier;
};

static int
compare_owned(const void *a, const void *b)
{
	const struct owned *o = a, *p = b;
	int c = str_compare(o->r->id, p->r->id);

	return c ? c : str_compare(o->dossier->path, p->dossier->path);
}

bool
dossiers_check_ids(struct arena *a, struct diag *diag,
    struct dossier *const *list, size_t n)
{
	struct owned *all = NULL;
	size_t count = 0;
	bool ok = true;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; list[i] && k < list[i]->n; k++) {
			all = arena_grow(a, all, count, sizeof *all);
			all[count++] = (struct owned){
				&list[i]->recommendations[k], list[i] };
		}
	if (count)
		qsort(all, count, sizeof *all, compare_owned);
	for (size_t i = 1; i < count; i++) {
		if (!str_eq(all[i].r->id, all[i - 1].r->id))
			continue;
		diag_at(diag, all[i].r->value->loc,
		    DIAG_NAZORG_ID_TWICE, all[i].r->id.s);
		diag_at(diag, all[i - 1].r->value->loc,
		    DIAG_FIRST_HERE);
		ok = false;
	}
	return ok;
}
