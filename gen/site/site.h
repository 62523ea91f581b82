/* site.h -- the website: the lists of pages of all rooms, and its files */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include "../page/run.h"

/* run_open, with all that belongs to a report of this site. */
bool site_open(struct run *, const struct options *);

/* Make everything, and write it if the run writes.  Faults go to run->diag. */
void site_make(struct run *);

/* The page with this address, ready to be made; NULL: there is none. */
const struct page *site_find_page(struct run *, struct str address);

/*
 * Files that are no pages: style sheets, icons, fonts and the tokens of the
 * house style, below assets/.
 */
void site_assets(struct run *);

/*
 * robots.txt and the sitemaps of the Woo, of all documents of the run; nothing
 * at all if one of them has a fault.  Only for a website that has an address.
 */
void site_maps(struct run *);

#endif
