/* overview.c -- nazorg: where all gemeenten of an onderzoek stand */
#include "overview.h"

#include <stdlib.h>

static struct str
onderzoek_of(const struct dossier *d)
{
	size_t n = str_find(d->path, "/", 0);

	return str_slice(d->path, 0, n < d->path.n ? n : d->path.n);
}

static int
compare_follows(const void *a, const void *b)
{
	const struct dossier *d = ((const struct follow *)a)->dossier;
	const struct dossier *e = ((const struct follow *)b)->dossier;

	if (d->is_example != e->is_example)
		return d->is_example ? 1 : -1;
	return str_compare(d->path, e->path);
}

static void
add(struct arena *a, struct overview *o, const struct dossier *d)
{
	struct follow f = { d, dossier_standing(d, o->today) };

	o->list = arena_grow(a, o->list, o->n, sizeof *o->list);
	o->list[o->n++] = f;
	o->n_late += f.standing.is_late;
	o->n_letters += f.standing.letter != LETTER_NONE;
	o->has_examples |= d->is_example;
	o->all_examples &= d->is_example;
}

static struct overview *
find(struct arena *a, struct overviews *all, const struct dossier *d,
    const char *today)
{
	struct str folder = onderzoek_of(d);
	struct overview *last = all->n ? &all->list[all->n - 1] : NULL;

	if (last && str_eq(last->folder, folder))
		return last;
	all->list = arena_grow(a, all->list, all->n, sizeof *all->list);
	last = &all->list[all->n++];
	*last = (struct overview){
		.folder = arena_dup(a, folder),
		.title = value_text_at(d->data, "onderzoek.titel"),
		.author = value_text_at(d->data, "onderzoek.afzender.naam"),
		.today = dossier_today(d, today),
		.all_examples = true,
	};
	return last;
}

void
overviews_find(struct arena *a, struct dossier *const *dossiers, size_t n,
    const char *today, struct overviews *all)
{
	*all = (struct overviews){ 0 };
	for (size_t i = 0; i < n; i++)
		if (dossiers[i])
			add(a, find(a, all, dossiers[i], today), dossiers[i]);
	for (size_t i = 0; i < all->n; i++)
		qsort(all->list[i].list, all->list[i].n,
		    sizeof *all->list[i].list, compare_follows);
}

/* The first day on which a measure that still goes on is to be ready. */
static day_number
next_ready(const struct follow *f)
{
	day_number first = DAY_NONE;

	for (size_t i = 0; i < f->dossier->n; i++) {
		day_number day = recommendation_planned(
		    &f->dossier->recommendations[i], f->standing.today);

		if (day != DAY_NONE && (first == DAY_NONE || day < first))
			first = day;
	}
	return first;
}

const char *
follow_next(const struct follow *f, day_number *day)
{
	const struct dossier *d = f->dossier;

	switch (f->standing.phase) {
	case PHASE_UNSENT:
		*day = f->standing.letter == LETTER_NONE ? d->adopted :
		    DAY_NONE;
		return *day == DAY_NONE ? "" : "brief vanaf";
	case PHASE_WAITING:
	case PHASE_PARTLY:
	case PHASE_LATE:
		*day = dossier_due(d, f->standing.today);
		return "antwoord vóór";
	case PHASE_ANSWERED:
	case PHASE_INVITED:
		*day = d->talk;
		return d->talk_is_planned ? "gesprek op" : "gesprek rond";
	case PHASE_TALKED:
		*day = next_ready(f);
		return *day == DAY_NONE ? "" : "maatregel klaar op";
	default:
		*day = DAY_NONE;
		return "";
	}
}
