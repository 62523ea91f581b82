/* workers.h -- suites, each in a process of its own */
#ifndef TESTS_WORKERS_H
#define TESTS_WORKERS_H

#include <check.h>
#include <stdbool.h>
#include <stddef.h>

struct suite {
	const char *name;
	Suite *(*make)(void);
	bool is_slow;		/* browsers, validators, stress: not in quick */
};

struct totals {
	int run, failed;
};

/*
 * Run them in this order, as many beside each other as there are processors or
 * JOBS says.  What a suite prints comes out whole, when it is done.  A suite
 * that ends before its tests do has failed; so have all, after Ctrl-C.
 */
struct totals workers_run(const struct suite *suites, size_t n);

#endif
