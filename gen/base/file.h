/* file.h -- whether a file or folder is there */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "str.h"

/*
 * False only if nothing has this name.  What may be there but cannot be seen
 * (no permission, a link that leads to itself) is there: who then opens it
 * tells why that fails, so a fault never looks as if the file were left out.
 */
bool file_exists(const char *path);

#endif
