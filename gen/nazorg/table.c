/* table.c -- nazorg: all recommendations as a table for a spreadsheet */
#include "overview_tree.h"

#include "../base/csv.h"

static void
add_day(struct arena *a, struct buf *b, day_number day)
{
	csv_cell(b, day_iso(a, day));
}

static void
add_member(struct buf *b, const struct value *map, const char *path)
{
	const struct value *v = value_path(map, path);
	const struct value *iso = v ? value_find(v->facets, "iso") : NULL;

	csv_cell(b, value_text(iso ? iso : v));
}

static void
add_gemeente(struct arena *a, struct buf *b, const struct overview *o,
    const struct follow *f)
{
	const struct dossier *d = f->dossier;
	const struct standing *s = &f->standing;
	day_number due = dossier_due(d, s->today);

	csv_cell(b, o->title);
	csv_cell(b, d->region);
	csv_cell(b, d->name);
	csv_cell(b, d->code);
	csv_cell(b, d->is_example ? STR("ja") : STR("nee"));
	csv_cell(b, str_from(phase_words[s->phase].name));
	csv_cell(b, !s->is_late ? STR("") : s->late_is_talk ?
	    STR("gesprek") : STR("antwoord"));
	add_day(a, b, s->is_late ? s->late_since : DAY_NONE);
	csv_cell(b, s->letter == LETTER_NONE ? STR("") :
	    str_from(letter_words[s->letter].name));
	add_day(a, b, d->adopted);
	add_day(a, b, due);
	add_day(a, b, due == d->asked ? DAY_NONE : d->asked);
	add_day(a, b, d->talk);
}

/* NULL: a gemeente without recommendations still has its row. */
static void
add_recommendation(struct buf *b, const struct value *r)
{
	static const char *const paths[] = { "id", "nummer", "kort",
		"stand.status", "stand.datum", "stand.maatregel",
		"stand.eigenaar", "stand.gereed_op", "stand.bewijs",
		"stand.reden", "stand.door", "html" };

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		add_member(b, r, paths[i]);
	csv_end(b);
}

void
nazorg_csv(struct arena *a, const struct overview *o, struct buf *b)
{
	static const char *const names[] = { "onderzoek", "regio",
		"gemeente", "code", "voorbeeld", "stand", "te_laat",
		"te_laat_sinds", "te_versturen", "vaststelling",
		"antwoord_voor", "eerst_gevraagd", "gesprek", "id", "nummer",
		"aanbeveling", "status", "status_sinds", "maatregel",
		"eigenaar", "gereed_op", "bewijs", "reden", "vastgelegd_door",
		"adres", NULL };

	csv_names(b, names);
	for (size_t i = 0; i < o->n; i++) {
		const struct follow *f = &o->list[i];
		const struct value *list = value_find(dossier_tree(a,
		    f->dossier, &f->standing), "aanbevelingen");

		for (size_t k = 0; k < list->n || !k; k++) {
			add_gemeente(a, b, o, f);
			add_recommendation(b, list->n ? list->items[k] : NULL);
		}
	}
}
