/*
 * check_json_schema_suite.c -- the official suite of JSON Schema, 2020-12:
 * the keywords that we have, through the loader that schemas and content take
 */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "../gen/base/diag.h"
#include "../gen/base/out.h"
#include "../gen/content/read/yaml.h"
#include "../gen/content/schema/schema.h"
#include "official_fixture.h"
#include "site_fixture.h"
#include "suites.h"

static struct official official = {
	.name = "JSON Schema test suite",
	.variable = "JSON_SCHEMA_SUITE",
	.folder = "../shared/json-schema-suite",
	.patterns = { "[a-z]*.json", "optional-format/*.json" },
};

/*
 * So many cases have a schema that we take; with another part of the
 * vocabulary it becomes more.
 */
enum { JUDGED_MIN = 467 };

#define QUOTED "a name between quotes is no address of an organisation"
#define NUMBER "a number for a domain is no address of an organisation"
#define FILLED "a default is filled in and checked"

/* The cases in which we mean to differ. */
static struct {
	const char *group, *test, *why;
	bool found;
} differing[] = {
	{ "invalid type for default",
	    "still valid when the invalid default is used", FILLED, false },
	{ "the default keyword does not do anything if the property is "
	    "missing", "missing properties are not filled in with the "
	    "default", FILLED, false },
	{ "validation of e-mail addresses",
	    "a quoted string with a space in the local part is valid",
	    QUOTED, false },
	{ "validation of e-mail addresses",
	    "a quoted string with a double dot in the local part is valid",
	    QUOTED, false },
	{ "validation of e-mail addresses",
	    "a quoted string with a @ in the local part is valid",
	    QUOTED, false },
	{ "validation of e-mail addresses",
	    "an IPv4-address-literal after the @ is valid", NUMBER, false },
	{ "validation of e-mail addresses",
	    "an IPv6-address-literal after the @ is valid", NUMBER, false },
};

enum { N_DIFFERING = sizeof differing / sizeof *differing };

struct run {
	struct arena *arena;
	const char *schema_file, *data_file;
	size_t judged, refused, unreadable, wrong;
};

static const char *
text_of(struct run *run, struct str json, const char *key)
{
	return json_text(run->arena, json_find(json, key)).s;
}

/* True if we mean to differ in this case; each counts once. */
static bool
is_meant(const char *group, const char *test)
{
	for (size_t i = 0; i < N_DIFFERING; i++) {
		if (differing[i].found || strcmp(differing[i].group, group) ||
		    strcmp(differing[i].test, test))
			continue;
		differing[i].found = true;
		return true;
	}
	return false;
}

static void
judge(struct run *run, struct schema *schema, struct str group,
    struct str test)
{
	bool wanted = str_is(json_find(test, "valid"), "true"), found;
	const char *group_name = text_of(run, group, "description");
	const char *name = text_of(run, test, "description");
	struct diag *d = diag_new();
	const struct source *src;
	struct value *v;

	ck_assert(out_write(d, run->data_file, json_find(test, "data")));
	src = source_load(run->arena, d, run->data_file);
	/* yaml_parse, but that a file may hold null alone. */
	v = yaml_parse_start(run->arena, d, src, src->text.n);
	if (!v) {
		run->unreadable++;
		printf("not read: %s: %s\n", group_name, name);
	} else {
		run->judged++;
		found = schema_check(schema, run->arena, d, v);
		if (found != wanted && !is_meant(group_name, name)) {
			run->wrong++;
			printf("%s: %s: it is %svalid\n", group_name, name,
			    wanted ? "" : "not ");
			diag_print(d, stdout);
		}
	}
	diag_free(d);
}

/* Groups whose schema is refused are counted, not judged. */
static void
run_group(struct run *run, struct str group)
{
	struct str tests = json_find(group, "tests"), test;
	struct diag *d = diag_new();
	struct schema *schema;
	size_t at = 0;

	ck_assert(out_write(d, run->schema_file, json_find(group, "schema")));
	schema = schema_load(run->arena, d, run->schema_file);
	while (json_next(tests, &at, &test)) {
		if (schema)
			judge(run, schema, group, test);
		else
			run->refused++;
	}
	diag_free(d);
}

static void
run_files(struct run *run)
{
	struct str groups, group;
	size_t i = 0, at;

	do {
		groups = official_load(&official, i, run->arena);
		for (at = 0; json_next(groups, &at, &group); )
			run_group(run, group);
	} while (++i < official.files.gl_pathc);
}

START_TEST(verdicts_agree)
{
	char *folder = site_folder();
	struct run run = { .arena = arena_new() };

	run.schema_file = arena_printf(run.arena, "%s/schema.yaml", folder).s;
	run.data_file = arena_printf(run.arena, "%s/data.yaml", folder).s;
	run_files(&run);
	printf("%s: %zu verdicts, %zu wrong, %d differ as is meant; "
	    "%zu cases with a schema and %zu with data that we refuse\n",
	    official.name, run.judged, run.wrong, N_DIFFERING, run.refused,
	    run.unreadable);
	for (size_t i = 0; i < N_DIFFERING; i++)
		ck_assert_msg(differing[i].found, "%s: %s agrees now; take it "
		    "off the list (%s)", differing[i].group,
		    differing[i].test, differing[i].why);
	ck_assert_uint_eq(run.wrong, 0);
	ck_assert_uint_ge(run.judged, JUDGED_MIN);
	site_remove(folder);
	arena_free(run.arena);
}
END_TEST

Suite *
json_schema_suite_suite(void)
{
	Suite *s = suite_create("json_schema_suite");
	TCase *c = tcase_create("cases");

	tcase_set_timeout(c, 60);
	official_add(&official, c, verdicts_agree);
	suite_add_tcase(s, c);
	return s;
}
