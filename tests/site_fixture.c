/* site_fixture.c -- the whole site in a folder of its own, and its checkers */
#include "site_fixture.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "temp.h"

int
site_ask(const char *command, const char *folder, struct buf *answer)
{
	struct buf line = BUF_INIT;
	char chunk[4096];
	size_t n;
	FILE *f;

	buf_addf(&line, command, folder);
	f = popen(line.s, "r");
	ck_assert_ptr_nonnull(f);
	while ((n = fread(chunk, 1, sizeof chunk, f)))
		buf_add(answer, (struct str){ chunk, n });
	buf_release(&line);
	return pclose(f);
}

static void
must(const char *command, const char *folder)
{
	struct buf answer = BUF_INIT;

	ck_assert_msg(site_ask(command, folder, &answer) == 0, "%s: %s",
	    command, buf_str(&answer).s);
	buf_release(&answer);
}

char *
site_folder(void)
{
	char *folder = malloc(TEMP_PATH);

	ck_assert_ptr_nonnull(folder);
	temp_folder(folder);
	return folder;
}

char *
site_build(void)
{
	char *folder = site_folder();

	must("\"${TOETSSTEEN:-gen/build/toetssteen}\" build --out %1$s "
	    "2>&1", folder);
	return folder;
}

void
site_remove(char *folder)
{
	must("rm -r %1$s", folder);
	free(folder);
}
