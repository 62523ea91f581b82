/* dossier_private.h -- nazorg: what the files of a dossier share */
#ifndef NAZORG_DOSSIER_PRIVATE_H
#define NAZORG_DOSSIER_PRIVATE_H

#include "dossier.h"

/* The day that a value says, or the one at a path of a map; or DAY_NONE. */
day_number day_of(const struct value *);
day_number day_at(const struct value *map, const char *path);

/*
 * Make the structs of d from d->data.  False after telling diag, which may
 * be NULL if the data were checked before.
 */
bool dossier_collect(struct arena *, struct diag *, struct dossier *d);

/* What no schema can see, within one report.  False after telling diag. */
bool dossier_check(struct arena *, struct diag *, const struct dossier *);

#endif
