/* publish.h -- what the site has beside its reports */
#ifndef PUBLISH_H
#define PUBLISH_H

#include "../page/run.h"

/* Check all pages of the site; nothing is written if the run does not. */
void publish_check(struct run *);

/*
 * Write the pages of site_tree.h (templates/site/) and out/assets/: style
 * sheets, icons, fonts and the tokens of the house style as CSS.  Faults go
 * to run.diag.
 */
void publish_site(struct run *);

/*
 * Write robots.txt and the sitemaps of the Woo, of all documents of the run;
 * nothing at all if one of them has a fault.  Only for a website that has an
 * address.
 */
void publish_sitemap(struct run *);

#endif
