/* arguments.h -- from the words of the command line to a command to run */
#ifndef COMMAND_ARGUMENTS_H
#define COMMAND_ARGUMENTS_H

#include "table.h"

struct arguments {
	const struct command *command;	/* NULL: perhaps, with --version */
	struct options options;
};

/*
 * Read the words, whose first is the name of the program; options may stand
 * before the command and behind it.  EXIT_DONE, or EXIT_USAGE after telling
 * on standard error what is wrong.  Texts point into argv; arguments_release
 * in any case.
 */
int arguments_read(struct arguments *, int argc, char **argv);
void arguments_release(struct arguments *);

/* Tell on standard error that there is no such command; EXIT_USAGE. */
int arguments_unknown_command(const char *name);

#endif
