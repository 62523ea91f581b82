/* options.h -- what the command line says */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct options {
	const char *content, *templates, *assets, *out;
	const char *today;	/* YYYY-MM-DD, or NULL for the clock */
	const char *kind;	/* of the document that new makes, or NULL */
	size_t jobs;		/* threads; 0: one for each processor */
	size_t port;		/* of serve; 0: any that is free */
	bool without_examples;	/* leave out what is made up */
	const char *letter;	/* letters of this kind, or NULL */
	const char *receive;	/* letters: the file of a reply, or NULL */
	const char *by;		/* letters: the function of who records it */
	bool send;		/* letters: record that they were sent */
	bool help;		/* explain the command, do not run it */
	bool version;		/* tell the version of the program */
	const char **paths;	/* --only PATH and the other words */
	size_t n_paths;
};

/* Exit statuses. */
enum { EXIT_DONE = 0, EXIT_FAULTS = 1, EXIT_USAGE = 2, EXIT_LATE = 3 };

#endif
