/* run.h -- all reports of a run, over threads */
#ifndef RUN_H
#define RUN_H

#include "report.h"

/* What is kept of a report after its arena is gone, for the site's pages. */
struct summary {
	struct str path;	/* below content/ and out/ */
	struct str onderzoek, omschrijving, regio, gemeente, titel, soort, datum;
	bool made;
	double seconds[STAGE_COUNT];
};

struct run {
	const struct options *options;
	struct arena *arena;
	struct diag *diag;
	struct toolbox tools;
	struct site site;
	struct place *places;	/* those that were asked for */
	struct summary *summaries;	/* of places */
	size_t n;
	enum stage last;
	bool write;
};

/*
 * Load what is shared and find the reports that the paths ask for.  False
 * after telling run.diag; run_release in any case.
 */
bool run_open(struct run *, const struct options *);
/* Run the stages of every report up to last; faults go to run.diag. */
void run_reports(struct run *, enum stage last, bool write);
/* Print the messages and give the exit status. */
int run_close(struct run *);

/* A typesetter for this thread; NULL after telling d. */
struct typesetter *run_typesetter(const struct run *, struct diag *d);

#endif
