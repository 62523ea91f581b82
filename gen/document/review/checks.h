/* checks.h -- what the checks of a finished document share */
#ifndef DOCUMENT_CHECKS_H
#define DOCUMENT_CHECKS_H

#include "../../base/diag.h"
#include "../document.h"
#include "../names.h"
#include "../passage.h"

struct checks {
	struct arena *arena;
	struct diag *diag;
	const struct document *document;
	const struct value *data;	/* of the report */
	struct names *numbers;		/* "acht" -> 8; NULL: not asked */
	struct names *allowed;		/* personal data that may be there */
	unsigned told;
};

/* Images, links, tables, signs without words. */
void check_elements(struct checks *);
/* Long sentences and paragraphs. */
void check_length(struct checks *, const struct passage *);
/* "twee van de acht dossiers", while there are ten. */
void check_counts(struct checks *, const struct passage *);
/* Personal data, in the text … */
void check_privacy(struct checks *, const struct passage *);
/* … and in what stands in attributes. */
void check_privacy_attributes(struct checks *);

/*
 * True if one more message is of use; a place is found in time that grows
 * with the text before it, so there must be an end to it.
 */
bool checks_may_tell(struct checks *);

#endif
