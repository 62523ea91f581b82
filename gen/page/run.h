/* run.h -- all reports of a run, over threads */
#ifndef RUN_H
#define RUN_H

#include "../compare/subject.h"
#include "report.h"
#include "summary.h"

struct run {
	const struct options *options;
	struct outputs *outputs;	/* of options->out */
	struct arena *arena;
	struct diag *diag;
	struct toolbox tools;
	struct site site;
	struct place *places;	/* those that were asked for */
	struct summary *summaries;	/* of the places, in their order */
	struct subject **subjects;	/* NULL: does not take part */
	struct dossier **dossiers;	/* NULL: nothing was asked */
	struct value *allowed;	/* toegestaan of all reports: LIST */
	size_t n;
	enum stage last;
	bool write;
};

/*
 * Load what is shared and find the reports that the paths ask for.  False
 * after telling run.diag; run_close in any case.
 */
bool run_open(struct run *, const struct options *);
/* Run the stages of every report up to last; faults go to run.diag. */
void run_reports(struct run *, enum stage last, bool write);
/* Print the messages and give the exit status. */
int run_close(struct run *);

/* How many threads to use for n pieces of work. */
size_t run_threads(const struct run *, size_t n);
/* A typesetter for this thread; NULL after telling d. */
struct typesetter *run_typesetter(const struct run *, struct diag *d);

#endif
