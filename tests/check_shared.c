/* check_shared.c -- what the reports of an onderzoek read once, and share */
#include <check.h>

#include "../gen/base/diag.h"
#include "../gen/site/site.h"
#include "suites.h"

static const struct options options = {
	.content = "content",
	.templates = "templates",
	.assets = "assets",
	.out = "out",
};
static struct run run;

static void
setup(void)
{
	ck_assert(site_open(&run, &options));
	run_read(&run);
}

static void
teardown(void)
{
	run_close(&run);
}

static const struct report *
report_at(const char *path)
{
	for (size_t i = 0; i < run.n; i++)
		if (str_is(run.reports[i].place->path, path))
			return &run.reports[i];
	ck_abort_msg("no %s", path);
	return NULL;
}

START_TEST(what_is_the_same_is_there_once)
{
	const struct value *a = report_at(
	    "lokaal-netwerk/friesland/leeuwarden")->data;
	const struct value *b = report_at(
	    "lokaal-netwerk/merelgouw/kruisbekloo")->data;

	const struct value *thema = value_path(a, "kader.themas")->items[0];
	const struct value *other = value_path(b, "kader.themas")->items[0];

	ck_assert_ptr_nonnull(value_find(a, "woordenlijst"));
	ck_assert_ptr_eq(value_find(a, "woordenlijst"),
	    value_find(b, "woordenlijst"));
	ck_assert_ptr_eq(value_path(a, "onderzoek.afzender"),
	    value_path(b, "onderzoek.afzender"));
	/* its rows may have additions of a region; its texts are the same */
	ck_assert_ptr_ne(thema, other);
	ck_assert_ptr_eq(value_find(thema, "thema"),
	    value_find(other, "thema"));
	ck_assert(value_find(thema, "thema")->complete);
}
END_TEST

/* The themas hold the findings of the report itself, by x-select. */
static const struct value *
first_selected(const struct value *v)
{
	const struct value *found = NULL, *below;

	for (size_t i = 0; !found && i < v->n; i++) {
		below = v->members ? v->members[i].value : v->items[i];
		found = below->selected ? below : first_selected(below);
	}
	return found;
}

START_TEST(what_is_selected_is_the_reports_own)
{
	const struct value *seen[64];
	size_t n = 0;

	for (size_t i = 0; i < run.n; i++) {
		const struct value *own = first_selected(value_find(
		    run.reports[i].data, "onderzoek"));

		if (!own)
			continue;
		ck_assert_int_eq(own->kind, VALUE_LIST);
		for (size_t k = 0; k < n; k++)
			ck_assert_ptr_ne(seen[k], own);
		ck_assert_uint_lt(n, 64);
		seen[n++] = own;
	}
	ck_assert_uint_gt(n, 2);
}
END_TEST

/* A shared value is never written to, so no list of a report is in it. */
START_TEST(what_is_shared_stays_as_it_was)
{
	for (size_t i = 0; i < run.shared.n; i++) {
		const struct value *v = run.shared.list[i].value;
		const struct value *own = v ? first_selected(v) : NULL;

		if (own)
			ck_assert_int_eq(own->kind, VALUE_NULL);
	}
}
END_TEST

Suite *
shared_suite(void)
{
	Suite *s = suite_create("shared");
	TCase *c = tcase_create("shared");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, what_is_the_same_is_there_once);
	tcase_add_test(c, what_is_selected_is_the_reports_own);
	tcase_add_test(c, what_is_shared_stays_as_it_was);
	suite_add_tcase(s, c);
	return s;
}
