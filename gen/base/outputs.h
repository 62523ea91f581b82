/* outputs.h -- the files of out/, and which of them a build still makes */
#ifndef BASE_OUTPUTS_H
#define BASE_OUTPUTS_H

#include "str.h"

struct diag;

/*
 * The files that the program made below a folder.  Their names stay behind
 * in .gemaakt, so that a later build can take away those that it no longer
 * makes: of a gemeente that is gone, say.  A file that is not in that list is
 * never removed.  Paths are below the folder; threads may share this.
 */
struct outputs;

struct outputs *outputs_new(const char *folder);
void outputs_free(struct outputs *);		/* NULL is allowed */

/* As out_write and out_copy. */
bool outputs_write(struct outputs *, struct diag *d, struct str path,
    struct str data);
bool outputs_copy(struct outputs *, struct diag *d, struct str path,
    const char *from);

/*
 * Write .gemaakt.  After a build that was whole, files that an earlier one
 * made and this one did not are removed, with the folders that are empty
 * then.  How many; faults go to d.
 */
size_t outputs_finish(struct outputs *, struct diag *d, bool is_whole);

#endif
