/* numbered.c -- ground floor: the next file of a folder with numbers */
#include "numbered.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "diag.h"
#include "die.h"

enum { TOO_HIGH = 100000 };	/* a date, say */

struct str
numbered_path(struct arena *a, struct diag *d, struct str folder,
    const char *name)
{
	unsigned long last = 0, number;
	struct dirent *entry;
	DIR *dir = opendir(folder.s);

	if (!dir && errno != ENOENT) {
		diag_path(d, folder.s, DIAG_NOT_READABLE,
		    system_fault(errno), system_advice(errno));
		return STR("");
	}
	while (dir && (entry = readdir(dir))) {
		number = strtoul(entry->d_name, NULL, 10);
		if (number > last && number < TOO_HIGH)
			last = number;
	}
	if (dir)
		closedir(dir);
	return arena_printf(a, "%s/%02lu-%s", folder.s, last + 1, name);
}
