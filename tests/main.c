/*
 * main.c -- runs all suites, or those that are named; two or more beside each
 * other, where there are so many processors
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "suites.h"
#include "temp.h"
#include "workers.h"

#define SUITE(name) { #name, name##_suite, false }
#define SLOW(name) { #name, name##_suite, true }

/* The slow ones first: then no worker is still at one when all are done. */
static const struct suite suites[] = {
	SLOW(browser),
	SLOW(output),
	SLOW(pdfua),
	SUITE(golden),
	SLOW(stress),
	SLOW(letters),
	SLOW(nazorg_files),
	SLOW(serve),
	SUITE(paging),
	SUITE(kinds),
	SUITE(sitemap),
	SUITE(new),
	SUITE(base),
	SUITE(outputs),
	SUITE(addresses),
	SUITE(value),
	SUITE(yaml),
	SUITE(read),
	SUITE(schema),
	SUITE(schema_parts),
	SUITE(format),
	SUITE(json_schema_suite),
	SUITE(link),
	SUITE(reference),
	SUITE(draft),
	SUITE(typography),
	SUITE(markdown),
	SUITE(markdown_parts),
	SUITE(mustache),
	SUITE(template_parts),
	SUITE(mustache_spec),
	SUITE(node),
	SUITE(xhtml),
	SUITE(document),
	SUITE(large),
	SUITE(passes),
	SUITE(privacy),
	SUITE(checks),
	SUITE(review),
	SUITE(words),
	SUITE(lexicon),
	SUITE(html),
	SUITE(text),
	SUITE(font),
	SUITE(hyphen),
	SUITE(break),
	SUITE(line),
	SUITE(inline),
	SUITE(theme),
	SUITE(look),
	SUITE(blocks),
	SUITE(grid),
	SUITE(strips),
	SUITE(placing),
	SUITE(pages),
	SUITE(rows),
	SUITE(tables),
	SUITE(drawn),
	SUITE(sheets),
	SUITE(keeps),
	SUITE(content),
	SUITE(pdf),
	SUITE(pdf_parts),
	SUITE(style),
	SUITE(site),
	SUITE(shared),
	SUITE(compare),
	SUITE(nazorg),
	SUITE(command),
	SUITE(nazorg_words),
};

enum { N_SUITES = sizeof suites / sizeof *suites };

/*
 * Seconds for one test.  This is to stop what hangs, also on a machine that is
 * slow or busy; how fast something is is no test.
 */
static const char limit[] = "900";

void
suite_is_not_here(const char *name, const char *variable, const char *folder)
{
	printf("NOT RUN: the %s; it is not in %s, and %s does not name another "
	    "folder\n", name, folder, variable);
}

/* All without a word; "quick" stands for those that are not slow. */
static bool
is_chosen(const struct suite *suite, char **words)
{
	bool chosen = !*words;

	for (; *words && !chosen; words++)
		chosen = !strcmp(*words, suite->name) ||
		    (!strcmp(*words, "quick") && !suite->is_slow);
	return chosen;
}

int
main(int argc, char **argv)
{
	struct suite chosen[N_SUITES];
	struct totals totals;
	size_t n = 0;

	for (size_t i = 0; i < N_SUITES; i++)
		if (is_chosen(&suites[i], argv + (argc > 0)))
			chosen[n++] = suites[i];
	setenv("CK_DEFAULT_TIMEOUT", limit, 0);
	temp_open();
	totals = workers_run(chosen, n);
	temp_close();
	printf("%d passed, %d failed\n", totals.run - totals.failed,
	    totals.failed);
	return totals.failed || !totals.run ? EXIT_FAILURE : EXIT_SUCCESS;
}
