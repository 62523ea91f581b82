/* bench.c -- the command bench: CPU time for each stage */
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "commands.h"
#include "run.h"

enum { ROUNDS = 100 };

struct times {
	double first[STAGE_COUNT];	/* with cold caches */
	double sum[STAGE_COUNT];	/* of all rounds behind it */
};

static bool
run_once(struct run *run, struct typesetter *typesetter, size_t i,
    double *seconds)
{
	struct report r = {
		.tools = &run->tools,
		.typesetter = typesetter,
		.site = &run->site,
		.place = &run->places[i],
		.diag = run->diag,
	};
	bool ok = report_run(&r, STAGE_PDF);

	for (size_t s = 0; s < STAGE_COUNT; s++)
		seconds[s] += r.seconds[s];
	report_release(&r);
	return ok;
}

static bool
measure(struct run *run, struct times *t)
{
	struct typesetter *typesetter = run_typesetter(run, run->diag);
	bool ok = typesetter && run_once(run, typesetter, 0, t->first);

	for (size_t round = 0; ok && round < ROUNDS; round++)
		for (size_t i = 0; ok && i < run->n; i++)
			ok = run_once(run, typesetter, i, t->sum);
	typesetter_free(typesetter);
	return ok;
}

static void
print_times(const struct run *run, const struct times *t)
{
	double first = 0, sum = 0, n = (double)(ROUNDS * run->n);

	printf("CPU in ms      1 report, cold   1 report, mean of %.0f\n", n);
	for (size_t s = 0; s < STAGE_COUNT; s++) {
		printf("%-16s %12.3f %20.3f\n", stage_names[s],
		    t->first[s] * 1e3, t->sum[s] * 1e3 / n);
		first += t->first[s];
		sum += t->sum[s];
	}
	printf("%-16s %12.3f %20.3f\n", "total", first * 1e3, sum * 1e3 / n);
}

int
command_bench(const struct options *o)
{
	struct times t = { .first = { 0 } };
	struct run run;

	if (run_open(&run, o) && run.n && measure(&run, &t))
		print_times(&run, &t);
	return run_close(&run);
}
