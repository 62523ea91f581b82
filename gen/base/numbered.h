/* numbered.h -- the next file of a folder whose files have numbers */
#ifndef BASE_NUMBERED_H
#define BASE_NUMBERED_H

#include "arena.h"

struct diag;

/*
 * "FOLDER/03-NAME" if the highest number in the folder is 02; a folder that
 * is not there yet begins with 01.  "" after telling d.
 */
struct str numbered_path(struct arena *, struct diag *d, struct str folder,
    const char *name);

#endif
