/* check_stress.c -- the whole line on 2,000 pages and on 5,000 rows */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/base/diag.h"
#include "../gen/site/site.h"
#include "report_fixture.h"
#include "suites.h"
#include "temp.h"
#include "work.h"

/* What is known of a report when it is gone. */
struct measured {
	double reading[REPORT_STAGES], making[STAGE_COUNT];	/* work */
	size_t pages, rows;
};

static struct arena *arena;
static char folder[TEMP_PATH];

static void
setup(void)
{
	arena = arena_new();
	temp_folder(folder);
}

static void
teardown(void)
{
	ck_assert_int_eq(system(arena_printf(arena, "rm -r %s", folder).s), 0);
	arena_free(arena);
}

static size_t
count_tags(const struct layout *l, const char *type)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n_tags; i++)
		n += !strcmp(l->tags[i].type, type);
	return n;
}

static struct measured
measure_report(struct run *run)
{
	struct measured m = { .pages = 0 };
	struct made made;

	made_open(&made, run, 0);
	memcpy(m.reading, made.report.seconds, sizeof m.reading);
	memcpy(m.making, made.making.seconds, sizeof m.making);
	m.pages = made.making.layout->n_pages;
	m.rows = count_tags(made.making.layout, "TR");
	made_close(&made);
	return m;
}

/* Make a document, see tests/torture.sh, and run it through all stages. */
static struct measured
measure(size_t sections, size_t rows)
{
	const struct options options = {
		.content = arena_printf(arena, "%s/content", folder).s,
		.templates = arena_printf(arena, "%s/templates", folder).s,
		.assets = "assets",
		.out = folder,
	};
	struct measured m;
	struct run run;

	ck_assert_int_eq(system(arena_printf(arena,
	    "sh tests/torture.sh %s %zu %zu", folder, sections, rows).s), 0);
	if (!site_open(&run, &options) || run.n != 1)
		ck_abort_msg("status %d", run_close(&run));
	m = measure_report(&run);
	ck_assert_int_eq(run_close(&run), EXIT_DONE);
	return m;
}

/* Here the clock counts work, see work.c; a stage that does none is none. */
static void
check_stages(const struct measured *half, const struct measured *whole)
{
	for (size_t s = 0; s < REPORT_STAGES; s++)
		work_check(report_stage_names[s], half->reading[s],
		    whole->reading[s]);
	for (size_t s = 0; s < STAGE_COUNT; s++)
		work_check(stage_names[s], half->making[s], whole->making[s]);
}

START_TEST(pages_are_work_in_proportion)
{
	struct measured half = measure(500, 1), whole = measure(1000, 1);

	check_stages(&half, &whole);
	ck_assert_uint_ge(whole.pages, 2000);
	ck_assert_uint_ge(half.pages, 1000);
}
END_TEST

START_TEST(rows_are_work_in_proportion)
{
	struct measured half = measure(1, 2500), whole = measure(1, 5000);

	check_stages(&half, &whole);
	ck_assert_uint_eq(whole.rows, 5001);
	ck_assert_uint_ge(whole.pages, 200);
}
END_TEST

Suite *
stress_suite(void)
{
	Suite *s = suite_create("stress");
	TCase *c = tcase_create("stress");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, pages_are_work_in_proportion);
	tcase_add_test(c, rows_are_work_in_proportion);
	suite_add_tcase(s, c);
	return s;
}
