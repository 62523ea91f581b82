/* trees.h -- comparison: the tree of each kind of page */
#ifndef COMPARE_TREES_H
#define COMPARE_TREES_H

#include "compare.h"

/* struct compare_page says which regions a page is about, if not all. */

/* index.mustache and kies.mustache */
struct value *overview_tree(struct arena *, const struct compare_page *);
/* rug.mustache: onderwerpen by gemeenten */
struct value *rug_tree(struct arena *, const struct compare_page *);
/* naast.mustache: the gemeenten of a region, or a pair of regions */
struct value *gemeenten_tree(struct arena *, const struct compare_page *);
struct value *pair_tree(struct arena *, const struct compare_page *);
/* onderdeel.mustache: all regions on one onderdeel */
struct value *onderdeel_tree(struct arena *, const struct compare_page *);
/* profiel.mustache: one region */
struct value *profile_tree(struct arena *, const struct compare_page *);
/* terugkerend.mustache: what recurs in all regions */
struct value *recurring_tree(struct arena *, const struct compare_page *);
/* aanbevelingen.mustache */
struct value *advice_tree(struct arena *, const struct compare_page *);
/* anders.mustache: beside an onderzoek under another kader */
struct value *other_tree(struct arena *, const struct compare_page *);

/* Pictures: staven.mustache (of a region) and kaart.mustache. */
struct value *chart_tree(struct arena *, const struct compare_page *);
struct value *map_tree(struct arena *, const struct compare_page *);

#endif
