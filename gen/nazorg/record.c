/* record.c -- nazorg: a new file in the folder nazorg of a report */
#include "record.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "../base/diag.h"
#include "../base/die.h"

struct str
record_path(struct arena *a, struct diag *d, struct str folder,
    struct str slug)
{
	struct str path = arena_printf(a, "%s/nazorg", folder.s);
	unsigned long last = 0, number;
	struct dirent *entry;
	DIR *dir = opendir(path.s);

	if (!dir && errno != ENOENT) {
		diag_path(d, path.s, DIAG_NOT_READABLE, system_fault(errno));
		return STR("");
	}
	while (dir && (entry = readdir(dir))) {
		number = strtoul(entry->d_name, NULL, 10);
		if (number > last && number < 100000)
			last = number;
	}
	if (dir)
		closedir(dir);
	return arena_printf(a, "%s/%02lu-%s.yaml", path.s, last + 1, slug.s);
}
