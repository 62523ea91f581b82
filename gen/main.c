/* main.c -- the command line: which command, with what, and run it */
#include <stdio.h>

#include "command/arguments.h"
#include "command/commands.h"

int
main(int argc, char **argv)
{
	struct arguments args;
	int status = arguments_read(&args, argc, argv);

	if (status == EXIT_DONE && args.options.version)
		puts("toetssteen " VERSION);
	else if (status == EXIT_DONE)
		status = args.command->run(&args.options);
	arguments_release(&args);
	return status;
}
