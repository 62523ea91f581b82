/* help.h -- what the table of commands says, in words */
#ifndef COMMAND_HELP_H
#define COMMAND_HELP_H

#include "../base/buf.h"
#include "table.h"

/* How to call it: "toetssteen new [OPTIES] WAT PAD". */
void help_synopsis(const struct command *, struct buf *);
/* What it does, its options and an example; of NULL: all commands. */
void help_add(const struct command *, struct buf *);
/* "a, b of c", with last = "of". */
void help_list(struct buf *, const char *const *list, size_t n,
    const char *last);

#endif
