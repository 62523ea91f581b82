/* publish_letters.h -- the letters and the forms of the nazorg */
#ifndef PUBLISH_LETTERS_H
#define PUBLISH_LETTERS_H

#include "../base/hash.h"
#include "letter.h"
#include "../page/run.h"

/* A letter of this run. */
struct made_letter {
	const struct dossier *dossier;
	struct letter letter;
	struct value *content;	/* of one that is due; lives in the run */
	char print[HASH_LENGTH + 1];	/* of its HTML */
	bool made;		/* false: there was a fault */
	bool in_time;		/* the date that it names is still to come */
};

struct made_letters {
	struct made_letter *list;
	size_t n;
};

/*
 * Write the letters of the dossiers of the run that were sent or are due (of
 * one kind, or LETTER_NONE for all), and the forms to reply with, by
 * templates/nazorgbrief/.  Faults go to run->diag.  Without that folder
 * there are none.
 */
void publish_letters(struct run *, enum letter_kind only,
    struct made_letters *);

/*
 * Print the letter at path ("…/nazorgbrief.html") as document, or as pages.
 * False if there is none, or after telling run->diag.
 */
bool letter_dump(struct run *, struct str path, bool as_pages,
    struct buf *out);

#endif
