/*
 * check_mustache_spec.c -- every case of the official Mustache specification,
 * by the command render, as a user would.  Of its optional modules we have
 * dynamic names and inheritance.  Not lambdas: they need code in the data,
 * which YAML does not have.
 */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "../gen/base/diag.h"
#include "../gen/base/out.h"
#include "official_fixture.h"
#include "site_fixture.h"
#include "suites.h"

/* One starts with a letter, one with ~; ~lambdas.json is left out. */
static struct official spec = {
	.name = "Mustache specification",
	.variable = "MUSTACHE_SPEC",
	.folder = "../shared/mustache-spec",
	.patterns = { "[a-z]*.json", "~[!l]*.json" },
};

struct run {
	struct arena *arena;
	struct diag *d;
	char *folder;
	size_t cases, wrong;
};

static void
write_file(struct run *run, struct str name, struct str text)
{
	const char *path = arena_printf(run->arena, "%s/%zu/%.*s", run->folder,
	    run->cases, (int)name.n, name.s).s;

	ck_assert(out_write(run->d, path, text));
}

/* The template with its data and partials, in a folder of the case. */
static void
write_case(struct run *run, struct str test)
{
	struct str partials = json_find(test, "partials"), name, text;
	size_t at = 0;

	write_file(run, STR("t.mustache"),
	    json_text(run->arena, json_find(test, "template")));
	write_file(run, STR("t.json"), json_find(test, "data"));
	while (partials.n && json_next(partials, &at, &name) &&
	    json_next(partials, &at, &text))
		write_file(run, arena_printf(run->arena, "%s.mustache",
		    json_text(run->arena, name).s),
		    json_text(run->arena, text));
}

static void
run_case(struct run *run, struct str test)
{
	const char *command = arena_printf(run->arena,
	    "${TOETSSTEEN:-gen/build/toetssteen} render "
	    "%%1$s/%zu/t.mustache %%1$s/%zu/t.json 2>&1", run->cases,
	    run->cases).s;
	struct str expected = json_text(run->arena,
	    json_find(test, "expected"));
	struct buf answer = BUF_INIT;
	int status;

	write_case(run, test);
	status = site_ask(command, run->folder, &answer);
	run->cases++;
	if (status || !str_eq(buf_str(&answer), expected)) {
		run->wrong++;
		printf("%s: expected [%s]\nbut got [%s]\n",
		    json_text(run->arena, json_find(test, "name")).s,
		    expected.s, buf_str(&answer).s);
	}
	buf_release(&answer);
}

START_TEST(all_cases_pass)
{
	struct run run = { arena_new(), diag_new(), site_folder(), 0, 0 };
	struct str tests, test;
	size_t i = 0, at;

	do {
		tests = json_find(official_load(&spec, i, run.arena), "tests");
		for (at = 0; json_next(tests, &at, &test); )
			run_case(&run, test);
	} while (++i < spec.files.gl_pathc);
	printf("%s: %zu cases, %zu wrong\n", spec.name, run.cases, run.wrong);
	ck_assert_uint_gt(run.cases, 0);
	ck_assert_uint_eq(run.wrong, 0);
	site_remove(run.folder);
	diag_free(run.d);
	arena_free(run.arena);
}
END_TEST

Suite *
mustache_spec_suite(void)
{
	Suite *s = suite_create("mustache_spec");
	TCase *c = tcase_create("cases");

	tcase_set_timeout(c, 60);
	official_add(&spec, c, all_cases_pass);
	suite_add_tcase(s, c);
	return s;
}
