/* comparisons.h -- what the site has to compare gemeenten with */
#ifndef COMPARE_COMPARISONS_H
#define COMPARE_COMPARISONS_H

#include "../page/run.h"

/*
 * The pages of the comparison of each onderzoek, by templates/vergelijking/,
 * below <onderzoek>/vergelijking/.  Without that folder of templates there is
 * none.  takes_part (run->n of them) learns which reports are compared.
 */
void comparison_pages(struct run *, struct pages *, bool *takes_part);

#endif
