/* main.c -- runs all suites, or the one that is named */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "suites.h"
#include "temp.h"

#define SUITE(name) { #name, name##_suite }

static const struct {
	const char *name;
	Suite *(*make)(void);
} suites[] = {
	SUITE(base),
	SUITE(outputs),
	SUITE(addresses),
	SUITE(value),
	SUITE(yaml),
	SUITE(schema),
	SUITE(link),
	SUITE(reference),
	SUITE(draft),
	SUITE(typography),
	SUITE(markdown),
	SUITE(mustache),
	SUITE(mustache_spec),
	SUITE(node),
	SUITE(xhtml),
	SUITE(document),
	SUITE(privacy),
	SUITE(checks),
	SUITE(words),
	SUITE(html),
	SUITE(font),
	SUITE(hyphen),
	SUITE(break),
	SUITE(line),
	SUITE(theme),
	SUITE(pages),
	SUITE(rows),
	SUITE(tables),
	SUITE(drawn),
	SUITE(sheets),
	SUITE(keeps),
	SUITE(paging),
	SUITE(content),
	SUITE(pdf),
	SUITE(sitemap),
	SUITE(compare),
	SUITE(nazorg),
	SUITE(nazorg_files),
	SUITE(letters),
	SUITE(output),
	SUITE(pdfua),
	SUITE(kinds),
	SUITE(browser),
	SUITE(new),
	SUITE(serve),
	SUITE(stress),
	SUITE(golden),
};

enum { N_SUITES = sizeof suites / sizeof *suites };

/*
 * Seconds for one test.  This is to stop what hangs, also on a machine that is
 * slow or busy; how fast something is is no test.
 */
static const char limit[] = "900";

int
main(int argc, char **argv)
{
	SRunner *runner = srunner_create(NULL);
	int failed, run;

	setenv("CK_DEFAULT_TIMEOUT", limit, 0);
	for (size_t i = 0; i < N_SUITES; i++)
		if (argc < 2 || !strcmp(argv[1], suites[i].name))
			srunner_add_suite(runner, suites[i].make());
	temp_open();
	srunner_run_all(runner, CK_ENV);
	temp_close();
	failed = srunner_ntests_failed(runner);
	run = srunner_ntests_run(runner);
	srunner_free(runner);
	printf("%d passed, %d failed\n", run - failed, failed);
	return failed || !run ? EXIT_FAILURE : EXIT_SUCCESS;
}
