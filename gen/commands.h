/* commands.h -- one function for each command; they return the exit status */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "options.h"

/* Render the reports (all, or those at or below the paths) into out/. */
int command_build(const struct options *);
/* Do everything but write. */
int command_check(const struct options *);
/* dump STAGE PATH: print one stage of one report. */
int command_dump(const struct options *);
/* render TEMPLATE [DATA]: plain Mustache to standard output. */
int command_render(const struct options *);
/* bench: time per stage. */
int command_bench(const struct options *);

#endif
