/* check_outputs.c -- files of an earlier build, and when they are removed */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../gen/base/arena.h"
#include "../gen/base/diag.h"
#include "../gen/base/out.h"
#include "../gen/base/outputs.h"
#include "suites.h"
#include "temp.h"

static char folder[TEMP_PATH];
static struct arena *arena;
static struct diag *diag;

static void
setup(void)
{
	temp_folder(folder);
	arena = arena_new();
	diag = diag_new();
}

static void
teardown(void)
{
	diag_free(diag);
	arena_free(arena);
}

static const char *
path_of(const char *name)
{
	return arena_printf(arena, "%s/%s", folder, name).s;
}

static bool
exists(const char *name)
{
	return !access(path_of(name), F_OK);
}

/* A build that makes the files whose names stand in words; what it removes. */
static size_t
build(const char *words, bool is_whole)
{
	struct outputs *o = outputs_new(folder);
	struct str all = str_from(words);
	size_t at, n;

	for (; all.n; all = str_slice(all, at + 1, all.n)) {
		at = str_find(all, " ", 0);
		if (at > all.n)
			at = all.n;
		ck_assert(outputs_write(o, diag, str_slice(all, 0, at),
		    STR("x")));
	}
	n = outputs_finish(o, diag, is_whole);
	outputs_free(o);
	ck_assert_uint_eq(diag_count(diag, DIAG_ERROR), 0);
	return n;
}

START_TEST(what_is_no_longer_made_goes)
{
	ck_assert_uint_eq(build("index.html o/r/g/index.html o/r/h/a.pdf",
	    true), 0);
	ck_assert_uint_eq(build("index.html o/r/h/a.pdf", true), 1);
	ck_assert(exists("index.html"));
	ck_assert(exists("o/r/h/a.pdf"));
	ck_assert(!exists("o/r/g"));
	ck_assert_uint_eq(build("index.html", true), 1);
	ck_assert(!exists("o"));
	ck_assert(exists(""));
	ck_assert_uint_eq(build("index.html", true), 0);
}
END_TEST

START_TEST(files_of_others_stay)
{
	build("o/index.html", true);
	ck_assert(out_write(diag, path_of("o/eigen.txt"), STR("mijn")));
	ck_assert_uint_eq(build("index.html", true), 1);
	ck_assert(!exists("o/index.html"));
	ck_assert(exists("o/eigen.txt"));
}
END_TEST

START_TEST(a_part_of_a_build_removes_nothing)
{
	build("a b", true);
	ck_assert_uint_eq(build("b c", false), 0);
	ck_assert(exists("a"));
	/* but the whole build after it knows of a, b and c */
	ck_assert_uint_eq(build("b", true), 2);
	ck_assert(!exists("a"));
	ck_assert(exists("b"));
	ck_assert(!exists("c"));
}
END_TEST

START_TEST(what_is_gone_already_is_no_fault)
{
	build("a b/c", true);
	ck_assert_int_eq(unlink(path_of("a")), 0);
	ck_assert_uint_eq(build("b/c", true), 1);
	ck_assert(exists("b/c"));
}
END_TEST

/* A list that somebody meddled with leads to nothing outside the folder. */
START_TEST(nothing_outside_the_folder)
{
	static const char list[] = "../buiten\n/etc/geen\na/../../buiten\n"
	    "a/..\n\nmap/\nbinnen";
	const char *outside = arena_printf(arena, "%s-buiten", folder).s;

	build("binnen map/x", true);
	ck_assert(out_write(diag, outside, STR("x")));
	ck_assert(out_write(diag, path_of(".gemaakt"),
	    arena_printf(arena, "../%s\n%s", strrchr(outside, '/') + 1,
	    list)));
	ck_assert_uint_eq(build("anders", true), 1);
	ck_assert(!exists("binnen"));
	ck_assert(exists("map/x"));
	ck_assert_int_eq(unlink(outside), 0);
}
END_TEST

START_TEST(the_list_is_the_same_each_time)
{
	struct outputs *o = outputs_new(folder);
	char text[64] = "";
	FILE *f;

	outputs_write(o, diag, STR("b"), STR("x"));
	outputs_write(o, diag, STR("a"), STR("x"));
	outputs_write(o, diag, STR("b"), STR("x"));
	outputs_finish(o, diag, true);
	outputs_free(o);
	f = fopen(path_of(".gemaakt"), "r");
	ck_assert_ptr_nonnull(f);
	ck_assert_uint_gt(fread(text, 1, sizeof text - 1, f), 0);
	fclose(f);
	ck_assert_str_eq(text, "a\nb\n");
}
END_TEST

Suite *
outputs_suite(void)
{
	Suite *s = suite_create("outputs");
	TCase *c = tcase_create("outputs");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, what_is_no_longer_made_goes);
	tcase_add_test(c, files_of_others_stay);
	tcase_add_test(c, a_part_of_a_build_removes_nothing);
	tcase_add_test(c, what_is_gone_already_is_no_fault);
	tcase_add_test(c, nothing_outside_the_folder);
	tcase_add_test(c, the_list_is_the_same_each_time);
	suite_add_tcase(s, c);
	return s;
}
