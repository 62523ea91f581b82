/* publish_compare.h -- what the site has to compare gemeenten with */
#ifndef PUBLISH_COMPARE_H
#define PUBLISH_COMPARE_H

#include "../page/run.h"

/*
 * Write the comparison of each onderzoek with templates/vergelijking/ below
 * out/<onderzoek>/vergelijking/: pages, PDFs, tables and data.  Without that
 * folder of templates there is none.  Before the pages of the site, which
 * lead here.
 */
void publish_comparisons(struct run *);

#endif
