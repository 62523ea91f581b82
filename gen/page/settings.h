/* settings.h -- content/site.yaml and woordenlijst.yaml: for all pages */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "../content/value/value.h"
#include "options.h"

struct diag;

/*
 * Read content/site.yaml and check it by templates/algemeen/site.schema.yaml.
 * A file that is not there is one in which nothing is set.  NULL after
 * telling d.
 */
const struct value *settings_load(struct arena *, struct diag *d,
    const struct options *);

/*
 * The same for content/woordenlijst.yaml, the terms of the pages that no
 * report makes.  NULL also if it has none.
 */
const struct value *settings_words(struct arena *, struct diag *d,
    const struct options *);

/*
 * {{site}} of a page: the settings, with basis, the way from the page up to
 * out/ ("../"), and pdf, the document as PDF ("" if there is none).
 */
struct value *settings_for_page(struct arena *, const struct value *settings,
    struct str basis, struct str pdf);

#endif
