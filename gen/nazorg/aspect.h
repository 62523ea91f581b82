/* aspect.h -- nazorg: its part in the reading of each report */
#ifndef NAZORG_ASPECT_H
#define NAZORG_ASPECT_H

#include "../page/kept.h"
#include "dossier.h"

/* For run_open: each report with nazorg keeps its dossier. */
extern const struct aspect nazorg_aspect;

/* The dossier of a report; NULL if nothing was asked, or not any more. */
struct dossier *dossier_of(const struct report *);

/* Those of all reports of the run, NULL where there is none; in its arena. */
struct dossier **dossiers_of(const struct run *);

#endif
