/* facets.h -- stage 2, derive: other forms of a value, for templates */
#ifndef CONTENT_FACETS_H
#define CONTENT_FACETS_H

#include "../../base/day.h"
#include "value.h"

/*
 * A template writes them behind the name of the value: {{datum.jaar}}.  A key
 * of a map that has the same name goes first.
 *
 *	a date		text "1 mei 2020", iso "2020-05-01", jaar "2020",
 *			maand "mei", dag "1"
 *	a month		text "januari 2020", iso "2020-01", jaar, maand
 *	a whole number	woord "drieëntwintig", rang "drieëntwintigste"
 *	a list		aantal (number of items), woord (the same in words),
 *			gevuld (true or false), opsomming "a, b en c" (of
 *			texts and numbers)
 *	each item of a list, of any kind
 *			nummer (1, 2 …), eerste, laatste (true or false)
 */

/* Of a STRING.  One that has been read before is left as it is. */
enum date_reading facets_date(struct arena *, struct value *);
enum date_reading facets_month(struct arena *, struct value *);
/* Of a NUMBER; one that is not whole gets none. */
void facets_number(struct arena *, struct value *);
/* Of a LIST or an absent one (NULL), not of its items. */
void facets_list(struct arena *, struct value *);
/* Of each item of a LIST. */
void facets_items(struct arena *, struct value *list);

#endif
