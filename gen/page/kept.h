/* kept.h -- what other pages read of a report that was read */
#ifndef PAGE_KEPT_H
#define PAGE_KEPT_H

#include "report.h"

/* Names of where it belongs; of a folder if the content gives none. */
struct str report_onderzoek(const struct report *);
struct str report_regio(const struct report *);		/* depth > 1 */
struct str report_gemeente(const struct report *);	/* depth > 2 */
/* What the kind of document is called, and if it may not be read any more. */
struct str report_soort(struct arena *, const struct report *);
/* All of it is made up, to demonstrate. */
bool report_is_example(const struct report *);

/*
 * v as another page may quote it: its links to elsewhere in the report lead
 * to page, the way there.  v itself if there are none; else a copy of what
 * has them, with its places.  Lists that x-select made are left out.
 */
struct value *kept_quote(struct arena *, struct value *v, struct str page);

#endif
