/* options.h -- what the command line says */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct options {
	const char *content, *templates, *assets, *out;
	const char *today;	/* YYYY-MM-DD, or NULL for the clock */
	size_t jobs;		/* threads; 0: as many as there are processors */
	bool without_examples;	/* leave out what is made up */
	const char **paths;	/* --only PATH and the words behind the options */
	size_t n_paths;
};

/* Exit statuses. */
enum { EXIT_DONE = 0, EXIT_FAULTS = 1, EXIT_USAGE = 2 };

#endif
