/* publish.h -- what the site has beside its reports */
#ifndef PUBLISH_H
#define PUBLISH_H

#include "run.h"

/*
 * Write the pages of site_tree.h (templates/site/) and out/assets/: style
 * sheets, icons, fonts and the tokens of the house style as CSS.  Faults go
 * to run.diag.
 */
void publish_site(struct run *);

#endif
