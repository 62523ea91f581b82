/* temp.c -- files and folders that last no longer than the run */
#include "temp.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Not below another TMPDIR: the shell takes its path for one word. */
void
temp_open(void)
{
	static char folder[] = "/tmp/toetssteen-tests-XXXXXX";

	if (!mkdtemp(folder) || setenv("TMPDIR", folder, 1)) {
		perror(folder);
		exit(EXIT_FAILURE);
	}
}

/* Some tests take the right to write in a folder away. */
void
temp_close(void)
{
	if (system("chmod -R u+rwX \"$TMPDIR\" && rm -rf \"$TMPDIR\""))
		fprintf(stderr, "%s could not be removed\n", getenv("TMPDIR"));
}

void
temp_folder(char path[TEMP_PATH])
{
	snprintf(path, TEMP_PATH, "%s/XXXXXX", getenv("TMPDIR"));
	ck_assert_ptr_nonnull(mkdtemp(path));
}

void
temp_file(char path[TEMP_PATH], const char *ending)
{
	int fd;

	snprintf(path, TEMP_PATH, "%s/XXXXXX%s", getenv("TMPDIR"), ending);
	fd = mkstemps(path, (int)strlen(ending));
	ck_assert_int_ge(fd, 0);
	close(fd);
}
