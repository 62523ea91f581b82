/* letter.h -- nazorg: the letters to a gemeente and what they say */
#ifndef NAZORG_LETTER_H
#define NAZORG_LETTER_H

#include "dossier.h"

/* A letter that is due, or one that was sent. */
struct letter {
	enum letter_kind kind;
	day_number day;		/* its date */
	struct str file;	/* "nazorgbrief-herinnering-2" */
	struct str reference;	/* kenmerk */
	const struct stuk *sent;	/* NULL: it is due */
};

/*
 * The letters that were sent up to the day of the standing, and behind them
 * the one that is due.  How many.
 */
size_t letters_find(struct arena *, const struct dossier *,
    const struct standing *, struct letter **);

/*
 * Everything that a letter which is due says, as plain values: what inhoud
 * keeps of a letter that is sent.  Its form is told by
 * templates/nazorgbrief/inhoud.schema.yaml.  address is that of the website,
 * or "".
 */
struct value *letter_content(struct arena *, const struct dossier *,
    const struct standing *, const struct letter *, struct str address);

/*
 * Add the member contact: functie, telefoon and email of the nazorg where it
 * has its own, else of the sender.
 */
void letter_contact(struct arena *, struct value *content,
    const struct dossier *);

#endif
