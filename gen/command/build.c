/* build.c -- the commands build and check */
#include <stdio.h>
#include <stdlib.h>

#include "../base/clock.h"
#include "../base/diag.h"
#include "../base/die.h"
#include "../base/out.h"
#include "../base/outputs.h"
#include "build.h"
#include "commands.h"
#include "../site/site.h"

static size_t
count_made(const struct run *run)
{
	size_t n = 0;

	for (size_t i = 0; i < run->n; i++)
		n += run->reports[i].is_made;
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
	if (run->options->n_paths)
		printf(", in %s. Overzichten en vergelijkingen maakt build "
		    "alleen zonder PAD\n", run->options->out);
	else
		printf(". Bekijk ze in %s/index.html\n", run->options->out);
}

/* Whoever builds often has read them; check shows them. */
static void
sum_up_warnings(struct run *run)
{
	size_t n = diag_different(run->diag, DIAG_WARNING);

	if (n)
		printf("%zu %s; bekijk %s met toetssteen check\n", n,
		    n == 1 ? "waarschuwing" : "waarschuwingen",
		    n == 1 ? "die" : "ze");
	diag_drop_warnings(run->diag);
}

/*
 * With a fault the pages that depend on it were not made; what there was of
 * them stays.
 */
static void
remove_old_files(struct run *run)
{
	bool is_whole = !run->options->n_paths &&
	    !diag_count(run->diag, DIAG_ERROR);
	size_t n = outputs_finish(run->outputs, run->diag, is_whole);

	if (n)
		printf("%zu %s van een eerdere keer verwijderd: %s %s er "
		    "niet meer bij.\n", n, n == 1 ? "bestand" : "bestanden",
		    n == 1 ? "het" : "ze", n == 1 ? "hoort" : "horen");
}

/* Print the messages to a text as well. */
static void
keep_messages(const struct run *run, struct build_told *told)
{
	char *text;
	size_t n;
	FILE *f = open_memstream(&text, &n);

	if (!f)
		die("het geheugen is op");
	diag_print(run->diag, f);
	fclose(f);
	buf_add(&told->messages, (struct str){ text, n });
	free(text);
	told->errors = diag_different(run->diag, DIAG_ERROR);
	told->warnings = diag_different(run->diag, DIAG_WARNING);
}

int
build_site(const struct options *o, struct build_told *told)
{
	double start = clock_wall();
	struct run run;

	if (site_open(&run, o) && out_folder(run.diag, o->out)) {
		run.write = true;
		site_make(&run);
		remove_old_files(&run);
		print_result(&run, clock_wall() - start);
	}
	if (told)
		keep_messages(&run, told);
	sum_up_warnings(&run);
	fflush(stdout);
	return run_close(&run);
}

int
command_build(const struct options *o)
{
	return build_site(o, NULL);
}

static void
print_verdict(const struct run *run)
{
	size_t warnings = diag_different(run->diag, DIAG_WARNING);

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

	if (site_open(&run, o)) {
		site_make(&run);
		print_verdict(&run);
		fflush(stdout);
	}
	return run_close(&run);
}
