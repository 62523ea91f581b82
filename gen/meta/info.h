/* info.h -- what a PDF says of itself: its Info dictionary and its XMP */
#ifndef META_INFO_H
#define META_INFO_H

#include "../base/str.h"

/* A text that is not known is "". */
struct pdf_info {
	struct str title, author, subject, keywords;
	struct str language;	/* "nl-NL" */
	/* Of the document: YYYY-MM-DD or YYYY-MM; "" if it has none. */
	struct str date;
	struct str identifier, publisher;
	struct str kind, category;	/* "inspectierapport", … */
	struct str coverage, rights;	/* addresses */
	const char *path;	/* for messages */
};

#endif
