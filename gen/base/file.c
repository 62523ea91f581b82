/* file.c -- ground floor: whether a file or folder is there */
#include "file.h"

#include <errno.h>
#include <sys/stat.h>

bool
file_exists(const char *path)
{
	struct stat st;

	return !stat(path, &st) || (errno != ENOENT && errno != ENOTDIR &&
	    errno != ENAMETOOLONG);
}
