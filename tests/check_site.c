/* check_site.c -- stage 1: the folders of content/, and what lies in them */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "../gen/base/diag.h"
#include "../gen/content/read/site.h"
#include "suites.h"
#include "temp.h"

static struct arena *arena;
static struct diag *diag;
static char folder[TEMP_PATH];

static void
setup(void)
{
	arena = arena_new();
	diag = diag_new();
	temp_folder(folder);
}

static void
teardown(void)
{
	diag_free(diag);
	arena_free(arena);
}

/* Commands of the shell, in the folder. */
static void
in_folder(const char *commands)
{
	ck_assert_int_eq(system(arena_printf(arena, "cd '%s' && { %s; }",
	    folder, commands).s), 0);
}

/* The paths of the reports, a line each. */
static struct str
find(bool *ok)
{
	struct site site;
	struct str all = STR("");

	*ok = site_find(arena, diag, folder, &site);
	for (size_t i = 0; i < site.n; i++)
		all = arena_printf(arena, "%s%s %zu\n", all.s,
		    site.places[i].path.s, site.places[i].depth);
	return all;
}

START_TEST(reports_at_every_depth)
{
	bool ok;

	in_folder("mkdir -p o/r/g o/r/.h o/s/g/bevindingen p; "
	    "touch o/rapport.yaml o/r/rapport.yaml o/r/g/rapport.yaml "
	    "o/s/g/rapport.yaml o/s/kaart.png");
	ck_assert_str_eq(find(&ok).s, "o 1\no/r 2\no/r/g 3\no/s/g 3\n");
	ck_assert(ok);
}
END_TEST

START_TEST(a_gemeente_needs_a_report)
{
	bool ok;

	in_folder("mkdir -p o/r/g o/r/h; touch o/r/h/rapport.yaml");
	ck_assert_str_eq(find(&ok).s, "o/r/h 3\n");	/* told, and gone on */
	ck_assert(!ok);
	ck_assert_uint_eq(diag_count(diag, DIAG_ERROR), 1);
}
END_TEST

START_TEST(no_content_is_told)
{
	bool ok;

	ck_assert_str_eq(find(&ok).s, "");
	ck_assert(!ok);
	ck_assert_uint_eq(diag_count(diag, DIAG_ERROR), 1);
}
END_TEST

START_TEST(folders_above_nearest_first)
{
	const struct site site = { .content = STR("content") };
	const struct place place = { .parts = { STR("o"), STR("r"),
		STR("g") }, .depth = 3 };
	const struct place high = { .parts = { STR("o") }, .depth = 1 };
	struct str folders[SITE_DEPTH];

	ck_assert_uint_eq(site_folders_above(arena, &site, &place, folders),
	    3);
	ck_assert_str_eq(folders[0].s, "content/o/r");
	ck_assert_str_eq(folders[1].s, "content/o");
	ck_assert_str_eq(folders[2].s, "content");
	ck_assert_uint_eq(site_folders_above(arena, &site, &high, folders),
	    1);
	ck_assert_str_eq(folders[0].s, "content");
}
END_TEST

static void
add_key(void *closure, struct str path, struct str key)
{
	struct str *all = closure;

	ck_assert(str_starts(path, folder));
	*all = arena_printf(arena, "%s%s ", all->s, key.s);
}

START_TEST(files_that_reports_inherit)
{
	struct str all = STR("");

	in_folder("mkdir lijst.md; touch b.md a.yaml rapport.yaml foto.jpg "
	    ".c.md d.yml");
	ck_assert(site_each_file(arena, diag, str_from(folder), add_key,
	    &all));
	ck_assert_str_eq(all.s, "a b ");
	ck_assert(!site_each_file(arena, diag, STR("/is/er/niet"), add_key,
	    &all));
	ck_assert_uint_eq(diag_count(diag, DIAG_ERROR), 1);
}
END_TEST

static struct value *
inherit(bool *ok)
{
	const struct place place = { .path = STR("g"),
		.folder = str_from(folder), .parts = { STR("g") },
		.depth = 1 };
	struct value *report = site_read_report(arena, diag, &place);

	ck_assert_ptr_nonnull(report);
	*ok = site_inherit(arena, diag, &place, report);
	return report;
}

START_TEST(what_lies_beside_becomes_keys)
{
	struct value *report, *list;
	bool ok;

	in_folder("echo 'soort: x' >rapport.yaml; echo Tekst >inleiding.md; "
	    "mkdir punten nazorg leeg; echo Een >punten/01-een.md; "
	    "echo 'id: eigen' >punten/02-twee.yaml; "
	    "echo 'datum: nu' >nazorg/01-brief.yaml; "
	    "echo 'termijn: 6' >nazorg.yaml");
	report = inherit(&ok);
	ck_assert(ok);
	ck_assert(str_is(value_text(value_path(report, "inleiding.tekst")),
	    "Tekst\n"));
	list = value_find(report, "punten");
	ck_assert_uint_eq(list->n, 2);
	ck_assert_str_eq(value_text(value_find(list->items[0], "id")).s,
	    "een");
	ck_assert_str_eq(value_text(value_find(list->items[1], "id")).s,
	    "eigen");
	ck_assert_uint_eq(value_path(report, "nazorg.stukken")->n, 1);
	ck_assert_ptr_null(value_find(report, "leeg"));
}
END_TEST

START_TEST(a_key_that_is_there_twice)
{
	bool ok;

	in_folder("echo 'inleiding: hier' >rapport.yaml; "
	    "echo Tekst >inleiding.md");
	inherit(&ok);
	ck_assert(!ok);
	ck_assert_uint_eq(diag_count(diag, DIAG_ERROR), 1);
}
END_TEST

Suite *
site_suite(void)
{
	Suite *s = suite_create("site");
	TCase *c = tcase_create("site");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, reports_at_every_depth);
	tcase_add_test(c, a_gemeente_needs_a_report);
	tcase_add_test(c, no_content_is_told);
	tcase_add_test(c, folders_above_nearest_first);
	tcase_add_test(c, files_that_reports_inherit);
	tcase_add_test(c, what_lies_beside_becomes_keys);
	tcase_add_test(c, a_key_that_is_there_twice);
	suite_add_tcase(s, c);
	return s;
}
