/* dossier.h -- nazorg: what was asked of a gemeente and what came back */
#ifndef NAZORG_DOSSIER_H
#define NAZORG_DOSSIER_H

#include "../content/read/site.h"
#include "../base/day.h"
#include "words.h"

struct diag;

/* What a stuk says of one recommendation. */
struct answer {
	const struct stuk *stuk;
	enum status status;
	day_number planned;		/* gereed_op, or DAY_NONE */
	const struct value *value;	/* its map in the file */
};

/* A letter, reply, talk or inspection: one file of nazorg/. */
struct stuk {
	enum stuk_kind kind;
	enum letter_kind letter;	/* STUK_LETTER */
	day_number day;			/* sent, received or held */
	struct str file;		/* its name, "02-antwoord.yaml" */
	size_t order;			/* in the list of files */
	const struct value *value;
};

struct recommendation {
	struct str id;			/* GM0080-2020-A3 */
	const struct value *value;	/* its map in rapport.yaml */
	struct answer *answers;		/* oldest first */
	size_t n;
};

/* An answer by another date than was asked. */
struct move {
	day_number to;
	day_number on;			/* the day it was agreed */
};

/* A gemeente that was asked something. */
struct dossier {
	struct str path, folder;	/* as of struct place */
	struct str file;		/* path of rapport.yaml, for messages */
	struct str name, code, region;
	bool is_example;
	day_number adopted;		/* vaststelling, or DAY_NONE */
	day_number asked;		/* the date to answer by, at first */
	day_number due;			/* the same as it is now */
	day_number talk;		/* a year after, or as planned */
	bool talk_is_planned;		/* the date stands in rapport.yaml */
	int invite_days;		/* before the talk */
	struct move *moves;		/* of due, oldest first */
	size_t n_moves;
	struct str kind;		/* title: "Rapportage" */
	struct recommendation *recommendations;
	size_t n;
	struct stuk *stukken;		/* by day, then by name of file */
	size_t n_stukken;
	const struct value *data;	/* soort, gemeente, regio, onderzoek,
					   nazorg, datum, publicatie, voorbeeld,
					   aanbevelingen, toegestaan */
};

enum { REMIND_AGAIN_DAYS = 28 };	/* if there still is no answer */

/*
 * What holds on a day; all of it follows from the dossier and from its
 * stukken up to and with that day.
 *
 *	late for an answer	the first letter was sent, the date to answer
 *			by has come, and not every recommendation has a
 *			status (of a report without: there is no reply)
 *	late for the talk	its day is over and it was not held
 *
 * Nobody is late before a first letter or after a closing one.  Due is:
 *
 *	eerste		from the vaststelling on, until it is sent
 *	afsluiting	the talk was held and all is done
 *	herinnering	late for an answer, and no reminder since the date to
 *			answer by, or the last one is four weeks old
 *	uitnodiging	the talk is near (uitnodigen_vooraf), not invited yet
 */
struct standing {
	day_number today;
	enum phase phase;
	enum letter_kind letter;	/* that is due, or LETTER_NONE */
	bool is_late;			/* an answer or the talk */
	bool late_is_talk;		/* it is the talk */
	day_number late_since;		/* the first day it was late */
	size_t n_answered;		/* recommendations with a status */
	size_t n_final;			/* VERIFIED, REFUSED or DROPPED */
};

/*
 * Read the dossier of a report whose data were checked by the schema, and
 * give every recommendation its id.  NULL if the report has no nazorg (*ok
 * stays) or after a fault across files, told to d (*ok becomes false).  What
 * it points to lives in the arena and in data.
 */
struct dossier *dossier_read(struct arena *, struct diag *d,
    const struct place *, struct value *data, bool *ok);

/*
 * What only shows once Markdown is XHTML: a recommendation that is not any
 * more what the first letter said.
 */
void dossier_compare_letter(struct arena *, struct diag *d,
    const struct dossier *);

/*
 * What the report's templates may know: stand of each recommendation, and
 * nazorg.openbaar instead of nazorg.stukken.  The dossier is NULL for a
 * report without nazorg.
 */
void dossier_show(struct arena *, const struct dossier *,
    struct value *data, day_number today);

/* Other data that say the same, such as kept_quote makes. */
void dossier_replace_data(struct arena *, struct dossier *,
    const struct value *data);

/*
 * Tell d of ids that two dossiers have (NULL ones are passed over).  False
 * if there are any.
 */
bool dossiers_check_ids(struct arena *, struct diag *d,
    struct dossier *const *, size_t n);

/* A reply that came in before the first letter counts as well. */
struct standing dossier_standing(const struct dossier *, day_number today);

/* The date to answer by that holds on a day: moves count from then on. */
day_number dossier_due(const struct dossier *, day_number today);

/* The last answer up to a day, or NULL. */
const struct answer *recommendation_answer(const struct recommendation *,
    day_number today);
/*
 * A field of its answers up to a day: what a gemeente does and by when holds
 * until it says something else, or does it no more.  NULL if it never said, or
 * if only what is public counts and what holds is private.
 */
const struct value *recommendation_field(const struct recommendation *,
    const char *name, day_number today, bool only_public);
/* When what it asks is to be ready, if that is still to come; or DAY_NONE. */
day_number recommendation_planned(const struct recommendation *,
    day_number today);
/* True if readers of the report may see it. */
bool stuk_is_public(const struct stuk *);
/* True once nothing more is to come of it. */
bool status_is_final(enum status);

/*
 * The name of a letter's files below out/PATH/, without .html: nth counts
 * the letters of this kind from 1 ("nazorgbrief-herinnering-2").
 */
struct str letter_file(struct arena *, enum letter_kind, size_t nth);
/* The letter of a stuk is the nth of its kind, from 1. */
size_t letter_count(const struct dossier *, const struct stuk *);

/*
 * The day to count with: --today, or peildatum of the onderzoek, or the
 * clock (SOURCE_DATE_EPOCH goes before it).  The dossier may be NULL.
 */
day_number dossier_today(const struct dossier *, const char *option);

#endif
