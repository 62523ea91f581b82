/* overview.h -- nazorg: where all gemeenten of an onderzoek stand */
#ifndef NAZORG_OVERVIEW_H
#define NAZORG_OVERVIEW_H

#include "../base/buf.h"
#include "dossier_tree.h"

struct follow {
	const struct dossier *dossier;
	struct standing standing;
};

/* One onderzoek. */
struct overview {
	struct str folder, title, author;
	day_number today;	/* of its peildatum, if --today is not given */
	struct follow *list;	/* by path; made-up gemeenten last */
	size_t n;
	size_t n_late, n_letters;	/* late; with a letter that is due */
	bool has_examples, all_examples;
	const struct value *colors;	/* tokens.kleur of the house style */
	struct str out;			/* the folder out/ */
};

struct overviews {
	struct overview *list;
	size_t n;
};

/*
 * dossiers are sorted by path; those that are NULL are passed over.  today is
 * what --today says, or NULL.
 */
void overviews_find(struct arena *, struct dossier *const *dossiers,
    size_t n, const char *today, struct overviews *);

/* What comes next, "antwoord vóór", "gesprek op" …, and its *day; or "". */
const char *follow_next(const struct follow *, day_number *day);

#endif
