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
/* The same with the bytes of another file. */
bool out_copy(struct diag *d, const char *path, const char *from);

#endif
