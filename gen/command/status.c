/* status.c -- the command status: who must answer by when, on the terminal */
#include <stdio.h>

#include "commands.h"
#include "../nazorg/overview.h"
#include "../nazorg/aspect.h"
#include "../site/site.h"

enum { COLUMNS = 5 };

/* Cells of a table, row by row; the first row has the headings. */
struct table {
	struct str *cells;
	size_t rows;
	size_t widths[COLUMNS];		/* characters */
};

static void
set_row(struct table *t, const struct str *cells)
{
	struct str *row = &t->cells[COLUMNS * t->rows++];

	for (size_t i = 0; i < COLUMNS; i++) {
		size_t width = utf8_count(cells[i]);

		row[i] = cells[i];
		if (width > t->widths[i])
			t->widths[i] = width;
	}
}

static struct str
late_text(struct arena *a, const struct standing *s)
{
	int days = s->today - s->late_since + 1;

	if (!s->is_late)
		return STR("-");
	return arena_printf(a, "%s, %d %s", s->late_is_talk ? "gesprek" :
	    "antwoord", days, days == 1 ? "dag" : "dagen");
}

static struct str
phase_text(struct arena *a, const struct follow *f)
{
	const struct standing *s = &f->standing;

	if (!f->dossier->n || s->phase == PHASE_UNSENT ||
	    s->phase == PHASE_DONE || s->phase == PHASE_CLOSED)
		return str_from(phase_words[s->phase].name);
	if (s->phase == PHASE_TALKED)
		return arena_printf(a, "%s (%zu van %zu klaar)",
		    phase_words[s->phase].name, s->n_final, f->dossier->n);
	return arena_printf(a, "%s (%zu van %zu)", phase_words[s->phase].name,
	    s->n_answered, f->dossier->n);
}

static struct str
next_text(struct arena *a, const struct follow *f)
{
	day_number day;
	const char *what = follow_next(f, &day);

	return *what ? arena_printf(a, "%s %s", what, day_iso(a, day).s) :
	    STR("-");
}

static void
print_table(const struct table *t)
{
	for (size_t r = 0; r < t->rows; r++) {
		const struct str *row = &t->cells[COLUMNS * r];

		for (size_t i = 0; i < COLUMNS; i++) {
			int gap = i + 1 < COLUMNS ? (int)(t->widths[i] + 2 -
			    utf8_count(row[i])) : 0;

			printf("%.*s%*s", (int)row[i].n, row[i].s, gap, "");
		}
		putchar('\n');
	}
}

static void
print_overview(struct arena *a, const struct overview *o)
{
	static const struct str heads[COLUMNS] = { { "Gemeente", 8 },
		{ "Stand", 5 }, { "Datum", 5 }, { "Te laat", 7 },
		{ "Te versturen", 12 } };
	struct table t = { .cells = arena_array(a, COLUMNS * (o->n + 1),
	    sizeof *t.cells) };

	printf("%s, stand op %s\n\n", o->title.s,
	    day_value(a, o->today)->text.s);
	set_row(&t, heads);
	for (size_t i = 0; i < o->n; i++) {
		const struct follow *f = &o->list[i];
		enum letter_kind letter = f->standing.letter;

		set_row(&t, (struct str[COLUMNS]){ f->dossier->name,
		    phase_text(a, f), next_text(a, f),
		    late_text(a, &f->standing),
		    letter == LETTER_NONE ? STR("-") :
		    str_from(letter_words[letter].name) });
	}
	print_table(&t);
	printf("\n%zu van %zu te laat, %zu %s te versturen.\n", o->n_late,
	    o->n, o->n_letters, o->n_letters == 1 ? "brief" : "brieven");
}

/* Print all of them; how many gemeenten are late. */
static size_t
print_status(struct run *run)
{
	struct overviews all;
	size_t late = 0;

	overviews_find(run->arena, dossiers_of(run), run->n,
	    run->options->today, &all);
	for (size_t i = 0; i < all.n; i++) {
		if (i)
			putchar('\n');
		print_overview(run->arena, &all.list[i]);
		late += all.list[i].n_late;
	}
	if (!all.n)
		puts("Aan geen enkele gemeente is iets gevraagd: er staat "
		    "nergens 'nazorg'.");
	fflush(stdout);
	return late;
}

int
command_status(const struct options *o)
{
	struct run run;
	size_t late = 0;
	int status;

	if (site_open(&run, o)) {
		run_read(&run);
		late = print_status(&run);
	}
	status = run_close(&run);
	return status == EXIT_DONE && late ? EXIT_LATE : status;
}
