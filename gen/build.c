/* build.c -- the commands build and check */
#include <stdio.h>
#include <time.h>

#include "base/diag.h"
#include "base/out.h"
#include "commands.h"
#include "publish.h"
#include "run.h"

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t
count_made(const struct run *run)
{
	size_t n = 0;

	for (size_t i = 0; i < run->n; i++)
		n += run->summaries[i].made;
	return n;
}

/* "1,23": numbers as the reader writes them. */
static void
print_seconds(double seconds)
{
	unsigned long hundredths = (unsigned long)(seconds * 100 + 0.5);

	printf("%lu,%02lu s", hundredths / 100, hundredths % 100);
}

static void
print_result(const struct run *run, double seconds)
{
	size_t made = count_made(run);

	printf("%zu %s gemaakt in ", made, made == 1 ? "rapport" : "rapporten");
	print_seconds(seconds);
	if (made < run->n)
		printf("; %zu niet, zie de meldingen", run->n - made);
	printf(". Bekijk ze in %s/index.html\n", run->options->out);
}

/* Whoever builds often has read them; check shows them. */
static void
sum_up_warnings(struct run *run)
{
	size_t n = diag_warnings(run->diag);

	if (n)
		printf("%zu %s; bekijk %s met toetssteen check\n", n,
		    n == 1 ? "waarschuwing" : "waarschuwingen",
		    n == 1 ? "haar" : "ze");
	diag_drop_warnings(run->diag);
}

int
command_build(const struct options *o)
{
	double start = now();
	struct run run;

	if (run_open(&run, o) && out_folder(run.diag, o->out)) {
		run_reports(&run, STAGE_PDF, true);
		if (!o->n_paths)
			publish_site(&run);
		print_result(&run, now() - start);
		sum_up_warnings(&run);
		fflush(stdout);
	}
	return run_close(&run);
}

static void
print_verdict(const struct run *run)
{
	size_t warnings = diag_warnings(run->diag);

	if (diag_count(run->diag, DIAG_ERROR))
		return;
	printf("%zu %s gecontroleerd: geen fouten", run->n,
	    run->n == 1 ? "rapport" : "rapporten");
	if (warnings)
		printf(", wel %zu %s", warnings, warnings == 1 ?
		    "waarschuwing" : "waarschuwingen");
	puts(".");
}

int
command_check(const struct options *o)
{
	struct run run;

	if (run_open(&run, o)) {
		run_reports(&run, STAGE_PDF, false);
		print_verdict(&run);
		fflush(stdout);
	}
	return run_close(&run);
}
