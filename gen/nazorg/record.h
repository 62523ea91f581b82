/* record.h -- nazorg: a new file in the folder nazorg of a report */
#ifndef NAZORG_RECORD_H
#define NAZORG_RECORD_H

#include "../base/arena.h"

struct diag;

/*
 * "…/nazorg/03-antwoord.yaml": a name that follows on those that are there,
 * in the folder of a report.  "" after telling d.
 */
struct str record_path(struct arena *, struct diag *d, struct str folder,
    struct str slug);

#endif
