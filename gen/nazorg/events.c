/* events.c -- nazorg: what happens to a gemeente, day by day */
#include "overview_tree.h"

#include <stdlib.h>

#include "dossier_private.h"

const char *const event_names[EVENT_KINDS] = {
	[EVENT_ADOPTED] = "rapport vastgesteld",
	[EVENT_LETTER] = "eerste brief verstuurd",
	[EVENT_REMINDER] = "herinnering verstuurd",
	[EVENT_INVITATION] = "uitnodiging verstuurd",
	[EVENT_CLOSING] = "slotbrief verstuurd",
	[EVENT_REPLY] = "antwoord ontvangen",
	[EVENT_TALK] = "gesprek gehouden",
	[EVENT_CHECK] = "controle gedaan",
	[EVENT_ASKED] = "eerst gevraagd: antwoord vóór deze dag",
	[EVENT_DUE] = "gevraagd: antwoord vóór deze dag",
	[EVENT_TALK_PLANNED] = "gesprek gepland",
	[EVENT_READY] = "maatregel volgens planning klaar",
};

static void
add(struct arena *a, struct events *e, day_number day, enum event_kind kind)
{
	if (day == DAY_NONE)
		return;
	e->list = arena_grow(a, e->list, e->n, sizeof *e->list);
	e->list[e->n++] = (struct event){ .day = day, .kind = kind };
}

static int
compare_events(const void *a, const void *b)
{
	const struct event *e = a, *f = b;

	if (e->day != f->day)
		return e->day < f->day ? -1 : 1;
	if (e->kind != f->kind)
		return e->kind < f->kind ? -1 : 1;
	if (e->recommendation != f->recommendation)
		return e->recommendation < f->recommendation ? -1 : 1;
	return 0;
}

static enum event_kind
kind_of(const struct stuk *s)
{
	static const enum event_kind letters[LETTER_KINDS] = {
		[LETTER_FIRST] = EVENT_LETTER,
		[LETTER_REMINDER] = EVENT_REMINDER,
		[LETTER_INVITATION] = EVENT_INVITATION,
		[LETTER_CLOSING] = EVENT_CLOSING,
	};

	switch (s->kind) {
	case STUK_LETTER:
		return s->letter < LETTER_KINDS ? letters[s->letter] :
		    EVENT_LETTER;
	case STUK_REPLY:
		return EVENT_REPLY;
	case STUK_TALK:
		return EVENT_TALK;
	case STUK_CHECK:
	case STUK_KINDS:
		break;
	}
	return EVENT_CHECK;
}

/* What the gemeente still plans to have ready. */
static void
add_planned(struct arena *a, struct events *e, const struct follow *f)
{
	const struct dossier *d = f->dossier;
	day_number today = f->standing.today;

	for (size_t i = 0; i < d->n; i++) {
		const struct recommendation *r = &d->recommendations[i];
		size_t n = e->n;

		add(a, e, recommendation_planned(r, today), EVENT_READY);
		if (e->n > n)
			e->list[n].recommendation = r;
	}
}

void
events_find(struct arena *a, const struct follow *f, struct events *e)
{
	const struct dossier *d = f->dossier;
	day_number today = f->standing.today;
	day_number due = dossier_due(d, today);
	bool held = false;

	*e = (struct events){ 0 };
	add(a, e, d->adopted, EVENT_ADOPTED);
	add(a, e, due, EVENT_DUE);
	if (due != d->asked)
		add(a, e, d->asked, EVENT_ASKED);
	for (size_t i = 0; i < d->n_stukken && d->stukken[i].day <= today;
	    i++) {
		add(a, e, d->stukken[i].day, kind_of(&d->stukken[i]));
		held |= d->stukken[i].kind == STUK_TALK;
	}
	if (!held && f->standing.phase != PHASE_CLOSED)
		add(a, e, d->talk, EVENT_TALK_PLANNED);
	add_planned(a, e, f);
	if (e->n)
		qsort(e->list, e->n, sizeof *e->list, compare_events);
}
