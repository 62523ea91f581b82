/* shared.h -- what the reports of an onderzoek have in common, read once */
#ifndef PAGE_SHARED_H
#define PAGE_SHARED_H

#include "report.h"

/*
 * Files of the folders above a report (onderzoek.yaml, kader.yaml, a text for
 * all gemeenten) are read, checked and marked up once for each kind of
 * document that has a use for them, and are read-only from then on.
 */
struct shared {
	const struct kind *kind;
	struct str path;	/* of the file */
	struct str folder;	/* in which it lies */
	struct str key;		/* NAME of NAME.yaml; "": it is the folder */
	struct value *value;	/* NULL after a fault, which was told */
	bool has_variables;	/* {{…}}: marked up for each report anew */
};

struct shared_list {
	struct shared *list;
	size_t n;
};

/* Load what the report will inherit, unless it is there already. */
void shared_load(struct run *, const struct report *);

/*
 * Give the report the keys that it inherits, nearest folder first.  False if
 * one of them had a fault.
 */
bool shared_inherit(const struct maker *, struct report *);

#endif
