/* commands.h -- one function for each command; they return the exit status */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "../page/options.h"

/* Render the reports (all, or those at or below the paths) into out/. */
int command_build(const struct options *);
/* Do everything but write (and typeset the pages around the reports). */
int command_check(const struct options *);
/* dump STAGE PATH: print one stage of one report. */
int command_dump(const struct options *);
/* status: who must answer by when; EXIT_LATE if somebody has not. */
int command_status(const struct options *);
/*
 * letters: make the letters that are due; --send records that they were
 * sent, --receive records a reply.
 */
int command_letters(const struct options *);
/* render TEMPLATE [DATA]: plain Mustache to standard output. */
int command_render(const struct options *);
/* new WHAT PATH: a first draft of new files. */
int command_new(const struct options *);
/* help [COMMAND]: what the command line may say. */
int command_help(const struct options *);
/* serve: show the site in a browser and keep it up to date. */
int command_serve(const struct options *);

#endif
