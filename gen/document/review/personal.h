/* personal.h -- stage 4: personal data in a text */
#ifndef DOCUMENT_PERSONAL_H
#define DOCUMENT_PERSONAL_H

#include "../../base/str.h"

enum privacy_kind {
	PRIVACY_NUMBER,		/* citizen service number (BSN), 11-proof */
	PRIVACY_TELEPHONE,	/* Dutch, ten digits */
	PRIVACY_EMAIL,
	PRIVACY_BIRTH,		/* "geboren op 3 mei 2012" */
	PRIVACY_NAME,		/* initials and surname: "J. de Vries" */
};

struct privacy {
	enum privacy_kind kind;
	size_t from, to;	/* in the text */
};

/*
 * The next one at or after *at, which steps over it; false behind the last.
 * In a heading "A. Preventie" is a label.  Web addresses are passed over.
 */
bool privacy_next(struct str text, bool is_heading, size_t *at,
    struct privacy *);

#endif
