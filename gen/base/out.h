/* out.h -- a file that is written whole or not at all */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include "str.h"

struct diag;

/* Make the folder if need be; false after telling d if it cannot be used. */
bool out_folder(struct diag *d, const char *path);

/*
 * Write data to path: under a temporary name beside it, then renamed.  Makes
 * the folders above it.  A file that has these bytes already is left alone.
 * False after telling d (the environment, not the input, is at fault).
 */
bool out_write(struct diag *d, const char *path, struct str data);
/*
 * The same for a file that has to be new: what has this name already stays as
 * it is.  What we keep of letters and replies must not get lost.
 */
bool out_create(struct diag *d, const char *path, struct str data);
/*
 * Wait until no other run of the program holds this folder, and hold it.  -1
 * if the file system does not know this: then nobody waits.
 */
int out_lock(const char *folder);
void out_unlock(int lock);

/* As out_write, with the bytes of another file. */
bool out_copy(struct diag *d, const char *path, const char *from);

#endif
