/* letter_pages.h -- the letters and the forms of the nazorg, as pages */
#ifndef NAZORG_LETTER_PAGES_H
#define NAZORG_LETTER_PAGES_H

#include "../base/hash.h"
#include "../page/run.h"
#include "letter.h"

struct post;		/* what letters are made with, see letter_pages */

/* A letter of this run. */
struct made_letter {
	const struct post *post;
	const struct dossier *dossier;
	struct letter letter;
	struct value *content;	/* what it says, as inhoud keeps it */
	/* Once its page was made: */
	char print[HASH_LENGTH + 1];	/* of its HTML */
	bool made;		/* false: there was a fault */
	bool in_time;		/* the date that it names is still to come */
};

struct made_letters {
	struct made_letter *list;
	size_t n;
};

/*
 * The letters of the dossiers of the run that were sent or are due (of one
 * kind, or LETTER_NONE for all), and the forms to reply with, by
 * templates/nazorgbrief/.  Faults go to run->diag.  Without that folder there
 * are none.
 */
void letter_pages(struct run *, enum letter_kind only, struct made_letters *,
    struct pages *);

/* An overview of each onderzoek for inspectors, by templates/nazorg/. */
void overview_pages(struct run *, struct pages *);

#endif
