/* site_fixture.h -- the whole site in a folder of its own, and its checkers */
#ifndef TESTS_SITE_FIXTURE_H
#define TESTS_SITE_FIXTURE_H

#include "../gen/base/buf.h"

/* A new folder with what the program makes of content/; free and remove it. */
char *site_build(void);
/* A new, empty folder. */
char *site_folder(void);
void site_remove(char *folder);

/* Standard output of a command, in which %1$s is the folder; its status. */
int site_ask(const char *command, const char *folder, struct buf *answer);

#endif
