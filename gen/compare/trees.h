/* trees.h -- comparison: the tree of each kind of page */
#ifndef COMPARE_TREES_H
#define COMPARE_TREES_H

#include "compare.h"

/* The view says which regions a page is about, if not all. */

/* index.mustache and kies.mustache */
struct value *index_tree(struct arena *, const struct view *);
/* rug.mustache: onderwerpen by gemeenten */
struct value *rug_tree(struct arena *, const struct view *);
/* naast.mustache: the gemeenten of a region, or a pair of regions */
struct value *gemeenten_tree(struct arena *, const struct view *);
struct value *pair_tree(struct arena *, const struct view *);
/* onderdeel.mustache: all regions on one onderdeel */
struct value *onderdeel_tree(struct arena *, const struct view *);
/* profiel.mustache: one region */
struct value *profile_tree(struct arena *, const struct view *);
/* terugkerend.mustache: what recurs in all regions */
struct value *recurring_tree(struct arena *, const struct view *);
/* aanbevelingen.mustache */
struct value *advice_tree(struct arena *, const struct view *);
/* anders.mustache: beside an onderzoek under another kader */
struct value *other_tree(struct arena *, const struct view *);

/* Pictures: staven.mustache (of a region) and kaart.mustache. */
struct value *chart_tree(struct arena *, const struct view *);
struct value *map_tree(struct arena *, const struct view *);

#endif
