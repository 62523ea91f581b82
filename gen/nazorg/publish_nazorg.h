/* publish_nazorg.h -- who must answer by when, for inspectors */
#ifndef PUBLISH_NAZORG_H
#define PUBLISH_NAZORG_H

#include "../page/run.h"

/*
 * Write the overview of each onderzoek with nazorg below
 * out/<onderzoek>/nazorg/, with templates/nazorg/: a page, its PDF, pictures,
 * nazorg.csv and nazorg.ics.  Without that folder of templates there is none.
 */
void publish_nazorg(struct run *);

#endif
