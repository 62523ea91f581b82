/* run.h -- all reports and pages of a run of the program */
#ifndef PAGE_RUN_H
#define PAGE_RUN_H

#include "report.h"
#include "shared.h"

struct run {
	const struct options *options;
	const struct aspect *aspect;	/* of reports; may be NULL */
	struct outputs *outputs;	/* of options->out */
	struct arena *arena;
	struct diag *diag;
	struct toolbox tools;
	struct site site;
	struct report *reports;	/* those that were asked for, by path */
	size_t n;
	struct shared_list shared;	/* what they inherit */
	struct value *allowed;	/* toegestaan of all reports: LIST */
	bool write;		/* pages are written; if not, only made */
};

/*
 * Load what is shared and find the reports that the paths ask for.  False
 * after telling run.diag; run_close in any case.
 */
bool run_open(struct run *, const struct options *, const struct aspect *);
/* Read all reports: their trees.  Faults go to run.diag. */
void run_read(struct run *);
/* The pages of the reports that are sound. */
void run_pages(struct run *, struct pages *);
/* Print the messages and give the exit status. */
int run_close(struct run *);

/* A maker for this thread, whose kept is the arena of the run. */
struct maker run_maker(struct run *);

/*
 * Call make for 0 … n - 1, over threads, each with a maker of its own.
 * Faults go to run->diag.
 */
void run_each(struct run *, size_t n,
    void (*make)(void *closure, struct maker *, size_t i), void *closure);

#endif
